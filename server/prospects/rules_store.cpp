// All SQL about a store's windows and cadence, and who works when.
#include "platform/database/columns.h"
#include "prospects/card_store.h"

namespace guanxi::prospects {
namespace {

using database::Columns;

#define RULES_COLUMNS \
  "h_days, a_days, b_days, grace_days, after_visit, every_n, every_h, every_a, every_b, every_c, every_o"

Rules load_rules(Columns& columns) {
  Rules rules;
  auto& [h, a, b, grace] = rules.windows;
  for (auto* days : {&h, &a, &b, &grace}) *days = columns.next<std::int64_t>();
  auto& cadence = rules.cadence;
  for (auto* days :
       {&cadence.after_visit, &cadence.n, &cadence.h, &cadence.a, &cadence.b, &cadence.c, &cadence.ordered})
    *days = columns.next<std::int64_t>();
  return rules;
}

}  // namespace

Works works_of(database::Transaction& tx, const dealership::Store& store,
               const std::optional<std::string>& salesperson_id, const std::string& from_day) {
  if (!salesperson_id) return {};
  return [plan = dealership::WorkPlan(tx, store, from_day), id = *salesperson_id](const std::string& day) {
    return plan.works_on(id, day);
  };
}

Rules rules_on(database::Transaction& tx, std::string_view store_id, const std::string& day) {
  static constexpr std::string_view kSelect =
      "SELECT " RULES_COLUMNS
      " FROM prospects_rules WHERE store_id = $1 AND from_day <= $2 ORDER BY from_day DESC LIMIT 1";
  const auto row = tx.query(kSelect, store_id, day).first();
  if (!row) return {};
  Columns columns(*row);
  return load_rules(columns);
}

std::vector<DatedRules> all_rules(database::Transaction& tx, std::string_view store_id) {
  static constexpr std::string_view kSelect =
      "SELECT from_day, " RULES_COLUMNS
      ", by_id FROM prospects_rules WHERE store_id = $1 ORDER BY from_day DESC";
  std::vector<DatedRules> all;
  for (const auto& row : tx.query(kSelect, store_id)) {
    Columns columns(row);
    DatedRules dated;
    dated.from_day = columns.next<std::string>();
    dated.rules = load_rules(columns);
    dated.by = dealership::name_of(tx, columns.next<std::string>());
    all.push_back(std::move(dated));
  }
  return all;
}

void write_rules(database::Transaction& tx, std::string_view store_id, const std::string& from_day,
                 const Rules& rules, const std::string& by_id, Instant now) {
  static constexpr std::string_view kUpsert =
      "INSERT INTO prospects_rules (store_id, from_day, " RULES_COLUMNS
      ", by_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
      " ON CONFLICT (store_id, from_day) DO UPDATE SET h_days = excluded.h_days, a_days = excluded.a_days,"
      " b_days = excluded.b_days, grace_days = excluded.grace_days, after_visit = excluded.after_visit,"
      " every_n = excluded.every_n, every_h = excluded.every_h, every_a = excluded.every_a,"
      " every_b = excluded.every_b, every_c = excluded.every_c, every_o = excluded.every_o,"
      " by_id = excluded.by_id, at = excluded.at";
  const auto& [h, a, b, grace] = rules.windows;
  const auto& cadence = rules.cadence;
  tx.put(kUpsert, store_id, from_day, h, a, b, grace, cadence.after_visit, cadence.n, cadence.h, cadence.a,
         cadence.b, cadence.c, cadence.ordered, by_id, now);
}

}  // namespace guanxi::prospects
