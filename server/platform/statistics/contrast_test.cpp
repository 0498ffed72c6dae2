#include "platform/statistics/contrast.h"

#include <gtest/gtest.h>

#include <random>

#include "platform/result.h"

namespace guanxi::statistics {
namespace {

// Fleiss: smokers among lung patients of four studies (the example of R's prop.test: χ² = 12.6, df = 3,
// p = 0.005585). The groups' numbers were computed from the formulas with mpmath.
const Factor kStudies{"study", {{"A", {83, 86}}, {"B", {90, 93}}, {"C", {129, 136}}, {"D", {70, 82}}}};

TEST(Contrast, agrees_with_the_published_example) {
  const auto results = contrast(std::vector{kStudies});
  ASSERT_EQ(results.size(), 1U);
  const FactorContrast& factor = results[0];
  EXPECT_NEAR(factor.chi_square, 12.6004113, 1e-6);
  EXPECT_EQ(factor.degrees, 3);
  EXPECT_NEAR(factor.test->p, 0.005585, 5e-7);
  EXPECT_NEAR(factor.test->adjusted_p, 0.01396369165, 1e-9);
  EXPECT_EQ(factor.finding, Finding::differs);
  EXPECT_NEAR(factor.effect, 0.1050716221, 1e-9);
}

TEST(Contrast, tells_each_group_against_the_rest_by_size_of_effect) {
  const auto groups = contrast(std::vector{kStudies})[0].groups;
  EXPECT_EQ(groups[0].name + groups[1].name + groups[2].name + groups[3].name, "DBAC");
  EXPECT_EQ(groups[0].rest, (Share{302, 315}));
  EXPECT_NEAR(groups[0].effect, -0.1050716221, 1e-9);
  EXPECT_NEAR(groups[0].interval.lower, -0.1988767826, 1e-8);
  EXPECT_NEAR(groups[0].interval.upper, -0.03829517396, 1e-8);
  EXPECT_NEAR(groups[0].test->p, 0.0004848245934, 1e-10);
  EXPECT_NEAR(groups[0].test->adjusted_p, 0.002424122967, 1e-10);
  EXPECT_EQ(groups[0].finding, Finding::differs);
  EXPECT_NEAR(groups[1].test->adjusted_p, 0.2724774858, 1e-9);
  EXPECT_NEAR(groups[2].test->adjusted_p, 0.2821036858, 1e-9);
  EXPECT_EQ(groups[3].finding, Finding::none_seen);
}

TEST(Contrast, corrects_for_everything_looked_at) {
  std::vector<Factor> factors = {kStudies};
  for (const char* name : {"x", "y", "z"})
    factors.push_back({name, {{"1", {100, 200}}, {"2", {101, 200}}, {"3", {99, 200}}}});
  const auto results = contrast(factors);
  EXPECT_EQ(results[0].name, "study");
  EXPECT_GT(results[0].groups[0].test->adjusted_p, 0.002424122967);
  EXPECT_LE(results[0].groups[0].test->adjusted_p, 17 * 0.0004848245934 + 1e-12);
  EXPECT_EQ(results[1].finding, Finding::none_seen);
}

TEST(Contrast, does_not_test_groups_that_are_too_small_but_says_what_they_need) {
  const Factor factor{"who", {{"new", {4, 9}}, {"old", {60, 300}}, {"other", {50, 260}}}};
  const auto result = contrast(std::vector{factor})[0];
  EXPECT_EQ(result.degrees, 1);  // two are large enough
  const GroupContrast& last = result.groups[2];
  EXPECT_EQ(last.name, "new");  // although its effect is the largest
  EXPECT_GT(last.effect, 0.2);
  EXPECT_EQ(last.finding, Finding::too_small);
  EXPECT_FALSE(last.test);
  EXPECT_TRUE(last.interval.contains(last.effect));
  EXPECT_GT(last.more_trials, 40);
  EXPECT_LT(result.effect, 0.1);
}

// To see 0.4 or 0.2 against 0.3 takes 356 or 294 on each side (R: power.prop.test gives 355.9 and 293.2).
// With more factors looked at, a lone finding of two groups is asked to pass 3/m of alpha.
TEST(Contrast, says_how_many_more_are_needed_to_see_the_difference) {
  const Factor even{"even", {{"a", {30, 100}}, {"b", {30, 100}}}};
  const auto alone = contrast(std::vector{even});
  EXPECT_EQ(alone[0].groups[0].more_trials, 256);
  const auto among_three = contrast(std::vector{even, even, even});
  EXPECT_EQ(among_three[0].groups[0].more_trials, trials_per_group(0.4, 0.3, {0.05 / 3, 0.8}) - 100);
  const Factor enough{"enough", {{"a", {300, 1000}}, {"b", {300, 1000}}}};
  EXPECT_EQ(contrast(std::vector{enough})[0].groups[0].more_trials, 0);
}

// At an overall rate of 0.02 an expected count of five takes 250, in the group and in the rest.
TEST(Contrast, says_how_many_more_are_needed_to_test_at_all) {
  const Factor rare{"rare", {{"few", {0, 100}}, {"many", {20, 900}}}};
  const auto result = contrast(std::vector{rare}, {.difference = 0.5})[0];
  ASSERT_EQ(result.groups[0].finding, Finding::too_small);
  for (const GroupContrast& group : result.groups) {
    const std::int64_t needed = group.share.trials + group.more_trials;
    EXPECT_EQ(needed, group.name == "few" ? 250 : 2250) << group.name;
  }
}

TEST(Contrast, takes_small_groups_together_to_test_the_factor) {
  Factor factor{"who", {{"many", {60, 300}}}};
  for (int i = 0; i < 10; ++i) factor.groups.push_back({"one of ten", {8, 12}});
  const auto result = contrast(std::vector{factor})[0];
  EXPECT_EQ(result.degrees, 1);
  EXPECT_EQ(result.finding, Finding::differs);
  EXPECT_EQ(result.groups[0].name, "many");
  EXPECT_EQ(result.groups[1].finding, Finding::too_small);
}

TEST(Contrast, is_too_small_without_two_groups_or_without_variation) {
  for (const auto& groups : std::vector<std::vector<NamedShare>>{{},
                                                                 {{"all", {30, 100}}},
                                                                 {{"a", {0, 0}}, {"b", {0, 0}}},
                                                                 {{"a", {0, 500}}, {"b", {0, 500}}},
                                                                 {{"a", {500, 500}}, {"b", {500, 500}}},
                                                                 {{"a", {3, 9}}, {"b", {2, 9}}},
                                                                 {{"a", {30, 100}}, {"b", {1, 3}}}}) {
    const auto result = contrast(std::vector{Factor{"f", groups}})[0];
    EXPECT_EQ(result.finding, Finding::too_small);
    EXPECT_FALSE(result.test);
    EXPECT_EQ(result.degrees, 0);
    for (const GroupContrast& group : result.groups) {
      EXPECT_EQ(group.finding, Finding::too_small);
      EXPECT_GE(group.more_trials, 0);
    }
  }
  EXPECT_TRUE(contrast({}).empty());
}

TEST(Contrast, refuses_what_cannot_be_planned_or_counted) {
  EXPECT_THROW(contrast({}, {.difference = 0}), Bug);
  EXPECT_THROW(contrast({}, {.difference = 0.6}), Bug);
  EXPECT_THROW(contrast(std::vector{Factor{"f", {{"a", {3, 2}}, {"b", {1, 9}}}}}), Bug);
}

TEST(Contrast, is_the_mirror_image_for_failures) {
  Factor opposite = kStudies;
  for (NamedShare& group : opposite.groups) group.share = group.share.opposite();
  const auto result = contrast(std::vector{kStudies})[0];
  const auto mirrored = contrast(std::vector{opposite})[0];
  EXPECT_NEAR(result.test->p, mirrored.test->p, 1e-12);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(result.groups[i].name, mirrored.groups[i].name);
    EXPECT_NEAR(result.groups[i].effect, -mirrored.groups[i].effect, 1e-14);
    EXPECT_EQ(result.groups[i].more_trials, mirrored.groups[i].more_trials);
  }
}

TEST(Contrast, puts_findings_first_and_the_untested_last) {
  const Factor tiny{"tiny", {{"a", {3, 4}}, {"b", {0, 4}}}};
  const Factor noisy{"noisy", {{"a", {10, 26}}, {"b", {6, 24}}}};
  const Factor real{"real", {{"a", {600, 2000}}, {"b", {400, 2000}}}};
  const auto results = contrast(std::vector{tiny, noisy, real});
  EXPECT_EQ(results[0].name + results[1].name + results[2].name, "realnoisytiny");
  EXPECT_GT(results[1].effect, results[0].effect);
}

// Factors that cut the same trials in different ways, as in a log.
struct Cut {
  std::string name;
  std::vector<double> shares;  // of the trials
};

const std::vector<Cut> kCuts = {{"first", {0.5, 0.5}},
                                {"source", {0.4, 0.3, 0.2, 0.1}},
                                {"hour", {0.1, 0.1, 0.2, 0.2, 0.1, 0.1, 0.1, 0.1}},
                                {"person", {0.3, 0.3, 0.2, 0.15, 0.04, 0.01}},
                                {"party", {0.6, 0.4}}};

// Every trial fails with `rate`, and with `raised` in the second group of `cut` (99: in none).
std::vector<Factor> draw_log(std::mt19937_64& random, int trials, double rate, std::size_t cut = 99,
                             double raised = 0) {
  std::vector<Factor> factors;
  std::vector<std::discrete_distribution<std::size_t>> groups;
  for (const Cut& one : kCuts) {
    factors.push_back({one.name, {}});
    for (std::size_t i = 0; i < one.shares.size(); ++i)
      factors.back().groups.push_back({std::to_string(i), {}});
    groups.emplace_back(one.shares.begin(), one.shares.end());
  }
  std::uniform_real_distribution<double> uniform(0, 1);
  for (int trial = 0; trial < trials; ++trial) {
    std::vector<std::size_t> places;
    for (auto& group : groups) places.push_back(group(random));
    const bool is_raised = cut < places.size() && places[cut] == 1;
    const std::int64_t success = uniform(random) < (is_raised ? raised : rate) ? 1 : 0;
    for (std::size_t i = 0; i < factors.size(); ++i) {
      Share& share = factors[i].groups[places[i]].share;
      share = share + Share{success, 1};
    }
  }
  return factors;
}

bool finds_anything(const std::vector<FactorContrast>& results) {
  for (const FactorContrast& factor : results) {
    if (factor.finding == Finding::differs) return true;
    for (const GroupContrast& group : factor.groups) {
      if (group.finding == Finding::differs) return true;
    }
  }
  return false;
}

TEST(Contrast, finds_nothing_where_nothing_is_in_at_least_as_many_logs_as_it_says) {
  std::mt19937_64 random(95);
  int found = 0;
  constexpr int kLogs = 3000;
  for (int i = 0; i < kLogs; ++i) found += finds_anything(contrast(draw_log(random, 400, 0.3))) ? 1 : 0;
  EXPECT_LE(found / double{kLogs}, 0.05 + 0.008);  // two standard errors of 3000 draws
}

// A single factor of two groups is one test: the power is the promised one, no more and no less.
TEST(Contrast, finds_a_planted_difference_with_the_power_promised) {
  const std::int64_t trials = trials_per_group(0.3, 0.2);
  std::mt19937_64 random(294);
  std::binomial_distribution<std::int64_t> first(trials, 0.3);
  std::binomial_distribution<std::int64_t> second(trials, 0.2);
  int found = 0;
  std::int64_t more = 0;
  constexpr int kRounds = 5000;
  for (int i = 0; i < kRounds; ++i) {
    const Factor factor{"f", {{"a", {first(random), trials}}, {"b", {second(random), trials}}}};
    const auto result = contrast(std::vector{factor})[0];
    found += result.finding == Finding::differs && result.groups[0].finding == Finding::differs ? 1 : 0;
    more += result.groups[0].more_trials;
  }
  EXPECT_NEAR(found / double{kRounds}, 0.8, 0.02);
  EXPECT_LT(more / kRounds, trials);  // planned around the rates seen, upwards: 356 against 294
}

// Among many factors it takes more trials; with as many as `more_trials` asked for, the promise is kept.
TEST(Contrast, finds_a_planted_difference_among_many_when_it_says_there_is_enough) {
  std::mt19937_64 random(31);
  constexpr std::size_t kSource = 1;
  const auto group_of = [](const std::vector<FactorContrast>& results) {
    for (const FactorContrast& factor : results) {
      for (const GroupContrast& group : factor.groups) {
        if (factor.name == "source" && group.name == "1") return group;
      }
    }
    throw Bug("no such group");
  };
  const GroupContrast now = group_of(contrast(draw_log(random, 500, 0.3)));
  EXPECT_GT(now.more_trials, 0);
  const auto enough = static_cast<int>(500.0 * static_cast<double>(now.share.trials + now.more_trials) /
                                       static_cast<double>(now.share.trials));
  int found = 0;
  constexpr int kRounds = 600;
  for (int i = 0; i < kRounds; ++i) {
    const auto results = contrast(draw_log(random, enough, 0.3, kSource, 0.4));
    found += group_of(results).finding == Finding::differs ? 1 : 0;
  }
  EXPECT_GE(found / double{kRounds}, 0.78);
  EXPECT_LT(enough, 5000);
}

}  // namespace
}  // namespace guanxi::statistics
