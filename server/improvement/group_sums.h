// Months of whole groups: sums over their stores' tallies, so that a page over hundreds of stores reads a
// dozen rows. A moment behind the stores, never beside them.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "improvement/months.h"

namespace guanxi::improvement {

/// Whether a dimension is summed: people work in one store, so their sum over a group has as many cells as
/// its parts.
bool is_summed(Dimension dimension);

/// Whether the sums of the group are those of exactly these stores.
bool sums_are_of(database::Transaction& tx, const std::string& group_id,
                 const std::set<std::string>& store_ids);

/// Notes that a month of the store is tallied anew; to be called in the transaction that does it.
void note_change(database::Transaction& tx, const std::string& store_id, const std::string& month);

/// Sums the months that have changed since, of every group. Several processes may do it at the same time.
void sum_groups(database::Database& database);

/// What is summed of a group: its months, and one dimension over all months asked for.
std::vector<MonthCount> summed_months(database::Transaction& tx, const std::string& group_id,
                                      const std::string& from, const std::string& to);
Tally summed_tally(database::Transaction& tx, const std::string& group_id, Dimension dimension,
                   const std::string& from, const std::string& to);

/// Months of groups whose sum is not that of their stores' tallies, as "group month". After `sum_groups`.
struct WrongSum {
  std::string group_id, month;
};
std::vector<WrongSum> wrong_sums(database::Transaction& tx);

}  // namespace guanxi::improvement
