#include "platform/statistics/multiple.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>

#include "platform/result.h"
#include "platform/statistics/normal.h"

namespace guanxi::statistics {
namespace {

// Benjamini & Hochberg 1995, section 4: fifteen comparisons of treatments of myocardial infarction. At 0.05
// the first four are rejected (Bonferroni: three). The adjusted values were computed from the definition with
// mpmath.
TEST(BenjaminiHochberg, agrees_with_the_example_of_its_paper) {
  const std::vector<double> p = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
  const std::vector<double> expected = {0.0015,        0.003,         0.0095,       0.035625,     0.0603,
                                        0.06385714286, 0.06385714286, 0.0645,       0.0765,       0.486,
                                        0.5811818182,  0.714875,      0.7532307692, 0.8132142857, 1};
  const auto adjusted = benjamini_hochberg(p);
  ASSERT_EQ(adjusted.size(), expected.size());
  for (std::size_t i = 0; i < p.size(); ++i) EXPECT_NEAR(adjusted[i], expected[i], 1e-9) << i;
  EXPECT_EQ(std::ranges::count_if(adjusted, [](double q) { return q <= 0.05; }), 4);
}

TEST(BenjaminiHochberg, keeps_the_order_it_was_given) {
  const auto adjusted = benjamini_hochberg(std::vector<double>{0.6, 0.008, 0.2, 0.03, 0.123});
  const std::vector<double> expected = {0.6, 0.04, 0.25, 0.075, 0.205};
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(adjusted[i], expected[i], 1e-12);
}

TEST(BenjaminiHochberg, leaves_one_alone_and_none_and_equal_ones) {
  EXPECT_TRUE(benjamini_hochberg({}).empty());
  EXPECT_EQ(benjamini_hochberg(std::vector<double>{0.03})[0], 0.03);
  for (const double q : benjamini_hochberg(std::vector<double>(7, 0.03))) EXPECT_DOUBLE_EQ(q, 0.03);
  EXPECT_EQ(benjamini_hochberg(std::vector<double>{0, 1}), (std::vector<double>{0, 1}));
}

TEST(BenjaminiHochberg, refuses_what_is_no_probability) {
  EXPECT_THROW(benjamini_hochberg(std::vector<double>{-0.1}), Bug);
  EXPECT_THROW(benjamini_hochberg(std::vector<double>{1.1}), Bug);
  EXPECT_THROW(benjamini_hochberg(std::vector<double>{std::numeric_limits<double>::quiet_NaN()}), Bug);
}

TEST(BenjaminiHochberg, never_lowers_and_never_reorders) {
  std::mt19937_64 random(7);
  std::uniform_real_distribution<double> uniform(0, 1);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> p(25);
    for (double& value : p) value = uniform(random);
    const auto adjusted = benjamini_hochberg(p);
    for (std::size_t i = 0; i < p.size(); ++i) {
      EXPECT_GE(adjusted[i], p[i]);
      EXPECT_LE(adjusted[i], 1);
      for (std::size_t j = 0; j < p.size(); ++j) {
        EXPECT_TRUE(p[i] >= p[j] || adjusted[i] <= adjusted[j]);
      }
    }
  }
}

TEST(BenjaminiHochberg, finds_something_in_nothing_only_as_often_as_it_says) {
  std::mt19937_64 random(1995);
  std::uniform_real_distribution<double> uniform(0, 1);
  int found = 0;
  constexpr int kRounds = 10000;
  for (int round = 0; round < kRounds; ++round) {
    std::vector<double> p(20);
    for (double& value : p) value = uniform(random);
    found += std::ranges::min(benjamini_hochberg(p)) <= 0.05 ? 1 : 0;
  }
  EXPECT_NEAR(found / double{kRounds}, 0.05, 0.007);
}

// Of independent tests the expected share of false findings is exactly q times the share of true nulls.
TEST(BenjaminiHochberg, keeps_the_share_of_false_findings) {
  std::mt19937_64 random(57289);
  std::normal_distribution<double> normal(0, 1);
  double false_share = 0;
  constexpr int kRounds = 10000;
  for (int round = 0; round < kRounds; ++round) {
    std::vector<double> p(20);
    for (std::size_t i = 0; i < p.size(); ++i) p[i] = two_sided_p(normal(random) + (i < 15 ? 0 : 3));
    const auto adjusted = benjamini_hochberg(p);
    const auto is_found = [](double q) { return q <= 0.1; };
    const auto all = std::ranges::count_if(adjusted, is_found);
    const auto wrong = std::ranges::count_if(adjusted.begin(), adjusted.begin() + 15, is_found);
    if (all > 0) false_share += static_cast<double>(wrong) / static_cast<double>(all);
  }
  EXPECT_NEAR(false_share / kRounds, 0.1 * 15 / 20, 0.006);
}

}  // namespace
}  // namespace guanxi::statistics
