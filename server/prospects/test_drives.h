// Test drives: a car for a customer, driven or not.
#pragma once

#include "prospects/appointments.h"
#include "prospects/follow_ups.h"

namespace guanxi::prospects {

struct NewDrive {
  json::Id id;
  json::Id car_id;
  json::Time starts_at;
  DriveMinutes minutes;
  std::optional<json::Id> appointment_id;  ///< of the same card, still to come, without a car
  BOOST_DESCRIBE_CLASS(NewDrive, (), (id, car_id, starts_at, minutes, appointment_id), (), ())
};
/// Takes a car for somebody who is here, or for an appointment. One that begins later makes the card due then
/// like an appointment. Refuses a car that is not there or taken (see hold_car), times more than a day ago or
/// 400 days ahead, and an appointment that is over, of another day, or has a car. The same id a second time
/// changes nothing.
Result<TestDriveView> book_drive(database::Transaction& tx, const Actor& actor, const Store& store,
                                 const std::string& card_id, const NewDrive& input, Instant now,
                                 Wrongs wrongs = {});

struct DriveEdit {
  json::Id car_id;
  json::Time starts_at;
  DriveMinutes minutes;
  BOOST_DESCRIBE_CLASS(DriveEdit, (), (car_id, starts_at, minutes), (), ())
};
/// Another car, another time, if the drive still has this version (else `stale` with it as it stands).
Result<TestDriveView> edit_drive(database::Transaction& tx, const Actor& actor, const Store& store,
                                 const std::string& id, const DriveEdit& input, std::int64_t version,
                                 Instant now, Wrongs wrongs = {});

struct Driven {
  std::optional<json::Time> ended_at;  ///< now, or when the car was to be back, when it is empty
  bool licence_seen;
  std::optional<json::Number<0, 9999999>> odometer;  ///< km, after the drive
  std::optional<json::Paragraph<500>> said;
  std::optional<reception::PurchaseWhen> purchase_when;
  std::optional<json::Day> purchase_day;
  std::optional<Sureness> sureness;
  std::optional<json::Day> next_on;   ///< in the course of that day,
  std::optional<json::Time> next_at;  ///< or at that minute
  std::optional<FollowUpWay> next_way;
  std::optional<json::Line<100>> promise;
  BOOST_DESCRIBE_CLASS(Driven, (),
                       (ended_at, licence_seen, odometer, said, purchase_when, purchase_day, sureness,
                        next_on, next_at, next_way, promise),
                       (), ())
};
/// They drove. It is a follow-up of the card, under the drive's own id and with its rules; what it says for
/// the grade is suggested on the card's page and done by nobody. The car is free from then on. Saying it
/// again changes nothing.
Result<TestDriveView> finish_drive(database::Transaction& tx, const Actor& actor, const Store& store,
                                   const std::string& id, const Driven& input, Instant now,
                                   Wrongs wrongs = {});

/// The car is free again. If the card was due for this, it is to be followed up within a day.
Result<TestDriveView> cancel_drive(database::Transaction& tx, const Actor& actor, const Store& store,
                                   const std::string& id, const Withdrawal& input, Instant now,
                                   Wrongs wrongs = {});

}  // namespace guanxi::prospects
