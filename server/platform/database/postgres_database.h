#pragma once

#include <memory>

#include "platform/database/database.h"

namespace guanxi::database {

/// Opens the database that `options.url` names. Throws Failure when it cannot be reached.
std::unique_ptr<Database> open_postgres(const Options& options);

}  // namespace guanxi::database
