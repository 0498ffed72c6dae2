// Ids as the program makes them, but drawn from the dice.
#pragma once

#include <array>
#include <compare>
#include <string>
#include <string_view>

#include "demo/dice.h"

namespace guanxi::demo {

/// An id as text, without a piece of the heap for each of millions.
struct RowId {
  std::array<char, 36> text{};

  operator std::string_view() const { return {text.data(), text.size()}; }
  std::string str() const { return std::string(std::string_view(*this)); }
  auto operator<=>(const RowId&) const = default;
};

/// The ids of what is done at one moment: UUIDs version 7 of this millisecond, each behind the one before.
class Moment {
 public:
  Moment(Dice& dice, Instant at)
      : dice_(dice), at_(at), stamp_((static_cast<std::uint64_t>(at) << 12) | (dice.roll() & 0x7FF)) {}

  Instant at() const { return at_; }
  RowId next();

 private:
  Dice& dice_;
  Instant at_;
  std::uint64_t stamp_;  ///< 48 bits of time, and 12 that count on from a chance beginning
};

}  // namespace guanxi::demo
