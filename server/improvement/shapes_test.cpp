// When two rates are said to differ, and when a risen rate is doubted.
#include "improvement/shapes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace guanxi::improvement {
namespace {

Cell cell_of(std::int64_t filed, std::int64_t of) { return {filed, of - filed, 0}; }

double chance_of(int successes, int trials, double rate) {
  return std::exp(std::lgamma(trials + 1) - std::lgamma(successes + 1) - std::lgamma(trials - successes + 1) +
                  successes * std::log(rate) + (trials - successes) * std::log(1 - rate));
}

/// Every pair of hundreds that there may be, weighed by its probability: no simulation.
TEST(Comparison, of_hundreds_alike_speaks_in_five_of_a_hundred_at_most) {
  for (const double rate : {0.5, 0.6, 0.69, 0.75, 0.8, 0.9}) {
    double spoken = 0;
    for (int now = 0; now <= 100; ++now) {
      for (int before = 0; before <= 100; ++before) {
        const auto verdict = compare(cell_of(now, 100), cell_of(before, 100))->verdict;
        if (verdict == Verdict::no_difference) continue;
        spoken += chance_of(now, 100, rate) * chance_of(before, 100, rate);
      }
    }
    EXPECT_LE(spoken, 0.05) << rate;
    EXPECT_GT(spoken, 0.02) << rate;
  }
}

TEST(Comparison, leaves_zero_out_of_its_interval_whenever_it_speaks) {
  for (int now = 0; now <= 60; now += 3) {
    for (int before = 0; before <= 80; before += 4) {
      const auto compared = compare(cell_of(now, 60), cell_of(before, 80)).value();
      const bool apart = compared.low > 0 || compared.high < 0;
      if (compared.verdict != Verdict::no_difference) {
        EXPECT_TRUE(apart) << now << " " << before;
      }
      if (compared.verdict == Verdict::rose) {
        EXPECT_GT(compared.low, 0);
      }
    }
  }
  EXPECT_EQ(compare(cell_of(19, 19), cell_of(0, 500))->verdict, Verdict::too_few);
  EXPECT_FALSE(compare(cell_of(0, 0), cell_of(5, 10)));
}

bool doubted(Cell now, std::int64_t logged, std::int64_t counted) {
  return rose_on_a_thinner_log(now, completeness_of(logged, counted), cell_of(700, 1000),
                               completeness_of(1800, 2000), 0.001);
}

TEST(ThinnerLog, casts_doubt_on_a_rate_that_rose) {
  const auto rose = cell_of(80, 100), fell = cell_of(60, 100);
  EXPECT_TRUE(doubted(rose, 160, 200));
  EXPECT_FALSE(doubted(fell, 160, 200)) << "nothing rose";
  EXPECT_FALSE(doubted(rose, 190, 200)) << "the log is fuller";
  EXPECT_FALSE(doubted(rose, 1760, 2000)) << "two points are the count's own noise";
  EXPECT_FALSE(doubted(rose, 17, 20)) << "so few say nothing";
  EXPECT_FALSE(doubted(rose, 160, 0)) << "nobody counted";
  EXPECT_FALSE(doubted(cell_of(0, 0), 160, 200));
  EXPECT_TRUE(rose_on_a_thinner_log(rose, completeness_of(180, 200), cell_of(700, 1000),
                                    completeness_of(2100, 2000), 0.001))
      << "more logged than counted is a full log";
}

/// Parties of whom each is logged with probability 0.9, month by month against a year.
TEST(ThinnerLog, is_seen_by_chance_no_more_often_than_agreed) {
  std::mt19937_64 random(4);
  int seen = 0;
  constexpr int kRounds = 20000;
  for (int i = 0; i < kRounds; ++i) {
    const auto logged = [&](std::int64_t counted) {
      return completeness_of(std::binomial_distribution<std::int64_t>(counted, 0.9)(random), counted);
    };
    seen +=
        rose_on_a_thinner_log(cell_of(71, 100), logged(300), cell_of(700, 1000), logged(3600), 0.02) ? 1 : 0;
  }
  EXPECT_LT(seen / double{kRounds}, 0.02 + 0.006);
  EXPECT_GT(seen, 0);
}

}  // namespace
}  // namespace guanxi::improvement
