#include <algorithm>
#include <cmath>

#include "platform/result.h"
#include "platform/statistics/control_chart.h"

namespace guanxi::statistics {
namespace {

std::optional<ChartPoint> chart_point(const Tally& point, double centre) {
  if (point.exposure == 0) return std::nullopt;
  const double value = static_cast<double>(point.events) / point.exposure;
  const double error = std::sqrt(centre / point.exposure);
  return ChartPoint{value, std::max(0.0, centre - 3 * error), centre + 3 * error,
                    value == centre ? 0 : (value - centre) / error};
}

}  // namespace

std::optional<Chart> u_chart(std::span<const Tally> points, std::size_t baseline) {
  for (const Tally& point : points) {
    CHECK(point.events >= 0 && point.exposure >= 0);
    CHECK(point.events == 0 || point.exposure > 0);
  }
  std::int64_t events = 0;
  double exposure = 0;
  for (const Tally& point : points.first(std::min(baseline, points.size()))) {
    events += point.events;
    exposure += point.exposure;
  }
  if (exposure == 0) return std::nullopt;

  Chart chart;
  chart.centre = static_cast<double>(events) / exposure;
  for (const Tally& point : points) chart.points.push_back(chart_point(point, chart.centre));
  chart.signals = find_signals(chart.points, chart.centre);
  return chart;
}

}  // namespace guanxi::statistics
