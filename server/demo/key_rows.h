// What the customers of a store are found by, sorted as the table of search keys is: a million rows at its
// end instead of a million places to be found.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "demo/row_id.h"

namespace guanxi::demo {

class KeyRows {
 public:
  /// A customer, and who is in charge; the keys added next are theirs.
  void add_customer(const RowId& id, std::uint16_t salesperson);
  void add_key(std::string_view key);

  /// Hands out all rows in the order of key and customer, each once, and forgets them.
  void drain(
      const std::function<void(std::string_view key, const RowId& customer, std::uint16_t salesperson)>& row);

 private:
  struct Key {
    std::uint64_t beginning;  ///< of the text, so that most comparisons need nothing else
    std::uint32_t place;      ///< of the length, before the text
    std::uint32_t customer;
  };
  std::string_view text_of(const Key& key) const;

  std::string texts_;
  std::vector<Key> keys_;
  std::vector<RowId> customers_;
  std::vector<std::uint16_t> salespeople_;
};

}  // namespace guanxi::demo
