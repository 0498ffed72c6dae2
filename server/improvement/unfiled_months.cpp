// The unfiled rate month by month, and the stores' months side by side.
#include <algorithm>

#include "improvement/unfiled.h"
#include "platform/statistics/control_chart.h"

namespace guanxi::improvement {
namespace {

using statistics::Share;

/// Months without visits too, so that a chart has no holes in its time.
std::vector<MonthCount> without_holes(const std::vector<MonthCount>& counts) {
  std::vector<MonthCount> months;
  if (counts.empty()) return months;
  auto next = counts.begin();
  for (const auto& month : months_between(counts.front().month, counts.back().month)) {
    months.emplace_back();
    if (next->month == month) months.back() = *next++;
    months.back().month = month;
  }
  return months;
}

Share unfiled_share(const Cell& cell) { return {cell.unfiled, cell.of()}; }

void mark_signals(const statistics::Chart& chart, std::vector<MonthPoint>& points) {
  for (const auto& signal : chart.signals) {
    for (auto i = signal.first; i <= signal.last; ++i) {
      if (signal.kind == statistics::SignalKind::outside) points[i].outside = true;
      if (signal.kind == statistics::SignalKind::run) points[i].in_run = true;
    }
  }
}

void add_chart(MonthChart& chart, const std::vector<MonthCount>& months) {
  std::vector<Share> shares;
  for (const auto& month : months) shares.push_back(unfiled_share(month.first_visits));
  const auto drawn = statistics::p_chart(shares);
  if (!drawn) return;
  chart.centre = drawn->chart.centre;
  chart.widened = drawn->widened;
  chart.sigma_z = drawn->sigma_z;
  for (std::size_t i = 0; i < months.size(); ++i) {
    const auto& point = drawn->chart.points[i];
    if (!point) continue;
    chart.points[i].rate = point->value;
    chart.points[i].low = point->lower;
    chart.points[i].high = point->upper;
  }
  mark_signals(drawn->chart, chart.points);
}

MonthChart chart_of(const std::vector<MonthCount>& months) {
  MonthChart chart{};
  chart.sigma_z = 1;
  Cell all;
  std::int64_t logged = 0, counted = 0;
  for (std::size_t i = 0; i < months.size(); ++i) {
    const auto& month = months[i];
    MonthPoint point{};
    point.month = month.month;
    point.filing = rate_of(month.first_visits);
    point.completeness = completeness_of(month.logged, month.counted);
    point.thinner =
        i > 0 && rose_on_a_thinner_log(month.first_visits, point.completeness, months[i - 1].first_visits,
                                       chart.points.back().completeness);
    chart.points.push_back(std::move(point));
    all += month.first_visits;
    logged += month.logged;
    counted += month.counted;
  }
  chart.overall = rate_of(all);
  chart.completeness = completeness_of(logged, counted);
  add_chart(chart, months);
  return chart;
}

}  // namespace

MonthChart month_chart(const Look& look) {
  return chart_of(without_holes(look.months.sums(look.from, look.to)));
}

StoreMonths months_of_store(const Look& look, const dealership::Store& store) {
  return {store.id, store.name,
          chart_of(without_holes(look.months.counts(store.id, look.from, look.to))).points};
}

}  // namespace guanxi::improvement
