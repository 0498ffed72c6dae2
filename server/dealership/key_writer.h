// Writes the search keys that new customers are owed, beside the requests.
#pragma once

#include <chrono>

#include "platform/database/database.h"
#include "platform/jobs/repeating.h"

namespace guanxi::dealership {

/// Does so as long as it lives, on a thread of its own: whoever was put on file with `Keys::later` is found
/// by a search a moment afterwards, the later the more come at once.
class KeyWriter {
 public:
  explicit KeyWriter(database::Database& database,
                     std::chrono::milliseconds pause = std::chrono::milliseconds(300));

 private:
  jobs::Repeating background_;
};

}  // namespace guanxi::dealership
