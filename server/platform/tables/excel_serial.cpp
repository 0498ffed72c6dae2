#include "platform/tables/excel_serial.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "platform/clock/clock.h"

namespace guanxi::tables {

std::optional<std::string> serial_day(std::int64_t whole, bool since_1904) {
  constexpr std::int64_t last_1900 = 2958465;  // 9999-12-31
  constexpr std::int64_t epochs_apart = 1462;
  if (since_1904) whole += epochs_apart;
  if (whole < 1 || whole > last_1900) return std::nullopt;
  // Excel counts a 29 February 1900, which never was: serials before it are one day nearer to the epoch.
  constexpr std::int64_t false_leap_day = 60;
  const auto days = static_cast<int>(whole < false_leap_day ? whole + 1 : whole);
  return add_days("1900-01-01", days - 2);
}

int serial_second(double fraction) {
  return std::min(static_cast<int>(std::lround(fraction * kSecondsOfDay)), kSecondsOfDay - 1);
}

std::optional<std::string> serial_text(double serial, bool since_1904) {
  constexpr double beyond = 3e6;
  if (!(serial >= 0 && serial < beyond)) return std::nullopt;
  auto whole = static_cast<std::int64_t>(serial);
  auto second = std::lround((serial - static_cast<double>(whole)) * kSecondsOfDay);
  if (second == kSecondsOfDay) {
    second = 0;
    ++whole;
  }
  const std::string time = fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
  if (serial < 1 && whole == 0) return time;
  std::optional<std::string> day = serial_day(whole, since_1904);
  if (day && second != 0) *day += " " + time;
  return day;
}

}  // namespace guanxi::tables
