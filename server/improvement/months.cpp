#include "improvement/months.h"

#include "improvement/fold.h"
#include "improvement/group_sums.h"
#include "platform/json/kinds.h"
#include "reception/reception.h"

namespace guanxi::improvement {
namespace {

std::int64_t counted_in(database::Transaction& tx, const dealership::Store& store, const std::string& month) {
  const auto days =
      reception::door_days(tx, store, month + "-01", add_days(add_months(month, 1) + "-01", -1));
  std::int64_t counted = 0;
  if (days) {
    for (const auto& day : *days) counted += day.counted;
  }
  return counted;
}

MonthCount count_of(const Month& month) {
  return {month.month, month.first_visits, month.again, month.excluded, month.logged, month.counted};
}

#define MONTH_COLUMNS "m.month, m.filed, m.unfiled, m.open, m.again, m.excluded, m.logged, m.counted"

void store_tally(database::Transaction& tx, const std::string& store_id, const std::string& month,
                 Dimension dimension, const Tally& tally) {
  static constexpr std::string_view kUpsert =
      "INSERT INTO improvement_tallies (store_id, dimension, month, cells) VALUES ($1, $2, $3, $4)"
      " ON CONFLICT (store_id, dimension, month) DO UPDATE SET cells = excluded.cells";
  static constexpr std::string_view kDelete =
      "DELETE FROM improvement_tallies WHERE store_id = $1 AND dimension = $2 AND month = $3";
  if (tally.empty()) {
    tx.put(kDelete, store_id, json::to_word(dimension), month);
  } else {
    tx.put(kUpsert, store_id, json::to_word(dimension), month, write_tally(tally));
  }
}

/// Without months in which nothing was logged or counted.
std::vector<MonthCount> in_order(std::map<std::string, MonthCount>&& counts) {
  std::vector<MonthCount> months;
  for (auto& [month, count] : counts) {
    if (count.logged != 0 || count.counted != 0) months.push_back(std::move(count));
  }
  return months;
}

}  // namespace

MonthCount load_count(const database::Row& row) {
  MonthCount count;
  count.month = row.get<std::string>(0);
  count.first_visits = {row.get<std::int64_t>(1), row.get<std::int64_t>(2), row.get<std::int64_t>(3)};
  count.again = row.get<std::int64_t>(4);
  count.excluded = row.get<std::int64_t>(5);
  count.logged = row.get<std::int64_t>(6);
  count.counted = row.get<std::int64_t>(7);
  return count;
}

MonthCount& MonthCount::operator+=(const MonthCount& other) {
  first_visits += other.first_visits;
  again += other.again;
  excluded += other.excluded;
  logged += other.logged;
  counted += other.counted;
  return *this;
}

Month count_month(database::Transaction& tx, const dealership::Store& store, const std::string& month,
                  Instant now) {
  const auto log = read_month(tx, store, month, now);
  const auto duty = on_duty(tx, store.id, month, add_months(month, 1));
  Month counted;
  counted.month = month;
  counted.again = log.again;
  counted.excluded = log.excluded;
  counted.logged = log.logged;
  counted.counted = counted_in(tx, store, month);
  counted.stale_at = log.stale_at;
  for (const auto dimension : all_dimensions()) {
    auto tally = tally_of(log.first_visits, dimension, duty);
    if (dimension == Dimension::all) {
      counted.first_visits = total_of(tally);
    } else if (!tally.empty()) {
      counted.tallies[dimension] = std::move(tally);
    }
  }
  return counted;
}

void store_month(database::Transaction& tx, const std::string& store_id, const Month& month) {
  static constexpr std::string_view kUpsert =
      "INSERT INTO improvement_months (store_id, month, filed, unfiled, open, again, excluded, logged, counted,"
      " stale_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
      " ON CONFLICT (store_id, month) DO UPDATE SET filed = excluded.filed, unfiled = excluded.unfiled,"
      " open = excluded.open, again = excluded.again, excluded = excluded.excluded, logged = excluded.logged,"
      " counted = excluded.counted, stale_at = excluded.stale_at";
  const auto before = stored_month(tx, store_id, month.month);
  if (before == month) return;
  const auto& first = month.first_visits;
  note_change(tx, store_id, month.month);
  tx.put(kUpsert, store_id, month.month, first.filed, first.unfiled, first.open, month.again, month.excluded,
         month.logged, month.counted, month.stale_at);
  static const Tally kNone;
  const auto tally_in = [](const Month& whole, Dimension dimension) -> const Tally& {
    const auto found = whole.tallies.find(dimension);
    return found == whole.tallies.end() ? kNone : found->second;
  };
  for (const auto dimension : all_dimensions()) {
    const auto& tally = tally_in(month, dimension);
    if (tally != tally_in(before, dimension)) store_tally(tx, store_id, month.month, dimension, tally);
  }
}

Month stored_month(database::Transaction& tx, const std::string& store_id, const std::string& month) {
  static constexpr std::string_view kMonth =
      "SELECT " MONTH_COLUMNS ", m.stale_at FROM improvement_months m WHERE m.store_id = $1 AND m.month = $2";
  // Each of the dimensions is named, so that the key finds the rows.
  static constexpr std::string_view kTallies =
      "SELECT dimension, cells FROM improvement_tallies WHERE store_id = $1 AND month = $2 AND dimension IN"
      " ('reason', 'person', 'hour', 'channel', 'model', 'minutes', 'asks', 'second_face', 'on_duty')";
  Month stored;
  stored.month = month;
  if (const auto row = tx.query(kMonth, store_id, month).first()) {
    const auto count = load_count(*row);
    stored.first_visits = count.first_visits;
    stored.again = count.again;
    stored.excluded = count.excluded;
    stored.logged = count.logged;
    stored.counted = count.counted;
    stored.stale_at = row->get<std::optional<Instant>>(8);
  }
  for (const auto& row : tx.query(kTallies, store_id, month)) {
    const auto dimension = json::from_word<Dimension>(row.get<std::string>(0)).value();
    stored.tallies[dimension] = read_tally(row.get<std::string_view>(1));
  }
  return stored;
}

Months::Months(database::Transaction& tx, const dealership::Store& store, Instant now)
    : tx_(tx), store_id_(store.id) {
  for (const auto& month : months_to_count(tx, store, unfolded(tx, store, now))) {
    live_[month] = count_month(tx, store, month, now);
  }
}

Months::Months(database::Transaction& tx, std::string group_id, std::set<std::string> store_ids)
    : tx_(tx),
      group_id_(std::move(group_id)),
      of_group_(std::move(store_ids)),
      summed_(sums_are_of(tx, group_id_, of_group_)) {}

bool Months::stands_in_tallies(const std::string& store_id, const std::string& month) const {
  return group_id_.empty() ? !live_.contains(month) : of_group_.contains(store_id);
}

database::Rows Months::written(Dimension dimension, const std::string& from, const std::string& to) const {
  static constexpr std::string_view kOfStore =
      "SELECT store_id, month, cells FROM improvement_tallies WHERE store_id = $1 AND dimension = $2"
      " AND month >= $3 AND month <= $4";
  static constexpr std::string_view kOfGroup =
      "SELECT t.store_id, t.month, t.cells FROM dealership_stores_of_groups s CROSS JOIN improvement_tallies t"
      " WHERE s.group_id = $1 AND t.store_id = s.id AND t.dimension = $2 AND t.month >= $3 AND t.month <= $4";
  return of_group() ? tx_.query(kOfGroup, group_id_, json::to_word(dimension), from, to)
                    : tx_.query(kOfStore, store_id_, json::to_word(dimension), from, to);
}

Tally Months::tally(Dimension dimension, const std::string& from, const std::string& to) const {
  if (summed_ && is_summed(dimension)) return summed_tally(tx_, group_id_, dimension, from, to);
  Tally sum;
  for (const auto& row : written(dimension, from, to)) {
    if (stands_in_tallies(row.get<std::string>(0), row.get<std::string>(1)))
      add_written(sum, row.get<std::string_view>(2));
  }
  for (const auto& [month, counted] : live_) {
    const auto found = counted.tallies.find(dimension);
    if (month >= from && month <= to && found != counted.tallies.end()) add(sum, found->second);
  }
  return sum;
}

std::vector<MonthCount> Months::counts(const std::string& store_id, const std::string& from,
                                       const std::string& to) const {
  static constexpr std::string_view kSelect =
      "SELECT " MONTH_COLUMNS
      " FROM improvement_months m WHERE m.store_id = $1 AND m.month >= $2 AND m.month <= $3";
  std::map<std::string, MonthCount> counts;
  for (const auto& row : tx_.query(kSelect, store_id, from, to)) {
    auto count = load_count(row);
    if (!live_.contains(count.month)) counts[count.month] = std::move(count);
  }
  for (const auto& [month, counted] : live_) {
    if (month >= from && month <= to) counts[month] = count_of(counted);
  }
  return in_order(std::move(counts));
}

Tally Months::stores(const std::string& from, const std::string& to) const {
  static constexpr std::string_view kSelect =
      "SELECT m.store_id, sum(m.filed), sum(m.unfiled), sum(m.open) FROM dealership_stores_of_groups s"
      " CROSS JOIN improvement_months m WHERE s.group_id = $1 AND m.store_id = s.id AND m.month >= $2"
      " AND m.month <= $3 GROUP BY m.store_id";
  if (summed_) return summed_tally(tx_, group_id_, Dimension::store, from, to);
  Tally tally;
  for (const auto& row : tx_.query(kSelect, group_id_, from, to)) {
    const auto store_id = row.get<std::string>(0);
    if (of_group_.contains(store_id))
      tally[store_id] = {row.get<std::int64_t>(1), row.get<std::int64_t>(2), row.get<std::int64_t>(3)};
  }
  return tally;
}

Tally Months::stores(Dimension dimension, const std::function<bool(const std::string&)>& asked_for,
                     const std::string& from, const std::string& to) const {
  Tally stores;
  for (const auto& row : written(dimension, from, to)) {
    const auto store_id = row.get<std::string>(0);
    if (!of_group_.contains(store_id)) continue;
    for (const auto& [value, cell] : read_tally(row.get<std::string_view>(2))) {
      if (asked_for(value)) stores[store_id] += cell;
    }
  }
  return stores;
}

std::vector<MonthCount> Months::sums(const std::string& from, const std::string& to) const {
  if (!of_group()) return counts(store_id_, from, to);
  if (summed_) return summed_months(tx_, group_id_, from, to);
  std::map<std::string, MonthCount> sums;
  for (const auto& store_id : of_group_) {
    for (const auto& count : counts(store_id, from, to)) {
      auto& sum = sums[count.month];
      sum.month = count.month;
      sum += count;
    }
  }
  return in_order(std::move(sums));
}

}  // namespace guanxi::improvement
