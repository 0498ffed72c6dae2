// Stores or people side by side, without a league table: who lies further off than chance explains.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "platform/statistics/proportion.h"
#include "platform/statistics/shrinkage.h"

namespace guanxi::statistics {

struct FunnelLimits {
  Interval inner;  ///< ± 1.96 SE: of those like the rest 1 in 20 lies outside
  Interval outer;  ///< ± 3.09 SE: 1 in 500
};

/// Limits at a number of trials, for drawing the funnel: p̄ ± z·√(φ·p̄(1−p̄)/n), clipped to 0 … 1; φ ≥ 1. [0, 1]
/// for no trials. Rough where n·p̄ or n·(1−p̄) is below 5.
/// Source: Spiegelhalter 2005, Statistics in Medicine 24:1185.
FunnelLimits funnel_limits(double centre, double dispersion, double trials);

enum class Zone { inside, beyond_inner, beyond_outer };

struct FunnelPoint {
  std::string name;
  Share share;
  FunnelLimits limits;
  Zone zone = Zone::inside;
  double z = 0;         ///< standard errors (widened by φ) from the centre; 0 without trials
  Interval interval;    ///< Wilson's 95 % of its own rate
  double shrunken = 0;  ///< what its true rate probably is, see shrunken_rate
};

struct Funnel {
  double centre = 0;      ///< rate of all together
  double dispersion = 1;  ///< φ used for the limits; 1 when not overdispersed
  RatePrior prior;
  std::vector<FunnelPoint> points;  ///< in the order given; never rank by them
};

enum class FunnelDispersion { binomial, by_rule };

/// All points with their limits and estimates. `by_rule`: φ is the mean of z², z winsorised (the outermost
/// tenth on each side set to the next within, whole points, so only from ten on), and widens the limits if it
/// exceeds 1 + 2·√(2/k), k the points with trials: two standard errors of φ above what chance makes. Then the
/// points differ by nature and only those that stand out even so are marked.
/// @returns nothing when there are no trials at all.
/// Source: Spiegelhalter 2005, Statistics in Medicine 24:1185 and Quality & Safety in Health Care 14:347.
std::optional<Funnel> funnel(std::span<const NamedShare> units,
                             FunnelDispersion dispersion = FunnelDispersion::by_rule);

/// Which points, in their order, stand out though all are looked at together: beyond the outer limits, with
/// p values of z that Benjamini and Hochberg's correction over all points leaves at or below `level`. So
/// where only chance is at work, a funnel has such a point with a chance of `level` at most, however many
/// points it has. Points with an expected count (successes or failures) below five are not judged.
/// Source: Jones, Ohlssen & Spiegelhalter 2008, Journal of Clinical Epidemiology 61:232.
std::vector<bool> stand_out(const Funnel& funnel, double level);

}  // namespace guanxi::statistics
