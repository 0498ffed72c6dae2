// From the order to the delivery, or to its cancellation.
#pragma once

#include "prospects/quotes.h"

namespace guanxi::prospects {

struct Order {
  std::string store_id, id, card_id;
  std::optional<std::string> model_id, model;  ///< `model` is its name; read only
  std::optional<std::string> colour;
  std::int64_t price = 0, deposit = 0;  ///< minor units
  std::optional<std::string> deliver_on;
  Instant ordered_at = 0;
  std::string ordered_by;
  std::optional<Instant> delivered_at, cancelled_at;
  std::optional<std::string> plate, cancel_reason;

  bool open() const { return !delivered_at && !cancelled_at; }
};

struct OrderView {
  std::string id;
  std::optional<Name> model;
  std::optional<std::string> colour;
  std::int64_t price, deposit;  ///< minor units
  std::optional<std::string> deliver_on;
  json::Time ordered_at;
  std::optional<json::Time> delivered_at, cancelled_at;
  std::optional<std::string> plate, cancel_reason;
  BOOST_DESCRIBE_CLASS(OrderView, (),
                       (id, model, colour, price, deposit, deliver_on, ordered_at, delivered_at, cancelled_at,
                        plate, cancel_reason),
                       (), ())
};
OrderView view_of(const Order& order);

/// Orders of a card, the latest first.
std::vector<Order> orders_of(database::Transaction& tx, std::string_view store_id, std::string_view card_id);

struct NewOrder {
  json::Id id;
  std::optional<json::Time> ordered_at;  ///< now, when it is empty
  json::Id model_id;
  std::optional<json::Line<40>> colour;
  Money price;
  Money deposit;                        ///< what has been paid of it; 0: nothing
  std::optional<json::Day> deliver_on;  ///< as promised
  std::optional<json::Id> quote_id;     ///< that they accept with it
  BOOST_DESCRIBE_CLASS(NewOrder, (), (id, ordered_at, model_id, colour, price, deposit, deliver_on, quote_id),
                       (), ())
};
/// They ordered. The card is followed up until the delivery: on the promised day, or as the cadence of orders
/// says. Refuses a card that has an order, a deposit above the price, times in the future or before the card,
/// a delivery before the order, and a quote that does not hold. The same id a second time changes nothing.
Result<CardView> place_order(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& card_id, const NewOrder& input, Instant now,
                             Wrongs wrongs = {});

struct Delivery {
  std::optional<json::Time> delivered_at;  ///< now, when it is empty
  std::optional<json::Line<20>> plate;
  BOOST_DESCRIBE_CLASS(Delivery, (), (delivered_at, plate), (), ())
};
/// The car is theirs: the card is closed, and whoever cares for owners takes over.
Result<CardView> deliver(database::Transaction& tx, const Actor& actor, const Store& store,
                         const std::string& card_id, const Delivery& input, Instant now, Wrongs wrongs = {});

struct Cancellation {
  std::optional<json::Time> cancelled_at;  ///< now, when it is empty
  json::Line<200> reason;
  BOOST_DESCRIBE_CLASS(Cancellation, (), (cancelled_at, reason), (), ())
};
/// They no longer want it: a prospect of grade A again (domain brief §3.3), to be followed up within a day.
/// The order stays in the history.
Result<CardView> cancel_order(database::Transaction& tx, const Actor& actor, const Store& store,
                              const std::string& card_id, const Cancellation& input, Instant now,
                              Wrongs wrongs = {});

}  // namespace guanxi::prospects
