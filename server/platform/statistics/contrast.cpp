#include "platform/statistics/contrast.h"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>

#include "platform/result.h"
#include "platform/statistics/multiple.h"

namespace guanxi::statistics {
namespace {

constexpr double kFewestExpected = 5;

// Expected successes and failures among so many trials, were the rate that of all.
bool is_too_small(std::int64_t trials, const Share& all) {
  const auto count = static_cast<double>(trials);
  return all.empty() || count * std::min(all.rate(), all.opposite().rate()) < kFewestExpected;
}

// The groups large enough for χ², and the small ones as one.
std::vector<Share> testable(const Factor& factor, const Share& all) {
  std::vector<Share> large;
  Share small;
  for (const NamedShare& group : factor.groups) {
    if (is_too_small(group.share.trials, all)) {
      small = small + group.share;
    } else {
      large.push_back(group.share);
    }
  }
  if (!is_too_small(small.trials, all)) large.push_back(small);
  return large;
}

void test_factor(FactorContrast& result, std::span<const Share> groups) {
  Share all;
  for (const Share& group : groups) all = all + group;
  // With the small groups left out, those that remain may be all or nothing.
  if (groups.size() < 2 || all.successes == 0 || all.successes == all.trials) return;
  const double p = all.rate();
  for (const Share& group : groups) {
    const double off = group.rate() - p;
    result.chi_square += off * off * static_cast<double>(group.trials) / (p * (1 - p));
  }
  result.degrees = static_cast<int>(groups.size()) - 1;
  const boost::math::chi_squared distribution(result.degrees);
  result.test = ContrastTest{boost::math::cdf(boost::math::complement(distribution, result.chi_square)), 1};
}

GroupContrast contrast_group(const NamedShare& group, const Share& all, double confidence) {
  GroupContrast result;
  result.name = group.name;
  result.share = group.share;
  result.rest = all - group.share;
  if (!result.share.empty() && !result.rest.empty()) result.effect = result.share.rate() - result.rest.rate();
  result.interval = newcombe_interval(result.share, result.rest, confidence);
  if (!is_too_small(std::min(result.share.trials, result.rest.trials), all))
    result.test = ContrastTest{two_proportion_test(result.share, result.rest).p, 1};
  return result;
}

FactorContrast contrast_factor(const Factor& factor, double confidence) {
  FactorContrast result;
  result.name = factor.name;
  Share all;
  for (const NamedShare& group : factor.groups) all = all + group.share;
  test_factor(result, testable(factor, all));
  for (const NamedShare& group : factor.groups) {
    result.groups.push_back(contrast_group(group, all, confidence));
    const GroupContrast& added = result.groups.back();
    if (added.test) result.effect = std::max(result.effect, std::abs(added.effect));
  }
  return result;
}

std::vector<ContrastTest*> tests_of(std::vector<FactorContrast>& factors) {
  std::vector<ContrastTest*> tests;
  for (FactorContrast& factor : factors) {
    if (factor.test) tests.push_back(&*factor.test);
    for (GroupContrast& group : factor.groups) {
      if (group.test) tests.push_back(&*group.test);
    }
  }
  return tests;
}

void correct(std::span<ContrastTest* const> tests) {
  std::vector<double> p_values;
  for (const ContrastTest* test : tests) p_values.push_back(test->p);
  const std::vector<double> adjusted = benjamini_hochberg(p_values);
  for (std::size_t i = 0; i < tests.size(); ++i) tests[i]->adjusted_p = adjusted[i];
}

Finding finding_of(const std::optional<ContrastTest>& test, double alpha) {
  if (!test) return Finding::too_small;
  return test->adjusted_p <= alpha ? Finding::differs : Finding::none_seen;
}

// How many trials of the group go with one of the rest.
double ratio_of(const GroupContrast& group) {
  if (group.rest.empty()) return 1;
  return static_cast<double>(group.share.trials) / static_cast<double>(group.rest.trials);
}

// For power: the difference to be seen lies towards the side that needs more trials, where there is room for
// it.
std::int64_t trials_for_power(const GroupContrast& group, double difference, const Plan& plan) {
  const double rest = group.rest.empty() ? 0.5 : group.rest.rate();
  std::int64_t needed = 0;
  for (const double rate : {rest - difference, rest + difference}) {
    if (rate >= 0 && rate <= 1) needed = std::max(needed, trials_of_first(rate, rest, ratio_of(group), plan));
  }
  return needed;
}

// For the expected counts of the group and of the rest, which grows with it.
std::int64_t trials_to_be_testable(const GroupContrast& group) {
  const Share all = group.share + group.rest;
  if (all.successes == 0 || all.successes == all.trials) return 0;
  const double needed = kFewestExpected / std::min(all.rate(), all.opposite().rate());
  return std::llround(std::ceil(needed * std::max(1.0, ratio_of(group)) - 1e-9));
}

void plan_more(FactorContrast& factor, const ContrastPlan& wanted, std::size_t tests) {
  // The correction may ask a lone finding to pass alpha / tests. Of two groups, though, both and their factor
  // are one and the same test and pass together.
  const double together = factor.groups.size() == 2 ? 3 : 1;
  Plan plan = wanted.plan;
  plan.alpha *= std::min(1.0, together / static_cast<double>(std::max<std::size_t>(tests, 1)));
  for (GroupContrast& group : factor.groups) {
    const std::int64_t needed =
        std::max(trials_for_power(group, wanted.difference, plan), trials_to_be_testable(group));
    group.more_trials = std::max<std::int64_t>(0, needed - group.share.trials);
  }
}

// Few trials make large differences by chance alone, so what could not be tested comes last.
void sort_groups(FactorContrast& factor) {
  std::ranges::stable_sort(factor.groups, {}, [](const GroupContrast& group) {
    return std::pair(!group.test, -std::abs(group.effect));
  });
}

}  // namespace

std::vector<FactorContrast> contrast(std::span<const Factor> factors, const ContrastPlan& plan) {
  CHECK(plan.difference > 0 && plan.difference <= 0.5);
  std::vector<FactorContrast> results;
  for (const Factor& factor : factors) results.push_back(contrast_factor(factor, plan.confidence));
  const std::vector<ContrastTest*> tests = tests_of(results);
  correct(tests);
  for (FactorContrast& factor : results) {
    factor.finding = finding_of(factor.test, plan.plan.alpha);
    for (GroupContrast& group : factor.groups) group.finding = finding_of(group.test, plan.plan.alpha);
    plan_more(factor, plan, tests.size());
    sort_groups(factor);
  }
  std::ranges::stable_sort(
      results, {}, [](const FactorContrast& factor) { return std::pair(factor.finding, -factor.effect); });
  return results;
}

}  // namespace guanxi::statistics
