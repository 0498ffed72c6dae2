#include "prospects/test_drive_store.h"

#include "platform/database/columns.h"
#include "prospects/plans_ahead.h"

#define CAR_SELECT                                                                          \
  "SELECT t.store_id, t.id, t.name, t.model_id, m.name, t.plate, t.retired, t.version FROM" \
  " prospects_test_cars t LEFT JOIN dealership_model_names m ON m.id = t.model_id"
#define DRIVE_SELECT                                                                               \
  "SELECT d.store_id, d.id, d.card_id, d.car_id, d.appointment_id, d.starts_at, d.ends_at,"        \
  " d.standing, d.booked_at, d.booked_by, d.settled_at, d.settled_by, d.licence_seen, d.odometer," \
  " d.reason, d.version FROM prospects_test_drives d"

namespace guanxi::prospects {
namespace {

using database::Columns;
using Text = std::optional<std::string>;

TestCar load_car(const database::Row& row) {
  Columns columns(row);
  TestCar car;
  car.store_id = columns.next<std::string>();
  car.id = columns.next<std::string>();
  car.name = columns.next<std::string>();
  car.model_id = columns.next<Text>();
  car.model = columns.next<Text>();
  car.plate = columns.next<Text>();
  car.retired = columns.next<bool>();
  car.version = columns.next<std::int64_t>();
  return car;
}

TestDrive load_drive(const database::Row& row) {
  Columns columns(row);
  TestDrive drive;
  drive.store_id = columns.next<std::string>();
  drive.id = columns.next<std::string>();
  drive.card_id = columns.next<std::string>();
  drive.car_id = columns.next<std::string>();
  drive.appointment_id = columns.next<Text>();
  drive.taken.from = columns.next<Instant>();
  drive.taken.to = columns.next<Instant>();
  drive.standing = columns.word<DriveStanding>();
  drive.booked_at = columns.next<Instant>();
  drive.booked_by = columns.next<std::string>();
  drive.settled_at = columns.next<std::optional<Instant>>();
  drive.settled_by = columns.next<Text>();
  drive.licence_seen = columns.next<std::optional<bool>>();
  drive.odometer = columns.next<std::optional<std::int64_t>>();
  drive.reason = columns.next<Text>();
  drive.version = columns.next<std::int64_t>();
  return drive;
}

std::vector<TestDrive> load_drives(const database::Rows& rows) {
  std::vector<TestDrive> all;
  all.reserve(rows.size());
  for (const auto& row : rows) all.push_back(load_drive(row));
  return all;
}

std::optional<TestDrive> load_if_any(const database::Rows& rows) {
  const auto row = rows.first();
  return row ? std::optional(load_drive(*row)) : std::nullopt;
}

/// No drive that begins before this touches the span.
Instant earliest_start(const Taken& span) { return span.from - kLongestDrive * kMinute; }

}  // namespace

std::vector<TestCar> test_cars_of(database::Transaction& tx, std::string_view store_id) {
  static constexpr std::string_view kSelect =
      CAR_SELECT " WHERE t.store_id = $1 ORDER BY t.retired, t.name, t.id";
  std::vector<TestCar> cars;
  for (const auto& row : tx.query(kSelect, store_id)) cars.push_back(load_car(row));
  return cars;
}

std::optional<TestCar> find_test_car(database::Transaction& tx, std::string_view store_id,
                                     std::string_view id) {
  static constexpr std::string_view kSelect = CAR_SELECT " WHERE t.store_id = $1 AND t.id = $2";
  const auto row = tx.query(kSelect, store_id, id).first();
  return row ? std::optional(load_car(*row)) : std::nullopt;
}

bool insert_test_car(database::Transaction& tx, const TestCar& car) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_test_cars (store_id, id, name, model_id, plate) VALUES ($1, $2, $3, $4, $5)"
      " ON CONFLICT DO NOTHING";
  return tx.execute(kInsert, car.store_id, car.id, car.name, car.model_id, car.plate) == 1;
}

bool update_test_car(database::Transaction& tx, TestCar& car) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_test_cars SET name = $1, model_id = $2, plate = $3, retired = $4, version = version + 1"
      " WHERE store_id = $5 AND id = $6 AND version = $7";
  if (tx.execute(kUpdate, car.name, car.model_id, car.plate, car.retired, car.store_id, car.id,
                 car.version) == 0)
    return false;
  ++car.version;
  return true;
}

std::optional<std::string> test_car_called(database::Transaction& tx, std::string_view store_id,
                                           std::string_view name, std::string_view but_not) {
  static constexpr std::string_view kSelect =
      "SELECT id FROM prospects_test_cars WHERE store_id = $1 AND name = $2 AND id <> $3";
  const auto row = tx.query(kSelect, store_id, name, but_not).first();
  return row ? std::optional(row->get<std::string>(0)) : std::nullopt;
}

bool hold_test_car(database::Transaction& tx, std::string_view store_id, std::string_view car_id) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_test_cars SET bookings = bookings + 1 WHERE store_id = $1 AND id = $2 AND retired = 0";
  return tx.execute(kUpdate, store_id, car_id) == 1;
}

