// The log as a file that spreadsheets open.
#pragma once

#include "platform/http/route.h"
#include "reception/visits.h"

namespace guanxi::reception {

/// All visits of the days as CSV, latest first, with headings in the reader's language. At most 366 days.
Result<http::Download> visits_csv(database::Transaction& tx, const Actor& actor, const Store& store,
                                  const std::string& from, const std::string& to);

}  // namespace guanxi::reception
