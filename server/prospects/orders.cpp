#include "prospects/orders.h"

#include "platform/database/columns.h"
#include "prospects/appointments.h"
#include "prospects/lead_clock.h"

namespace guanxi::prospects {
namespace {

using database::Columns;
using Text = std::optional<std::string>;
using Moment = std::optional<Instant>;

#define ORDER_SELECT                                                                                    \
  "SELECT o.store_id, o.id, o.card_id, o.model_id, m.name, o.colour, o.price, o.deposit, o.deliver_on," \
  " o.ordered_at, o.ordered_by, o.delivered_at, o.plate, o.cancelled_at, o.cancel_reason FROM"          \
  " prospects_orders o LEFT JOIN dealership_model_names m ON m.id = o.model_id"

Order load_order(const database::Row& row) {
  Columns columns(row);
  Order order;
  order.store_id = columns.next<std::string>();
  order.id = columns.next<std::string>();
  order.card_id = columns.next<std::string>();
  order.model_id = columns.next<Text>();
  order.model = columns.next<Text>();
  order.colour = columns.next<Text>();
  order.price = columns.next<std::int64_t>();
  order.deposit = columns.next<std::int64_t>();
  order.deliver_on = columns.next<Text>();
  order.ordered_at = columns.next<Instant>();
  order.ordered_by = columns.next<std::string>();
  order.delivered_at = columns.next<Moment>();
  order.plate = columns.next<Text>();
  order.cancelled_at = columns.next<Moment>();
  order.cancel_reason = columns.next<Text>();
  return order;
}

std::optional<Order> find_order(database::Transaction& tx, std::string_view store_id, std::string_view id) {
  static constexpr std::string_view kSelect = ORDER_SELECT " WHERE o.store_id = $1 AND o.id = $2";
  const auto row = tx.query(kSelect, store_id, id).first();
  return row ? std::optional(load_order(*row)) : std::nullopt;
}

/// The order that a card of standing "ordered" has.
Order open_order_of(database::Transaction& tx, const Card& card) {
  static constexpr std::string_view kSelect = ORDER_SELECT
      " WHERE o.store_id = $1 AND o.card_id = $2 AND o.delivered_at IS NULL AND o.cancelled_at IS NULL";
  const auto row = tx.query(kSelect, card.store_id, card.id).first();
  CHECK(row);
  return load_order(*row);
}

facts::Happening about(const Card& card, const Actor& actor, Instant now) {
  return {card.store_id, now, actor.id, "card", card.id};
}

void insert_order(database::Transaction& tx, const Order& order) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_orders (store_id, id, card_id, model_id, colour, price, deposit, deliver_on,"
      " ordered_at, ordered_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
  tx.put(kInsert, order.store_id, order.id, order.card_id, order.model_id, order.colour, order.price,
         order.deposit, order.deliver_on, order.ordered_at, order.ordered_by);
}

Order order_of(const Card& card, const Actor& actor, const NewOrder& input, Instant at) {
  Order order;
  order.store_id = card.store_id;
  order.id = input.id;
  order.card_id = card.id;
  order.model_id = input.model_id;
  if (input.colour) order.colour = *input.colour;
  order.price = input.price;
  order.deposit = input.deposit;
  if (input.deliver_on) order.deliver_on = *input.deliver_on;
  order.ordered_at = at;
  order.ordered_by = actor.id;
  return order;
}

/// A moment that was named, or now; not in the future, and not before something else.
Instant moment_of(const std::optional<json::Time>& named, Instant earliest, const std::string& pointer,
                  const std::string& code, Instant now, Wrongs& wrongs) {
  const Instant at = named ? named->at : now;
  if (at > now + reception::kClockSkew) wrongs.note(pointer, "in_the_future");
  if (at < earliest) wrongs.note(pointer, code);
  return std::min(at, now);
}

/// Until they have the car, somebody stays in touch: on the promised day at the latest.
Next next_of_order(database::Transaction& tx, const Store& store, const Card& card, const Order& order,
                   const std::string& today) {
  const auto works = works_of(tx, store, card.salesperson_id, today);
  const auto rules = rules_on(tx, store.id, today);
  auto day = latest_next_day(card, today, rules.cadence, open_days(store), works);
  if (order.deliver_on) day = std::min(day, std::max(*order.deliver_on, today));
  return {end_of(store, day), false, std::nullopt, std::nullopt};
}

}  // namespace

OrderView view_of(const Order& order) {
  OrderView view{};
  view.id = order.id;
  if (order.model_id) view.model = Name{*order.model_id, order.model.value_or("")};
  view.colour = order.colour;
  view.price = order.price;
  view.deposit = order.deposit;
  view.deliver_on = order.deliver_on;
  view.ordered_at = {order.ordered_at};
  if (order.delivered_at) view.delivered_at = json::Time{*order.delivered_at};
  if (order.cancelled_at) view.cancelled_at = json::Time{*order.cancelled_at};
  view.plate = order.plate;
  view.cancel_reason = order.cancel_reason;
  return view;
}

std::vector<Order> orders_of(database::Transaction& tx, std::string_view store_id, std::string_view card_id) {
  static constexpr std::string_view kSelect =
      ORDER_SELECT " WHERE o.store_id = $1 AND o.card_id = $2 ORDER BY o.id DESC LIMIT 50";
  std::vector<Order> orders;
  for (const auto& row : tx.query(kSelect, store_id, card_id)) orders.push_back(load_order(row));
  return orders;
}

Result<CardView> place_order(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& card_id, const NewOrder& input, Instant now, Wrongs wrongs) {
  const auto found = TRY(see_card(tx, actor, store, card_id));
  if (const auto before = find_order(tx, store.id, input.id)) {
    if (before->card_id != card_id) return refuse(Refusal::field("/id", "in_use"));
    return CardViews(tx, actor, store, now).of(found);
  }
  Card card = found.card;
  TRY(check_may(card, actor, CardAction::place_order));
  const auto at =
      moment_of(input.ordered_at, card.opened_at - kDay, "/ordered_at", "before_the_card", now, wrongs);
  if (input.deposit > input.price) wrongs.note("/deposit", "more_than_the_price");
  if (!dealership::find_model(tx, input.model_id)) wrongs.note("/model_id", "no_such_model");
  const auto zone = store.zone();
  if (input.deliver_on && input.deliver_on->value < zone.day(at))
    wrongs.note("/deliver_on", "before_the_order");
  const auto quote = input.quote_id
                         ? quote_to_order(tx, store, card, *input.quote_id, "/quote_id", now, wrongs)
                         : std::nullopt;
  TRY(wrongs.verdict());
  const auto order = order_of(card, actor, input, at);
  insert_order(tx, order);
  if (quote) accept_quote(tx, actor, *quote, order.id, now);
  note_response(tx, actor, card, now);
  card.standing = CardStanding::ordered;
  card.reached_at = std::max(card.reached_at.value_or(at), at);
  card.tries = 0;
  card.regrade_on.reset();
  const auto today = zone.day(now);
  card.next = next_of_order(tx, store, card, order, today);
  facts::announce(tx, about(card, actor, now),
                  CarOrdered{order.id, input.model_id, order.price, zone.day(at), order.deliver_on});
  return save_card(tx, actor, store, card, now);
}

Result<CardView> deliver(database::Transaction& tx, const Actor& actor, const Store& store,
                         const std::string& card_id, const Delivery& input, Instant now, Wrongs wrongs) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_orders SET delivered_at = $1, delivered_by = $2, plate = $3, version = version + 1"
      " WHERE store_id = $4 AND id = $5";
  Card card = TRY(see_card(tx, actor, store, card_id)).card;
  TRY(check_may(card, actor, CardAction::deliver));
  const auto order = open_order_of(tx, card);
  const auto at =
      moment_of(input.delivered_at, order.ordered_at, "/delivered_at", "before_the_order", now, wrongs);
  TRY(wrongs.verdict());
  const auto plate = input.plate ? std::optional(input.plate->value) : std::nullopt;
  tx.put(kUpdate, at, actor.id, plate, store.id, order.id);
  card.standing = CardStanding::delivered;
  card.closed_at = now;
  card.next.reset();
  facts::announce(
      tx, about(card, actor, now),
      CarDelivered{order.id, card.customer_id, card.salesperson_id, order.model_id, store.zone().day(at)});
  end_plans(tx, actor.id, card, now);
  return save_card(tx, actor, store, card, now);
}

