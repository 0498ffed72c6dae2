#include "prospects/calendar_feed.h"

#include <gtest/gtest.h>

#include "town/outside_reader.h"
#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::read_outside;
using town::Town;

class Feed : public testing::TestWithParam<database::Engine> {
 protected:
  std::string a_card(const std::string& phone = "13800138000", const std::string& who = "chen",
                     const std::string& name = "王小明") {
    const auto filed = town.post(who, Town::visit(town.a_visit(who), "/filing"), town.filing(phone, name));
    return town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id");
  }
  std::string card_path(const std::string& card) { return "/stores/{home}/prospects/" + card; }
  Answer invite(const std::string& card, const std::string& at, const std::string& purpose = "visit") {
    const bj::object body = {
        {"id", town.new_id()}, {"at", at}, {"purpose", purpose}, {"note", "先打 13900000000"}};
    const auto made = town.post("lin", card_path(card) + "/appointments", bj::serialize(body));
    EXPECT_EQ(made.status, 201) << made.text;
    return made;
  }
  Answer book(const std::string& card, const std::string& start, int minutes) {
    const bj::object car = {{"id", town.new_id()}, {"name", "云岭 5, 白"}};
    const auto car_id = town.post("lin", "/stores/{home}/test-cars", bj::serialize(car)).text_at("id");
    const bj::object body = {
        {"id", town.new_id()}, {"car_id", car_id}, {"starts_at", start}, {"minutes", minutes}};
    const auto booked = town.post("lin", card_path(card) + "/test-drives", bj::serialize(body));
    EXPECT_EQ(booked.status, 201) << booked.text;
    return booked;
  }
  std::string make(const std::string& who = "chen") {
    const auto made = town.post(who, "/calendar-feed");
    EXPECT_EQ(made.status, 201) << made.text;
    return made.text_at("path");
  }
  Answer fetch(const std::string& path, const std::string& etag = "") {
    http::Request request;
    request.method = "GET";
    request.path = path;
    request.headers = {{"host", "crm.example"}, {"x-forwarded-proto", "https"}};
    if (!etag.empty()) request.headers["if-none-match"] = etag;
    return town.ask_raw(request);
  }
  bj::array read(const Answer& answer) {
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(town::wrong_lines(answer.text), "");
    return read_outside(answer.text);
  }
  /// The plan of that kind whose UID is this.
  static bj::object find(const bj::array& plans, const std::string& uid) {
    for (const auto& plan : plans)
      if (plan.at("uid").as_string() == uid) return plan.as_object();
    return {};
  }
  static std::string text(const bj::object& plan, const char* name) {
    const auto* value = plan.if_contains(name);
    return value == nullptr ? "" : std::string(value->as_string());
  }
  Town town{GetParam()};
};

TEST_P(Feed, tells_another_program_what_is_planned) {
  const auto card = a_card();
  const auto made = invite(card, "2026-03-31T23:30:00+08:00", "quote");
  const auto booked = book(card, "2026-03-05T15:00:00+08:00", 45);
  const auto plans = read(fetch(make()));
  ASSERT_EQ(plans.size(), 3U);
  const auto meeting = find(plans, "appointment-" + made.text_at("id") + "@guanxi");
  EXPECT_EQ(text(meeting, "kind"), "VEVENT");
  EXPECT_EQ(text(meeting, "summary"), "报价商谈：王小明");
  EXPECT_EQ(text(meeting, "reminder"), "-30 min: 报价商谈：王小明");
  EXPECT_EQ(text(meeting, "dtstart"), "2026-03-31T15:30:00.000Z");
  EXPECT_EQ(text(meeting, "dtend"), "2026-03-31T16:30:00.000Z");
  EXPECT_EQ(text(meeting, "status"), "CONFIRMED");
  EXPECT_EQ(text(meeting, "sequence"), "0");
  EXPECT_EQ(text(meeting, "last-modified"), format_instant(town::kMorning));
  EXPECT_EQ(text(meeting, "url"), "https://crm.example/stores/" + town.home() + "/prospects/" + card);
  EXPECT_FALSE(text(meeting, "location").empty());
  const auto drive = find(plans, "drive-" + booked.text_at("id") + "@guanxi");
  EXPECT_EQ(text(drive, "summary"), "试驾：王小明 · 云岭 5, 白");
  EXPECT_EQ(text(drive, "reminder"), "-30 min: 试驾：王小明 · 云岭 5, 白");
  EXPECT_EQ(text(drive, "dtstart"), "2026-03-05T07:00:00.000Z");
  EXPECT_EQ(text(drive, "dtend"), "2026-03-05T07:45:00.000Z");
  const auto todo = find(plans, "follow-up-" + card + "@guanxi");
  EXPECT_EQ(text(todo, "kind"), "VTODO");
  EXPECT_EQ(text(todo, "summary"), "跟进：王小明");
  EXPECT_EQ(text(todo, "status"), "NEEDS-ACTION");
  EXPECT_EQ(text(todo, "due"), town.get("lin", card_path(card)).text_at("/card/next/on"));
  EXPECT_EQ(text(todo, "categories"), town.get("lin", card_path(card)).text_at("/card/grade"));
}

