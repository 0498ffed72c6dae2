#include "prospects/duplicate_store.h"

#include "platform/database/columns.h"

#define PAIR_SELECT \
  "SELECT d.id, d.first_id, d.second_id, d.score, d.reasons, d.found_at, d.state FROM prospects_duplicates d"
#define BOTH_ON_FILE                                                                   \
  " JOIN dealership_customer_names f ON f.store_id = d.store_id AND f.id = d.first_id" \
  " JOIN dealership_customer_names s ON s.store_id = d.store_id AND s.id = d.second_id"

namespace guanxi::prospects {
namespace {

using database::Transaction;

std::string stored(const std::vector<Likeness>& reasons) {
  std::string words = " ";
  for (const auto reason : reasons) words += json::to_word(reason) + " ";
  return words;
}

std::vector<Likeness> load_reasons(std::string_view words) {
  std::vector<Likeness> reasons;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Likeness>>([&](auto reason) {
    if (words.contains(" " + std::string(reason.name) + " ")) reasons.push_back(reason.value);
  });
  return reasons;
}

Duplicate load_pair(const database::Row& row) {
  database::Columns columns(row);
  Duplicate pair;
  for (auto* text : {&pair.id, &pair.first_id, &pair.second_id}) *text = columns.next<std::string>();
  pair.score = columns.next<std::int64_t>();
  pair.because = load_reasons(columns.next<std::string>());
  pair.found_at = columns.next<Instant>();
  pair.state = columns.word<DuplicateState>();
  return pair;
}

/// Whether somebody who went up in one of the two was told apart from the other.
bool told_apart_before(Transaction& tx, std::string_view store_id, const Duplicate& pair) {
  static constexpr std::string_view kSelect =
      "SELECT 1 FROM prospects_merges m JOIN prospects_duplicates d ON d.store_id = m.store_id"
      " AND d.state = 'different' AND ((d.first_id = m.merged_id AND d.second_id = $3)"
      " OR (d.second_id = m.merged_id AND d.first_id = $3))"
      " WHERE m.store_id = $1 AND m.survivor_id = $2 AND m.undone_at IS NULL";
  return tx.query(kSelect, store_id, pair.first_id, pair.second_id).first() ||
         tx.query(kSelect, store_id, pair.second_id, pair.first_id).first();
}

}  // namespace

std::optional<Duplicate> find_duplicate(Transaction& tx, std::string_view store_id, std::string_view id) {
  static constexpr std::string_view kSelect = PAIR_SELECT " WHERE d.store_id = $1 AND d.id = $2";
  const auto row = tx.query(kSelect, store_id, id).first();
  return row ? std::optional(load_pair(*row)) : std::nullopt;
}

void settle_duplicate(Transaction& tx, std::string_view store_id, std::string_view id, DuplicateState state,
                      const std::optional<std::string>& by_id, Instant now) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_duplicates SET state = $1, settled_by = $2, settled_at = $3 WHERE store_id = $4 AND id = $5";
  const auto at = by_id ? std::optional(now) : std::nullopt;
  tx.put(kUpdate, json::to_word(state), by_id, at, store_id, id);
}

std::vector<Duplicate> select_open_pairs(Transaction& tx, std::string_view store_id,
                                         const std::optional<http::Place>& place, std::int64_t limit) {
  static constexpr std::string_view kSelect = PAIR_SELECT BOTH_ON_FILE
      " WHERE d.store_id = $1 AND d.state = 'open' AND (d.score < $2 OR (d.score = $2 AND d.id < $3))"
      " ORDER BY d.score DESC, d.id DESC LIMIT $4";
  const auto from = place.value_or(http::Place{101, "g"});  // above every score, behind every id
  std::vector<Duplicate> pairs;
  for (const auto& row : tx.query(kSelect, store_id, from.number, from.id, limit))
    pairs.push_back(load_pair(row));
  return pairs;
}

std::int64_t count_open_duplicates(Transaction& tx, std::string_view store_id) {
  static constexpr std::string_view kSelect = "SELECT count(*) FROM prospects_duplicates d" BOTH_ON_FILE
                                              " WHERE d.store_id = $1 AND d.state = 'open'";
  return tx.query(kSelect, store_id)[0].get<std::int64_t>(0);
}

bool note_pair(Transaction& tx, std::string_view store_id, const Duplicate& pair) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_duplicates (store_id, id, first_id, second_id, score, reasons, found_at)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (store_id, first_id, second_id) DO NOTHING";
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_duplicates SET score = $1, reasons = $2 WHERE store_id = $3 AND first_id = $4"
      " AND second_id = $5 AND state = 'open'";
  if (told_apart_before(tx, store_id, pair)) return false;
  const auto reasons = stored(pair.because);
  if (tx.execute(kInsert, store_id, pair.id, pair.first_id, pair.second_id, pair.score, reasons,
                 pair.found_at) == 1)
    return true;
  tx.put(kUpdate, pair.score, reasons, store_id, pair.first_id, pair.second_id);
  return false;
}

std::vector<std::string> select_to_compare(Transaction& tx, std::string_view store_id, Instant before,
                                           std::int64_t limit) {
  static constexpr std::string_view kSelect =
      "SELECT customer_id FROM prospects_to_compare WHERE store_id = $1 AND since < $2"
      " ORDER BY customer_id LIMIT $3";
  std::vector<std::string> ids;
  for (const auto& row : tx.query(kSelect, store_id, before, limit)) ids.push_back(row.get<std::string>(0));
  return ids;
}

void strike_off(Transaction& tx, std::string_view store_id, const std::vector<std::string>& customer_ids,
                Instant before) {
  static constexpr std::string_view kDelete =
      "DELETE FROM prospects_to_compare WHERE store_id = $1 AND customer_id = $2 AND since < $3";
  for (const auto& id : customer_ids) tx.put(kDelete, store_id, id, before);
}

}  // namespace guanxi::prospects
