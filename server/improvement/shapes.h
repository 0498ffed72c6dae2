// What the pages are told: numbers with their intervals, and never a rate without its counts.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "dealership/dealership.h"
#include "improvement/tally.h"
#include "platform/statistics/proportion.h"

namespace guanxi::improvement {

using dealership::Name;

/// The filing rate of first visits: filed ÷ (filed + unfiled), with its 95 % interval after Wilson.
struct Rate {
  std::int64_t filed, unfiled, open;
  std::optional<double> rate;  ///< 0 … 1; nothing without visits
  double low, high;
  BOOST_DESCRIBE_CLASS(Rate, (), (filed, unfiled, open, rate, low, high), (), ())
};
Rate rate_of(const Cell& cell);

/// Parties in the log beside the independent count.
struct Completeness {
  std::int64_t logged, counted;
  std::optional<double> share;  ///< nothing when nobody counted
  BOOST_DESCRIBE_CLASS(Completeness, (), (logged, counted, share), (), ())
};
Completeness completeness_of(std::int64_t logged, std::int64_t counted);

/// Whether two filing rates differ by more than chance.
enum class Verdict { rose, fell, no_difference, too_few };
BOOST_DESCRIBE_ENUM(Verdict, rose, fell, no_difference, too_few)

struct Comparison {
  double difference, low, high;  ///< of the rates, with Newcombe's 95 % interval
  Verdict verdict;
  /// First visits on each side that would show a difference of ten points.
  std::int64_t needed;
  BOOST_DESCRIBE_CLASS(Comparison, (), (difference, low, high, verdict, needed), (), ())
};
/// They differ when Newcombe's interval leaves out 0 and the two-proportion test agrees at 4.5 %: of two
/// hundreds that differ by chance only, so at most 5 % are said to differ (counted out; at 5 % it is up to
/// 5.6 %, since counts are whole numbers). With fewer than 20 closed visits on a side `too_few`.
std::optional<Comparison> compare(const Cell& now, const Cell& before);

/// The rate rose while the log got thinner: the risen rate may be padding (domain brief §2.4, trap b).
/// Thinner is a log that holds over three points less of the parties counted, when chance alone does that
/// with a probability below `alarms` (one-sided two-proportion test of the shares logged; a log that holds
/// more than was counted is taken for a complete one).
bool rose_on_a_thinner_log(const Cell& now, const Completeness& log_now, const Cell& before,
                           const Completeness& log_before, double alarms);

}  // namespace guanxi::improvement