void insert_drive(database::Transaction& tx, const TestDrive& drive) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_test_drives (store_id, id, card_id, car_id, appointment_id, starts_at, ends_at,"
      " standing, booked_at, booked_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
  tx.put(kInsert, drive.store_id, drive.id, drive.card_id, drive.car_id, drive.appointment_id,
         drive.taken.from, drive.taken.to, json::to_word(drive.standing), drive.booked_at, drive.booked_by);
}

bool update_drive(database::Transaction& tx, TestDrive& drive) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_test_drives SET car_id = $1, starts_at = $2, ends_at = $3, standing = $4,"
      " settled_at = $5, settled_by = $6, licence_seen = $7, odometer = $8, reason = $9, version = version + 1"
      " WHERE store_id = $10 AND id = $11 AND version = $12";
  if (tx.execute(kUpdate, drive.car_id, drive.taken.from, drive.taken.to, json::to_word(drive.standing),
                 drive.settled_at, drive.settled_by, drive.licence_seen, drive.odometer, drive.reason,
                 drive.store_id, drive.id, drive.version) == 0)
    return false;
  ++drive.version;
  return true;
}

std::optional<TestDrive> find_drive(database::Transaction& tx, std::string_view store_id,
                                    std::string_view id) {
  static constexpr std::string_view kSelect = DRIVE_SELECT " WHERE d.store_id = $1 AND d.id = $2";
  return load_if_any(tx.query(kSelect, store_id, id));
}

std::vector<TestDrive> drives_of(database::Transaction& tx, std::string_view store_id,
                                 std::string_view card_id, std::int64_t limit) {
  static constexpr std::string_view kSelect =
      DRIVE_SELECT " WHERE d.store_id = $1 AND d.card_id = $2 ORDER BY d.starts_at DESC, d.id DESC LIMIT $3";
  return load_drives(tx.query(kSelect, store_id, card_id, limit));
}

std::optional<TestDrive> booked_for(database::Transaction& tx, std::string_view store_id,
                                    std::string_view appointment_id) {
  static constexpr std::string_view kSelect = DRIVE_SELECT
      " WHERE d.store_id = $1 AND d.appointment_id = $2 AND d.standing = 'booked' ORDER BY d.id LIMIT 1";
  return load_if_any(tx.query(kSelect, store_id, appointment_id));
}

std::vector<TestDrive> booked_of(database::Transaction& tx, std::string_view store_id,
                                 std::string_view card_id) {
  static constexpr std::string_view kSelect = DRIVE_SELECT
      " WHERE d.store_id = $1 AND d.card_id = $2 AND d.standing = 'booked' ORDER BY d.starts_at, d.id";
  return load_drives(tx.query(kSelect, store_id, card_id));
}

std::vector<TestDrive> drives_between(database::Transaction& tx, std::string_view store_id,
                                      const Taken& span) {
  static constexpr std::string_view kSelect = DRIVE_SELECT
      " WHERE d.store_id = $1 AND d.starts_at >= $2 AND d.starts_at < $3 AND d.ends_at > $4"
      " AND d.standing <> 'cancelled' ORDER BY d.starts_at, d.id";
  return load_drives(tx.query(kSelect, store_id, earliest_start(span), span.to, span.from));
}

std::vector<TestDrive> drives_of_salesperson(database::Transaction& tx, std::string_view store_id,
                                             std::string_view salesperson_id, const Taken& span,
                                             std::int64_t limit) {
  static constexpr std::string_view kSelect = DRIVE_SELECT
      " JOIN prospects_cards c ON c.store_id = d.store_id AND c.id = d.card_id"
      " WHERE d.store_id = $1 AND d.starts_at >= $2 AND d.starts_at < $3 AND c.salesperson_id = $4"
      " ORDER BY d.starts_at, d.id LIMIT $5";
  return load_drives(tx.query(kSelect, store_id, span.from, span.to, salesperson_id, limit));
}

void note_drive_edit(database::Transaction& tx, const TestDrive& drive, Instant now) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_test_drives SET edited_at = $1 WHERE store_id = $2 AND id = $3";
  tx.put(kUpdate, now, drive.store_id, drive.id);
}

std::optional<TestDrive> drive_in_the_way(database::Transaction& tx, std::string_view store_id,
                                          std::string_view car_id, const Taken& span,
                                          std::string_view but_not) {
  static constexpr std::string_view kSelect = DRIVE_SELECT
      " WHERE d.store_id = $1 AND d.car_id = $2 AND d.starts_at >= $3 AND d.starts_at < $4 AND d.ends_at > $5"
      " AND d.standing <> 'cancelled' AND d.id <> $6 ORDER BY d.starts_at, d.id LIMIT 1";
  return load_if_any(tx.query(kSelect, store_id, car_id, earliest_start(span), span.to, span.from, but_not));
}

std::optional<TestDrive> next_booking(database::Transaction& tx, std::string_view store_id,
                                      std::string_view car_id, Instant now) {
  static constexpr std::string_view kSelect = DRIVE_SELECT
      " WHERE d.store_id = $1 AND d.car_id = $2 AND d.ends_at > $3 AND d.standing = 'booked'"
      " ORDER BY d.starts_at, d.id LIMIT 1";
  return load_if_any(tx.query(kSelect, store_id, car_id, now));
}

}  // namespace guanxi::prospects
