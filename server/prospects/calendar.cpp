#include "prospects/calendar.h"

#include <algorithm>

#include "platform/clock/weekday.h"

namespace guanxi::prospects {
namespace {

constexpr std::int64_t kMostShown = 500;

/// "09:30" of that day in the store's zone.
Instant at_time(const TimeZone& zone, const std::string& day, const std::string& time) {
  LocalTime local{};
  local.year = std::stoi(day.substr(0, 4));
  local.month = std::stoi(day.substr(5, 2));
  local.day = std::stoi(day.substr(8, 2));
  local.hour = std::stoi(time.substr(0, 2));
  local.minute = std::stoi(time.substr(3, 2));
  return zone.instant(local);
}

void add_hours(Calendar& calendar, const Store& store) {
  const auto zone = store.zone();
  const auto is_that_day = [weekday = weekday_of(calendar.day)](const dealership::OpeningHours& hours) {
    return hours.weekday == weekday;
  };
  const auto hours = std::ranges::find_if(store.opening_hours, is_that_day);
  if (hours == store.opening_hours.end()) return;
  calendar.opens_at = json::Time{at_time(zone, calendar.day, hours->opens)};
  calendar.closes_at = json::Time{at_time(zone, calendar.day, hours->closes)};
}

void add_cars(database::Transaction& tx, Calendar& calendar, const Store& store) {
  for (const auto& car : test_cars_of(tx, store.id)) {
    const auto is_of_it = [&](const TestDriveView& drive) { return drive.car.id == car.id; };
    if (!car.retired || std::ranges::any_of(calendar.drives, is_of_it)) calendar.cars.push_back(view_of(car));
  }
}

}  // namespace

Calendar calendar(database::Transaction& tx, const Actor& actor, const Store& store, const std::string& day,
                  Instant now) {
  const auto zone = store.zone();
  const Taken span{zone.start_of(day), zone.start_of(add_days(day, 1))};
  Calendar calendar{};
  calendar.now = {now};
  calendar.day = day;
  calendar.starts_at = {span.from};
  calendar.ends_at = {span.to};
  const PlanViews views(tx, actor, store, now);
  calendar.drives = views.of(drives_between(tx, store.id, span));
  add_cars(tx, calendar, store);
  add_hours(calendar, store);
  const bool sees_all = actor.may("prospects.read") || actor.may("customers.find");
  const auto whose = sees_all ? std::nullopt : std::optional(actor.id);
  calendar.appointments = views.of(appointments_between(tx, store.id, whose, span.from, span.to, kMostShown));
  return calendar;
}

}  // namespace guanxi::prospects
