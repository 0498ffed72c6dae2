// The cars that a store lets people drive, as its manager keeps them.
#pragma once

#include "prospects/cards.h"
#include "prospects/test_drive_store.h"

namespace guanxi::prospects {

struct TestCarView {
  std::string id, name;
  std::optional<Name> model;
  std::optional<std::string> plate;
  bool retired;
  std::int64_t version;
  BOOST_DESCRIBE_CLASS(TestCarView, (), (id, name, model, plate, retired, version), (), ())
};
TestCarView view_of(const TestCar& car);

struct NewTestCar {
  json::Id id;
  json::Line<40> name;
  std::optional<json::Id> model_id;
  std::optional<json::Line<20>> plate;
  BOOST_DESCRIBE_CLASS(NewTestCar, (), (id, name, model_id, plate), (), ())
};
struct TestCarEdit {
  json::Line<40> name;
  std::optional<json::Id> model_id;
  std::optional<json::Line<20>> plate;
  bool retired = false;
  BOOST_DESCRIBE_CLASS(TestCarEdit, (), (name, model_id, plate, retired), (), ())
};

/// Refuses a name that another car of the store has (`test_car_exists`), and models that are not there. The
/// same id a second time gives the car that is there.
Result<TestCarView> add_test_car(database::Transaction& tx, const Actor& actor, const Store& store,
                                 const NewTestCar& input, Instant now, Wrongs wrongs = {});
/// Edits or retires a car if it still has this version (else `stale`). One that is booked is not retired
/// (`car_is_booked`, with the next time): somebody comes to drive it.
Result<TestCarView> edit_test_car(database::Transaction& tx, const Actor& actor, const Store& store,
                                  const std::string& id, const TestCarEdit& input, std::int64_t version,
                                  Instant now, Wrongs wrongs = {});

}  // namespace guanxi::prospects
