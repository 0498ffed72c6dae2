// Opening cards and everything that happens to them besides following up.
#pragma once

#include "platform/facts/facts.h"
#include "platform/wrongs.h"
#include "prospects/card_view.h"
#include "prospects/prospects_facts.h"

namespace guanxi::prospects {

using dealership::Store;

/// A visit was filed: opens the customer's card, or brings it up to date when there is one. Either way the
/// customer is to be followed up within a day.
void take_filed_visit(database::Transaction& tx, const facts::Happening& happening,
                      const reception::VisitFiled& filed);

/// The card, if it is there and theirs to see.
Result<NamedCard> see_card(database::Transaction& tx, const Actor& actor, const Store& store,
                           const std::string& id);

/// What may be corrected. Everything is said anew: what is left out is no longer known.
struct CardEdit {
  std::optional<json::Id> model_id;
  std::optional<json::Line<40>> colour;
  std::optional<json::Line<60>> competing_model;
  std::optional<CarCondition> car_condition;
  std::optional<bool> trade_in;
  std::optional<Payment> payment;
  std::optional<json::Number<0, 100000000000>> price_from, price_to;
  reception::PurchaseWhen purchase_when;
  std::optional<json::Day> purchase_day;  ///< with "date"; the day stays when the word does
  std::optional<Sureness> sureness;
  std::optional<Grade> grade;  ///< another one than follows from the day; needs a reason
  std::optional<json::Line<200>> grade_reason;
  BOOST_DESCRIBE_CLASS(CardEdit, (),
                       (model_id, colour, competing_model, car_condition, trade_in, payment, price_from,
                        price_to, purchase_when, purchase_day, sureness, grade, grade_reason),
                       (), ())
};
/// Corrects a card if it still has this version (else `stale` with the card as it stands).
Result<CardView> edit_card(database::Transaction& tx, const Actor& actor, const Store& store,
                           const std::string& id, const CardEdit& input, std::int64_t version, Instant now,
                           Wrongs wrongs = {});

struct CardHandover {
  json::Id to;
  BOOST_DESCRIBE_CLASS(CardHandover, (), (to), (), ())
};
/// Another salesperson takes the customer and the card over, with its history and its next date.
Result<CardView> hand_over_card(database::Transaction& tx, const Actor& actor, const Store& store,
                                const std::string& id, const CardHandover& input, Instant now);

/// A manager agrees that the prospect is lost: the card is closed.
Result<CardView> approve_loss(database::Transaction& tx, const Actor& actor, const Store& store,
                              const std::string& id, Instant now);
/// A manager does not agree: the prospect is to be followed up within a day.
Result<CardView> reject_loss(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& id, Instant now);

/// For actions of this room: says the day anew on a card, as of `said_at`, and announces what grade follows.
struct SaidDay {
  reception::PurchaseWhen when;
  std::optional<std::string> named_day;
};
void say_day(database::Transaction& tx, const Actor& actor, const Store& store, Card& card,
             const SaidDay& said, Instant said_at, Instant now);

/// For actions of this room: writes the changed card and gives its view. Refuses `stale` when somebody was
/// faster.
Result<CardView> save_card(database::Transaction& tx, const Actor& actor, const Store& store, Card& card,
                           Instant now);

/// Announces the grade if it is no longer `before`.
void announce_grade(database::Transaction& tx, const std::string& actor_id, const Card& card, Grade before,
                    GradeCause cause, Instant now);

}  // namespace guanxi::prospects
