#include "prospects/test_drives.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class Drives : public testing::TestWithParam<database::Engine> {
 protected:
  std::string a_card(const std::string& phone = "13800138000", const std::string& who = "chen") {
    const auto filed = town.post(who, Town::visit(town.a_visit(who), "/filing"), town.filing(phone));
    return town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id");
  }
  Answer add_car(const bj::object& body, const std::string& who = "lin") {
    return town.post(who, "/stores/{home}/test-cars", bj::serialize(body));
  }
  std::string a_car(const std::string& name = "云岭 5 白") {
    return add_car({{"id", town.new_id()}, {"name", name}, {"plate", "浙A88888"}}).text_at("id");
  }
  bj::object drive(const std::string& car, const std::string& start, int minutes = 30) {
    return {{"id", town.new_id()}, {"car_id", car}, {"starts_at", start}, {"minutes", minutes}};
  }
  Answer book(const std::string& card, const bj::object& body, const std::string& who = "chen") {
    return town.post(who, "/stores/{home}/prospects/" + card + "/test-drives", bj::serialize(body));
  }
  Answer edit(const Answer& booked, const bj::object& body) {
    return town.put("chen", "/stores/{home}/test-drives/" + booked.text_at("id"), bj::serialize(body),
                    booked.version());
  }
  Answer say(const Answer& booked, const std::string& what, const bj::object& body) {
    return town.post("chen", "/stores/{home}/test-drives/" + booked.text_at("id") + "/" + what,
                     bj::serialize(body));
  }
  bj::object driven() {
    return {{"licence_seen", true},
            {"odometer", 1234},
            {"said", "底盘稳，太太喜欢"},
            {"purchase_when", "this_month"},
            {"next_on", "2026-03-06"}};
  }
  Answer page(const std::string& card) { return town.get("lin", "/stores/{home}/prospects/" + card); }
  Answer calendar(const std::string& day, const std::string& who = "chen") {
    return town.get(who, "/stores/{home}/calendar?day=" + day);
  }
  void go_to(const std::string& time) {
    town.clock().set(*parse_instant(time));
    town.travel(town.clock().now());
  }
  /// Counts pairs of one car's drives that are not cancelled and overlap, by looking at every pair.
  std::int64_t overlaps() {
    std::int64_t pairs = 0;
    town.database().read([&](database::Transaction& tx) {
      pairs = tx.query(
                    "SELECT count(*) FROM prospects_test_drives a JOIN prospects_test_drives b"
                    " ON a.store_id = b.store_id AND a.car_id = b.car_id AND a.id < b.id WHERE"
                    " a.standing <> 'cancelled' AND b.standing <> 'cancelled' AND a.starts_at < b.ends_at"
                    " AND b.starts_at < a.ends_at")[0]
                  .get<std::int64_t>(0);
    });
    return pairs;
  }
  Town town{GetParam()};
};

TEST_P(Drives, take_a_car_that_nobody_else_gets_meanwhile) {
  const auto car = a_car();
  const auto card = a_card();
  const auto other = a_card("13800138001", "li");
  const auto booked = book(card, drive(car, "2026-03-04T15:00:00+08:00", 45));
  ASSERT_EQ(booked.status, 201) << booked.text;
  EXPECT_EQ(booked.text_at("/car/name"), "云岭 5 白");
  EXPECT_EQ(booked.text_at("ends_at"), "2026-03-04T07:45:00.000Z");
  EXPECT_EQ(page(card).text_at("/card/next/way"), "test_drive");
  const auto rows = town.row_counts();
  for (const auto* start : {"14:45", "15:00", "15:44"}) {
    const auto refused = book(other, drive(car, std::string("2026-03-04T") + start + ":00+08:00"), "li");
    EXPECT_EQ(refused.status, 422) << start;
    EXPECT_EQ(refused.error_at("/starts_at"), "car_is_taken");
    EXPECT_EQ(refused.text_at("/errors/0/detail"), "这辆车 15:00–15:45 已由陈伟约好。");
  }
  EXPECT_EQ(town.row_counts(), rows);
  // The same phone asks again, next door is free, and so is another car.
  EXPECT_EQ(book(other, drive(car, "2026-03-04T14:30:00+08:00"), "li").status, 201);
  EXPECT_EQ(book(other, drive(car, "2026-03-04T15:45:00+08:00"), "li").status, 201);
  EXPECT_EQ(book(other, drive(a_car("云岭 7 黑"), "2026-03-04T15:00:00+08:00"), "li").status, 201);
  EXPECT_EQ(overlaps(), 0);
}

