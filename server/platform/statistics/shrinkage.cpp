#include "platform/statistics/shrinkage.h"

#include <boost/math/distributions/beta.hpp>
#include <cmath>
#include <limits>

#include "platform/result.h"

namespace guanxi::statistics {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

struct Spread {
  double seen = 0;       // S = Σ w (p − p̄)²
  double of_groups = 0;  // Σ w (1 − w)
  int groups = 0;        // those with trials
};

Spread spread_of(std::span<const Share> groups, const Share& pooled) {
  Spread spread;
  for (const Share& group : groups) {
    if (group.empty()) continue;
    const double weight = static_cast<double>(group.trials) / static_cast<double>(pooled.trials);
    const double off = group.rate() - pooled.rate();
    spread.seen += weight * off * off;
    spread.of_groups += weight * (1 - weight);
    ++spread.groups;
  }
  return spread;
}

double weight_of(std::span<const Share> groups, const Share& pooled) {
  const Spread spread = spread_of(groups, pooled);
  const double binomial = pooled.rate() * (1 - pooled.rate());
  const double by_chance = static_cast<double>(spread.groups - 1) / static_cast<double>(pooled.trials);
  // The part that a difference of the groups can add; none when every group has but one trial.
  const double room = spread.of_groups - by_chance;
  if (spread.groups < 2 || binomial == 0 || room <= 1e-12) return kInfinite;
  const double gamma = (spread.seen / binomial - by_chance) / room;
  if (gamma <= 0) return kInfinite;
  return gamma >= 1 ? 0 : 1 / gamma - 1;
}

}  // namespace

std::optional<RatePrior> fit_rate_prior(std::span<const Share> groups) {
  Share pooled;
  for (const Share& group : groups) pooled = pooled + group;
  if (pooled.empty()) return std::nullopt;
  return RatePrior{pooled, weight_of(groups, pooled)};
}

double shrunken_rate(const Share& group, const RatePrior& prior) {
  if (group.empty() || std::isinf(prior.weight)) return prior.pooled.rate();
  const auto trials = static_cast<double>(group.trials);
  // As a mean of the two rates it cannot leave their range by rounding.
  return std::lerp(group.rate(), prior.pooled.rate(), prior.weight / (trials + prior.weight));
}

Interval shrunken_interval(const Share& group, const RatePrior& prior, double confidence) {
  CHECK(confidence > 0 && confidence < 1);
  if (std::isinf(prior.weight)) return wilson_interval(prior.pooled, confidence);
  const double a = static_cast<double>(group.successes) + prior.weight * prior.pooled.rate();
  const double b =
      static_cast<double>(group.trials - group.successes) + prior.weight * (1 - prior.pooled.rate());
  if (prior.weight == 0 || a == 0 || b == 0) return wilson_interval(group, confidence);
  const boost::math::beta_distribution<> posterior(a, b);
  const double tail = (1 - confidence) / 2;
  return {boost::math::quantile(posterior, tail),
          boost::math::quantile(boost::math::complement(posterior, tail))};
}

}  // namespace guanxi::statistics
