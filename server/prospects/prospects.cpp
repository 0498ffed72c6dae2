#include "prospects/prospects.h"

#include "platform/identity/uuid.h"

#define CARD_SELECT                                                                               \
  "SELECT p.id, p.store_id, p.customer_id, c.name, c.phone, c.wechat, p.salesperson_id, s.name, " \
  "p.purchase_when,"                                                                              \
  " p.expected_on, p.model_id, m.name, p.price_from, p.price_to, p.visit_id, p.opened_at FROM "   \
  "prospects_cards p"                                                                             \
  " JOIN dealership_customer_names c ON c.store_id = p.store_id AND c.id = p.customer_id"         \
  " LEFT JOIN dealership_person_names s ON s.id = p.salesperson_id"                               \
  " LEFT JOIN dealership_model_names m ON m.id = p.model_id"

#define CARD_IS_OF_GRADE                                              \
  " AND ((p.expected_on >= $3 AND p.expected_on <= $4) OR $3 IS NULL" \
  " OR (p.expected_on IS NULL AND CAST($5 AS BIGINT) = 1))"

namespace guanxi::prospects {
namespace {

using Text = std::optional<std::string>;

std::optional<dealership::Name> name(const Text& id, const Text& text) {
  if (!id) return std::nullopt;
  return dealership::Name{*id, text.value_or("")};
}

Card load_row(const database::Row& row, const std::string& today) {
  Card card;
  card.id = row.get<std::string>(0);
  card.store_id = row.get<std::string>(1);
  card.customer = {row.get<std::string>(2), row.get<std::string>(3), row.get<Text>(4), row.get<Text>(5)};
  card.salesperson = name(row.get<Text>(6), row.get<Text>(7));
  card.purchase_when = json::from_word<reception::PurchaseWhen>(row.get<std::string>(8)).value();
  card.expected_on = row.get<Text>(9);
  card.grade = grade_of(card.expected_on, today);
  card.model = name(row.get<Text>(10), row.get<Text>(11));
  card.price_from = row.get<std::optional<std::int64_t>>(12);
  card.price_to = row.get<std::optional<std::int64_t>>(13);
  card.visit_id = row.get<std::string>(14);
  card.opened_at = {row.get<Instant>(15)};
  return card;
}

void open_card(database::Transaction& tx, const facts::Happening& happening,
               const reception::VisitFiled& filed, reception::PurchaseWhen when, const Text& expected_on,
               Grade grade) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_cards (store_id, id, customer_id, visit_id, salesperson_id, grade, "
      "purchase_when,"
      " expected_on, model_id, price_from, price_to, opened_at)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
  const auto id = new_uuid(happening.at);
  tx.put(kInsert, happening.store_id, id, filed.customer_id, happening.subject_id, filed.salesperson_id,
         json::to_word(grade), json::to_word(when), expected_on, filed.model_id, filed.price_from,
         filed.price_to, happening.at);
  facts::announce(tx, {happening.store_id, happening.at, happening.actor_id, "card", id},
                  CardOpened{filed.customer_id, happening.subject_id, grade, filed.salesperson_id});
}

void renew_card(database::Transaction& tx, const facts::Happening& happening,
                const reception::VisitFiled& filed, const Card& before, reception::PurchaseWhen when,
                const Text& expected_on, Grade grade) {
  // What was not said this time stays as it was said before.
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_cards SET grade = $1, purchase_when = $2, expected_on = $3,"
      " model_id = COALESCE($4, model_id), price_from = COALESCE($5, price_from), price_to = COALESCE($6, "
      "price_to)"
      " WHERE store_id = $7 AND id = $8";
  tx.put(kUpdate, json::to_word(grade), json::to_word(when), expected_on, filed.model_id, filed.price_from,
         filed.price_to, happening.store_id, before.id);
  if (before.grade == grade) return;
  facts::announce(tx, {happening.store_id, happening.at, happening.actor_id, "card", before.id},
                  CardRegraded{before.grade, grade});
}

}  // namespace

void take_filed_visit(database::Transaction& tx, const facts::Happening& happening,
                      const reception::VisitFiled& filed) {
  const auto when = filed.purchase_when.value_or(reception::PurchaseWhen::unknown);
  const auto expected_on = expected_day(when, filed.purchase_day, filed.day);
  const auto store = dealership::load_store(tx, happening.store_id);
  const auto grade = grade_of(expected_on, store.zone().day(happening.at));
  const auto before =
      filed.customer_is_new ? std::nullopt : card_of(tx, store, filed.customer_id, happening.at);
  if (!before) {
    open_card(tx, happening, filed, when, expected_on, grade);
  } else if (when != reception::PurchaseWhen::unknown) {
    renew_card(tx, happening, filed, *before, when, expected_on, grade);
  }
}

std::optional<Card> card_of(database::Transaction& tx, const dealership::Store& store,
                            std::string_view customer_id, Instant now) {
  static constexpr std::string_view kSelect = CARD_SELECT " WHERE p.store_id = $1 AND p.customer_id = $2";
  const auto rows = tx.query(kSelect, store.id, customer_id);
  if (rows.empty()) return std::nullopt;
  return load_row(rows[0], store.zone().day(now));
}

std::vector<Card> list_cards(database::Transaction& tx, const dealership::Store& store,
                             const CardFilter& filter, Instant now) {
  // Two texts, so that each walks an index of its own.
  static constexpr std::string_view kAll =
      CARD_SELECT " WHERE p.store_id = $1 AND p.id < $2" CARD_IS_OF_GRADE " ORDER BY p.id DESC LIMIT $6";
  static constexpr std::string_view kOfPerson =
      CARD_SELECT " WHERE p.store_id = $1 AND p.id < $2" CARD_IS_OF_GRADE
                  " AND p.salesperson_id = $7 ORDER BY p.id DESC LIMIT $6";
  const auto today = store.zone().day(now);
  const auto days = filter.grade ? std::optional(days_of(*filter.grade, today)) : std::nullopt;
  const auto from = days ? std::optional(days->from) : std::nullopt;
  const auto to = days ? std::optional(days->to) : std::nullopt;
  const bool without_day = filter.grade == Grade::N;
  const auto rows = filter.salesperson_id
                        ? tx.query(kOfPerson, store.id, filter.before_id, from, to, without_day, filter.limit,
                                   *filter.salesperson_id)
                        : tx.query(kAll, store.id, filter.before_id, from, to, without_day, filter.limit);
  std::vector<Card> cards;
  for (const auto& row : rows) cards.push_back(load_row(row, today));
  return cards;
}

}  // namespace guanxi::prospects