Result<CardView> cancel_order(database::Transaction& tx, const Actor& actor, const Store& store,
                              const std::string& card_id, const Cancellation& input, Instant now,
                              Wrongs wrongs) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_orders SET cancelled_at = $1, cancelled_by = $2, cancel_reason = $3,"
      " version = version + 1 WHERE store_id = $4 AND id = $5";
  Card card = TRY(see_card(tx, actor, store, card_id)).card;
  TRY(check_may(card, actor, CardAction::cancel_order));
  const auto order = open_order_of(tx, card);
  const auto at =
      moment_of(input.cancelled_at, order.ordered_at, "/cancelled_at", "before_the_order", now, wrongs);
  TRY(wrongs.verdict());
  tx.put(kUpdate, at, actor.id, input.reason.value, store.id, order.id);
  release_quote(tx, store, order.id);
  card.standing = CardStanding::following;
  const auto before = card.grade;
  grade_by_hand(card, Grade::A, input.reason, now);
  const auto today = store.zone().day(now);
  const auto works = works_of(tx, store, card.salesperson_id, today);
  card.next = Next{first_due(now, rules_on(tx, store.id, today).cadence, store, works), false, {}, {}};
  facts::announce(tx, about(card, actor, now), OrderCancelled{order.id, store.zone().day(at)});
  announce_grade(tx, actor.id, card, before, GradeCause::order_cancelled, now);
  return save_card(tx, actor, store, card, now);
}

}  // namespace guanxi::prospects
