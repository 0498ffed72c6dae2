// Trials and runs in the background.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "platform/clock/clock.h"
#include "platform/database/database.h"

namespace guanxi::reception {

/// Works on imports that wait for a trial or a run, one after another, on a thread of its own.
///
/// What waits stands in the database, so any server process may take it. A process that works on an import
/// says so with every batch; one that has been silent for kImportPatience has died, and another one (or the
/// same after a restart) begins the import anew: rows that are there already are recognised. An import that
/// breaks off kImportAttempts times is `failed`.
class ImportRunner {
 public:
  /// Begins at once with what was left behind. Database and clock must outlive the runner.
  ImportRunner(database::Database& database, const Clock& clock);
  /// Stops between two batches; what is unfinished is left for the next start.
  ~ImportRunner();
  ImportRunner(const ImportRunner&) = delete;
  ImportRunner& operator=(const ImportRunner&) = delete;

  /// Something was put to work (and committed).
  void wake();

 private:
  void keep_working();
  /// Works on one import, if one waits. @returns whether to look for another one at once.
  bool work_once();

  database::Database& database_;
  const Clock& clock_;
  const std::string id_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool woken_ = true;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;  // last: it uses what stands above
};

}  // namespace guanxi::reception
