// How many trials are needed before looking is worth while.
#pragma once

#include <cstdint>

#include "platform/statistics/proportion.h"

namespace guanxi::statistics {

/// What a plan promises: a false finding at most with `alpha` (two-sided), a true one with `power`; both
/// strictly between 0 and 1.
struct Plan {
  double alpha = 0.05;
  double power = 0.8;
};

/// How likely the pooled two-sided two-proportion test finds that the true rates differ, with so many trials
/// on each side: Φ((|p₁−p₂| − z_{α/2}·√(p̄(1−p̄)(1/n₁+1/n₂))) / √(p₁(1−p₁)/n₁ + p₂(1−p₂)/n₂)), p̄ the mean
/// weighted by trials. 0 … 1; about α/2 when the rates are equal (only the nearer tail is counted). Rates
/// within 0 … 1, trials positive (CHECK). Source: Fleiss, Statistical Methods for Rates and Proportions,
/// ch. 3.
double power_to_see(double first, double second, double first_trials, double second_trials,
                    double alpha = 0.05);

/// Trials needed on EACH side to see that two true rates differ:
/// n = (z_{α/2}·√(2p̄(1−p̄)) + z_β·√(p₁(1−p₁)+p₂(1−p₂)))² / (p₁−p₂)², rounded up, no correction for continuity.
/// Rates within 0 … 1 and different (CHECK). Source: Fleiss, ch. 3.
std::int64_t trials_per_group(double first, double second, const Plan& plan = {});

/// The same when the first group has `ratio` times the trials of the second and keeps that share as both
/// grow: the trials needed in the FIRST. ratio ≥ 0; 0 means the second is as good as known.
std::int64_t trials_of_first(double first, double second, double ratio, const Plan& plan = {});

/// How many more trials until the Wilson interval reaches at most `half_width` (strictly between 0 and ½) to
/// each side; 0 when it does already. Solves z²·(p(1−p)n + z²/4) = h²·(n+z²)² for n. The rate planned with is
/// Wilson's centre (successes + z²/2)/(trials + z²): ½, the worst case, without trials. Source: Wilson 1927.
std::int64_t more_trials_for_half_width(const Share& share, double half_width, double confidence = 0.95);

}  // namespace guanxi::statistics
