// All SQL about test cars and who drives them.
#pragma once

#include "dealership/dealership.h"
#include "platform/database/database.h"
#include "prospects/test_drive.h"

namespace guanxi::prospects {

struct TestCar {
  std::string store_id, id, name;
  std::optional<std::string> model_id, model;  ///< `model` is its name; read only
  std::optional<std::string> plate;
  bool retired = false;
  std::int64_t version = 1;
};
/// All of a store, by name; retired ones last.
std::vector<TestCar> test_cars_of(database::Transaction& tx, std::string_view store_id);
std::optional<TestCar> find_test_car(database::Transaction& tx, std::string_view store_id,
                                     std::string_view id);
/// False when a car of this id or name is there already.
bool insert_test_car(database::Transaction& tx, const TestCar& car);
/// False when the row no longer has the version that `car` was read with.
bool update_test_car(database::Transaction& tx, TestCar& car);
/// The id of another car of that name.
std::optional<std::string> test_car_called(database::Transaction& tx, std::string_view store_id,
                                           std::string_view name, std::string_view but_not);

/// Makes everybody else who takes this car wait until this transaction is over, and look again. False when
/// there is no such car, or it is retired.
bool hold_test_car(database::Transaction& tx, std::string_view store_id, std::string_view car_id);

void insert_drive(database::Transaction& tx, const TestDrive& drive);
/// False when the row no longer has the version that `drive` was read with.
bool update_drive(database::Transaction& tx, TestDrive& drive);
std::optional<TestDrive> find_drive(database::Transaction& tx, std::string_view store_id,
                                    std::string_view id);
/// Those of a card, the latest first.
std::vector<TestDrive> drives_of(database::Transaction& tx, std::string_view store_id,
                                 std::string_view card_id, std::int64_t limit);
/// The one that is booked for an appointment.
std::optional<TestDrive> booked_for(database::Transaction& tx, std::string_view store_id,
                                    std::string_view appointment_id);
/// Those of a card that are booked, by time.
std::vector<TestDrive> booked_of(database::Transaction& tx, std::string_view store_id,
                                 std::string_view card_id);
/// Those of a store that are not cancelled and touch the span, by time.
std::vector<TestDrive> drives_between(database::Transaction& tx, std::string_view store_id,
                                      const Taken& span);

/// The first drive of the car, other than `but_not`, that is not cancelled and overlaps the span.
std::optional<TestDrive> drive_in_the_way(database::Transaction& tx, std::string_view store_id,
                                          std::string_view car_id, const Taken& span,
                                          std::string_view but_not);
/// The first drive of the car that is booked and ends after `now`.
std::optional<TestDrive> next_booking(database::Transaction& tx, std::string_view store_id,
                                      std::string_view car_id, Instant now);

}  // namespace guanxi::prospects
