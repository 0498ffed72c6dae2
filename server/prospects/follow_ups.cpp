#include "prospects/follow_ups.h"

#include "prospects/lead_clock.h"

namespace guanxi::prospects {
namespace {

using reception::PurchaseWhen;

constexpr int kFarthest = 400;  // days

Instant due_at(const Store& store, const NewFollowUp& input) {
  return input.next_at ? input.next_at->at : end_of(store, *input.next_on);
}

void check_next(const Store& store, const NewFollowUp& input, Instant at, Wrongs& wrongs) {
  if (wrongs.concern("/next_on") || wrongs.concern("/next_at")) return;
  if (input.ending == Ending::loss) {
    if (input.next_on) wrongs.note("/next_on", "only_with_next");
    if (input.next_at) wrongs.note("/next_at", "only_with_next");
    return;
  }
  if (!input.next_on && !input.next_at) return wrongs.note("/next_on", "next_needed");
  if (input.next_on && input.next_at) return wrongs.note("/next_at", "day_or_time");
  const std::string pointer = input.next_at ? "/next_at" : "/next_on";
  const auto due = due_at(store, input);
  if (due < at) wrongs.note(pointer, "before_the_follow_up");
  if (due > at + kFarthest * kDay)
    wrongs.note(pointer, "too_far_ahead", {{"max", std::to_string(kFarthest)}});
}

void check_day(const Card& card, const NewFollowUp& input, Wrongs& wrongs) {
  if (wrongs.concern("/purchase_when")) return;
  const bool unknown = card.grade == Grade::N && input.ending == Ending::next;
  if (input.reached && unknown && !input.purchase_when) wrongs.note("/purchase_when", "required");
  const bool on_a_date = input.purchase_when == PurchaseWhen::date;
  if (on_a_date && !input.purchase_day) wrongs.note("/purchase_day", "required");
  if (!on_a_date && input.purchase_day) wrongs.note("/purchase_day", "only_with_date");
}

void check(const Store& store, const Card& card, const NewFollowUp& input, Instant at, Instant now,
           Wrongs& wrongs) {
  if (at > now + reception::kClockSkew) wrongs.note("/at", "in_the_future");
  if (at < card.opened_at - kDay) wrongs.note("/at", "before_the_card");
  if (!input.reached && face_to_face(input.way)) wrongs.note("/reached", "they_were_there");
  if (input.ending == Ending::loss && !input.said) wrongs.note("/said", "say_why");
  check_next(store, input, at, wrongs);
  const bool at_a_minute = input.ending == Ending::next && input.next_at;
  if (input.appointment && !at_a_minute) wrongs.note("/next_at", "appointment_needs_time");
  check_day(card, input, wrongs);
}

void note_contact(Card& card, bool reached, Instant at) {
  if (reached) {
    card.tries = 0;
    card.reached_at = std::max(card.reached_at.value_or(at), at);
  } else {
    ++card.tries;
  }
}

/// What follows from it for the card.
void move_on(database::Transaction& tx, const Actor& actor, const Store& store, Card& card,
             const NewFollowUp& input, Instant at, Instant now) {
  card.followed_at = at;
  if (input.sureness) card.sureness = input.sureness;
  if (input.purchase_when) {
    const auto named = input.purchase_day ? std::optional(input.purchase_day->value) : std::nullopt;
    say_day(tx, actor, store, card, {*input.purchase_when, named}, at, now);
  }
  if (input.ending == Ending::loss) {
    card.standing = CardStanding::loss_asked;
    card.next.reset();
    return;
  }
  const auto way = input.appointment ? std::optional(way_of(input.appointment->purpose)) : input.next_way;
  Next next{due_at(store, input), input.next_at.has_value(), way, {}};
  if (input.promise) next.promise = *input.promise;
  card.next = std::move(next);
}

FollowUp record_of(const Card& card, const Actor& actor, const NewFollowUp& input, Instant at, Instant now,
                   bool counted) {
  FollowUp record;
  record.store_id = card.store_id;
  record.id = input.id;
  record.card_id = card.id;
  record.at = at;
  record.noted_at = now;
  record.by_id = actor.id;
  record.way = input.way;
  record.reached = input.reached;
  if (input.said) record.said = *input.said;
  record.grade = card.grade;
  if (counted && card.next) record.next_at = card.next->at;
  record.counted = counted;
  return record;
}

/// What they agreed to come for. It was agreed on when it was said, no matter when that arrives here.
void agree_on(database::Transaction& tx, const Actor& actor, const Card& card, const NewFollowUp& input,
              Instant now) {
  Appointment appointment;
  appointment.store_id = card.store_id;
  appointment.id = input.appointment->id;
  appointment.card_id = card.id;
  appointment.at = *input.next_at;
  appointment.purpose = input.appointment->purpose;
  appointment.made_at = now;
  appointment.made_by = actor.id;
  agree(tx, card, appointment);
}

}  // namespace

Result<CardView> follow_up(database::Transaction& tx, const Actor& actor, const Store& store,
                           const std::string& card_id, const NewFollowUp& input, Instant now, Wrongs wrongs) {
  const auto found = TRY(see_card(tx, actor, store, card_id));
  if (const auto before = find_follow_up(tx, store.id, input.id)) {
    if (before->card_id != card_id) return refuse(Refusal::field("/id", "in_use"));
    return CardViews(tx, actor, store, now).of(found);
  }
  Card card = found.card;
  TRY(check_may(card, actor, CardAction::follow_up));
  const bool ordered = card.standing == CardStanding::ordered;
  if (ordered && input.ending == Ending::loss) return refuse(Refusal::conflict("order_is_open"));
  const Instant at = input.at ? std::min(input.at->at, now) : now;
  check(store, card, input, input.at ? input.at->at : now, now, wrongs);
  if (input.appointment && find_appointment(tx, store.id, input.appointment->id))
    wrongs.note("/appointment/id", "in_use");
  TRY(wrongs.verdict());
  // A later one has been noted already: what it left behind is newer.
  const bool counted = at >= card.followed_at.value_or(at);
  note_contact(card, input.reached, at);
  note_response(tx, actor, card, at);
  if (counted) move_on(tx, actor, store, card, input, at, now);
  const auto record = record_of(card, actor, input, at, now, counted);
  insert_follow_up(tx, record);
  const auto zone = store.zone();
  const auto next_on = record.next_at ? std::optional(zone.day(*record.next_at)) : std::nullopt;
  const facts::Happening happening{store.id, now, actor.id, "card", card.id};
  facts::announce(tx, happening, FollowedUp{input.way, input.reached, card.grade, next_on, counted});
  if (input.appointment) agree_on(tx, actor, card, input, now);
  if (counted && input.ending == Ending::loss) facts::announce(tx, happening, LossAsked{card.grade});
  return save_card(tx, actor, store, card, now);
}

}  // namespace guanxi::prospects
