#include "platform/statistics/power.h"

#include <algorithm>
#include <cmath>

#include "platform/result.h"
#include "platform/statistics/normal.h"

namespace guanxi::statistics {
namespace {

bool is_rate(double p) { return p >= 0 && p <= 1; }

double variance(double p) { return p * (1 - p); }

}  // namespace

double power_to_see(double first, double second, double first_trials, double second_trials, double alpha) {
  CHECK(is_rate(first) && is_rate(second) && first_trials > 0 && second_trials > 0);
  const double mean = (first * first_trials + second * second_trials) / (first_trials + second_trials);
  const double if_equal = std::sqrt(variance(mean) * (1 / first_trials + 1 / second_trials));
  const double if_different = std::sqrt(variance(first) / first_trials + variance(second) / second_trials);
  const double beyond = std::abs(first - second) - z_of_confidence(1 - alpha) * if_equal;
  if (if_different == 0) return beyond > 0 ? 1 : 0;
  return normal_cdf(beyond / if_different);
}

std::int64_t trials_per_group(double first, double second, const Plan& plan) {
  return trials_of_first(first, second, 1, plan);
}

std::int64_t trials_of_first(double first, double second, double ratio, const Plan& plan) {
  CHECK(is_rate(first) && is_rate(second) && first != second && ratio >= 0);
  const double mean = (ratio * first + second) / (ratio + 1);
  const double if_equal = z_of_confidence(1 - plan.alpha) * std::sqrt(variance(mean) * (1 + ratio));
  const double if_different =
      normal_quantile(plan.power) * std::sqrt(variance(first) + ratio * variance(second));
  const double errors = std::max(0.0, if_equal + if_different) / (first - second);
  return std::max<std::int64_t>(1, std::llround(std::ceil(errors * errors)));
}

std::int64_t more_trials_for_half_width(const Share& share, double half_width, double confidence) {
  CHECK(half_width > 0 && half_width < 0.5);
  if (wilson_interval(share, confidence).half_width() <= half_width) return 0;
  const double z = z_of_confidence(confidence);
  const double z2 = z * z;
  const auto trials = static_cast<double>(share.trials);
  const double p = (static_cast<double>(share.successes) + z2 / 2) / (trials + z2);
  // h²n² + z²(2h² − p(1−p))·n + z⁴(h² − 1/4) = 0; the last term is negative, so one root is positive.
  const double h2 = half_width * half_width;
  const double b = z2 * (2 * h2 - variance(p));
  const double c = z2 * z2 * (h2 - 0.25);
  const double needed = (-b + std::sqrt(b * b - 4 * h2 * c)) / (2 * h2);
  return std::max<std::int64_t>(1, std::llround(std::ceil(needed - 1e-9)) - share.trials);
}

}  // namespace guanxi::statistics
