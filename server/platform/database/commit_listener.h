// Passing on what committed work announced, and telling callers that their work is over.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "platform/database/database.h"

namespace guanxi::database {

/// Who hears the notes of committed work. Notes of several threads are passed on one transaction after
/// another.
class CommitListener {
 public:
  void listen(std::function<void(const std::string&)> listener);

  /// Passes the notes on. What the listener throws is logged: the work is committed and cannot be taken back.
  void tell(const std::vector<std::string>& notes);

 private:
  std::mutex mutex_;
  std::function<void(const std::string&)> listener_;
};

/// Calls `done`; what it throws against its promise is logged, so that it ends neither the thread nor other
/// work.
void finish(const Done& done, std::exception_ptr error);

/// Says that the calling thread runs the work of a database, where waiting for other work would never end.
void mark_database_thread();

/// Whether the calling thread was marked so.
bool on_database_thread();

}  // namespace guanxi::database
