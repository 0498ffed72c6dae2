// A group's pages are the sums of its stores' pages, whether they are read from the sums or added up.
#include "improvement/group_sums.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "improvement/improvement.h"
#include "town/town.h"

namespace guanxi::improvement {
namespace {

namespace bj = boost::json;
using town::Town;

/// Filed, unfiled and open, by value.
using Counts = std::map<std::string, std::array<std::int64_t, 3>>;

class GroupSums : public testing::TestWithParam<database::Engine> {
 protected:
  GroupSums() : folder(town.database(), town.clock(), std::chrono::hours(1)) {}

  /// Visits in both stores over some weeks, closed in every way.
  void live(int visits) {
    for (int i = 0; i < visits; ++i) {
      const bool home = rng() % 2 == 0;
      const std::string at = home ? "/stores/{home}/visits" : "/stores/{sister}/visits";
      const std::string manager = home ? "lin" : "wang";
      const auto id = town.new_id();
      const auto arrived = town.clock().now() - static_cast<Instant>(rng() % (40 * kDay));
      ASSERT_EQ(town.post(manager, at,
                          bj::serialize(
                              bj::object{{"id", id},
                                         {"way", "walk_in"},
                                         {"salesperson_id", town.id(home ? "chen" : "sun")},
                                         {"channel_code", rng() % 2 ? "referral.owner" : "natural.passing"},
                                         {"arrived_at", format_instant(arrived)}}))
                    .status,
                201);
      if (rng() % 3 == 0) continue;
      const bool filed = rng() % 2 == 0;
      const auto body = filed ? town.filing("1380013" + std::to_string(1000 + i)) : town.unfiled();
      ASSERT_LT(town.post(manager, at + "/" + id + (filed ? "/filing" : "/unfiled"), body).status, 300);
    }
  }

  Counts groups(const std::string& who, const std::string& scope, const std::string& by) {
    Counts counts;
    const auto answer = town.get(who, scope + "/unfiled/groups?by=" + by);
    EXPECT_EQ(answer.status, 200) << answer.text;
    for (const auto& group : answer.body.at("groups").as_array()) {
      auto& count = counts[std::string(group.at("value").as_string())];
      std::size_t place = 0;
      for (const auto* state : {"filed", "unfiled", "open"})
        count[place++] += group.at(state).to_number<std::int64_t>();
    }
    return counts;
  }
  Counts of_both_stores(const std::string& by) {
    auto counts = groups("lin", "/stores/{home}", by);
    for (const auto& [value, more] : groups("wang", "/stores/{sister}", by)) {
      for (std::size_t i = 0; i < more.size(); ++i) counts[value][i] += more[i];
    }
    return counts;
  }
  static std::array<std::int64_t, 3> overall_of(const town::Answer& months) {
    const auto& overall = months.body.at("overall");
    return {overall.at("filed").to_number<std::int64_t>(), overall.at("unfiled").to_number<std::int64_t>(),
            overall.at("open").to_number<std::int64_t>()};
  }
  void expect_sums() {
    for (const std::string by : {"hour", "channel", "model", "minutes", "on_duty"})
      EXPECT_EQ(groups("boss", "/groups/{group}", by), of_both_stores(by)) << by;
    const auto together = town.get("boss", "/groups/{group}/unfiled/months");
    const auto home = town.get("lin", "/stores/{home}/unfiled/months");
    const auto sister = town.get("wang", "/stores/{sister}/unfiled/months");
    const Counts of_stores{{town.home(), overall_of(home)}, {town.store("sister"), overall_of(sister)}};
    EXPECT_EQ(groups("boss", "/groups/{group}", "store"), of_stores);
    for (std::size_t i = 0; i < 3; ++i)
      EXPECT_EQ(overall_of(together)[i], overall_of(home)[i] + overall_of(sister)[i]) << i;
  }
  bool sums_hold() {
    bool hold = false;
    const std::set<std::string> stores{town.home(), town.store("sister")};
    town.database().read([&](database::Transaction& tx) {
      hold = sums_are_of(tx, dealership::load_store(tx, town.home()).group_id, stores);
    });
    return hold;
  }

