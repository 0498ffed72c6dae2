#include "prospects/appointments.h"

#include <algorithm>

#include "prospects/bookings.h"
#include "prospects/plans_ahead.h"

namespace guanxi::prospects {
namespace {

/// What was said a moment ago may arrive now.
constexpr Instant kLateBy = 5 * kMinute;
constexpr int kFarthest = 400;  // days

facts::Happening about(const Card& card, const std::string& actor_id, Instant now) {
  return {card.store_id, now, actor_id, "card", card.id};
}

void check_time(Instant at, Instant now, Wrongs& wrongs) {
  if (wrongs.concern("/at")) return;
  if (at < now - kLateBy) wrongs.note("/at", "in_the_past");
  if (at > now + kFarthest * kDay) wrongs.note("/at", "too_far_ahead", {{"max", std::to_string(kFarthest)}});
}

Appointment new_appointment(const Card& card, const Actor& actor, const NewAppointment& input, Instant now) {
  Appointment appointment;
  appointment.store_id = card.store_id;
  appointment.id = input.id;
  appointment.card_id = card.id;
  appointment.at = input.at;
  appointment.purpose = input.purpose;
  if (input.note) appointment.note = *input.note;
  appointment.made_at = now;
  appointment.made_by = actor.id;
  return appointment;
}

std::optional<TestDrive> drive_for(const Appointment& appointment, const std::optional<CarForIt>& input) {
  if (!input) return std::nullopt;
  TestDrive drive;
  drive.store_id = appointment.store_id;
  drive.id = input->id;
  drive.card_id = appointment.card_id;
  drive.car_id = input->car_id;
  drive.appointment_id = appointment.id;
  drive.taken = {appointment.at, appointment.at + input->minutes * kMinute};
  drive.booked_at = appointment.made_at;
  drive.booked_by = appointment.made_by;
  return drive;
}

/// An appointment with its card, for who may see both.
struct Seen {
  Appointment appointment;
  NamedCard card;
};
Result<Seen> see(database::Transaction& tx, const Actor& actor, const Store& store, const std::string& id) {
  auto appointment = find_appointment(tx, store.id, id);
  if (!appointment) return refuse(Refusal::not_found());
  auto card = TRY(see_card(tx, actor, store, appointment->card_id));
  return Seen{*std::move(appointment), std::move(card)};
}

void settle(database::Transaction& tx, const std::string& actor_id, Appointment& appointment,
            AppointmentStanding standing, Instant now) {
  appointment.standing = standing;
  appointment.settled_at = now;
  appointment.settled_by = actor_id;
  CHECK(update_appointment(tx, appointment));
}

void settle_as_kept(database::Transaction& tx, const std::string& actor_id, const Card& card,
                    Appointment& appointment, Instant now) {
  settle(tx, actor_id, appointment, AppointmentStanding::came, now);
  facts::announce(
      tx, about(card, actor_id, now),
      AppointmentKept{appointment.id, {appointment.at}, appointment.purpose, appointment.visit_id});
}

void settle_as_cancelled(database::Transaction& tx, const std::string& actor_id, const Card& card,
                         Appointment& appointment, Instant now) {
  settle(tx, actor_id, appointment, AppointmentStanding::cancelled, now);
  facts::announce(tx, about(card, actor_id, now),
                  AppointmentCancelled{appointment.id, {appointment.at}, appointment.purpose});
}

void free_car_of(database::Transaction& tx, const std::string& actor_id, const Card& card,
                 const Appointment& appointment, Instant now) {
  auto drive = booked_for(tx, appointment.store_id, appointment.id);
  if (drive) free_car(tx, actor_id, card, *drive, std::nullopt, now);
}

Instant within_a_day(database::Transaction& tx, const Store& store, Instant now) {
  return first_due(now, rules_on(tx, store.id, store.zone().day(now)).cadence, store);
}

/// Saves the card and tells the appointment as it stands now.
Result<AppointmentView> save(database::Transaction& tx, const Actor& actor, const Store& store, Card& card,
                             const Appointment& appointment, Instant now) {
  TRY(save_card(tx, actor, store, card, now));
  return PlanViews(tx, actor, store, now).of(appointment, *find_card(tx, store.id, card.id));
}

std::vector<std::string> changed_fields(const Appointment& before, const Appointment& after) {
  std::vector<std::string> fields;
  if (before.purpose != after.purpose) fields.emplace_back("purpose");
  if (before.note != after.note) fields.emplace_back("note");
  return fields;
}

void announce_edit(database::Transaction& tx, const facts::Happening& happening, const Appointment& before,
                   const Appointment& after) {
  if (before.at != after.at)
    facts::announce(tx, happening, AppointmentMoved{after.id, {after.at}, {before.at}, after.purpose});
  auto fields = changed_fields(before, after);
  if (!fields.empty()) facts::announce(tx, happening, AppointmentEdited{after.id, std::move(fields)});
}

/// They may still come: also somebody of whom it was said that they did not.
bool awaited(const Appointment& appointment) {
  return appointment.standing == AppointmentStanding::invited ||
         appointment.standing == AppointmentStanding::missed;
}

/// The appointment next in time to the arrival.
std::optional<Appointment> nearest(const std::vector<Appointment>& appointments, Instant at) {
  const auto distance = [at](const Appointment& each) { return std::abs(each.at - at); };
  const auto found = std::ranges::min_element(appointments, {}, distance);
  return found == appointments.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

void agree(database::Transaction& tx, const Card& card, const Appointment& appointment) {
  insert_appointment(tx, appointment);
  facts::announce(tx, about(card, appointment.made_by, appointment.made_at),
                  AppointmentMade{appointment.id, {appointment.at}, appointment.purpose});
}

Result<AppointmentView> invite(database::Transaction& tx, const Actor& actor, const Store& store,
                               const std::string& card_id, const NewAppointment& input, Instant now,
                               Wrongs wrongs) {
  const auto found = TRY(see_card(tx, actor, store, card_id));
  if (const auto before = find_appointment(tx, store.id, input.id)) {
    if (before->card_id != card_id) return refuse(Refusal::field("/id", "in_use"));
    return PlanViews(tx, actor, store, now).of(*before, found);
  }
  Card card = found.card;
  TRY(check_may(card, actor, CardAction::follow_up));
  check_time(input.at, now, wrongs);
  const auto appointment = new_appointment(card, actor, input, now);
  const auto drive = drive_for(appointment, input.drive);
  if (drive && find_drive(tx, store.id, drive->id)) wrongs.note("/drive/id", "in_use");
  if (drive) hold_car(tx, store, *drive, "/drive/car_id", "/at", wrongs);
  TRY(wrongs.verdict());
  agree(tx, card, appointment);
  if (drive) book(tx, card, *drive);
  plan(card, appointment.at, way_of(appointment.purpose), now);
  return save(tx, actor, store, card, appointment, now);
}

Result<AppointmentView> edit_appointment(database::Transaction& tx, const Actor& actor, const Store& store,
                                         const std::string& id, const AppointmentEdit& input,
                                         std::int64_t version, Instant now, Wrongs wrongs) {
  const auto [before, found] = TRY(see(tx, actor, store, id));
  TRY(check_may(before, found.card, actor, AppointmentAction::edit, now));
  Appointment after = before;
  after.at = input.at;
  after.purpose = input.purpose;
  after.note = input.note ? std::optional(input.note->value) : std::nullopt;
  const bool moves = after.at != before.at;
  if (moves) check_time(after.at, now, wrongs);
  auto drive = moves ? booked_for(tx, store.id, id) : std::nullopt;
  if (drive) {
    const auto by = after.at - before.at;
    drive->taken = {drive->taken.from + by, drive->taken.to + by};
    hold_car(tx, store, *drive, "/at", "/at", wrongs);
  }
  TRY(wrongs.verdict());
  if (before.version != version)
    return refuse(Refusal::stale(json::to_text(PlanViews(tx, actor, store, now).of(before, found))));
  Card card = found.card;
  after.moves += moves ? 1 : 0;
  CHECK(update_appointment(tx, after));
  note_appointment_edit(tx, after, now);
  announce_edit(tx, about(card, actor.id, now), before, after);
  if (drive) move_booking(tx, actor.id, card, *drive, now);
  plan_anew(card, before.at, after.at, way_of(after.purpose), now);
  return save(tx, actor, store, card, after, now);
}

Result<AppointmentView> arrive(database::Transaction& tx, const Actor& actor, const Store& store,
                               const std::string& id, Instant now) {
  auto [appointment, found] = TRY(see(tx, actor, store, id));
  if (appointment.standing == AppointmentStanding::came)
    return PlanViews(tx, actor, store, now).of(appointment, found);
  TRY(check_may(appointment, found.card, actor, AppointmentAction::arrive, now));
  Card card = found.card;
  settle_as_kept(tx, actor.id, card, appointment, now);
  note_arrival(card, appointment.at, now, within_a_day(tx, store, now), now);
  return save(tx, actor, store, card, appointment, now);
}

Result<AppointmentView> miss(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& id, Instant now) {
  auto [appointment, found] = TRY(see(tx, actor, store, id));
  if (appointment.standing == AppointmentStanding::missed)
    return PlanViews(tx, actor, store, now).of(appointment, found);
  TRY(check_may(appointment, found.card, actor, AppointmentAction::miss, now));
  Card card = found.card;
  settle(tx, actor.id, appointment, AppointmentStanding::missed, now);
  facts::announce(tx, about(card, actor.id, now),
                  AppointmentMissed{appointment.id, {appointment.at}, appointment.purpose});
  free_car_of(tx, actor.id, card, appointment, now);
  note_absence(card, appointment.at, end_of(store, store.zone().day(now)));
  return save(tx, actor, store, card, appointment, now);
}

Result<AppointmentView> cancel_appointment(database::Transaction& tx, const Actor& actor, const Store& store,
                                           const std::string& id, const Withdrawal& input, Instant now,
                                           Wrongs wrongs) {
  auto [appointment, found] = TRY(see(tx, actor, store, id));
  TRY(wrongs.verdict());
  if (appointment.standing == AppointmentStanding::cancelled)
    return PlanViews(tx, actor, store, now).of(appointment, found);
  TRY(check_may(appointment, found.card, actor, AppointmentAction::cancel, now));
  Card card = found.card;
  if (input.reason) appointment.reason = *input.reason;
  settle_as_cancelled(tx, actor.id, card, appointment, now);
  free_car_of(tx, actor.id, card, appointment, now);
  note_absence(card, appointment.at, within_a_day(tx, store, now));
  return save(tx, actor, store, card, appointment, now);
}

std::optional<Appointment> note_visit(database::Transaction& tx, const std::string& actor_id,
                                      const Store& store, const Card& card, const std::string& visit_id,
                                      Instant now) {
  const auto named = reception::find_visit(tx, store.id, visit_id);
  CHECK(named);
  const auto& visit = named->visit;
  if (visit.kind == reception::Kind::call) return std::nullopt;
  const auto zone = store.zone();
  const Taken day{zone.start_of(visit.day), zone.start_of(add_days(visit.day, 1))};
  auto of_the_day = appointments_of_card_between(tx, store.id, card.id, day.from, day.to);
  const auto kept_by_it = [&](const Appointment& each) { return each.visit_id == visit_id; };
  if (std::ranges::any_of(of_the_day, kept_by_it)) return std::nullopt;
  std::erase_if(of_the_day, [](const Appointment& each) { return !awaited(each); });
  auto appointment = nearest(of_the_day, visit.appointed_at.value_or(visit.arrived_at));
  if (!appointment) return std::nullopt;
  appointment->visit_id = visit_id;
  settle_as_kept(tx, actor_id, card, *appointment, now);
  return appointment;
}

void note_came(database::Transaction& tx, const std::string& actor_id, const Card& card,
               const std::string& appointment_id, Instant now) {
  auto appointment = find_appointment(tx, card.store_id, appointment_id);
  if (appointment && awaited(*appointment)) settle_as_kept(tx, actor_id, card, *appointment, now);
}

void end_plans(database::Transaction& tx, const std::string& actor_id, const Card& card, Instant now) {
  for (auto& appointment : appointments_of(tx, card.store_id, card.id, 50)) {
    if (appointment.standing != AppointmentStanding::invited) continue;
    const bool came =
        card.standing == CardStanding::delivered && appointment.purpose == AppointmentPurpose::delivery;
    if (came)
      settle_as_kept(tx, actor_id, card, appointment, now);
    else
      settle_as_cancelled(tx, actor_id, card, appointment, now);
  }
  for (auto& drive : booked_of(tx, card.store_id, card.id))
    free_car(tx, actor_id, card, drive, std::nullopt, now);
}

void take_opened_visit(database::Transaction& tx, const facts::Happening& happening,
                       const reception::VisitOpened& opened) {
  // Only customers on file are expected, and they come again.
  if (opened.way == reception::Way::call || opened.occasion != reception::Occasion::again) return;
  const auto visit = reception::find_visit(tx, happening.store_id, happening.subject_id);
  if (!visit || !visit->visit.customer_id) return;
  auto card = open_card_of(tx, happening.store_id, *visit->visit.customer_id);
  if (!card) return;
  const auto store = dealership::load_store(tx, happening.store_id);
  const auto kept = note_visit(tx, happening.actor_id, store, *card, happening.subject_id, happening.at);
  if (!kept) return;
  note_arrival(*card, kept->at, visit->visit.arrived_at, within_a_day(tx, store, happening.at), happening.at);
  CHECK(update_card(tx, *card));
}

}  // namespace guanxi::prospects
