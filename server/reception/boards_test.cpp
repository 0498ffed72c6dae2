#include "reception/boards.h"

#include <gtest/gtest.h>

#include <set>

#include "town/town.h"

namespace guanxi::reception {
namespace {

using town::Answer;
using town::Town;

class Boards : public testing::TestWithParam<database::Engine> {
 protected:
  std::string open(const std::string& fields) {
    const auto id = town.new_id();
    const auto answer = town.post("zhao", "/stores/{home}/visits", R"({"id":")" + id + "\"," + fields + "}");
    EXPECT_EQ(answer.status, 201) << answer.text;
    return id;
  }
  Answer today(const std::string& who) { return town.get(who, "/stores/{home}/today"); }
  static std::set<std::string> ids(const Answer& answer, const std::string& list) {
    std::set<std::string> found;
    for (const auto& visit : answer.body.at(list).as_array()) found.emplace(visit.at("id").as_string());
    return found;
  }
  std::int64_t figure(const std::string& who, const std::string& name) {
    return today(who).body.at("figures").at(name).as_int64();
  }
  /// Puts visits into the log that nobody ever closed, without the long way through the API.
  void leave_open(int count, Instant from) {
    town.database().write([&](database::Transaction& tx) {
      for (int i = 0; i < count; ++i) {
        Visit visit;
        visit.store_id = town.home();
        visit.id = town.new_id();
        set_arrival(visit, dealership::load_store(tx, town.home()), from + i * kMinute);
        visit.salesperson_id = town.id("li");
        visit.opened_by = town.id("zhao");
        insert_visit(tx, visit);
      }
      return database::Outcome::keep;
    });
  }
  Town town{GetParam()};
};

TEST_P(Boards, figures_tell_the_day) {
  open(R"("way":"walk_in","party_size":2)");  // open
  const auto filed = open(R"("way":"walk_in","salesperson_id":")" + town.id("chen") + "\"");
  const auto unfiled = open(R"("way":"appointment")");
  const auto excluded = open(R"("way":"walk_in","party_size":5)");
  const auto asked = open(R"("way":"walk_in")");
  open(R"("way":"call","party_size":1)");
  open(R"("way":"again","party_size":3)");
  ASSERT_EQ(town.post("chen", Town::visit(filed, "/filing"), town.filing("13800138000")).status, 201);
  ASSERT_EQ(town.post("lin", Town::visit(unfiled, "/unfiled"), town.unfiled()).status, 201);
  ASSERT_EQ(town.post("zhao", Town::visit(excluded, "/exclusion"), R"({"code":"X1.delivery"})").status, 201);
  ASSERT_EQ(town.post("lin", Town::visit(excluded, "/exclusion/confirmation")).status, 201);
  ASSERT_EQ(town.post("zhao", Town::visit(asked, "/exclusion"), R"({"code":"X1.delivery"})").status, 201);
  const std::map<std::string, std::int64_t> expected = {
      {"first_visits", 4},   {"filed", 1},          {"unfiled", 1}, {"open", 2},
      {"excluded", 1},       {"again", 1},          {"calls", 1},   {"heads", 2 + 1 + 1 + 5 + 1 + 3},
      {"logged_parties", 6}, {"counted_parties", 0}};
  for (const auto& [name, value] : expected) EXPECT_EQ(figure("lin", name), value) << name;
}

TEST_P(Boards, a_salespersons_figures_are_their_own) {
  open(R"("way":"walk_in","salesperson_id":")" + town.id("chen") + "\"");
  open(R"("way":"walk_in","salesperson_id":")" + town.id("li") + "\"");
  EXPECT_EQ(figure("chen", "first_visits"), 1);
  EXPECT_EQ(figure("zhao", "first_visits"), 2);
  EXPECT_EQ(today("chen").body.at("open").as_array().size(), 1U);
}

TEST_P(Boards, a_visit_left_open_is_overdue_after_24_hours) {
  const auto visit = open(R"("way":"walk_in","salesperson_id":")" + town.id("chen") + "\"");
  town.clock().advance(24 * kHour);
  EXPECT_EQ(ids(today("chen"), "open"), std::set{visit});
  town.clock().advance(1);
  EXPECT_EQ(ids(today("chen"), "overdue"), std::set{visit});
  EXPECT_TRUE(ids(today("chen"), "open").empty());
  EXPECT_EQ(ids(town.get("lin", "/stores/{home}/visits?standing=overdue"), "items"), std::set{visit});
  // It can still be closed.
  EXPECT_EQ(town.post("chen", Town::visit(visit, "/unfiled"), town.unfiled()).status, 201);
  EXPECT_TRUE(ids(today("chen"), "overdue").empty());
}

