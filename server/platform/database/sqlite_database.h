#pragma once

#include <memory>

#include "platform/database/database.h"

namespace guanxi::database {

/// Opens the file at `path`, creating it when it is not there. Throws Failure when it cannot.
std::unique_ptr<Database> open_sqlite(const std::string& path, const Options& options);

}  // namespace guanxi::database
