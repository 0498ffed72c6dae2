// The store's own words: whom and what the cells of an old log may name.
#pragma once

#include <expected>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "dealership/dealership.h"

namespace guanxi::reception {

/// Things found by what people call them; blanks, punctuation and letter case do not matter.
class Called {
 public:
  /// The thing may be called so. Of two things called the same, the one of the lower rank is meant; of the
  /// same rank, nobody knows which.
  void add(std::string_view name, const std::string& id, int rank = 0);

  enum class Miss { unknown, several };
  std::expected<std::string, Miss> find(std::string_view name) const;

 private:
  struct Entry {
    std::string id;
    int rank;
    bool several;
  };
  std::unordered_map<std::string, Entry> entries_;
};

/// Everything that rows are understood by. Read once for a whole file.
struct ImportContext {
  dealership::Store store;
  TimeZone zone;
  std::string importer_id;  ///< who brings the log in
  Instant now = 0;
  int default_year = 0;
  Called people;                  ///< by name and login, also those who have left
  std::set<std::string> at_work;  ///< those of them who sell here now
  Called models, channels, reasons, exclusions;
};

ImportContext load_context(database::Transaction& tx, const std::string& store_id,
                           const std::string& importer_id, int default_year, Instant now);

}  // namespace guanxi::reception
