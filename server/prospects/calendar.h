// A day of the store: which car is taken when, and who is expected.
#pragma once

#include "prospects/plan_view.h"
#include "prospects/test_cars.h"

namespace guanxi::prospects {

struct Calendar {
  json::Time now;
  std::string day;
  json::Time starts_at, ends_at;  ///< of the day; not always 24 hours apart
  std::optional<json::Time> opens_at, closes_at;
  std::vector<TestCarView> cars;              ///< that may be taken, and retired ones that were
  std::vector<TestDriveView> drives;          ///< that touch the day, by time, without cancelled ones
  std::vector<AppointmentView> appointments;  ///< by time, likewise; own ones for who sees own cards only
  BOOST_DESCRIBE_CLASS(Calendar, (),
                       (now, day, starts_at, ends_at, opens_at, closes_at, cars, drives, appointments), (),
                       ())
};
Calendar calendar(database::Transaction& tx, const Actor& actor, const Store& store, const std::string& day,
                  Instant now);

}  // namespace guanxi::prospects
