// GET /feeds/{secret}/calendar.ics: what is planned, for a calendar that has no session but a secret address.
#pragma once

#include "platform/http/route.h"

namespace guanxi {

/// A session's, token's or feed's last use is written down this often: exact enough, and reading stays
/// reading.
constexpr Instant kTouchEvery = 10 * kMinute;

/// Notes something beside the request that is running; not worth failing that one for.
void write_aside(database::Database& database, std::function<void(database::Transaction&)> note);

/// Answers with the calendar; 304 when it is as the asker has it; 404 for a secret that never was, or is no
/// longer, one.
http::Route feed_route(database::Database& database);

}  // namespace guanxi
