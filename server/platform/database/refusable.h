// Writing work that may refuse: what it wrote is kept only when it did not.
#pragma once

#include "platform/database/database.h"
#include "platform/result.h"

namespace guanxi::database {

/// Runs `work` in a transaction and gives its result; a refusal undoes what was written. Blocks until the
/// COMMIT.
template <class Work>
auto write_or_refuse(Database& database, Work work) -> decltype(work(std::declval<Transaction&>())) {
  decltype(work(std::declval<Transaction&>())) result;
  database.write([&](Transaction& tx) {
    result = work(tx);
    return result ? Outcome::keep : Outcome::undo;
  });
  return result;
}

}  // namespace guanxi::database
