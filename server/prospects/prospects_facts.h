// Facts of the prospects. They hold ids and choices, never names, numbers or what was said: the log is kept
// for good.
#pragma once

#include "prospects/card.h"

namespace guanxi::prospects {

struct CardOpened {
  static constexpr std::string_view kind = "card_opened";
  std::string customer_id;
  std::optional<std::string> visit_id;
  Grade grade;
  std::optional<std::string> salesperson_id;
  BOOST_DESCRIBE_CLASS(CardOpened, (), (customer_id, visit_id, grade, salesperson_id), (), ())
};

/// Why a grade moved.
enum class GradeCause {
  said,       ///< the day was said anew
  by_hand,    ///< somebody set it, with a reason
  time,       ///< the expected day came nearer
  passed,     ///< the expected day passed without an order
  new_rules,  ///< the store's windows were changed
  order_cancelled,
};
BOOST_DESCRIBE_ENUM(GradeCause, said, by_hand, time, passed, new_rules, order_cancelled)

struct CardRegraded {
  static constexpr std::string_view kind = "card_regraded";
  Grade from, to;
  std::optional<GradeCause> cause;
  std::optional<std::string> on;  ///< the day at whose beginning it moved by itself
  BOOST_DESCRIBE_CLASS(CardRegraded, (), (from, to, cause, on), (), ())
};

/// A day of the store has begun: so many cards moved, and so many are overdue.
struct DayBegun {
  static constexpr std::string_view kind = "day_begun";
  std::string day;
  std::int64_t moved, overdue;
  BOOST_DESCRIBE_CLASS(DayBegun, (), (day, moved, overdue), (), ())
};

struct CardEdited {
  static constexpr std::string_view kind = "card_edited";
  std::vector<std::string> fields;
  BOOST_DESCRIBE_CLASS(CardEdited, (), (fields), (), ())
};

struct FollowedUp {
  static constexpr std::string_view kind = "followed_up";
  FollowUpWay way;
  bool reached;
  Grade grade;                         ///< after it
  std::optional<std::string> next_on;  ///< a day of the store
  bool counted;                        ///< false: a later one was noted before it
  BOOST_DESCRIBE_CLASS(FollowedUp, (), (way, reached, grade, next_on, counted), (), ())
};

struct CardHandedOver {
  static constexpr std::string_view kind = "card_handed_over";
  std::optional<std::string> from;
  std::string to;
  BOOST_DESCRIBE_CLASS(CardHandedOver, (), (from, to), (), ())
};

struct CarOrdered {
  static constexpr std::string_view kind = "car_ordered";
  std::string order_id, model_id;
  std::int64_t price;      ///< minor units
  std::string ordered_on;  ///< days of the store
  std::optional<std::string> deliver_on;
  BOOST_DESCRIBE_CLASS(CarOrdered, (), (order_id, model_id, price, ordered_on, deliver_on), (), ())
};
/// Somebody has become an owner.
struct CarDelivered {
  static constexpr std::string_view kind = "car_delivered";
  std::string order_id, customer_id;
  std::optional<std::string> salesperson_id, model_id;
  std::string delivered_on;
  BOOST_DESCRIBE_CLASS(CarDelivered, (), (order_id, customer_id, salesperson_id, model_id, delivered_on), (),
                       ())
};
struct OrderCancelled {
  static constexpr std::string_view kind = "order_cancelled";
  std::string order_id, cancelled_on;
  BOOST_DESCRIBE_CLASS(OrderCancelled, (), (order_id, cancelled_on), (), ())
};

/// Somebody has written before they came; `outcome` as in leads.h.
struct LeadReceived {
  static constexpr std::string_view kind = "lead_received";
  std::string lead_id, outcome;
  BOOST_DESCRIBE_CLASS(LeadReceived, (), (lead_id, outcome), (), ())
};

/// Nobody has answered a lead in time: it has gone to somebody else, with the card.
struct LeadReassigned {
  static constexpr std::string_view kind = "lead_reassigned";
  std::string lead_id;
  std::optional<std::string> from;
  std::string to;
  BOOST_DESCRIBE_CLASS(LeadReassigned, (), (lead_id, from, to), (), ())
};
/// Nobody has answered a lead at all within the last limit: the manager is to know.
struct LeadEscalated {
  static constexpr std::string_view kind = "lead_escalated";
  std::string lead_id;
  std::optional<std::string> salesperson_id;
  BOOST_DESCRIBE_CLASS(LeadEscalated, (), (lead_id, salesperson_id), (), ())
};
struct AnswerTimesSet {
  static constexpr std::string_view kind = "answer_times_set";
  std::string from_day;
  BOOST_DESCRIBE_CLASS(AnswerTimesSet, (), (from_day), (), ())
};
struct LeadRulesSet {
  static constexpr std::string_view kind = "lead_rules_set";
  std::int64_t rules;  ///< how many there are now
  BOOST_DESCRIBE_CLASS(LeadRulesSet, (), (rules), (), ())
};

struct RulesSet {
  static constexpr std::string_view kind = "follow_up_rules_set";
  std::string from_day;
  BOOST_DESCRIBE_CLASS(RulesSet, (), (from_day), (), ())
};

struct LossAsked {
  static constexpr std::string_view kind = "loss_asked";
  Grade grade;
  BOOST_DESCRIBE_CLASS(LossAsked, (), (grade), (), ())
};
struct LossApproved {
  static constexpr std::string_view kind = "loss_approved";
  Grade grade;
  BOOST_DESCRIBE_CLASS(LossApproved, (), (grade), (), ())
};
struct LossRejected {
  static constexpr std::string_view kind = "loss_rejected";
  Grade grade;
  BOOST_DESCRIBE_CLASS(LossRejected, (), (grade), (), ())
};

}  // namespace guanxi::prospects
