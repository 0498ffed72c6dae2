#include "platform/statistics/difference_in_differences.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "platform/statistics/normal.h"

namespace guanxi::statistics {
namespace {

double variance(const Share& share) {
  const double p = share.rate();
  return p * (1 - p) / static_cast<double>(share.trials);
}

}  // namespace

std::optional<DifferenceInDifferences> difference_in_differences(const BeforeAndAfter& treated,
                                                                 const BeforeAndAfter& control,
                                                                 double confidence) {
  const std::array all = {treated.before, treated.after, control.before, control.after};
  if (std::ranges::any_of(all, &Share::empty)) return std::nullopt;
  double sum = 0;
  for (const Share& share : all) sum += variance(share);

  DifferenceInDifferences result;
  result.estimate =
      (treated.after.rate() - treated.before.rate()) - (control.after.rate() - control.before.rate());
  result.standard_error = std::sqrt(sum);
  const double reach = z_of_confidence(confidence) * result.standard_error;
  result.interval = {result.estimate - reach, result.estimate + reach};
  // Without any variation there is nothing to measure chance by.
  result.p = sum == 0 ? 1 : two_sided_p(result.estimate / result.standard_error);
  return result;
}

}  // namespace guanxi::statistics
