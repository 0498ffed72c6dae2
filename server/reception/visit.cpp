#include "reception/visit.h"

#include "platform/wrongs.h"

namespace guanxi::reception {
namespace {

constexpr Instant kYear2000 = 946684800000;
constexpr Instant kLongestWait = 366 * kDay;  // from an appointed time to the visit; beyond it is a slip

void close(Visit& visit, Standing standing, Instant now) {
  visit.standing = standing;
  visit.closed_at = now;
  // Whoever closes the row at the desk has just said goodbye, unless the clock was stopped before.
  if (!visit.left_at) visit.left_at = std::max(now, visit.arrived_at);
}

}  // namespace

bool overdue(const Visit& visit, Instant now) {
  const bool unclosed = visit.standing == Standing::open || visit.standing == Standing::exclusion_asked;
  return unclosed && now - visit.arrived_at > kOpenLimit;
}

Standing counts_as(const Visit& visit, Instant now) {
  return overdue(visit, now) ? Standing::unfiled : visit.standing;
}

Result<> check_times(Instant arrived_at, std::optional<Instant> left_at, Instant now) {
  Wrongs wrongs;
  if (arrived_at > now + kClockSkew) wrongs.note("/arrived_at", "in_the_future");
  if (arrived_at < kYear2000) wrongs.note("/arrived_at", "too_long_ago");
  if (left_at && *left_at > now + kClockSkew) wrongs.note("/left_at", "in_the_future");
  if (left_at && *left_at < arrived_at && !wrongs.concern("/arrived_at"))
    wrongs.note("/left_at", "left_before_arriving");
  return wrongs.verdict();
}

Result<> check_appointment(const Visit& visit) {
  if (!visit.appointed_at) return {};
  if (visit.way != Way::appointment) return refuse(Refusal::field("/appointed_at", "only_with_appointment"));
  if (std::abs(*visit.appointed_at - visit.arrived_at) > kLongestWait) {
    return refuse(Refusal::field("/appointed_at", "far_from_the_visit"));
  }
  return {};
}

Result<> check_details(const Details& details, const std::string& visit_day) {
  Wrongs wrongs;
  if (details.price_from && details.price_to && *details.price_from > *details.price_to) {
    wrongs.note("/price_to", "range_upside_down");
  }
  const bool dated = details.purchase_when == PurchaseWhen::date;
  if (dated && !details.purchase_day) wrongs.note("/purchase_day", "required");
  if (!dated && details.purchase_day) wrongs.note("/purchase_day", "only_with_date");
  if (dated && details.purchase_day && *details.purchase_day < visit_day) {
    wrongs.note("/purchase_day", "before_the_visit");
  }
  return wrongs.verdict();
}

Result<> check_open(const Visit& visit) {
  if (visit.standing != Standing::open) return refuse(Refusal::conflict("already_closed"));
  return {};
}

Result<> leave_unfiled(Visit& visit, std::string reason_code, Instant now) {
  TRY(check_open(visit));
  if (visit.customer_id) return refuse(Refusal::conflict("already_on_file"));
  visit.reason_code = std::move(reason_code);
  close(visit, Standing::unfiled, now);
  return {};
}

Result<> file(Visit& visit, std::string customer_id, bool known_before, Instant now) {
  TRY(check_open(visit));
  if (visit.customer_id && *visit.customer_id != customer_id) {
    return refuse(Refusal::conflict("other_customer"));
  }
  // A visit that was filed before and reopened made the customer itself: that is no further visit.
  if (known_before && !visit.customer_id) visit.occasion = Occasion::again;
  visit.customer_id = std::move(customer_id);
  visit.reason_code.reset();
  close(visit, Standing::filed, now);
  return {};
}

Result<> ask_exclusion(Visit& visit, std::string exclusion_code, const std::string& person_id, Instant now) {
  TRY(check_open(visit));
  visit.exclusion_code = std::move(exclusion_code);
  visit.exclusion_asked_by = person_id;
  close(visit, Standing::exclusion_asked, now);
  return {};
}

Result<> confirm_exclusion(Visit& visit, const std::string& person_id, Instant now) {
  if (visit.standing != Standing::exclusion_asked) return refuse(Refusal::conflict("no_exclusion_asked"));
  if (visit.exclusion_asked_by == person_id) return refuse(Refusal::conflict("needs_second_person"));
  visit.exclusion_confirmed_by = person_id;
  close(visit, Standing::excluded, now);
  return {};
}

Result<> reject_exclusion(Visit& visit) {
  if (visit.standing != Standing::exclusion_asked) return refuse(Refusal::conflict("no_exclusion_asked"));
  visit.exclusion_code.reset();
  visit.exclusion_asked_by.reset();
  visit.standing = Standing::open;
  visit.closed_at.reset();
  return {};
}

Result<> reopen(Visit& visit) {
  if (visit.standing == Standing::open) return refuse(Refusal::conflict("still_open"));
  visit.standing = Standing::open;
  visit.closed_at.reset();
  visit.reason_code.reset();
  visit.exclusion_code.reset();
  visit.exclusion_asked_by.reset();
  visit.exclusion_confirmed_by.reset();
  return {};
}

bool visible_to(const Visit& visit, const Actor& actor) {
  if (actor.may("visits.read")) return true;
  return actor.may("visits.own") && (visit.salesperson_id == actor.id || visit.opened_by == actor.id);
}

std::vector<Action> possible_actions(const Visit& visit, const Actor& actor) {
  std::vector<Action> can;
  const bool own = visit.salesperson_id == actor.id || visit.opened_by == actor.id;
  const bool closes = actor.may("visits.manage") || (actor.may("visits.close") && own);
  const bool opens = actor.may("visits.open") || actor.may("visits.manage");
  if (closes) can.push_back(Action::edit);
  if (visit.standing == Standing::open) {
    if (closes) can.push_back(Action::file);
    if (closes && !visit.customer_id) can.push_back(Action::leave_unfiled);
    if (closes || actor.may("visits.open")) can.push_back(Action::exclude);
    if (opens && !visit.left_at) can.push_back(Action::depart);
    if (opens) can.push_back(Action::hand_over);
  } else if (visit.standing == Standing::exclusion_asked) {
    if (actor.may("exclusions.confirm") && visit.exclusion_asked_by != actor.id)
      can.push_back(Action::confirm_exclusion);
    if (actor.may("exclusions.confirm")) can.push_back(Action::reject_exclusion);
  }
  if (actor.may("visits.manage") && visit.standing != Standing::open) can.push_back(Action::reopen);
  return can;
}

}  // namespace guanxi::reception
