#include "reception/door_count.h"

#include <gtest/gtest.h>

#include "town/town.h"

namespace guanxi::reception {
namespace {

using town::Answer;
using town::Town;

TEST(DoorCounted, is_the_larger_of_desk_and_sensors) {
  struct Case {
    std::int64_t desk;
    std::optional<std::int64_t> sensor;
    std::int64_t counted;
  };
  for (const auto& one :
       {Case{0, {}, 0}, Case{5, {}, 5}, Case{5, 3, 5}, Case{3, 5, 5}, Case{4, 4, 4}, Case{0, 0, 0}}) {
    EXPECT_EQ(counted(one.desk, one.sensor), one.counted);
  }
}

class Door : public testing::TestWithParam<database::Engine> {
 protected:
  Door() {
    const auto made = town.post("admin", "/stores/{home}/tokens",
                                R"({"id":")" + town.new_id() + R"(","name":"门口感应器"})");
    EXPECT_EQ(made.status, 201) << made.text;
    secret = made.text_at("secret");
  }
  Answer tap(int parties, const std::string& id = "") {
    return town.post(
        "zhao", "/stores/{home}/door-counts/taps",
        R"({"id":")" + (id.empty() ? town.new_id() : id) + R"(","parties":)" + std::to_string(parties) + "}");
  }
  Answer report(const std::string& day, const std::string& hour, const std::string& sensor, int parties) {
    return town.ask({"",
                     "PUT /stores/{home}/door-counts/" + day + "/" + hour,
                     R"({"sensor":")" + sensor + R"(","parties":)" + std::to_string(parties) + "}",
                     {{"authorization", "Bearer " + secret}}});
  }
  boost::json::array days(const std::string& from, const std::string& to) {
    const auto answer = town.get("zhao", "/stores/{home}/door-counts?from=" + from + "&to=" + to);
    EXPECT_EQ(answer.status, 200) << answer.text;
    return answer.body.at("items").as_array();
  }
  Town town{GetParam()};
  std::string secret;
};

TEST_P(Door, taps_count_in_the_present_hour) {
  EXPECT_EQ(tap(1).number_at("parties"), 1);
  EXPECT_EQ(tap(1).number_at("parties"), 2);
  EXPECT_EQ(tap(-1).number_at("parties"), 1);
  town.clock().advance(kHour);
  const auto next = tap(1);
  EXPECT_EQ(next.number_at("hour"), 11);
  EXPECT_EQ(next.number_at("parties"), 1);
}

TEST_P(Door, the_same_tap_twice_counts_once) {
  const auto id = town.new_id();
  EXPECT_EQ(tap(1, id).number_at("parties"), 1);
  EXPECT_EQ(tap(1, id).number_at("parties"), 1);
}

TEST_P(Door, never_goes_below_zero) {
  EXPECT_EQ(tap(-1).code(), "nothing_to_take_back");
  tap(1);
  tap(-1);
  const auto before = town.row_counts();
  EXPECT_EQ(tap(-1).status, 409);
  EXPECT_EQ(tap(0).error_at("/parties"), "not_a_choice");
  EXPECT_EQ(town.row_counts(), before);
}

TEST_P(Door, a_sensors_later_report_replaces_the_earlier) {
  EXPECT_EQ(report("2026-03-04", "9", "east", 4).status, 200);
  EXPECT_EQ(report("2026-03-04", "9", "east", 6).status, 200);
  EXPECT_EQ(report("2026-03-04", "9", "west", 1).status, 200);
  const auto day = days("2026-03-04", "2026-03-04").at(0);
  EXPECT_EQ(day.at("counted").as_int64(), 7);
  EXPECT_EQ(day.at("hours").at(0).at("sensor").as_int64(), 7);
}

TEST_P(Door, no_report_comes_from_the_future_or_from_nowhere) {
  EXPECT_EQ(report("2026-03-04", "10", "east", 1).status, 200);  // the present hour
  EXPECT_EQ(report("2026-03-04", "11", "east", 1).error_at("/hour"), "in_the_future");
  EXPECT_EQ(report("2026-03-05", "0", "east", 1).error_at("/hour"), "in_the_future");
  for (const auto& [day, hour] : {std::pair{"2026-02-30", "1"},
                                  {"2026-03-03", "24"},
                                  {"2026-03-03", "-1"},
                                  {"2026-03-03", "1x"},
                                  {"heute", "1"}}) {
    EXPECT_EQ(report(day, hour, "east", 1).status, 404) << day << " " << hour;
  }
}

TEST_P(Door, completeness_is_logged_over_counted) {
  for (int i = 0; i < 4; ++i) tap(1);
  for (int i = 0; i < 3; ++i) town.a_visit();
  ASSERT_EQ(
      town.post("zhao", "/stores/{home}/visits", R"({"id":")" + town.new_id() + R"(","way":"call"})").status,
      201);
  report("2026-03-04", "10", "east", 2);  // less than the desk: does not count
  report("2026-03-04", "9", "east", 1);
  const auto day = days("2026-03-04", "2026-03-04").at(0);
  EXPECT_EQ(day.at("logged").as_int64(), 3);
  EXPECT_EQ(day.at("counted").as_int64(), 5);
  EXPECT_DOUBLE_EQ(day.at("completeness").as_double(), 0.6);
  const auto house = town.get("zhao", "/stores/{home}/house");
  EXPECT_EQ(house.number_at("logged_parties"), 3);
  EXPECT_EQ(house.number_at("counted_parties"), 5);
  EXPECT_EQ(house.number_at("tapped_this_hour"), 4);
}

TEST_P(Door, the_days_together_are_counted_hour_by_hour) {
  const auto counted = [&](const char* from, const char* to) {
    std::int64_t parties = -1;
    town.database().read([&](auto& tx) { parties = parties_counted(tx, town.home(), from, to); });
    return parties;
  };
  EXPECT_EQ(counted("2026-03-01", "2026-03-31"), 0);
  for (int i = 0; i < 4; ++i) tap(1);     // 10:00 of the fourth
  report("2026-03-04", "10", "east", 3);  // with the next one more than the desk
  report("2026-03-04", "10", "west", 2);
  report("2026-03-04", "9", "east", 1);
  report("2026-03-01", "23", "east", 7);
  report("2026-02-28", "12", "east", 9);
  EXPECT_EQ(counted("2026-03-01", "2026-03-31"), 5 + 1 + 7);
  EXPECT_EQ(counted("2026-03-01", "2026-03-01"), 7);
  EXPECT_EQ(counted("2026-02-28", "2026-03-04"), 9 + 7 + 1 + 5);
  EXPECT_EQ(counted("2026-03-05", "2026-03-31"), 0);
}

TEST_P(Door, an_uncounted_day_has_no_completeness) {
  town.a_visit();
  EXPECT_TRUE(days("2026-03-04", "2026-03-04").at(0).at("completeness").is_null());
  EXPECT_TRUE(days("2026-03-01", "2026-03-03").empty());
}

TEST_P(Door, shows_at_most_92_days) {
  const auto status = [&](const std::string& from, const std::string& to) {
    return town.get("zhao", "/stores/{home}/door-counts?from=" + from + "&to=" + to).error_at("/to");
  };
  EXPECT_EQ(days("2025-12-03", "2026-03-04").size(), 0U);  // 28 + 31 + 28 + 4 + … = 92 days
  EXPECT_EQ(status("2025-12-02", "2026-03-04"), "too_many_days");
  EXPECT_EQ(status("2026-03-04", "2026-03-03"), "range_upside_down");
}

TEST_P(Door, a_revoked_token_reports_nothing_more) {
  const auto tokens = town.get("admin", "/stores/{home}/tokens");
  const std::string id(tokens.body.at("items").at(0).at("id").as_string());
  ASSERT_EQ(town.remove("admin", "/stores/{home}/tokens/" + id).status, 204);
  EXPECT_EQ(report("2026-03-04", "9", "east", 4).status, 401);
}

TEST_P(Door, the_use_of_a_token_is_seen) {
  town.clock().advance(kHour);
  report("2026-03-04", "9", "east", 4);
  EXPECT_TRUE(town::soon([this] {
    const auto tokens = town.get("admin", "/stores/{home}/tokens");
    const auto& used = tokens.body.at("items").at(0).at("last_used_at");
    return used.is_string() && used.as_string() == "2026-03-04T03:00:00.000Z";
  }));
}

INSTANTIATE_TEST_SUITE_P(Engines, Door, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::reception
