// SQLite without anything of ours around it: for filling and for the raw limit.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "bulk.h"

namespace guanxi::bench {

struct CloseSqlite {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

class RawSqlite {
 public:
  explicit RawSqlite(const std::string& path);

  void command(const std::string& sql);
  using Statement = std::unique_ptr<sqlite3_stmt, CloseSqlite>;
  Statement prepare(const std::string& sql);
  /// Binds the cells and runs the statement, whose rows nobody reads.
  void run(sqlite3_stmt* statement, std::span<const Cell> cells);
  /// The first column of all rows.
  std::vector<std::string> texts(const std::string& sql);

 private:
  void check(int code, int expected) const;

  std::unique_ptr<sqlite3, CloseSqlite> db_;
};

}  // namespace guanxi::bench
