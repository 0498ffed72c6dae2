#include "platform/statistics/proportion.h"

#include <algorithm>
#include <cmath>

#include "platform/result.h"
#include "platform/statistics/normal.h"

namespace guanxi::statistics {
namespace {

void check(const Share& share) { CHECK(0 <= share.successes && share.successes <= share.trials); }

double square(double x) { return x * x; }

}  // namespace

double Share::rate() const {
  check(*this);
  CHECK(trials > 0);
  return static_cast<double>(successes) / static_cast<double>(trials);
}

Share operator+(const Share& first, const Share& second) {
  return {first.successes + second.successes, first.trials + second.trials};
}

Share operator-(const Share& whole, const Share& part) {
  const Share rest{whole.successes - part.successes, whole.trials - part.trials};
  check(rest);
  return rest;
}

Interval wilson_interval(const Share& share, double confidence) {
  check(share);
  const double z2 = square(z_of_confidence(confidence));
  if (share.empty()) return {0, 1};
  const auto n = static_cast<double>(share.trials);
  const double p = share.rate();
  const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double reach = std::sqrt(z2 * (p * (1 - p) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  // The ends are exact where all or nothing was seen, whatever the rounding.
  return {share.successes == 0 ? 0.0 : std::max(0.0, centre - reach),
          share.successes == share.trials ? 1.0 : std::min(1.0, centre + reach)};
}

Interval newcombe_interval(const Share& first, const Share& second, double confidence) {
  const Interval a = wilson_interval(first, confidence);
  const Interval b = wilson_interval(second, confidence);
  if (first.empty() || second.empty()) return {-1, 1};
  const double p = first.rate();
  const double q = second.rate();
  return {std::max(-1.0, p - q - std::hypot(p - a.lower, b.upper - q)),
          std::min(1.0, p - q + std::hypot(a.upper - p, q - b.lower))};
}

ZTest two_proportion_test(const Share& first, const Share& second) {
  check(first);
  check(second);
  const Share both = first + second;
  if (first.empty() || second.empty() || both.successes == 0 || both.successes == both.trials) return {0, 1};
  const double p = both.rate();
  const double size = 1 / static_cast<double>(first.trials) + 1 / static_cast<double>(second.trials);
  const double z = (first.rate() - second.rate()) / std::sqrt(p * (1 - p) * size);
  return {z, two_sided_p(z)};
}

}  // namespace guanxi::statistics
