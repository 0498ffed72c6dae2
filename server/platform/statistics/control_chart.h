// Did this month differ by more than months always differ? Charts with limits three standard errors wide.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "platform/statistics/proportion.h"

namespace guanxi::statistics {

/// One month on a chart, in the unit of what is measured (a rate: 0 … 1).
struct ChartPoint {
  double value = 0;
  double lower = 0;  ///< Lower limit for this month; it depends on how much was counted.
  double upper = 0;
  /// Distance from the centre in standard errors, those of the limits: beyond ±3 (or what the rule says) is
  /// outside. ±infinity when the baseline did not vary at all and this month does.
  double z = 0;
};

enum class SignalKind {
  outside,  ///< one point beyond its limits
  run,      ///< eight or more in a row on one side of the centre
};

enum class Side { below, above };

/// A reason to look for a cause. Points by index, both inclusive; a single point has first = last.
struct Signal {
  SignalKind kind = SignalKind::outside;
  Side side = Side::above;
  std::size_t first = 0;
  std::size_t last = 0;
  bool operator==(const Signal&) const = default;
};

struct Chart {
  double centre = 0;
  /// As many as were given, in their order; nothing where there was nothing to count (no trials).
  std::vector<std::optional<ChartPoint>> points;
  std::vector<Signal> signals;  ///< Those outside first, then runs; each in order of time.
};

/// All points make the centre.
inline constexpr std::size_t kWholeChart = std::numeric_limits<std::size_t>::max();

/// What counts as a signal. The defaults are the classical ones.
struct SignalRule {
  double errors = 3;  ///< standard errors from the centre to a limit
  /// A run of eight is a signal when the two-proportion test of its months against all others gives at most
  /// this p: 1 takes every run.
  double run_p = 1;
};

/// The rule for a chart of so many points whose centre is that of these points: never less than the classical
/// one, and such that of charts on which only chance is at work about `alarms` · 1¼ have any signal; `alarms`
/// strictly between 0 and 1. With k points, errors = √(1 − 1/k)·z(1 − alarms/2k), Bonferroni over the points,
/// a point being nearer to a centre that it has part in: at 0.02 that is 3.01 for a year, so Shewhart's limit
/// for months, and 3.27 for two years. run_p = alarms/4 ÷ max(1, (k − 12)/2): of the many runs of a long
/// chart those that say that the level changed. (k − 12)/2 is a bound, by simulation, for how many
/// independent chances of a run there are. Source: Bonferroni; Fleiss for the test.
SignalRule signal_rule(std::size_t points, double alarms);

/// The two signals of a chart and no others: every further rule adds false alarms. Outside means strictly
/// beyond a limit; a run is as long as it goes on, a point on the centre ends it, an absent point is passed
/// over. Source: Shewhart's limit; run of eight from the Western Electric handbook 1956; Montgomery,
/// Introduction to Statistical Quality Control.
std::vector<Signal> find_signals(std::span<const std::optional<ChartPoint>> points, double centre);

enum class Dispersion {
  binomial,  ///< limits as chance alone makes them
  laney,     ///< limits widened by σ_z whenever it is above 1
  by_rule,   ///< widened only if the rate clearly always wanders; see p_chart
};

struct PChart {
  Chart chart;
  /// Spread of the baseline's z from month to month: 1 when only chance is at work. 1 when the baseline has
  /// fewer than two points.
  double sigma_z = 1;
  bool widened = false;  ///< Whether the limits were multiplied by sigma_z (Laney p′).
};

/// Rates month by month. Centre p̄: all successes over all trials of the first `baseline` points (at least one
/// trial among them); limits p̄ ± 3√(p̄(1−p̄)/nᵢ), clipped to 0 … 1; for 3 stands what the rule says. Rough
/// where n·p̄ or n·(1−p̄) is below 5; a lower limit of 0, which no month can fall below, up to n = 9(1−p̄)/p̄.
///
/// Overdispersed (many trials, a rate that always wanders a little): the standard error is multiplied by
/// σ_z = mR̄(z)/1.128, mR̄ the mean of |zᵢ − zᵢ₋₁| over the baseline. It is never narrowed. `by_rule` widens
/// when the baseline has at least twelve points and σ_z, taken without the one farthest from the centre (a
/// month with a cause of its own must not widen the limits past itself), exceeds 1 + 2·√(0.8264/(k−1)), k the
/// points left: two of its standard errors above what chance makes. Needlessly widened is about one chart in
/// 100; one whose rate wanders twice as much as chance explains is widened in 6 of 10 after a year, in 9 of
/// 10 after two.
///
/// @returns nothing when the baseline has no trials.
/// Source: Montgomery; Laney 2002, Quality Engineering 14:531; standard error of mR̄/d₂: Cryer & Ryan 1990,
/// Journal of Quality Technology 22:187.
std::optional<PChart> p_chart(std::span<const Share> points, std::size_t baseline = kWholeChart,
                              Dispersion dispersion = Dispersion::by_rule, const SignalRule& rule = {});

/// How often something happened, and out of how much.
struct Tally {
  std::int64_t events = 0;  ///< ≥ 0; may exceed the exposure
  double exposure = 0;      ///< ≥ 0, in any unit ("hundred cars")
};

/// Events per unit of exposure month by month: ū = Σevents/Σexposure of the first `baseline` points, limits
/// ū ± 3√(ū/nᵢ), the lower at least 0. @returns nothing when the baseline has no exposure. Source:
/// Montgomery.
std::optional<Chart> u_chart(std::span<const Tally> points, std::size_t baseline = kWholeChart);

struct XmrChart {
  Chart individuals;
  /// |xᵢ − xᵢ₋₁|; the first point is absent. Only points outside are signals: neighbouring ranges share a
  /// value and run by themselves.
  Chart moving_ranges;
};

/// One number a month (sales, cost), in its own unit: X̄ ± 2.66·mR̄; ranges up to 3.268·mR̄. Mean and mR̄ are of
/// the first `baseline` values. @returns nothing when that is fewer than two values. Source: Wheeler,
/// Understanding Variation; Montgomery, individuals chart.
std::optional<XmrChart> xmr_chart(std::span<const double> values, std::size_t baseline = kWholeChart);

}  // namespace guanxi::statistics
