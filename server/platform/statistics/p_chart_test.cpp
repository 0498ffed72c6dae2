#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "platform/result.h"
#include "platform/statistics/control_chart.h"

namespace guanxi::statistics {
namespace {

const std::vector<Share> kBaseline = {{54, 180}, {46, 165}, {61, 210}, {59, 190}, {47, 175}, {64, 205}};

std::vector<Share> baseline_and(std::initializer_list<Share> more) {
  std::vector<Share> points = kBaseline;
  points.insert(points.end(), more);
  return points;
}

std::vector<Share> samples_of(std::int64_t trials, std::initializer_list<std::int64_t> counts) {
  std::vector<Share> points;
  for (const std::int64_t count : counts) points.push_back({count, trials});
  return points;
}

std::vector<Share> draw_chart(std::mt19937_64& random, std::size_t months, std::int64_t trials, double rate,
                              double wander = 0) {
  std::normal_distribution<double> off(0, 1);
  std::vector<Share> points;
  for (std::size_t i = 0; i < months; ++i) {
    const double p = std::clamp(rate + wander * off(random), 0.0, 1.0);
    points.push_back({std::binomial_distribution<std::int64_t>(trials, p)(random), trials});
  }
  return points;
}

using Signals = std::vector<Signal>;

TEST(PChart, stands_on_its_baseline) {
  const auto chart = p_chart(baseline_and({{36, 200}}), 6).value();
  EXPECT_NEAR(chart.chart.centre, 0.29422, 5e-6);
  EXPECT_NEAR(chart.chart.points[0]->lower, 0.1923, 5e-5);
  EXPECT_NEAR(chart.chart.points[0]->upper, 0.3961, 5e-5);
  EXPECT_NEAR(chart.chart.points[6]->lower, 0.1976, 5e-5);
  EXPECT_NEAR(chart.chart.points[6]->upper, 0.3909, 5e-5);
  EXPECT_FALSE(chart.widened);
  EXPECT_NEAR(chart.sigma_z, 0.7235091, 5e-7);  // by hand from the six z scores, with mpmath
}

TEST(PChart, signals_the_month_of_the_remedy_and_not_the_doubtful_one) {
  const auto remedy = p_chart(baseline_and({{36, 200}}), 6).value();
  EXPECT_NEAR(remedy.chart.points[6]->z, -3.545, 5e-4);
  EXPECT_EQ(remedy.chart.signals, (Signals{{SignalKind::outside, Side::below, 6, 6}}));
  const auto doubtful = p_chart(baseline_and({{50, 200}}), 6).value();
  EXPECT_NEAR(doubtful.chart.points[6]->z, -1.3724, 5e-5);
  EXPECT_TRUE(doubtful.chart.signals.empty());
}

// Montgomery, frozen orange juice concentrate: 30 samples of 50 cans.
const auto kOrangeJuice = samples_of(50, {12, 15, 8, 10, 4,  7,  16, 9,  14, 10, 5,  6, 17, 12, 22,
                                          8,  10, 5, 13, 11, 20, 18, 24, 15, 9,  12, 7, 13, 9,  6});

TEST(PChart, agrees_with_the_published_orange_juice_chart) {
  const auto chart = p_chart(kOrangeJuice, kWholeChart, Dispersion::binomial).value().chart;
  EXPECT_NEAR(chart.centre, 0.2313, 5e-5);
  EXPECT_NEAR(chart.points[0]->upper, 0.4102, 1e-4);
  EXPECT_NEAR(chart.points[0]->lower, 0.0524, 1e-4);
  EXPECT_EQ(chart.signals, (Signals{{SignalKind::outside, Side::above, 14, 14},
                                    {SignalKind::outside, Side::above, 22, 22}}));
}

TEST(PChart, agrees_with_the_published_chart_after_removing_two_samples) {
  std::vector<Share> points = kOrangeJuice;
  points.erase(points.begin() + 22);
  points.erase(points.begin() + 14);
  const auto chart = p_chart(points, kWholeChart, Dispersion::binomial).value().chart;
  EXPECT_NEAR(chart.centre, 0.2150, 5e-5);
  EXPECT_NEAR(chart.points[0]->upper, 0.3893, 1e-4);
  EXPECT_NEAR(chart.points[0]->lower, 0.0407, 1e-4);
  EXPECT_EQ(chart.signals, (Signals{{SignalKind::outside, Side::above, 19, 19}}));  // sample 21 of the book
}

// Montgomery, purchase orders: samples of different size, p̄ = 234/2450; only sample 11 is outside.
TEST(PChart, agrees_with_the_published_chart_of_samples_of_different_size) {
  const std::vector<Share> points = {
      {12, 100}, {8, 80},   {6, 80},   {9, 100}, {10, 110}, {12, 110}, {11, 100}, {16, 100}, {10, 90},
      {6, 90},   {20, 110}, {15, 120}, {9, 120}, {8, 120},  {6, 110},  {8, 80},   {10, 80},  {7, 80},
      {5, 90},   {8, 100},  {5, 100},  {8, 100}, {10, 100}, {6, 90},   {9, 90}};
  const auto chart = p_chart(points).value().chart;
  EXPECT_NEAR(chart.centre, 0.0955, 5e-5);
  EXPECT_NEAR(chart.points[0]->upper, 0.184, 5e-4);
  EXPECT_NEAR(chart.points[0]->lower, 0.007, 5e-4);
  EXPECT_NEAR(chart.points[1]->upper, 0.194, 5e-4);
  EXPECT_EQ(chart.points[1]->lower, 0);
  EXPECT_EQ(chart.signals, (Signals{{SignalKind::outside, Side::above, 10, 10}}));
}

// A year with many trials and a wandering rate. Expected numbers from the formulas by hand, with mpmath.
TEST(PChart, widens_its_limits_when_the_rate_always_wanders) {
  const std::vector<Share> year = {{300, 2000}, {380, 2000}, {260, 2000}, {420, 2400},
                                   {250, 1800}, {390, 2100}, {310, 2000}, {450, 2300},
                                   {280, 2000}, {400, 2050}, {290, 1950}, {410, 2000}};
  const auto chance = p_chart(year, kWholeChart, Dispersion::binomial).value();
  EXPECT_NEAR(chance.sigma_z, 4.971215596, 1e-8);
  EXPECT_FALSE(chance.widened);
  EXPECT_NEAR(chance.chart.points[0]->upper, 0.1933898172, 1e-9);
  EXPECT_FALSE(chance.chart.signals.empty());

  const auto widened = p_chart(year).value();
  EXPECT_TRUE(widened.widened);
  EXPECT_NEAR(widened.chart.points[0]->lower, 0.04352941738, 1e-9);
  EXPECT_NEAR(widened.chart.points[0]->upper, 0.2930559485, 1e-9);
  EXPECT_NEAR(widened.chart.points[0]->z, -0.4398574255, 1e-9);
  EXPECT_TRUE(widened.chart.signals.empty());
}

TEST(PChart, never_narrows_and_by_rule_never_widens_less_than_a_year) {
  const std::vector<Share> alike = {{300, 1000}, {301, 1000}, {299, 1000}, {300, 1000}};
  EXPECT_FALSE(p_chart(alike, kWholeChart, Dispersion::laney)->widened);
  const std::vector<Share> wild = {{100, 1000}, {500, 1000}, {100, 1000}, {500, 1000}};
  EXPECT_TRUE(p_chart(wild, kWholeChart, Dispersion::laney)->widened);
  EXPECT_FALSE(p_chart(wild)->widened);
}

TEST(PChart, passes_over_months_without_trials) {
  const auto chart = p_chart(std::vector<Share>{{0, 0}, {3, 10}, {0, 0}, {4, 10}}).value();
  EXPECT_DOUBLE_EQ(chart.chart.centre, 0.35);
  ASSERT_EQ(chart.chart.points.size(), 4U);
  EXPECT_FALSE(chart.chart.points[0]);
  EXPECT_TRUE(chart.chart.points[3]);
  EXPECT_FALSE(p_chart({}));
  EXPECT_FALSE(p_chart(std::vector<Share>{{0, 0}, {3, 10}}, 1));
  EXPECT_FALSE(p_chart(kBaseline, 0));
}

TEST(PChart, signals_the_first_failure_after_a_spotless_baseline) {
  const auto chart = p_chart(std::vector<Share>{{0, 50}, {0, 60}, {1, 50}, {0, 40}}, 2).value().chart;
  EXPECT_EQ(chart.centre, 0);
  EXPECT_EQ(chart.points[1]->z, 0);
  EXPECT_TRUE(std::isinf(chart.points[2]->z));
  EXPECT_EQ(chart.signals, (Signals{{SignalKind::outside, Side::above, 2, 2}}));
}

TEST(PChart, is_the_mirror_image_for_failures) {
  const auto points = baseline_and({{36, 200}});
  std::vector<Share> opposite;
  for (const Share& point : points) opposite.push_back(point.opposite());
  const auto chart = p_chart(points, 6)->chart;
  const auto mirrored = p_chart(opposite, 6)->chart;
  for (std::size_t i = 0; i < points.size(); ++i) {
    EXPECT_NEAR(chart.points[i]->lower, 1 - mirrored.points[i]->upper, 1e-14);
    EXPECT_NEAR(chart.points[i]->z, -mirrored.points[i]->z, 1e-12);
  }
  EXPECT_EQ(mirrored.signals, (Signals{{SignalKind::outside, Side::above, 6, 6}}));
}

// With 200 trials at 0.3 only counts up to 40 and from 80 on lie outside: P = 0.0026.
TEST(PChart, signals_falsely_as_seldom_as_chance_allows) {
  double expected = 0;
  for (int x = 0; x <= 200; ++x) {
    const double off = std::abs(x / 200.0 - 0.3) / std::sqrt(0.3 * 0.7 / 200);
    const double log_p = std::lgamma(201) - std::lgamma(x + 1) - std::lgamma(201 - x) + x * std::log(0.3) +
                         (200 - x) * std::log(0.7);
    if (off > 3) expected += std::exp(log_p);
  }
  std::mt19937_64 random(51);
  std::size_t outside = 0;
  constexpr std::size_t kMonths = 100000;
  std::vector<Share> points = draw_chart(random, kMonths, 200, 0.3);
  points.insert(points.begin(), {300000, 1000000});
  const PChart chart = p_chart(points, 1).value();
  for (const Signal& signal : chart.chart.signals) outside += signal.kind == SignalKind::outside ? 1 : 0;
  EXPECT_NEAR(static_cast<double>(outside) / kMonths, expected, 0.0006);
  EXPECT_LT(expected, 0.0035);
}

TEST(PChart, is_widened_needlessly_in_few_charts_and_rightly_in_most) {
  std::mt19937_64 random(2002);
  int needlessly = 0;
  int rightly = 0;
  constexpr int kCharts = 4000;
  for (int i = 0; i < kCharts; ++i) {
    needlessly += p_chart(draw_chart(random, 24, 200, 0.3))->widened ? 1 : 0;
    rightly += p_chart(draw_chart(random, 24, 2000, 0.3, 0.02))->widened ? 1 : 0;  // true spread 2.2 × chance
  }
  EXPECT_LT(needlessly / double{kCharts}, 0.02);
  EXPECT_GT(rightly / double{kCharts}, 0.9);
}

bool has_signal(const Chart& chart, const Signal& signal) {
  return std::ranges::find(chart.signals, signal) != chart.signals.end();
}

// At z about 7 for the wild month; a chart in thirty may hide it when the other months happen to wander.
TEST(PChart, does_not_let_one_wild_month_hide_itself) {
  std::mt19937_64 random(12);
  int seen = 0;
  int seen_below = 0;
  constexpr int kCharts = 1200;
  for (int i = 0; i < kCharts; ++i) {
    const auto wild = static_cast<std::size_t>(i % 12);
    auto points = draw_chart(random, 12, 200, 0.3);
    points[wild] = {110, 200};
    const auto high = p_chart(points)->chart;
    seen += has_signal(high, {SignalKind::outside, Side::above, wild, wild}) ? 1 : 0;
    points[wild] = {15, 200};
    const auto low = p_chart(points)->chart;
    seen_below += has_signal(low, {SignalKind::outside, Side::below, wild, wild}) ? 1 : 0;
  }
  EXPECT_GT(seen / double{kCharts}, 0.95);
  EXPECT_GT(seen_below / double{kCharts}, 0.95);
}

// By hand: √(11/12)·z with P(Z > z) = 0.02/24 and so on, quantiles from mpmath.
TEST(SignalRule, is_the_classical_one_up_to_a_year_and_stricter_beyond) {
  EXPECT_EQ(signal_rule(6, 0.02).errors, 3);
  EXPECT_NEAR(signal_rule(12, 0.02).errors, 3.0105, 5e-4);
  EXPECT_NEAR(signal_rule(24, 0.02).errors, 3.2711, 5e-4);
  EXPECT_NEAR(signal_rule(60, 0.02).errors, 3.5576, 5e-4);
  EXPECT_DOUBLE_EQ(signal_rule(12, 0.02).run_p, 0.005);
  EXPECT_DOUBLE_EQ(signal_rule(36, 0.02).run_p, 0.005 / 12);
  EXPECT_THROW(signal_rule(12, 0), Bug);
  EXPECT_THROW(signal_rule(12, 1), Bug);
}

double share_with_signals(std::mt19937_64& random, std::size_t months, const SignalRule& rule) {
  constexpr int kCharts = 6000;
  int with_signals = 0;
  for (int i = 0; i < kCharts; ++i) {
    const auto points = draw_chart(random, months, 300, 0.3);
    const auto chart = p_chart(points, kWholeChart, Dispersion::by_rule, rule)->chart;
    with_signals += chart.signals.empty() ? 0 : 1;
  }
  return with_signals / double{kCharts};
}

// 0.006 is three standard errors of 6000 charts.
TEST(SignalRule, keeps_quiet_charts_quiet_however_long_they_are) {
  std::mt19937_64 random(20);
  for (const std::size_t months : {6, 12, 24, 36, 60})
    EXPECT_LT(share_with_signals(random, months, signal_rule(months, 0.02)), 0.025 + 0.006) << months;
  EXPECT_LT(share_with_signals(random, 12, signal_rule(12, 0.02 / 30)), 0.003);
  EXPECT_GT(share_with_signals(random, 60, {}), 0.2) << "the classical rule in five years";
}

// Months 1 to 8 at 30 of 100 lie above the centre, the others at 25 below: z = 1.812 by hand, p = 0.0700.
TEST(SignalRule, takes_a_run_that_says_little_for_chance) {
  std::vector<Share> points(8, {30, 100});
  points.insert(points.end(), 4, {25, 100});
  EXPECT_EQ(p_chart(points)->chart.signals, (Signals{{SignalKind::run, Side::above, 0, 7}}));
  const auto signals = [&](double run_p) {
    return p_chart(points, kWholeChart, Dispersion::by_rule, {3, run_p})->chart.signals.size();
  };
  EXPECT_EQ(signals(0.0705), 1U);
  EXPECT_EQ(signals(0.0695), 0U);
}

// A rate of 0.31 that falls by five points for good in the middle, 600 visits a month.
TEST(SignalRule, still_sees_a_level_that_changed) {
  std::mt19937_64 random(21);
  for (const std::size_t months : {24, 36}) {
    int seen = 0;
    constexpr int kCharts = 1000;
    for (int i = 0; i < kCharts; ++i) {
      auto points = draw_chart(random, months / 2, 600, 0.31);
      const auto after = draw_chart(random, months / 2, 600, 0.26);
      points.insert(points.end(), after.begin(), after.end());
      const auto rule = signal_rule(months, 0.02);
      seen += p_chart(points, kWholeChart, Dispersion::by_rule, rule)->chart.signals.empty() ? 0 : 1;
    }
    EXPECT_GT(seen / double{kCharts}, 0.8) << months;
  }
}

}  // namespace
}  // namespace guanxi::statistics
