// Did a remedy work, when the market moved too? Compared with stores that had no remedy.
#pragma once

#include <optional>

#include "platform/statistics/proportion.h"

namespace guanxi::statistics {

struct BeforeAndAfter {
  Share before;
  Share after;
};

struct DifferenceInDifferences {
  double estimate = 0;  ///< −1 … 1 is usual, −2 … 2 possible; negative: the rate fell more with the remedy.
  double standard_error = 0;  ///< 0 when every one of the four rates is 0 or 1
  Interval interval;          ///< estimate ± z·standard error
  double p = 1;               ///< two-sided, of no difference
};

/// (treated after − treated before) − (control after − control before), SE = √Σp(1−p)/n over the four. Holds
/// if both would have moved alike without the remedy. Normal approximation: wants at least 5 successes and 5
/// failures in each of the four; below that the interval is too narrow.
/// @returns nothing when one of the four has no trials.
/// Source: Card & Krueger 1994, American Economic Review 84:772.
std::optional<DifferenceInDifferences> difference_in_differences(const BeforeAndAfter& treated,
                                                                 const BeforeAndAfter& control,
                                                                 double confidence = 0.95);

}  // namespace guanxi::statistics
