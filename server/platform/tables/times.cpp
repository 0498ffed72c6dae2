#include <algorithm>
#include <array>
#include <charconv>

#include "platform/tables/excel_serial.h"
#include "platform/tables/reading.h"
#include "platform/tables/table_reader.h"
#include "platform/text/utf8.h"

namespace guanxi::tables {
namespace {

using Words = std::initializer_list<std::string_view>;

// Which half of the day was said, if any.
enum class Half { none, early, morning, noon, afternoon, evening };

struct HalfWords {
  Half half;
  Words words;
};

const HalfWords kBefore[] = {{Half::early, {"凌晨"}},
                             {Half::morning, {"上午", "早上", "早晨", "清晨", "am", "a.m."}},
                             {Half::noon, {"中午"}},
                             {Half::afternoon, {"下午", "午后", "pm", "p.m."}},
                             {Half::evening, {"晚上", "傍晚", "晚"}}};

const HalfWords kBehind[] = {{Half::morning, {"am", "a.m.", "a.m"}},
                             {Half::afternoon, {"pm", "p.m.", "p.m"}}};

template <std::size_t Count>
Half take_half(Reading& reading, const HalfWords (&all)[Count]) {
  reading.skip_blanks();
  for (const HalfWords& one : all) {
    if (reading.take_any(one.words)) return one.half;
  }
  return Half::none;
}

struct ClockTime {
  int hour = 0;
  int minute = 0;
  bool says_minute = true;  ///< "3pm" does not, and without the half of the day it would only be a number
};

// Seconds are read and dropped. ":30", ":30.123"
bool take_seconds(Reading& reading) {
  const auto second = reading.number(2, 2);
  if (!second || second->value > 59) return false;
  return !reading.take(".") || reading.number(1, 9).has_value();
}

bool take_colon_minutes(Reading& reading, ClockTime& time) {
  const auto minute = reading.number(2, 2);
  if (!minute || minute->value > 59) return false;
  time.minute = minute->value;
  return !reading.take(":") || take_seconds(reading);
}

// Behind 点 or 时: "", "整", "半", "一刻", "5分", "05", "30分15秒".
bool take_chinese_minutes(Reading& reading, ClockTime& time) {
  static constexpr std::array<std::string_view, 3> sharp = {"钟", "鐘", "整"};
  reading.take_any(sharp);
  if (reading.take("半")) time.minute = 30;
  if (reading.take("一刻")) time.minute = 15;
  if (reading.take("三刻")) time.minute = 45;
  const auto minute = reading.number(1, 2);
  if (!minute) return true;
  if (minute->value > 59) return false;
  time.minute = minute->value;
  if (!reading.take("分")) return true;
  if (const auto second = reading.number(1, 2)) return second->value <= 59 && reading.take("秒");
  return true;
}

std::optional<ClockTime> take_clock(Reading& reading) {
  static constexpr std::array<std::string_view, 4> hour_words = {"点", "點", "时", "時"};
  const auto hour = reading.number(1, 2);
  if (!hour || hour->value > 23) return std::nullopt;
  ClockTime time{hour->value};
  if (reading.take(":")) {
    if (!take_colon_minutes(reading, time)) return std::nullopt;
  } else if (reading.take_any(hour_words)) {
    if (!take_chinese_minutes(reading, time)) return std::nullopt;
  } else {
    time.says_minute = false;
  }
  return time;
}

// The hour of 24. What contradicts itself (上午15点) or means two things (上午12点, 晚上12点) is no time.
std::optional<int> hour_of_day(int hour, Half half, bool latin) {
  switch (half) {
    case Half::none:
      return hour;
    case Half::early:
      return hour == 12 ? 0 : hour < 7 ? std::optional(hour) : std::nullopt;
    case Half::morning:
      if (latin && hour == 12) return 0;
      return hour < 12 ? std::optional(hour) : std::nullopt;
    case Half::noon:
      return hour >= 11 ? std::optional(hour) : hour < 3 ? std::optional(hour + 12) : std::nullopt;
    case Half::afternoon:
      return hour >= 12 ? hour : hour > 0 ? std::optional(hour + 12) : std::nullopt;
    case Half::evening:
      return hour > 12 ? hour : hour >= 5 && hour < 12 ? std::optional(hour + 12) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::string plain_form(std::string_view text) {
  constexpr std::size_t longest = 96;  // in bytes; full-width digits take three
  if (text.size() > longest) return {};
  std::string plain = text::half_width(text);
  std::ranges::transform(plain, plain.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  const std::size_t start = plain.find_first_not_of(" \t\r\n");
  if (start == std::string::npos) return {};
  return plain.substr(start, plain.find_last_not_of(" \t\r\n") - start + 1);
}

std::optional<int> read_clock(std::string_view text) {
  Reading reading(text);
  Half half = take_half(reading, kBefore);
  bool latin = half != Half::none && text.front() < 0x7F && text.front() > 0;
  reading.skip_blanks();
  const auto time = take_clock(reading);
  if (!time) return std::nullopt;
  if (half == Half::none) {
    half = take_half(reading, kBehind);
    latin = true;
  }
  if (!reading.done() || (!time->says_minute && !(latin && half != Half::none))) return std::nullopt;
  const auto hour = hour_of_day(time->hour, half, latin);
  if (!hour) return std::nullopt;
  return *hour * 60 + time->minute;
}

std::optional<int> parse_minute_of_day(std::string_view text) {
  const std::string plain = plain_form(text);
  Reading reading(plain);
  reading.take("0");
  if (!reading.take(".")) return read_clock(plain);
  if (!digits::all(reading.rest())) return std::nullopt;
  double fraction = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), fraction);
  return serial_second(fraction) / 60;
}

}  // namespace guanxi::tables
