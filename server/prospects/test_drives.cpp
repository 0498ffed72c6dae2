#include "prospects/test_drives.h"

#include "prospects/bookings.h"

namespace guanxi::prospects {
namespace {

constexpr int kFarthest = 400;  // days

void check_start(const Card& card, Instant start, Instant now, Wrongs& wrongs) {
  if (wrongs.concern("/starts_at")) return;
  if (start < card.opened_at - kDay) wrongs.note("/starts_at", "before_the_card");
  if (start < now - kDay) wrongs.note("/starts_at", "in_the_past");
  if (start > now + kFarthest * kDay)
    wrongs.note("/starts_at", "too_far_ahead", {{"max", std::to_string(kFarthest)}});
}

/// That it stands for an appointment to which a car may be added, on the drive's day.
void check_appointment(database::Transaction& tx, const Store& store, const TestDrive& drive,
                       const std::string& pointer, Wrongs& wrongs) {
  if (!drive.appointment_id || wrongs.concern(pointer)) return;
  const auto appointment = find_appointment(tx, store.id, *drive.appointment_id);
  if (!appointment || appointment->card_id != drive.card_id)
    return wrongs.note(pointer, "no_such_appointment");
  const bool over = appointment->standing == AppointmentStanding::missed ||
                    appointment->standing == AppointmentStanding::cancelled;
  if (over) return wrongs.note(pointer, "appointment_is_over");
  const auto zone = store.zone();
  if (zone.day(appointment->at) != zone.day(drive.taken.from)) wrongs.note(pointer, "another_day");
}

TestDrive new_drive(const Card& card, const Actor& actor, const NewDrive& input, Instant now) {
  TestDrive drive;
  drive.store_id = card.store_id;
  drive.id = input.id;
  drive.card_id = card.id;
  drive.car_id = input.car_id;
  if (input.appointment_id) drive.appointment_id = *input.appointment_id;
  drive.taken = {input.starts_at, input.starts_at + input.minutes * kMinute};
  drive.booked_at = now;
  drive.booked_by = actor.id;
  return drive;
}

/// A drive with its card, for who may see both.
struct Seen {
  TestDrive drive;
  NamedCard card;
};
Result<Seen> see(database::Transaction& tx, const Actor& actor, const Store& store, const std::string& id) {
  auto drive = find_drive(tx, store.id, id);
  if (!drive) return refuse(Refusal::not_found());
  auto card = TRY(see_card(tx, actor, store, drive->card_id));
  return Seen{*std::move(drive), std::move(card)};
}

/// The drive as it is now, with its card as it is now.
TestDriveView show(database::Transaction& tx, const Actor& actor, const Store& store, const TestDrive& drive,
                   Instant now) {
  return PlanViews(tx, actor, store, now).of(drive, *find_card(tx, store.id, drive.card_id));
}

NewFollowUp follow_up_of(const TestDrive& drive, const Driven& input, Instant ended) {
  NewFollowUp follow_up{};
  follow_up.id = {drive.id};
  follow_up.at = json::Time{ended};
  follow_up.way = FollowUpWay::test_drive;
  follow_up.reached = true;
  follow_up.said = input.said;
  follow_up.purchase_when = input.purchase_when;
  follow_up.purchase_day = input.purchase_day;
  follow_up.sureness = input.sureness;
  follow_up.ending = Ending::next;
  follow_up.next_on = input.next_on;
  follow_up.next_at = input.next_at;
  follow_up.next_way = input.next_way;
  follow_up.promise = input.promise;
  return follow_up;
}

/// When the drive was over: as said, or when the car was to be back unless it is back before that.
Instant end_of_drive(const Taken& planned, const Driven& input, Instant now) {
  if (input.ended_at) return input.ended_at->at;
  return now > planned.from ? std::min(now, planned.to) : now;
}

void check_end(const Card& card, Instant ended, Instant now, Wrongs& wrongs) {
  if (wrongs.concern("/ended_at")) return;
  if (ended > now + reception::kClockSkew) wrongs.note("/ended_at", "in_the_future");
  if (ended < card.opened_at - kDay) wrongs.note("/ended_at", "before_the_card");
}

}  // namespace

Result<TestDriveView> book_drive(database::Transaction& tx, const Actor& actor, const Store& store,
                                 const std::string& card_id, const NewDrive& input, Instant now,
                                 Wrongs wrongs) {
  const auto found = TRY(see_card(tx, actor, store, card_id));
  if (const auto before = find_drive(tx, store.id, input.id)) {
    if (before->card_id != card_id) return refuse(Refusal::field("/id", "in_use"));
    return show(tx, actor, store, *before, now);
  }
  Card card = found.card;
  TRY(check_may(card, actor, CardAction::follow_up));
  check_start(card, input.starts_at, now, wrongs);
  const auto drive = new_drive(card, actor, input, now);
  check_appointment(tx, store, drive, "/appointment_id", wrongs);
  if (drive.appointment_id && booked_for(tx, store.id, *drive.appointment_id))
    wrongs.note("/appointment_id", "has_a_car");
  hold_car(tx, store, drive, "/car_id", "/starts_at", wrongs);
  TRY(wrongs.verdict());
  book(tx, card, drive);
  if (!drive.appointment_id && drive.taken.from > now) {
    plan(card, drive.taken.from, FollowUpWay::test_drive, now);
    TRY(save_card(tx, actor, store, card, now));
  }
  return show(tx, actor, store, drive, now);
}

Result<TestDriveView> edit_drive(database::Transaction& tx, const Actor& actor, const Store& store,
                                 const std::string& id, const DriveEdit& input, std::int64_t version,
                                 Instant now, Wrongs wrongs) {
  const auto [before, found] = TRY(see(tx, actor, store, id));
  Card card = found.card;
  TRY(check_may(before, card, actor, DriveAction::edit));
  TestDrive after = before;
  after.car_id = input.car_id;
  after.taken = {input.starts_at, input.starts_at + input.minutes * kMinute};
  if (after.taken.from != before.taken.from) check_start(card, after.taken.from, now, wrongs);
  check_appointment(tx, store, after, "/starts_at", wrongs);
  hold_car(tx, store, after, "/car_id", "/starts_at", wrongs);
  TRY(wrongs.verdict());
  if (before.version != version)
    return refuse(Refusal::stale(json::to_text(PlanViews(tx, actor, store, now).of(before, found))));
  move_booking(tx, actor.id, card, after, now);
  if (!after.appointment_id && after.taken.from != before.taken.from) {
    plan_anew(card, before.taken.from, after.taken.from, FollowUpWay::test_drive, now);
    TRY(save_card(tx, actor, store, card, now));
  }
  return show(tx, actor, store, after, now);
}

Result<TestDriveView> finish_drive(database::Transaction& tx, const Actor& actor, const Store& store,
                                   const std::string& id, const Driven& input, Instant now, Wrongs wrongs) {
  auto [drive, found] = TRY(see(tx, actor, store, id));
  if (drive.standing == DriveStanding::driven) return PlanViews(tx, actor, store, now).of(drive, found);
  TRY(check_may(drive, found.card, actor, DriveAction::finish));
  const auto planned = drive.taken;
  const auto ended = end_of_drive(planned, input, now);
  check_end(found.card, ended, now, wrongs);
  drive.taken = when_driven(planned, std::min(ended, now));
  // Who was early may have taken the car while somebody else had it: one of the two did not.
  if (drive.taken.from < planned.from) hold_car(tx, store, drive, "/ended_at", "/ended_at", wrongs);
  drive.standing = DriveStanding::driven;
  drive.settled_at = now;
  drive.settled_by = actor.id;
  drive.licence_seen = input.licence_seen;
  if (input.odometer) drive.odometer = *input.odometer;
  TRY(follow_up(tx, actor, store, drive.card_id, follow_up_of(drive, input, std::min(ended, now)), now,
                std::move(wrongs)));
  CHECK(update_drive(tx, drive));
  facts::announce(tx, {store.id, now, actor.id, "card", drive.card_id},
                  DriveFinished{id, drive.car_id, {drive.taken.from}, {drive.taken.to}, input.licence_seen});
  if (drive.appointment_id) note_came(tx, actor.id, found.card, *drive.appointment_id, now);
  return show(tx, actor, store, drive, now);
}

Result<TestDriveView> cancel_drive(database::Transaction& tx, const Actor& actor, const Store& store,
                                   const std::string& id, const Withdrawal& input, Instant now,
                                   Wrongs wrongs) {
  auto [drive, found] = TRY(see(tx, actor, store, id));
  TRY(wrongs.verdict());
  if (drive.standing == DriveStanding::cancelled) return PlanViews(tx, actor, store, now).of(drive, found);
  Card card = found.card;
  TRY(check_may(drive, card, actor, DriveAction::cancel));
  const auto reason = input.reason ? std::optional(input.reason->value) : std::nullopt;
  free_car(tx, actor.id, card, drive, reason, now);
  if (!drive.appointment_id && due_for(card, drive.taken.from)) {
    const auto rules = rules_on(tx, store.id, store.zone().day(now));
    note_absence(card, drive.taken.from, first_due(now, rules.cadence, store));
    TRY(save_card(tx, actor, store, card, now));
  }
  return show(tx, actor, store, drive, now);
}

}  // namespace guanxi::prospects
