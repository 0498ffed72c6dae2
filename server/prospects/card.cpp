#include "prospects/card.h"

#include <chrono>

namespace guanxi::prospects {
namespace {

using reception::PurchaseWhen;

constexpr int kHotDays = 7, kWarmDays = 15, kMonthDays = 30;

std::string first_of_month(const std::string& day) { return day.substr(0, 8) + "01"; }

/// The first day of the month after the day's.
std::string next_month(const std::string& day) { return first_of_month(add_days(first_of_month(day), 31)); }

/// 0 = Monday … 6 = Sunday; 1970-01-05 was a Monday.
int weekday_of(const std::string& day) {
  const int days = days_between("1970-01-05", day) % 7;
  return days < 0 ? days + 7 : days;
}

}  // namespace

std::optional<std::string> expected_day(PurchaseWhen when, const std::optional<std::string>& named_day,
                                        const std::string& visit_day) {
  switch (when) {
    case PurchaseWhen::this_week:
      return add_days(visit_day, 6 - weekday_of(visit_day));
    case PurchaseWhen::this_month:
      return add_days(next_month(visit_day), -1);
    case PurchaseWhen::next_month:
      return add_days(next_month(next_month(visit_day)), -1);
    case PurchaseWhen::date:
      return named_day;
    case PurchaseWhen::unknown:
      return std::nullopt;
  }
  throw Bug("a time of purchase without a rule");
}

Grade grade_of(const std::optional<std::string>& expected_day, const std::string& today) {
  if (!expected_day) return Grade::N;
  const int days = days_between(today, *expected_day);
  if (days < -kDaysDue) return Grade::N;
  if (days <= kHotDays) return Grade::H;
  if (days <= kWarmDays) return Grade::A;
  if (days <= kMonthDays) return Grade::B;
  return Grade::C;
}

Days days_of(Grade grade, const std::string& today) {
  const auto day = [&](int days) { return add_days(today, days); };
  switch (grade) {
    case Grade::N:
      return {"", day(-kDaysDue - 1)};
    case Grade::H:
      return {day(-kDaysDue), day(kHotDays)};
    case Grade::A:
      return {day(kHotDays + 1), day(kWarmDays)};
    case Grade::B:
      return {day(kWarmDays + 1), day(kMonthDays)};
    case Grade::C:
      return {day(kMonthDays + 1), "9999-12-31"};
  }
  throw Bug("a grade without days");
}

}  // namespace guanxi::prospects
