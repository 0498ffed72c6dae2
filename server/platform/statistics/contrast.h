// What do the failures have in common? Each group of a factor (hour, source, person) against its rest.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "platform/statistics/power.h"
#include "platform/statistics/proportion.h"

namespace guanxi::statistics {

/// One way to divide the same trials into groups; every trial is in one group at most.
struct Factor {
  std::string name;
  std::vector<NamedShare> groups;
};

struct ContrastPlan {
  /// The smallest difference of rates worth knowing of: above 0, at most ½.
  double difference = 0.1;
  /// For `more_trials`; its alpha is also the level that adjusted p values must reach.
  Plan plan = {};
  double confidence = 0.95;  ///< of the intervals
};

enum class Finding {
  differs,    ///< adjusted p at most alpha
  none_seen,  ///< tested, nothing found; that is not proof of none
  too_small,  ///< not tested: an expected count is below 5
};

struct ContrastTest {
  double p = 1;
  double adjusted_p = 1;  ///< Benjamini–Hochberg over every test of the call, of factors and groups together
};

struct GroupContrast {
  std::string name;
  Share share;
  Share rest;                        ///< the factor's other groups together
  double effect = 0;                 ///< rate of the group − rate of the rest; 0 when either has no trials
  Interval interval;                 ///< Newcombe's of the effect, not corrected for many
  std::optional<ContrastTest> test;  ///< two-proportion test; nothing when too small
  Finding finding = Finding::too_small;
  /// Until the group can be tested and a true difference of `difference` from the rest is found with the
  /// plan's power, if group and rest grow in the proportion they have. Planned for the strictest level the
  /// correction may ask of a lone finding. 0: there are enough. When all or none succeeded the power alone is
  /// planned for.
  std::int64_t more_trials = 0;
};

struct FactorContrast {
  std::string name;
  double chi_square = 0;
  int degrees = 0;                   ///< of freedom: tested groups − 1
  std::optional<ContrastTest> test;  ///< does the factor matter at all? Nothing when too small.
  Finding finding = Finding::too_small;
  double effect = 0;                  ///< the largest |effect| of a tested group; 0 when none was
  std::vector<GroupContrast> groups;  ///< tested ones by size of effect, then the too small by size of effect
};

/// Looks at every factor and every group of it.
///
/// A factor: χ² of homogeneity, Σnᵢ(pᵢ−p̄)²/(p̄(1−p̄)) on k − 1 degrees. Groups with an expected count
/// (successes or failures) below five are taken together as one, or left out when even that is below five;
/// too small when fewer than two remain.
///
/// A group: pooled two-proportion test against the rest; too small when one of the four expected counts is
/// below five. No exact test is tried there: it could hardly find anything either.
///
/// Found factors come first, then those without a finding, then the too small; each by size of effect, equal
/// ones as given. Where nothing is to be found, nothing is found in at least about 1 − alpha of the data
/// sets. Factors are looked at one at a time: of two that go together (hour and person on duty) both show,
/// and this does not tell which one matters.
///
/// Source: Pearson 1900 with Cochran's rule 1954; Newcombe 1998; Benjamini & Hochberg 1995; Fleiss.
std::vector<FactorContrast> contrast(std::span<const Factor> factors, const ContrastPlan& plan = {});

}  // namespace guanxi::statistics
