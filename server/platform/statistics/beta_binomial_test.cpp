#include "platform/statistics/beta_binomial.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "platform/result.h"

namespace guanxi::statistics {
namespace {

// Adaptive quadrature of ∫ f_before·F_after in x with 20 digits (mpmath), another variable and another rule.
TEST(ProbabilityOfDecrease, agrees_with_an_independent_integration) {
  EXPECT_NEAR(probability_of_decrease({331, 1125}, {36, 200}), 0.9997084835, 1e-9);
  EXPECT_NEAR(probability_of_decrease({331, 1125}, {50, 200}), 0.8995449544, 1e-9);
  EXPECT_NEAR(probability_of_decrease({0, 5}, {3, 7}), 0.03764028775, 1e-9);
  EXPECT_NEAR(probability_of_decrease({2, 4}, {0, 3}), 0.9281865386, 1e-9);
  EXPECT_NEAR(probability_of_decrease({3, 4}, {2, 9}), 0.9641268921, 1e-9);
  EXPECT_NEAR(probability_of_decrease({1, 2}, {0, 3}), 0.9034834691, 1e-9);
}

TEST(ProbabilityOfDecrease, is_even_when_both_are_alike) {
  for (const Share& share : std::vector<Share>{{0, 0}, {0, 9}, {9, 9}, {3, 10}, {300, 1000}, {1, 1000000}})
    EXPECT_NEAR(probability_of_decrease(share, share), 0.5, 1e-8) << share.successes << "/" << share.trials;
}

TEST(ProbabilityOfDecrease, is_one_together_with_its_opposites) {
  const std::vector<Share> shares = {{0, 0},  {0, 1},    {1, 1},       {0, 40},          {40, 40},
                                     {7, 30}, {90, 300}, {2000, 9000}, {700000, 1000000}};
  for (const Share& before : shares) {
    for (const Share& after : shares) {
      const double p = probability_of_decrease(before, after);
      EXPECT_GE(p, 0);
      EXPECT_LE(p, 1);
      EXPECT_NEAR(p + probability_of_decrease(after, before), 1, 1e-8);
      EXPECT_NEAR(p + probability_of_decrease(before.opposite(), after.opposite()), 1, 1e-8);
    }
  }
}

TEST(ProbabilityOfDecrease, falls_with_every_success_after) {
  for (std::int64_t x = 1; x <= 40; ++x)
    EXPECT_LT(probability_of_decrease({12, 40}, {x, 40}), probability_of_decrease({12, 40}, {x - 1, 40}));
}

// With many trials the two posteriors are normal: Φ(d / SE).
TEST(ProbabilityOfDecrease, tends_to_the_normal_answer_with_many_trials) {
  const double error = std::sqrt(0.3 * 0.7 / 1e6 + 0.299 * 0.701 / 5e5);
  const double expected = std::erfc(-0.001 / error / std::sqrt(2.0)) / 2;
  EXPECT_NEAR(probability_of_decrease({300000, 1000000}, {149500, 500000}), expected, 1e-4);
}

// Rare events: the posteriors are gamma, and P is the incomplete beta I½(2.5, 1.5) = 1/2 − 2/(3π).
TEST(ProbabilityOfDecrease, tends_to_the_answer_for_rare_events) {
  EXPECT_NEAR(probability_of_decrease({1, 1000000000}, {2, 1000000000}), 0.5 - 2 / (3 * std::numbers::pi),
              1e-7);
}

TEST(ProbabilityOfDecrease, is_found_again_by_drawing_rates) {
  std::mt19937_64 random(1946);
  const auto rate = [&](double a, double b) {
    const double x = std::gamma_distribution<double>(a)(random);
    return x / (x + std::gamma_distribution<double>(b)(random));
  };
  int lower = 0;
  constexpr int kDraws = 200000;
  for (int i = 0; i < kDraws; ++i) lower += rate(4.5, 16.5) < rate(8.5, 14.5) ? 1 : 0;
  EXPECT_NEAR(probability_of_decrease({8, 22}, {4, 20}), lower / double{kDraws}, 0.003);
}

TEST(JudgeRemedy, gives_the_verdicts_of_the_seventh_month) {
  const Trial worked = judge_remedy({331, 1125}, {36, 200});
  EXPECT_NEAR(worked.probability_of_decrease, 0.9997, 5e-5);
  EXPECT_EQ(worked.verdict, Verdict::effective);
  const Trial doubtful = judge_remedy({331, 1125}, {50, 200});
  EXPECT_NEAR(doubtful.probability_of_decrease, 0.90, 5e-3);
  EXPECT_EQ(doubtful.verdict, Verdict::inconclusive);
  EXPECT_EQ(judge_remedy({331, 1125}, {60, 200}).verdict, Verdict::stop);
  for (std::int64_t x = 0; x <= 40; ++x) EXPECT_EQ(judge_remedy({x, 40}, {x, 40}).verdict, Verdict::stop);
}

TEST(JudgeRemedy, does_not_judge_before_there_are_trials) {
  EXPECT_EQ(judge_remedy({90, 100}, {0, 0}).verdict, Verdict::inconclusive);
  EXPECT_EQ(judge_remedy({0, 0}, {90, 100}).verdict, Verdict::inconclusive);
  EXPECT_THROW(judge_remedy({3, 2}, {1, 2}), Bug);
}

}  // namespace
}  // namespace guanxi::statistics