  Town town{GetParam()};
  std::mt19937 rng{5};
  Folder folder;
};

TEST_P(GroupSums, equal_the_stores_after_every_round) {
  for (int round = 0; round < 4; ++round) {
    live(20);
    folder.fold_once();
    ASSERT_TRUE(sums_hold());
    expect_sums();
    EXPECT_TRUE(verify(town.database(), town.clock().now()).empty());
    town.clock().advance(2 * kDay);
    town.travel(town.clock().now());
    folder.fold_once();  // what was open is unfiled by now
    expect_sums();
  }
}

TEST_P(GroupSums, are_not_read_by_those_who_see_a_part_of_the_group) {
  live(30);
  folder.fold_once();
  EXPECT_EQ(groups("wang", "/groups/{group}", "channel"), groups("wang", "/stores/{sister}", "channel"));
  EXPECT_EQ(town.get("wang", "/groups/{group}/unfiled/months").body.at("overall"),
            town.get("wang", "/stores/{sister}/unfiled/months").body.at("overall"));
  EXPECT_EQ(groups("wang", "/groups/{group}", "store").size(), 1U);
}

TEST_P(GroupSums, leave_out_a_store_that_is_retired) {
  live(30);
  folder.fold_once();
  const auto stores = town.get("admin", "/stores");
  const auto& items = stores.body.at("items").as_array();
  const auto sister = std::ranges::find_if(
      items, [this](const auto& item) { return item.at("id").as_string() == town.store("sister"); });
  ASSERT_NE(sister, items.end());
  bj::object body;
  for (const auto* same : {"group_id", "name", "code", "time_zone", "currency", "country", "opening_hours"})
    body[same] = sister->at(same);
  body["retired"] = true;
  ASSERT_EQ(town.put("admin", "/stores/{sister}", bj::serialize(body),
                     sister->at("version").to_number<std::int64_t>())
                .status,
            200);
  const auto expect_home = [this] {
    EXPECT_EQ(groups("boss", "/groups/{group}", "channel"), groups("lin", "/stores/{home}", "channel"));
    EXPECT_EQ(groups("boss", "/groups/{group}", "store").size(), 1U);
  };
  expect_home();  // at once, added up
  folder.fold_once();
  expect_home();  // from the new sums
  EXPECT_TRUE(verify(town.database(), town.clock().now()).empty());
}

TEST_P(GroupSums, that_are_wrong_are_named_by_verify) {
  live(10);
  folder.fold_once();
  town.database().write([](database::Transaction& tx) {
    tx.execute("UPDATE improvement_group_months SET filed = filed + 1");
    return database::Outcome::keep;
  });
  const auto wrong = verify(town.database(), town.clock().now());
  ASSERT_FALSE(wrong.empty());
  EXPECT_EQ(wrong.front().what, "sums of the group");
}

TEST_P(GroupSums, compare_stores_and_never_people_across_stores) {
  live(10);
  folder.fold_once();
  EXPECT_EQ(groups("boss", "/groups/{group}", "store").size(), 2U);
  EXPECT_EQ(town.get("boss", "/groups/{group}/unfiled/groups?by=person").error_at("/by"),
            "people_in_their_store");
  EXPECT_EQ(town.get("lin", "/stores/{home}/unfiled/groups?by=store").error_at("/by"), "only_in_groups");
  EXPECT_EQ(town.get("boss", "/groups/{group}/unfiled/table.csv?part=groups&by=person").status, 422);
  const auto csv = town.get("boss", "/groups/{group}/unfiled/table.csv?part=store_months");
  EXPECT_EQ(csv.status, 200);
}

TEST_P(GroupSums, show_the_months_of_stores_page_by_page) {
  live(20);
  folder.fold_once();
  const auto first = town.get("boss", "/groups/{group}/unfiled/store-months?limit=1");
  ASSERT_EQ(first.body.at("items").as_array().size(), 1U);
  const auto second =
      town.get("boss", "/groups/{group}/unfiled/store-months?limit=1&cursor=" + first.text_at("next_cursor"));
  ASSERT_EQ(second.body.at("items").as_array().size(), 1U);
  EXPECT_TRUE(second.body.at("next_cursor").is_null());
  EXPECT_NE(first.text_at("/items/0/store_id"), second.text_at("/items/0/store_id"));
  EXPECT_EQ(
      town.get("boss", "/groups/{group}/unfiled/store-months?cursor=" + town.new_id()).error_at("/cursor"),
      "bad_cursor");
}

INSTANTIATE_TEST_SUITE_P(Engines, GroupSums, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::improvement
