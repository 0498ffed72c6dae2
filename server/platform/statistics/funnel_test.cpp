#include "platform/statistics/funnel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "platform/result.h"

namespace guanxi::statistics {
namespace {

const std::vector<NamedShare> kStores = {
    {"a", {30, 60}}, {"b", {12, 50}}, {"c", {45, 200}}, {"d", {3, 10}}, {"e", {70, 180}}};

// Expected numbers from the formulas with mpmath: p̄ = 0.32, φ = 4.53 > 1 + 2·√(2/5) = 2.26.
TEST(Funnel, has_the_limits_of_its_formula) {
  const auto result = funnel(kStores, FunnelDispersion::binomial).value();
  EXPECT_DOUBLE_EQ(result.centre, 0.32);
  EXPECT_EQ(result.dispersion, 1);
  EXPECT_NEAR(result.points[2].limits.inner.lower, 0.2553497038, 1e-9);
  EXPECT_NEAR(result.points[2].limits.inner.upper, 0.3846502962, 1e-9);
  EXPECT_NEAR(result.points[2].limits.outer.lower, 0.2180768289, 1e-9);
  EXPECT_NEAR(result.points[2].limits.outer.upper, 0.4219231711, 1e-9);
  EXPECT_NEAR(result.points[0].z, 2.988950239, 1e-8);
  EXPECT_EQ(result.points[0].zone, Zone::beyond_inner);
  EXPECT_EQ(result.points[1].zone, Zone::inside);
  EXPECT_EQ(result.points[2].zone, Zone::beyond_inner);
}

TEST(Funnel, widens_its_limits_when_stores_differ_by_nature) {
  const auto result = funnel(kStores).value();
  EXPECT_NEAR(result.dispersion, 4.528696895, 1e-8);
  EXPECT_NEAR(result.points[2].limits.inner.lower, 0.1824194167, 1e-9);
  EXPECT_NEAR(result.points[2].limits.outer.upper, 0.5369000012, 1e-9);
  for (const FunnelPoint& point : result.points) EXPECT_EQ(point.zone, Zone::inside);
}

TEST(Funnel, gives_every_point_its_interval_and_estimate) {
  const auto result = funnel(kStores).value();
  for (const FunnelPoint& point : result.points) {
    EXPECT_EQ(point.interval.lower, wilson_interval(point.share).lower);
    EXPECT_EQ(point.shrunken, shrunken_rate(point.share, result.prior));
    EXPECT_TRUE(shrunken_interval(point.share, result.prior).contains(point.shrunken));
  }
  EXPECT_EQ(result.points[4].name, "e");
}

TEST(Funnel, marks_what_lies_beyond_the_outer_limits) {
  std::vector<NamedShare> stores(12, {"usual", {60, 200}});
  stores.push_back({"high", {100, 200}});
  const auto result = funnel(stores).value();
  EXPECT_EQ(result.dispersion, 1);  // one outlier among thirteen is winsorised, not taken for a wide spread
  EXPECT_EQ(result.points.back().zone, Zone::beyond_outer);
  EXPECT_EQ(result.points.front().zone, Zone::inside);
}

TEST(Funnel, has_no_limits_without_trials_and_none_to_draw_without_any) {
  EXPECT_FALSE(funnel({}));
  EXPECT_FALSE(funnel(std::vector<NamedShare>{{"a", {0, 0}}}));
  const auto result = funnel(std::vector<NamedShare>{{"a", {0, 0}}, {"b", {3, 10}}}).value();
  EXPECT_EQ(result.points[0].limits.outer.lower, 0);
  EXPECT_EQ(result.points[0].limits.outer.upper, 1);
  EXPECT_EQ(result.points[0].z, 0);
  EXPECT_EQ(result.points[0].shrunken, 0.3);
  EXPECT_EQ(result.points[1].zone, Zone::inside);
  const auto spotless = funnel(std::vector<NamedShare>{{"a", {0, 40}}, {"b", {0, 10}}}).value();
  EXPECT_EQ(spotless.points[0].limits.outer.upper, 0);
  EXPECT_EQ(spotless.points[0].zone, Zone::inside);
}

TEST(FunnelLimits, narrow_with_trials_and_stay_within_zero_and_one) {
  double before = 2;
  for (double trials = 1; trials < 1e6; trials *= 3) {
    const FunnelLimits limits = funnel_limits(0.05, 1.5, trials);
    EXPECT_GE(limits.outer.lower, 0);
    EXPECT_LE(limits.outer.upper, 1);
    EXPECT_LT(limits.outer.half_width(), before);
    EXPECT_LE(limits.inner.half_width(), limits.outer.half_width());
    before = limits.outer.half_width();
  }
  EXPECT_THROW(funnel_limits(1.1, 1, 5), Bug);
  EXPECT_THROW(funnel_limits(0.5, 0.9, 5), Bug);
}

std::vector<NamedShare> draw_stores(std::mt19937_64& random, double wander) {
  std::normal_distribution<double> off(0, wander);
  std::uniform_int_distribution<std::int64_t> sizes(100, 400);
  std::vector<NamedShare> stores(40);
  for (NamedShare& store : stores) {
    const double rate = std::clamp(0.3 + (wander > 0 ? off(random) : 0), 0.0, 1.0);
    const std::int64_t trials = sizes(random);
    store.share = {std::binomial_distribution<std::int64_t>(trials, rate)(random), trials};
  }
  return stores;
}

TEST(Funnel, marks_as_few_as_it_says_when_only_chance_is_at_work) {
  std::mt19937_64 random(2005);
  int inner = 0;
  int outer = 0;
  int widened = 0;
  constexpr int kRounds = 2000;
  for (int round = 0; round < kRounds; ++round) {
    const auto result = funnel(draw_stores(random, 0)).value();
    widened += result.dispersion > 1 ? 1 : 0;
    for (const FunnelPoint& point : result.points) {
      inner += point.zone != Zone::inside ? 1 : 0;
      outer += point.zone == Zone::beyond_outer ? 1 : 0;
    }
  }
  EXPECT_NEAR(inner / (40.0 * kRounds), 0.05, 0.006);
  EXPECT_NEAR(outer / (40.0 * kRounds), 0.002, 0.001);
  EXPECT_LT(widened / double{kRounds}, 0.02);
}

TEST(Funnel, marks_few_of_many_that_differ_by_nature) {
  std::mt19937_64 random(14347);
  int outer = 0;
  constexpr int kRounds = 500;
  for (int round = 0; round < kRounds; ++round) {
    const auto result = funnel(draw_stores(random, 0.08)).value();
    EXPECT_GT(result.dispersion, 1.5);
    for (const FunnelPoint& point : result.points) outer += point.zone == Zone::beyond_outer ? 1 : 0;
  }
  EXPECT_LT(outer / (40.0 * kRounds), 0.02);
}

// Three of twenty lie beyond 3.09 errors of p̄ = 1234/4004: z = 4.343, −3.926 and 3.424 by hand, with adjusted
// p values 2.8e-4, 8.6e-4 and 4.1e-3.
TEST(FunnelStandOut, corrects_for_all_points_together) {
  std::vector<NamedShare> stores(17, {"usual", {60, 200}});
  stores.push_back({"high", {90, 200}});
  stores.push_back({"low", {36, 200}});
  stores.push_back({"rather high", {84, 200}});
  stores.push_back({"small", {4, 4}});
  const auto drawn = funnel(stores, FunnelDispersion::binomial).value();
  EXPECT_NEAR(drawn.points[19].z, 3.424, 5e-4);
  EXPECT_EQ(drawn.points[19].zone, Zone::beyond_outer);
  const auto out = stand_out(drawn, 0.002);
  EXPECT_EQ(std::ranges::count(out, true), 2);
  EXPECT_TRUE(out[17]);
  EXPECT_TRUE(out[18]);
  EXPECT_FALSE(out[19]) << "one of twenty may lie as far off by chance";
  EXPECT_FALSE(out[20]) << "too few to be judged";
  EXPECT_TRUE(stand_out(drawn, 0.05)[19]);
}

TEST(FunnelStandOut, never_names_a_point_within_the_limits) {
  const auto drawn = funnel(std::vector<NamedShare>{{"a", {120, 400}}, {"b", {150, 400}}}).value();
  for (const bool out : stand_out(drawn, 0.9)) EXPECT_FALSE(out);
  EXPECT_TRUE(stand_out(Funnel{}, 0.01).empty());
}

TEST(FunnelStandOut, keeps_the_chance_of_pointing_at_anyone_where_nothing_is) {
  std::mt19937_64 random(2008);
  int pointing = 0, outside = 0;
  constexpr int kRounds = 4000;
  for (int round = 0; round < kRounds; ++round) {
    const auto drawn = funnel(draw_stores(random, 0), FunnelDispersion::binomial).value();
    pointing += std::ranges::count(stand_out(drawn, 0.02), true) > 0 ? 1 : 0;
    outside += std::ranges::any_of(drawn.points,
                                   [](const FunnelPoint& point) { return point.zone == Zone::beyond_outer; })
                   ? 1
                   : 0;
  }
  EXPECT_LT(pointing / double{kRounds}, 0.02 + 0.007);
  EXPECT_GT(outside / double{kRounds}, 0.06) << "forty points at 99.8 % each";
}

}  // namespace
}  // namespace guanxi::statistics
