#include <chrono>

#include "platform/clock/clock.h"
#include "platform/clock/digits.h"
#include "platform/result.h"

namespace guanxi {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day read_day(std::string_view text) {
  return chrono::year(digits::read(text.substr(0, 4))) / digits::read(text.substr(5, 2)) /
         digits::read(text.substr(8, 2));
}

}  // namespace

bool is_day(std::string_view text) {
  constexpr int first_year = 1900;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  if (!digits::all(text.substr(0, 4)) || !digits::all(text.substr(5, 2)) || !digits::all(text.substr(8, 2))) {
    return false;
  }
  const chrono::year_month_day day = read_day(text);
  return day.ok() && static_cast<int>(day.year()) >= first_year;
}

std::string add_days(std::string_view day, int days) {
  CHECK(is_day(day));
  const chrono::year_month_day later(chrono::sys_days(read_day(day)) + chrono::days(days));
  const int year = static_cast<int>(later.year());
  CHECK(year >= 0 && year <= 9999);
  std::string text = "0000-00-00";
  digits::put_day(text.data(), year, static_cast<int>(static_cast<unsigned>(later.month())),
                  static_cast<int>(static_cast<unsigned>(later.day())));
  return text;
}

int days_between(std::string_view from, std::string_view to) {
  CHECK(is_day(from) && is_day(to));
  return static_cast<int>((chrono::sys_days(read_day(to)) - chrono::sys_days(read_day(from))).count());
}

}  // namespace guanxi
