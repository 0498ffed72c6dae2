#include "improvement/fold.h"

#include <boost/json.hpp>

#include "improvement/group_sums.h"
#include "platform/database/many.h"
#include "platform/identity/uuid.h"

namespace guanxi::improvement {
namespace {

/// After a round the folder rests for so many times as long as it took: whoever logs visits comes first.
constexpr int kRest = 9;

/// So many stores are written in one transaction: few commits, and none that others wait for.
constexpr std::size_t kStoresAtOnce = 20;

/// So often is recounted what others change while it is being compared.
constexpr int kAttempts = 3;

/// Where a store's folding stands.
struct Folded {
  std::string fact_id;
};

std::optional<Folded> folded_of(database::Transaction& tx, const std::string& store_id) {
  static constexpr std::string_view kSelect = "SELECT fact_id FROM improvement_folded WHERE store_id = $1";
  const auto row = tx.query(kSelect, store_id).first();
  if (!row) return std::nullopt;
  return Folded{row->get<std::string>(0)};
}

/// The smallest id that a fact can have which is read again after this one has been folded.
std::string overlap_of(const std::string& fact_id) {
  if (!is_uuid(fact_id)) return "";
  const auto at = std::stoll(fact_id.substr(0, 8) + fact_id.substr(9, 4), nullptr, 16);
  return first_uuid(std::max<Instant>(at - kOverlap, 0));
}

/// The month of the day that stands in a fact's data under this name.
std::optional<std::string> month_in(const boost::json::object& data, std::string_view name) {
  const auto* day = data.if_contains(name);
  if (day == nullptr || !day->is_string()) return std::nullopt;
  return month_of(day->as_string());
}

/// Months in which these visits stand now.
void add_months_of(database::Transaction& tx, const std::string& store_id,
                   const std::vector<std::string>& visit_ids, std::set<std::string>& months) {
  static constexpr std::string_view kSelect =
      "SELECT day FROM reception_log WHERE id IN " MANY " AND store_id = $26";
  const auto note = [&](const database::Row& row) { months.insert(month_of(row.get<std::string>(0))); };
  database::query_many(tx, kSelect, visit_ids, note, store_id);
}

/// Months of the first visits that have led to these cards.
void add_months_before(database::Transaction& tx, const std::string& store_id,
                       const std::vector<std::string>& card_ids, std::set<std::string>& months) {
  static constexpr std::string_view kSelect =
      "SELECT v.day FROM prospects_course c CROSS JOIN reception_log v WHERE c.id IN " MANY
      " AND c.store_id = $26 AND v.store_id = c.store_id AND v.customer_id = c.customer_id"
      " AND v.occasion = 'first'";
  const auto note = [&](const database::Row& row) { months.insert(month_of(row.get<std::string>(0))); };
  database::query_many(tx, kSelect, card_ids, note, store_id);
}

/// Whether the fact may change what became of a visit.
bool changes_fate(const facts::Entry& fact) {
  return fact.kind == "car_ordered" || fact.kind == "order_cancelled" || fact.kind == "loss_approved";
}

/// Months that facts after this one are about; everything after an import.
void add_facts(database::Transaction& tx, const dealership::Store& store, const std::string& after,
               Unfolded& unfolded) {
  std::vector<std::string> visits;  // of which the fact does not tell the day
  std::vector<std::string> cards;
  for (const auto& fact : facts::read_after(tx, store.id, after)) {
    if (fact.kind == "import_finished") unfolded.all = true;
    if (fact.kind == "duty_changed") unfolded.months.insert(month_of(store.zone().day(fact.at)));
    if (changes_fate(fact)) cards.push_back(fact.subject_id);
    if (fact.kind != "door_counted" && fact.subject_kind != "visit") continue;
    const auto data = boost::json::parse(fact.data);
    if (const auto month = month_in(data.as_object(), "day")) {
      unfolded.months.insert(*month);
    } else {
      visits.push_back(fact.subject_id);
    }
    // An edit may have moved a visit out of another month.
    if (const auto month = month_in(data.as_object(), "day_before")) unfolded.months.insert(*month);
  }
  add_months_of(tx, store.id, visits, unfolded.months);
  add_months_before(tx, store.id, cards, unfolded.months);
}

/// Months with visits that have become overdue.
std::set<std::string> stale_months(database::Transaction& tx, const std::string& store_id, Instant now) {
  static constexpr std::string_view kSelect =
      "SELECT month FROM improvement_months WHERE store_id = $1 AND stale_at <= $2";
  std::set<std::string> months;
  for (const auto& row : tx.query(kSelect, store_id, now)) months.insert(row.get<std::string>(0));
  return months;
}

/// Whether the log of the store is as it was when it was folded last, with so many facts in the overlap.
bool nothing_new(database::Transaction& tx, const std::string& store_id, std::int64_t recent_facts,
                 Instant now) {
  const auto folded = folded_of(tx, store_id);
  if (!folded) return false;
  const auto tail = facts::tail_after(tx, store_id, overlap_of(folded->fact_id));
  return tail.last_id == folded->fact_id && tail.count == recent_facts &&
         stale_months(tx, store_id, now).empty();
}

/// What one store's folding has to write, thought out in a snapshot.
struct Plan {
  std::string store_id;
  std::optional<Folded> before;
  std::string last_fact_id;
  std::int64_t recent_facts = 0;  ///< that will be read again
  std::vector<Month> months;
};

Plan plan_of(database::Transaction& tx, const dealership::Store& store, Instant now) {
  Plan plan;
  plan.store_id = store.id;
  plan.before = folded_of(tx, store.id);
  const auto after = plan.before ? overlap_of(plan.before->fact_id) : "";
  plan.last_fact_id = facts::tail_after(tx, store.id, after).last_id;
  plan.recent_facts = facts::tail_after(tx, store.id, overlap_of(plan.last_fact_id)).count;
  for (const auto& month : months_to_count(tx, store, unfolded(tx, store, now))) {
    plan.months.push_back(LoggedMonth(tx, store, month, now).whole());
  }
  return plan;
}

/// Moves the mark of a store; false when somebody else has moved it meanwhile.
bool move_mark(database::Transaction& tx, const Plan& plan, Instant now) {
  static constexpr std::string_view kInsert =
      "INSERT INTO improvement_folded (store_id, fact_id, at) VALUES ($1, $2, $3) ON CONFLICT (store_id) DO NOTHING";
  static constexpr std::string_view kUpdate =
      "UPDATE improvement_folded SET fact_id = $1, at = $2 WHERE store_id = $3 AND fact_id = $4";
  if (!plan.before) return tx.execute(kInsert, plan.store_id, plan.last_fact_id, now) == 1;
  return tx.execute(kUpdate, plan.last_fact_id, now, plan.store_id, plan.before->fact_id) == 1;
}

/// Writes plans of different stores. @returns those stores that nobody else has folded meanwhile
std::set<std::string> write_plans(database::Database& database, const std::vector<Plan>& plans, Instant now) {
  std::set<std::string> written;
  database.write([&](database::Transaction& tx) {
    written.clear();
    for (const auto& plan : plans) {
      if (!move_mark(tx, plan, now)) continue;
      for (const auto& month : plan.months) store_month(tx, plan.store_id, month);
      written.insert(plan.store_id);
    }
    return database::Outcome::keep;
  });
  return written;
}

std::vector<dealership::Store> stores_of(database::Database& database) {
  std::vector<dealership::Store> stores;
  database.read([&](database::Transaction& tx) { stores = dealership::list_stores(tx); });
  return stores;
}

void fold(database::Database& database, const dealership::Store& store, Instant now) {
  Plan plan;
  database.read([&](database::Transaction& tx) { plan = plan_of(tx, store, now); });
  write_plans(database, {std::move(plan)}, now);
}

std::vector<Difference> differences(database::Transaction& tx, const dealership::Store& store, Instant now) {
  std::vector<Difference> all;
  Unfolded everything;
  everything.all = true;
  for (const auto& month : months_to_count(tx, store, everything)) {
    const auto counted = LoggedMonth(tx, store, month, now).whole();
    const auto stored = stored_month(tx, store.id, month);
    if (counted == stored) continue;
    std::string what = counted.tallies == stored.tallies ? "" : "tallies ";
    if (counted.first_visits != stored.first_visits) what += "first visits ";
    if (counted.logged != stored.logged || counted.counted != stored.counted) what += "completeness ";
    all.push_back({store.id, month, what.empty() ? "other numbers" : what.substr(0, what.size() - 1)});
  }
  return all;
}

/// Sums that somebody folds meanwhile are looked at again.
void add_wrong_sums(database::Database& database, std::vector<Difference>& all) {
  std::vector<WrongSum> wrong;
  for (int attempt = 0; attempt == 0 || (attempt < kAttempts && !wrong.empty()); ++attempt) {
    sum_groups(database);
    database.read([&](database::Transaction& tx) { wrong = wrong_sums(tx); });
  }
  for (auto& sum : wrong) all.push_back({std::move(sum.group_id), std::move(sum.month), "sums of the group"});
}

}  // namespace

Unfolded unfolded(database::Transaction& tx, const dealership::Store& store, Instant now) {
  Unfolded found;
  const auto folded = folded_of(tx, store.id);
  found.all = !folded;
  if (!folded) return found;
  const auto after = overlap_of(folded->fact_id);
  add_facts(tx, store, after, found);
  found.months.merge(stale_months(tx, store.id, now));
  return found;
}

std::set<std::string> months_to_count(database::Transaction& tx, const dealership::Store& store,
                                      const Unfolded& unfolded) {
  static constexpr std::string_view kLog =
      "SELECT (SELECT min(arrived_at) FROM reception_log WHERE store_id = $1),"
      " (SELECT max(arrived_at) FROM reception_log WHERE store_id = $1)";
  static constexpr std::string_view kTallied = "SELECT month FROM improvement_months WHERE store_id = $1";
  if (!unfolded.all) return unfolded.months;
  auto months = unfolded.months;
  const auto row = tx.query(kLog, store.id).first();
  if (const auto first = row->get<std::optional<Instant>>(0)) {
    const auto zone = store.zone();
    // The zone may have been another when a visit was logged: a month more at both ends costs nothing.
    const auto from = add_months(month_of(zone.day(*first)), -1);
    const auto to = add_months(month_of(zone.day(row->get<Instant>(1))), 1);
    for (auto& month : months_between(from, to)) months.insert(std::move(month));
  }
  for (const auto& tallied : tx.query(kTallied, store.id)) months.insert(tallied.get<std::string>(0));
  return months;
}

void fold_all(database::Database& database, Instant now) {
  for (const auto& store : stores_of(database)) {
    fold(database, store, now);
  }
  sum_groups(database);
}

std::vector<Difference> verify(database::Database& database, Instant now) {
  std::vector<Difference> all;
  for (const auto& store : stores_of(database)) {
    std::vector<Difference> found;
    for (int attempt = 0; attempt == 0 || (attempt < kAttempts && !found.empty()); ++attempt) {
      fold(database, store, now);
      database.read([&](database::Transaction& tx) { found = differences(tx, store, now); });
    }
    all.insert(all.end(), found.begin(), found.end());
  }
  add_wrong_sums(database, all);
  return all;
}

Folder::Folder(database::Database& database, const Clock& clock, std::chrono::milliseconds pause)
    : database_(database),
      clock_(clock),
      background_("folding of tallies", pause, [this] { fold_at_rest(); }) {}

void Folder::fold_at_rest() {
  using Steady = std::chrono::steady_clock;
  const auto begin = Steady::now();
  if (begin < next_round_) return;
  fold_once();
  const auto end = Steady::now();
  next_round_ = end + (end - begin) * kRest;
}

void Folder::fold_once() {
  const std::lock_guard one_at_a_time(folding_);
  const auto stores = stores_of(database_);
  for (std::size_t first = 0; first < stores.size(); first += kStoresAtOnce) {
    if (background_.ending()) return;
    fold_stores(std::span(stores).subspan(first, std::min(kStoresAtOnce, stores.size() - first)));
  }
  sum_groups(database_);
}

void Folder::fold_stores(std::span<const dealership::Store> stores) {
  const Instant now = clock_.now();
  std::vector<Plan> plans;
  for (const auto& store : stores) {
    const auto seen = seen_.find(store.id);
    std::optional<Plan> plan;
    database_.read([&](database::Transaction& tx) {
      plan.reset();
      const bool at_rest = seen != seen_.end() && nothing_new(tx, store.id, seen->second, now);
      if (!at_rest) plan = plan_of(tx, store, now);
    });
    if (plan) plans.push_back(*std::move(plan));
  }
  if (plans.empty()) return;
  const auto written = write_plans(database_, plans, now);
  for (const auto& plan : plans) {
    if (written.contains(plan.store_id)) {
      seen_[plan.store_id] = plan.recent_facts;
    } else {
      seen_.erase(plan.store_id);
    }
  }
}

}  // namespace guanxi::improvement
