#include "improvement/fold.h"

#include <boost/json.hpp>

#include "platform/identity/uuid.h"

namespace guanxi::improvement {
namespace {

/// More facts than this since the last folding: everything is counted anew.
constexpr std::int64_t kMostFacts = 20000;

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

/// The smallest id that a fact of `before` earlier than this one can have.
std::string earlier_id(const std::string& fact_id, Instant before) {
  if (!is_uuid(fact_id)) return "";
  const auto at = std::stoll(fact_id.substr(0, 8) + fact_id.substr(9, 4), nullptr, 16);
  return first_uuid(std::max<Instant>(at - before, 0));
}

std::optional<std::string> day_of_visit(database::Transaction& tx, const std::string& store_id,
                                        const std::string& visit_id) {
  static constexpr std::string_view kSelect = "SELECT day FROM reception_log WHERE store_id = $1 AND id = $2";
  const auto row = tx.query(kSelect, store_id, visit_id).first();
  if (!row) return std::nullopt;
  return row->get<std::string>(0);
}

/// A day that stands in a fact's data under this name.
std::optional<std::string> day_in(const facts::Entry& fact, const char* name) {
  const auto data = boost::json::parse(fact.data);
  const auto* day = data.as_object().if_contains(name);
  if (day == nullptr || !day->is_string()) return std::nullopt;
  return std::string(day->as_string());
}

void touch(database::Transaction& tx, const dealership::Store& store, const facts::Entry& fact,
           Unfolded& unfolded) {
  const auto note = [&](const std::optional<std::string>& day) {
    if (day) unfolded.months.insert(month_of(*day));
  };
  if (fact.subject_kind == "visit") {
    note(day_of_visit(tx, store.id, fact.subject_id));
    // An edit may have moved it out of another month.
    if (fact.kind == "visit_edited") note(day_in(fact, "day_before"));
  } else if (fact.subject_kind == "door") {
    note(day_in(fact, "day"));
  } else if (fact.kind == "duty_changed") {
    note(store.zone().day(fact.at));
  } else if (fact.kind == "import_finished") {
    unfolded.all = true;
  }
}

void add_stale(database::Transaction& tx, const std::string& store_id, Instant now, Unfolded& unfolded) {
  static constexpr std::string_view kSelect =
      "SELECT month FROM improvement_months WHERE store_id = $1 AND stale_at <= $2";
  for (const auto& row : tx.query(kSelect, store_id, now)) unfolded.months.insert(row.get<std::string>(0));
}

/// Moves the mark of a store; false when somebody else has moved it meanwhile.
bool move_mark(database::Transaction& tx, const std::string& store_id, const std::optional<Folded>& before,
               const std::string& fact_id, Instant now) {
  static constexpr std::string_view kInsert =
      "INSERT INTO improvement_folded (store_id, fact_id, at) VALUES ($1, $2, $3) ON CONFLICT (store_id) DO NOTHING";
  static constexpr std::string_view kUpdate =
      "UPDATE improvement_folded SET fact_id = $1, at = $2 WHERE store_id = $3 AND fact_id = $4";
  if (!before) return tx.execute(kInsert, store_id, fact_id, now) == 1;
  return tx.execute(kUpdate, fact_id, now, store_id, before->fact_id) == 1;
}

/// What one store's folding has to write, thought out in a snapshot.
struct Plan {
  std::optional<Folded> before;
  Unfolded found;
  std::vector<Month> months;
};

Plan plan_of(database::Transaction& tx, const dealership::Store& store, Instant now,
             const std::set<std::string>& known) {
  Plan plan;
  plan.before = folded_of(tx, store.id);
  plan.found = unfolded(tx, store, now, known);
  for (const auto& month : months_to_count(tx, store, plan.found)) {
    plan.months.push_back(count_month(tx, store, month, now));
  }
  return plan;
}

bool write_plan(database::Database& database, const std::string& store_id, const Plan& plan, Instant now) {
  return database.write([&](database::Transaction& tx) {
    if (!move_mark(tx, store_id, plan.before, plan.found.last_fact_id, now)) return database::Outcome::undo;
    for (const auto& month : plan.months) store_month(tx, store_id, month);
    return database::Outcome::keep;
  }) == database::Outcome::keep;
}

std::vector<dealership::Store> stores_of(database::Database& database) {
  std::vector<dealership::Store> stores;
  database.read([&](database::Transaction& tx) { stores = dealership::list_stores(tx); });
  return stores;
}

std::vector<Difference> differences(database::Transaction& tx, const dealership::Store& store, Instant now) {
  std::vector<Difference> all;
  Unfolded everything;
  everything.all = true;
  for (const auto& month : months_to_count(tx, store, everything)) {
    const auto counted = count_month(tx, store, month, now);
    const auto stored = stored_month(tx, store.id, month);
    if (counted == stored) continue;
    std::string what = counted.tallies == stored.tallies ? "" : "tallies ";
    if (counted.first_visits != stored.first_visits) what += "first visits ";
    if (counted.logged != stored.logged || counted.counted != stored.counted) what += "completeness ";
    all.push_back({store.id, month, what.empty() ? "other numbers" : what.substr(0, what.size() - 1)});
  }
  return all;
}

}  // namespace

Unfolded unfolded(database::Transaction& tx, const dealership::Store& store, Instant now,
                  const std::set<std::string>& known) {
  Unfolded found;
  const auto folded = folded_of(tx, store.id);
  found.all = !folded;
  const auto after = folded ? earlier_id(folded->fact_id, kOverlap) : "";
  found.last_fact_id = folded ? folded->fact_id : "";
  const auto facts = facts::read_after(tx, store.id, after, folded ? kMostFacts : 1);
  if (!folded || static_cast<std::int64_t>(facts.size()) == kMostFacts) {
    found.all = true;
    found.last_fact_id = facts::last_id(tx, store.id).value_or("");
    return found;
  }
  for (const auto& fact : facts) {
    if (!known.contains(fact.id)) touch(tx, store, fact, found);
    found.last_fact_id = std::max(found.last_fact_id, fact.id);
    found.fact_ids.push_back(fact.id);
  }
  add_stale(tx, store.id, now, found);
  return found;
}

std::set<std::string> months_to_count(database::Transaction& tx, const dealership::Store& store,
                                      const Unfolded& unfolded) {
  static constexpr std::string_view kLog =
      "SELECT min(arrived_at), max(arrived_at) FROM reception_log WHERE store_id = $1";
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
    Plan plan;
    database.read([&](database::Transaction& tx) { plan = plan_of(tx, store, now, {}); });
    write_plan(database, store.id, plan, now);
  }
}

