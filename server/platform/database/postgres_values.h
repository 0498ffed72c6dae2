// Parameters and cells as PostgreSQL's protocol wants them.
#pragma once

#include <libpq-fe.h>

#include <array>
#include <vector>

#include "platform/database/database.h"

namespace guanxi::database {

/// The parameters of one statement as the arrays that libpq takes. Kept by a connection and filled again for
/// each statement, so that the arrays are allocated once. Looks at the parameters given, which must outlive
/// the call.
class PostgresParameters {
 public:
  /// Throws Failure for text with a zero byte, which PostgreSQL would cut off there.
  void assign(std::span<const Parameter> parameters);

  int count() const { return static_cast<int>(values_.size()); }
  const char* const* values() const { return values_.data(); }
  const int* lengths() const { return lengths_.data(); }
  const int* formats() const { return formats_.data(); }

 private:
  void set(std::size_t i, std::string_view value, int format);

  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
  std::vector<std::array<char, 32>> numbers_;  ///< Digits of numbers, as long as a double can be.
  std::vector<std::string> texts_;             ///< Texts with the zero byte at their end that libpq wants.
};

/// One cell of an answer in text format. Integers and booleans become integers; `numeric` too when it has no
/// fraction and fits, as sum() of a BIGINT column does; everything that is neither number nor bytea becomes
/// text.
Value to_value(Oid type, std::string_view text);

/// All rows of an answer.
Rows to_rows(const PGresult* result);

}  // namespace guanxi::database
