#include "prospects/card_store.h"

#include "platform/database/columns.h"
#include "platform/database/many.h"

// The columns and joins of every reading of cards, so that one loader serves them all.
#define CARD_SELECT                                                                                   \
  "SELECT p.store_id, p.id, p.customer_id, p.visit_id, p.salesperson_id, p.standing, p.grade,"        \
  " p.grade_reason, p.regrade_on, p.purchase_when, p.expected_on, p.sureness, p.said_at, p.model_id," \
  " p.colour, p.competing_model, p.car_condition, p.trade_in, p.payment, p.price_from, p.price_to,"   \
  " p.next_at, p.next_timed, p.next_way, p.promise, p.followed_at, p.reached_at, p.tries,"            \
  " p.opened_at, p.closed_at, p.version, c.name, c.phone, c.wechat, c.email, s.name, m.name"          \
  " FROM prospects_cards p"                                                                           \
  " JOIN dealership_customer_names c ON c.store_id = p.store_id AND c.id = p.customer_id"             \
  " LEFT JOIN dealership_person_names s ON s.id = p.salesperson_id"                                   \
  " LEFT JOIN dealership_model_names m ON m.id = p.model_id"

namespace guanxi::prospects {
namespace {

using database::Columns;
using database::word;
using Text = std::optional<std::string>;
using Moment = std::optional<Instant>;

void load_wants(Columns& columns, Wants& wants) {
  wants.model_id = columns.next<Text>();
  wants.colour = columns.next<Text>();
  wants.competing_model = columns.next<Text>();
  wants.car_condition = columns.word_if_any<CarCondition>();
  wants.trade_in = columns.next<std::optional<bool>>();
  wants.payment = columns.word_if_any<Payment>();
  wants.price_from = columns.next<std::optional<std::int64_t>>();
  wants.price_to = columns.next<std::optional<std::int64_t>>();
}

std::optional<Next> load_next(Columns& columns) {
  const auto at = columns.next<Moment>();
  Next next;
  next.at = at.value_or(0);
  next.timed = columns.next<bool>();
  next.way = columns.word_if_any<FollowUpWay>();
  next.promise = columns.next<Text>();
  return at ? std::optional(std::move(next)) : std::nullopt;
}

NamedCard load_card(const database::Row& row) {
  Columns columns(row);
  NamedCard named;
  Card& card = named.card;
  card.store_id = columns.next<std::string>();
  card.id = columns.next<std::string>();
  card.customer_id = columns.next<std::string>();
  card.visit_id = columns.next<Text>();
  card.salesperson_id = columns.next<Text>();
  card.standing = columns.word<CardStanding>();
  card.grade = columns.word<Grade>();
  card.grade_reason = columns.next<Text>();
  card.regrade_on = columns.next<Text>();
  card.purchase_when = columns.word<reception::PurchaseWhen>();
  card.expected_on = columns.next<Text>();
  card.sureness = columns.word_if_any<Sureness>();
  card.said_at = columns.next<Instant>();
  load_wants(columns, card.wants);
  card.next = load_next(columns);
  card.followed_at = columns.next<Moment>();
  card.reached_at = columns.next<Moment>();
  card.tries = columns.next<std::int64_t>();
  card.opened_at = columns.next<Instant>();
  card.closed_at = columns.next<Moment>();
  card.version = columns.next<std::int64_t>();
  named.customer_name = columns.next<std::string>();
  named.customer_phone = columns.next<Text>();
  named.customer_wechat = columns.next<Text>();
  named.customer_email = columns.next<Text>();
  named.salesperson = columns.next<Text>();
  named.model = columns.next<Text>();
  return named;
}

std::vector<NamedCard> load_cards(const database::Rows& rows) {
  std::vector<NamedCard> cards;
  cards.reserve(rows.size());
  for (const auto& row : rows) cards.push_back(load_card(row));
  return cards;
}

#define FOLLOW_UP_SELECT                                                                                   \
  "SELECT f.store_id, f.id, f.card_id, f.at, f.noted_at, f.by_id, n.name, f.way, f.reached, f.said,"       \
  " f.grade, f.next_at, f.counted FROM prospects_follow_ups f LEFT JOIN dealership_person_names n ON n.id" \
  " = f.by_id"

FollowUp load_follow_up(const database::Row& row) {
  Columns columns(row);
  FollowUp follow_up;
  follow_up.store_id = columns.next<std::string>();
  follow_up.id = columns.next<std::string>();
  follow_up.card_id = columns.next<std::string>();
  follow_up.at = columns.next<Instant>();
  follow_up.noted_at = columns.next<Instant>();
  follow_up.by_id = columns.next<std::string>();
  follow_up.by = columns.next<Text>();
  follow_up.way = columns.word<FollowUpWay>();
  follow_up.reached = columns.next<bool>();
  follow_up.said = columns.next<Text>();
  follow_up.grade = columns.word<Grade>();
  follow_up.next_at = columns.next<Moment>();
  follow_up.counted = columns.next<bool>();
  return follow_up;
}

}  // namespace

void insert_card(database::Transaction& tx, const Card& card) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_cards (store_id, id, customer_id, visit_id, salesperson_id, standing, grade,"
      " grade_reason, regrade_on, purchase_when, expected_on, sureness, said_at, model_id, colour,"
      " competing_model, car_condition, trade_in, payment, price_from, price_to, next_at, next_timed, next_way,"
      " promise, followed_at, reached_at, tries, opened_at, closed_at, version)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,"
      " $22, $23, $24, $25, $26, $27, $28, $29, $30, $31)";
  const auto next = card.next.value_or(Next{});
  tx.put(kInsert, card.store_id, card.id, card.customer_id, card.visit_id, card.salesperson_id,
         json::to_word(card.standing), json::to_word(card.grade), card.grade_reason, card.regrade_on,
         json::to_word(card.purchase_when), card.expected_on, word(card.sureness), card.said_at,
         card.wants.model_id, card.wants.colour, card.wants.competing_model, word(card.wants.car_condition),
         card.wants.trade_in, word(card.wants.payment), card.wants.price_from, card.wants.price_to,
         card.next ? std::optional(next.at) : std::nullopt, next.timed, word(next.way), next.promise,
         card.followed_at, card.reached_at, card.tries, card.opened_at, card.closed_at, card.version);
}

bool update_card(database::Transaction& tx, Card& card) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_cards SET salesperson_id = $1, standing = $2, grade = $3, grade_reason = $4,"
      " regrade_on = $5, purchase_when = $6, expected_on = $7, sureness = $8, said_at = $9, model_id = $10,"
      " colour = $11, competing_model = $12, car_condition = $13, trade_in = $14, payment = $15,"
      " price_from = $16, price_to = $17, next_at = $18, next_timed = $19, next_way = $20, promise = $21,"
      " followed_at = $22, reached_at = $23, tries = $24, closed_at = $25, version = version + 1"
      " WHERE store_id = $26 AND id = $27 AND version = $28";
  const auto next = card.next.value_or(Next{});
  const auto changed = tx.execute(
      kUpdate, card.salesperson_id, json::to_word(card.standing), json::to_word(card.grade),
      card.grade_reason, card.regrade_on, json::to_word(card.purchase_when), card.expected_on,
      word(card.sureness), card.said_at, card.wants.model_id, card.wants.colour, card.wants.competing_model,
      word(card.wants.car_condition), card.wants.trade_in, word(card.wants.payment), card.wants.price_from,
      card.wants.price_to, card.next ? std::optional(next.at) : std::nullopt, next.timed, word(next.way),
      next.promise, card.followed_at, card.reached_at, card.tries, card.closed_at, card.store_id, card.id,
      card.version);
  if (changed == 0) return false;
  ++card.version;
  return true;
}

