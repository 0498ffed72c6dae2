#include "platform/statistics/difference_in_differences.h"

#include <gtest/gtest.h>

#include <random>

#include "platform/result.h"

namespace guanxi::statistics {
namespace {

TEST(DifferenceInDifferences, does_not_take_the_market_for_the_remedy) {
  const auto result = difference_in_differences({{120, 400}, {84, 400}}, {{110, 400}, {104, 400}}).value();
  EXPECT_NEAR(result.estimate, -0.075, 1e-12);
  EXPECT_NEAR(result.standard_error, 0.0438, 5e-5);
  EXPECT_NEAR(result.interval.lower, -0.161, 5e-4);
  EXPECT_NEAR(result.interval.upper, 0.011, 5e-4);
  EXPECT_NEAR(result.p, 0.0868975, 5e-7);  // 2·Φ(−0.075/0.04380853) with mpmath
}

TEST(DifferenceInDifferences, turns_its_sign_when_sides_or_successes_are_swapped) {
  const BeforeAndAfter treated{{30, 90}, {10, 80}};
  const BeforeAndAfter control{{50, 200}, {45, 190}};
  const auto result = difference_in_differences(treated, control).value();
  const auto swapped = difference_in_differences(control, treated).value();
  EXPECT_NEAR(swapped.estimate, -result.estimate, 1e-14);
  EXPECT_NEAR(swapped.interval.lower, -result.interval.upper, 1e-14);
  const auto opposite = difference_in_differences({treated.before.opposite(), treated.after.opposite()},
                                                  {control.before.opposite(), control.after.opposite()})
                            .value();
  EXPECT_NEAR(opposite.estimate, -result.estimate, 1e-14);
  EXPECT_NEAR(opposite.standard_error, result.standard_error, 1e-14);
}

TEST(DifferenceInDifferences, needs_trials_in_all_four) {
  const BeforeAndAfter whole{{1, 9}, {2, 9}};
  EXPECT_FALSE(difference_in_differences({{}, {2, 9}}, whole));
  EXPECT_FALSE(difference_in_differences({{1, 9}, {}}, whole));
  EXPECT_FALSE(difference_in_differences(whole, {{}, {2, 9}}));
  EXPECT_FALSE(difference_in_differences(whole, {{1, 9}, {}}));
  EXPECT_THROW(difference_in_differences({{9, 1}, {1, 9}}, whole), Bug);
}

TEST(DifferenceInDifferences, cannot_measure_chance_without_variation) {
  const auto result = difference_in_differences({{9, 9}, {0, 9}}, {{9, 9}, {9, 9}}).value();
  EXPECT_EQ(result.estimate, -1);
  EXPECT_EQ(result.standard_error, 0);
  EXPECT_EQ(result.p, 1);
}

TEST(DifferenceInDifferences, covers_the_truth_as_often_as_it_says) {
  std::mt19937_64 random(1994);
  const auto draw = [&](double rate) {
    return Share{std::binomial_distribution<std::int64_t>(250, rate)(random), 250};
  };
  int covered = 0;
  constexpr int kDraws = 20000;
  for (int i = 0; i < kDraws; ++i) {
    const auto result = difference_in_differences({draw(0.35), draw(0.22)}, {draw(0.3), draw(0.25)});
    covered += result->interval.contains(-0.08) ? 1 : 0;
  }
  EXPECT_NEAR(covered / double{kDraws}, 0.95, 0.006);
}

}  // namespace
}  // namespace guanxi::statistics
