// The independent count at the door, and how complete the log is beside it.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "dealership/dealership.h"

namespace guanxi::reception {

struct HourOfDoor {
  std::int64_t hour;
  std::int64_t logged;                 ///< parties in the log
  std::int64_t desk;                   ///< taps at the front desk
  std::optional<std::int64_t> sensor;  ///< all sensors together, if any reported
  std::int64_t counted;                ///< what is taken as the independent count
  BOOST_DESCRIBE_CLASS(HourOfDoor, (), (hour, logged, desk, sensor, counted), (), ())
};

struct DayOfDoor {
  std::string day;
  std::int64_t logged, counted;
  std::optional<double>
      completeness;  ///< logged / counted; empty when nothing was counted. Above 1: the count has holes.
  std::vector<HourOfDoor> hours;  ///< those in which anything happened
  BOOST_DESCRIBE_CLASS(DayOfDoor, (), (day, logged, counted, completeness, hours), (), ())
};

/// The count of an hour: the larger of desk and sensors. Both only ever miss parties (a desk that is busy, a
/// sensor that was off), so the larger one is nearer to the truth.
std::int64_t counted(std::int64_t desk, std::optional<std::int64_t> sensor);

struct DoorTap {
  json::Id id;
  json::Number<-1, 1> parties;  ///< 1, or -1 to take a wrong tap back
  BOOST_DESCRIBE_CLASS(DoorTap, (), (id, parties), (), ())
};
struct HourCounted {
  std::string day;
  std::int64_t hour, parties;
  BOOST_DESCRIBE_CLASS(HourCounted, (), (day, hour, parties), (), ())
};
struct SensorCount {
  json::Line<60> sensor;
  json::Number<0, 10000> parties;
  BOOST_DESCRIBE_CLASS(SensorCount, (), (sensor, parties), (), ())
};

/// One tap at the front desk, counted in the present hour. The same id a second time counts nothing. A
/// correction never brings the hour below zero (`nothing_to_take_back`).
Result<HourCounted> tap(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                        const DoorTap& input, Instant now);
/// What a sensor saw in an hour of a day; a later report for the same hour replaces the earlier one. Refuses
/// hours in the future and days that are none.
Result<HourCounted> report(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                           const std::string& day, const std::string& hour, const SensorCount& input,
                           Instant now);
/// Days from `from` to `to` (at most 92), with what was logged and counted. Days without either are left out.
Result<std::vector<DayOfDoor>> door_days(database::Transaction& tx, const dealership::Store& store,
                                         const std::string& from, const std::string& to);
/// The parties that the door counted from one day to another, both included: by the hour, the larger of what
/// the front desk and what the sensors counted.
std::int64_t parties_counted(database::Transaction& tx, const std::string& store_id, const std::string& from,
                             const std::string& to);

}  // namespace guanxi::reception