std::optional<NamedCard> find_card(database::Transaction& tx, std::string_view store_id,
                                   std::string_view id) {
  static constexpr std::string_view kSelect = CARD_SELECT " WHERE p.store_id = $1 AND p.id = $2";
  const auto row = tx.query(kSelect, store_id, id).first();
  return row ? std::optional(load_card(*row)) : std::nullopt;
}

std::map<std::string, NamedCard> select_cards_by_id(database::Transaction& tx, std::string_view store_id,
                                                    std::span<const std::string> ids) {
  static constexpr std::string_view kSelect = CARD_SELECT " WHERE p.id IN " MANY " AND p.store_id = $26";
  std::map<std::string, NamedCard> cards;
  const auto note = [&](const database::Row& row) {
    auto card = load_card(row);
    cards.insert_or_assign(card.card.id, std::move(card));
  };
  database::query_many(tx, kSelect, ids, note, store_id);
  return cards;
}

std::optional<Card> open_card_of(database::Transaction& tx, std::string_view store_id,
                                 std::string_view customer_id) {
  static constexpr std::string_view kSelect =
      CARD_SELECT " WHERE p.store_id = $1 AND p.customer_id = $2 AND p.closed_at IS NULL";
  const auto row = tx.query(kSelect, store_id, customer_id).first();
  return row ? std::optional(load_card(*row).card) : std::nullopt;
}