TEST_P(Drives, refuse_in_english_too_and_name_every_wrong_field) {
  const auto car = a_car();
  const auto card = a_card();
  book(card, drive(car, "2026-03-04T15:00:00+08:00"));
  ASSERT_LT(town.put("chen", "/session/preferences", R"({"language":"en","theme":"system"})").status, 300);
  EXPECT_EQ(book(card, drive(car, "2026-03-04T15:10:00+08:00")).text_at("/errors/0/detail"),
            "陈伟 has this car from 15:00 to 15:30.");
  auto wrong = drive(town.new_id(), "2026-03-01T15:00:00+08:00");
  wrong["appointment_id"] = town.new_id();
  const auto answer = book(card, wrong);
  EXPECT_EQ(answer.error_at("/car_id"), "no_such_test_car");
  EXPECT_EQ(answer.error_at("/starts_at"), "before_the_card");
  EXPECT_EQ(answer.error_at("/appointment_id"), "no_such_appointment");
  for (const int minutes : {0, 4, 721})
    EXPECT_EQ(book(card, drive(car, "2026-03-04T17:00:00+08:00", minutes)).status, 422) << minutes;
}

TEST_P(Drives, are_booked_once_by_their_id) {
  const auto car = a_car();
  const auto card = a_card();
  const auto body = drive(car, "2026-03-04T15:00:00+08:00");
  const auto first = book(card, body);
  const auto rows = town.row_counts();
  EXPECT_EQ(book(card, body).text, first.text);
  EXPECT_EQ(book(a_card("13800138001"), body).error_at("/id"), "in_use");
  EXPECT_EQ(town.row_counts().at("prospects_test_drives"), rows.at("prospects_test_drives"));
}

TEST_P(Drives, are_moved_to_another_time_or_car_when_it_is_free) {
  const auto car = a_car(), second = a_car("云岭 7 黑");
  const auto card = a_card();
  const auto booked = book(card, drive(car, "2026-03-04T15:00:00+08:00"));
  book(a_card("13800138001", "li"), drive(car, "2026-03-04T16:00:00+08:00"), "li");
  const auto to = [&](const std::string& which, const std::string& start) {
    return bj::object{{"car_id", which}, {"starts_at", start}, {"minutes", 60}};
  };
  EXPECT_EQ(edit(booked, to(car, "2026-03-04T15:30:00+08:00")).error_at("/starts_at"), "car_is_taken");
  // It does not stand in its own way.
  const auto longer = edit(booked, to(car, "2026-03-04T15:00:00+08:00"));
  ASSERT_EQ(longer.status, 200) << longer.text;
  const auto moved = edit(longer, to(second, "2026-03-04T16:00:00+08:00"));
  ASSERT_EQ(moved.status, 200) << moved.text;
  EXPECT_EQ(page(card).text_at("/card/next/at"), "2026-03-04T08:00:00.000Z");
  EXPECT_EQ(edit(booked, to(car, "2026-03-04T12:00:00+08:00")).status, 412);
  EXPECT_EQ(page(card).text_at("/steps/0/kind"), "drive_moved");
  EXPECT_EQ(page(card).text_at("/steps/0/plan/car/name"), "云岭 7 黑");
}

TEST_P(Drives, that_are_cancelled_free_the_car) {
  const auto car = a_car();
  const auto card = a_card();
  const auto booked = book(card, drive(car, "2026-03-04T15:00:00+08:00"));
  const auto cancelled = say(booked, "cancellation", {{"reason", "车在保养"}});
  ASSERT_EQ(cancelled.status, 200) << cancelled.text;
  EXPECT_EQ(cancelled.text_at("reason"), "车在保养");
  EXPECT_EQ(page(card).text_at("/card/next/on"), "2026-03-05");
  EXPECT_EQ(say(booked, "completion", driven()).code(), "drive_is_over");
  EXPECT_EQ(book(card, drive(car, "2026-03-04T15:00:00+08:00")).status, 201);
}

