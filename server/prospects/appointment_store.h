// All SQL about appointments.
#pragma once

#include <map>
#include <span>

#include "platform/database/database.h"
#include "prospects/appointment.h"

namespace guanxi::prospects {

void insert_appointment(database::Transaction& tx, const Appointment& appointment);
/// Writes everything that may change, and raises the version. False when the row no longer has the version
/// that `appointment` was read with.
bool update_appointment(database::Transaction& tx, Appointment& appointment);
std::optional<Appointment> find_appointment(database::Transaction& tx, std::string_view store_id,
                                            std::string_view id);
/// Those of a card, the latest first.
std::vector<Appointment> appointments_of(database::Transaction& tx, std::string_view store_id,
                                         std::string_view card_id, std::int64_t limit);
/// Those of a card in [from, to), by time.
std::vector<Appointment> appointments_of_card_between(database::Transaction& tx, std::string_view store_id,
                                                      std::string_view card_id, Instant from, Instant to);
/// Those of a store in [from, to), by time, of one salesperson's cards or of all; cancelled ones are left
/// out.
std::vector<Appointment> appointments_between(database::Transaction& tx, std::string_view store_id,
                                              const std::optional<std::string>& salesperson_id, Instant from,
                                              Instant to, std::int64_t limit);

/// A day's appointments, and those before it that need somebody: of which nobody has said whether they came,
/// and those that were missed and since which nobody has followed up or invited anew.
struct NeededFilter {
  std::optional<std::string> salesperson_id;
  Instant since = 0;  ///< older ones are left out
  Instant day_start = 0, day_end = 0;
  std::int64_t limit = 100;
};
std::vector<Appointment> needed_appointments(database::Transaction& tx, std::string_view store_id,
                                             const NeededFilter& filter);

}  // namespace guanxi::prospects
