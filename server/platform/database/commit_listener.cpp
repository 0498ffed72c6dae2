#include "platform/database/commit_listener.h"

#include <spdlog/spdlog.h>

namespace guanxi::database {

namespace {

thread_local bool runs_database_work = false;

template <class Call>
void logging_failures(const char* what, Call call) {
  try {
    call();
  } catch (const std::exception& error) {
    spdlog::error("database: {} threw: {}", what, error.what());
  } catch (...) {
    spdlog::error("database: {} threw something that is no std::exception", what);
  }
}

}  // namespace

void CommitListener::listen(std::function<void(const std::string&)> listener) {
  const std::lock_guard lock(mutex_);
  listener_ = std::move(listener);
}

void CommitListener::tell(const std::vector<std::string>& notes) {
  if (notes.empty()) return;
  const std::lock_guard lock(mutex_);
  if (!listener_) return;
  for (const std::string& note : notes) {
    logging_failures("the commit listener", [&] { listener_(note); });
  }
}

void finish(const Done& done, std::exception_ptr error) {
  if (done) logging_failures("a done callback", [&] { done(std::move(error)); });
}

void mark_database_thread() { runs_database_work = true; }

bool on_database_thread() { return runs_database_work; }

}  // namespace guanxi::database
