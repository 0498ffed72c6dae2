// A car of the showroom, taken for a span of time. Rules only: no SQL, clock or JSON.
#pragma once

#include "prospects/card.h"

namespace guanxi::prospects {

enum class DriveStanding { booked, driven, cancelled };
BOOST_DESCRIBE_ENUM(DriveStanding, booked, driven, cancelled)

/// From `from` until just before `to`: one may begin when another ends.
struct Taken {
  Instant from = 0, to = 0;
  bool operator==(const Taken&) const = default;
};

inline constexpr std::int64_t kShortestDrive = 5, kLongestDrive = 12 * 60;  ///< minutes

bool overlap(const Taken& one, const Taken& other);

/// How long the car was really gone when the drive was over at `ended`: no longer than it was taken for; when
/// it was over before it was to begin, for as long as planned, until then.
Taken when_driven(const Taken& planned, Instant ended);

struct TestDrive {
  std::string store_id, id, card_id, car_id;
  std::optional<std::string> appointment_id;
  Taken taken;
  DriveStanding standing = DriveStanding::booked;
  Instant booked_at = 0;
  std::string booked_by;
  std::optional<Instant> settled_at;
  std::optional<std::string> settled_by;
  std::optional<bool> licence_seen;
  std::optional<std::int64_t> odometer;  ///< km, after the drive
  std::optional<std::string> reason;
  std::int64_t version = 1;
};

/// What somebody may do with a drive.
enum class DriveAction { edit, finish, cancel };
BOOST_DESCRIBE_ENUM(DriveAction, edit, finish, cancel)

/// Refuses who does not work on the card (403), and drives that are over (409): `card_closed`,
/// `drive_is_over`; finishing also while a loss is to be decided on (`loss_is_asked`).
Result<> check_may(const TestDrive& drive, const Card& card, const Actor& actor, DriveAction action);
std::vector<DriveAction> possible_actions(const TestDrive& drive, const Card& card, const Actor& actor);

}  // namespace guanxi::prospects
