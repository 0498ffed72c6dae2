#include "platform/statistics/funnel.h"

#include <algorithm>
#include <cmath>

#include "platform/result.h"
#include "platform/statistics/multiple.h"
#include "platform/statistics/normal.h"

namespace guanxi::statistics {
namespace {

constexpr double kInner = 1.96;
constexpr double kOuter = 3.09;
constexpr std::size_t kWinsorisedTenths = 1;

double standard_error(double centre, double dispersion, double trials) {
  return std::sqrt(dispersion * centre * (1 - centre) / trials);
}

// 0 when everybody is alike, all or none.
double z_of(const Share& share, double centre, double dispersion) {
  if (share.empty() || centre == 0 || centre == 1) return 0;
  return (share.rate() - centre) / standard_error(centre, dispersion, static_cast<double>(share.trials));
}

void winsorise(std::vector<double>& values) {
  std::ranges::sort(values);
  const std::size_t cut = values.size() * kWinsorisedTenths / 10;
  for (double& value : values) value = std::clamp(value, values[cut], values[values.size() - 1 - cut]);
}

double dispersion_of(std::span<const NamedShare> units, double centre) {
  std::vector<double> scores;
  for (const NamedShare& unit : units) {
    if (!unit.share.empty()) scores.push_back(z_of(unit.share, centre, 1));
  }
  winsorise(scores);
  double sum = 0;
  for (const double z : scores) sum += z * z;
  const auto count = static_cast<double>(scores.size());
  const double phi = sum / count;
  return phi > 1 + 2 * std::sqrt(2 / count) ? phi : 1;
}

Zone zone_of(double z) {
  if (std::abs(z) > kOuter) return Zone::beyond_outer;
  return std::abs(z) > kInner ? Zone::beyond_inner : Zone::inside;
}

FunnelPoint point_of(const NamedShare& unit, const Funnel& funnel) {
  FunnelPoint point;
  point.name = unit.name;
  point.share = unit.share;
  point.limits = funnel_limits(funnel.centre, funnel.dispersion, static_cast<double>(unit.share.trials));
  point.z = z_of(unit.share, funnel.centre, funnel.dispersion);
  point.zone = zone_of(point.z);
  point.interval = wilson_interval(unit.share);
  point.shrunken = shrunken_rate(unit.share, funnel.prior);
  return point;
}

}  // namespace

FunnelLimits funnel_limits(double centre, double dispersion, double trials) {
  CHECK(centre >= 0 && centre <= 1 && dispersion >= 1 && trials >= 0);
  if (trials == 0) return {{0, 1}, {0, 1}};
  const double error = standard_error(centre, dispersion, trials);
  const auto limits = [&](double z) {
    return Interval{std::max(0.0, centre - z * error), std::min(1.0, centre + z * error)};
  };
  return {limits(kInner), limits(kOuter)};
}

std::optional<Funnel> funnel(std::span<const NamedShare> units, FunnelDispersion dispersion) {
  std::vector<Share> shares;
  for (const NamedShare& unit : units) shares.push_back(unit.share);
  const auto prior = fit_rate_prior(shares);
  if (!prior) return std::nullopt;

  Funnel result{prior->pooled.rate(), 1, *prior, {}};
  if (dispersion == FunnelDispersion::by_rule) result.dispersion = dispersion_of(units, result.centre);
  for (const NamedShare& unit : units) result.points.push_back(point_of(unit, result));
  return result;
}

std::vector<bool> stand_out(const Funnel& funnel, double level) {
  constexpr double kFewestExpected = 5;
  const double rarer = std::min(funnel.centre, 1 - funnel.centre);
  std::vector<std::size_t> judged;
  std::vector<double> p_values;
  for (std::size_t i = 0; i < funnel.points.size(); ++i) {
    const FunnelPoint& point = funnel.points[i];
    if (static_cast<double>(point.share.trials) * rarer < kFewestExpected) continue;
    judged.push_back(i);
    p_values.push_back(two_sided_p(point.z));
  }
  std::vector<bool> out(funnel.points.size(), false);
  const std::vector<double> adjusted = benjamini_hochberg(p_values);
  for (std::size_t i = 0; i < judged.size(); ++i)
    out[judged[i]] = adjusted[i] <= level && funnel.points[judged[i]].zone == Zone::beyond_outer;
  return out;
}

}  // namespace guanxi::statistics
