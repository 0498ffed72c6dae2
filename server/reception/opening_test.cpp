#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "town/town.h"

namespace guanxi::reception {
namespace {

using town::Answer;
using town::Town;

class Opening : public testing::TestWithParam<database::Engine> {
 protected:
  /// Opens a visit with these further fields ("\"way\":\"walk_in\",…").
  Answer open(const std::string& who, const std::string& fields) {
    return town.post(who, "/stores/{home}/visits", R"({"id":")" + town.new_id() + "\"," + fields + "}");
  }
  void on_duty(const std::string& login) {
    ASSERT_EQ(town.put("zhao", "/stores/{home}/duty/" + town.id(login), R"({"on":true})").status, 200);
  }
  std::string filed_customer(const std::string& phone, const std::string& salesperson = "chen") {
    const auto visit = town.a_visit(salesperson);
    const auto answer = town.post(salesperson, Town::visit(visit, "/filing"), town.filing(phone));
    EXPECT_EQ(answer.status, 201) << answer.text;
    return answer.text_at("/customer/id");
  }
  /// Name of a person field of an answer, or "".
  static std::string name(const Answer& answer, const std::string& field) {
    return answer.text_at("/" + field + "/name");
  }
  std::int64_t turns_of(const std::string& login) {
    const auto duty = town.get("zhao", "/stores/{home}/duty");
    for (const auto& entry : duty.body.at("items").as_array()) {
      if (entry.at("person").at("id").as_string() == town.id(login)) return entry.at("turns").as_int64();
    }
    return -99;
  }

  Town town{GetParam()};
};

TEST_P(Opening, a_walk_in_is_a_first_visit_now) {
  const auto answer = open("zhao", R"("way":"walk_in","party_size":3)");
  ASSERT_EQ(answer.status, 201) << answer.text;
  EXPECT_EQ(answer.text_at("kind"), "visit");
  EXPECT_EQ(answer.text_at("occasion"), "first");
  EXPECT_EQ(answer.text_at("standing"), "open");
  EXPECT_EQ(answer.text_at("arrived_at"), "2026-03-04T02:00:00.000Z");
  EXPECT_EQ(answer.text_at("day"), "2026-03-04");
  EXPECT_EQ(answer.number_at("party_size"), 3);
  EXPECT_EQ(answer.version(), 1);
  EXPECT_EQ(name(answer, "salesperson"), "");  // nobody is on duty
  EXPECT_EQ(name(answer, "opened_by"), "赵敏");
  EXPECT_FALSE(answer.body.at("overdue").as_bool());
}

TEST_P(Opening, an_appointment_may_say_when_they_were_invited_for) {
  const auto answer =
      open("zhao", R"("way":"appointment","appointed_at":"2026-03-04T10:30:00+08:00","transport":"taxi")");
  ASSERT_EQ(answer.status, 201) << answer.text;
  const auto shown = town.get("zhao", Town::visit(answer.text_at("id")));
  EXPECT_EQ(shown.text_at("appointed_at"), "2026-03-04T02:30:00.000Z");  // they came half an hour early
  EXPECT_EQ(shown.text_at("transport"), "taxi");
  EXPECT_EQ(shown.body, answer.body);
}

TEST_P(Opening, names_every_wrong_field_in_one_round) {
  const auto before = town.row_counts();
  const auto answer = open("zhao", R"("way":"walk_in","party_size":0,"left_at":"2026-03-04T01:00:00Z",)"
                                   R"("channel_code":"none","appointed_at":"2026-03-04T01:00:00Z",)"
                                   R"("salesperson_id":")" +
                                       town.id("zhao") + R"(","customer_id":")" + town.new_id() + "\"");
  EXPECT_EQ(answer.error_at("/party_size"), "too_small");
  EXPECT_EQ(answer.error_at("/left_at"), "left_before_arriving");
  EXPECT_EQ(answer.error_at("/channel_code"), "not_a_choice");
  EXPECT_EQ(answer.error_at("/appointed_at"), "only_with_appointment");
  EXPECT_EQ(answer.error_at("/salesperson_id"), "not_a_salesperson");
  EXPECT_EQ(answer.error_at("/customer_id"), "no_such_customer");
  EXPECT_EQ(answer.body.at("errors").as_array().size(), 6U);
  EXPECT_EQ(town.row_counts(), before);
}

TEST_P(Opening, only_an_appointment_has_an_appointed_time) {
  for (const auto* way : {"walk_in", "again", "call"}) {
    const auto answer =
        open("zhao", R"("way":")" + std::string(way) + R"(","appointed_at":"2026-03-04T02:30:00Z")");
    EXPECT_EQ(answer.status, 422) << way;
    EXPECT_EQ(answer.error_at("/appointed_at"), "only_with_appointment") << way;
  }
  EXPECT_EQ(open("zhao", R"("way":"appointment","appointed_at":"2025-03-03T02:00:00Z")").text_at("way"),
            "appointment");  // 366 days
  for (const auto* far : {"2025-03-03T01:59:59Z", "2027-03-05T02:00:01Z"}) {
    const auto answer = open("zhao", R"("way":"appointment","appointed_at":")" + std::string(far) + "\"");
    EXPECT_EQ(answer.error_at("/appointed_at"), "far_from_the_visit") << far;
  }
}

