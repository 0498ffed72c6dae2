// The steps of the schema, embedded in the binary from the .sql files beside this one.
#pragma once

#include <span>

#include "platform/database/database.h"

namespace guanxi {

std::span<const database::Migration> migrations();

}  // namespace guanxi
