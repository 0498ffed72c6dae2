#include <algorithm>
#include <cmath>

#include "platform/result.h"
#include "platform/statistics/control_chart.h"
#include "platform/statistics/normal.h"

namespace guanxi::statistics {
namespace {

constexpr double kRangePerSigma = 1.128;      // mean of |a − b| of two standard normals: 2/√π
constexpr double kVarianceOfSpread = 0.8264;  // of mR̄/1.128 over k points, times k − 1
constexpr std::size_t kFewestForRule = 12;    // with fewer the spread is hardly known

double standard_error(double centre, std::int64_t trials) {
  return std::sqrt(centre * (1 - centre) / static_cast<double>(trials));
}

double distance(double value, double centre, double error) {
  return value == centre ? 0 : (value - centre) / error;
}

std::vector<double> z_scores(std::span<const Share> points, double centre) {
  std::vector<double> scores;
  for (const Share& point : points) {
    if (!point.empty())
      scores.push_back(distance(point.rate(), centre, standard_error(centre, point.trials)));
  }
  return scores;
}

double spread_of(std::span<const double> scores) {
  double sum = 0;
  for (std::size_t i = 1; i < scores.size(); ++i) sum += std::abs(scores[i] - scores[i - 1]);
  return sum / static_cast<double>(scores.size() - 1) / kRangePerSigma;
}

// One month with a cause of its own is a signal, not a rate that always wanders; so it has no say here.
bool always_wanders(std::vector<double> scores) {
  if (scores.size() < kFewestForRule) return false;
  scores.erase(std::ranges::max_element(scores, {}, [](double z) { return std::abs(z); }));
  const double error = std::sqrt(kVarianceOfSpread / static_cast<double>(scores.size() - 1));
  return spread_of(scores) > 1 + 2 * error;
}

bool is_widened(double sigma_z, const std::vector<double>& scores, Dispersion dispersion) {
  if (dispersion == Dispersion::binomial || sigma_z <= 1) return false;
  return dispersion == Dispersion::laney || always_wanders(scores);
}

std::optional<ChartPoint> chart_point(const Share& point, double centre, double widening, double errors) {
  if (point.empty()) return std::nullopt;
  const double error = widening * standard_error(centre, point.trials);
  return ChartPoint{point.rate(), std::max(0.0, centre - errors * error),
                    std::min(1.0, centre + errors * error), distance(point.rate(), centre, error)};
}

// How often chance alone sets the points of a run so far apart from all others.
double p_of_run(std::span<const Share> points, const Signal& run, double widening) {
  Share inside, outside;
  for (std::size_t i = 0; i < points.size(); ++i) {
    Share& side = run.first <= i && i <= run.last ? inside : outside;
    side = side + points[i];
  }
  if (outside.empty()) return 0;  // it lies on one side of a baseline that is elsewhere
  return two_sided_p(two_proportion_test(inside, outside).z / widening);
}

}  // namespace

SignalRule signal_rule(std::size_t points, double alarms) {
  CHECK(alarms > 0 && alarms < 1);
  SignalRule rule;
  const auto count = static_cast<double>(points);
  if (points > 1)
    rule.errors = std::max(rule.errors, std::sqrt(1 - 1 / count) * z_of_confidence(1 - alarms / count));
  rule.run_p = alarms / 4 / std::max(1.0, (count - 12) / 2);
  return rule;
}

std::optional<PChart> p_chart(std::span<const Share> points, std::size_t baseline, Dispersion dispersion,
                              const SignalRule& rule) {
  const auto base = points.first(std::min(baseline, points.size()));
  Share all;
  for (const Share& point : base) all = all + point;
  if (all.empty()) return std::nullopt;

  PChart result;
  const double centre = result.chart.centre = all.rate();
  const std::vector<double> scores = z_scores(base, centre);
  if (scores.size() > 1) result.sigma_z = spread_of(scores);
  result.widened = is_widened(result.sigma_z, scores, dispersion);
  const double widening = result.widened ? result.sigma_z : 1;
  for (const Share& point : points)
    result.chart.points.push_back(chart_point(point, centre, widening, rule.errors));
  result.chart.signals = find_signals(result.chart.points, centre);
  std::erase_if(result.chart.signals, [&](const Signal& signal) {
    return signal.kind == SignalKind::run && p_of_run(points, signal, widening) > rule.run_p;
  });
  return result;
}

}  // namespace guanxi::statistics
