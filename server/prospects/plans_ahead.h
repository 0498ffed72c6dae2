// What is planned of one salesperson's cards, told or not any more, and when it was last changed: for
// calendars that lie outside.
#pragma once

#include "prospects/appointment_store.h"
#include "prospects/test_drive_store.h"

namespace guanxi::prospects {

/// Appointments of one salesperson's cards in [from, to), by time; cancelled ones, too.
std::vector<Appointment> appointments_of_salesperson(database::Transaction& tx, std::string_view store_id,
                                                     std::string_view salesperson_id, Instant from,
                                                     Instant to, std::int64_t limit);
/// Test drives of their cards that begin in the span, by time; cancelled ones, too.
std::vector<TestDrive> drives_of_salesperson(database::Transaction& tx, std::string_view store_id,
                                             std::string_view salesperson_id, const Taken& span,
                                             std::int64_t limit);

/// Notes that somebody has moved or corrected it now.
void note_appointment_edit(database::Transaction& tx, const Appointment& appointment, Instant now);
void note_drive_edit(database::Transaction& tx, const TestDrive& drive, Instant now);
/// When those of a salesperson in [from, to) were last moved or corrected, by id; the others never were.
std::map<std::string, Instant> edits_of_salesperson(database::Transaction& tx, std::string_view store_id,
                                                    std::string_view salesperson_id, Instant from,
                                                    Instant to);

}  // namespace guanxi::prospects
