#include "prospects/card.h"

#include <chrono>

namespace guanxi::prospects {
namespace {

using reception::PurchaseWhen;

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
  if (days <= 7) return Grade::H;
  if (days <= 15) return Grade::A;
  if (days <= 30) return Grade::B;
  return Grade::C;
}

}  // namespace guanxi::prospects
