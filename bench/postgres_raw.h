// PostgreSQL without anything of ours around it: for filling and for the raw limit.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "bulk.h"

namespace guanxi::bench {

class RawPostgres {
 public:
  explicit RawPostgres(const std::string& url);

  void command(const std::string& sql);
  /// The first column of all rows.
  std::vector<std::string> texts(const std::string& sql);
  void prepare(const std::string& name, const std::string& sql);
  void run(const std::string& name, std::span<const Cell> cells);
  void begin_copy(const std::string& table, const std::string& columns);
  void copy(const std::string& lines);
  void end_copy();

 private:
  struct Close {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  void check(PGresult* result, ExecStatusType expected);

  std::unique_ptr<PGconn, Close> connection_;
};

}  // namespace guanxi::bench
