#include "platform/statistics/beta_binomial.h"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/quadrature/gauss.hpp>
#include <cmath>
#include <numbers>

#include "platform/result.h"

namespace guanxi::statistics {
namespace {

constexpr double kEffective = 0.95;
constexpr double kStop = 0.5 + 1e-9;  // no change at all is a half but for rounding
constexpr int kPanels = 24;
constexpr double kReach = 12;  // standard deviations of θ to each side; beyond it is less than 1e-15

// What is known of a rate: Beta(a, b).
struct Posterior {
  double a;
  double b;

  explicit Posterior(const Share& share)
      : a(static_cast<double>(share.successes) + 0.5),
        b(static_cast<double>(share.trials - share.successes) + 0.5) {
    CHECK(0 <= share.successes && share.successes <= share.trials);
  }

  double size() const { return a + b; }
  double cdf(double x) const { return boost::math::ibeta(a, b, x); }

  // Logarithm of the density of θ = asin √x, without its constant: finite within, for a and b are at least ½.
  double log_density(double theta) const {
    return (2 * a - 1) * std::log(std::sin(theta)) + (2 * b - 1) * std::log(std::cos(theta));
  }
};

// ∫ f(θ)·F(sin²θ) dθ / ∫ f(θ) dθ over where f, of the one with more trials, is not zero. Taking both
// integrals by the same rule spares the constant of f, whose rounding grows with the trials.
double probability_that_other_is_less(const Posterior& larger, const Posterior& other) {
  const double middle = std::asin(std::sqrt(larger.a / larger.size()));
  const double reach = kReach / (2 * std::sqrt(larger.size()));
  const double from = std::max(0.0, middle - reach);
  const double to = std::min(std::numbers::pi / 2, middle + reach);
  const double scale = larger.log_density(middle);
  const auto density = [&](double theta) { return std::exp(larger.log_density(theta) - scale); };
  const auto less = [&](double theta) {
    const double sine = std::sin(theta);
    return density(theta) * other.cdf(std::min(1.0, sine * sine));
  };
  using Rule = boost::math::quadrature::gauss<double, 20>;
  double part = 0;
  double whole = 0;
  for (int panel = 0; panel < kPanels; ++panel) {
    const double left = from + (to - from) * panel / kPanels;
    const double right = from + (to - from) * (panel + 1) / kPanels;
    part += Rule::integrate(less, left, right);
    whole += Rule::integrate(density, left, right);
  }
  return std::clamp(part / whole, 0.0, 1.0);
}

}  // namespace

double probability_of_decrease(const Share& before, const Share& after) {
  const Posterior b(before);
  const Posterior a(after);
  // The narrower density carries the rule's nodes; the other's distribution function is smooth between them.
  if (b.size() >= a.size()) return probability_that_other_is_less(b, a);
  return 1 - probability_that_other_is_less(a, b);
}

Trial judge_remedy(const Share& before, const Share& after) {
  const double probability = probability_of_decrease(before, after);
  if (before.empty() || after.empty()) return {probability, Verdict::inconclusive};
  if (probability >= kEffective) return {probability, Verdict::effective};
  return {probability, probability <= kStop ? Verdict::stop : Verdict::inconclusive};
}

}  // namespace guanxi::statistics
