#include "prospects/cards.h"

#include "platform/identity/uuid.h"
#include "prospects/appointments.h"
#include "prospects/lead_clock.h"

namespace guanxi::prospects {
namespace {

using reception::PurchaseWhen;

facts::Happening about(const Card& card, const std::string& actor_id, Instant now) {
  return {card.store_id, now, actor_id, "card", card.id};
}

/// What was not said this time stays as it was said before.
void add_wants(Wants& wants, const reception::VisitFiled& filed) {
  if (filed.model_id) wants.model_id = filed.model_id;
  if (filed.price_from) wants.price_from = filed.price_from;
  if (filed.price_to) wants.price_to = filed.price_to;
}

Card new_card(const facts::Happening& happening, const reception::VisitFiled& filed) {
  Card card;
  card.store_id = happening.store_id;
  card.id = new_uuid(happening.at);
  card.customer_id = filed.customer_id;
  card.visit_id = happening.subject_id;
  card.salesperson_id = filed.salesperson_id;
  card.opened_at = happening.at;
  return card;
}

/// They were here: nobody has to ask after them before tomorrow.
void note_presence(Card& card, const Store& store, const Rules& rules, const Works& works, Instant at) {
  card.standing = card.standing == CardStanding::loss_asked ? CardStanding::following : card.standing;
  card.reached_at = at;
  card.tries = 0;
  card.next = Next{first_due(at, rules.cadence, store, works), false, {}, {}};
}

std::optional<std::string> text(const auto& field) {
  return field ? std::optional(field->value) : std::nullopt;
}

Wants wants_of(const CardEdit& input) {
  Wants wants;
  wants.model_id = text(input.model_id);
  wants.colour = text(input.colour);
  wants.competing_model = text(input.competing_model);
  wants.car_condition = input.car_condition;
  wants.trade_in = input.trade_in;
  wants.payment = input.payment;
  if (input.price_from) wants.price_from = input.price_from->value;
  if (input.price_to) wants.price_to = input.price_to->value;
  return wants;
}

void check_edit(database::Transaction& tx, const Card& before, const CardEdit& input, Wrongs& wrongs) {
  if (input.model_id && before.wants.model_id != input.model_id->value &&
      !dealership::find_model(tx, *input.model_id)) {
    wrongs.note("/model_id", "no_such_model");
  }
  if (input.price_from && input.price_to && *input.price_to < *input.price_from) {
    wrongs.note("/price_to", "range_upside_down");
  }
  const bool on_a_date = input.purchase_when == PurchaseWhen::date;
  if (on_a_date && !input.purchase_day) wrongs.note("/purchase_day", "required");
  if (!on_a_date && input.purchase_day) wrongs.note("/purchase_day", "only_with_date");
  if (input.grade && !input.grade_reason) wrongs.note("/grade_reason", "reason_needed");
  if (!input.grade && input.grade_reason) wrongs.note("/grade_reason", "only_with_grade");
}

/// Which fields of the card read otherwise now.
std::vector<std::string> changed_fields(const Card& before, const Card& after) {
  std::vector<std::string> fields;
  const auto compare = [&](const char* name, const auto& left, const auto& right) {
    if (left != right) fields.emplace_back(name);
  };
  compare("model_id", before.wants.model_id, after.wants.model_id);
  compare("colour", before.wants.colour, after.wants.colour);
  compare("competing_model", before.wants.competing_model, after.wants.competing_model);
  compare("car_condition", before.wants.car_condition, after.wants.car_condition);
  compare("trade_in", before.wants.trade_in, after.wants.trade_in);
  compare("payment", before.wants.payment, after.wants.payment);
  compare("price_from", before.wants.price_from, after.wants.price_from);
  compare("price_to", before.wants.price_to, after.wants.price_to);
  compare("purchase_when", before.purchase_when, after.purchase_when);
  compare("expected_on", before.expected_on, after.expected_on);
  compare("sureness", before.sureness, after.sureness);
  compare("grade_reason", before.grade_reason, after.grade_reason);
  return fields;
}

/// The day that the edit names, unless it says the same as the card already.
std::optional<SaidDay> said_anew(const Card& before, const CardEdit& input) {
  const bool same_day = !input.purchase_day || before.expected_on == input.purchase_day->value;
  if (input.purchase_when == before.purchase_when && same_day) return std::nullopt;
  return SaidDay{input.purchase_when, text(input.purchase_day)};
}

}  // namespace

void announce_grade(database::Transaction& tx, const std::string& actor_id, const Card& card, Grade before,
                    GradeCause cause, Instant now) {
  if (card.grade == before) return;
  facts::announce(tx, about(card, actor_id, now), CardRegraded{before, card.grade, cause, {}});
}

void say_day(database::Transaction& tx, const Actor& actor, const Store& store, Card& card,
             const SaidDay& said, Instant said_at, Instant now) {
  const auto zone = store.zone();
  const auto before = card.grade;
  const auto expected_on = expected_day(said.when, said.named_day, zone.day(said_at));
  const auto today = zone.day(now);
  date_card(card, said.when, expected_on, said_at, today, rules_on(tx, store.id, today).windows);
  announce_grade(tx, actor.id, card, before, GradeCause::said, now);
}

Result<CardView> save_card(database::Transaction& tx, const Actor& actor, const Store& store, Card& card,
                           Instant now) {
  const bool saved = update_card(tx, card);
  const auto as_it_stands = CardViews(tx, actor, store, now).of(*find_card(tx, store.id, card.id));
  if (!saved) return refuse(Refusal::stale(json::to_text(as_it_stands)));
  return as_it_stands;
}

void take_filed_visit(database::Transaction& tx, const facts::Happening& happening,
                      const reception::VisitFiled& filed) {
  const auto store = dealership::load_store(tx, happening.store_id);
  const auto today = store.zone().day(happening.at);
  const auto rules = rules_on(tx, store.id, today);
  const auto when = filed.purchase_when.value_or(PurchaseWhen::unknown);
  const auto expected_on = expected_day(when, filed.purchase_day, filed.day);
  auto open = filed.customer_is_new ? std::nullopt : open_card_of(tx, store.id, filed.customer_id);
  const bool is_new = !open;
  Card card = open ? *std::move(open) : new_card(happening, filed);
  const auto before = card.grade;
  add_wants(card.wants, filed);
  note_presence(card, store, rules, works_of(tx, store, card.salesperson_id, today), happening.at);
  if (is_new || when != PurchaseWhen::unknown) {
    date_card(card, when, expected_on, happening.at, today, rules.windows);
  }
  if (is_new) {
    insert_card(tx, card);
    facts::announce(tx, about(card, happening.actor_id, happening.at),
                    CardOpened{card.customer_id, card.visit_id, card.grade, card.salesperson_id});
  } else {
    CHECK(update_card(tx, card));
    Actor receiver;
    receiver.id = happening.actor_id;
    // An old log that is brought in says nothing of today.
    if (filed.day == today) note_response(tx, receiver, card, happening.at);
    announce_grade(tx, happening.actor_id, card, before, GradeCause::said, happening.at);
    // Who was not known at the door may have been expected all the same.
    note_visit(tx, happening.actor_id, store, card, happening.subject_id, happening.at);
  }
}

Result<NamedCard> see_card(database::Transaction& tx, const Actor& actor, const Store& store,
                           const std::string& id) {
  auto found = find_card(tx, store.id, id);
  if (!found || !visible_to(found->card, actor)) return refuse(Refusal::not_found());
  return *std::move(found);
}

Result<CardView> edit_card(database::Transaction& tx, const Actor& actor, const Store& store,
                           const std::string& id, const CardEdit& input, std::int64_t version, Instant now,
                           Wrongs wrongs) {
  const auto found = TRY(see_card(tx, actor, store, id));
  const Card& before = found.card;
  TRY(check_may(before, actor, CardAction::edit));
  check_edit(tx, before, input, wrongs);
  TRY(wrongs.verdict());
  if (before.version != version) {
    return refuse(Refusal::stale(json::to_text(CardViews(tx, actor, store, now).of(found))));
  }
  Card card = before;
  card.wants = wants_of(input);
  card.sureness = input.sureness;
  if (const auto said = said_anew(before, input)) say_day(tx, actor, store, card, *said, now, now);
  if (input.grade && *input.grade != card.grade) {
    const auto derived = card.grade;
    grade_by_hand(card, *input.grade, *input.grade_reason, now);
    announce_grade(tx, actor.id, card, derived, GradeCause::by_hand, now);
  }
  const auto fields = changed_fields(before, card);
  if (!fields.empty()) facts::announce(tx, about(card, actor.id, now), CardEdited{fields});
  return save_card(tx, actor, store, card, now);
}

Result<CardView> hand_over_card(database::Transaction& tx, const Actor& actor, const Store& store,
                                const std::string& id, const CardHandover& input, Instant now) {
  Card card = TRY(see_card(tx, actor, store, id)).card;
  TRY(check_may(card, actor, CardAction::hand_over));
  if (!dealership::works_in(tx, store, input.to, dealership::Role::salesperson)) {
    return refuse(Refusal::field("/to", "not_a_salesperson"));
  }
  const auto from = card.salesperson_id;
  if (from == input.to.value) return refuse(Refusal::field("/to", "same_salesperson"));
  card.salesperson_id = input.to;
  dealership::put_in_charge(tx, store.id, card.customer_id, input.to);
  hand_leads_over(tx, card, input.to);
  facts::announce(tx, about(card, actor.id, now), CardHandedOver{from, input.to});
  return save_card(tx, actor, store, card, now);
}

Result<CardView> approve_loss(database::Transaction& tx, const Actor& actor, const Store& store,
                              const std::string& id, Instant now) {
  Card card = TRY(see_card(tx, actor, store, id)).card;
  TRY(check_may(card, actor, CardAction::approve_loss));
  card.standing = CardStanding::lost;
  card.closed_at = now;
  card.next.reset();
  card.regrade_on.reset();
  facts::announce(tx, about(card, actor.id, now), LossApproved{card.grade});
  end_plans(tx, actor.id, card, now);
  return save_card(tx, actor, store, card, now);
}

Result<CardView> reject_loss(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& id, Instant now) {
  Card card = TRY(see_card(tx, actor, store, id)).card;
  TRY(check_may(card, actor, CardAction::reject_loss));
  card.standing = CardStanding::following;
  const auto rules = rules_on(tx, store.id, store.zone().day(now));
  const auto works = works_of(tx, store, card.salesperson_id, store.zone().day(now));
  card.next = Next{first_due(now, rules.cadence, store, works), false, {}, {}};
  facts::announce(tx, about(card, actor.id, now), LossRejected{card.grade});
  return save_card(tx, actor, store, card, now);
}

}  // namespace guanxi::prospects
