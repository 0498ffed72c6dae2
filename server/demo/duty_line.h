// Whose turn it is, over one day: the rules of reception/duty in memory.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "platform/clock/clock.h"

namespace guanxi::demo {

struct OnDuty {
  std::size_t person;  ///< among the salespeople of the store
  std::int64_t order, turns = 0;
  Instant free_at = 0;  ///< when the party in their hands will have left
};

class DutyLine {
 public:
  void clear() { line_.clear(); }
  void come(std::size_t person) { line_.push_back({person, static_cast<std::int64_t>(line_.size()) + 1}); }

  /// The first in the line who is free at this moment, or else the first.
  std::size_t on_turn(Instant at) const;
  /// The turn is used up: to the end of the line. False when the person is not on duty.
  bool take_turn(std::size_t person);
  /// The turn was not used after all: to the head.
  void give_turn_back(std::size_t person);
  void keep_busy(std::size_t person, Instant until);
  /// Somebody else on duty.
  std::size_t neighbour_of(std::size_t person) const;

  const std::vector<OnDuty>& line() const { return line_; }

 private:
  OnDuty* find(std::size_t person);

  std::vector<OnDuty> line_;
};

}  // namespace guanxi::demo
