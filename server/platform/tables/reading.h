// A written text that is read from the left, as long as it fits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/clock/digits.h"

namespace guanxi::tables {

class Reading {
 public:
  explicit Reading(std::string_view text) : rest_(text) {}

  std::string_view rest() const { return rest_; }
  bool done() const { return rest_.empty(); }

  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  /// Takes the first of these words that stands here.
  template <class Words>
  bool take_any(const Words& words) {
    for (const std::string_view word : words) {
      if (take(word)) return true;
    }
    return false;
  }

  void skip_blanks() {
    while (take(" ") || take("\t")) {
    }
  }

  struct Number {
    int value;
    std::size_t digits;
  };

  /// All the digits that stand here, when there are `least` to `most` (nine at most).
  std::optional<Number> number(std::size_t least, std::size_t most) {
    std::size_t count = 0;
    while (count < rest_.size() && digits::is_digit(rest_[count])) ++count;
    if (count < least || count > most) return std::nullopt;
    const Number number{digits::read(rest_.substr(0, count)), count};
    rest_.remove_prefix(count);
    return number;
  }

 private:
  std::string_view rest_;
};

/// Half width, lower case in ASCII, without blanks around it; empty when it is longer than any date.
std::string plain_form(std::string_view text);

/// A time of day without its day; `text` is in plain form. Unlike parse_minute_of_day, no fraction of a day.
std::optional<int> read_clock(std::string_view text);

}  // namespace guanxi::tables
