// From a fact to the message that a browser shows: on every device on which somebody allowed it, for as long
// as they are signed in there.
#include <algorithm>

#include "platform/push/curve.h"
#include "platform/text/base64url.h"
#include "prospects/people_fixture.h"
#include "telling.h"
#include "town/http_stub.h"

namespace guanxi {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class TellingPush : public prospects::fixture::People {
 protected:
  /// What a browser says when somebody has allowed messages.
  bj::object subscription(const std::string& endpoint) {
    return {{"id", town.new_id()},
            {"endpoint", endpoint},
            {"p256dh", text::to_base64url(push::point_of(push::new_pair()))},
            {"auth", text::to_base64url(std::string(16, 'a'))}};
  }
  Answer add(const std::string& who, const bj::object& body) {
    return town.post(who, "/notifying/devices", bj::serialize(body));
  }
  std::string added(const std::string& who, const std::string& endpoint = "https://push.example/chen") {
    const auto answer = add(who, subscription(endpoint));
    EXPECT_EQ(answer.status, 200) << answer.text;
    return answer.text_at("/devices/0/id");
  }
  /// The desk opens a visit of which chen is told.
  void visitor() {
    const bj::object body{{"id", town.new_id()}, {"way", "walk_in"}, {"salesperson_id", town.id("chen")}};
    ASSERT_EQ(town.post("zhao", "/stores/{home}/visits", bj::serialize(body)).status, 201);
  }
  /// The devices of messages that wait.
  std::vector<std::string> waiting() {
    std::vector<std::string> devices;
    town.database().read([&](database::Transaction& tx) {
      devices.clear();
      for (const auto& row :
           tx.query("SELECT address FROM outbox_messages WHERE channel = 'push' AND next_at IS NOT NULL"
                    " ORDER BY made_at, id"))
        devices.push_back(row.get<std::string>(0));
    });
    return devices;
  }
  /// Sends what waits, to services within the own network too.
  void send() {
    const auto carrier = push_carrier(town.database(), town.clock(), push::Reach{true, ""});
    outbox::send_due(town.database(), outbox::Channel::push, carrier, town.clock().now(),
                     [] { return true; });
  }
  void lead_device_to(const std::string& id, const std::string& url) {
    town.database().write([&](database::Transaction& tx) {
      tx.execute("UPDATE identity_devices SET endpoint = $1 WHERE id = $2", url, id);
      return database::Outcome::keep;
    });
  }
  std::size_t devices_of(const std::string& who) {
    return town.get(who, "/notifying").body.at("devices").as_array().size();
  }
  using Ids = std::vector<std::string>;
};

TEST_P(TellingPush, begins_when_a_browser_has_told_where_to) {
  visitor();
  EXPECT_EQ(waiting(), Ids{});
  const auto shown = town.get("chen", "/notifying");
  EXPECT_TRUE(push::public_of(*text::from_base64url(shown.text_at("push_key"))));
  EXPECT_EQ(bj::serialize(shown.body.at("by_push")), R"(["lead","visit","notice"])");
  const auto device = added("chen");
  EXPECT_TRUE(town.get("chen", "/notifying").body.at_pointer("/devices/0/current").as_bool());
  visitor();
  EXPECT_EQ(waiting(), Ids{device});
  ASSERT_EQ(town.put("chen", "/notifying", R"({"by_push":["lead"]})").status, 200);
  visitor();
  EXPECT_EQ(waiting(), Ids{device});  // as before
  ASSERT_EQ(town.remove("chen", "/notifying/devices/" + device).status, 200);
  EXPECT_EQ(devices_of("chen"), 0U);
}

TEST_P(TellingPush, refuses_what_is_no_browser_and_changes_nothing) {
  auto body = subscription("http://push.example/1");
  EXPECT_EQ(add("chen", body).error_at("/endpoint"), "not_a_push_address");
  body = subscription("https://push.example/1");
  body["p256dh"] = "BP4";
  EXPECT_EQ(add("chen", body).error_at("/p256dh"), "not_a_push_key");
  EXPECT_EQ(devices_of("chen"), 0U);
  const auto device = added("chen");
  EXPECT_EQ(town.remove("li", "/notifying/devices/" + device).status, 404);
  EXPECT_EQ(town.post("li", "/notifying/devices/" + device + "/trial").status, 404);
  EXPECT_EQ(devices_of("chen"), 1U);
}

TEST_P(TellingPush, has_one_device_for_a_browser_whoever_uses_it) {
  const auto once = subscription("https://push.example/shared");
  ASSERT_EQ(add("chen", once).status, 200);
  ASSERT_EQ(add("chen", once).status, 200);  // the same request again
  EXPECT_EQ(devices_of("chen"), 1U);
  added("li", "https://push.example/shared");
  EXPECT_EQ(devices_of("chen"), 0U);
  visitor();
  EXPECT_EQ(waiting(), Ids{});
}

TEST_P(TellingPush, ends_with_the_session_in_which_it_was_allowed) {
  added("chen");
  visitor();
  ASSERT_EQ(waiting().size(), 1U);
  ASSERT_LT(town.remove("chen", "/session").status, 300);
  visitor();
  EXPECT_EQ(waiting().size(), 1U);
  town::HttpStub service;
  send();  // what was on its way is not sent any more, and nobody is told that it failed
  EXPECT_EQ(waiting(), Ids{});
  EXPECT_TRUE(service.requests().empty());
  EXPECT_TRUE(town.get("lin", "/stores/{home}/failed-messages").body.at("items").as_array().empty());
}

TEST_P(TellingPush, reaches_the_service_sealed_and_ends_where_the_service_knows_nobody) {
  town::HttpStub service;
  service.answer_with(201);
  const auto device = added("chen");
  lead_device_to(device, service.url() + "/send/chen");
  visitor();
  send();
  ASSERT_EQ(service.requests().size(), 1U);
  EXPECT_NE(service.requests()[0].find("POST /send/chen "), std::string::npos);
  EXPECT_EQ(service.requests()[0].find("来客"), std::string::npos);
  EXPECT_EQ(waiting(), Ids{});

  ASSERT_EQ(town.post("chen", "/notifying/devices/" + device + "/trial").status, 200);
  service.answer_with(503);
  send();
  EXPECT_EQ(waiting(), Ids{device});  // tried again later
  town.clock().advance(kMinute);
  service.answer_with(410);
  send();
  EXPECT_EQ(waiting(), Ids{});
  EXPECT_EQ(devices_of("chen"), 0U);
}

INSTANTIATE_TEST_SUITE_P(Engines, TellingPush, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi
