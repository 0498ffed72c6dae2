// Appointments and test drives as they are told to the outside.
#pragma once

#include "prospects/appointment_store.h"
#include "prospects/card_view.h"
#include "prospects/test_drive_store.h"

namespace guanxi::prospects {

struct TestDriveView {
  std::string id, store_id;
  std::optional<std::string> card_id;   ///< for who may open the card
  std::optional<std::string> customer;  ///< a name, for who may know whom to greet
  std::optional<Name> salesperson;
  Name car;
  std::optional<std::string> appointment_id;
  json::Time starts_at, ends_at;
  DriveStanding standing;
  std::optional<bool> licence_seen;
  std::optional<std::int64_t> odometer;  ///< km, after the drive
  std::optional<std::string> reason;
  std::int64_t version;
  std::vector<DriveAction> can;
  BOOST_DESCRIBE_CLASS(TestDriveView, (),
                       (id, store_id, card_id, customer, salesperson, car, appointment_id, starts_at, ends_at,
                        standing, licence_seen, odometer, reason, version, can),
                       (), ())
};

struct AppointmentView {
  std::string id, store_id;
  std::optional<std::string> card_id, customer;  ///< as of a test drive
  std::optional<Name> salesperson;
  AppointmentPurpose purpose;
  json::Time at;
  std::string on;  ///< a day in the store's zone
  AppointmentStanding standing;
  std::optional<std::string> note;
  std::int64_t moves;  ///< how often it was moved
  std::optional<std::string> visit_id, reason;
  std::optional<TestDriveView> drive;  ///< the car that is booked for it
  std::int64_t version;
  std::vector<AppointmentAction> can;
  BOOST_DESCRIBE_CLASS(AppointmentView, (),
                       (id, store_id, card_id, customer, salesperson, purpose, at, on, standing, note, moves,
                        visit_id, reason, drive, version, can),
                       (), ())
};

/// Views of plans of one store.
class PlanViews {
 public:
  PlanViews(database::Transaction& tx, const Actor& actor, const dealership::Store& store, Instant now);

  TestDriveView of(const TestDrive& drive, const NamedCard& card) const;
  AppointmentView of(const Appointment& appointment, const NamedCard& card) const;
  std::vector<TestDriveView> of(const std::vector<TestDrive>& drives) const;
  std::vector<AppointmentView> of(const std::vector<Appointment>& appointments) const;

 private:
  template <class View>
  void name_card(View& view, const NamedCard& card) const;

  database::Transaction& tx_;
  const Actor& actor_;
  TimeZone zone_;
  std::map<std::string, std::string> cars_;  ///< names by id
  Instant now_;
};

/// An appointment with its card, for lists of work.
struct DueAppointment {
  AppointmentView appointment;
  CardView card;
  BOOST_DESCRIBE_CLASS(DueAppointment, (), (appointment, card), (), ())
};
/// The day's appointments and those that need somebody (see NeededFilter), by time.
std::vector<DueAppointment> due_appointments(database::Transaction& tx, const Actor& actor,
                                             const dealership::Store& store, const std::string& day,
                                             const std::optional<std::string>& salesperson_id, Instant now);

}  // namespace guanxi::prospects
