// Folding the fact log into monthly tallies, in the background and in order.
#pragma once

#include <chrono>
#include <mutex>
#include <set>
#include <span>

#include "improvement/months.h"
#include "platform/facts/facts.h"
#include "platform/jobs/repeating.h"

namespace guanxi::improvement {

/// Facts are named by the time of their request and may be committed a little later, on PostgreSQL in another
/// order; so the log is read again from this long before the last fact that was folded.
constexpr Instant kOverlap = 2 * kMinute;

/// The months of the store that may not be tallied as they stand in the log: touched by facts since shortly
/// before the last folding, or with visits that have become overdue. `all`: every month may be.
struct Unfolded {
  std::set<std::string> months;
  bool all = false;
};
Unfolded unfolded(database::Transaction& tx, const dealership::Store& store, Instant now);

/// The months that `unfolded` names; every month of the log and of the tallies when it says all.
std::set<std::string> months_to_count(database::Transaction& tx, const dealership::Store& store,
                                      const Unfolded& unfolded);

/// Folds everything of every store, from the first month of the log on, and sums it for the groups. After a
/// bulk load.
void fold_all(database::Database& database, Instant now);

/// A difference between a tally of a store and the log, or between a group's sum and its stores.
struct Difference {
  std::string where, month, what;  ///< `where`: id of the store or the group
};
/// Recounts every month of every store from the log and compares it with the tallies, after folding what is
/// not folded yet. Months that are touched meanwhile are compared again.
std::vector<Difference> verify(database::Database& database, Instant now);

/// Folds as long as it lives, on a thread of its own: every `pause`, and for a tenth of the time at most.
/// Several processes may fold the same database: whoever comes second does nothing.
class Folder {
 public:
  Folder(database::Database& database, const Clock& clock,
         std::chrono::milliseconds pause = std::chrono::seconds(2));

  /// One round over all stores and groups.
  void fold_once();

 private:
  /// A round, unless the last one was so long that it is too early for another.
  void fold_at_rest();
  void fold_stores(std::span<const dealership::Store> stores);

  database::Database& database_;
  const Clock& clock_;
  std::map<std::string, std::int64_t> seen_;  ///< by store: how many facts of the overlap are folded
  std::chrono::steady_clock::time_point next_round_;
  std::mutex folding_;
  jobs::Repeating background_;  // last: its thread uses the others
};

}  // namespace guanxi::improvement
