#include "platform/database/bulk.h"

#include "platform/database/bulk_engines.h"

namespace guanxi::database {

std::unique_ptr<Bulk> Bulk::open(const std::string& url) {
  constexpr std::string_view kSqlite = "sqlite:";
  if (url.starts_with(kSqlite)) return open_sqlite_bulk(url.substr(kSqlite.size()));
  return open_postgres_bulk(url);
}

}  // namespace guanxi::database
