#include "platform/database/sqlite_connection.h"

#include <fmt/format.h>

#include <mutex>

namespace guanxi::database {

namespace {

constexpr int kBusyMilliseconds = 5000;

/// Leaves a statement ready for its next use, whatever happened: one that is not reset keeps its snapshot
/// open.
class ResetAtEnd {
 public:
  explicit ResetAtEnd(sqlite3_stmt* statement) : statement_(statement) {}
  ~ResetAtEnd() { sqlite3_reset(statement_); }
  ResetAtEnd(const ResetAtEnd&) = delete;
  ResetAtEnd& operator=(const ResetAtEnd&) = delete;

 private:
  sqlite3_stmt* statement_;
};

Value cell(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      return sqlite3_column_int64(statement, column);
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column);
    case SQLITE_TEXT: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
      return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
    }
    case SQLITE_BLOB: {
      const auto* first = static_cast<const std::byte*>(sqlite3_column_blob(statement, column));
      return Bytes(first, first + sqlite3_column_bytes(statement, column));
    }
    default:
      return {};
  }
}

struct Binder {
  sqlite3_stmt* statement;
  int place;

  int operator()(std::monostate) const { return sqlite3_bind_null(statement, place); }
  int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, place, value); }
  int operator()(double value) const { return sqlite3_bind_double(statement, place, value); }
  int operator()(std::string_view text) const {
    // PostgreSQL cannot hold a zero byte in text; what only one engine can store is refused by both.
    if (text.contains('\0')) throw Failure("text with a zero byte");
    const char* first = text.data() == nullptr ? "" : text.data();  // a null pointer would mean NULL
    return sqlite3_bind_text64(statement, place, first, text.size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  int operator()(std::span<const std::byte> bytes) const {
    if (bytes.empty()) return sqlite3_bind_zeroblob(statement, place, 0);
    return sqlite3_bind_blob64(statement, place, bytes.data(), bytes.size(), SQLITE_STATIC);
  }
};

// Counting every allocation takes a lock that all connections would share.
void switch_off_memory_counting() {
  static std::once_flag once;
  std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

}  // namespace

SqliteConnection::SqliteConnection(const std::string& path, Use use) {
  switch_off_memory_counting();
  const int create = use == Use::write ? SQLITE_OPEN_CREATE : 0;
  sqlite3* db = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &db,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | create, nullptr);
  db_.reset(db);
  if (code != SQLITE_OK) throw Failure(fmt::format("cannot open {}: {}", path, sqlite3_errstr(code)));
  configure(use);
}

void SqliteConnection::configure(Use use) {
  sqlite3_busy_timeout(db_.get(), kBusyMilliseconds);
  // As PostgreSQL does, "name" means a column and nothing else.
  sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  // Otherwise a statement with `LIKE $1` is compiled again for every new value of $1, in the hope of an
  // index.
  sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
  const Rows mode = run("PRAGMA journal_mode = WAL", {});
  if (mode.empty() || mode[0].get<std::string>(0) != "wal") {
    throw Failure("this file system cannot hold SQLite's write-ahead log");
  }
  command("PRAGMA synchronous = FULL");
  // A page that is written in many commits is copied into the file once per checkpoint: 16 MB of log between
  // two.
  command("PRAGMA wal_autocheckpoint = 4000");
  command("PRAGMA foreign_keys = ON");
  command("PRAGMA mmap_size = 268435456");
  command("PRAGMA cache_size = -65536");
  command("PRAGMA case_sensitive_like = ON");  // as LIKE is in PostgreSQL
  if (use == Use::read) command("PRAGMA query_only = ON");
}

Rows SqliteConnection::run(std::string_view sql, std::span<const Parameter> parameters) {
  Statement& statement = prepared(sql);
  sqlite3_stmt* handle = statement.handle.get();
  const ResetAtEnd reset(handle);
  bind(statement, parameters, sql);
  std::vector<Value> cells;
  int width = 0;
  int code = sqlite3_step(handle);
  // Only the first step knows the width: it compiles again when the schema has changed.
  if (code == SQLITE_ROW) width = sqlite3_column_count(handle);
  for (; code == SQLITE_ROW; code = sqlite3_step(handle)) {
    for (int column = 0; column < width; ++column) cells.push_back(cell(handle, column));
  }
  if (code != SQLITE_DONE) fail(code, sql);
  return Rows(static_cast<std::size_t>(width), std::move(cells));
}

