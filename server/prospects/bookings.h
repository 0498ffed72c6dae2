// Taking a car for a drive and giving it back: what appointments and test drives have in common.
#pragma once

#include "platform/facts/facts.h"
#include "platform/wrongs.h"
#include "prospects/prospects_facts.h"
#include "prospects/test_drive_store.h"

namespace guanxi::prospects {

/// Holds the drive's car for its span: whoever takes the same car at the same instant waits and looks again.
/// Notes `no_such_test_car` at `car`, and `car_is_taken` at `start`, saying when and by whom.
void hold_car(database::Transaction& tx, const dealership::Store& store, const TestDrive& drive,
              const std::string& car, const std::string& start, Wrongs& wrongs);

// The car is held, or the span has become no longer. Each is written together with its fact.
void book(database::Transaction& tx, const Card& card, const TestDrive& drive);
void move_booking(database::Transaction& tx, const std::string& actor_id, const Card& card, TestDrive& drive,
                  Instant now);
void free_car(database::Transaction& tx, const std::string& actor_id, const Card& card, TestDrive& drive,
              std::optional<std::string> reason, Instant now);

}  // namespace guanxi::prospects
