#include "prospects/cadence.h"

#include <algorithm>

#include "platform/clock/weekday.h"

namespace guanxi::prospects {
namespace {

std::string first_open(std::string day, const OpenDays& open) {
  while (!is_open(open, day)) day = add_days(day, 1);
  return day;
}

/// The day of the first follow-up after a visit.
std::string first_day(const std::string& visit_day, const Cadence& cadence, const OpenDays& open,
                      const Works& works) {
  const auto latest = first_open(add_days(visit_day, static_cast<int>(cadence.after_visit)), open);
  if (!works || works(latest)) return latest;
  for (auto days = cadence.after_visit - 1; days > 0; --days) {
    auto day = add_days(visit_day, static_cast<int>(days));
    if (is_open(open, day) && works(day)) return day;
  }
  return latest;
}

std::int64_t most_days(const Card& card, const Cadence& cadence) {
  if (card.standing == CardStanding::ordered) return cadence.ordered;
  switch (card.grade) {
    case Grade::N:
      return cadence.n;
    case Grade::H:
      return cadence.h;
    case Grade::A:
      return cadence.a;
    case Grade::B:
      return cadence.b;
    case Grade::C:
      return cadence.c;
  }
  throw Bug("a grade without a cadence");
}

}  // namespace

OpenDays open_days(const dealership::Store& store) {
  OpenDays open{};
  for (const auto& hours : store.opening_hours)
    open[static_cast<std::size_t>(hours.weekday.value - 1)] = true;
  if (std::ranges::none_of(open, std::identity())) open.fill(true);
  return open;
}

bool is_open(const OpenDays& open, const std::string& day) {
  return open[static_cast<std::size_t>(weekday_of(day) - 1)];
}

std::string latest_next_day(const Card& card, const std::string& today, const Cadence& cadence,
                            const OpenDays& open, const Works& works) {
  std::optional<std::string> for_a_colleague;
  for (auto days = most_days(card, cadence); days > 0; --days) {
    auto day = add_days(today, static_cast<int>(days));
    if (!is_open(open, day)) continue;
    if (!works || works(day)) return day;
    if (!for_a_colleague) for_a_colleague = std::move(day);
  }
  if (for_a_colleague) return *for_a_colleague;
  return first_open(add_days(today, 1), open);
}

Instant first_due(Instant at, const Cadence& cadence, const dealership::Store& store, const Works& works) {
  const auto zone = store.zone();
  const auto day = first_day(zone.day(at), cadence, open_days(store), works);
  auto due = zone.local(at);
  due.year = std::stoi(day.substr(0, 4));
  due.month = std::stoi(day.substr(5, 2));
  due.day = std::stoi(day.substr(8, 2));
  return zone.instant(due);
}

Instant end_of(const dealership::Store& store, const std::string& day) {
  return store.zone().start_of(add_days(day, 1)) - 1;
}

}  // namespace guanxi::prospects
