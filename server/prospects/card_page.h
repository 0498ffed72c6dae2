// One prospect's page: the card and everything that happened, on one line of time.
#pragma once

#include "prospects/listings.h"
#include "prospects/orders.h"
#include "prospects/party.h"
#include "prospects/plan_view.h"
#include "prospects/quote_view.h"

namespace guanxi::prospects {

struct FollowUpView {
  std::string id;
  FollowUpWay way;
  bool reached;
  std::optional<std::string> said;
  Grade grade;
  std::optional<std::string> next_on;
  bool counted;  ///< false: it arrived after a later one, which decided what comes next
  BOOST_DESCRIBE_CLASS(FollowUpView, (), (id, way, reached, said, grade, next_on, counted), (), ())
};

enum class StepKind {
  visit,
  follow_up,
  card_opened,
  card_regraded,
  card_edited,
  card_handed_over,
  loss_asked,
  loss_approved,
  loss_rejected,
  car_ordered,
  order_cancelled,
  car_delivered,
  lead_received,
  party_member_added,
  party_member_edited,
  party_member_removed,
  cards_merged,
  cards_parted,
  appointment_made,
  appointment_moved,
  appointment_kept,
  appointment_missed,
  appointment_cancelled,
  drive_booked,
  drive_moved,
  drive_cancelled,
  lead_reassigned,
  lead_escalated,
  quote_given,
  quote_withdrawn,
  quote_accepted,
  listed
};
BOOST_DESCRIBE_ENUM(StepKind, visit, follow_up, card_opened, card_regraded, card_edited, card_handed_over,
                    loss_asked, loss_approved, loss_rejected, car_ordered, order_cancelled, car_delivered,
                    lead_received, appointment_made, appointment_moved, appointment_kept, appointment_missed,
                    appointment_cancelled, drive_booked, drive_moved, drive_cancelled, party_member_added,
                    party_member_edited, party_member_removed, cards_merged, cards_parted, lead_reassigned,
                    lead_escalated, quote_given, quote_withdrawn, quote_accepted, listed)

/// What was planned: when they were expected and for what, or which car was taken.
struct PlanStep {
  json::Time at;                  ///< of an appointment; the beginning of a drive
  std::optional<json::Time> end;  ///< of a drive
  std::optional<json::Time> was_at;
  std::optional<AppointmentPurpose> purpose;
  std::optional<Name> car;
  BOOST_DESCRIBE_CLASS(PlanStep, (), (at, end, was_at, purpose, car), (), ())
};

/// Which version of which quote.
struct QuoteStep {
  std::string quote_id, number;
  std::int64_t n;
  std::optional<std::int64_t> total;  ///< minor units, when it is given
  BOOST_DESCRIBE_CLASS(QuoteStep, (), (quote_id, number, n, total), (), ())
};

/// Something that happened. Which of the further fields are there follows from the kind.
struct Step {
  json::Time at;
  StepKind kind;
  std::optional<Name> by;  ///< nobody: the clock
  std::optional<reception::VisitView> visit;
  std::optional<FollowUpView> follow_up;
  std::optional<Grade> grade_from, grade_to;
  std::optional<GradeCause> grade_cause;
  std::optional<std::vector<std::string>> fields;  ///< that were corrected
  std::optional<Name> from, to;                    ///< who had the card before, who has it from then on
  std::optional<std::vector<PartyRole>> roles;     ///< of somebody of the party
  std::optional<PlanStep> plan;
  std::optional<QuoteStep> quote;
  std::optional<Listing> listing;  ///< what the list said that was brought in
  BOOST_DESCRIBE_CLASS(Step, (),
                       (at, kind, by, visit, follow_up, grade_from, grade_to, grade_cause, fields, from, to,
                        roles, plan, quote, listing),
                       (), ())
};

/// What they did says that they are hotter than what they said: a test drive, a quote, a second visit.
enum class Sign { test_drive, quote, second_visit };
BOOST_DESCRIBE_ENUM(Sign, test_drive, quote, second_visit)
struct Suggestion {
  Grade grade;
  Sign because;
  BOOST_DESCRIBE_CLASS(Suggestion, (), (grade, because), (), ())
};

struct CardPage {
  CardView card;
  std::optional<std::string> phone_display;
  std::optional<Suggestion> suggestion;       ///< since day or grade were said last
  std::vector<PartyMemberView> party;         ///< the customer first
  std::vector<OrderView> orders;              ///< the latest first
  std::vector<AppointmentView> appointments;  ///< likewise, 50 at most
  std::vector<TestDriveView> drives;          ///< likewise
  std::vector<QuoteView> quotes;              ///< likewise
  std::vector<Step> steps;                    ///< the latest first, 200 of each kind at most
  std::int64_t version;
  BOOST_DESCRIBE_CLASS(CardPage, (),
                       (card, phone_display, suggestion, party, orders, appointments, drives, quotes, steps,
                        version),
                       (), ())
};

CardPage card_page(database::Transaction& tx, const Actor& actor, const Store& store, const NamedCard& card,
                   Instant now);

}  // namespace guanxi::prospects