TEST_P(Feed, says_where_to_be) {
  const auto made = invite(a_card(), "2026-03-31T23:30:00+08:00");
  const auto path = make();
  const auto place = [&] {
    return text(find(read(fetch(path)), "appointment-" + made.text_at("id") + "@guanxi"), "location");
  };
  const auto name = std::string(town.home_store().at("name").as_string());
  EXPECT_EQ(place(), name);
  ASSERT_EQ(town.edit_home({{"address", "江南大道 3888 号; 二楼"}}).status, 200);
  EXPECT_EQ(place(), name + ", 江南大道 3888 号; 二楼");
}

TEST_P(Feed, carries_no_number_and_nothing_that_was_said) {
  const auto card = a_card();
  invite(card, "2026-03-06T15:00:00+08:00");
  const auto feed = fetch(make()).text;
  for (const auto* secret : {"13800138000", "1380013", "13900000000", "先打"})
    EXPECT_EQ(feed.find(secret), std::string::npos) << secret;
}

TEST_P(Feed, raises_the_sequence_of_what_moves_and_crosses_out_what_is_off) {
  const auto card = a_card();
  const auto made = invite(card, "2026-03-06T15:00:00+08:00");
  const auto path = make();
  const auto before = fetch(path);
  town.clock().advance(kHour);
  const bj::object moved = {{"at", "2026-03-07T16:00:00+08:00"}, {"purpose", "visit"}};
  const auto at = "/stores/{home}/appointments/" + made.text_at("id");
  ASSERT_EQ(town.put("chen", at, bj::serialize(moved), made.version()).status, 200);
  const auto uid = "appointment-" + made.text_at("id") + "@guanxi";
  auto meeting = find(read(fetch(path)), uid);
  EXPECT_EQ(text(meeting, "sequence"), "1");
  EXPECT_EQ(text(meeting, "dtstart"), "2026-03-07T08:00:00.000Z");
  EXPECT_EQ(text(meeting, "last-modified"), format_instant(town::kMorning + kHour));
  EXPECT_EQ(text(meeting, "created"), format_instant(town::kMorning));
  ASSERT_EQ(town.post("chen", at + "/cancellation", R"({"reason":"出差"})").status, 200);
  meeting = find(read(fetch(path)), uid);
  EXPECT_EQ(text(meeting, "status"), "CANCELLED");
  EXPECT_EQ(text(meeting, "reminder"), "");
  EXPECT_EQ(text(meeting, "sequence"), "2");
}

TEST_P(Feed, holds_ones_own_plans_alone_from_a_month_ago_to_half_a_year_ahead) {
  const auto own = a_card();
  const auto other = a_card("13800138001", "li", "李");
  invite(own, "2026-03-06T15:00:00+08:00");
  const auto late = invite(own, "2026-09-30T15:00:00+08:00");
  invite(other, "2026-03-06T15:00:00+08:00");
  const auto path = make();
  auto plans = read(fetch(path));
  EXPECT_EQ(plans.size(), 2U);
  EXPECT_TRUE(find(plans, "appointment-" + late.text_at("id") + "@guanxi").empty());
  town.travel(*parse_instant("2026-04-20T02:00:00Z"));
  plans = read(fetch(path));
  EXPECT_FALSE(find(plans, "appointment-" + late.text_at("id") + "@guanxi").empty());
  EXPECT_EQ(plans.size(), 2U);  // that, and the card; what was in March is past
  // What is given to a colleague stands in their calendar.
  const bj::object to = {{"to", town.id("li")}};
  ASSERT_EQ(town.post("lin", card_path(own) + "/handover", bj::serialize(to)).status, 200);
  EXPECT_TRUE(read(fetch(path)).empty());
  EXPECT_EQ(read(fetch(make("li"))).size(), 3U);
}

