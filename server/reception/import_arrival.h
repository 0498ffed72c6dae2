// When the party of a row came and left.
#pragma once

#include "reception/import_cells.h"

namespace guanxi::reception {

/// Puts arrival, day, hour and leaving on the visit. Refuses rows without a date (`date_needed`), dates and
/// times that are none (`not_a_date`, `no_clock_time`), the future, and leaving before arriving.
/// @returns whether the row says at what time they came.
std::expected<bool, RowRefusal> read_times(const RowCells& row, const ImportContext& context, Visit& visit);

/// When the party was invited for: a time of the visit's day, or a day with its time (`no_clock_time`).
/// Whoever was invited came by appointment, whatever the column for the way says; a call has no appointed
/// time.
std::expected<void, RowRefusal> read_appointment(const RowCells& row, const ImportContext& context,
                                                 Visit& visit);

}  // namespace guanxi::reception
