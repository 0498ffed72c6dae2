#include "prospects/lead_clock.h"

#include <gtest/gtest.h>

#include "prospects/open_time.h"
#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

Instant at(const std::string& text) { return parse_instant(text).value(); }

Store store_open(const std::string& zone, std::vector<dealership::OpeningHours> hours) {
  Store store;
  store.time_zone = zone;
  store.opening_hours = std::move(hours);
  return store;
}

TEST(OpenTime, counts_on_the_next_day_what_the_evening_left_over) {
  // Wednesday 4 and Thursday 5 March 2026, 09:00 to 18:00 in Shanghai (UTC+8).
  const auto store = store_open("Asia/Shanghai", {{{3}, "09:00", "18:00"}, {{4}, "09:00", "18:00"}});
  const auto evening = at("2026-03-04T17:50:00+08:00");
  EXPECT_EQ(after_open_time(store, evening, 5 * kMinute), at("2026-03-04T17:55:00+08:00"));
  EXPECT_EQ(after_open_time(store, evening, 15 * kMinute), at("2026-03-05T09:05:00+08:00"));
  EXPECT_EQ(after_open_time(store, at("2026-03-04T22:00:00+08:00"), 0), at("2026-03-05T09:00:00+08:00"));
  // Friday to Tuesday it is closed.
  EXPECT_EQ(after_open_time(store, at("2026-03-05T17:50:00+08:00"), 30 * kMinute),
            at("2026-03-11T09:20:00+08:00"));
  EXPECT_EQ(open_time_between(store, evening, at("2026-03-05T09:05:00+08:00")), 15 * kMinute);
  EXPECT_EQ(open_time_between(store, at("2026-03-05T20:00:00+08:00"), at("2026-03-11T08:59:00+08:00")), 0);
}

TEST(OpenTime, of_a_store_without_hours_is_all_time) {
  const auto store = store_open("Asia/Shanghai", {});
  EXPECT_EQ(after_open_time(store, 1000, 7 * kHour), 1000 + 7 * kHour);
  EXPECT_EQ(open_time_between(store, 1000, 4000), 3000);
}

TEST(OpenTime, is_as_long_as_it_was_when_the_clock_is_put_forward_or_back) {
  // Berlin: on Sunday 29 March 2026 the hour from 02:00 is left out, on 25 October it comes twice.
  const auto store = store_open("Europe/Berlin", {{{7}, "00:00", "08:00"}});
  EXPECT_EQ(open_time_between(store, at("2026-03-29T00:00:00+01:00"), at("2026-03-29T08:00:00+02:00")),
            7 * kHour);
  EXPECT_EQ(after_open_time(store, at("2026-03-29T01:50:00+01:00"), 15 * kMinute),
            at("2026-03-29T03:05:00+02:00"));
  EXPECT_EQ(open_time_between(store, at("2026-10-25T00:00:00+02:00"), at("2026-10-25T08:00:00+01:00")),
            9 * kHour);
}

/// Both are each other's inverse, whatever the hours: counted minute by minute.
TEST(OpenTime, agrees_with_counting_the_minutes) {
  const auto store = store_open("Europe/Berlin",
                                {{{1}, "09:30", "12:00"}, {{6}, "10:00", "16:15"}, {{7}, "01:00", "05:00"}});
  const auto zone = store.zone();
  const auto is_open = [&](Instant moment) {
    const auto local = zone.local(moment);
    const int minute = local.hour * 60 + local.minute;
    if (local.weekday == 1) return minute >= 570 && minute < 720;
    if (local.weekday == 6) return minute >= 600 && minute < 975;
    return local.weekday == 7 && minute >= 60 && minute < 300;
  };
  for (Instant from = at("2026-03-27T00:00:00Z"); from < at("2026-03-31T00:00:00Z"); from += 47 * kMinute) {
    const auto until = after_open_time(store, from, 30 * kMinute);
    Instant counted = 0;
    for (Instant minute = from; minute < until; minute += kMinute) counted += is_open(minute) ? kMinute : 0;
    EXPECT_EQ(counted, 30 * kMinute) << format_instant(from);
    EXPECT_EQ(open_time_between(store, from, until), 30 * kMinute) << format_instant(from);
  }
}