TEST_P(Feed, stands_in_the_stores_time_where_clocks_change) {
  for (const auto* zone : {"Europe/Berlin", "America/New_York"}) {
    Town away(GetParam());
    away.move_to_zone("home", zone);
    const auto filed =
        away.post("chen", Town::visit(away.a_visit("chen"), "/filing"), away.filing("13800138000"));
    const auto card =
        away.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id");
    std::map<std::string, std::string> expected;
    for (const auto* at :
         {"2026-03-08T06:59:00.000Z", "2026-03-08T07:00:00.000Z", "2026-03-29T00:59:00.000Z",
          "2026-03-29T01:00:00.000Z", "2026-03-31T22:30:00.000Z", "2026-05-01T00:30:00.000Z"}) {
      const bj::object body = {{"id", away.new_id()}, {"at", at}, {"purpose", "visit"}};
      const auto made =
          away.post("chen", "/stores/{home}/prospects/" + card + "/appointments", bj::serialize(body));
      ASSERT_EQ(made.status, 201) << made.text;
      expected.emplace("appointment-" + made.text_at("id") + "@guanxi", at);
    }
    http::Request request;
    request.method = "GET";
    request.path = away.post("chen", "/calendar-feed").text_at("path");
    const auto feed = away.ask_raw(request);
    EXPECT_NE(feed.text.find(std::string("TZID:") + zone), std::string::npos);
    EXPECT_EQ(feed.text.find("URL:"), std::string::npos);  // nobody said under which address
    const auto plans = read(feed);
    for (const auto& [uid, at] : expected) EXPECT_EQ(text(find(plans, uid), "dtstart"), at) << zone;
  }
}

TEST_P(Feed, is_told_unchanged_when_it_is) {
  const auto card = a_card();
  const auto path = make();
  const auto first = fetch(path);
  const auto etag = first.headers.at("ETag");
  EXPECT_EQ(first.headers.at("Cache-Control"), "private, no-cache");
  town.clock().advance(kMinute);
  const auto again = fetch(path, etag);
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.text, "");
  invite(card, "2026-03-06T15:00:00+08:00");
  EXPECT_EQ(fetch(path, etag).status, 200);
}

TEST_P(Feed, opens_to_the_last_secret_alone_and_is_kept_as_a_hash) {
  a_card();
  EXPECT_FALSE(town.get("chen", "/calendar-feed").body.at("active").as_bool());
  const auto first = make();
  EXPECT_GE(first.size(), std::string("/api/v1/feeds//calendar.ics").size() + 43);  // 256 bits
  const auto second = make();
  EXPECT_EQ(fetch(first).status, 404);
  EXPECT_EQ(fetch(second).status, 200);
  EXPECT_TRUE(
      town::soon([&] { return !town.get("chen", "/calendar-feed").body.at("last_used_at").is_null(); }));
  town.database().read([&](database::Transaction& tx) {
    const auto row = tx.query("SELECT count(*), min(length(secret_hash)) FROM identity_feeds").first();
    EXPECT_EQ(row->get<std::int64_t>(0), 1);
    EXPECT_EQ(row->get<std::int64_t>(1), 64);
  });
  EXPECT_EQ(town.remove("chen", "/calendar-feed").status, 204);
  EXPECT_EQ(fetch(second).status, 404);
  EXPECT_EQ(town.remove("chen", "/calendar-feed").status, 404);
  for (const auto* path : {"/api/v1/feeds/", "/api/v1/feeds//calendar.ics", "/api/v1/feeds/x/calendar.ics"})
    EXPECT_EQ(fetch(path).status, 404) << path;
  EXPECT_EQ(fetch(second).text.find(second), std::string::npos);
}

TEST_P(Feed, ends_with_the_account_and_waits_for_a_new_password) {
  a_card();
  const auto path = make();
  const auto person = town.ask({"admin", "GET /people?q=chen"});
  const auto& chen = person.body.at("items").at(0).as_object();
  const auto reset = town.post("admin", "/people/" + town.id("chen") + "/password-reset");
  ASSERT_LT(reset.status, 300) << reset.text;
  EXPECT_EQ(fetch(path).status, 404);
  town.database().write([&](database::Transaction& tx) {
    tx.execute("UPDATE identity_accounts SET must_change_password = 0 WHERE id = $1", town.id("chen"));
    return database::Outcome::keep;
  });
  EXPECT_EQ(fetch(path).status, 200);
  bj::object edit = {{"name", chen.at("name")},
                     {"login", chen.at("login")},
                     {"roles", chen.at("roles")},
                     {"store_ids", chen.at("store_ids")},
                     {"retired", true}};
  const auto version = town.get("admin", "/people?q=chen").body.at("items").at(0).at("version").as_int64();
  const auto retired = town.put("admin", "/people/" + town.id("chen"), bj::serialize(edit), version);
  ASSERT_EQ(retired.status, 200) << retired.text;
  EXPECT_EQ(fetch(path).status, 404);
  town.database().read([&](database::Transaction& tx) {
    EXPECT_TRUE(tx.query("SELECT 1 FROM identity_feeds").empty());  // it does not come back with the account
  });
}

INSTANTIATE_TEST_SUITE_P(Engines, Feed, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
