// The two kinds of filling in bulk.
#pragma once

#include <algorithm>

#include "platform/database/bulk.h"

namespace guanxi::database {

std::unique_ptr<Bulk> open_sqlite_bulk(const std::string& path);
std::unique_ptr<Bulk> open_postgres_bulk(const std::string& url);

/// How many columns "a, b, c" names.
inline std::size_t count_columns(std::string_view columns) {
  return static_cast<std::size_t>(std::ranges::count(columns, ',')) + 1;
}

}  // namespace guanxi::database
