#include "prospects/card_view.h"

namespace guanxi::prospects {
namespace {

std::optional<Name> name(const std::optional<std::string>& id, const std::optional<std::string>& text) {
  if (!id) return std::nullopt;
  return Name{*id, text.value_or("")};
}

std::optional<json::Time> time(const std::optional<Instant>& instant) {
  return instant ? std::optional(json::Time{*instant}) : std::nullopt;
}

NextView view_of(const Next& next, const TimeZone& zone, Instant now) {
  return {{next.at}, zone.day(next.at), next.timed, next.at < now, next.way, next.promise};
}

}  // namespace

CardViews::CardViews(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                     Instant now)
    : actor_(actor),
      zone_(store.zone()),
      today_(zone_.day(now)),
      rules_(rules_on(tx, store.id, today_)),
      open_(open_days(store)),
      plan_(tx, store, today_),
      now_(now) {}

CardView CardViews::of(const NamedCard& named) const {
  const Card& card = named.card;
  CardView view{};
  view.id = card.id;
  view.store_id = card.store_id;
  view.customer = {card.customer_id, named.customer_name, {}, {}, {}};
  // Contacts are for who may open the customer's page.
  if (actor_.may("customers.read") || card.salesperson_id == actor_.id) {
    view.customer.phone = named.customer_phone;
    view.customer.wechat = named.customer_wechat;
    view.customer.email = named.customer_email;
  }
  view.salesperson = name(card.salesperson_id, named.salesperson);
  view.standing = card.standing;
  view.grade = card.grade;
  view.grade_reason = card.grade_reason;
  view.purchase_when = card.purchase_when;
  view.expected_on = card.expected_on;
  view.must_be_redated = !card.closed_at && must_be_redated(card.expected_on, today_, rules_.windows);
  view.sureness = card.sureness;
  view.model = name(card.wants.model_id, named.model);
  view.colour = card.wants.colour;
  view.competing_model = card.wants.competing_model;
  view.car_condition = card.wants.car_condition;
  view.trade_in = card.wants.trade_in;
  view.payment = card.wants.payment;
  view.price_from = card.wants.price_from;
  view.price_to = card.wants.price_to;
  if (card.next) view.next = view_of(*card.next, zone_, now_);
  const auto works = [&](const std::string& day) {
    return !card.salesperson_id || plan_.works_on(*card.salesperson_id, day);
  };
  if (!card.closed_at) view.next_by = latest_next_day(card, today_, rules_.cadence, open_, works);
  view.followed_at = time(card.followed_at);
  view.reached_at = time(card.reached_at);
  view.tries = card.tries;
  view.visit_id = card.visit_id;
  view.opened_at = {card.opened_at};
  view.closed_at = time(card.closed_at);
  view.version = card.version;
  view.can = possible_actions(card, actor_);
  return view;
}

std::vector<CardView> CardViews::of(const std::vector<NamedCard>& cards) const {
  std::vector<CardView> views;
  views.reserve(cards.size());
  for (const auto& card : cards) views.push_back(of(card));
  return views;
}

}  // namespace guanxi::prospects
