// People, hours, channels … and stores beside each other: no league table.
#include <algorithm>

#include "improvement/names.h"
#include "improvement/unfiled.h"
#include "platform/statistics/funnel.h"
#include "platform/statistics/power.h"

namespace guanxi::improvement {
namespace {

/// A rate that may lie ten points to each side says little.
constexpr double kHalfWidth = 0.1;

statistics::Share unfiled_share(const Cell& cell) { return {cell.unfiled, cell.of()}; }

GroupPoint counts_of(const std::string& value, const Cell& cell) {
  GroupPoint point{};
  point.value = value;
  point.filed = cell.filed;
  point.unfiled = cell.unfiled;
  point.open = cell.open;
  return point;
}

void add_rate(GroupPoint& point, const statistics::FunnelPoint& drawn) {
  point.funnel_low = drawn.limits.inner.lower;
  point.funnel_high = drawn.limits.inner.upper;
  point.funnel_lowest = drawn.limits.outer.lower;
  point.funnel_highest = drawn.limits.outer.upper;
  point.beyond = drawn.zone == statistics::Zone::beyond_outer;
  point.more_visits = statistics::more_trials_for_half_width(drawn.share, kHalfWidth);
  if (drawn.share.empty()) return;
  point.rate = drawn.share.rate();
  point.low = drawn.interval.lower;
  point.high = drawn.interval.upper;
  point.shrunken = drawn.shrunken;
}

Groups groups_of(const Tally& tally, Dimension by) {
  Groups groups{};
  groups.by = by;
  groups.rates = has_rate(by);
  std::vector<statistics::NamedShare> shares;
  for (const auto& [value, cell] : tally) {
    groups.groups.push_back(counts_of(value, cell));
    shares.push_back({value, unfiled_share(cell)});
  }
  if (!groups.rates) return groups;
  const auto drawn = statistics::funnel(shares);
  if (!drawn) return groups;
  groups.overall = drawn->centre;
  for (std::size_t i = 0; i < shares.size(); ++i) add_rate(groups.groups[i], drawn->points[i]);
  return groups;
}

}  // namespace

Tally tally_of(const Look& look, Dimension by) {
  if (by == Dimension::store) return look.months.stores(look.from, look.to);
  return look.months.tally(by, look.from, look.to);
}

Result<Groups> groups(database::Transaction& tx, const Look& look, Dimension by) {
  if (by == Dimension::person && look.months.of_group())
    return refuse(Refusal::field("/by", "people_in_their_store"));
  if (by == Dimension::store && !look.months.of_group())
    return refuse(Refusal::field("/by", "only_in_groups"));
  auto groups = groups_of(tally_of(look, by), by);
  Names names(tx);
  for (auto& group : groups.groups) {
    if (const auto name = names.of(by, group.value)) group.name = name->name;
  }
  std::ranges::stable_sort(groups.groups, {},
                           [](const GroupPoint& group) { return group.name.value_or(""); });
  return groups;
}

}  // namespace guanxi::improvement