TEST_P(Opening, knows_four_ways) {
  struct Case {
    std::string way, kind, occasion;
  };
  for (const auto& one : {Case{"walk_in", "visit", "first"}, Case{"appointment", "visit", "first"},
                          Case{"call", "call", "first"}, Case{"again", "visit", "again"}}) {
    const auto answer = open("zhao", R"("way":")" + one.way + "\"");
    EXPECT_EQ(answer.text_at("kind"), one.kind) << one.way;
    EXPECT_EQ(answer.text_at("occasion"), one.occasion) << one.way;
  }
}

TEST_P(Opening, may_be_logged_afterwards_on_the_day_of_the_store) {
  // 23:30 in Shanghai on the third, half past three in the afternoon in UTC.
  const auto answer = open("lin", R"("way":"walk_in","arrived_at":"2026-03-03T15:30:00Z",)"
                                  R"("left_at":"2026-03-03T16:10:30Z","channel_code":"portal.autohome")");
  ASSERT_EQ(answer.status, 201) << answer.text;
  EXPECT_EQ(answer.text_at("day"), "2026-03-03");
  EXPECT_EQ(answer.number_at("minutes"), 40);
  EXPECT_EQ(answer.text_at("channel_code"), "portal.autohome");
}

TEST_P(Opening, refuses_what_cannot_be) {
  struct Case {
    std::string fields, pointer, code;
  };
  const std::string walk = R"("way":"walk_in",)";
  const Case cases[] = {
      {walk + R"("arrived_at":"2026-03-04T02:01:00.001Z")", "/arrived_at", "in_the_future"},
      {walk + R"("arrived_at":"1999-12-31T23:59:59Z")", "/arrived_at", "too_long_ago"},
      {walk + R"("left_at":"2026-03-04T01:59:00Z")", "/left_at", "left_before_arriving"},
      {walk + R"("left_at":"2026-03-04T03:00:00Z")", "/left_at", "in_the_future"},
      {walk + R"("party_size":0)", "/party_size", "too_small"},
      {walk + R"("party_size":100)", "/party_size", "too_large_number"},
      {walk + R"("channel_code":"nothing")", "/channel_code", "not_a_choice"},
      {walk + R"("salesperson_id":")" + town.id("lin") + "\"", "/salesperson_id", "not_a_salesperson"},
      {walk + R"("salesperson_id":")" + town.id("sun") + "\"", "/salesperson_id", "not_a_salesperson"},
      {walk + R"("customer_id":")" + town.new_id() + "\"", "/customer_id", "no_such_customer"},
      {R"("way":"by_parachute")", "/way", "not_a_choice"},
  };
  const auto before = town.row_counts();
  for (const auto& one : cases) {
    const auto answer = open("zhao", one.fields);
    EXPECT_EQ(answer.status, 422) << one.fields;
    EXPECT_EQ(answer.error_at(one.pointer), one.code) << answer.text;
  }
  EXPECT_EQ(town.row_counts(), before);
}

TEST_P(Opening, a_retired_channel_is_no_longer_to_be_had) {
  const auto list = town.get("admin", "/stores/{home}/channels");
  const auto retire = R"({"label_zh":"易车","label_en":"Yiche","position":10,"retired":true})";
  ASSERT_EQ(town.put("admin", "/stores/{home}/channels/portal.yiche", retire, 1).status, 200);
  EXPECT_EQ(open("zhao", R"("way":"walk_in","channel_code":"portal.yiche")").error_at("/channel_code"),
            "retired_choice");
  // The sister store has its own copy.
  const auto there =
      town.post("wang", "/stores/{sister}/visits",
                R"({"id":")" + town.new_id() + R"(","way":"walk_in","channel_code":"portal.yiche"})");
  EXPECT_EQ(there.status, 201);
}

TEST_P(Opening, the_same_id_twice_creates_once) {
  const auto body = R"({"id":")" + town.new_id() + R"(","way":"walk_in"})";
  const auto first = town.post("zhao", "/stores/{home}/visits", body);
  const auto before = town.row_counts();
  const auto second = town.post("zhao", "/stores/{home}/visits", body);
  EXPECT_EQ(second.status, 201);
  EXPECT_EQ(second.body, first.body);
  EXPECT_EQ(town.row_counts(), before);
  // Another store may use the same id: it is another visit.
  EXPECT_EQ(town.post("wang", "/stores/{sister}/visits", body).status, 201);
  // A salesperson who does not see the visit learns no more than that the id is taken.
  EXPECT_EQ(town.post("li", "/stores/{home}/visits", body).error_at("/id"), "in_use");
}

