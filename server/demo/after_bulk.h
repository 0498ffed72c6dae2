// What is to be done once years of data have been written past the rooms' doors.
#pragma once

#include "platform/clock/clock.h"
#include "platform/database/database.h"

namespace guanxi::demo {

/// Called once, at the end of `fill_years`: whatever rooms keep beside the log (tallies of reports) is folded
/// here, since no fact was announced to them. `now` is the moment at which the years end.
void after_bulk(database::Database& database, Instant now);

}  // namespace guanxi::demo
