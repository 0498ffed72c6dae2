// What people did, kept until all is planned and then done in the order of time.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "platform/clock/clock.h"
#include "platform/database/database.h"

namespace guanxi::demo {

class Deeds {
 public:
  using Act = std::function<void(database::Transaction&)>;

  /// What the program does by itself, in transactions of its own.
  using ByItself = std::function<void(database::Database&)>;

  void add(Instant at, Act act) { deeds_.push_back({at, std::move(act), {}}); }
  void add_by_itself(Instant at, ByItself work) { deeds_.push_back({at, {}, std::move(work)}); }

  /// Does everything up to this moment; what would come later has not happened.
  void carry_out(database::Database& database, Instant now);

 private:
  struct Deed {
    Instant at;
    Act act;
    ByItself by_itself;  ///< one of the two
  };
  std::vector<Deed> deeds_;
};

}  // namespace guanxi::demo
