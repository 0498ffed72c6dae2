#include "prospects/card_list.h"

#include <limits>
#include <map>

#include "platform/database/columns.h"

namespace guanxi::prospects {
namespace {

using database::word;

// What happened on the visits of this card: the one that it was opened by, and those since.
#define ON_A_VISIT(sign)                                                                                    \
  "EXISTS (SELECT 1 FROM reception_signs v WHERE v.store_id = p.store_id AND v.customer_id = p.customer_id" \
  " AND v." sign " = 1 AND (v.arrived_at >= p.opened_at OR v.id = p.visit_id))"

#define HAS_A_QUOTE                                                                             \
  "EXISTS (SELECT 1 FROM prospects_quotes q WHERE q.store_id = p.store_id AND q.card_id = p.id" \
  " AND q.withdrawn_at IS NULL)"

#define STAGE \
  "CASE WHEN p.standing <> 'following' THEN p.standing WHEN " HAS_A_QUOTE " OR " ON_A_VISIT("quote") " THEN 'quoted'"        \
  " WHEN " ON_A_VISIT("test_drive") " OR EXISTS (SELECT 1 FROM prospects_follow_ups f WHERE"              \
  " f.store_id = p.store_id AND f.card_id = p.id AND f.way = 'test_drive') THEN 'test_driven'"            \
  " WHEN p.followed_at IS NOT NULL THEN 'following' ELSE 'fresh' END"

#define MATCHING                                                                                        \
  " FROM prospects_cards p WHERE p.store_id = $1 AND (p.grade = $2 OR $2 IS NULL)"                      \
  " AND (p.standing = $3 OR $3 IS NULL) AND (p.closed_at IS NULL OR CAST($4 AS BIGINT) = 0)"            \
  " AND (p.next_at >= $5 OR $5 IS NULL) AND (p.next_at < $6 OR $6 IS NULL)"                             \
  " AND (p.followed_at IS NULL OR CAST($7 AS BIGINT) = 0)"                                              \
  " AND (coalesce(p.reached_at, p.opened_at) < $8 OR $8 IS NULL)"                                       \
  " AND (p.model_id = $9 OR $9 IS NULL) AND (p.closed_at IS NULL OR p.closed_at >= $10 OR $10 IS NULL)" \
  " AND (p.salesperson_id IS NULL OR CAST($11 AS BIGINT) = 0)"

/// The number that the order goes by. What has none comes last, or first where that is the worst.
std::string key_of(CardOrder order, bool descending) {
  const std::string last = descending ? "-1)" : "9000000000000000)";
  switch (order) {
    case CardOrder::opened:
      return "p.opened_at";
    case CardOrder::next:
      return "coalesce(p.next_at, " + last;
    case CardOrder::expected:
      return "coalesce(CAST(replace(p.expected_on, '-', '') AS BIGINT), " + last;
    case CardOrder::reached:
      return "coalesce(p.reached_at, 0)";
    case CardOrder::grade:
      return "CASE p.grade WHEN 'N' THEN 0 WHEN 'H' THEN 1 WHEN 'A' THEN 2 WHEN 'B' THEN 3 ELSE 4 END";
    case CardOrder::tries:
      return "p.tries";
    case CardOrder::price:
      return "coalesce(p.price_to, p.price_from, " + last;
  }
  throw Bug("an order without a key");
}

struct Shape {
  CardOrder order;
  bool descending, of_person, of_stage;
  auto operator<=>(const Shape&) const = default;
};

/// One text for each shape of a question, so that each walks an index of its own where there is one.
std::string text_of(const Shape& shape) {
  const std::string key = key_of(shape.order, shape.descending);
  const std::string beyond = shape.descending ? " < " : " > ", way = shape.descending ? " DESC" : "";
  std::string sql = "SELECT p.id, " + key + MATCHING;
  if (shape.order == CardOrder::opened) {
    // Ids are made when cards are opened: the primary key is in this order.
    sql += " AND CAST($12 AS BIGINT) IS NOT NULL AND p.id" + beyond + "$13";
  } else {
    sql += " AND (" + key + beyond + "CAST($12 AS BIGINT) OR (" + key + " = CAST($12 AS BIGINT) AND p.id" +
           beyond + "$13))";
  }
  if (shape.of_person) sql += " AND p.salesperson_id = $15";
  if (shape.of_stage) sql += std::string(" AND " STAGE " = $") + (shape.of_person ? "16" : "15");
  const auto order = shape.order == CardOrder::opened ? "p.id" + way : key + way + ", p.id" + way;
  return sql + " ORDER BY " + order + " LIMIT $14";
}

const std::string& sql_of(const Shape& shape) {
  static const std::map<Shape, std::string> texts = [] {
    std::map<Shape, std::string> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<CardOrder>>([&](auto order) {
      for (int bits = 0; bits < 8; ++bits) {
        const Shape each{order.value, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0};
        all.emplace(each, text_of(each));
      }
    });
    return all;
  }();
  return texts.at(shape);
}

/// Before the first card of all.
http::Place beginning(bool descending) {
  if (descending) return {std::numeric_limits<std::int64_t>::max(), "g"};
  return {std::numeric_limits<std::int64_t>::min(), ""};
}

database::Rows rows_of(database::Transaction& tx, std::string_view store_id, const CardFilter& filter) {
  const auto& sql =
      sql_of({filter.order, filter.descending, filter.salesperson_id.has_value(), filter.stage.has_value()});
  const auto after = filter.after.value_or(beginning(filter.descending));
  const auto ask = [&](const auto&... more) {
    return tx.query(sql, store_id, word(filter.grade), word(filter.standing), filter.open, filter.next_from,
                    filter.next_before, filter.untouched, filter.silent_since, filter.model_id,
                    filter.closed_from, filter.unassigned, after.number, after.id, filter.limit, more...);
  };
  if (filter.salesperson_id && filter.stage) return ask(*filter.salesperson_id, json::to_word(*filter.stage));
  if (filter.salesperson_id) return ask(*filter.salesperson_id);
  return filter.stage ? ask(json::to_word(*filter.stage)) : ask();
}

}  // namespace

CardsInOrder select_in_order(database::Transaction& tx, std::string_view store_id, const CardFilter& filter) {
  CardsInOrder found;
  std::vector<std::string> ids;
  for (const auto& row : rows_of(tx, store_id, filter)) {
    ids.push_back(row.get<std::string>(0));
    found.places.push_back({row.get<std::int64_t>(1), ids.back()});
  }
  auto cards = select_cards_by_id(tx, store_id, ids);
  for (const auto& id : ids) found.cards.push_back(std::move(cards.at(id)));
  return found;
}

std::vector<NamedCard> select_cards(database::Transaction& tx, std::string_view store_id,
                                    const CardFilter& filter) {
  return select_in_order(tx, store_id, filter).cards;
}

std::vector<StageCount> count_stages(database::Transaction& tx, std::string_view store_id,
                                     const CardFilter& filter, Instant now) {
  static constexpr std::string_view kSelect =
      "SELECT s.stage, s.grade, count(*), sum(CASE WHEN s.next_at < $12 THEN 1 ELSE 0 END) FROM (SELECT " STAGE
      " AS stage, p.grade, p.next_at" MATCHING
      " AND (p.salesperson_id = $13 OR $13 IS NULL)) s GROUP BY s.stage, s.grade";
  std::vector<StageCount> counts;
  for (const auto& row :
       tx.query(kSelect, store_id, word(filter.grade), word(filter.standing), filter.open, filter.next_from,
                filter.next_before, filter.untouched, filter.silent_since, filter.model_id,
                filter.closed_from, filter.unassigned, now, filter.salesperson_id)) {
    database::Columns columns(row);
    const auto stage = columns.word<Stage>();
    const auto grade = columns.word<Grade>();
    const auto cards = columns.next<std::int64_t>();
    counts.push_back({stage, grade, cards, columns.next<std::int64_t>()});
  }
  return counts;
}

}  // namespace guanxi::prospects
