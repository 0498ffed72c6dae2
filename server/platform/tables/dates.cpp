#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "platform/clock/clock.h"
#include "platform/tables/excel_serial.h"
#include "platform/tables/reading.h"
#include "platform/tables/table_reader.h"

namespace guanxi::tables {
namespace {

using Day = std::optional<std::string>;

// No log is older or newer, but phone numbers and mileages look like dates out there.
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

Day day_of(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month > 12 || day > 31) return std::nullopt;
  std::string text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  if (!is_day(text)) return std::nullopt;
  return text;
}

// The one day that all possible readings agree on.
Day unambiguous(std::initializer_list<Day> readings) {
  Day found;
  for (const Day& reading : readings) {
    if (reading && found && *reading != *found) return std::nullopt;
    if (reading) found = reading;
  }
  return found;
}

int full_year(Reading::Number year) { return year.digits == 2 ? 2000 + year.value : year.value; }

// Three numbers in the order in which they were written. Nobody writes a year with one digit, so 23/5/1
// begins with it.
Day day_of_three(Reading::Number a, Reading::Number b, Reading::Number c) {
  if (b.digits > 2) return std::nullopt;
  if (a.digits == 4) return c.digits <= 2 ? day_of(a.value, b.value, c.value) : std::nullopt;
  if (a.digits > 2) return std::nullopt;
  if (c.digits != 2 && c.digits != 4) {
    return a.digits == 2 && c.digits == 1 ? day_of_three({full_year(a), 4}, b, c) : std::nullopt;
  }
  const Day day_first = day_of(full_year(c), b.value, a.value);
  const Day month_first = day_of(full_year(c), a.value, b.value);
  const bool maybe_year_first = a.digits == 2 && c.digits == 2;
  return unambiguous(
      {day_first, month_first, maybe_year_first ? day_of(full_year(a), b.value, c.value) : Day()});
}

// "2023/5/1", "2023-05-01", "2023. 5. 1", "1/5/2023", "5/1"
Day take_separated(Reading& reading, int default_year) {
  const auto first = reading.number(1, 4);
  const std::string separator(reading.rest().substr(0, 1));
  if (!first || (separator != "/" && separator != "-" && separator != ".")) return std::nullopt;
  reading.take(separator);
  reading.skip_blanks();
  const auto second = reading.number(1, 2);
  if (!second) return std::nullopt;
  if (!reading.take(separator)) {
    // "5.1" is a number and "5-1" a score; only a slash stands for a day without its year.
    if (separator != "/" || first->digits > 2) return std::nullopt;
    return day_of(default_year, first->value, second->value);
  }
  reading.skip_blanks();
  const auto third = reading.number(1, 4);
  if (!third) return std::nullopt;
  return day_of_three(*first, *second, *third);
}

// "2023年5月1日", "23年5月1号", "5月1日"
Day take_chinese(Reading& reading, int default_year) {
  static constexpr std::array<std::string_view, 3> day_words = {"日", "号", "號"};
  auto number = reading.number(1, 4);
  if (!number) return std::nullopt;
  int year = default_year;
  reading.skip_blanks();
  if (reading.take("年")) {
    if (number->digits != 2 && number->digits != 4) return std::nullopt;
    year = full_year(*number);
    reading.skip_blanks();
    number = reading.number(1, 2);
    reading.skip_blanks();
  }
  if (!number || number->digits > 2 || !reading.take("月")) return std::nullopt;
  reading.skip_blanks();
  const auto day = reading.number(1, 2);
  reading.skip_blanks();
  if (!day || !reading.take_any(day_words)) return std::nullopt;
  return day_of(year, number->value, day->value);
}

// "20230501"
Day take_compact(Reading& reading) {
  const auto number = reading.number(8, 8);
  if (!number) return std::nullopt;
  return day_of(number->value / 10000, number->value / 100 % 100, number->value % 100);
}

// Long date formats name the weekday; it is not checked against the day.
void skip_weekday(Reading& reading) {
  static constexpr std::array<std::string_view, 4> weeks = {"星期", "礼拜", "(周", "周"};
  static constexpr std::array<std::string_view, 8> names = {"一", "二", "三", "四", "五", "六", "日", "天"};
  reading.skip_blanks();
  Reading ahead = reading;
  if (!ahead.take_any(weeks) || !ahead.take_any(names)) return;
  ahead.take(")");
  reading = ahead;
}

// What stands behind the day must be a time and nothing else.
std::optional<DateTime> with_time(const Day& day, Reading reading) {
  if (!day) return std::nullopt;
  skip_weekday(reading);
  const bool announced = reading.take("t") || reading.take(",");
  reading.skip_blanks();
  if (reading.done() && !announced) return DateTime{*day, std::nullopt};
  const auto minute = read_clock(reading.rest());
  if (!minute) return std::nullopt;
  return DateTime{*day, minute};
}

// 45047, 45047.39583
std::optional<DateTime> excel_date(std::string_view text) {
  constexpr int first = 20000;
  constexpr int last = 80000;
  Reading reading(text);
  const auto whole = reading.number(5, 5);
  if (!whole || whole->value < first || whole->value > last) return std::nullopt;
  const Day day = serial_day(whole->value, false);
  if (reading.done()) return DateTime{*day, std::nullopt};
  double fraction = 0;
  const std::string_view digits = reading.rest();
  if (!reading.take(".") || !digits::all(reading.rest())) return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), fraction);
  if (fraction == 0) return DateTime{*day, std::nullopt};
  return DateTime{*day, serial_second(fraction) / 60};
}

// With an offset the reading is the wall clock of whoever wrote it, which is what a log means.
std::optional<DateTime> rfc3339_date(std::string_view text) {
  if (!parse_instant(text)) return std::nullopt;
  return DateTime{std::string(text.substr(0, 10)), read_clock(text.substr(11, 5))};
}

// 20230501093000, 202305010930
std::optional<DateTime> long_compact_date(std::string_view text) {
  if (!digits::all(text) || (text.size() != 12 && text.size() != 14)) return std::nullopt;
  Reading reading(text.substr(0, 8));
  const Day day = take_compact(reading);
  std::string time = fmt::format("{}:{}", text.substr(8, 2), text.substr(10, 2));
  if (text.size() == 14) time.append(":").append(text.substr(12));
  const auto minute = read_clock(time);
  if (!day || !minute) return std::nullopt;
  return DateTime{*day, minute};
}

}  // namespace

std::optional<DateTime> parse_date(std::string_view text, int default_year) {
  const std::string plain = plain_form(text);
  for (const auto read : {excel_date, rfc3339_date, long_compact_date}) {
    if (auto found = read(plain)) return found;
  }
  Reading compact(plain);
  if (const Day day = take_compact(compact)) return with_time(day, compact);
  Reading chinese(plain);
  if (const Day day = take_chinese(chinese, default_year)) return with_time(day, chinese);
  Reading separated(plain);
  return with_time(take_separated(separated, default_year), separated);
}

}  // namespace guanxi::tables
