// Inviting people to the store, and saying what became of it.
#pragma once

#include "prospects/cards.h"
#include "prospects/plan_view.h"

namespace guanxi::prospects {

using DriveMinutes = json::Number<kShortestDrive, kLongestDrive>;

/// The car that is booked for an appointment, from its time on.
struct CarForIt {
  json::Id id;  ///< of the drive
  json::Id car_id;
  DriveMinutes minutes;
  BOOST_DESCRIBE_CLASS(CarForIt, (), (id, car_id, minutes), (), ())
};
struct NewAppointment {
  json::Id id;
  json::Time at;
  AppointmentPurpose purpose;
  std::optional<json::Line<200>> note;
  std::optional<CarForIt> drive;
  BOOST_DESCRIBE_CLASS(NewAppointment, (), (id, at, purpose, note, drive), (), ())
};
/// Invites the card's customer. The card is due then, unless it is due before that already. Refuses times in
/// the past and more than 400 days ahead, and a car that is not there or taken (see hold_car). The same id a
/// second time changes nothing.
Result<AppointmentView> invite(database::Transaction& tx, const Actor& actor, const Store& store,
                               const std::string& card_id, const NewAppointment& input, Instant now,
                               Wrongs wrongs = {});

struct AppointmentEdit {
  json::Time at;
  AppointmentPurpose purpose;
  std::optional<json::Line<200>> note;
  BOOST_DESCRIBE_CLASS(AppointmentEdit, (), (at, purpose, note), (), ())
};
/// Moves or corrects an appointment if it still has this version (else `stale` with it as it stands). A car
/// that is booked for it moves by the same time, or everything is refused.
Result<AppointmentView> edit_appointment(database::Transaction& tx, const Actor& actor, const Store& store,
                                         const std::string& id, const AppointmentEdit& input,
                                         std::int64_t version, Instant now, Wrongs wrongs = {});

/// They came. Saying so again changes nothing.
Result<AppointmentView> arrive(database::Transaction& tx, const Actor& actor, const Store& store,
                               const std::string& id, Instant now);
/// They did not come: the car is free again, and they are to be followed up in the course of today.
Result<AppointmentView> miss(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& id, Instant now);
struct Withdrawal {
  std::optional<json::Line<200>> reason;
  BOOST_DESCRIBE_CLASS(Withdrawal, (), (reason), (), ())
};
/// Nobody expects them any more: the car is free again, and they are to be followed up within a day.
Result<AppointmentView> cancel_appointment(database::Transaction& tx, const Actor& actor, const Store& store,
                                           const std::string& id, const Withdrawal& input, Instant now,
                                           Wrongs wrongs = {});

/// A visit was opened at the door for somebody on file: of the appointments of that day, they came to the one
/// next to it in time.
void take_opened_visit(database::Transaction& tx, const facts::Happening& happening,
                       const reception::VisitOpened& opened);

// For actions of this room.

/// Writes down an appointment that was agreed on; the card's next date is left to whoever asks.
void agree(database::Transaction& tx, const Card& card, const Appointment& appointment);
/// With this visit they came to what is awaited on its day; of several, to the one next to it in time. A call
/// is no coming, and one visit keeps one appointment.
/// @returns the appointment, when there is one
std::optional<Appointment> note_visit(database::Transaction& tx, const std::string& actor_id,
                                      const Store& store, const Card& card, const std::string& visit_id,
                                      Instant now);
/// They came to the appointment; nothing happens to the card. No matter when it is over already.
void note_came(database::Transaction& tx, const std::string& actor_id, const Card& card,
               const std::string& appointment_id, Instant now);
/// The card was closed: nobody is expected any more, and the cars are free. Who takes a car over has come.
void end_plans(database::Transaction& tx, const std::string& actor_id, const Card& card, Instant now);

}  // namespace guanxi::prospects
