#include "prospects/rules.h"

#include <gtest/gtest.h>

#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Town;

class StoreRules : public testing::TestWithParam<database::Engine> {
 protected:
  static bj::object other_rules() {
    return {{"h_days", 3},      {"a_days", 10},  {"b_days", 25},      {"grace_days", 1},
            {"after_visit", 1}, {"every_n", 1},  {"every_h", 1},      {"every_a", 3},
            {"every_b", 5},     {"every_c", 10}, {"every_ordered", 4}};
  }
  town::Answer set(const std::string& day, const bj::object& rules, const std::string& who = "lin") {
    return town.put(who, "/stores/{home}/prospects/rules/" + day, bj::serialize(rules));
  }
  std::int64_t today(const char* field) {
    const auto page = town.get("chen", "/stores/{home}/prospects/rules");
    return page.body.at("today").at("rules").at(field).to_number<std::int64_t>();
  }
  Town town{GetParam()};
};

TEST_P(StoreRules, are_the_domains_where_nobody_has_set_any) {
  EXPECT_EQ(today("h_days"), 7);
  EXPECT_EQ(today("a_days"), 15);
  EXPECT_EQ(today("b_days"), 30);
  EXPECT_EQ(today("every_h"), 2);
  EXPECT_EQ(today("every_c"), 15);
}

TEST_P(StoreRules, hold_from_their_day_on) {
  ASSERT_EQ(set("2026-03-06", other_rules()).status, 200);
  EXPECT_EQ(today("h_days"), 7);
  town.clock().set(town::kMorning + 2 * kDay);
  EXPECT_EQ(today("h_days"), 3);
  EXPECT_EQ(today("every_ordered"), 4);
  // Set anew for a later day, both stand in the list.
  auto later = other_rules();
  later["h_days"] = 5;
  const auto page = set("2026-04-01", later, "admin");
  ASSERT_EQ(page.body.at("set").as_array().size(), 2U);
  EXPECT_EQ(page.text_at("/set/0/from_day"), "2026-04-01");
  EXPECT_EQ(page.text_at("/today/from_day"), "2026-03-06");
  EXPECT_EQ(page.text_at("/today/by/name"), "林强");
}

TEST_P(StoreRules, cannot_change_what_has_been) {
  const auto rows = town.row_counts();
  EXPECT_EQ(set("2026-03-04", other_rules()).error_at(""), "from_tomorrow_on");
  EXPECT_EQ(set("2026-02-30", other_rules()).status, 404);
  auto upside_down = other_rules();
  upside_down["h_days"] = 12;
  EXPECT_EQ(set("2026-03-06", upside_down).error_at("/a_days"), "window_too_short");
  upside_down["every_n"] = 0;
  EXPECT_EQ(set("2026-03-06", upside_down).error_at("/every_n"), "too_small");
  EXPECT_EQ(set("2026-03-06", other_rules(), "chen").status, 403);
  EXPECT_EQ(town.row_counts(), rows);
}

TEST_P(StoreRules, say_by_when_a_card_is_to_be_followed_up) {
  ASSERT_EQ(set("2026-03-05", other_rules()).status, 200);
  const auto filed = town.post("chen", Town::visit(town.a_visit(), "/filing"), town.filing("13800138000"));
  const auto card =
      town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id");
  const auto next_by = [&] {
    return town.get("chen", "/stores/{home}/prospects/" + card).text_at("/card/next_by");
  };
  EXPECT_EQ(next_by(), "2026-03-11");  // B by the defaults: seven days
  town.clock().advance(kDay);
  EXPECT_EQ(next_by(), "2026-03-10");  // five
}

INSTANTIATE_TEST_SUITE_P(Engines, StoreRules, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
