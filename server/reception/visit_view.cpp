#include "reception/visit_view.h"

namespace guanxi::reception {
namespace {

std::optional<Name> name(const std::optional<std::string>& id, const std::optional<std::string>& text) {
  if (!id) return std::nullopt;
  return Name{*id, text.value_or("")};
}

std::optional<json::Time> time(const std::optional<Instant>& instant) {
  if (!instant) return std::nullopt;
  return json::Time{*instant};
}

void add_details(const Details& details, VisitView& view) {
  view.price_from = details.price_from;
  view.price_to = details.price_to;
  view.purchase_when = details.purchase_when;
  view.purchase_day = details.purchase_day;
  view.asks = details.asks;
  view.second_face = details.second_face;
  view.story = details.story;
  view.test_drive = details.test_drive;
  view.quote = details.quote;
  view.trade_in = details.trade_in;
}

}  // namespace

VisitView view_of(const NamedVisit& named, const Actor& actor, Instant now) {
  const Visit& visit = named.visit;
  VisitView view{};
  view.id = visit.id;
  view.store_id = visit.store_id;
  view.way = visit.way;
  view.kind = visit.kind;
  view.occasion = visit.occasion;
  view.arrived_at = {visit.arrived_at};
  view.left_at = time(visit.left_at);
  if (visit.left_at) view.minutes = (*visit.left_at - visit.arrived_at) / kMinute;
  view.day = visit.day;
  view.party_size = visit.party_size;
  view.salesperson = name(visit.salesperson_id, named.salesperson);
  view.first_salesperson = name(visit.first_salesperson_id, named.first_salesperson);
  view.opened_by = name(visit.opened_by, named.opened_by);
  view.channel_code = visit.channel_code;
  view.standing = visit.standing;
  view.overdue = overdue(visit, now);
  if (visit.customer_id) {
    // Contacts are for who may open the customer's page; the name alone tells the front desk whom to greet.
    const bool may_call = actor.may("customers.read") || visit.salesperson_id == actor.id;
    CustomerOfVisit customer{*visit.customer_id, named.customer_name.value_or(""), {}, {}, {}};
    if (named.customer_sex) customer.sex = json::from_word<dealership::Sex>(*named.customer_sex);
    if (may_call) customer.phone = named.customer_phone;
    if (may_call) customer.wechat = named.customer_wechat;
    view.customer = std::move(customer);
  }
  view.model = name(visit.details.model_id, named.model);
  add_details(visit.details, view);
  view.reason_code = visit.reason_code;
  view.exclusion_code = visit.exclusion_code;
  view.exclusion_asked_by = name(visit.exclusion_asked_by, named.exclusion_asked_by);
  view.exclusion_confirmed_by = name(visit.exclusion_confirmed_by, named.exclusion_confirmed_by);
  view.closed_at = time(visit.closed_at);
  view.version = visit.version;
  view.can = possible_actions(visit, actor);
  return view;
}

std::vector<VisitView> views_of(const std::vector<NamedVisit>& visits, const Actor& actor, Instant now) {
  std::vector<VisitView> views;
  views.reserve(visits.size());
  for (const auto& visit : visits) views.push_back(view_of(visit, actor, now));
  return views;
}

}  // namespace guanxi::reception
