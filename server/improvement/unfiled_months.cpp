// The unfiled rate month by month, and the stores' months side by side.
#include <algorithm>
#include <functional>

#include "improvement/alarms.h"
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

/// `charts` stand on the page and share its allowance of false signals.
void add_chart(MonthChart& chart, const std::vector<MonthCount>& months, std::size_t charts) {
  std::vector<Share> shares;
  for (const auto& month : months) shares.push_back(unfiled_share(month.first_visits));
  const auto with_rate = static_cast<std::size_t>(std::ranges::count_if(shares, std::not_fn(&Share::empty)));
  const auto rule = statistics::signal_rule(with_rate, alarms::kMonths / static_cast<double>(charts));
  const auto drawn =
      statistics::p_chart(shares, statistics::kWholeChart, statistics::Dispersion::by_rule, rule);
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

/// Filing and the log in all months before one.
struct Before {
  Cell first_visits;
  std::int64_t logged = 0, counted = 0;
};

void add_point(MonthChart& chart, const MonthCount& month, Before& before, double alarms) {
  MonthPoint point{};
  point.month = month.month;
  point.filing = rate_of(month.first_visits);
  point.completeness = completeness_of(month.logged, month.counted);
  point.thinner = rose_on_a_thinner_log(month.first_visits, point.completeness, before.first_visits,
                                        completeness_of(before.logged, before.counted), alarms);
  chart.points.push_back(std::move(point));
  before.first_visits += month.first_visits;
  // A month in which nobody counted says nothing about how complete the log was.
  if (month.counted == 0) return;
  before.logged += month.logged;
  before.counted += month.counted;
}

MonthChart chart_of(const std::vector<MonthCount>& months, std::size_t charts) {
  MonthChart chart{};
  chart.sigma_z = 1;
  Before all;
  std::int64_t logged = 0, counted = 0;
  const auto looks = static_cast<double>(charts * std::max<std::size_t>(months.size(), 2) - charts);
  for (const auto& month : months) {
    add_point(chart, month, all, alarms::kLog / looks);
    logged += month.logged;
    counted += month.counted;
  }
  chart.overall = rate_of(all.first_visits);
  chart.completeness = completeness_of(logged, counted);
  add_chart(chart, months, charts);
  return chart;
}

}  // namespace

MonthChart month_chart(const Look& look) {
  return chart_of(without_holes(look.months.sums(look.from, look.to)), 1);
}

StoreMonths months_of_store(const Look& look, const dealership::Store& store, std::size_t stores) {
  const auto months = without_holes(look.months.counts(store.id, look.from, look.to));
  return {store.id, store.name, chart_of(months, stores).points};
}

}  // namespace guanxi::improvement