TEST_P(Boards, an_exclusion_nobody_confirmed_is_overdue_too) {
  const auto visit = open(R"("way":"walk_in","salesperson_id":")" + town.id("chen") + "\"");
  ASSERT_EQ(town.post("zhao", Town::visit(visit, "/exclusion"), R"({"code":"X1.delivery"})").status, 201);
  town.clock().advance(24 * kHour + 1);
  EXPECT_TRUE(town.get("lin", Town::visit(visit)).body.at("overdue").as_bool());
  EXPECT_EQ(ids(town.get("lin", "/stores/{home}/visits?standing=overdue"), "items"), std::set{visit});
}

TEST_P(Boards, closed_are_those_of_today) {
  const auto filed = open(R"("way":"walk_in","salesperson_id":")" + town.id("chen") + "\"");
  const auto unfiled = open(R"("way":"walk_in","salesperson_id":")" + town.id("chen") + "\"");
  ASSERT_EQ(town.post("chen", Town::visit(filed, "/filing"), town.filing("13800138000")).status, 201);
  EXPECT_EQ(ids(today("chen"), "closed"), std::set{filed});
  ASSERT_EQ(town.post("chen", Town::visit(unfiled, "/unfiled"), town.unfiled()).status, 201);
  EXPECT_EQ(ids(today("chen"), "closed"), (std::set{filed, unfiled}));
  town.clock().advance(kDay);
  EXPECT_TRUE(ids(today("chen"), "closed").empty());
}

TEST_P(Boards, the_house_is_who_is_in_it) {
  const auto inside = open(R"("way":"walk_in")");
  const auto gone = open(R"("way":"walk_in")");
  open(R"("way":"call")");
  ASSERT_EQ(town.post("zhao", Town::visit(gone, "/departure")).status, 201);
  const auto house = town.get("zhao", "/stores/{home}/house");
  EXPECT_EQ(ids(house, "visits"), std::set{inside});
  EXPECT_EQ(house.number_at("hour"), 10);
  EXPECT_EQ(house.number_at("logged_parties"), 2);
  EXPECT_TRUE(house.body.at("on_turn").is_null());
}

TEST_P(Boards, rows_that_nobody_ever_closed_hide_nobody) {
  leave_open(201, town::kMorning - 5 * kDay);
  const auto visit = open(R"("way":"walk_in","salesperson_id":")" + town.id("chen") + "\"");
  EXPECT_EQ(ids(town.get("zhao", "/stores/{home}/house"), "visits"), std::set{visit});
  EXPECT_EQ(ids(today("chen"), "open"), std::set{visit});
  EXPECT_TRUE(ids(today("zhao"), "open").contains(visit));
}

TEST_P(Boards, lists_page_without_gap_or_repetition) {
  std::set<std::string> all;
  for (int i = 0; i < 25; ++i) all.insert(open(R"("way":"walk_in")"));  // all at one instant
  for (const int limit : {1, 7, 24, 25, 26}) {
    std::set<std::string> seen;
    std::string cursor;
    for (;;) {
      const auto page = town.get("lin", "/stores/{home}/visits?limit=" + std::to_string(limit) + cursor);
      ASSERT_EQ(page.status, 200) << page.text;
      for (const auto& id : ids(page, "items")) EXPECT_TRUE(seen.insert(id).second);
      if (page.body.at("next_cursor").is_null()) break;
      cursor = "&cursor=" + page.text_at("next_cursor");
    }
    EXPECT_EQ(seen, all) << limit;
  }
  EXPECT_EQ(town.get("lin", "/stores/{home}/visits?cursor=nonsense").error_at("/cursor"), "bad_cursor");
}

TEST_P(Boards, lists_are_narrowed_by_day_standing_and_person) {
  const auto yesterday = open(R"("way":"walk_in","arrived_at":"2026-03-03T15:59:59Z")");
  const auto chens = open(R"("way":"walk_in","salesperson_id":")" + town.id("chen") + "\"");
  const auto lis = open(R"("way":"walk_in","salesperson_id":")" + town.id("li") + "\"");
  ASSERT_EQ(town.post("li", Town::visit(lis, "/unfiled"), town.unfiled()).status, 201);
  const auto list = [&](const std::string& query) {
    return ids(town.get("lin", "/stores/{home}/visits?" + query), "items");
  };
  EXPECT_EQ(list("day=2026-03-03"), std::set{yesterday});
  EXPECT_EQ(list("day=2026-03-04"), (std::set{chens, lis}));
  EXPECT_EQ(list("from=2026-03-03&to=2026-03-04"), (std::set{yesterday, chens, lis}));
  EXPECT_EQ(list("standing=unfiled"), std::set{lis});
  EXPECT_EQ(list("standing=open&day=2026-03-04"), std::set{chens});
  EXPECT_EQ(list("salesperson_id=" + town.id("chen")), std::set{chens});
  EXPECT_EQ(list("from=2026-03-05&to=2026-03-01"), std::set<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(Engines, Boards, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::reception
