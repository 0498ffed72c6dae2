#include "prospects/appointment.h"

#include <algorithm>
#include <boost/mp11.hpp>

namespace guanxi::prospects {
namespace {

/// What the appointment's standing says against it.
std::string_view hindrance(const Appointment& appointment, AppointmentAction action, Instant now) {
  using enum AppointmentStanding;
  const bool open = appointment.standing == invited;
  switch (action) {
    case AppointmentAction::edit:
    case AppointmentAction::cancel:
      return open ? "" : "appointment_is_over";
    case AppointmentAction::arrive:
      return open || appointment.standing == missed ? "" : "appointment_is_over";
    case AppointmentAction::miss: {
      const bool by_mistake = appointment.standing == came && !appointment.visit_id;
      if (!open && !by_mistake) return "appointment_is_over";
      return appointment.at <= now ? "" : "not_yet";
    }
  }
  throw Bug("an action without a rule");
}

/// Cards without a next date are closed, or wait for somebody's decision.
bool has_a_next_date(const Card& card) {
  return !card.closed_at && card.standing != CardStanding::loss_asked;
}

std::optional<std::string> promise_of(const Card& card) {
  return card.next ? card.next->promise : std::nullopt;
}

}  // namespace

Result<> check_may(const Appointment& appointment, const Card& card, const Actor& actor,
                   AppointmentAction action, Instant now) {
  const bool works =
      actor.may("prospects.manage") || (actor.may("prospects.follow") && card.salesperson_id == actor.id);
  if (!works) return refuse(Refusal::forbidden());
  if (card.closed_at) return refuse(Refusal::conflict("card_closed"));
  const auto against = hindrance(appointment, action, now);
  if (!against.empty()) return refuse(Refusal::conflict(std::string(against)));
  return {};
}

std::vector<AppointmentAction> possible_actions(const Appointment& appointment, const Card& card,
                                                const Actor& actor, Instant now) {
  std::vector<AppointmentAction> can;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<AppointmentAction>>([&](auto action) {
    if (check_may(appointment, card, actor, action.value, now)) can.push_back(action.value);
  });
  return can;
}

FollowUpWay way_of(AppointmentPurpose purpose) {
  return purpose == AppointmentPurpose::test_drive ? FollowUpWay::test_drive : FollowUpWay::visit;
}

void plan(Card& card, Instant at, FollowUpWay way, Instant now) {
  if (!has_a_next_date(card)) return;
  const bool due_before = card.next && card.next->at >= now && card.next->at < at;
  if (!due_before) card.next = Next{at, true, way, promise_of(card)};
}

bool due_for(const Card& card, Instant planned_at) {
  return card.next && card.next->timed && card.next->at == planned_at;
}

void plan_anew(Card& card, Instant planned_at, Instant at, FollowUpWay way, Instant now) {
  if (due_for(card, planned_at))
    card.next = Next{at, true, way, promise_of(card)};
  else
    plan(card, at, way, now);
}

void note_arrival(Card& card, Instant planned_at, Instant here_at, Instant next_at, Instant now) {
  card.reached_at = std::max(card.reached_at.value_or(here_at), here_at);
  card.tries = 0;
  if (!has_a_next_date(card)) return;
  if (!card.next || card.next->at <= now || due_for(card, planned_at))
    card.next = Next{next_at, false, std::nullopt, std::nullopt};
}

void note_absence(Card& card, Instant planned_at, Instant next_at) {
  if (!has_a_next_date(card)) return;
  if (!card.next || card.next->at > next_at || due_for(card, planned_at))
    card.next = Next{next_at, false, FollowUpWay::call, promise_of(card)};
}

}  // namespace guanxi::prospects
