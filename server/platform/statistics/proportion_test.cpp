#include "platform/statistics/proportion.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "platform/result.h"

namespace guanxi::statistics {
namespace {

void expect_interval(const Interval& interval, double lower, double upper, double within = 5e-5) {
  EXPECT_NEAR(interval.lower, lower, within);
  EXPECT_NEAR(interval.upper, upper, within);
}

Share draw(std::mt19937_64& random, std::int64_t trials, double rate) {
  return {std::binomial_distribution<std::int64_t>(trials, rate)(random), trials};
}

TEST(Share, counts_the_other_way_round_and_without_a_part) {
  EXPECT_DOUBLE_EQ((Share{54, 180}.rate()), 0.3);
  EXPECT_EQ((Share{54, 180}.opposite()), (Share{126, 180}));
  EXPECT_EQ((Share{54, 180} + Share{46, 165}), (Share{100, 345}));
  EXPECT_EQ((Share{100, 345} - Share{46, 165}), (Share{54, 180}));
  EXPECT_TRUE(Share{}.empty());
}

TEST(Share, refuses_what_cannot_have_been_counted) {
  EXPECT_THROW((Share{0, 0}.rate()), Bug);
  EXPECT_THROW((Share{2, 1}.rate()), Bug);
  EXPECT_THROW((Share{-1, 1}.rate()), Bug);
  EXPECT_THROW((Share{1, 2} - Share{0, 2}), Bug);
  EXPECT_THROW(wilson_interval({3, 2}), Bug);
  EXPECT_THROW(wilson_interval({1, 2}, 1), Bug);
  EXPECT_THROW(newcombe_interval({0, 0}, {3, 2}), Bug);
  EXPECT_THROW(two_proportion_test({3, 2}, {0, 0}), Bug);
}

// Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
TEST(WilsonInterval, agrees_with_the_published_examples) {
  expect_interval(wilson_interval({81, 263}), 0.2553, 0.3662);
  expect_interval(wilson_interval({15, 148}), 0.0624, 0.1605);
  expect_interval(wilson_interval({0, 20}), 0.0000, 0.1611);
  expect_interval(wilson_interval({1, 29}), 0.0061, 0.1718);
}

// The defining equation's roots, found by bisection with 30 digits (mpmath).
TEST(WilsonInterval, solves_its_equation) {
  expect_interval(wilson_interval({54, 180}), 0.2378050125, 0.3705531867, 1e-9);
  expect_interval(wilson_interval({1, 1}), 0.2065493144, 1, 1e-9);
}

TEST(WilsonInterval, is_exact_at_its_edges) {
  for (std::int64_t trials = 1; trials < 3000; ++trials) {
    EXPECT_EQ(wilson_interval({0, trials}).lower, 0);
    EXPECT_LT(wilson_interval({0, trials}).upper, 1);
    EXPECT_EQ(wilson_interval({trials, trials}).upper, 1);
    EXPECT_GT(wilson_interval({trials, trials}).lower, 0);
  }
  EXPECT_EQ(wilson_interval({0, 0}).lower, 0);
  EXPECT_EQ(wilson_interval({0, 0}).upper, 1);
}

TEST(WilsonInterval, is_the_mirror_image_for_failures) {
  for (std::int64_t x = 0; x <= 37; ++x) {
    const Interval interval = wilson_interval({x, 37});
    const Interval mirrored = wilson_interval(Share{x, 37}.opposite());
    EXPECT_NEAR(interval.lower, 1 - mirrored.upper, 1e-14);
    EXPECT_NEAR(interval.upper, 1 - mirrored.lower, 1e-14);
    EXPECT_TRUE(interval.contains(static_cast<double>(x) / 37));
  }
}

TEST(WilsonInterval, rises_with_successes_and_narrows_with_trials_and_with_less_confidence) {
  for (std::int64_t x = 1; x <= 50; ++x) {
    EXPECT_GT(wilson_interval({x, 50}).lower, wilson_interval({x - 1, 50}).lower);
    EXPECT_GT(wilson_interval({x, 50}).upper, wilson_interval({x - 1, 50}).upper);
    EXPECT_LT(wilson_interval({3 * x, 150}).half_width(), wilson_interval({x, 50}).half_width());
    EXPECT_LT(wilson_interval({x, 50}, 0.8).half_width(), wilson_interval({x, 50}, 0.9).half_width());
  }
}

// At one rate and size coverage wanders around 95 % because counts are whole; over many it is close.
TEST(WilsonInterval, covers_the_truth_as_often_as_it_says) {
  std::mt19937_64 random(1927);
  std::uniform_real_distribution<double> rates(0.02, 0.98);
  std::uniform_int_distribution<std::int64_t> sizes(5, 400);
  int covered = 0;
  constexpr int kDraws = 40000;
  for (int i = 0; i < kDraws; ++i) {
    const double rate = rates(random);
    covered += wilson_interval(draw(random, sizes(random), rate)).contains(rate) ? 1 : 0;
  }
  EXPECT_NEAR(covered / double{kDraws}, 0.95, 0.005);
}

TEST(WilsonInterval, covers_as_often_as_another_confidence_says) {
  std::mt19937_64 random(80);
  std::uniform_real_distribution<double> rates(0.1, 0.9);
  int covered = 0;
  constexpr int kDraws = 20000;
  for (int i = 0; i < kDraws; ++i) {
    const double rate = rates(random);
    covered += wilson_interval(draw(random, 150, rate), 0.8).contains(rate) ? 1 : 0;
  }
  EXPECT_NEAR(covered / double{kDraws}, 0.8, 0.01);
}

// Newcombe 1998, Statistics in Medicine 17:873, table II, method 10, examples (a) to (h).
TEST(NewcombeInterval, agrees_with_the_published_examples) {
  expect_interval(newcombe_interval({56, 70}, {48, 80}), 0.0524, 0.3339);
  expect_interval(newcombe_interval({9, 10}, {3, 10}), 0.1705, 0.8090);
  expect_interval(newcombe_interval({6, 7}, {2, 7}), 0.0582, 0.8062);
  expect_interval(newcombe_interval({5, 56}, {0, 29}), -0.0381, 0.1926);
  expect_interval(newcombe_interval({0, 10}, {0, 20}), -0.1611, 0.2775);
  expect_interval(newcombe_interval({0, 10}, {0, 10}), -0.2775, 0.2775);
  expect_interval(newcombe_interval({10, 10}, {0, 20}), 0.6791, 1.0000);
  expect_interval(newcombe_interval({10, 10}, {0, 10}), 0.6075, 1.0000);
}

TEST(NewcombeInterval, knows_the_drop_of_the_seventh_month) {
  expect_interval(newcombe_interval({331, 1125}, {36, 200}), 0.0497, 0.1686);
  expect_interval(newcombe_interval({331, 1125}, {50, 200}), -0.0251, 0.1055);
}

TEST(NewcombeInterval, turns_its_sign_when_sides_or_successes_are_swapped) {
  for (std::int64_t x = 0; x <= 12; ++x) {
    const Share first{x, 12};
    const Share second{2, 30};
    const Interval interval = newcombe_interval(first, second);
    for (const Interval& turned :
         {newcombe_interval(second, first), newcombe_interval(first.opposite(), second.opposite())}) {
      EXPECT_NEAR(interval.lower, -turned.upper, 1e-14);
      EXPECT_NEAR(interval.upper, -turned.lower, 1e-14);
    }
    EXPECT_GE(interval.lower, -1);
    EXPECT_LE(interval.upper, 1);
  }
}

TEST(NewcombeInterval, knows_nothing_without_trials) {
  for (const auto& [first, second] :
       std::vector<std::pair<Share, Share>>{{{0, 0}, {5, 10}}, {{5, 10}, {0, 0}}, {{0, 0}, {0, 0}}}) {
    expect_interval(newcombe_interval(first, second), -1, 1, 0);
  }
}

TEST(NewcombeInterval, covers_the_true_difference_as_often_as_it_says) {
  std::mt19937_64 random(1998);
  std::uniform_real_distribution<double> rates(0.02, 0.98);
  std::uniform_int_distribution<std::int64_t> sizes(8, 300);
  int covered = 0;
  constexpr int kDraws = 40000;
  for (int i = 0; i < kDraws; ++i) {
    const double p = rates(random);
    const double q = rates(random);
    const Share first = draw(random, sizes(random), p);
    const Share second = draw(random, sizes(random), q);
    covered += newcombe_interval(first, second).contains(p - q) ? 1 : 0;
  }
  EXPECT_NEAR(covered / double{kDraws}, 0.95, 0.006);
}

TEST(TwoProportionTest, knows_the_drop_of_the_seventh_month) {
  const ZTest real = two_proportion_test({331, 1125}, {36, 200});
  EXPECT_NEAR(real.z, 3.326, 5e-4);
  EXPECT_NEAR(real.p, 0.00088, 5e-6);
  const ZTest doubtful = two_proportion_test({331, 1125}, {50, 200});
  EXPECT_NEAR(doubtful.z, 1.273, 5e-4);
  EXPECT_NEAR(doubtful.p, 0.203, 5e-4);
}

// Montgomery, Introduction to Statistical Quality Control, orange juice cans before and after an adjustment:
// Z₀ = 7.10.
TEST(TwoProportionTest, agrees_with_the_published_example) {
  EXPECT_NEAR(two_proportion_test({301, 1400}, {133, 1200}).z, 7.10, 5e-3);
}

TEST(TwoProportionTest, has_no_evidence_without_trials_or_without_any_variation) {
  for (const auto& [first, second] : std::vector<std::pair<Share, Share>>{
           {{0, 0}, {5, 10}}, {{5, 10}, {0, 0}}, {{0, 0}, {0, 0}}, {{0, 9}, {0, 4}}, {{9, 9}, {4, 4}}}) {
    EXPECT_EQ(two_proportion_test(first, second).z, 0);
    EXPECT_EQ(two_proportion_test(first, second).p, 1);
  }
}

TEST(TwoProportionTest, turns_its_sign_when_sides_or_successes_are_swapped) {
  const ZTest test = two_proportion_test({12, 40}, {30, 200});
  EXPECT_DOUBLE_EQ(two_proportion_test({30, 200}, {12, 40}).z, -test.z);
  EXPECT_NEAR(two_proportion_test({28, 40}, {170, 200}).z, -test.z, 1e-12);
  EXPECT_NEAR(two_proportion_test({28, 40}, {170, 200}).p, test.p, 1e-12);
}

TEST(TwoProportionTest, is_deceived_as_often_as_it_says) {
  std::mt19937_64 random(5);
  int deceived = 0;
  constexpr int kDraws = 20000;
  for (int i = 0; i < kDraws; ++i)
    deceived += two_proportion_test(draw(random, 300, 0.3), draw(random, 170, 0.3)).p <= 0.05 ? 1 : 0;
  EXPECT_NEAR(deceived / double{kDraws}, 0.05, 0.006);
}

}  // namespace
}  // namespace guanxi::statistics