TEST_P(Opening, the_same_id_from_many_phones_at_once_creates_once) {
  const auto body = R"({"id":")" + town.new_id() + R"(","way":"walk_in"})";
  std::vector<std::thread> phones;
  std::mutex mutex;
  std::set<std::string> answers;
  for (int i = 0; i < 8; ++i) {
    phones.emplace_back([&] {
      const auto answer = town.post("zhao", "/stores/{home}/visits", body);
      std::lock_guard lock(mutex);
      EXPECT_EQ(answer.status, 201) << answer.text;
      answers.insert(answer.text);
    });
  }
  for (auto& phone : phones) phone.join();
  EXPECT_EQ(answers.size(), 1U);
  EXPECT_EQ(town.row_counts().at("reception_visits"), 1);
}

TEST_P(Opening, goes_to_who_is_on_turn) {
  on_duty("chen");
  on_duty("li");
  EXPECT_EQ(name(open("zhao", R"("way":"walk_in")"), "salesperson"), "陈伟");
  EXPECT_EQ(name(open("zhao", R"("way":"appointment")"), "salesperson"), "李娜");
  EXPECT_EQ(turns_of("chen"), 1);
  EXPECT_EQ(turns_of("li"), 1);
}

TEST_P(Opening, a_named_salesperson_spends_a_turn_too) {
  on_duty("chen");
  on_duty("li");
  EXPECT_EQ(name(open("zhao", R"("way":"walk_in","salesperson_id":")" + town.id("li") + "\""), "salesperson"),
            "李娜");
  EXPECT_EQ(turns_of("li"), 1);
  EXPECT_EQ(turns_of("chen"), 0);
}

TEST_P(Opening, a_call_costs_no_turn) {
  on_duty("chen");
  EXPECT_EQ(name(open("zhao", R"("way":"call")"), "salesperson"), "陈伟");
  EXPECT_EQ(turns_of("chen"), 0);
  EXPECT_EQ(open("zhao", R"("way":"again","kind":"call")").text_at("kind"), "call");
  EXPECT_EQ(turns_of("chen"), 0);
}

TEST_P(Opening, a_customer_on_file_goes_to_who_is_in_charge_and_costs_no_turn) {
  const auto customer = filed_customer("13800138000", "li");
  on_duty("chen");
  on_duty("li");
  const auto answer = open("zhao", R"("way":"again","customer_id":")" + customer + "\"");
  EXPECT_EQ(name(answer, "salesperson"), "李娜");
  EXPECT_EQ(answer.text_at("occasion"), "again");
  EXPECT_EQ(turns_of("li"), 0);
  EXPECT_EQ(turns_of("chen"), 0);
}

TEST_P(Opening, a_customer_whose_salesperson_is_gone_goes_to_who_is_on_turn) {
  const auto customer = filed_customer("13800138000", "li");
  on_duty("chen");
  const auto person = town.get("admin", "/people?q=li");
  const auto edit = R"({"name":"李娜","login":"li","roles":["salesperson"],"store_ids":[")" + town.home() +
                    R"("],"group_id":null,"phone":null,"retired":true})";
  ASSERT_EQ(town.put("admin", "/people/" + town.id("li"), edit, 1).status, 200);
  EXPECT_EQ(name(open("zhao", R"("way":"again","customer_id":")" + customer + "\""), "salesperson"), "陈伟");
  EXPECT_EQ(turns_of("chen"), 0);
}

TEST_P(Opening, a_customer_of_another_store_is_unknown) {
  const auto customer = filed_customer("13800138000");
  const auto answer =
      town.post("wang", "/stores/{sister}/visits",
                R"({"id":")" + town.new_id() + R"(","way":"again","customer_id":")" + customer + "\"}");
  EXPECT_EQ(answer.error_at("/customer_id"), "no_such_customer");
}

TEST_P(Opening, many_at_once_are_shared_out_evenly) {
  on_duty("chen");
  on_duty("li");
  std::vector<std::thread> tablets;
  for (int i = 0; i < 6; ++i) {
    tablets.emplace_back([&] { EXPECT_EQ(open("zhao", R"("way":"walk_in")").status, 201); });
  }
  for (auto& tablet : tablets) tablet.join();
  EXPECT_EQ(turns_of("chen"), 3);
  EXPECT_EQ(turns_of("li"), 3);
}

TEST_P(Opening, party_leaves_once) {
  const auto visit = town.a_visit();
  town.clock().advance(25 * kMinute + 59 * kSecond);
  const auto left = town.post("zhao", Town::visit(visit, "/departure"));
  ASSERT_EQ(left.status, 201) << left.text;
  EXPECT_EQ(left.number_at("minutes"), 25);
  town.clock().advance(kHour);
  const auto again = town.post("zhao", Town::visit(visit, "/departure"));
  EXPECT_EQ(again.body, left.body);
  EXPECT_EQ(
      town.post("zhao", Town::visit(town.a_visit(), "/departure"), R"({"left_at":"2026-03-04T02:00:00Z"})")
          .error_at("/left_at"),
      "left_before_arriving");
}

INSTANTIATE_TEST_SUITE_P(Engines, Opening, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::reception
