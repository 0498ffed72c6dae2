#include "prospects/card.h"

#include <boost/mp11.hpp>

#include "platform/clock/weekday.h"

namespace guanxi::prospects {
namespace {

using reception::PurchaseWhen;

std::string first_of_month(const std::string& day) { return day.substr(0, 8) + "01"; }

/// The first day of the month after the day's.
std::string next_month(const std::string& day) { return first_of_month(add_days(first_of_month(day), 31)); }

/// Whether it is for the manager to do, not for the salesperson in charge.
bool is_the_managers(CardAction action) {
  using enum CardAction;
  return action == hand_over || action == approve_loss || action == reject_loss;
}

/// What the card's standing says against it.
std::string_view hindrance(const Card& card, CardAction action) {
  using enum CardAction;
  const bool asked = card.standing == CardStanding::loss_asked;
  const bool ordered = card.standing == CardStanding::ordered;
  switch (action) {
    case follow_up:
      return asked ? "loss_is_asked" : "";
    case place_order:
      return asked ? "loss_is_asked" : ordered ? "order_is_open" : "";
    case deliver:
    case cancel_order:
      return ordered ? "" : "no_open_order";
    case approve_loss:
    case reject_loss:
      return asked ? "" : "no_loss_asked";
    case edit:
    case hand_over:
      return "";
  }
  throw Bug("an action without a rule");
}

}  // namespace

std::optional<std::string> expected_day(PurchaseWhen when, const std::optional<std::string>& named_day,
                                        const std::string& visit_day) {
  switch (when) {
    case PurchaseWhen::this_week:
      return add_days(visit_day, 7 - weekday_of(visit_day));
    case PurchaseWhen::this_month:
      return add_days(next_month(visit_day), -1);
    case PurchaseWhen::next_month:
      return add_days(next_month(next_month(visit_day)), -1);
    case PurchaseWhen::date:
      return named_day;
    case PurchaseWhen::unknown:
      return std::nullopt;
  }
  throw Bug("a time of purchase without a rule");
}

Grade grade_of(const std::optional<std::string>& expected_day, const std::string& today,
               const Windows& windows) {
  if (!expected_day) return Grade::N;
  const int ahead = days_between(today, *expected_day);
  const auto beyond = -ahead - windows.grace;  // days since the grace was over
  if (beyond > windows.a + windows.b) return Grade::C;
  if (beyond > windows.a) return Grade::B;
  if (beyond > 0) return Grade::A;
  if (ahead <= windows.h) return Grade::H;
  if (ahead <= windows.a) return Grade::A;
  if (ahead <= windows.b) return Grade::B;
  return Grade::C;
}

std::optional<std::string> next_move(const std::optional<std::string>& expected_day, const std::string& today,
                                     const Windows& windows) {
  if (!expected_day) return std::nullopt;
  const auto over = windows.grace + 1;
  for (const auto days :
       {-windows.b, -windows.a, -windows.h, over, over + windows.a, over + windows.a + windows.b}) {
    auto day = add_days(*expected_day, static_cast<int>(days));
    if (day > today && grade_of(expected_day, day, windows) != grade_of(expected_day, today, windows))
      return day;
  }
  return std::nullopt;
}

bool must_be_redated(const std::optional<std::string>& expected_day, const std::string& today,
                     const Windows& windows) {
  return expected_day && days_between(*expected_day, today) > windows.grace;
}

Grade hotter(Grade grade) {
  switch (grade) {
    case Grade::C:
      return Grade::B;
    case Grade::B:
      return Grade::A;
    case Grade::A:
    case Grade::H:
      return Grade::H;
    case Grade::N:
      return Grade::N;
  }
  throw Bug("a grade without a hotter one");
}

bool face_to_face(FollowUpWay way) { return way != FollowUpWay::call && way != FollowUpWay::message; }

void date_card(Card& card, PurchaseWhen when, std::optional<std::string> expected_on, Instant said_at,
               const std::string& today, const Windows& windows) {
  card.purchase_when = when;
  card.expected_on = std::move(expected_on);
  card.said_at = said_at;
  card.grade = grade_of(card.expected_on, today, windows);
  card.grade_reason.reset();
  card.regrade_on = next_move(card.expected_on, today, windows);
}

void grade_by_hand(Card& card, Grade grade, std::string reason, Instant said_at) {
  card.grade = grade;
  card.grade_reason = std::move(reason);
  card.said_at = said_at;
  card.regrade_on.reset();
}

bool visible_to(const Card& card, const Actor& actor) {
  return actor.may("prospects.read") || (actor.may("prospects.own") && card.salesperson_id == actor.id);
}

std::vector<CardAction> possible_actions(const Card& card, const Actor& actor) {
  std::vector<CardAction> can;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<CardAction>>([&](auto action) {
    if (check_may(card, actor, action.value)) can.push_back(action.value);
  });
  return can;
}

Result<> check_may(const Card& card, const Actor& actor, CardAction action) {
  const bool manages = actor.may("prospects.manage");
  const bool works = manages || (actor.may("prospects.follow") && card.salesperson_id == actor.id);
  if (is_the_managers(action) ? !manages : !works) return refuse(Refusal::forbidden());
  if (card.closed_at) return refuse(Refusal::conflict("card_closed"));
  const auto against = hindrance(card, action);
  if (!against.empty()) return refuse(Refusal::conflict(std::string(against)));
  return {};
}

}  // namespace guanxi::prospects
