#include "improvement/months.h"

#include "improvement/fold.h"
#include "improvement/group_sums.h"
#include "platform/json/kinds.h"
#include "reception/reception.h"

namespace guanxi::improvement {
namespace {

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

LoggedMonth::LoggedMonth(database::Transaction& tx, const dealership::Store& store, std::string month,
                         Instant now)
    : tx_(tx), store_(store), month_(std::move(month)), now_(now), log_(read_month(tx, store, month_, now)) {}

MonthCount LoggedMonth::count() const {
  const auto last_day = add_days(add_months(month_, 1) + "-01", -1);
  return {month_,      total_of(tally(Dimension::all)),
          log_.again,  log_.excluded,
          log_.logged, reception::parties_counted(tx_, store_.id, month_ + "-01", last_day)};
}

Tally LoggedMonth::tally(Dimension dimension) const {
  if (dimension == Dimension::fate) return Fates(tx_, store_, month_, now_).tally(log_.first_visits);
  const auto duty =
      dimension == Dimension::on_duty ? on_duty(tx_, store_.id, month_, add_months(month_, 1)) : OnDuty{};
  return tally_of(log_.first_visits, dimension, duty);
}

Month LoggedMonth::whole() const {
  const auto numbers = count();
  Month month{month_,         numbers.first_visits, numbers.again, numbers.excluded,
              numbers.logged, numbers.counted,      log_.stale_at, {}};
  const auto next_age = Ages(store_, month_, now_).next_at(log_.first_visits);
  if (next_age && (!month.stale_at || *next_age < *month.stale_at)) month.stale_at = next_age;
  for (const auto dimension : all_dimensions()) {
    if (dimension == Dimension::all) continue;
    if (auto tallied = tally(dimension); !tallied.empty()) month.tallies[dimension] = std::move(tallied);
  }
  return month;
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
      " ('reason', 'person', 'hour', 'channel', 'model', 'minutes', 'asks', 'second_face', 'on_duty', 'fate')";
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
    live_.emplace(month, LoggedMonth(tx, store, month, now));
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

database::Rows Months::rows_of(Dimension dimension, const std::string& from, const std::string& to) const {
  static constexpr std::string_view kOfStore =
      "SELECT store_id, month, cells FROM improvement_tallies WHERE store_id = $1 AND dimension = $2"
      " AND month >= $3 AND month <= $4";
  static constexpr std::string_view kOfGroup =
      "SELECT t.store_id, t.month, t.cells FROM dealership_stores_of_groups s CROSS JOIN improvement_tallies t"
      " WHERE s.group_id = $1 AND t.store_id = s.id AND t.dimension = $2 AND t.month >= $3 AND t.month <= $4";
  return of_group() ? tx_.query(kOfGroup, group_id_, json::to_word(dimension), from, to)
                    : tx_.query(kOfStore, store_id_, json::to_word(dimension), from, to);
}

template <class Written, class Counted>
void Months::each(Dimension dimension, const std::string& from, const std::string& to, Written written,
                  Counted counted) const {
  for (const auto& row : rows_of(dimension, from, to)) {
    if (stands_in_tallies(row.get<std::string>(0), row.get<std::string>(1)))
      written(row.get<std::string>(1), row.get<std::string_view>(2));
  }
  for (const auto& [month, logged] : live_) {
    if (month >= from && month <= to) counted(month, logged.tally(dimension));
  }
}

Tally Months::tally(Dimension dimension, const std::string& from, const std::string& to) const {
  if (summed_ && is_summed(dimension)) return summed_tally(tx_, group_id_, dimension, from, to);
  Tally sum;
  each(
      dimension, from, to, [&](const std::string&, std::string_view cells) { add_written(sum, cells); },
      [&](const std::string&, const Tally& tally) { add(sum, tally); });
  return sum;
}

std::map<std::string, Tally> Months::tallies(Dimension dimension, const std::string& from,
                                             const std::string& to) const {
  std::map<std::string, Tally> months;
  if (summed_ && is_summed(dimension)) {
    for (auto& month : months_between(from, to))
      months[month] = summed_tally(tx_, group_id_, dimension, month, month);
    return months;
  }
  each(
      dimension, from, to,
      [&](const std::string& month, std::string_view cells) { add_written(months[month], cells); },
      [&](const std::string& month, const Tally& tally) { add(months[month], tally); });
  return months;
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
  for (const auto& [month, logged] : live_) {
    if (month >= from && month <= to) counts[month] = logged.count();
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
  for (const auto& row : rows_of(dimension, from, to)) {
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
