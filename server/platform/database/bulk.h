// Rows by the million into a database that nobody uses yet: past the rooms' doors, without indexes and, on
// SQLite, without a journal. A database whose filling broke off is to be thrown away.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace guanxi::database {

/// One value of a row; std::monostate is NULL. It only looks at text, which must live until `row` returns.
using Cell = std::variant<std::monostate, std::int64_t, std::string_view>;

/// One table that is being filled.
class BulkTable {
 public:
  virtual ~BulkTable() = default;
  /// Adds a row. Rows in the order of the primary key are the quickest.
  virtual void row(std::span<const Cell> cells) = 0;
};

class Bulk {
 public:
  virtual ~Bulk() = default;

  /// Opens the migrated database at `url`; on SQLite nobody else may have it open. Indexes and references are
  /// taken away until `finish`: made afterwards, by sorting, they cost a fraction.
  static std::unique_ptr<Bulk> open(const std::string& url);

  /// Names a table to be filled, by its columns ("store_id, id, at"). All are named before the first row;
  /// their rows may then come in any mixture.
  virtual BulkTable& fill(const std::string& table, const std::string& columns) = 0;

  /// Makes the indexes and references, and waits until all is on the disk. Throws Failure when a row breaks a
  /// rule of the schema. Nothing can be added afterwards.
  virtual void finish() = 0;
};

}  // namespace guanxi::database
