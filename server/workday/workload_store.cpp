#include "workday/workload_store.h"

#include "platform/database/columns.h"

namespace guanxi::workday {
namespace {

/// No next date is further ahead of its follow-up (prospects refuse it).
constexpr Instant kFarthest = 401 * kDay;

std::vector<Done> read(const database::Rows& rows) {
  std::vector<Done> all;
  for (const auto& row : rows) all.push_back({row.get<std::string>(0), row.get<Instant>(1)});
  return all;
}

}  // namespace

std::vector<DatedCard> dated_cards(database::Transaction& tx, const dealership::Store& store,
                                   Instant before) {
  static constexpr std::string_view kSelect =
      "SELECT id, coalesce(salesperson_id, ''), grade, standing, next_at, next_timed, coalesce(followed_at, opened_at)"
      " FROM prospects_work WHERE store_id = $1 AND next_at IS NOT NULL AND next_at < $2 ORDER BY id";
  std::vector<DatedCard> cards;
  for (const auto& row : tx.query(kSelect, store.id, before)) {
    database::Columns columns(row);
    auto& dated = cards.emplace_back();
    dated.card.id = columns.next<std::string>();
    dated.salesperson_id = columns.next<std::string>();
    dated.card.grade = columns.word<prospects::Grade>();
    dated.card.ordered = columns.word<prospects::CardStanding>() == prospects::CardStanding::ordered;
    dated.card.next_at = columns.next<Instant>();
    dated.card.timed = columns.next<bool>();
    dated.card.touched = columns.next<Instant>();
  }
  return cards;
}

std::vector<Done> follow_ups_between(database::Transaction& tx, const dealership::Store& store, Instant from,
                                     Instant to) {
  static constexpr std::string_view kSelect =
      "SELECT by_id, at FROM prospects_attempts WHERE store_id = $1 AND at >= $2 AND at < $3";
  return read(tx.query(kSelect, store.id, from, to));
}

std::vector<Done> agreed_dates(database::Transaction& tx, const dealership::Store& store, Instant from,
                               Instant to) {
  static constexpr std::string_view kSelect =
      "SELECT by_id, next_at FROM prospects_attempts WHERE store_id = $1 AND at >= $4 AND at < $3"
      " AND next_at >= $2 AND next_at < $3";
  return read(tx.query(kSelect, store.id, from, to, from - kFarthest));
}

}  // namespace guanxi::workday