class LeadClock : public testing::TestWithParam<database::Engine> {
 protected:
  LeadClock() {
    const auto made =
        town.post("admin", "/stores/{home}/tokens", R"({"id":")" + town.new_id() + R"(","name":"车网"})");
    token = "Bearer " + made.text_at("secret");
    on_duty("chen");
    on_duty("li");
  }
  void on_duty(const std::string& who) {
    EXPECT_LT(town.put("lin", "/stores/{home}/duty/" + town.id(who), R"({"on":true})").status, 300);
  }
  /// @returns the card
  std::string lead(const std::string& phone = "13800138000") {
    const auto answer = town.ask({"",
                                  "POST /stores/{home}/leads",
                                  bj::serialize(bj::object{{"name", "王小明"}, {"phone", phone}}),
                                  {{"authorization", token}, {"x-requested-with", ""}}});
    EXPECT_EQ(answer.status, 201) << answer.text;
    return answer.text_at("card_id");
  }
  void run() {
    Store store;
    town.database().read([&](database::Transaction& tx) { store = dealership::load_store(tx, town.home()); });
    run_lead_clocks(town.database(), store, town.clock().now(), [] { return true; });
  }
  Answer call(const std::string& who, const std::string& card, bool reached, Instant when = 0) {
    bj::object body{{"id", town.new_id()},
                    {"way", "call"},
                    {"reached", reached},
                    {"ending", "next"},
                    {"next_on", "2026-03-06"}};
    if (reached) body["purchase_when"] = "this_month";
    if (when != 0) body["at"] = format_instant(when);
    return town.post(who, "/stores/{home}/prospects/" + card + "/follow-ups", bj::serialize(body));
  }
  bj::object first(const std::string& who = "lin") {
    return town.get(who, "/stores/{home}/leads").body.at("items").at(0).as_object();
  }
  std::string state() { return std::string(first().at("state").as_string()); }
  std::string in_charge(const std::string& card) {
    return town.get("lin", "/stores/{home}/prospects/" + card).text_at("/card/salesperson/name");
  }
  Town town{GetParam()};
  std::string token;
};

TEST_P(LeadClock, stops_when_a_person_has_tried) {
  const auto card = lead();
  EXPECT_EQ(state(), "waiting");
  town.clock().advance(4 * kMinute);
  ASSERT_EQ(call("chen", card, false).status, 201);  // nobody answered, yet it was tried
  EXPECT_EQ(state(), "answered");
  EXPECT_EQ(first().at("response_minutes").as_int64(), 4);
  EXPECT_TRUE(first().at("in_time").as_bool());
  town.clock().advance(kHour);
  run();
  EXPECT_EQ(in_charge(card), "陈伟");
  EXPECT_EQ(state(), "answered");
}

TEST_P(LeadClock, does_not_stop_for_what_is_no_answer) {
  const auto card = lead();
  lead();  // they write again: another machine's deed
  const auto page = town.get("lin", "/stores/{home}/prospects/" + card);
  ASSERT_EQ(town.put("lin", "/stores/{home}/prospects/" + card, R"({"purchase_when":"this_month"})",
                     page.body.at("card").at("version").as_int64())
                .status,
            200);
  Actor machine;
  machine.machine = true;
  Card as_it_is;
  as_it_is.store_id = town.home();
  as_it_is.id = card;
  town.database().write([&](database::Transaction& tx) {
    note_response(tx, machine, as_it_is, town.clock().now());
    return database::Outcome::keep;
  });
  EXPECT_EQ(town.get("lin", "/stores/{home}/leads?state=waiting").body.at("items").as_array().size(), 2U);
}

TEST_P(LeadClock, hands_the_lead_on_and_then_tells_the_manager) {
  const auto card = lead();
  EXPECT_EQ(in_charge(card), "陈伟");
  town.clock().advance(15 * kMinute - 1);
  run();
  EXPECT_EQ(in_charge(card), "陈伟");
  town.clock().advance(1);
  run();
  EXPECT_EQ(in_charge(card), "李娜");
  const auto page = town.get("li", "/stores/{home}/prospects/" + card);
  EXPECT_EQ(page.text_at("/steps/0/kind"), "lead_reassigned");
  EXPECT_EQ(page.text_at("/steps/0/from/name"), "陈伟");
  EXPECT_EQ(page.text_at("/steps/0/to/name"), "李娜");
  EXPECT_EQ(page.text_at("/card/next/at"), format_instant(town::kMorning + 20 * kMinute));
  // Both find it in their lists; the contact is only for who has it.
  EXPECT_EQ(first("chen").at("moved_from").at("name").as_string(), "陈伟");
  EXPECT_TRUE(first("chen").at("phone").is_null());
  EXPECT_EQ(first("li").at("phone").as_string(), "+8613800138000");
  EXPECT_TRUE(town.get("lin", "/stores/{home}/prospects/board").body.at("leads").as_array().empty());
  town.clock().advance(15 * kMinute);
  run();
  EXPECT_EQ(in_charge(card), "李娜");
  EXPECT_EQ(state(), "breached");
  const auto board = town.get("lin", "/stores/{home}/prospects/board");
  EXPECT_EQ(board.text_at("/leads/0/card_id"), card);
  EXPECT_EQ(board.text_at("/leads/0/salesperson/name"), "李娜");
  EXPECT_EQ(town.get("lin", "/stores/{home}/prospects/" + card).text_at("/steps/0/kind"), "lead_escalated");
  ASSERT_EQ(call("li", card, true).status, 201);
  EXPECT_EQ(state(), "answered");
  EXPECT_FALSE(first().at("in_time").as_bool());
  EXPECT_TRUE(town.get("lin", "/stores/{home}/prospects/board").body.at("leads").as_array().empty());
}

