#include "platform/statistics/control_chart.h"

#include <gtest/gtest.h>

#include <random>

#include "platform/result.h"

namespace guanxi::statistics {
namespace {

using Signals = std::vector<Signal>;

// Points between wide limits around 0; nothing for a blank.
std::vector<std::optional<ChartPoint>> points_of(std::string_view sides) {
  std::vector<std::optional<ChartPoint>> points;
  for (const char side : sides) {
    if (side == ' ') {
      points.push_back(std::nullopt);
    } else {
      points.push_back(ChartPoint{side == '+' ? 1.0 : side == '-' ? -1.0 : 0.0, -5, 5, 0});
    }
  }
  return points;
}

TEST(Signals, are_runs_of_eight_on_one_side) {
  EXPECT_EQ(find_signals(points_of("+++++++"), 0), Signals{});
  EXPECT_EQ(find_signals(points_of("-++++++++-"), 0), (Signals{{SignalKind::run, Side::above, 1, 8}}));
  EXPECT_EQ(find_signals(points_of("----------"), 0), (Signals{{SignalKind::run, Side::below, 0, 9}}));
  EXPECT_EQ(find_signals(points_of("++++++++--------"), 0),
            (Signals{{SignalKind::run, Side::above, 0, 7}, {SignalKind::run, Side::below, 8, 15}}));
}

TEST(Signals, end_a_run_on_the_centre_but_not_at_an_absent_point) {
  EXPECT_EQ(find_signals(points_of("++++0++++"), 0), Signals{});
  EXPECT_EQ(find_signals(points_of("++++0++++++++"), 0), (Signals{{SignalKind::run, Side::above, 5, 12}}));
  EXPECT_EQ(find_signals(points_of(" ++++  ++++ "), 0), (Signals{{SignalKind::run, Side::above, 1, 10}}));
  EXPECT_EQ(find_signals({}, 0), Signals{});
}

TEST(Signals, are_points_beyond_a_limit_and_not_on_it) {
  std::vector<std::optional<ChartPoint>> points = {ChartPoint{5, -5, 5, 3}, ChartPoint{5.01, -5, 5, 3.1},
                                                   ChartPoint{-5, -5, 5, -3}, ChartPoint{-6, -5, 5, -3.6}};
  EXPECT_EQ(find_signals(points, 0),
            (Signals{{SignalKind::outside, Side::above, 1, 1}, {SignalKind::outside, Side::below, 3, 3}}));
}

TEST(XmrChart, has_the_limits_of_the_monthly_sales) {
  const std::vector<double> sales = {38, 42, 35, 44, 40, 37, 61};
  const XmrChart chart = xmr_chart(sales, 6).value();
  EXPECT_NEAR(chart.individuals.centre, 39.33, 5e-3);
  EXPECT_NEAR(chart.moving_ranges.centre, 5.4, 1e-12);
  EXPECT_NEAR(chart.individuals.points[0]->lower, 24.97, 5e-3);
  EXPECT_NEAR(chart.individuals.points[0]->upper, 53.70, 5e-3);
  EXPECT_NEAR(chart.moving_ranges.points[1]->upper, 3.268 * 5.4, 1e-9);
  EXPECT_EQ(chart.individuals.signals, (Signals{{SignalKind::outside, Side::above, 6, 6}}));
  EXPECT_FALSE(chart.moving_ranges.points[0]);
  EXPECT_EQ(chart.moving_ranges.signals, (Signals{{SignalKind::outside, Side::above, 6, 6}}));
}

// Montgomery, viscosity of aircraft primer paint: mean 33.52, mean range 0.48, limits 32.24 and 34.80,
// range 1.57.
TEST(XmrChart, agrees_with_the_published_viscosity_chart) {
  const std::vector<double> viscosity = {33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27,
                                         33.49, 33.20, 33.62, 33.00, 33.54, 33.12, 33.84};
  const XmrChart chart = xmr_chart(viscosity).value();
  EXPECT_NEAR(chart.individuals.centre, 33.52, 5e-3);
  EXPECT_NEAR(chart.moving_ranges.centre, 0.48, 5e-3);
  EXPECT_NEAR(chart.individuals.points[0]->lower, 32.24, 6e-3);
  EXPECT_NEAR(chart.individuals.points[0]->upper, 34.80, 6e-3);
  EXPECT_NEAR(chart.moving_ranges.points[1]->upper, 1.57, 5e-3);
  EXPECT_TRUE(chart.individuals.signals.empty());
  EXPECT_TRUE(chart.moving_ranges.signals.empty());
}

TEST(XmrChart, is_quiet_when_nothing_ever_changes) {
  const XmrChart chart = xmr_chart(std::vector<double>(20, 0.1)).value();
  EXPECT_TRUE(chart.individuals.signals.empty());
  EXPECT_EQ(chart.individuals.points[0]->z, 0);
  EXPECT_TRUE(chart.moving_ranges.signals.empty());
}

TEST(XmrChart, needs_two_values) {
  EXPECT_FALSE(xmr_chart({}));
  EXPECT_FALSE(xmr_chart(std::vector<double>{1}));
  EXPECT_FALSE(xmr_chart(std::vector<double>{1, 2, 3}, 1));
  EXPECT_TRUE(xmr_chart(std::vector<double>{1, 2}));
}

TEST(XmrChart, signals_falsely_in_few_of_the_quiet_months) {
  std::mt19937_64 random(3);
  std::normal_distribution<double> sales(40, 5);
  std::vector<double> values(100000);
  for (double& value : values) value = sales(random);
  const XmrChart chart = xmr_chart(values).value();
  std::size_t outside = 0;
  for (const Signal& signal : chart.individuals.signals)
    outside += signal.kind == SignalKind::outside ? 1 : 0;
  EXPECT_NEAR(static_cast<double>(outside), 270, 60);  // 2 · P(Z > 3) = 0.0027
}

// Montgomery, 20 samples of 5 computers: 193 nonconformities, ū = 1.93, limits 0.07 and 3.79.
TEST(UChart, agrees_with_the_published_chart_of_computers) {
  std::vector<Tally> points;
  for (const std::int64_t events : {10, 12, 8, 14, 10, 16, 11, 7, 10, 15, 9, 5, 7, 11, 12, 6, 8, 10, 7, 5})
    points.push_back({events, 5});
  const Chart chart = u_chart(points).value();
  EXPECT_NEAR(chart.centre, 1.93, 1e-12);
  EXPECT_NEAR(chart.points[0]->lower, 0.07, 5e-3);
  EXPECT_NEAR(chart.points[0]->upper, 3.79, 5e-3);
  EXPECT_NEAR(chart.points[5]->value, 3.2, 1e-12);
  EXPECT_TRUE(chart.signals.empty());
}

TEST(UChart, has_limits_for_each_exposure_and_none_below_nothing) {
  const Chart chart = u_chart(std::vector<Tally>{{8, 4}, {0, 0}, {2, 1}, {30, 4}}, 3).value();
  EXPECT_DOUBLE_EQ(chart.centre, 2);
  EXPECT_FALSE(chart.points[1]);
  EXPECT_EQ(chart.points[2]->lower, 0);
  EXPECT_NEAR(chart.points[0]->upper, 2 + 3 * 0.70710678, 1e-7);
  EXPECT_NEAR(chart.points[3]->z, 5.5 / 0.70710678, 1e-6);
  EXPECT_EQ(chart.signals, (Signals{{SignalKind::outside, Side::above, 3, 3}}));
}

TEST(UChart, needs_exposure_and_refuses_events_without_any) {
  EXPECT_FALSE(u_chart({}));
  EXPECT_FALSE(u_chart(std::vector<Tally>{{0, 0}}));
  EXPECT_THROW(u_chart(std::vector<Tally>{{1, 0}}), Bug);
  EXPECT_THROW(u_chart(std::vector<Tally>{{-1, 2}}), Bug);
}

}  // namespace
}  // namespace guanxi::statistics
