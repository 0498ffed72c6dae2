// Which few causes make most of the whole.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace guanxi::statistics {

struct Cause {
  std::string name;
  double weight = 0;  ///< ≥ 0: a count, or money lost; one unit for all causes of a call
};

struct RankedCause {
  std::string name;
  double weight = 0;
  double share = 0;             ///< of the whole weight: 0 … 1
  double cumulative_share = 0;  ///< of this and all before it: 0 … 1, the last is 1
  bool vital = false;           ///< one of the few that together make the cut
};

/// Heaviest first, equal ones in the order given. The vital few are the fewest from the top that together
/// reach `cut` of the whole (0 < cut ≤ 1); a cause of no weight is never vital. When the whole weighs nothing
/// all shares are 0 and none is vital. Source: Juran, Quality Control Handbook ("vital few"), after Pareto.
std::vector<RankedCause> pareto(std::span<const Cause> causes, double cut = 0.8);

}  // namespace guanxi::statistics