TEST_P(LeadClock, makes_up_exactly_for_the_time_in_which_the_machine_was_off) {
  const auto one = lead("13800138000"), two = lead("13800138001"), three = lead("13800138002");
  EXPECT_EQ(in_charge(one) + in_charge(two) + in_charge(three), "陈伟李娜陈伟");
  town.clock().advance(3 * kHour);
  run();
  EXPECT_EQ(in_charge(one) + in_charge(two) + in_charge(three), "李娜陈伟李娜");
  const auto list = town.get("lin", "/stores/{home}/leads");
  for (const auto& each : list.body.at("items").as_array()) {
    EXPECT_EQ(each.at("state").as_string(), "breached");
    EXPECT_EQ(each.at("reassigned_at").as_string(), format_instant(town::kMorning + 15 * kMinute));
  }
  const auto rows = town.row_counts();
  run();
  EXPECT_EQ(town.row_counts(), rows);
}

TEST_P(LeadClock, rests_while_the_store_is_closed) {
  // The home store closes at some hour; 22:00 is after it.
  town.travel(town::kMorning + 12 * kHour);
  const auto card = lead();
  town.clock().advance(kHour);
  run();
  EXPECT_EQ(state(), "waiting");
  const auto lead_now = first();
  const auto target = at(std::string(lead_now.at("target_at").as_string()));
  const auto breach = at(std::string(lead_now.at("breach_at").as_string()));
  EXPECT_EQ(breach - target, 25 * kMinute);
  town.travel(breach - 1);
  run();
  EXPECT_EQ(state(), "waiting");
  town.clock().set(breach);
  run();
  EXPECT_EQ(state(), "breached");
}

TEST_P(LeadClock, leaves_running_relationships_and_decisions_of_managers_alone) {
  const auto filed = town.post("chen", Town::visit(town.a_visit(), "/filing"), town.filing("13800138000"));
  ASSERT_EQ(filed.status, 201);
  town.clock().advance(kMinute);
  const auto known = lead("13800138000"), given = lead("13800138001");
  const auto to = in_charge(given) == "陈伟" ? "li" : "chen";
  ASSERT_EQ(
      town.post("lin", "/stores/{home}/prospects/" + given + "/handover", R"({"to":")" + town.id(to) + "\"}")
          .status,
      200);
  const auto whose = in_charge(given);
  town.clock().advance(20 * kMinute);
  run();
  EXPECT_EQ(in_charge(known), "陈伟");
  EXPECT_EQ(in_charge(given), whose);
  town.clock().advance(20 * kMinute);
  run();
  EXPECT_EQ(town.get("lin", "/stores/{home}/leads?state=breached").body.at("items").as_array().size(), 2U);
}

TEST_P(LeadClock, takes_the_first_of_two_attempts_whenever_they_arrive) {
  const auto card = lead();
  town.clock().advance(10 * kMinute);
  ASSERT_EQ(call("lin", card, false).status, 201);
  EXPECT_FALSE(first().at("in_time").as_bool());
  ASSERT_EQ(call("chen", card, false, town::kMorning + 2 * kMinute).status, 201);
  EXPECT_EQ(first().at("response_minutes").as_int64(), 2);
  EXPECT_EQ(first().at("responded_by").at("name").as_string(), "陈伟");
  // One from before the lead came is none.
  const auto again = lead();
  EXPECT_EQ(again, card);
  ASSERT_EQ(call("chen", card, false, town::kMorning + 9 * kMinute).status, 201);
  EXPECT_EQ(state(), "waiting");
}

TEST_P(LeadClock, runs_by_the_times_that_held_when_the_lead_came) {
  const auto path = [](const std::string& day) { return "/stores/{home}/leads/times/" + day; };
  EXPECT_EQ(town.put("lin", path("2026-03-04"), R"({"target":10,"reassign":20,"breach":40})").error_at(""),
            "from_tomorrow_on");
  EXPECT_EQ(
      town.put("lin", path("2026-03-05"), R"({"target":10,"reassign":9,"breach":8})").error_at("/reassign"),
      "before_the_target");
  EXPECT_EQ(town.put("chen", path("2026-03-05"), R"({"target":10,"reassign":20,"breach":40})").status, 403);
  ASSERT_EQ(town.put("lin", path("2026-03-05"), R"({"target":10,"reassign":20,"breach":40})").status, 200);
  lead("13800138000");
  EXPECT_EQ(first().at("breach_at").as_string(), format_instant(town::kMorning + 30 * kMinute));
  town.travel(town::kMorning + kDay);
  lead("13800138001");
  EXPECT_EQ(first().at("target_at").as_string(), format_instant(town::kMorning + kDay + 10 * kMinute));
  EXPECT_EQ(first().at("breach_at").as_string(), format_instant(town::kMorning + kDay + 40 * kMinute));
  const auto page = town.get("lin", "/stores/{home}/leads/times");
  EXPECT_EQ(page.text_at("/today/from_day"), "2026-03-05");
}

TEST_P(LeadClock, runs_in_the_background) {
  const auto card = lead();
  town.clock().advance(16 * kMinute);
  const LeadClocks clocks(town.database(), town.clock(), std::chrono::milliseconds(5));
  EXPECT_TRUE(town::soon([&] { return in_charge(card) == "李娜"; }));
}

INSTANTIATE_TEST_SUITE_P(Engines, LeadClock, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
