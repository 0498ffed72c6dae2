#include <algorithm>
#include <cmath>

#include "platform/statistics/control_chart.h"

namespace guanxi::statistics {
namespace {

constexpr std::size_t kRun = 8;

// A mean of equal numbers may differ from them in its last digits; that is not a side.
bool clearly_above(double value, double other) {
  const double scale = std::max(std::abs(value), std::abs(other));
  return value - other > 1e-12 * scale;
}

std::optional<Side> side_of(const ChartPoint& point, double centre) {
  if (clearly_above(point.value, centre)) return Side::above;
  if (clearly_above(centre, point.value)) return Side::below;
  return std::nullopt;
}

// A series on one side of the centre that may still go on.
struct Series {
  Signal signal;
  std::size_t length = 0;

  void end(std::vector<Signal>& found) {
    if (length >= kRun) found.push_back(signal);
    length = 0;
  }
};

void find_outside(std::span<const std::optional<ChartPoint>> points, std::vector<Signal>& found) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!points[i]) continue;
    if (clearly_above(points[i]->value, points[i]->upper))
      found.push_back({SignalKind::outside, Side::above, i, i});
    if (clearly_above(points[i]->lower, points[i]->value))
      found.push_back({SignalKind::outside, Side::below, i, i});
  }
}

void find_runs(std::span<const std::optional<ChartPoint>> points, double centre, std::vector<Signal>& found) {
  Series series;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!points[i]) continue;
    const auto side = side_of(*points[i], centre);
    if (series.length > 0 && side != series.signal.side) series.end(found);
    if (!side) continue;
    if (series.length++ == 0) series.signal = {SignalKind::run, *side, i, i};
    series.signal.last = i;
  }
  series.end(found);
}

}  // namespace

std::vector<Signal> find_signals(std::span<const std::optional<ChartPoint>> points, double centre) {
  std::vector<Signal> found;
  find_outside(points, found);
  find_runs(points, centre, found);
  return found;
}

}  // namespace guanxi::statistics