TEST_P(Drives, are_a_follow_up_and_suggest_a_grade_without_setting_it) {
  const auto car = a_car();
  const auto card = a_card();
  const bj::object invitation = {{"id", town.new_id()},
                                 {"at", "2026-03-04T14:30:00+08:00"},
                                 {"purpose", "test_drive"},
                                 {"drive", {{"id", town.new_id()}, {"car_id", car}, {"minutes", 60}}}};
  const auto made =
      town.post("chen", "/stores/{home}/prospects/" + card + "/appointments", bj::serialize(invitation));
  ASSERT_EQ(made.status, 201) << made.text;
  const bj::object said = {{"purchase_when", "next_month"}};
  const auto version = page(card).version();
  ASSERT_EQ(
      town.put("chen", "/stores/{home}/prospects/" + card, bj::serialize(said), version).text_at("grade"),
      "C");
  go_to("2026-03-04T15:10:00+08:00");
  const auto booked = town.get("chen", "/stores/{home}/calendar").body.at("drives").at(0);
  Answer seen;
  seen.body = booked;
  auto body = driven();
  body.erase("purchase_when");
  const auto done = say(seen, "completion", body);
  ASSERT_EQ(done.status, 200) << done.text;
  EXPECT_EQ(done.text_at("standing"), "driven");
  EXPECT_EQ(done.text_at("ends_at"), "2026-03-04T07:10:00.000Z");  // the car is back
  EXPECT_EQ(done.number_at("odometer"), 1234);
  const auto shown = page(card);
  EXPECT_EQ(shown.text_at("/card/grade"), "C");
  EXPECT_EQ(shown.text_at("/suggestion/grade"), "B");
  EXPECT_EQ(shown.text_at("/suggestion/because"), "test_drive");
  EXPECT_EQ(shown.text_at("/card/next/on"), "2026-03-06");
  EXPECT_EQ(shown.text_at("/appointments/0/standing"), "came");
  bool told = false;
  for (const auto& step : shown.body.at("steps").as_array())
    told |= step.at("follow_up").is_object() && step.at("follow_up").at("way").as_string() == "test_drive";
  EXPECT_TRUE(told);
  const auto rows = town.row_counts();
  EXPECT_EQ(say(seen, "completion", body).status, 200);  // the answer was lost
  EXPECT_EQ(town.row_counts(), rows);
  EXPECT_EQ(book(card, drive(car, "2026-03-04T15:10:00+08:00")).status, 201);
}

TEST_P(Drives, need_a_next_date_and_a_licence_that_was_looked_at_or_not) {
  const auto card = a_card();
  const auto booked = book(card, drive(a_car(), "2026-03-04T10:00:00+08:00"));
  auto body = driven();
  body.erase("next_on");
  body.erase("licence_seen");
  body["ended_at"] = "2026-03-04T12:00:00+08:00";
  const auto rows = town.row_counts();
  const auto answer = say(booked, "completion", body);
  EXPECT_EQ(answer.error_at("/next_on"), "next_needed");
  EXPECT_EQ(answer.error_at("/licence_seen"), "required");
  EXPECT_EQ(answer.error_at("/ended_at"), "in_the_future");
  EXPECT_EQ(town.row_counts(), rows);
}

TEST_P(Drives, that_were_early_take_the_time_they_took_if_the_car_was_there) {
  const auto car = a_car();
  const auto card = a_card();
  const auto booked = book(card, drive(car, "2026-03-04T15:00:00+08:00"));
  book(a_card("13800138001", "li"), drive(car, "2026-03-04T13:00:00+08:00"), "li");
  go_to("2026-03-04T13:20:00+08:00");
  EXPECT_EQ(say(booked, "completion", driven()).error_at("/ended_at"), "car_is_taken");
  go_to("2026-03-04T14:00:00+08:00");
  const auto done = say(booked, "completion", driven());
  ASSERT_EQ(done.status, 200) << done.text;
  EXPECT_EQ(done.text_at("starts_at"), "2026-03-04T05:30:00.000Z");
  EXPECT_EQ(done.text_at("ends_at"), "2026-03-04T06:00:00.000Z");
}

