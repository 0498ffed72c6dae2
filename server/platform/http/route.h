// One row of the route table: what is asked, who may ask, what it takes and gives. Rooms list their rows on
// one page.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/clock/clock.h"
#include "platform/database/database.h"
#include "platform/http/form.h"
#include "platform/http/message.h"
#include "platform/identity/actor.h"
#include "platform/json/reader.h"
#include "platform/json/schema.h"
#include "platform/json/writer.h"
#include "platform/result.h"

namespace guanxi::http {

/// What an action gets to know of the request it serves.
struct Call {
  const Request& request;
  const std::map<std::string, std::string>& params;  ///< "{visit_id}" of the path
  const Actor& actor;
  Instant now;
  database::Transaction* transaction;  ///< null in routes that work outside of the database's threads

  database::Transaction& tx() const {
    CHECK(transaction != nullptr);
    return *transaction;
  }
  const std::string& param(const std::string& name) const { return params.at(name); }
  const std::string& store() const { return params.at("store_id"); }
};

template <class T>
struct Body {
  T value;
  const T* operator->() const { return &value; }
  const T& operator*() const { return value; }
};

template <class T>
struct Query {
  T value;
  const T* operator->() const { return &value; }
  const T& operator*() const { return value; }
};

/// The version named by If-Match; the route answers 428 when there is none.
struct Version {
  std::int64_t value;
};

/// Answers: a plain record is 200. A create that is repeated answers 201 like the first one: to the client,
/// whose first answer was lost, it is the first one.
template <class T>
struct Created {
  T value;
};
template <class T>
struct Accepted {
  T value;
};
struct NoContent {};
/// A text to be saved by the browser under `file_name`.
struct Download {
  std::string content_type;
  std::string file_name;
  std::string text;
};
/// An answer that also sets or clears the session's cookie.
template <class T>
struct WithCookie {
  T value;
  std::string set_cookie;
  int status = 200;
};

/// A page of a list; `next_cursor` is empty at the end.
template <class T>
struct Page {
  std::vector<T> items;
  std::optional<std::string> next_cursor;
  BOOST_DESCRIBE_CLASS(Page, (), (items, next_cursor), (), ())
};
/// A whole short list.
template <class T>
struct Items {
  std::vector<T> items;
  BOOST_DESCRIBE_CLASS(Items, (), (items), (), ())
};

enum class Access {
  open,       ///< anybody
  signed_in,  ///< any person, even one who must change the password first
  right,      ///< a person or machine with one of the rights
};

enum class Work {
  read,   ///< in a snapshot, on the database's readers
  write,  ///< in a transaction that is committed before the answer goes out
  slow,   ///< on a thread of its own: hashing, files; it opens its own transactions
};

using Run = std::function<Result<Response>(const Call&)>;

struct Route {
  Work work;
  std::string method;
  std::string path;  ///< below /api/v1: "/stores/{store_id}/visits"
  Access access;
  std::vector<std::string> rights;  ///< any of these will do
  std::string summary;
  Run run;

