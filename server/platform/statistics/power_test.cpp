#include "platform/statistics/power.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "platform/result.h"

namespace guanxi::statistics {
namespace {

// The examples of R's power.prop.test: n = 50 has a power of 0.740; a power of 0.9 needs n = 76.7.
TEST(Power, agrees_with_the_published_examples) {
  EXPECT_NEAR(power_to_see(0.5, 0.75, 50, 50), 0.740, 5e-4);
  EXPECT_EQ(trials_per_group(0.5, 0.75, {0.05, 0.9}), 77);
}

// Counted up one by one until the power was reached, with mpmath.
TEST(Power, needs_as_many_trials_as_counting_up_gives) {
  EXPECT_EQ(trials_per_group(0.3, 0.2), 294);
  EXPECT_EQ(trials_per_group(0.3, 0.25), 1251);
  EXPECT_EQ(trials_per_group(0.1, 0.02, {0.01, 0.9}), 260);
  EXPECT_EQ(trials_of_first(0.3, 0.2, 0.25), 177);
  EXPECT_EQ(trials_of_first(0.3, 0.2, 4), 753);
}

TEST(Power, is_just_reached_by_the_trials_it_asks_for) {
  for (const double first : {0.0, 0.05, 0.3, 0.5, 0.9}) {
    for (const double second : {0.02, 0.21, 0.62, 1.0}) {
      for (const double ratio : {0.01, 0.3, 1.0, 5.0}) {
        const auto n = static_cast<double>(trials_of_first(first, second, ratio, {0.02, 0.85}));
        EXPECT_GE(power_to_see(first, second, n, n / ratio, 0.02), 0.85 - 1e-9);
        if (n == 1) continue;
        EXPECT_LT(power_to_see(first, second, n - 1, (n - 1) / ratio, 0.02), 0.85);
      }
    }
  }
}

TEST(Power, wants_more_trials_for_less_difference_less_error_and_more_power) {
  EXPECT_GT(trials_per_group(0.3, 0.25), trials_per_group(0.3, 0.2));
  EXPECT_GT(trials_per_group(0.3, 0.2, {0.01, 0.8}), trials_per_group(0.3, 0.2, {0.05, 0.8}));
  EXPECT_GT(trials_per_group(0.3, 0.2, {0.05, 0.9}), trials_per_group(0.3, 0.2, {0.05, 0.8}));
  EXPECT_EQ(trials_per_group(0.3, 0.2), trials_per_group(0.2, 0.3));
  EXPECT_EQ(trials_per_group(0.3, 0.2), trials_per_group(0.7, 0.8));
  EXPECT_LT(trials_of_first(0.3, 0.2, 0), trials_per_group(0.3, 0.2));
}

TEST(Power, refuses_what_cannot_be_planned) {
  EXPECT_THROW(trials_per_group(0.3, 0.3), Bug);
  EXPECT_THROW(trials_per_group(-0.1, 0.3), Bug);
  EXPECT_THROW(trials_per_group(0.1, 0.3, {0, 0.8}), Bug);
  EXPECT_THROW(trials_per_group(0.1, 0.3, {0.05, 1}), Bug);
  EXPECT_THROW(trials_of_first(0.1, 0.3, -1), Bug);
  EXPECT_THROW(power_to_see(0.1, 0.3, 0, 5), Bug);
}

TEST(Power, is_kept_by_the_test_it_is_promised_for) {
  std::mt19937_64 random(3);
  const auto draw = [&](std::int64_t trials, double rate) {
    return Share{std::binomial_distribution<std::int64_t>(trials, rate)(random), trials};
  };
  int seen = 0;
  int seen_unequal = 0;
  constexpr int kRounds = 10000;
  for (int round = 0; round < kRounds; ++round) {
    seen += two_proportion_test(draw(294, 0.3), draw(294, 0.2)).p <= 0.05 ? 1 : 0;
    seen_unequal += two_proportion_test(draw(177, 0.3), draw(708, 0.2)).p <= 0.05 ? 1 : 0;
  }
  EXPECT_NEAR(seen / double{kRounds}, 0.8, 0.015);
  EXPECT_NEAR(seen_unequal / double{kRounds}, 0.8, 0.015);
}

// Half the width of the Wilson interval at a real number of successes, from its two ends.
double half_width(double rate, double trials) {
  constexpr double z2 = 1.959963984540054 * 1.959963984540054;
  return std::sqrt(z2 * (rate * (1 - rate) / trials + z2 / (4 * trials * trials))) / (1 + z2 / trials);
}

TEST(MoreTrials, are_the_fewest_that_narrow_the_interval) {
  constexpr double z2 = 1.959963984540054 * 1.959963984540054;
  for (const Share& share : std::vector<Share>{{0, 0}, {0, 3}, {3, 3}, {54, 180}, {1, 100}, {40, 50}}) {
    for (const double wanted : {0.2, 0.1, 0.05, 0.013}) {
      const auto now = static_cast<double>(share.trials);
      const double rate = (static_cast<double>(share.successes) + z2 / 2) / (now + z2);
      double trials = now;
      if (wilson_interval(share).half_width() > wanted) {
        do ++trials;
        while (half_width(rate, trials) > wanted);
      }
      EXPECT_EQ(static_cast<double>(more_trials_for_half_width(share, wanted)), trials - now)
          << share.successes << "/" << share.trials << " to " << wanted;
    }
  }
}

TEST(MoreTrials, are_none_when_the_interval_is_narrow_enough) {
  EXPECT_EQ(more_trials_for_half_width({3000, 10000}, 0.01), 0);
  EXPECT_GT(more_trials_for_half_width({3000, 10000}, 0.008), 0);
  EXPECT_EQ(more_trials_for_half_width({0, 0}, 0.05), 381);  // z²·(1/4h² − 1), the worst case
  EXPECT_THROW(more_trials_for_half_width({0, 0}, 0), Bug);
  EXPECT_THROW(more_trials_for_half_width({0, 0}, 0.5), Bug);
}

TEST(MoreTrials, narrow_the_interval_in_truth) {
  std::mt19937_64 random(4);
  const Share seen{15, 60};
  const std::int64_t trials = seen.trials + more_trials_for_half_width(seen, 0.05);
  double sum = 0;
  for (int round = 0; round < 2000; ++round)
    sum += wilson_interval({std::binomial_distribution<std::int64_t>(trials, 0.25)(random), trials})
               .half_width();
  EXPECT_NEAR(sum / 2000, 0.05, 0.002);
}

}  // namespace
}  // namespace guanxi::statistics
