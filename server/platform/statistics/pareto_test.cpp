#include "platform/statistics/pareto.h"

#include <gtest/gtest.h>

#include "platform/result.h"

namespace guanxi::statistics {
namespace {

std::string vital_of(const std::vector<RankedCause>& ranked) {
  std::string names;
  for (const RankedCause& cause : ranked) names += cause.vital ? cause.name : "";
  return names;
}

TEST(Pareto, puts_the_heaviest_first_and_adds_up) {
  const auto ranked = pareto(std::vector<Cause>{{"a", 10}, {"b", 45}, {"c", 5}, {"d", 25}, {"e", 15}});
  std::string order;
  for (const RankedCause& cause : ranked) order += cause.name;
  EXPECT_EQ(order, "bdeac");
  EXPECT_DOUBLE_EQ(ranked[0].share, 0.45);
  EXPECT_DOUBLE_EQ(ranked[1].cumulative_share, 0.70);
  EXPECT_DOUBLE_EQ(ranked[2].cumulative_share, 0.85);
  EXPECT_EQ(ranked[4].cumulative_share, 1);
  EXPECT_EQ(vital_of(ranked), "bde");
}

TEST(Pareto, takes_the_fewest_that_reach_the_cut) {
  EXPECT_EQ(vital_of(pareto(std::vector<Cause>{{"a", 0.5}, {"b", 0.3}, {"c", 0.1}, {"d", 0.1}})), "ab");
  // In binary these three add up to a little less than 0.8 of all.
  EXPECT_EQ(vital_of(pareto(std::vector<Cause>{{"a", 0.29}, {"b", 0.29}, {"c", 0.22}, {"d", 0.2}})), "abc");
  EXPECT_EQ(vital_of(pareto(std::vector<Cause>{{"a", 79}, {"b", 21}})), "ab");
  EXPECT_EQ(vital_of(pareto(std::vector<Cause>{{"a", 80}, {"b", 20}})), "a");
  EXPECT_EQ(vital_of(pareto(std::vector<Cause>{{"a", 80}, {"b", 20}, {"c", 0}}, 1)), "ab");
  EXPECT_EQ(vital_of(pareto(std::vector<Cause>{{"a", 60}, {"b", 40}}, 0.5)), "a");
}

TEST(Pareto, keeps_equal_ones_in_the_order_given) {
  std::vector<Cause> many;
  for (int i = 0; i < 60; ++i) many.push_back({std::to_string(i), 1.0 + i % 2});
  const auto ordered = pareto(many);
  for (int i = 0; i < 60; ++i) {
    const int expected = i < 30 ? 2 * i + 1 : 2 * (i - 30);
    EXPECT_EQ(ordered[static_cast<std::size_t>(i)].name, std::to_string(expected));
  }
  const auto ranked = pareto(std::vector<Cause>{{"x", 1}, {"y", 2}, {"z", 1}, {"w", 2}});
  EXPECT_EQ(ranked[0].name + ranked[1].name + ranked[2].name + ranked[3].name, "ywxz");
}

TEST(Pareto, has_nothing_vital_where_nothing_weighs) {
  EXPECT_TRUE(pareto({}).empty());
  const auto ranked = pareto(std::vector<Cause>{{"a", 0}, {"b", 0}});
  EXPECT_EQ(ranked.size(), 2U);
  EXPECT_EQ(vital_of(ranked), "");
  EXPECT_EQ(ranked[1].cumulative_share, 0);
}

TEST(Pareto, refuses_negative_weights_and_impossible_cuts) {
  EXPECT_THROW(pareto(std::vector<Cause>{{"a", -1}}), Bug);
  EXPECT_THROW(pareto({}, 0), Bug);
  EXPECT_THROW(pareto({}, 1.1), Bug);
}

}  // namespace
}  // namespace guanxi::statistics
