#include <algorithm>
#include <cmath>
#include <numeric>

#include "platform/statistics/control_chart.h"

namespace guanxi::statistics {
namespace {

constexpr double kLimitsPerRange = 2.66;   // 3 / 1.128
constexpr double kRangeLimit = 3.268;      // Wheeler's D₄ for ranges of two
constexpr double kRangePerSigma = 1.128;   // d₂
constexpr double kSpreadOfRange = 0.8525;  // d₃: standard deviation of a range of two, in sigmas

double mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<double> moving_ranges(std::span<const double> values) {
  std::vector<double> ranges;
  for (std::size_t i = 1; i < values.size(); ++i) ranges.push_back(std::abs(values[i] - values[i - 1]));
  return ranges;
}

// Equal but for the last digits of a mean counts as equal.
double distance(double value, double centre, double sigma) {
  return std::abs(value - centre) <= 1e-12 * std::abs(centre) ? 0 : (value - centre) / sigma;
}

Chart chart_of_values(std::span<const double> values, double centre, double range) {
  Chart chart{centre, {}, {}};
  for (const double value : values) {
    chart.points.push_back(ChartPoint{value, centre - kLimitsPerRange * range,
                                      centre + kLimitsPerRange * range,
                                      distance(value, centre, range / kRangePerSigma)});
  }
  chart.signals = find_signals(chart.points, centre);
  return chart;
}

Chart chart_of_ranges(std::span<const double> ranges, double centre) {
  Chart chart{centre, {std::nullopt}, {}};
  const double sigma = centre / kRangePerSigma * kSpreadOfRange;
  for (const double range : ranges)
    chart.points.push_back(ChartPoint{range, 0, kRangeLimit * centre, distance(range, centre, sigma)});
  chart.signals = find_signals(chart.points, centre);
  std::erase_if(chart.signals, [](const Signal& signal) { return signal.kind == SignalKind::run; });
  return chart;
}

}  // namespace

std::optional<XmrChart> xmr_chart(std::span<const double> values, std::size_t baseline) {
  const auto base = values.first(std::min(baseline, values.size()));
  if (base.size() < 2) return std::nullopt;
  const std::vector<double> ranges = moving_ranges(values);
  const double range = mean(std::span(ranges).first(base.size() - 1));
  return XmrChart{chart_of_values(values, mean(base), range), chart_of_ranges(ranges, range)};
}

}  // namespace guanxi::statistics
