#include "prospects/bookings.h"

#include <fmt/format.h>

#include "prospects/card_store.h"
#include "prospects/plans_ahead.h"

namespace guanxi::prospects {
namespace {

std::string clock_time(const TimeZone& zone, Instant at) {
  const auto local = zone.local(at);
  return fmt::format("{:02}:{:02}", local.hour, local.minute);
}

/// Who has taken it; the customer's name is not everybody's to know.
std::string holder(database::Transaction& tx, const TestDrive& drive) {
  const auto card = find_card(tx, drive.store_id, drive.card_id);
  CHECK(card);
  return card->salesperson.value_or("—");
}

facts::Happening about(const Card& card, const std::string& actor_id, Instant now) {
  return {card.store_id, now, actor_id, "card", card.id};
}

template <class Fact>
void announce(database::Transaction& tx, const std::string& actor_id, const Card& card,
              const TestDrive& drive, Instant now) {
  facts::announce(tx, about(card, actor_id, now),
                  Fact{drive.id, drive.car_id, {drive.taken.from}, {drive.taken.to}});
}

}  // namespace

void hold_car(database::Transaction& tx, const dealership::Store& store, const TestDrive& drive,
              const std::string& car, const std::string& start, Wrongs& wrongs) {
  if (wrongs.concern(car)) return;
  if (!hold_test_car(tx, store.id, drive.car_id)) return wrongs.note(car, "no_such_test_car");
  const auto there = drive_in_the_way(tx, store.id, drive.car_id, drive.taken, drive.id);
  if (!there) return;
  const auto zone = store.zone();
  wrongs.note(start, "car_is_taken",
              {{"from", clock_time(zone, there->taken.from)},
               {"to", clock_time(zone, there->taken.to)},
               {"who", holder(tx, *there)}});
}

void book(database::Transaction& tx, const Card& card, const TestDrive& drive) {
  insert_drive(tx, drive);
  announce<DriveBooked>(tx, drive.booked_by, card, drive, drive.booked_at);
}

void move_booking(database::Transaction& tx, const std::string& actor_id, const Card& card, TestDrive& drive,
                  Instant now) {
  CHECK(update_drive(tx, drive));
  note_drive_edit(tx, drive, now);
  announce<DriveMoved>(tx, actor_id, card, drive, now);
}

void free_car(database::Transaction& tx, const std::string& actor_id, const Card& card, TestDrive& drive,
              std::optional<std::string> reason, Instant now) {
  drive.standing = DriveStanding::cancelled;
  drive.settled_at = now;
  drive.settled_by = actor_id;
  drive.reason = std::move(reason);
  CHECK(update_drive(tx, drive));
  announce<DriveCancelled>(tx, actor_id, card, drive, now);
}

}  // namespace guanxi::prospects
