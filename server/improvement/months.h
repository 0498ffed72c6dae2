// Months of stores as numbers: read from the tallies where those are up to date, else counted from the log.
#pragma once

#include <functional>
#include <set>

#include "improvement/fate.h"

namespace guanxi::improvement {

/// A month of one store: everything that is tallied of it.
struct Month {
  std::string month;
  Cell first_visits;
  std::int64_t again = 0, excluded = 0, logged = 0, counted = 0;
  std::optional<Instant> stale_at;
  std::map<Dimension, Tally> tallies;
  bool operator==(const Month&) const = default;
};

/// Writes the month over what was tallied of it before, as far as it differs.
void store_month(database::Transaction& tx, const std::string& store_id, const Month& month);
/// What is tallied of the month; a month of zeros when nothing is.
Month stored_month(database::Transaction& tx, const std::string& store_id, const std::string& month);

/// A month's parties without regard to any dimension.
struct MonthCount {
  std::string month;
  Cell first_visits;
  std::int64_t again = 0, excluded = 0, logged = 0, counted = 0;
  MonthCount& operator+=(const MonthCount& other);
  bool operator==(const MonthCount&) const = default;
};

/// Reads a month's name and its seven numbers, as they stand in the room's tables, from the first columns.
MonthCount load_count(const database::Row& row);

/// A month of one store as the log tells it. Counts what it is asked for when it is asked: a page wants one
/// dimension of ten, and few want the count of the door.
class LoggedMonth {
 public:
  LoggedMonth(database::Transaction& tx, const dealership::Store& store, std::string month, Instant now);

  MonthCount count() const;
  Tally tally(Dimension dimension) const;
  /// Everything that is tallied of it.
  Month whole() const;

 private:
  database::Transaction& tx_;
  dealership::Store store_;
  std::string month_;
  Instant now_;
  MonthOfLog log_;
};

/// The months of one store, or of all stores of a group, as one snapshot shows them. Months without visits
/// are left out; `from` and `to` are both included.
class Months {
 public:
  /// Exact: months that facts touched since the tallies were folded are counted from the log.
  Months(database::Transaction& tx, const dealership::Store& store, Instant now);
  /// Of those stores of the group, as they were when the tallies were folded last, a moment ago.
  Months(database::Transaction& tx, std::string group_id, std::set<std::string> store_ids);

  bool of_group() const { return !group_id_.empty(); }

  /// Each month of one of the stores.
  std::vector<MonthCount> counts(const std::string& store_id, const std::string& from,
                                 const std::string& to) const;
  /// Each store, over all months.
  Tally stores(const std::string& from, const std::string& to) const;
  /// Each store, over all months, of those values of the dimension that are asked for. Only of a group.
  Tally stores(Dimension dimension, const std::function<bool(const std::string&)>& asked_for,
               const std::string& from, const std::string& to) const;
  /// Each month, over all stores.
  std::vector<MonthCount> sums(const std::string& from, const std::string& to) const;
  /// One dimension over all stores and months.
  Tally tally(Dimension dimension, const std::string& from, const std::string& to) const;
  /// One dimension over all stores, each month for itself.
  std::map<std::string, Tally> tallies(Dimension dimension, const std::string& from,
                                       const std::string& to) const;

 private:
  /// Hands over what stands of the dimension, month by month in no order: as written, or as counted.
  template <class Written, class Counted>
  void each(Dimension dimension, const std::string& from, const std::string& to, Written written,
            Counted counted) const;
  /// What is written of the dimension: store, month and cells.
  database::Rows rows_of(Dimension dimension, const std::string& from, const std::string& to) const;
  bool stands_in_tallies(const std::string& store_id, const std::string& month) const;

  database::Transaction& tx_;
  std::string store_id_, group_id_;          ///< one of them
  std::set<std::string> of_group_;           ///< the group's stores that may be seen
  bool summed_ = false;                      ///< the sums of the group are those of these stores
  std::map<std::string, LoggedMonth> live_;  ///< those that the tallies may be behind
};

}  // namespace guanxi::improvement
