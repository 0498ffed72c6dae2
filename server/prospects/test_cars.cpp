#include "prospects/test_cars.h"

#include <fmt/format.h>

namespace guanxi::prospects {
namespace {

void announce_change(database::Transaction& tx, const Actor& actor, const TestCar& car,
                     const std::string& action, Instant now) {
  facts::announce(tx, {car.store_id, now, actor.id, "test_car", car.id},
                  dealership::SetUpChanged{action, car.name});
}

template <class Input>
void take(database::Transaction& tx, const Input& input, TestCar& car, Wrongs& wrongs) {
  const auto text = [](const auto& field) { return field ? std::optional(field->value) : std::nullopt; };
  if (input.model_id && car.model_id != input.model_id->value &&
      !dealership::find_model(tx, *input.model_id)) {
    wrongs.note("/model_id", "no_such_model");
  }
  car.name = input.name;
  car.model_id = text(input.model_id);
  car.plate = text(input.plate);
  if (test_car_called(tx, car.store_id, car.name, car.id)) wrongs.note("/name", "test_car_exists");
}

/// Nobody may take it from now on, so it must not be taken now. Whoever takes it meanwhile waits.
void check_unbooked(database::Transaction& tx, const Store& store, const TestCar& car, Instant now,
                    Wrongs& wrongs) {
  hold_test_car(tx, store.id, car.id);
  const auto next = next_booking(tx, store.id, car.id, now);
  if (!next) return;
  const auto local = store.zone().local(next->taken.from);
  wrongs.note("/retired", "car_is_booked",
              {{"when", fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", local.year, local.month, local.day,
                                    local.hour, local.minute)}});
}

}  // namespace

TestCarView view_of(const TestCar& car) {
  TestCarView view{};
  view.id = car.id;
  view.name = car.name;
  if (car.model_id) view.model = Name{*car.model_id, car.model.value_or("")};
  view.plate = car.plate;
  view.retired = car.retired;
  view.version = car.version;
  return view;
}

Result<TestCarView> add_test_car(database::Transaction& tx, const Actor& actor, const Store& store,
                                 const NewTestCar& input, Instant now, Wrongs wrongs) {
  if (const auto before = find_test_car(tx, store.id, input.id)) return view_of(*before);
  TestCar car;
  car.store_id = store.id;
  car.id = input.id;
  take(tx, input, car, wrongs);
  TRY(wrongs.verdict());
  if (insert_test_car(tx, car)) announce_change(tx, actor, car, "created", now);
  return view_of(*find_test_car(tx, store.id, input.id));
}

Result<TestCarView> edit_test_car(database::Transaction& tx, const Actor& actor, const Store& store,
                                  const std::string& id, const TestCarEdit& input, std::int64_t version,
                                  Instant now, Wrongs wrongs) {
  const auto before = find_test_car(tx, store.id, id);
  if (!before) return refuse(Refusal::not_found());
  TestCar car = *before;
  take(tx, input, car, wrongs);
  car.retired = input.retired;
  if (car.retired && !before->retired) check_unbooked(tx, store, car, now, wrongs);
  TRY(wrongs.verdict());
  if (before->version != version) return refuse(Refusal::stale(json::to_text(view_of(*before))));
  CHECK(update_test_car(tx, car));
  announce_change(tx, actor, car, car.retired ? "retired" : "edited", now);
  return view_of(*find_test_car(tx, store.id, id));
}

}  // namespace guanxi::prospects
