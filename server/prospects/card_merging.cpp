#include "prospects/card_merging.h"

#include <algorithm>

// Everything that stands on a card, besides its ids and the version.
#define CARD_COLUMNS                                                                                 \
  "customer_id, visit_id, salesperson_id, standing, grade, grade_reason, regrade_on, purchase_when," \
  " expected_on, said_at, sureness, model_id, colour, competing_model, car_condition, trade_in,"     \
  " payment, price_from, price_to, next_at, next_timed, next_way, promise, followed_at, reached_at," \
  " tries, opened_at, closed_at"

namespace guanxi::prospects {
namespace {

using database::Transaction;
using dealership::Merge;
using Text = std::optional<std::string>;

/// Whatever stands under a card: table, and the column that says which.
constexpr std::pair<const char*, const char*> kChildren[] = {
    {"prospects_follow_ups", "card_id"},  {"prospects_appointments", "card_id"},
    {"prospects_test_drives", "card_id"}, {"prospects_orders", "card_id"},
    {"prospects_party", "card_id"},       {"prospects_leads", "card_id"},
    {"prospects_notices", "card_id"},     {"prospects_listings", "card_id"},
    {"prospects_quotes", "card_id"}};

void keep_card(Transaction& tx, const Merge& merge, const std::string& card_id, const Text& into_id) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_merged_cards (store_id, merge_id, id, into_id, version, " CARD_COLUMNS
      ") SELECT store_id, $1, id, $2, version, " CARD_COLUMNS
      " FROM prospects_cards WHERE store_id = $3 AND id = $4";
  CHECK(tx.execute(kInsert, merge.id, into_id, merge.store_id, card_id) == 1);
}

void delete_card(Transaction& tx, const Merge& merge, const std::string& card_id) {
  static constexpr std::string_view kDelete = "DELETE FROM prospects_cards WHERE store_id = $1 AND id = $2";
  tx.put(kDelete, merge.store_id, card_id);
}

/// A card that was kept: the one that stayed, or with `into_id` the one that went up in it.
struct KeptCard {
  std::string id;
  Text into_id, salesperson_id;
};
std::vector<KeptCard> kept_cards(Transaction& tx, const Merge& merge) {
  static constexpr std::string_view kSelect =
      "SELECT id, into_id, salesperson_id FROM prospects_merged_cards WHERE store_id = $1 AND merge_id = $2";
  std::vector<KeptCard> cards;
  for (const auto& row : tx.query(kSelect, merge.store_id, merge.id))
    cards.push_back({row.get<std::string>(0), row.get<Text>(1), row.get<Text>(2)});
  // The one that stayed first: it gives its customer back before the other one is open again.
  std::ranges::sort(cards, {}, [](const KeptCard& card) { return card.into_id.has_value(); });
  return cards;
}

void restore_card(Transaction& tx, const Merge& merge, const KeptCard& card) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_cards SET (" CARD_COLUMNS ") = (SELECT " CARD_COLUMNS
      " FROM prospects_merged_cards k WHERE k.store_id = $1 AND k.merge_id = $2 AND k.id = $3),"
      " version = version + 1 WHERE store_id = $1 AND id = $3";
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_cards (store_id, id, version, " CARD_COLUMNS
      ") SELECT store_id, id, version + 1, " CARD_COLUMNS
      " FROM prospects_merged_cards WHERE store_id = $1 AND merge_id = $2 AND id = $3";
  CHECK(tx.execute(card.into_id ? kInsert : kUpdate, merge.store_id, merge.id, card.id) == 1);
}

template <class T>
void fill(std::optional<T>& field, const std::optional<T>& other) {
  if (!field) field = other;
}

/// Of two moments the later one, of which either may be missing.
std::optional<Instant> later(const std::optional<Instant>& one, const std::optional<Instant>& other) {
  return std::max(one, other);
}

void take_wants(Wants& wants, const Wants& other) {
  fill(wants.model_id, other.model_id);
  fill(wants.colour, other.colour);
  fill(wants.competing_model, other.competing_model);
  fill(wants.car_condition, other.car_condition);
  fill(wants.trade_in, other.trade_in);
  fill(wants.payment, other.payment);
  if (wants.price_from || wants.price_to) return;  // half of another range would be a range that nobody said
  wants.price_from = other.price_from;
  wants.price_to = other.price_to;
}

/// A day that was not said says nothing, however late.
void take_day(Card& card, const Card& other) {
  const bool says = other.expected_on || other.grade_reason;
  const bool said = card.expected_on || card.grade_reason;
  if (!says || (said && card.said_at >= other.said_at)) return;
  card.purchase_when = other.purchase_when;
  card.expected_on = other.expected_on;
  card.said_at = other.said_at;
  card.sureness = other.sureness;
  card.grade = other.grade;
  card.grade_reason = other.grade_reason;
  card.regrade_on = other.regrade_on;
}

}  // namespace

Card together(const Card& stays, const Card& goes) {
  Card card = stays;
  take_wants(card.wants, goes.wants);
  if (goes.reached_at > card.reached_at) card.tries = goes.tries;
  card.reached_at = later(card.reached_at, goes.reached_at);
  card.followed_at = later(card.followed_at, goes.followed_at);
  if (card.standing == CardStanding::ordered) return card;
  take_day(card, goes);
  // Whoever has one card that is followed up is not given up.
  if (goes.standing == CardStanding::following && card.standing == CardStanding::loss_asked) {
    card.standing = CardStanding::following;
    card.next = goes.next;
  }
  if (goes.next && (!card.next || goes.next->at < card.next->at) && card.standing == CardStanding::following)
    card.next = goes.next;
  return card;
}

void merge_cards(Transaction& tx, const Actor& actor, const Merge& merge, const Card& stays,
                 const std::optional<Card>& goes, const Text& salesperson_id, Instant now) {
  if (!goes && stays.salesperson_id == salesperson_id) return;
  keep_card(tx, merge, stays.id, std::nullopt);
  Card card = goes ? together(stays, *goes) : stays;
  if (goes) {
    for (const auto& [table, column] : kChildren)
      dealership::move_rows(tx, merge, table, column, goes->id, stays.id);
    keep_card(tx, merge, goes->id, stays.id);
    delete_card(tx, merge, goes->id);
  }
  card.salesperson_id = salesperson_id;
  CHECK(update_card(tx, card));
  facts::announce(tx, {merge.store_id, now, actor.id, "card", stays.id},
                  CardsMerged{merge.id, goes ? Text(goes->id) : std::nullopt, salesperson_id});
}

void part_cards(Transaction& tx, const Actor& actor, const Merge& merge, Instant now) {
  const auto cards = kept_cards(tx, merge);
  for (const auto& card : cards) restore_card(tx, merge, card);
  for (const auto& [table, column] : kChildren) dealership::move_rows_back(tx, merge, table, column);
  if (cards.empty()) return;
  const auto goes = cards.size() > 1 ? Text(cards.back().id) : std::nullopt;
  facts::announce(tx, {merge.store_id, now, actor.id, "card", cards.front().id},
                  CardsParted{merge.id, goes, cards.front().salesperson_id});
}

void forget_merged_cards(Transaction& tx, const Merge& merge) {
  static constexpr std::string_view kDelete =
      "DELETE FROM prospects_merged_cards WHERE store_id = $1 AND merge_id = $2";
  tx.put(kDelete, merge.store_id, merge.id);
}

Text card_gone_into(Transaction& tx, std::string_view store_id, const std::string& card_id) {
  static constexpr std::string_view kSelect =
      "SELECT into_id FROM prospects_merged_cards WHERE store_id = $1 AND id = $2 AND into_id IS NOT NULL";
  Text last;
  for (auto id = card_id;;) {
    const auto row = tx.query(kSelect, store_id, id).first();
    if (!row) return last;
    last = id = row->get<std::string>(0);
  }
}

std::vector<std::string> cards_gone_into(Transaction& tx, std::string_view store_id,
                                         const std::string& card_id) {
  static constexpr std::string_view kSelect =
      "SELECT id FROM prospects_merged_cards WHERE store_id = $1 AND into_id = $2 ORDER BY id";
  std::vector<std::string> gone;
  std::vector<std::string> ahead{card_id};
  while (!ahead.empty()) {
    const auto into = ahead.back();
    ahead.pop_back();
    for (const auto& row : tx.query(kSelect, store_id, into)) {
      gone.push_back(row.get<std::string>(0));
      ahead.push_back(gone.back());
    }
  }
  return gone;
}

}  // namespace guanxi::prospects
