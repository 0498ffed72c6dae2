// One dealership as fixture: the same people and stores in every test, a clock that stands still, and
// requests that go the whole way of the program short of the socket. Every answer is held against the API's
// description.
#pragma once

#include <boost/json.hpp>
#include <functional>
#include <map>
#include <string>

#include "app.h"
#include "dealership/dealership.h"
#include "town/database.h"
#include "town/openapi_check.h"

namespace guanxi::town {

/// Wednesday 2026-03-04, 10:00 in Shanghai.
constexpr Instant kMorning = 1772589600000;

/// The password of everybody in town.
inline constexpr const char* kPassword = "town-password";

struct Answer {
  int status = 0;
  std::string text;
  std::map<std::string, std::string> headers;
  boost::json::value body;

  /// The string under a key or at a pointer such as "/customer/name"; empty when there is none.
  std::string text_at(const std::string& key) const;
  std::int64_t number_at(const std::string& key) const { return body.at(key).to_number<std::int64_t>(); }
  std::int64_t version() const { return number_at("version"); }
  /// The code of the error at this pointer, or an empty text.
  std::string error_at(const std::string& pointer) const;
  std::string code() const { return text_at("code"); }
};

struct Ask {
  std::string who;   ///< login; empty: signed out
  std::string what;  ///< "POST /stores/{home}/visits"; {home}, {sister} and {foreign} stand for the stores'
                     ///< ids, {group} for that of the group of home and sister
  std::string body = "";
  std::map<std::string, std::string> headers = {};
};

/// The cast. All of the home store unless said otherwise:
/// zhao 前台, chen and li 销售顾问, lin 销售经理, care 客服, market 市场, boss 总经理 (the whole group),
/// admin 系统管理员; wang is 销售经理 of the sister store, and sun 销售顾问 there. The foreign store is in
/// Berlin and belongs to another group.
class Town {
 public:
  explicit Town(database::Engine engine);

  Answer ask(const Ask& ask);
  /// Short forms of it. `version` goes into If-Match; 0 leaves the header away.
  Answer get(const std::string& who, const std::string& path) { return ask({who, "GET " + path}); }
  Answer post(const std::string& who, const std::string& path, const std::string& body = "{}") {
    return ask({who, "POST " + path, body});
  }
  Answer put(const std::string& who, const std::string& path, const std::string& body,
             std::int64_t version = 0);
  Answer remove(const std::string& who, const std::string& path) { return ask({who, "DELETE " + path}); }
  /// The same without holding the answer against the description: for requests that are no requests.
  Answer ask_raw(http::Request request);

  database::Database& database() { return *database_; }
  FixedClock& clock() { return clock_; }
  App& app() { return app_; }
  const OpenApiCheck& description() const { return check_; }
  const std::string& id(const std::string& login) const { return people_.at(login); }
  /// The secret of the person's session, as in the cookie.
  const std::string& session(const std::string& login) const { return sessions_.at(login); }
  std::string home() const { return stores_.at("home"); }
  std::string store(const std::string& name) const { return stores_.at(name); }
  const std::vector<std::string>& logins() const { return logins_; }
  std::string model() const { return model_; }

  /// Sets the clock and signs everybody in anew: sessions do not last from one year to the next.
  void travel(Instant to);
  /// Moves the store to another time zone, before anybody has come.
  void move_to_zone(const std::string& store, const std::string& zone);
  /// How many rows every table holds: whoever was refused has changed nothing.
  std::map<std::string, std::int64_t> row_counts();

  /// A new id, as a phone would make one.
  std::string new_id();

  /// "/stores/{home}/visits/…" and what stands below it.
  static std::string visit(const std::string& id, const std::string& below = "") {
    return "/stores/{home}/visits/" + id + below;
  }
  /// Opens a visit (walk-in of one, received by chen) and gives its id.
  std::string a_visit(const std::string& salesperson = "chen");
  /// What the administrator's page shows of the home store, and saves of it when these fields are changed.
  boost::json::value home_store();
  Answer edit_home(const boost::json::object& changed);
  /// Body of a filing with this phone and a name.
  std::string filing(const std::string& phone, const std::string& name = "王小明");
  /// Body that closes a visit unfiled.
  std::string unfiled(const std::string& reason = "U1.forgot");

 private:
  void build();
  void check_problem(const Answer& answer) const;
  void add_store(database::Transaction& tx, const Actor& admin, const std::string& name,
                 const std::string& code, const std::string& zone, const std::string& currency,
                 const std::string& country, const std::string& group);
  void add_person(database::Transaction& tx, const Actor& admin, const std::string& login,
                  const std::string& name, dealership::Role role, const std::vector<std::string>& stores,
                  const std::string& group = "");

  TestDatabase database_;
  FixedClock clock_{kMorning};
  App app_;
  OpenApiCheck check_;
  std::map<std::string, std::string> people_, sessions_, stores_, groups_;
  std::vector<std::string> logins_;
  std::string model_;
};

/// Asks again until it holds, for a second: for what the program writes down a little after it has answered.
bool soon(const std::function<bool()>& holds);

}  // namespace guanxi::town
