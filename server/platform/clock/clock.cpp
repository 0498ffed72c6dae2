#include "platform/clock/clock.h"

#include <cctz/civil_time.h>

#include <algorithm>
#include <chrono>

#include "platform/clock/digits.h"
#include "platform/result.h"

namespace guanxi {
namespace {

using Seconds = cctz::time_point<cctz::seconds>;

// Rounds down, also before 1970, so that the last millisecond of a second belongs to that second.
Seconds whole_seconds(Instant instant) {
  return std::chrono::floor<std::chrono::seconds>(
      std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(instant)));
}

Instant milliseconds(Seconds moment) { return moment.time_since_epoch().count() * kSecond; }

// cctz also opens absolute paths and "file:" names, and "localtime" is whatever the machine happens to be set
// to.
bool is_zone_name(const std::string& name) {
  constexpr std::size_t longest = 64;
  if (name.empty() || name.size() > longest || name == "localtime") return false;
  if (name.front() == '/' || name.find("..") != std::string::npos) return false;
  return std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
           c == '_' || c == '+' || c == '-';
  });
}

}  // namespace

Instant SystemClock::now() const {
  using std::chrono::system_clock;
  return std::chrono::floor<std::chrono::milliseconds>(system_clock::now()).time_since_epoch().count();
}

std::optional<TimeZone> TimeZone::find(const std::string& name) {
  cctz::time_zone zone;
  if (!is_zone_name(name) || !cctz::load_time_zone(name, &zone)) return std::nullopt;
  return TimeZone(zone);
}

LocalTime TimeZone::local(Instant instant) const {
  const cctz::civil_second at = zone_.lookup(whole_seconds(instant)).cs;
  // cctz counts its weekdays from Monday = 0.
  const int weekday = static_cast<int>(cctz::get_weekday(cctz::civil_day(at))) + 1;
  return {static_cast<int>(at.year()), at.month(), at.day(), at.hour(), at.minute(), at.second(), weekday};
}

std::string TimeZone::day(Instant instant) const {
  const cctz::civil_second at = zone_.lookup(whole_seconds(instant)).cs;
  CHECK(at.year() >= 0 && at.year() <= 9999);
  std::string text = "0000-00-00";
  digits::put_day(text.data(), static_cast<int>(at.year()), at.month(), at.day());
  return text;
}

Instant TimeZone::instant(const LocalTime& local) const {
  const cctz::civil_second at(local.year, local.month, local.day, local.hour, local.minute, local.second);
  // `pre` reads the clock with the offset before the transition: behind a gap by its length, first of two.
  return milliseconds(zone_.lookup(at).pre);
}

Instant TimeZone::start_of(std::string_view day) const {
  CHECK(is_day(day));
  const cctz::civil_second midnight(digits::read(day.substr(0, 4)), digits::read(day.substr(5, 2)),
                                    digits::read(day.substr(8, 2)));
  // Unlike lookup().pre, convert() answers with the transition itself when midnight is skipped.
  return milliseconds(cctz::convert(midnight, zone_));
}

}  // namespace guanxi
