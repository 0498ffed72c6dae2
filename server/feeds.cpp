#include "feeds.h"

#include <algorithm>

#include "dealership/dealership.h"
#include "dealership/feeds.h"
#include "platform/identity/password.h"
#include "prospects/calendar_feed.h"

namespace guanxi {
namespace {

using http::Call;

bool may_stand_in_host(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view(".-:[]").find(c) != std::string_view::npos;
}

/// The address of the web app as the asker wrote it: "https://crm.example". Empty without one.
std::string address_of(const http::Request& request) {
  const auto& host = request.header("host");
  if (host.empty() || !std::ranges::all_of(host, may_stand_in_host)) return "";
  return (request.header("x-forwarded-proto") == "https" ? "https://" : "http://") + host;
}

Result<http::Response> answer(const Call& call, database::Database& database) {
  const auto feed = identity::find_feed(call.tx(), call.param("secret"));
  if (!feed) return refuse(Refusal::not_found());
  if (call.now - feed->last_used_at.value_or(0) > kTouchEvery) {
    write_aside(database, [id = feed->account.id, now = call.now](database::Transaction& writing) {
      identity::touch_feed(writing, id, now);
    });
  }
  const auto actor = dealership::actor_of(call.tx(), {"", feed->account, call.now});
  auto text = prospects::calendar_feed(call.tx(), actor, address_of(call.request), call.now);
  const auto etag = "\"" + identity::secret_hash(text).substr(0, 20) + "\"";
  http::Response response;
  response.content_type = "text/calendar; charset=utf-8";
  response.headers = {{"ETag", etag}, {"Cache-Control", "private, no-cache"}};
  if (call.request.header("if-none-match").find(etag) != std::string::npos) {
    response.status = 304;
  } else {
    response.body = std::move(text);
  }
  return response;
}

}  // namespace

void write_aside(database::Database& database, std::function<void(database::Transaction&)> note) {
  try {
    database.write_later(
        [note = std::move(note)](database::Transaction& writing) {
          note(writing);
          return database::Outcome::keep;
        },
        [](const std::exception_ptr&) {});
  } catch (const database::QueueFull&) {
    // The next request notes it.
  }
}

http::Route feed_route(database::Database& database) {
  auto route = http::detail::row(http::Work::read, "GET /feeds/{secret}/calendar.ics", "anybody",
                                 "Somebody's plans for their own calendar, by its secret address");
  route.content_type = "text/calendar";
  route.run = [&database](const Call& call) { return answer(call, database); };
  return route;
}

}  // namespace guanxi