TEST_P(Drives, of_one_car_are_taken_once_when_everybody_asks_at_the_same_instant) {
  const auto car = a_car();
  std::vector<std::string> cards;
  for (int i = 0; i < 8; ++i) cards.push_back(a_card("1380013800" + std::to_string(i)));
  for (int round = 0; round < 5; ++round) {
    std::atomic<int> won = 0, refused = 0;
    std::vector<std::thread> people;
    for (int i = 0; i < 8; ++i) {
      const auto start = fmt::format("2026-03-{:02}T15:{:02}:00+08:00", 5 + round, i);
      people.emplace_back([&, body = drive(car, start), card = cards[static_cast<std::size_t>(i)]] {
        const auto answer = book(card, body);
        ++(answer.status == 201 ? won : refused);
        if (answer.status != 201) {
          EXPECT_EQ(answer.error_at("/starts_at"), "car_is_taken") << answer.text;
        }
      });
    }
    for (auto& person : people) person.join();
    EXPECT_EQ(won, 1);
    EXPECT_EQ(refused, 7);
  }
  EXPECT_EQ(overlaps(), 0);
}

TEST_P(Drives, never_overlap_whatever_people_do) {
  const std::vector<std::string> cars = {a_car("一"), a_car("二")};
  const auto card = a_card();
  std::mt19937 dice(20260304);
  const auto below = [&](int most) { return static_cast<int>(dice() % static_cast<unsigned>(most)); };
  const auto start = [&] {
    return fmt::format("2026-03-05T{:02}:{:02}:00+08:00", 10 + below(4), below(12) * 5);
  };
  std::vector<Answer> live;
  int taken = 0, free = 0;
  for (int step = 0; step < 120; ++step) {
    const auto what = below(4);
    const auto& car = cars[static_cast<std::size_t>(below(2))];
    Answer answer;
    if (what < 2 || live.empty()) {
      answer = book(card, drive(car, start(), 5 + below(12) * 5));
      if (answer.status == 201) live.push_back(answer);
    } else {
      auto& chosen = live[static_cast<std::size_t>(below(static_cast<int>(live.size())))];
      if (what == 2) {
        const bj::object to = {{"car_id", car}, {"starts_at", start()}, {"minutes", 5 + below(12) * 5}};
        answer = edit(chosen, to);
        if (answer.status == 200) chosen = answer;
      } else {
        answer = say(chosen, "cancellation", {});
        std::erase_if(live,
                      [id = chosen.text_at("id")](const Answer& one) { return one.text_at("id") == id; });
      }
    }
    ++(answer.status == 422 ? taken : free);
    EXPECT_TRUE(answer.status == 422 ? answer.error_at("/starts_at") == "car_is_taken" : answer.status < 300)
        << answer.text;
    // What was refused was really taken, and what was not was really free: both by looking at all of them.
    ASSERT_EQ(overlaps(), 0) << step;
  }
  EXPECT_GT(taken, 10);
  EXPECT_GT(free, 30);
}

