// Reading a row column by column, in the order of its SELECT.
#pragma once

#include <optional>
#include <string>

#include "platform/database/database.h"
#include "platform/json/kinds.h"

namespace guanxi::database {

class Columns {
 public:
  explicit Columns(const Row& row) : row_(row) {}
  template <class T>
  T next() {
    return row_.get<T>(column_++);
  }
  /// A described enumerator, which stands as its word.
  template <class T>
  T word() {
    return json::from_word<T>(next<std::string>()).value();
  }
  template <class T>
  std::optional<T> word_if_any() {
    const auto text = next<std::optional<std::string>>();
    return text ? json::from_word<T>(*text) : std::nullopt;
  }

 private:
  const Row& row_;
  std::size_t column_ = 0;
};

/// The word as which an enumerator stands in a column; nothing for nothing.
template <class T>
std::optional<std::string> word(const std::optional<T>& value) {
  return value ? std::optional(json::to_word(*value)) : std::nullopt;
}

}  // namespace guanxi::database
