// Rows by the million: past the rooms' doors and without durability, which is only right for a database that
// is thrown away.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace guanxi::bench {

/// One value of a row; std::monostate is NULL.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;

/// One table that is being filled. Its destructor ends the filling.
class BulkTable {
 public:
  virtual ~BulkTable() = default;
  virtual void row(std::span<const Cell> cells) = 0;
};

class Bulk {
 public:
  virtual ~Bulk() = default;
  static std::unique_ptr<Bulk> open(const std::string& url);

  /// Several tables may be filled at once.
  virtual std::unique_ptr<BulkTable> fill(const std::string& table, const std::string& columns,
                                          int count) = 0;
  /// Before filling: indexes that are made afterwards are made by sorting, which is many times quicker.
  virtual void drop_indexes() = 0;
  /// After filling: makes the indexes, lets the engine look at the tables, and waits until all is on the
  /// disk.
  virtual void finish() = 0;
  virtual std::int64_t bytes() = 0;
};

/// "sqlite:/path" without its first word, and nothing for other engines.
std::string sqlite_path(const std::string& url);

}  // namespace guanxi::bench