TEST_P(Drives, stand_on_days_that_are_not_always_as_long) {
  town.move_to_zone("home", "Europe/Berlin");
  const auto car = a_car();
  const auto card = a_card();
  const auto spring = calendar("2026-03-29"), autumn = calendar("2026-10-25");
  EXPECT_EQ(spring.text_at("starts_at"), "2026-03-28T23:00:00.000Z");
  EXPECT_EQ(spring.text_at("ends_at"), "2026-03-29T22:00:00.000Z");  // 23 hours
  EXPECT_EQ(spring.text_at("opens_at"), "2026-03-29T07:00:00.000Z");
  EXPECT_EQ(autumn.text_at("starts_at"), "2026-10-24T22:00:00.000Z");
  EXPECT_EQ(autumn.text_at("ends_at"), "2026-10-25T23:00:00.000Z");  // 25 hours
  EXPECT_EQ(autumn.text_at("opens_at"), "2026-10-25T08:00:00.000Z");
  // From before the clock is put forward until after: one hour, not two.
  ASSERT_EQ(book(card, drive(car, "2026-03-29T01:30:00+01:00", 60)).status, 201);
  EXPECT_EQ(book(card, drive(car, "2026-03-29T03:30:00+02:00", 30)).status, 201);
  const auto refused = book(card, drive(car, "2026-03-29T03:00:00+02:00", 30));
  EXPECT_EQ(refused.text_at("/errors/0/detail"), "这辆车 01:30–03:30 已由陈伟约好。");
  // The last minutes of a day belong to it and to the next.
  ASSERT_EQ(book(card, drive(car, "2026-03-28T23:45:00+01:00", 30)).status, 201);
  EXPECT_EQ(calendar("2026-03-28").body.at("drives").as_array().size(), 1U);
  EXPECT_EQ(calendar("2026-03-29").body.at("drives").as_array().size(), 3U);
  EXPECT_EQ(calendar("2026-03-30").body.at("drives").as_array().size(), 0U);
}

TEST_P(Drives, of_others_are_seen_without_names) {
  book(a_card(), drive(a_car(), "2026-03-04T15:00:00+08:00"));
  const auto li = calendar("2026-03-04", "li");
  EXPECT_EQ(li.text_at("/drives/0/salesperson/name"), "陈伟");
  EXPECT_TRUE(li.body.at("drives").at(0).at("customer").is_null());
  EXPECT_TRUE(li.body.at("drives").at(0).at("card_id").is_null());
  EXPECT_EQ(li.body.at("drives").at(0).at("can").as_array().size(), 0U);
  EXPECT_EQ(calendar("2026-03-04", "zhao").text_at("/drives/0/customer"), "王小明");
  EXPECT_EQ(calendar("2026-03-04", "care").status, 200);
}

TEST_P(Drives, are_of_cars_that_the_manager_keeps) {
  const bj::object body = {{"id", town.new_id()}, {"name", "云岭 5 白"}, {"model_id", town.model()}};
  const auto car = add_car(body);
  ASSERT_EQ(car.status, 201) << car.text;
  EXPECT_EQ(add_car(body).text, car.text);
  EXPECT_EQ(add_car({{"id", town.new_id()}, {"name", "云岭 5 白"}}).error_at("/name"), "test_car_exists");
  EXPECT_EQ(
      add_car({{"id", town.new_id()}, {"name", "x"}, {"model_id", town.new_id()}}).error_at("/model_id"),
      "no_such_model");
  EXPECT_EQ(add_car({{"id", town.new_id()}, {"name", "x"}}, "chen").status, 403);
  const auto card = a_card();
  const auto booked = book(card, drive(car.text_at("id"), "2026-03-05T15:00:00+08:00"));
  const auto put = [&](const bj::object& as, std::int64_t version) {
    return town.put("lin", "/stores/{home}/test-cars/" + car.text_at("id"), bj::serialize(as), version);
  };
  const bj::object retired = {{"name", "云岭 5 白"}, {"retired", true}};
  const auto refused = put(retired, 1);
  EXPECT_EQ(refused.error_at("/retired"), "car_is_booked");
  EXPECT_EQ(refused.text_at("/errors/0/detail"), "这辆车 2026-03-05 15:00 还有预约，不能停用。");
  say(booked, "cancellation", {});
  EXPECT_EQ(put(retired, 1).status, 200);
  EXPECT_EQ(put(retired, 1).status, 412);
  EXPECT_EQ(book(card, drive(car.text_at("id"), "2026-03-05T15:00:00+08:00")).error_at("/car_id"),
            "no_such_test_car");
  EXPECT_EQ(calendar("2026-03-05").body.at("cars").as_array().size(), 0U);
  EXPECT_EQ(put({{"name", "云岭 5 白"}, {"retired", false}}, 2).status, 200);
  EXPECT_EQ(town.get("chen", "/stores/{home}/test-cars").body.at("items").as_array().size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Engines, Drives, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
