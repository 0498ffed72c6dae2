#include "sqlite_raw.h"

#include <stdexcept>

namespace guanxi::bench {

RawSqlite::RawSqlite(const std::string& path) {
  sqlite3* db = nullptr;
  const int code = sqlite3_open(path.c_str(), &db);
  db_.reset(db);
  check(code, SQLITE_OK);
  sqlite3_busy_timeout(db_.get(), 5000);
}

void RawSqlite::command(const std::string& sql) {
  check(sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
}

RawSqlite::Statement RawSqlite::prepare(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(db_.get(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr),
        SQLITE_OK);
  return Statement(statement);
}

void RawSqlite::run(sqlite3_stmt* statement, std::span<const Cell> cells) {
  int place = 0;
  for (const auto& cell : cells) {
    ++place;
    if (const auto* text = std::get_if<std::string>(&cell)) {
      sqlite3_bind_text(statement, place, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
    } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
      sqlite3_bind_int64(statement, place, *number);
    } else {
      sqlite3_bind_null(statement, place);
    }
  }
  check(sqlite3_step(statement), SQLITE_DONE);
  sqlite3_reset(statement);
}

std::vector<std::string> RawSqlite::texts(const std::string& sql) {
  const auto statement = prepare(sql);
  std::vector<std::string> found;
  while (sqlite3_step(statement.get()) == SQLITE_ROW) {
    found.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), 0)));
  }
  return found;
}

void RawSqlite::check(int code, int expected) const {
  if (code != expected) throw std::runtime_error(std::string("sqlite: ") + sqlite3_errmsg(db_.get()));
}

}  // namespace guanxi::bench
