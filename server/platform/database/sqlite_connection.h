// One connection to a SQLite file.
#pragma once

#include <sqlite3.h>

#include <memory>

#include "platform/database/database.h"
#include "platform/database/open_transaction.h"
#include "platform/database/statement_cache.h"

namespace guanxi::database {

/// A connection for one thread at a time. Every function throws Failure (or ConstraintViolation) when SQLite
/// refuses.
class SqliteConnection {
 public:
  static constexpr Engine kEngine = Engine::sqlite;

  /// Opens the file; a connection that writes creates it when it is not there, one that reads cannot change
  /// it.
  SqliteConnection(const std::string& path, Use use);

  Rows run(std::string_view sql, std::span<const Parameter> parameters);
  std::int64_t change(std::string_view sql, std::span<const Parameter> parameters);
  /// The same, for what nobody waits for.
  void send(std::string_view sql, std::span<const Parameter> parameters) { change(sql, parameters); }

  /// Runs a statement without parameters, for its effect: BEGIN, COMMIT ….
  void command(std::string_view sql) { change(sql, {}); }

  /// False also after SQLite has rolled back by itself, which it does when the disk is full or broken.
  bool in_transaction() const { return sqlite3_get_autocommit(db_.get()) == 0; }

  /// Throws ConstraintViolation when a deferred foreign key is open: COMMIT would fail for the whole batch.
  void require_references() const;

  /// Moves the write-ahead log into the file and empties it. Gives up when a reader is still using it.
  void truncate_log();

 private:
  struct CloseConnection {
    void operator()(sqlite3* db) const { sqlite3_close(db); }
  };
  struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  using StatementHandle = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;
  struct Statement {
    StatementHandle handle;
    std::vector<int> places;  ///< Where SQLite has put $1, $2 …
  };

  void configure(Use use);
  Statement& prepared(std::string_view sql);
  StatementHandle compile(std::string_view sql, const char** rest);
  std::vector<int> places_of(sqlite3_stmt* statement, std::string_view sql) const;
  void bind(const Statement& statement, std::span<const Parameter> parameters, std::string_view sql);
  void step_through(sqlite3_stmt* statement, std::string_view sql);
  [[noreturn]] void fail(int code, std::string_view sql) const;

  std::unique_ptr<sqlite3, CloseConnection> db_;
  StatementCache<Statement> statements_;
};

}  // namespace guanxi::database