std::int64_t SqliteConnection::change(std::string_view sql, std::span<const Parameter> parameters) {
  Statement& statement = prepared(sql);
  const ResetAtEnd reset(statement.handle.get());
  bind(statement, parameters, sql);
  const std::int64_t before = sqlite3_total_changes64(db_.get());
  step_through(statement.handle.get(), sql);
  // sqlite3_changes() still answers for an earlier statement when this one changes nothing.
  return sqlite3_total_changes64(db_.get()) == before ? 0 : sqlite3_changes64(db_.get());
}

void SqliteConnection::step_through(sqlite3_stmt* statement, std::string_view sql) {
  int code = SQLITE_ROW;
  while (code == SQLITE_ROW) code = sqlite3_step(statement);
  if (code != SQLITE_DONE) fail(code, sql);
}

void SqliteConnection::require_references() const {
  int open = 0;
  int unused = 0;
  sqlite3_db_status(db_.get(), SQLITE_DBSTATUS_DEFERRED_FKS, &open, &unused, 0);
  if (open != 0) throw ConstraintViolation("a deferred foreign key refers to a row that is not there");
}

void SqliteConnection::truncate_log() {
  // The writer must not stand still for seconds because somebody reads a long report.
  sqlite3_busy_timeout(db_.get(), 20);
  sqlite3_wal_checkpoint_v2(db_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(db_.get(), kBusyMilliseconds);
}

SqliteConnection::Statement& SqliteConnection::prepared(std::string_view sql) {
  if (Statement* found = statements_.find(sql)) return *found;
  if (statements_.full()) statements_.clear();
  const char* rest = nullptr;
  StatementHandle handle = compile(sql, &rest);
  if (!handle) throw Failure(fmt::format("no statement in: {}", sql));
  if (compile(sql.substr(static_cast<std::size_t>(rest - sql.data())), &rest)) {
    throw Failure(fmt::format("more than one statement in: {}", sql));
  }
  std::vector<int> places = places_of(handle.get(), sql);
  return statements_.add(sql, Statement{std::move(handle), std::move(places)});
}

SqliteConnection::StatementHandle SqliteConnection::compile(std::string_view sql, const char** rest) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(db_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, rest);
  if (code != SQLITE_OK) fail(code, sql);
  return StatementHandle(statement);
}

// SQLite takes $1 for a name and numbers names as they appear: in `$2 || $1`, $2 comes first.
std::vector<int> SqliteConnection::places_of(sqlite3_stmt* statement, std::string_view sql) const {
  const int count = sqlite3_bind_parameter_count(statement);
  std::vector<int> places;
  for (int number = 1; number <= count; ++number) {
    const int place = sqlite3_bind_parameter_index(statement, fmt::format("${}", number).c_str());
    if (place == 0) throw Failure(fmt::format("parameters are not $1 … ${} in: {}", count, sql));
    places.push_back(place);
  }
  return places;
}

void SqliteConnection::bind(const Statement& statement, std::span<const Parameter> parameters,
                            std::string_view sql) {
  if (parameters.size() != statement.places.size()) {
    throw Failure(
        fmt::format("{} parameters for {} places in: {}", parameters.size(), statement.places.size(), sql));
  }
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const int code = std::visit(Binder{statement.handle.get(), statement.places[i]}, parameters[i]);
    if (code != SQLITE_OK) fail(code, sql);
  }
}

void SqliteConnection::fail(int code, std::string_view sql) const {
  const std::string message = fmt::format("{} (SQLite {}) in: {}", sqlite3_errmsg(db_.get()), code, sql);
  // A value of the wrong type for its column is no row that exists already: PostgreSQL does not call it one
  // either.
  if ((code & 0xff) == SQLITE_CONSTRAINT && code != SQLITE_CONSTRAINT_DATATYPE) {
    throw ConstraintViolation(message);
  }
  throw Failure(message);
}

}  // namespace guanxi::database
