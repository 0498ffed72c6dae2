// Field types that carry their own rules, so that one declaration serves parsing, answering and the API
// description.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/clock/clock.h"

namespace guanxi::json {

/// One line of text: 1 to Max characters (Unicode code points) after trimming, no control characters.
template <int Max>
struct Line {
  static constexpr int max = Max;
  std::string value;
  operator const std::string&() const { return value; }
  operator std::string_view() const { return value; }
};

/// Free text, which may have several lines: 1 to Max characters after trimming, no other control characters.
template <int Max>
struct Paragraph {
  static constexpr int max = Max;
  std::string value;
  operator const std::string&() const { return value; }
  operator std::string_view() const { return value; }
};

/// A whole number from Min to Max.
template <std::int64_t Min, std::int64_t Max>
struct Number {
  static constexpr std::int64_t min = Min;
  static constexpr std::int64_t max = Max;
  std::int64_t value = Min;
  operator std::int64_t() const { return value; }
};

/// A UUID in lower case.
struct Id {
  std::string value;
  operator const std::string&() const { return value; }
  operator std::string_view() const { return value; }
};

/// A calendar day "YYYY-MM-DD" from 1900 to 2199.
struct Day {
  std::string value;
  operator const std::string&() const { return value; }
  operator std::string_view() const { return value; }
};

/// A moment, RFC 3339 on the wire.
struct Time {
  Instant at = 0;
  operator Instant() const { return at; }
};

/// A piece of JSON that is passed on as it is stored (the data of a fact, a conflicting record).
struct Raw {
  std::string text = "null";
};

/// An input that asks for nothing: `{}` or an empty body.
struct Nothing {};

}  // namespace guanxi::json
