#include "prospects/open_time.h"

#include "platform/clock/weekday.h"

namespace guanxi::prospects {
namespace {

using dealership::Store;

constexpr int kMostDays = 800;  // a limit is reached long before, unless a store is open for minutes a week

struct Opening {
  Instant from, to;
};

Instant on_the_clock(const TimeZone& zone, const std::string& day, const std::string& time) {
  LocalTime local{};
  local.year = std::stoi(day.substr(0, 4));
  local.month = std::stoi(day.substr(5, 2));
  local.day = std::stoi(day.substr(8, 2));
  local.hour = std::stoi(time.substr(0, 2));
  local.minute = std::stoi(time.substr(3, 2));
  return zone.instant(local);
}

/// When the store is open on that day; nothing when it is closed.
std::optional<Opening> opening_on(const Store& store, const TimeZone& zone, const std::string& day) {
  const int weekday = weekday_of(day);
  for (const auto& hours : store.opening_hours) {
    if (hours.weekday != weekday) continue;
    return Opening{on_the_clock(zone, day, hours.opens), on_the_clock(zone, day, hours.closes)};
  }
  return std::nullopt;
}

}  // namespace

Instant after_open_time(const Store& store, Instant from, Instant span) {
  if (store.opening_hours.empty()) return from + span;
  const auto zone = store.zone();
  Instant left = span;
  auto day = zone.day(from);
  for (int days = 0; days < kMostDays; ++days, day = add_days(day, 1)) {
    const auto opening = opening_on(store, zone, day);
    if (!opening || opening->to <= from) continue;
    const Instant start = std::max(from, opening->from);
    if (start + left < opening->to) return start + left;
    left -= opening->to - start;
  }
  return from + span;
}

Instant open_time_between(const Store& store, Instant from, Instant to) {
  if (to <= from) return 0;
  if (store.opening_hours.empty()) return to - from;
  const auto zone = store.zone();
  const auto last = zone.day(to);
  Instant sum = 0;
  auto day = zone.day(from);
  for (int days = 0; days < kMostDays && day <= last; ++days, day = add_days(day, 1)) {
    const auto opening = opening_on(store, zone, day);
    if (!opening) continue;
    sum += std::max<Instant>(0, std::min(to, opening->to) - std::max(from, opening->from));
  }
  return sum;
}

}  // namespace guanxi::prospects