  bool raw_body = false;  ///< takes bytes, not JSON
  bool edits = false;     ///< needs If-Match
  int status = 200;       ///< of a success
  std::string content_type = "application/json";
  std::function<boost::json::value(json::Schemas&)> body_schema;    ///< empty = no body
  std::function<boost::json::value(json::Schemas&)> answer_schema;  ///< empty = no JSON answer
  std::function<boost::json::value(json::Schemas&)> query_schema;   ///< an object's schema, empty = none
};

namespace detail {

template <class T>
struct Answer {
  static constexpr int status = 200;
  using Shown = T;
  static Response make(const T& value) { return {200, "application/json", json::to_text(value), {}, {}, {}}; }
};
template <class T>
struct Answer<Created<T>> {
  static constexpr int status = 201;
  using Shown = T;
  static Response make(const Created<T>& created) {
    auto response = Answer<T>::make(created.value);
    response.status = 201;
    return response;
  }
};
template <class T>
struct Answer<Accepted<T>> {
  static constexpr int status = 202;
  using Shown = T;
  static Response make(const Accepted<T>& accepted) {
    auto response = Answer<T>::make(accepted.value);
    response.status = 202;
    return response;
  }
};
template <class T>
struct Answer<WithCookie<T>> {
  static constexpr int status = 200;
  using Shown = T;
  static Response make(const WithCookie<T>& answer) {
    auto response = Answer<T>::make(answer.value);
    response.status = answer.status;
    response.headers.emplace_back("Set-Cookie", answer.set_cookie);
    return response;
  }
};
template <>
struct Answer<NoContent> {
  static constexpr int status = 204;
  using Shown = void;
  static Response make(const NoContent&) { return {204, "", "", {}, {}, {}}; }
};
template <>
struct Answer<WithCookie<NoContent>> {
  static constexpr int status = 204;
  using Shown = void;
  static Response make(const WithCookie<NoContent>& answer) {
    return {204, "", "", {{"Set-Cookie", answer.set_cookie}}, {}, {}};
  }
};
Response make_download(const Download& download);
template <>
struct Answer<Download> {
  static constexpr int status = 200;
  using Shown = void;
  static Response make(const Download& download) { return make_download(download); }
};

template <class T>
concept Versioned = requires(const T& value) {
  { value.version } -> std::convertible_to<std::int64_t>;
};

template <class T>
void add_version(const T& value, Response& response) {
  if constexpr (Versioned<T>) {
    response.headers.emplace_back("ETag", "\"" + std::to_string(value.version) + "\"");
  } else if constexpr (requires { value.value; }) {
    add_version(value.value, response);
  }
}

/// How one parameter of an action is taken from the call, and what it adds to the description.
template <class T>
struct Taken;
template <class T>
struct Taken<Body<T>> {
  static Result<Body<T>> from(const Call& call) { return Body<T>{TRY(json::parse<T>(call.request.body))}; }
  static void describe(Route& route) {
    if constexpr (!std::is_same_v<T, json::Nothing>) {
      route.body_schema = [](json::Schemas& schemas) { return schemas.of<T>(); };
    }
  }
};
template <class T>
struct Taken<Form<T>> {
  static Result<Form<T>> from(const Call& call) {
    auto partly = TRY(json::parse_partly<T>(call.request.body));
    return Form<T>{std::move(partly.value), std::move(partly.wrongs)};
  }
  static void describe(Route& route) { Taken<Body<T>>::describe(route); }
};
template <class T>
struct Taken<Query<T>> {
  static Result<Query<T>> from(const Call& call) {
    return Query<T>{TRY(json::parse_query<T>(call.request.query))};
  }
  static void describe(Route& route) {
    route.query_schema = [](json::Schemas&) {
      json::Schemas apart;  // queries are described as single parameters, not as a named record
      apart.of<T>();
      boost::json::value whole;
      for (auto& [name, schema] : apart.components) {
        if (schema.is_object() && schema.as_object().contains("properties")) whole = schema;
      }
      return whole;
    };
  }
};
template <>
struct Taken<Version> {
  static Result<Version> from(const Call& call);
  static void describe(Route& route) { route.edits = true; }
};

template <class Out, class... In, class... Values>
Result<Response> apply(const Call& call, const std::function<Result<Out>(const Call&, In...)>& action,
                       Values&&... values) {
  if constexpr (sizeof...(Values) == sizeof...(In)) {
    auto out = action(call, values...);
    if (!out) return refuse(weighed(std::move(out.error()), values...));
    if (const auto* wrongs = wrongs_among(values...)) return refuse(wrongs->refusal());
    Response response = Answer<Out>::make(*out);
    add_version(*out, response);
    return response;
  } else {
    using Next = std::remove_cvref_t<std::tuple_element_t<sizeof...(Values), std::tuple<In...>>>;
    auto next = Taken<Next>::from(call);
    if (!next) return refuse(weighed(std::move(next.error()), values...));
    return apply(call, action, std::forward<Values>(values)..., *std::move(next));
  }
}

template <class Out, class... In>
Route typed(Work work, std::string_view place, std::string_view who, std::string_view summary,
            std::function<Result<Out>(const Call&, In...)> action);

/// Splits "POST /visits" and "visits.open visits.own" into the row's fields.
Route row(Work work, std::string_view place, std::string_view who, std::string_view summary);

template <class Out, class... In>
Route typed(Work work, std::string_view place, std::string_view who, std::string_view summary,
            std::function<Result<Out>(const Call&, In...)> action) {
  Route route = row(work, place, who, summary);
  (Taken<std::remove_cvref_t<In>>::describe(route), ...);
  using Shown = typename Answer<Out>::Shown;
  route.status = Answer<Out>::status;
  if constexpr (!std::is_void_v<Shown>) {
    route.answer_schema = [](json::Schemas& schemas) { return schemas.of<Shown>(); };
  } else if constexpr (std::is_same_v<Out, Download>) {
    route.content_type = "text/csv";
  }
  route.run = [action = std::move(action)](const Call& call) { return apply<Out, In...>(call, action); };
  return route;
}

}  // namespace detail

/// A row of the table. `place` is "GET /stores/{store_id}/visits"; `who` is "anybody", "signed_in" or rights
/// with blanks between them, of which one is enough; the action is a function or lambda `Result<Out>(const
/// Call&, Body<…> or Form<…>, Query<…>, Version)` with any of these parameters.
template <class Action>
Route reads(std::string_view place, std::string_view who, std::string_view summary, Action action) {
  return detail::typed(Work::read, place, who, summary, std::function(std::move(action)));
}
template <class Action>
Route writes(std::string_view place, std::string_view who, std::string_view summary, Action action) {
  return detail::typed(Work::write, place, who, summary, std::function(std::move(action)));
}
template <class Action>
Route slow(std::string_view place, std::string_view who, std::string_view summary, Action action) {
  return detail::typed(Work::slow, place, who, summary, std::function(std::move(action)));
}

}  // namespace guanxi::http
