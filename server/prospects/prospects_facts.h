// Facts of the prospects. They hold ids and choices, never names, numbers or what was said: the log is kept
// for good.
#pragma once

#include "platform/json/types.h"
#include "prospects/appointment.h"

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

/// Somebody of the card's party was added, corrected or taken away; `roles` as they are, or were at last.
struct PartyMemberAdded {
  static constexpr std::string_view kind = "party_member_added";
  std::string member_id;
  std::vector<PartyRole> roles;
  BOOST_DESCRIBE_CLASS(PartyMemberAdded, (), (member_id, roles), (), ())
};
struct PartyMemberEdited {
  static constexpr std::string_view kind = "party_member_edited";
  std::string member_id;
  std::vector<PartyRole> roles;
  BOOST_DESCRIBE_CLASS(PartyMemberEdited, (), (member_id, roles), (), ())
};
struct PartyMemberRemoved {
  static constexpr std::string_view kind = "party_member_removed";
  std::string member_id;
  std::vector<PartyRole> roles;
  BOOST_DESCRIBE_CLASS(PartyMemberRemoved, (), (member_id, roles), (), ())
};

/// The reader has seen a notice, or settled it.
struct NoticeSeen {
  static constexpr std::string_view kind = "notice_seen";
  std::string notice;  ///< its kind
  std::string customer_id;
  BOOST_DESCRIBE_CLASS(NoticeSeen, (), (notice, customer_id), (), ())
};

/// At the beginning of a day, so many pairs were found who may be one person.
struct DuplicatesFound {
  static constexpr std::string_view kind = "duplicates_found";
  std::int64_t pairs;
  BOOST_DESCRIBE_CLASS(DuplicatesFound, (), (pairs), (), ())
};
/// Two customers are not the same person, somebody says.
struct FoundDifferent {
  static constexpr std::string_view kind = "found_different";
  std::string other_id;
  BOOST_DESCRIBE_CLASS(FoundDifferent, (), (other_id), (), ())
};
/// Two customers were one person: the other one went up in this one; and it was taken back.
struct CustomersMerged {
  static constexpr std::string_view kind = "customers_merged";
  std::string merge_id, merged_id;
  BOOST_DESCRIBE_CLASS(CustomersMerged, (), (merge_id, merged_id), (), ())
};
struct MergeUndone {
  static constexpr std::string_view kind = "merge_undone";
  std::string merge_id, merged_id;
  BOOST_DESCRIBE_CLASS(MergeUndone, (), (merge_id, merged_id), (), ())
};
/// The card that stays open is of who is in charge now; of two open cards, the other one was closed as merged
/// with it. And it was taken back.
struct CardsMerged {
  static constexpr std::string_view kind = "cards_merged";
  std::string merge_id;
  std::optional<std::string> merged_card_id, salesperson_id;
  BOOST_DESCRIBE_CLASS(CardsMerged, (), (merge_id, merged_card_id, salesperson_id), (), ())
};
struct CardsParted {
  static constexpr std::string_view kind = "cards_parted";
  std::string merge_id;
  std::optional<std::string> merged_card_id, salesperson_id;
  BOOST_DESCRIBE_CLASS(CardsParted, (), (merge_id, merged_card_id, salesperson_id), (), ())
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

/// Somebody keeps a way of looking at the cards, changes or forgets it. Its name stays out of the log.
struct ListFilterChanged {
  static constexpr std::string_view kind = "list_filter_changed";
  std::string action;  ///< saved, edited, removed
  bool shared;
  BOOST_DESCRIBE_CLASS(ListFilterChanged, (), (action, shared), (), ())
};

/// Many cards went to others in one go; each of them has its own `card_handed_over` as well.
struct CardsReassigned {
  static constexpr std::string_view kind = "cards_reassigned";
  std::string reassignment_id;
  std::optional<std::string> from;  ///< nobody: cards without a salesperson
  std::string reason;               ///< leaving, ill, other
  std::int64_t cards, people;       ///< so many cards, to so many people
  bool accesses_ended;
  BOOST_DESCRIBE_CLASS(CardsReassigned, (), (reassignment_id, from, reason, cards, people, accesses_ended),
                       (), ())
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

// An appointment of a card; `at` is when they are expected.
struct AppointmentMade {
  static constexpr std::string_view kind = "appointment_made";
  std::string appointment_id;
  json::Time at;
  AppointmentPurpose purpose;
  BOOST_DESCRIBE_CLASS(AppointmentMade, (), (appointment_id, at, purpose), (), ())
};
struct AppointmentMoved {
  static constexpr std::string_view kind = "appointment_moved";
  std::string appointment_id;
  json::Time at, was_at;
  AppointmentPurpose purpose;
  BOOST_DESCRIBE_CLASS(AppointmentMoved, (), (appointment_id, at, was_at, purpose), (), ())
};
struct AppointmentEdited {
  static constexpr std::string_view kind = "appointment_edited";
  std::string appointment_id;
  std::vector<std::string> fields;
  BOOST_DESCRIBE_CLASS(AppointmentEdited, (), (appointment_id, fields), (), ())
};
struct AppointmentKept {
  static constexpr std::string_view kind = "appointment_kept";
  std::string appointment_id;
  json::Time at;
  AppointmentPurpose purpose;
  std::optional<std::string> visit_id;
  BOOST_DESCRIBE_CLASS(AppointmentKept, (), (appointment_id, at, purpose, visit_id), (), ())
};
struct AppointmentMissed {
  static constexpr std::string_view kind = "appointment_missed";
  std::string appointment_id;
  json::Time at;
  AppointmentPurpose purpose;
  BOOST_DESCRIBE_CLASS(AppointmentMissed, (), (appointment_id, at, purpose), (), ())
};
struct AppointmentCancelled {
  static constexpr std::string_view kind = "appointment_cancelled";
  std::string appointment_id;
  json::Time at;
  AppointmentPurpose purpose;
  BOOST_DESCRIBE_CLASS(AppointmentCancelled, (), (appointment_id, at, purpose), (), ())
};

// A test car taken for a card's customer.
struct DriveBooked {
  static constexpr std::string_view kind = "drive_booked";
  std::string drive_id, car_id;
  json::Time starts_at, ends_at;
  BOOST_DESCRIBE_CLASS(DriveBooked, (), (drive_id, car_id, starts_at, ends_at), (), ())
};
struct DriveMoved {
  static constexpr std::string_view kind = "drive_moved";
  std::string drive_id, car_id;
  json::Time starts_at, ends_at;
  BOOST_DESCRIBE_CLASS(DriveMoved, (), (drive_id, car_id, starts_at, ends_at), (), ())
};
struct DriveFinished {
  static constexpr std::string_view kind = "drive_finished";
  std::string drive_id, car_id;
  json::Time starts_at, ends_at;
  bool licence_seen;
  BOOST_DESCRIBE_CLASS(DriveFinished, (), (drive_id, car_id, starts_at, ends_at, licence_seen), (), ())
};
struct DriveCancelled {
  static constexpr std::string_view kind = "drive_cancelled";
  std::string drive_id, car_id;
  json::Time starts_at, ends_at;
  BOOST_DESCRIBE_CLASS(DriveCancelled, (), (drive_id, car_id, starts_at, ends_at), (), ())
};

}  // namespace guanxi::prospects
