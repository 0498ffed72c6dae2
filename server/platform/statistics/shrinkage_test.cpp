#include "platform/statistics/shrinkage.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "platform/result.h"

namespace guanxi::statistics {
namespace {

// Efron & Morris 1975: 18 batters after 45 times at bat, and their rates over the rest of the season.
const std::vector<std::int64_t> kHits = {18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7};
const std::vector<double> kRestOfSeason = {.346, .298, .276, .222, .273, .270, .263, .210, .269,
                                           .230, .264, .256, .303, .264, .226, .286, .316, .200};

std::vector<Share> batters() {
  std::vector<Share> shares;
  for (const std::int64_t hits : kHits) shares.push_back({hits, 45});
  return shares;
}

// The moment equation solved by bisection over the binomial variances with mpmath.
TEST(Shrinkage, agrees_with_an_independent_solution_for_the_batters) {
  const auto prior = fit_rate_prior(batters()).value();
  EXPECT_NEAR(prior.pooled.rate(), 0.265, 5e-4);
  EXPECT_NEAR(prior.weight, 367.9883351, 1e-6);
  EXPECT_NEAR(shrunken_rate({18, 45}, prior), 0.280094875, 1e-9);
  EXPECT_NEAR(shrunken_rate({7, 45}, prior), 0.2534597402, 1e-9);
}

// The paper's point: errors of 0.077 for the batters' own rates fall to 0.022.
TEST(Shrinkage, foretells_the_batters_better_than_their_own_rates) {
  const auto prior = fit_rate_prior(batters()).value();
  double own = 0;
  double shrunken = 0;
  for (std::size_t i = 0; i < kHits.size(); ++i) {
    own += std::pow(batters()[i].rate() - kRestOfSeason[i], 2);
    shrunken += std::pow(shrunken_rate(batters()[i], prior) - kRestOfSeason[i], 2);
  }
  EXPECT_NEAR(own, 0.077, 0.002);
  EXPECT_NEAR(shrunken, 0.022, 0.001);
}

TEST(Shrinkage, agrees_with_an_independent_solution_for_groups_of_different_size) {
  const std::vector<Share> groups = {{30, 60}, {12, 50}, {45, 200}, {3, 10}, {70, 180}, {0, 4}};
  const auto prior = fit_rate_prior(groups).value();
  EXPECT_NEAR(prior.weight, 16.48737996, 1e-7);
  const std::vector<double> expected = {0.460652318,  0.2592084225, 0.2320416501,
                                        0.3108683792, 0.3828952724, 0.2554786843};
  for (std::size_t i = 0; i < groups.size(); ++i)
    EXPECT_NEAR(shrunken_rate(groups[i], prior), expected[i], 1e-9);
  const Interval interval = shrunken_interval({30, 60}, prior);
  EXPECT_NEAR(interval.lower, 0.3509624376, 1e-8);  // quantiles by bisection of the incomplete beta function
  EXPECT_NEAR(interval.upper, 0.5722923515, 1e-8);
}

TEST(Shrinkage, is_full_when_groups_differ_by_chance_only) {
  for (const auto& groups : std::vector<std::vector<Share>>{{{30, 100}, {31, 100}, {29, 100}},
                                                            {{5, 10}},
                                                            {{5, 10}, {0, 0}},
                                                            {{0, 10}, {0, 20}},
                                                            {{10, 10}, {4, 4}},
                                                            {{1, 1}, {0, 1}, {1, 1}}}) {
    const auto prior = fit_rate_prior(groups).value();
    EXPECT_TRUE(std::isinf(prior.weight));
    EXPECT_EQ(shrunken_rate(groups[0], prior), prior.pooled.rate());
    EXPECT_EQ(shrunken_interval(groups[0], prior).lower, wilson_interval(prior.pooled).lower);
  }
}

TEST(Shrinkage, is_none_when_groups_have_nothing_in_common) {
  const std::vector<Share> groups = {{100, 100}, {0, 100}};
  const auto prior = fit_rate_prior(groups).value();
  EXPECT_EQ(prior.weight, 0);
  EXPECT_EQ(shrunken_rate(groups[0], prior), 1);
  EXPECT_EQ(shrunken_rate({0, 0}, prior), 0.5);
  EXPECT_EQ(shrunken_interval(groups[0], prior).upper, 1);
  EXPECT_EQ(shrunken_interval(groups[0], prior).lower, wilson_interval(groups[0]).lower);
  EXPECT_FALSE(fit_rate_prior({}));
  EXPECT_FALSE(fit_rate_prior(std::vector<Share>{{0, 0}}));
  EXPECT_THROW(fit_rate_prior(std::vector<Share>{{2, 1}}), Bug);
}

TEST(Shrinkage, lies_between_its_own_and_all_and_tends_to_its_own) {
  const RatePrior prior{{300, 1000}, 40};
  double before = prior.pooled.rate();
  for (std::int64_t trials = 10; trials <= 1000000; trials *= 10) {
    const Share group{trials * 6 / 10, trials};
    const double rate = shrunken_rate(group, prior);
    EXPECT_GT(rate, before);
    EXPECT_LT(rate, 0.6);
    EXPECT_TRUE(shrunken_interval(group, prior).contains(rate));
    before = rate;
  }
  EXPECT_NEAR(before, 0.6, 1e-4);
}

TEST(Shrinkage, is_the_mirror_image_for_failures) {
  const std::vector<Share> groups = {{30, 60}, {12, 50}, {45, 200}, {3, 10}};
  std::vector<Share> opposite;
  for (const Share& group : groups) opposite.push_back(group.opposite());
  const auto prior = fit_rate_prior(groups).value();
  const auto mirrored = fit_rate_prior(opposite).value();
  EXPECT_NEAR(prior.weight, mirrored.weight, 1e-9);
  EXPECT_NEAR(shrunken_rate(groups[0], prior), 1 - shrunken_rate(opposite[0], mirrored), 1e-12);
}

// Forty groups of a known Beta(6, 14): the fit finds its weight of 20, and the intervals hold.
TEST(Shrinkage, finds_the_spread_of_true_rates_and_covers_them) {
  std::mt19937_64 random(85);
  std::uniform_int_distribution<std::int64_t> sizes(10, 300);
  std::gamma_distribution<double> a(6);
  std::gamma_distribution<double> b(14);
  double inverse_weight = 0;
  int covered = 0;
  double own_error = 0;
  double shrunken_error = 0;
  constexpr int kRounds = 500;
  for (int round = 0; round < kRounds; ++round) {
    std::vector<Share> groups(40);
    std::vector<double> rates(groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const double x = a(random);
      rates[i] = x / (x + b(random));
      const std::int64_t trials = sizes(random);
      groups[i] = {std::binomial_distribution<std::int64_t>(trials, rates[i])(random), trials};
    }
    const auto prior = fit_rate_prior(groups).value();
    inverse_weight += 1 / (prior.weight + 1);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      covered += shrunken_interval(groups[i], prior).contains(rates[i]) ? 1 : 0;
      own_error += std::pow(groups[i].rate() - rates[i], 2);
      shrunken_error += std::pow(shrunken_rate(groups[i], prior) - rates[i], 2);
    }
  }
  EXPECT_NEAR(inverse_weight / kRounds, 1.0 / 21, 0.003);
  EXPECT_NEAR(covered / (40.0 * kRounds), 0.95, 0.01);
  EXPECT_LT(shrunken_error, 0.8 * own_error);
}

}  // namespace
}  // namespace guanxi::statistics
