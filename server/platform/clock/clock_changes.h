// When the clocks of a time zone are changed.
#pragma once

#include <vector>

#include "platform/clock/clock.h"

namespace guanxi {

/// The clocks of a zone are changed at a moment: they stood `before` seconds ahead of UTC, and stand `offset`
/// seconds ahead from then on.
struct ClockChange {
  Instant at = 0;
  int before = 0, offset = 0;
  bool daylight = false;  ///< whether what begins then is daylight saving
  std::string abbreviation;
};

/// How the clocks of a zone stand from `from` up to `to`: the last change until `from` if there was any, and
/// all changes between, in order. A zone that never changes its clocks, or that there is not, has none.
std::vector<ClockChange> clock_changes(const std::string& zone, Instant from, Instant to);

}  // namespace guanxi