std::optional<NamedCard> latest_card_of(database::Transaction& tx, std::string_view store_id,
                                        std::string_view customer_id) {
  static constexpr std::string_view kSelect =
      CARD_SELECT " WHERE p.store_id = $1 AND p.customer_id = $2 ORDER BY p.id DESC LIMIT 1";
  const auto row = tx.query(kSelect, store_id, customer_id).first();
  return row ? std::optional(load_card(*row)) : std::nullopt;
}

std::vector<NamedCard> select_due(database::Transaction& tx, std::string_view store_id,
                                  const DueFilter& filter) {
#define CARDS_DUE                                                 \
  " WHERE p.store_id = $1 AND p.next_at < $2 AND p.next_at >= $3" \
  " AND (p.next_at > $3 OR p.id > $4)"
  static constexpr std::string_view kAll = CARD_SELECT CARDS_DUE " ORDER BY p.next_at, p.id LIMIT $5";
  static constexpr std::string_view kOfPerson =
      CARD_SELECT CARDS_DUE " AND p.salesperson_id = $6 ORDER BY p.next_at, p.id LIMIT $5";
  return load_cards(filter.salesperson_id ? tx.query(kOfPerson, store_id, filter.before, filter.after_at,
                                                     filter.after_id, filter.limit, *filter.salesperson_id)
                                          : tx.query(kAll, store_id, filter.before, filter.after_at,
                                                     filter.after_id, filter.limit));
}

DueCount count_due(database::Transaction& tx, std::string_view store_id,
                   const std::optional<std::string>& salesperson_id, Instant now, Instant day_end) {
// Two stretches of an index, which is quicker than to look at each row's moment.
#define COUNT_DUE(whose)                                                                    \
  "SELECT (SELECT count(*) FROM prospects_cards WHERE store_id = $1 AND next_at < $2" whose \
  "),"                                                                                      \
  " (SELECT count(*) FROM prospects_cards WHERE store_id = $1 AND next_at >= $2 AND next_at < $3" whose ")"
  static constexpr std::string_view kAll = COUNT_DUE("");
  static constexpr std::string_view kOfPerson = COUNT_DUE(" AND salesperson_id = $4");
  const auto rows = salesperson_id ? tx.query(kOfPerson, store_id, now, day_end, *salesperson_id)
                                   : tx.query(kAll, store_id, now, day_end);
  return {rows[0].get<std::int64_t>(0), rows[0].get<std::int64_t>(1)};
}

void insert_follow_up(database::Transaction& tx, const FollowUp& follow_up) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_follow_ups (store_id, id, card_id, at, noted_at, by_id, way, reached, said, grade,"
      " next_at, counted) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
  tx.put(kInsert, follow_up.store_id, follow_up.id, follow_up.card_id, follow_up.at, follow_up.noted_at,
         follow_up.by_id, json::to_word(follow_up.way), follow_up.reached, follow_up.said,
         json::to_word(follow_up.grade), follow_up.next_at, follow_up.counted);
}

std::optional<FollowUp> find_follow_up(database::Transaction& tx, std::string_view store_id,
                                       std::string_view id) {
  static constexpr std::string_view kSelect = FOLLOW_UP_SELECT " WHERE f.store_id = $1 AND f.id = $2";
  const auto row = tx.query(kSelect, store_id, id).first();
  return row ? std::optional(load_follow_up(*row)) : std::nullopt;
}

std::vector<FollowUp> follow_ups_of(database::Transaction& tx, std::string_view store_id,
                                    std::string_view card_id, std::int64_t limit) {
  static constexpr std::string_view kSelect =
      FOLLOW_UP_SELECT " WHERE f.store_id = $1 AND f.card_id = $2 ORDER BY f.at DESC, f.id DESC LIMIT $3";
  std::vector<FollowUp> all;
  for (const auto& row : tx.query(kSelect, store_id, card_id, limit)) all.push_back(load_follow_up(row));
  return all;
}

std::int64_t count_follow_ups(database::Transaction& tx, std::string_view store_id,
                              const std::optional<std::string>& by_id, Instant from, Instant to) {
  static constexpr std::string_view kAll =
      "SELECT count(*) FROM prospects_follow_ups WHERE store_id = $1 AND at >= $2 AND at < $3";
  static constexpr std::string_view kOfPerson =
      "SELECT count(*) FROM prospects_follow_ups WHERE store_id = $1 AND at >= $2 AND at < $3 AND by_id = $4";
  const auto rows =
      by_id ? tx.query(kOfPerson, store_id, from, to, *by_id) : tx.query(kAll, store_id, from, to);
  return rows[0].get<std::int64_t>(0);
}

}  // namespace guanxi::prospects
