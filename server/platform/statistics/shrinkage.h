// What a store's or a person's rate probably is, when some have many trials and some have few.
#pragma once

#include <optional>
#include <span>

#include "platform/statistics/proportion.h"

namespace guanxi::statistics {

/// How true rates spread over the groups: Beta with mean `pooled.rate()`, worth `weight` trials.
struct RatePrior {
  Share pooled;       ///< all groups together; it has trials
  double weight = 0;  ///< a + b: 0 (groups have nothing in common) … infinity (all have the same true rate)
};

/// The prior by the method of moments. With wᵢ = nᵢ/N and S = Σwᵢ(pᵢ−p̄)², γ solves
/// S = p̄(1−p̄)·[γ·Σwᵢ(1−wᵢ) + (1−γ)·(k−1)/N]; weight = 1/γ − 1. Degenerate: infinite weight when the groups
/// differ no more than by chance (γ ≤ 0), when all or none succeeded, when fewer than two groups have trials,
/// or when none has more than one; weight 0 when γ ≥ 1. With few groups (under ten or so) γ is itself
/// uncertain.
/// @returns nothing when there are no trials at all.
/// Source: Kleinman 1973, Journal of the American Statistical Association 68:46.
std::optional<RatePrior> fit_rate_prior(std::span<const Share> groups);

/// (successes + weight·p̄)/(trials + weight): between the group's own rate and that of all, nearer to its own
/// the more trials it has; that of all for a group without trials. Source: Efron & Morris 1975; Casella 1985,
/// The American Statistician 39:83.
double shrunken_rate(const Share& group, const RatePrior& prior);

/// Where the group's true rate lies, given the prior: the equal-tailed interval of
/// Beta(successes + weight·p̄, failures + weight·(1−p̄)). With infinite weight Wilson's of all together, with
/// no weight Wilson's own. A little narrow, for it takes the prior as known.
Interval shrunken_interval(const Share& group, const RatePrior& prior, double confidence = 0.95);

}  // namespace guanxi::statistics
