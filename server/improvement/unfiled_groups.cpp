// People, hours, channels … and stores beside each other: no league table.
#include <algorithm>
#include <ranges>

#include "improvement/alarms.h"
#include "improvement/names.h"
#include "improvement/unfiled.h"
#include "platform/statistics/funnel.h"
#include "platform/statistics/power.h"

namespace guanxi::improvement {
namespace {

/// A rate that may lie ten points to each side says little.
constexpr double kHalfWidth = 0.1;

/// With fewer, one or two who really stand out would pass for a spread that is natural, and widen the limits
/// past themselves.
constexpr std::size_t kFewestThatSpread = 20;

std::optional<statistics::Funnel> funnel_of(const std::vector<statistics::NamedShare>& shares) {
  using statistics::FunnelDispersion;
  const bool many = shares.size() >= kFewestThatSpread;
  return statistics::funnel(shares, many ? FunnelDispersion::by_rule : FunnelDispersion::binomial);
}

statistics::Share unfiled_share(const Cell& cell) { return {cell.unfiled, cell.of()}; }

GroupPoint counts_of(const std::string& value, const Cell& cell) {
  GroupPoint point{};
  point.value = value;
  point.filed = cell.filed;
  point.unfiled = cell.unfiled;
  point.open = cell.open;
  return point;
}

void add_rate(GroupPoint& point, const statistics::FunnelPoint& drawn, bool beyond) {
  point.funnel_low = drawn.limits.inner.lower;
  point.funnel_high = drawn.limits.inner.upper;
  point.funnel_lowest = drawn.limits.outer.lower;
  point.funnel_highest = drawn.limits.outer.upper;
  point.beyond = beyond;
  point.more_visits = statistics::more_trials_for_half_width(drawn.share, kHalfWidth);
  if (drawn.share.empty()) return;
  point.rate = drawn.share.rate();
  point.low = drawn.interval.lower;
  point.high = drawn.interval.upper;
  point.shrunken = drawn.shrunken;
}

/// Those of whom it is not known have a rate as well, but stand beside the comparison.
void add_unknown_rate(GroupPoint& point, const statistics::Share& share, double centre, double dispersion) {
  statistics::FunnelPoint drawn;
  drawn.share = share;
  drawn.limits = statistics::funnel_limits(centre, dispersion, static_cast<double>(share.trials));
  drawn.interval = statistics::wilson_interval(share);
  add_rate(point, drawn, false);
  point.shrunken.reset();
}

/// Only those of whom it is known are compared. A model or channel is left out more often when the visit
/// stays unfiled: those without one say nothing about the others and must not move their centre.
void add_rates(Groups& groups) {
  std::vector<statistics::NamedShare> shares;
  Cell all;
  for (const auto& group : groups.groups) {
    const Cell cell{group.filed, group.unfiled, group.open};
    all += cell;
    if (!group.value.empty()) shares.push_back({group.value, unfiled_share(cell)});
  }
  if (all.of() == 0) return;
  const auto drawn = funnel_of(shares);
  groups.overall = drawn ? drawn->centre : unfiled_share(all).rate();
  const auto beyond = drawn ? statistics::stand_out(*drawn, alarms::kPanel) : std::vector<bool>();
  std::size_t place = 0;
  for (auto& group : groups.groups) {
    if (group.value.empty()) {
      const statistics::Share share{group.unfiled, group.filed + group.unfiled};
      add_unknown_rate(group, share, *groups.overall, drawn ? drawn->dispersion : 1);
    } else if (drawn) {
      add_rate(group, drawn->points[place], beyond[place]);
      ++place;
    }
  }
}

Groups groups_of(const Tally& tally, Dimension by) {
  Groups groups{};
  groups.by = by;
  groups.rates = has_rate(by);
  for (const auto& [value, cell] : tally) groups.groups.push_back(counts_of(value, cell));
  if (groups.rates) add_rates(groups);
  return groups;
}

}  // namespace

Tally tally_of(const Look& look, Dimension by) {
  if (by == Dimension::store) return look.months.stores(look.from, look.to);
  return look.months.tally(by, look.from, look.to);
}

Result<Groups> groups(database::Transaction& tx, const Look& look, Dimension by) {
  if (by == Dimension::fate) return refuse(Refusal::field("/by", "not_a_choice"));
  if (by == Dimension::person && look.months.of_group())
    return refuse(Refusal::field("/by", "people_in_their_store"));
  if (by == Dimension::store && !look.months.of_group())
    return refuse(Refusal::field("/by", "only_in_groups"));
  auto groups = groups_of(tally_of(look, by), by);
  Names names(tx);
  names.learn(by, groups.groups | std::views::transform(&GroupPoint::value));
  for (auto& group : groups.groups) group.name = names.of(by, group.value);
  std::ranges::stable_sort(groups.groups, {},
                           [](const GroupPoint& group) { return group.name.value_or(""); });
  return groups;
}

}  // namespace guanxi::improvement
