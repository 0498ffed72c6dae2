// A share of something, and how sure one can be of it and of the difference of two.
#pragma once

#include <cstdint>
#include <string>

namespace guanxi::statistics {

/// `successes` out of `trials`: 54 unfiled of 180 first visits. 0 ≤ successes ≤ trials is CHECKed by every
/// function here. What counts as a success is the caller's choice; it may be the bad thing.
struct Share {
  std::int64_t successes = 0;
  std::int64_t trials = 0;

  /// 0 … 1; of no trials there is no rate (CHECK).
  double rate() const;
  bool empty() const { return trials == 0; }
  /// The same trials counted the other way round: what was not a success.
  Share opposite() const { return {trials - successes, trials}; }
  bool operator==(const Share&) const = default;
};

Share operator+(const Share& first, const Share& second);
/// All of `whole` that is not in `part`; `part` must be contained in it.
Share operator-(const Share& whole, const Share& part);

/// The share of a group: a store, a person, an hour of the day.
struct NamedShare {
  std::string name;
  Share share;
};

/// Lower and upper end, both inclusive.
struct Interval {
  double lower = 0;
  double upper = 0;

  bool contains(double value) const { return lower <= value && value <= upper; }
  double half_width() const { return (upper - lower) / 2; }
};

/// Where the true rate lies: all p with |p̂ − p| ≤ z·√(p(1−p)/n), that is
/// (p̂ + z²/2n ± z·√(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n). Within 0 … 1, never of width 0: [0, z²/(n+z²)] when
/// there is no success, the mirror image when all are, and [0, 1] for no trials: nothing is known.
/// Source: Wilson 1927; method 3 of Newcombe 1998, Statistics in Medicine 17:857.
Interval wilson_interval(const Share& share, double confidence = 0.95);

/// Where the difference of the true rates, first − second, lies; within −1 … 1. With each rate's Wilson
/// limits l and u: d − √((p₁−l₁)² + (u₂−p₂)²) to d + √((u₁−p₁)² + (p₂−l₂)²). [−1, 1] when either has no
/// trials. Source: method 10 of Newcombe 1998, Statistics in Medicine 17:873.
Interval newcombe_interval(const Share& first, const Share& second, double confidence = 0.95);

struct ZTest {
  double z = 0;  ///< Standard errors by which the first rate lies above the second.
  double p = 1;  ///< Two-sided: how often chance alone gives a difference at least this large.
};

/// Are the two true rates equal? z = (p₁−p₂)/√(p(1−p)(1/n₁+1/n₂)) with p of both together; z² is Pearson's χ²
/// of the 2 × 2 table without correction for continuity. Rough where an expected count is below 5. Without
/// trials on one side, or when all or none of all trials are successes, there is no evidence: z = 0, p = 1.
/// Source: Newcombe 1998; Fleiss, Statistical Methods for Rates and Proportions.
ZTest two_proportion_test(const Share& first, const Share& second);

}  // namespace guanxi::statistics
