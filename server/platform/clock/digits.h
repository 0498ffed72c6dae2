// Decimal digits in fixed places. Days and instants are written for every row, so without a formatter.
#pragma once

#include <algorithm>
#include <string_view>

namespace guanxi::digits {

/// Writes `value` in exactly `width` digits.
constexpr void put(char* to, int value, int width) {
  for (int place = width - 1; place >= 0; --place, value /= 10)
    to[place] = static_cast<char>('0' + value % 10);
}

/// Writes the digits of a day over a text of the form "0000-00-00".
constexpr void put_day(char* to, int year, int month, int day) {
  put(to, year, 4);
  put(to + 5, month, 2);
  put(to + 8, day, 2);
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool all(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

/// The value of a text that is nothing but at most nine digits.
constexpr int read(std::string_view text) {
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

}  // namespace guanxi::digits
