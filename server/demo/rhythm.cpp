#include "demo/rhythm.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>

#include "platform/clock/clock.h"

namespace guanxi::demo {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day read_day(const std::string& day) {
  return chrono::year(std::stoi(day.substr(0, 4))) /
         chrono::month(static_cast<unsigned>(std::stoi(day.substr(5, 2)))) /
         chrono::day(static_cast<unsigned>(std::stoi(day.substr(8, 2))));
}

// First day of the Chinese year, 2015 to 2040.
constexpr const char* kNewYears[] = {
    "2015-02-19", "2016-02-08", "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12",
    "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26",
    "2029-02-13", "2030-02-03", "2031-01-23", "2032-02-11", "2033-01-31", "2034-02-19", "2035-02-08",
    "2036-01-28", "2037-02-15", "2038-02-04", "2039-01-24", "2040-02-12"};

double festival(const std::string& day) {
  for (const char* new_year : kNewYears) {
    if (std::abs(std::atoi(new_year) - std::stoi(day)) > 0) continue;  // another year
    const int days = days_between(new_year, day);
    if (days >= -2 && days <= 6) return 0.15;
    if (days >= -9 && days < -2) return 1.25;  // to drive home in the new car
    if (days > 6 && days <= 14) return 0.7;
  }
  const auto date = day.substr(5);
  return date >= "10-01" && date <= "10-07" ? 1.4 : 1.0;
}

}  // namespace

int weekday_of(const std::string& day) {
  return static_cast<int>(chrono::weekday(chrono::sys_days(read_day(day))).iso_encoding());
}

std::string add_months(const std::string& day, int months) {
  const auto from = read_day(day);
  const auto month = chrono::year_month(from.year(), from.month()) + chrono::months(months);
  const auto last = chrono::year_month_day(month / chrono::last).day();
  const auto first = std::to_string(static_cast<int>(month.year())) + "-" +
                     (static_cast<unsigned>(month.month()) < 10 ? "0" : "") +
                     std::to_string(static_cast<unsigned>(month.month())) + "-01";
  return add_days(first, static_cast<int>(static_cast<unsigned>(std::min(from.day(), last))) - 1);
}

double weight_of_day(const std::string& day, const std::string& country) {
  constexpr double kWeekdays[] = {0.80, 0.78, 0.80, 0.85, 0.95, 1.75, 1.65};
  constexpr double kMonths[] = {1.0, 0.85, 0.95, 0.92, 0.98, 0.95, 0.85, 0.90, 1.2, 1.15, 1.05, 1.3};
  const double usual = kWeekdays[weekday_of(day) - 1] * kMonths[std::stoi(day.substr(5, 2)) - 1];
  return country == "CN" ? usual * festival(day) : usual;
}

int draw_hour(Dice& dice) {
  constexpr double kHours[] = {1.0, 2.6, 2.4, 1.4, 1.5, 2.8, 3.0, 2.4, 1.5, 1.2, 0.9};
  static_assert(std::size(kHours) == kCloses - kOpens);
  return kOpens + static_cast<int>(dice.weighted(kHours));
}

int draw_arrivals(Dice& dice, double mean) {
  constexpr double kPart = 50;  // exp(-mean) must not vanish
  constexpr int kFine = 1 << 30;
  int number = 0;
  for (; mean > 0; mean -= kPart) {
    const double end = std::exp(-std::min(mean, kPart));
    for (double product = 1; (product *= (dice.below(kFine) + 1.0) / kFine) > end;) ++number;
  }
  return number;
}

}  // namespace guanxi::demo
