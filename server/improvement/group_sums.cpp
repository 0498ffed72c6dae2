#include "improvement/group_sums.h"

#include <algorithm>

#include "platform/json/kinds.h"

namespace guanxi::improvement {
namespace {

/// A group's month, added up over its stores.
struct Sum {
  std::string month;
  std::int64_t changes = 0;  ///< that had been noted when it was added up
  MonthCount count;
  std::map<Dimension, Tally> tallies;

  bool same_numbers(const Sum& other) const { return count == other.count && tallies == other.tallies; }
};

/// What one round has to write for a group, thought out in a snapshot.
struct Plan {
  std::string group_id, store_ids;
  std::vector<Sum> sums;
};

std::vector<std::string> texts(const database::Rows& rows) {
  std::vector<std::string> all;
  for (const auto& row : rows) all.push_back(row.get<std::string>(0));
  return all;
}

/// Which stores a group's sums are made of, as stored.
template <class Ids>
std::string joined(const Ids& ids) {
  std::string text;
  for (const auto& id : ids) text += id + " ";
  return text;
}

std::vector<std::string> groups_of(database::Transaction& tx) {
  static constexpr std::string_view kSelect = "SELECT DISTINCT group_id FROM dealership_stores_of_groups";
  return texts(tx.query(kSelect));
}

std::string stores_of(database::Transaction& tx, const std::string& group_id) {
  static constexpr std::string_view kSelect =
      "SELECT id FROM dealership_stores_of_groups WHERE group_id = $1 ORDER BY id";
  return joined(texts(tx.query(kSelect, group_id)));
}

std::string summed_stores(database::Transaction& tx, const std::string& group_id) {
  static constexpr std::string_view kSelect = "SELECT store_ids FROM improvement_groups WHERE group_id = $1";
  const auto row = tx.query(kSelect, group_id).first();
  return row ? row->get<std::string>(0) : "";
}

MonthCount count_stores(database::Transaction& tx, const std::string& group_id, const std::string& month) {
  static constexpr std::string_view kSelect =
      "SELECT $2, coalesce(sum(m.filed), 0), coalesce(sum(m.unfiled), 0), coalesce(sum(m.open), 0),"
      " coalesce(sum(m.again), 0), coalesce(sum(m.excluded), 0), coalesce(sum(m.logged), 0),"
      " coalesce(sum(m.counted), 0) FROM dealership_stores_of_groups s CROSS JOIN improvement_months m"
      " WHERE s.group_id = $1 AND m.store_id = s.id AND m.month = CAST($2 AS TEXT)";
  return load_count(tx.query(kSelect, group_id, month)[0]);
}

/// The stores themselves beside each other.
Tally tally_of_stores(database::Transaction& tx, const std::string& group_id, const std::string& month) {
  static constexpr std::string_view kSelect =
      "SELECT m.store_id, m.filed, m.unfiled, m.open FROM dealership_stores_of_groups s"
      " CROSS JOIN improvement_months m WHERE s.group_id = $1 AND m.store_id = s.id AND m.month = $2";
  Tally tally;
  for (const auto& row : tx.query(kSelect, group_id, month)) {
    tally[row.get<std::string>(0)] = {row.get<std::int64_t>(1), row.get<std::int64_t>(2),
                                      row.get<std::int64_t>(3)};
  }
  return tally;
}

Tally tally_over_stores(database::Transaction& tx, const std::string& group_id, Dimension dimension,
                        const std::string& month) {
  static constexpr std::string_view kSelect =
      "SELECT t.cells FROM dealership_stores_of_groups s CROSS JOIN improvement_tallies t"
      " WHERE s.group_id = $1 AND t.store_id = s.id AND t.dimension = $2 AND t.month = $3";
  Tally sum;
  for (const auto& row : tx.query(kSelect, group_id, json::to_word(dimension), month)) {
    add_written(sum, row.get<std::string_view>(0));
  }
  return sum;
}

Sum add_up(database::Transaction& tx, const std::string& group_id, const std::string& month,
           std::int64_t changes) {
  Sum sum{month, changes, count_stores(tx, group_id, month), {}};
  for (const auto dimension : all_dimensions()) {
    if (is_summed(dimension)) sum.tallies[dimension] = tally_over_stores(tx, group_id, dimension, month);
  }
  sum.tallies[Dimension::store] = tally_of_stores(tx, group_id, month);
  return sum;
}

/// Months of the group's stores and of its sums, with the changes that are noted.
std::map<std::string, std::int64_t> months_of(database::Transaction& tx, const std::string& group_id) {
  static constexpr std::string_view kTallied =
      "SELECT DISTINCT m.month FROM dealership_stores_of_groups s CROSS JOIN improvement_months m"
      " WHERE s.group_id = $1 AND m.store_id = s.id";
  static constexpr std::string_view kSummed =
      "SELECT month, changes FROM improvement_group_months WHERE group_id = $1";
  std::map<std::string, std::int64_t> months;
  for (auto& month : texts(tx.query(kTallied, group_id))) months[std::move(month)] = 0;
  for (const auto& row : tx.query(kSummed, group_id))
    months[row.get<std::string>(0)] = row.get<std::int64_t>(1);
  return months;
}

std::map<std::string, std::int64_t> changed_months(database::Transaction& tx, const std::string& group_id) {
  static constexpr std::string_view kSelect =
      "SELECT month, changes FROM improvement_group_months WHERE group_id = $1 AND changes > 0";
  std::map<std::string, std::int64_t> months;
  for (const auto& row : tx.query(kSelect, group_id))
    months[row.get<std::string>(0)] = row.get<std::int64_t>(1);
  return months;
}

Plan plan_of(database::Transaction& tx, const std::string& group_id) {
  Plan plan{group_id, stores_of(tx, group_id), {}};
  const bool other_stores = plan.store_ids != summed_stores(tx, group_id);
  for (const auto& [month, changes] : other_stores ? months_of(tx, group_id) : changed_months(tx, group_id)) {
    plan.sums.push_back(add_up(tx, group_id, month, changes));
  }
  return plan;
}

void write_tallies(database::Transaction& tx, const std::string& group_id, const Sum& sum) {
  static constexpr std::string_view kUpsert =
      "INSERT INTO improvement_group_tallies (group_id, dimension, month, cells) VALUES ($1, $2, $3, $4)"
      " ON CONFLICT (group_id, dimension, month) DO UPDATE SET cells = excluded.cells";
  for (const auto& [dimension, tally] : sum.tallies) {
    tx.put(kUpsert, group_id, json::to_word(dimension), sum.month, write_tally(tally));
  }
}

/// False when somebody has changed the month meanwhile.
bool write_sum(database::Transaction& tx, const std::string& group_id, const Sum& sum) {
  static constexpr std::string_view kUpsert =
      "INSERT INTO improvement_group_months (group_id, month, filed, unfiled, open, again, excluded, logged,"
      " counted, changes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)"
      " ON CONFLICT (group_id, month) DO UPDATE SET filed = excluded.filed, unfiled = excluded.unfiled,"
      " open = excluded.open, again = excluded.again, excluded = excluded.excluded, logged = excluded.logged,"
      " counted = excluded.counted, changes = 0 WHERE improvement_group_months.changes = $10 RETURNING month";
  const auto& [month, first, again, excluded, logged, counted] = sum.count;
  if (tx.query(kUpsert, group_id, month, first.filed, first.unfiled, first.open, again, excluded, logged,
               counted, sum.changes)
          .empty())
    return false;
  write_tallies(tx, group_id, sum);
  return true;
}

/// All or nothing: what somebody has changed meanwhile is summed in the next round.
database::Outcome write_plan(database::Transaction& tx, const Plan& plan) {
  static constexpr std::string_view kStores =
      "INSERT INTO improvement_groups (group_id, store_ids) VALUES ($1, $2)"
      " ON CONFLICT (group_id) DO UPDATE SET store_ids = excluded.store_ids";
  for (const auto& sum : plan.sums) {
    if (!write_sum(tx, plan.group_id, sum)) return database::Outcome::undo;
  }
  tx.put(kStores, plan.group_id, plan.store_ids);
  return database::Outcome::keep;
}

}  // namespace

bool is_summed(Dimension dimension) { return dimension != Dimension::all && dimension != Dimension::person; }

bool sums_are_of(database::Transaction& tx, const std::string& group_id,
                 const std::set<std::string>& store_ids) {
  return summed_stores(tx, group_id) == joined(store_ids);
}

void note_change(database::Transaction& tx, const std::string& store_id, const std::string& month) {
  static constexpr std::string_view kUpsert =
      "INSERT INTO improvement_group_months (group_id, month, changes)"
      " SELECT group_id, CAST($2 AS TEXT), 1 FROM dealership_stores_of_groups WHERE id = $1"
      " ON CONFLICT (group_id, month) DO UPDATE SET changes = improvement_group_months.changes + 1";
  tx.put(kUpsert, store_id, month);
}

void sum_groups(database::Database& database) {
  std::vector<std::string> groups;
  database.read([&](database::Transaction& tx) { groups = groups_of(tx); });
  for (const auto& group_id : groups) {
    Plan plan;
    database.read([&](database::Transaction& tx) { plan = plan_of(tx, group_id); });
    if (!plan.sums.empty()) database.write([&](database::Transaction& tx) { return write_plan(tx, plan); });
  }
}

std::vector<MonthCount> summed_months(database::Transaction& tx, const std::string& group_id,
                                      const std::string& from, const std::string& to) {
  static constexpr std::string_view kSelect =
      "SELECT month, filed, unfiled, open, again, excluded, logged, counted FROM improvement_group_months"
      " WHERE group_id = $1 AND month >= $2 AND month <= $3 AND logged + counted > 0 ORDER BY month";
  std::vector<MonthCount> months;
  for (const auto& row : tx.query(kSelect, group_id, from, to)) months.push_back(load_count(row));
  return months;
}

Tally summed_tally(database::Transaction& tx, const std::string& group_id, Dimension dimension,
                   const std::string& from, const std::string& to) {
  static constexpr std::string_view kSelect =
      "SELECT cells FROM improvement_group_tallies WHERE group_id = $1 AND dimension = $2 AND month >= $3"
      " AND month <= $4";
  Tally sum;
  for (const auto& row : tx.query(kSelect, group_id, json::to_word(dimension), from, to)) {
    add_written(sum, row.get<std::string_view>(0));
  }
  return sum;
}

std::vector<WrongSum> wrong_sums(database::Transaction& tx) {
  std::vector<WrongSum> wrong;
  for (const auto& group_id : groups_of(tx)) {
    for (const auto& [month, changes] : months_of(tx, group_id)) {
      const auto sum = add_up(tx, group_id, month, 0);
      Sum stored{month, 0, {}, {}};
      stored.count.month = month;
      for (auto& count : summed_months(tx, group_id, month, month)) stored.count = std::move(count);
      for (const auto& [dimension, tally] : sum.tallies)
        stored.tallies[dimension] = summed_tally(tx, group_id, dimension, month, month);
      if (changes != 0 || !sum.same_numbers(stored)) wrong.push_back({group_id, month});
    }
  }
  return wrong;
}

}  // namespace guanxi::improvement
