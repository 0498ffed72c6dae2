// What differs between visits that were filed and visits that were not.
#include <algorithm>
#include <cmath>
#include <ranges>

#include "improvement/alarms.h"
#include "improvement/names.h"
#include "improvement/unfiled.h"
#include "platform/statistics/contrast.h"

namespace guanxi::improvement {
namespace {

constexpr std::size_t kMostTooSmall = 10;
constexpr statistics::ContrastPlan kPlan{.difference = 0.1, .plan = {.alpha = alarms::kContrasts}};

/// What is compared: everything that is noted of filed and unfiled visits alike; people within a store,
/// stores within a group. An hour of the week has too few visits to be looked at alone; hours and weekdays
/// are looked at each for themselves.
struct Aspect {
  const char* name;
  Dimension by;
  /// The value that the aspect sees in one of the tally: "6-14" -> "14".
  std::string (*value)(const std::string&);
};

std::string as_it_is(const std::string& value) { return value; }
std::string hour_of(const std::string& value) { return "-" + value.substr(value.find('-') + 1); }
std::string weekday_of(const std::string& value) { return value.substr(0, value.find('-')) + "-"; }
std::string first_level(const std::string& value) { return value.substr(0, value.find('.')); }

constexpr Aspect kAspects[] = {
    {"person", Dimension::person, as_it_is},      {"store", Dimension::store, as_it_is},
    {"hour", Dimension::hour, hour_of},           {"weekday", Dimension::hour, weekday_of},
    {"channel", Dimension::channel, first_level}, {"model", Dimension::model, as_it_is},
    {"minutes", Dimension::minutes, as_it_is},    {"on_duty", Dimension::on_duty, as_it_is},
};

statistics::Factor factor_of(const Look& look, const Aspect& aspect) {
  Tally tally;
  for (const auto& [value, cell] : tally_of(look, aspect.by)) {
    if (!value.empty()) tally[aspect.value(value)] += cell;
  }
  statistics::Factor factor{aspect.name, {}};
  for (const auto& [value, cell] : tally) factor.groups.push_back({value, {cell.unfiled, cell.of()}});
  return factor;
}

Dimension dimension_of(const std::string& factor) {
  for (const auto& aspect : kAspects) {
    if (factor == aspect.name) return aspect.by;
  }
  return Dimension::all;
}

Contrast contrast_of(Dimension by, const statistics::GroupContrast& group, std::optional<std::string> name) {
  return {by,
          group.name,
          std::move(name),
          group.share.successes,
          group.share.trials,
          group.rest.successes,
          group.rest.trials,
          group.effect,
          group.interval.lower,
          group.interval.upper,
          group.test->adjusted_p};
}

}  // namespace

Differences differences(database::Transaction& tx, const Look& look) {
  std::vector<statistics::Factor> factors;
  const auto left_out = look.months.of_group() ? Dimension::person : Dimension::store;
  for (const auto& aspect : kAspects) {
    if (aspect.by != left_out) factors.push_back(factor_of(look, aspect));
  }
  Names names(tx);
  Differences all{};
  for (const auto& factor : statistics::contrast(factors, kPlan)) {
    const auto by = dimension_of(factor.name);
    names.learn(by, factor.groups | std::views::transform(&statistics::GroupContrast::name));
    for (const auto& group : factor.groups) {
      const auto name = names.of(by, group.name);
      if (group.test) ++all.looked_at;
      // Whether the factor matters as a whole is not asked for: among eleven hours, one bad hour is lost in
      // it.
      if (group.finding == statistics::Finding::differs) all.found.push_back(contrast_of(by, group, name));
      if (!group.test) all.too_small.push_back({by, group.name, name, group.share.trials, group.more_trials});
    }
  }
  std::ranges::stable_sort(all.found, std::greater<>(),
                           [](const Contrast& found) { return std::abs(found.difference); });
  std::ranges::stable_sort(all.too_small, std::greater<>(), &TooSmall::of);
  if (all.too_small.size() > kMostTooSmall) all.too_small.resize(kMostTooSmall);
  return all;
}

}  // namespace guanxi::improvement
