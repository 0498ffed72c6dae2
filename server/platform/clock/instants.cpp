#include <chrono>

#include "platform/clock/clock.h"
#include "platform/clock/digits.h"
#include "platform/result.h"

namespace guanxi {
namespace {

namespace chrono = std::chrono;
using Milliseconds = chrono::sys_time<chrono::milliseconds>;

// Two digits at a place, when they are digits and not above `most`.
std::optional<int> two_digits(std::string_view text, std::size_t at, int most) {
  if (text.size() < at + 2 || !digits::all(text.substr(at, 2))) return std::nullopt;
  const int value = digits::read(text.substr(at, 2));
  if (value > most) return std::nullopt;
  return value;
}

// "09:30:00" as milliseconds. A leap second is refused: the database's day has 86,400 seconds.
std::optional<Instant> read_time(std::string_view text) {
  if (text.size() < 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
  const auto hour = two_digits(text, 0, 23);
  const auto minute = two_digits(text, 3, 59);
  const auto second = two_digits(text, 6, 59);
  if (!hour || !minute || !second) return std::nullopt;
  return *hour * kHour + *minute * kMinute + *second * kSecond;
}

// Takes ".123456" off the front of the text; what is finer than a millisecond is cut off.
std::optional<Instant> take_fraction(std::string_view& text) {
  if (text.empty() || text.front() != '.') return 0;
  const std::size_t end = std::min(text.find_first_not_of("0123456789", 1), text.size());
  const std::size_t count = end - 1;
  if (count < 1 || count > 9) return std::nullopt;
  Instant value = 0;
  for (std::size_t place = 1; place <= 3; ++place)
    value = value * 10 + (place <= count ? text[place] - '0' : 0);
  text.remove_prefix(end);
  return value;
}

// "Z", "+08:00", "-03:30".
std::optional<Instant> read_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto hours = two_digits(text, 1, 23);
  const auto minutes = two_digits(text, 4, 59);
  if (!hours || !minutes) return std::nullopt;
  const Instant offset = *hours * kHour + *minutes * kMinute;
  return text[0] == '-' ? -offset : offset;
}

Instant utc_midnight(std::string_view day) {
  const chrono::year_month_day date = chrono::year(digits::read(day.substr(0, 4))) /
                                      digits::read(day.substr(5, 2)) / digits::read(day.substr(8, 2));
  return Milliseconds(chrono::sys_days(date)).time_since_epoch().count();
}

// One day is kept free at both ends, so that the instant has a day (see is_day) in every time zone.
bool has_day_everywhere(Instant instant) {
  static const Instant first = utc_midnight("1900-01-02");
  static const Instant last = utc_midnight("9999-12-31");
  return instant >= first && instant < last;
}

}  // namespace

std::string format_instant(Instant instant) {
  const Milliseconds at{chrono::milliseconds(instant)};
  const auto midnight = chrono::floor<chrono::days>(at);
  const chrono::year_month_day date(midnight);
  const int year = static_cast<int>(date.year());
  CHECK(year >= 0 && year <= 9999);
  const int within = static_cast<int>((at - midnight).count());
  std::string text = "0000-00-00T00:00:00.000Z";
  char* to = text.data();
  digits::put_day(to, year, static_cast<int>(static_cast<unsigned>(date.month())),
                  static_cast<int>(static_cast<unsigned>(date.day())));
  digits::put(to + 11, within / static_cast<int>(kHour), 2);
  digits::put(to + 14, within / static_cast<int>(kMinute) % 60, 2);
  digits::put(to + 17, within / static_cast<int>(kSecond) % 60, 2);
  digits::put(to + 20, within % 1000, 3);
  return text;
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() < 20 || (text[10] != 'T' && text[10] != 't') || !is_day(text.substr(0, 10)))
    return std::nullopt;
  const auto time = read_time(text.substr(11, 8));
  std::string_view rest = text.substr(19);
  const auto fraction = take_fraction(rest);
  const auto offset = read_offset(rest);
  if (!time || !fraction || !offset) return std::nullopt;
  const Instant instant = utc_midnight(text.substr(0, 10)) + *time + *fraction - *offset;
  if (!has_day_everywhere(instant)) return std::nullopt;
  return instant;
}

}  // namespace guanxi