std::vector<Difference> verify(database::Database& database, Instant now) {
  constexpr int kAttempts = 3;
  std::vector<Difference> all;
  for (const auto& store : stores_of(database)) {
    std::vector<Difference> found;
    for (int attempt = 0; attempt == 0 || (attempt < kAttempts && !found.empty()); ++attempt) {
      Plan plan;
      database.read([&](database::Transaction& tx) { plan = plan_of(tx, store, now, {}); });
      write_plan(database, store.id, plan, now);
      database.read([&](database::Transaction& tx) { found = differences(tx, store, now); });
    }
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

Folder::Folder(database::Database& database, const Clock& clock, std::chrono::milliseconds pause)
    : database_(database), clock_(clock), background_("folding of tallies", pause, [this] { fold_once(); }) {}

void Folder::fold_once() {
  for (const auto& store : stores_of(database_)) {
    if (background_.ending()) return;
    const std::lock_guard one_at_a_time(folding_);
    fold_store(store);
  }
}

void Folder::fold_store(const dealership::Store& store) {
  auto& known = known_[store.id];
  const Instant now = clock_.now();
  Plan plan;
  database_.read([&](database::Transaction& tx) { plan = plan_of(tx, store, now, known); });
  const bool at_rest = plan.before && plan.months.empty() && plan.found.last_fact_id == plan.before->fact_id;
  if (!at_rest && !write_plan(database_, store.id, plan, now)) {
    known.clear();
    return;
  }
  known = {plan.found.fact_ids.begin(), plan.found.fact_ids.end()};
}

}  // namespace guanxi::improvement
