#include "improvement/unfiled_visits.h"

#include <algorithm>

namespace guanxi::improvement {
namespace {

bool is_or_is_below(const std::string& code, const std::string& asked) {
  return code == asked || (!asked.empty() && code.starts_with(asked + "."));
}

bool in_hour(const std::string& value, const std::string& asked) {
  if (asked.starts_with('-')) return value.ends_with(asked);
  if (asked.ends_with('-')) return value.starts_with(asked);
  return value == asked;
}

}  // namespace

bool is_meant(Dimension by, const std::string& value, const std::string& asked) {
  if (by == Dimension::hour) return in_hour(value, asked);
  const bool two_levels = by == Dimension::channel || by == Dimension::reason;
  return two_levels ? is_or_is_below(value, asked) : value == asked;
}

bool stands_behind(const FirstVisit& visit, const Behind& behind, const OnDuty& duty) {
  if (behind.outcome && visit.outcome != *behind.outcome) return false;
  const bool unfiled = visit.outcome == Outcome::unfiled;
  if (behind.reason && !(unfiled && is_or_is_below(visit.reason_code.value_or(""), *behind.reason)))
    return false;
  if (!behind.by) return true;
  if (!has_rate(*behind.by) && !unfiled) return false;
  return is_meant(*behind.by, value_of(visit, *behind.by, duty), behind.value);
}

std::vector<FirstVisit> latest_below(std::vector<FirstVisit> visits, const http::Place& place,
                                     std::size_t limit) {
  std::erase_if(visits, [&](const FirstVisit& visit) {
    return std::tie(visit.arrived_at, visit.id) >= std::tie(place.number, place.id);
  });
  std::ranges::sort(visits, std::greater<>(),
                    [](const FirstVisit& visit) { return std::tie(visit.arrived_at, visit.id); });
  if (visits.size() > limit) visits.resize(limit);
  return visits;
}

std::vector<FirstVisit> visits_behind(database::Transaction& tx, const dealership::Store& store,
                                      const Behind& behind, const http::Place& place, std::size_t limit,
                                      Instant now) {
  std::vector<FirstVisit> found;
  auto months = months_between(behind.from, behind.to);
  std::ranges::reverse(months);
  for (const auto& month : months) {
    if (found.size() >= limit) break;
    if (span_of(store, month).from - kDay > place.number) continue;
    const auto duty = on_duty(tx, store.id, month, add_months(month, 1));
    auto log = read_month(tx, store, month, now);
    std::erase_if(log.first_visits,
                  [&](const FirstVisit& visit) { return !stands_behind(visit, behind, duty); });
    auto latest = latest_below(std::move(log.first_visits), place, limit);
    std::ranges::move(latest, std::back_inserter(found));
  }
  return latest_below(std::move(found), place, limit);
}

}  // namespace guanxi::improvement
