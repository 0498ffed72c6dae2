// Who looks at many things finds something: p values corrected for how many were looked at.
#pragma once

#include <span>
#include <vector>

namespace guanxi::statistics {

/// Adjusted p values in the order given, 0 … 1, never smaller than the p values themselves: with the p values
/// sorted, min over j ≥ i of p₍ⱼ₎·m/j, at most 1. Calling everything with an adjusted value of at most q a
/// finding keeps the expected share of false findings among them at or below q, for independent tests and for
/// positively dependent ones. Every p must be in 0 … 1 (CHECK); none gives none. Source: Benjamini & Hochberg
/// 1995, Journal of the Royal Statistical Society B 57:289.
std::vector<double> benjamini_hochberg(std::span<const double> p_values);

}  // namespace guanxi::statistics
