// Random months of people who come, order, think better of it and are lost, held against a model that knows
// nothing of the program but what it was told.
#include "improvement/cohorts.h"

#include <gtest/gtest.h>

#include <random>

#include "improvement/improvement.h"
#include "platform/json/kinds.h"
#include "town/town.h"

namespace guanxi::improvement {
namespace {

namespace bj = boost::json;
using town::Town;

constexpr Instant kFebruary = 1769932800000;    // 2026-02-01 08:00Z
constexpr Instant kSummerTime = 1774746000000;  // 2026-03-29 01:00Z

/// Days since 1970 in Berlin, in the half year around the beginning of summer time.
std::int64_t berlin_day(Instant at) { return (at + (at < kSummerTime ? 1 : 2) * kHour) / kDay; }
std::string text_of(std::int64_t day) { return add_days("1970-01-01", static_cast<int>(day)); }

struct Came {
  Instant at = 0;
  std::string id, card;  ///< no card: unfiled, or nobody ever closed it
  bool delivered = false;
  std::vector<std::pair<std::int64_t, Fate>> course;  ///< from which day on they stood where
};

class CohortHistories : public testing::TestWithParam<database::Engine> {
 protected:
  CohortHistories() {
    town.travel(kFebruary);
    town.move_to_zone("home", "Europe/Berlin");
  }
  std::size_t dice(std::size_t sides) { return rng() % sides; }
  Instant now() { return town.clock().now(); }

  void come() {
    Came one;
    one.at = now();
    one.id = town.a_visit();
    if (dice(3) == 0) {
      if (dice(2) == 0) town.post("chen", Town::visit(one.id, "/unfiled"), town.unfiled());
    } else {
      const auto phone = std::to_string(13800130000 + static_cast<std::int64_t>(all.size()));
      const auto filed = town.post("chen", Town::visit(one.id, "/filing"), town.filing(phone));
      ASSERT_LT(filed.status, 300) << filed.text;
      one.card =
          town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id");
    }
    all.push_back(one);
  }
  bool tell(const std::string& who, const Came& one, const std::string& what, const bj::object& body) {
    const auto path = "/stores/{home}/prospects/" + one.card + what;
    return town.post(who, path, bj::serialize(body)).status < 300;
  }
  void order(Came& one) {
    const auto since = one.course.empty() ? one.at : now();
    const auto at = now() - static_cast<Instant>(dice(static_cast<std::size_t>(now() - since) + 1));
    if (tell("chen", one, "/orders",
             {{"id", town.new_id()},
              {"model_id", town.model()},
              {"price", 18980000},
              {"deposit", 0},
              {"ordered_at", format_instant(at)}}))
      one.course.emplace_back(berlin_day(at), Fate::closed);
  }
  void lose(Came& one) {
    if (tell("chen", one, "/follow-ups",
             {{"id", town.new_id()},
              {"way", "call"},
              {"reached", true},
              {"ending", "loss"},
              {"said", "买了别家"}}) &&
        tell("lin", one, "/loss/approval", {}))
      one.course.emplace_back(berlin_day(now()), Fate::lost);
  }
  void go_on(Came& one) {
    if (one.card.empty() || one.delivered) return;
    switch (dice(5)) {
      case 0:
      case 1:
        return order(one);
      case 2:
        if (tell("chen", one, "/cancellation", {{"reason", "贷款没批"}}))
          one.course.emplace_back(berlin_day(now()), Fate::follow_up);
        return;
      case 3:
        if (tell("chen", one, "/delivery", {})) one.delivered = true;
        return;
      default:
        return lose(one);
    }
  }
  /// Where they stood at the end of that day.
  Fate fate_of(const Came& one, std::int64_t day) {
    if (one.card.empty()) return Fate::unfiled;
    Fate fate = Fate::follow_up;
    for (const auto& [from, stands] : one.course) {
      if (from <= day) fate = stands;
    }
    return fate;
  }
  /// By month, age and fate.
  std::map<std::tuple<std::string, int, std::string>, std::size_t> expected() {
    std::map<std::tuple<std::string, int, std::string>, std::size_t> counts;
    for (const auto& one : all) {
      for (const int age : {7, 15, 30, 60, 90}) {
        const auto day = berlin_day(one.at);
        if (day + age >= berlin_day(now())) continue;
        ++counts[{text_of(day).substr(0, 7), age, json::to_word(fate_of(one, day + age))}];
      }
    }
    return counts;
  }
  std::size_t length_of_list(const std::string& month, std::int64_t age, const std::string& fate) {
    const auto query = "month=" + month + "&days=" + std::to_string(age) + "&fate=" + fate;
    return town.get("lin", "/stores/{home}/cohorts/visits?limit=200&" + query)
        .body.at("items")
        .as_array()
        .size();
  }
  void check(const std::string& who, const std::string& path, bool with_lists) {
    auto left = expected();
    const auto shown = town.get(who, path + "/cohorts?from=2026-01&to=2026-08");
    ASSERT_EQ(shown.status, 200) << shown.text;
    for (const auto& month : shown.body.at("months").as_array()) {
      const auto name = std::string(month.at("month").as_string());
      for (const auto& age : month.at("ages").as_array()) {
        for (const auto* fate : {"closed", "follow_up", "lost", "unfiled"}) {
          const auto days = age.at("days").as_int64();
          const auto count = static_cast<std::size_t>(age.at(fate).as_int64());
          EXPECT_EQ(count, (left[{name, static_cast<int>(days), fate}]))
              << name << " " << days << " " << fate;
          left.erase({name, static_cast<int>(days), fate});
          if (!with_lists) continue;
          EXPECT_EQ(length_of_list(name, days, fate), count);
        }
      }
    }
    for (const auto& [key, count] : left) EXPECT_EQ(count, 0U) << std::get<0>(key);
  }

  Town town{GetParam()};
  std::mt19937 rng{20260201};
  std::vector<Came> all;
};

TEST_P(CohortHistories, are_told_as_they_were_at_each_age) {
  Folder folder(town.database(), town.clock(), std::chrono::hours(1));
  for (int step = 0; step < 260; ++step) {
    if (all.size() < 5 || dice(3) == 0)
      come();
    else
      go_on(all[dice(all.size())]);
    if (dice(2) == 0) town.travel(now() + static_cast<Instant>(dice(36 * kHour)));
    if (dice(12) == 0) folder.fold_once();
    if (step % 65 == 64) check("lin", "/stores/{home}", false);
  }
  check("lin", "/stores/{home}", true);
  EXPECT_TRUE(verify(town.database(), now()).empty());
  check("boss", "/groups/{group}", false);
}

TEST_P(CohortHistories, months_that_are_none_and_other_ages_are_refused) {
  const std::string path = "/stores/{home}/cohorts/visits?fate=closed&";
  EXPECT_EQ(town.get("lin", path + "month=2026-13&days=7").error_at("/month"), "not_a_month");
  EXPECT_EQ(town.get("lin", path + "month=2026-02&days=8").error_at("/days"), "not_a_choice");
  EXPECT_EQ(town.get("lin", "/stores/{home}/unfiled/groups?by=fate").error_at("/by"), "not_a_choice");
}

INSTANTIATE_TEST_SUITE_P(Engines, CohortHistories, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::improvement
