#include "workday/truth_store.h"

#include "platform/database/columns.h"

namespace guanxi::workday {
namespace {

// Cards that somebody tried something on in [$2, $3).
#define TRIED_ON " IN (SELECT card_id FROM prospects_attempts WHERE store_id = $1 AND at >= $2 AND at < $3)"

/// The visits of each customer, in the order of time.
std::map<std::string, std::vector<Instant>> visits_of(database::Transaction& tx, const std::string& store_id,
                                                      Instant from, Instant to) {
  static constexpr std::string_view kSelect =
      "SELECT customer_id, arrived_at FROM reception_signs WHERE store_id = $1 AND arrived_at < $3"
      " AND customer_id IN (SELECT customer_id FROM prospects_work WHERE store_id = $1 AND id" TRIED_ON
      ") ORDER BY arrived_at";
  std::map<std::string, std::vector<Instant>> visits;
  for (const auto& row : tx.query(kSelect, store_id, from, to))
    visits[row.get<std::string>(0)].push_back(row.get<Instant>(1));
  return visits;
}

Attempt read_attempt(database::Columns& columns) {
  Attempt attempt;
  attempt.id = columns.next<std::string>();
  attempt.at = columns.next<Instant>();
  attempt.noted_at = columns.next<Instant>();
  attempt.by_id = columns.next<std::string>();
  attempt.way = columns.word<prospects::FollowUpWay>();
  attempt.reached = columns.next<bool>();
  attempt.said = columns.next<std::optional<std::string>>();
  attempt.grade = columns.word<prospects::Grade>();
  attempt.next_at = columns.next<std::optional<Instant>>();
  attempt.counted = columns.next<bool>();
  return attempt;
}

}  // namespace

std::vector<Worked> cards_worked_on(database::Transaction& tx, const dealership::Store& store, Instant from,
                                    Instant to) {
  static constexpr std::string_view kSelect =
      "SELECT a.card_id, w.customer_id, w.opened_at, a.id, a.at, a.noted_at, a.by_id, a.way, a.reached, a.said,"
      " a.grade, a.next_at, a.counted FROM prospects_attempts a"
      " JOIN prospects_work w ON w.store_id = a.store_id AND w.id = a.card_id"
      " WHERE a.store_id = $1 AND a.at < $3 AND a.card_id" TRIED_ON " ORDER BY a.card_id, a.at, a.id";
  from -= kDay;
  to += kDay;
  const auto visits = visits_of(tx, store.id, from, to);
  std::vector<Worked> cards;
  for (const auto& row : tx.query(kSelect, store.id, from, to)) {
    database::Columns columns(row);
    auto card_id = columns.next<std::string>();
    auto customer_id = columns.next<std::string>();
    const auto opened_at = columns.next<Instant>();
    if (cards.empty() || cards.back().card_id != card_id) {
      const auto found = visits.find(customer_id);
      cards.push_back(
          {card_id, opened_at, {}, found == visits.end() ? std::vector<Instant>{} : found->second});
    }
    auto& attempt = cards.back().attempts.emplace_back(read_attempt(columns));
    attempt.card_id = std::move(card_id);
    attempt.customer_id = std::move(customer_id);
  }
  return cards;
}

}  // namespace guanxi::workday
