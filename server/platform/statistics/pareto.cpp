#include "platform/statistics/pareto.h"

#include <algorithm>

#include "platform/result.h"

namespace guanxi::statistics {

std::vector<RankedCause> pareto(std::span<const Cause> causes, double cut) {
  CHECK(cut > 0 && cut <= 1);
  double whole = 0;
  std::vector<RankedCause> ranked;
  for (const Cause& cause : causes) {
    CHECK(cause.weight >= 0);
    whole += cause.weight;
    ranked.push_back({.name = cause.name, .weight = cause.weight});
  }
  if (whole == 0) return ranked;
  std::ranges::stable_sort(ranked, std::ranges::greater(), &RankedCause::weight);

  double sum = 0;
  for (RankedCause& cause : ranked) {
    // Sums of decimal fractions miss the cut by their last digit: 0.5 + 0.3 is to reach 0.8.
    cause.vital = cause.weight > 0 && sum < (cut - 1e-12) * whole;
    sum += cause.weight;
    cause.share = cause.weight / whole;
    cause.cumulative_share = std::min(1.0, sum / whole);
  }
  ranked.back().cumulative_share = 1;
  return ranked;
}

}  // namespace guanxi::statistics
