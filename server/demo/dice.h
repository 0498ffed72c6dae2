// Chance that falls the same way on every machine: the standard library's distributions do not promise that.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "platform/clock/clock.h"

namespace guanxi::demo {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  /// 64 even bits (splitmix64).
  std::uint64_t roll();
  /// 0 to n - 1.
  int below(int n);
  /// From low to high, both included.
  int between(int low, int high) { return low + below(high - low + 1); }
  /// True in this share of throws.
  bool chance(double share);
  /// An index, more often where the weight is larger.
  std::size_t weighted(std::span<const double> weights);
  /// One of a table's entries.
  template <class Table>
  const auto& one_of(const Table& table) {
    return table[static_cast<std::size_t>(below(static_cast<int>(std::size(table))))];
  }
  /// An id (UUID version 7) of this moment, so that lists by id are lists by time.
  std::string id(Instant at);

 private:
  std::uint64_t state_;
};

}  // namespace guanxi::demo
