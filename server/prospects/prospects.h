// The door of the prospects: one card per customer who left a contact.
#pragma once

#include <vector>

#include "platform/facts/facts.h"
#include "platform/http/route.h"
#include "prospects/card.h"
#include "reception/reception.h"

namespace guanxi::prospects {

struct CardCustomer {
  std::string id, name;
  std::optional<std::string> phone, wechat;
  BOOST_DESCRIBE_CLASS(CardCustomer, (), (id, name, phone, wechat), (), ())
};

struct Card {
  std::string id, store_id;
  CardCustomer customer;
  std::optional<dealership::Name> salesperson;
  Grade grade;  ///< as of today
  reception::PurchaseWhen purchase_when;
  std::optional<std::string> expected_on;  ///< a day in the store's zone
  std::optional<dealership::Name> model;
  std::optional<std::int64_t> price_from, price_to;  ///< minor units
  std::string visit_id;
  json::Time opened_at;
  BOOST_DESCRIBE_CLASS(Card, (),
                       (id, store_id, customer, salesperson, grade, purchase_when, expected_on, model,
                        price_from, price_to, visit_id, opened_at),
                       (), ())
};

/// Facts of this room.
struct CardOpened {
  static constexpr std::string_view kind = "card_opened";
  std::string customer_id, visit_id;
  Grade grade;
  std::optional<std::string> salesperson_id;
  BOOST_DESCRIBE_CLASS(CardOpened, (), (customer_id, visit_id, grade, salesperson_id), (), ())
};
struct CardRegraded {
  static constexpr std::string_view kind = "card_regraded";
  Grade from, to;
  BOOST_DESCRIBE_CLASS(CardRegraded, (), (from, to), (), ())
};

/// A visit was filed: opens the customer's card, or brings it up to date when there is one.
void take_filed_visit(database::Transaction& tx, const facts::Happening& happening,
                      const reception::VisitFiled& filed);

std::optional<Card> card_of(database::Transaction& tx, const dealership::Store& store,
                            std::string_view customer_id, Instant now);

/// Which cards, newest first.
struct CardFilter {
  std::optional<Grade> grade;  ///< as of today
  std::optional<std::string> salesperson_id;
  std::string before_id = "g";  ///< behind every id
  std::int64_t limit = 50;
};
std::vector<Card> list_cards(database::Transaction& tx, const dealership::Store& store,
                             const CardFilter& filter, Instant now);

std::vector<http::Route> routes();

}  // namespace guanxi::prospects
