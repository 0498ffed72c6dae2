// The prepared statements of one connection.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace guanxi::database {

/// Prepared statements by the content of their text: the address of a text says nothing once it was built at
/// run time.
template <class Statement>
class StatementCache {
 public:
  Statement* find(std::string_view sql) {
    const auto found = statements_.find(sql);
    return found == statements_.end() ? nullptr : &found->second;
  }

  Statement& add(std::string_view sql, Statement statement) {
    return statements_.emplace(std::string(sql), std::move(statement)).first->second;
  }

  /// Whether so many texts are held that some of them must have been made from values.
  bool full() const { return statements_.size() >= kLimit; }

  void clear() { statements_.clear(); }

 private:
  static constexpr std::size_t kLimit = 1000;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, Statement, Hash, std::equal_to<>> statements_;
};

}  // namespace guanxi::database
