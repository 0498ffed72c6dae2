#include "improvement/shapes.h"

#include <algorithm>

#include "platform/statistics/power.h"

namespace guanxi::improvement {
namespace {

using statistics::Share;

constexpr std::int64_t kFewest = 20;
constexpr double kSignificant = 0.045;
constexpr double kWorthKnowing = 0.1;  ///< a difference of ten points

Share share_of(const Cell& cell) { return {cell.filed, cell.of()}; }

Share share_logged(const Completeness& log) { return {std::min(log.logged, log.counted), log.counted}; }

std::int64_t needed_to_see(const Cell& before) {
  const double rate = share_of(before).rate();
  const double other = rate > 0.5 ? rate - kWorthKnowing : rate + kWorthKnowing;
  return statistics::trials_per_group(rate, other);
}

}  // namespace

Rate rate_of(const Cell& cell) {
  const auto interval = statistics::wilson_interval(share_of(cell));
  std::optional<double> rate;
  if (cell.of() > 0) rate = share_of(cell).rate();
  return {cell.filed, cell.unfiled, cell.open, rate, interval.lower, interval.upper};
}

Completeness completeness_of(std::int64_t logged, std::int64_t counted) {
  std::optional<double> share;
  if (counted > 0) share = static_cast<double>(logged) / static_cast<double>(counted);
  return {logged, counted, share};
}

std::optional<Comparison> compare(const Cell& now, const Cell& before) {
  if (now.of() == 0 || before.of() == 0) return std::nullopt;
  const auto interval = statistics::newcombe_interval(share_of(now), share_of(before));
  const auto test = statistics::two_proportion_test(share_of(now), share_of(before));
  Comparison comparison{};
  comparison.difference = share_of(now).rate() - share_of(before).rate();
  comparison.low = interval.lower;
  comparison.high = interval.upper;
  comparison.needed = needed_to_see(before);
  if (now.of() < kFewest || before.of() < kFewest) {
    comparison.verdict = Verdict::too_few;
  } else if (test.p >= kSignificant || interval.contains(0)) {
    comparison.verdict = Verdict::no_difference;
  } else {
    comparison.verdict = comparison.difference > 0 ? Verdict::rose : Verdict::fell;
  }
  return comparison;
}

bool rose_on_a_thinner_log(const Cell& now, const Completeness& log_now, const Cell& before,
                           const Completeness& log_before, double alarms) {
  constexpr double kThinner = 0.03;  // less is the count's own noise
  if (now.of() == 0 || before.of() == 0 || !log_now.share || !log_before.share) return false;
  if (share_of(now).rate() <= share_of(before).rate() || *log_now.share >= *log_before.share - kThinner)
    return false;
  const auto fell = statistics::two_proportion_test(share_logged(log_now), share_logged(log_before));
  return fell.z < 0 && fell.p / 2 < alarms;
}

}  // namespace guanxi::improvement
