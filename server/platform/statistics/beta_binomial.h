// Did a remedy lower a rate, when there are only few trials? The answer is a probability.
#pragma once

#include "platform/statistics/proportion.h"

namespace guanxi::statistics {

/// P(true rate after < true rate before), 0 … 1, given what was counted. Each true rate has Jeffreys' prior
/// Beta(½, ½), so afterwards Beta(successes + ½, failures + ½); the two are independent. The integral
/// ∫ f_before(x)·F_after(x) dx is taken by a fixed Gauss–Legendre rule in θ, x = sin²θ, where the density has
/// no poles: the same input gives the same number, right to about 1e−9. No trials on both sides give ½.
/// Source: Gelman et al., Bayesian Data Analysis, ch. 2 and 3; Jeffreys 1946.
double probability_of_decrease(const Share& before, const Share& after);

enum class Verdict { effective, inconclusive, stop };

struct Trial {
  double probability_of_decrease = 0.5;
  Verdict verdict = Verdict::inconclusive;
};

/// Judges a remedy that should lower the rate: effective from 0.95, stop at 0.5 or less, otherwise
/// inconclusive; inconclusive also when one side has no trials yet. For a rate that should rise give both
/// shares' `opposite()`.
Trial judge_remedy(const Share& before, const Share& after);

}  // namespace guanxi::statistics
