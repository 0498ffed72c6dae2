#include "reception/visit_view.h"

namespace guanxi::reception {
namespace {

std::optional<Name> name(std::optional<std::string>&& id, std::optional<std::string>&& text) {
  if (!id) return std::nullopt;
  return Name{*std::move(id), std::move(text).value_or("")};
}

std::optional<json::Time> time(const std::optional<Instant>& instant) {
  if (!instant) return std::nullopt;
  return json::Time{*instant};
}

void add_details(Details&& details, VisitView& view) {
  view.price_from = details.price_from;
  view.price_to = details.price_to;
  view.purchase_when = details.purchase_when;
  view.purchase_day = std::move(details.purchase_day);
  view.asks = details.asks;
  view.second_face = details.second_face;
  view.story = std::move(details.story);
  view.test_drive = details.test_drive;
  view.quote = details.quote;
  view.trade_in = details.trade_in;
  view.transport = details.transport;
  view.colour = std::move(details.colour);
  view.current_car = std::move(details.current_car);
  view.competing_model = std::move(details.competing_model);
  view.questionnaire = details.questionnaire;
}

/// Takes the customer's parts out of the visit.
CustomerOfVisit customer_of(NamedVisit& named, const Actor& actor) {
  // Contacts are for who may open the customer's page; the name alone tells the front desk whom to greet.
  const bool may_call = actor.may("customers.read") || named.visit.salesperson_id == actor.id;
  CustomerOfVisit customer{
      *std::move(named.visit.customer_id), std::move(named.customer_name).value_or(""), {}, {}, {}};
  if (named.customer_sex) customer.sex = json::from_word<dealership::Sex>(*named.customer_sex);
  if (may_call) customer.phone = std::move(named.customer_phone);
  if (may_call) customer.wechat = std::move(named.customer_wechat);
  return customer;
}

}  // namespace

VisitView view_of(NamedVisit named, const Actor& actor, Instant now) {
  Visit& visit = named.visit;
  VisitView view{};
  // First what is thought out from the whole visit, whose parts then move over.
  view.can = possible_actions(visit, actor);
  view.overdue = overdue(visit, now);
  if (visit.customer_id) view.customer = customer_of(named, actor);
  view.id = std::move(visit.id);
  view.store_id = std::move(visit.store_id);
  view.way = visit.way;
  view.kind = visit.kind;
  view.occasion = visit.occasion;
  view.arrived_at = {visit.arrived_at};
  view.appointed_at = time(visit.appointed_at);
  view.left_at = time(visit.left_at);
  if (visit.left_at) view.minutes = (*visit.left_at - visit.arrived_at) / kMinute;
  view.day = std::move(visit.day);
  view.party_size = visit.party_size;
  view.salesperson = name(std::move(visit.salesperson_id), std::move(named.salesperson));
  view.first_salesperson = name(std::move(visit.first_salesperson_id), std::move(named.first_salesperson));
  view.opened_by = name(std::move(visit.opened_by), std::move(named.opened_by));
  view.channel_code = std::move(visit.channel_code);
  view.standing = visit.standing;
  view.model = name(std::move(visit.details.model_id), std::move(named.model));
  add_details(std::move(visit.details), view);
  view.reason_code = std::move(visit.reason_code);
  view.exclusion_code = std::move(visit.exclusion_code);
  view.exclusion_asked_by = name(std::move(visit.exclusion_asked_by), std::move(named.exclusion_asked_by));
  view.exclusion_confirmed_by =
      name(std::move(visit.exclusion_confirmed_by), std::move(named.exclusion_confirmed_by));
  view.closed_at = time(visit.closed_at);
  view.version = visit.version;
  return view;
}

std::vector<VisitView> views_of(std::vector<NamedVisit> visits, const Actor& actor, Instant now) {
  std::vector<VisitView> views;
  views.reserve(visits.size());
  for (auto& visit : visits) views.push_back(view_of(std::move(visit), actor, now));
  return views;
}

}  // namespace guanxi::reception
