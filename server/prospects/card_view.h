// A card as it is told to the outside.
#pragma once

#include "prospects/card_store.h"

namespace guanxi::prospects {

using dealership::Name;

struct CardCustomer {
  std::string id, name;
  std::optional<std::string> phone, wechat, email;
  BOOST_DESCRIBE_CLASS(CardCustomer, (), (id, name, phone, wechat, email), (), ())
};

struct NextView {
  json::Time at;
  std::string on;  ///< a day in the store's zone
  bool timed;      ///< at that minute, not in the course of that day
  bool overdue;
  std::optional<FollowUpWay> way;
  std::optional<std::string> promise;
  BOOST_DESCRIBE_CLASS(NextView, (), (at, on, timed, overdue, way, promise), (), ())
};

struct CardView {
  std::string id, store_id;
  CardCustomer customer;
  std::optional<Name> salesperson;
  CardStanding standing;
  Grade grade;  ///< as of the store's last midnight, or of what was said since
  std::optional<std::string> grade_reason;
  reception::PurchaseWhen purchase_when;
  std::optional<std::string> expected_on;  ///< a day in the store's zone
  bool must_be_redated;                    ///< that day has passed for longer than the store's grace
  std::optional<Sureness> sureness;
  std::optional<Name> model;
  std::optional<std::string> colour, competing_model;
  std::optional<CarCondition> car_condition;
  std::optional<bool> trade_in;
  std::optional<Payment> payment;
  std::optional<std::int64_t> price_from, price_to;  ///< minor units
  std::optional<NextView> next;
  std::optional<std::string> next_by;  ///< the latest day that keeps the cadence when followed up today; a
                                       ///< working day of the salesperson where there is one
  std::optional<json::Time> followed_at, reached_at;
  std::int64_t tries;  ///< attempts since they were reached last
  std::optional<std::string> visit_id;
  json::Time opened_at;
  std::optional<json::Time> closed_at;
  std::int64_t version;
  std::vector<CardAction> can;
  BOOST_DESCRIBE_CLASS(CardView, (),
                       (id, store_id, customer, salesperson, standing, grade, grade_reason, purchase_when,
                        expected_on, must_be_redated, sureness, model, colour, competing_model, car_condition,
                        trade_in, payment, price_from, price_to, next, next_by, followed_at, reached_at,
                        tries, visit_id, opened_at, closed_at, version, can),
                       (), ())
};

/// Views of cards of one store, under its rules as they hold today.
class CardViews {
 public:
  CardViews(database::Transaction& tx, const Actor& actor, const dealership::Store& store, Instant now);
  CardView of(const NamedCard& named) const;
  std::vector<CardView> of(const std::vector<NamedCard>& cards) const;
  /// Who works when, from today on.
  const dealership::WorkPlan& plan() const { return plan_; }

 private:
  const Actor& actor_;
  TimeZone zone_;
  std::string today_;
  Rules rules_;
  OpenDays open_;
  dealership::WorkPlan plan_;
  Instant now_;
};

}  // namespace guanxi::prospects
