// One trial or run over a whole file.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <vector>

#include "platform/clock/clock.h"
#include "reception/import_place.h"

namespace guanxi::reception {

class ImportPass {
 public:
  /// Of an import that has been claimed. Ends early when `stopping` becomes true.
  ImportPass(database::Database& database, const Clock& clock, Claim claim,
             const std::atomic<bool>& stopping);
  ~ImportPass();
  ImportPass(const ImportPass&) = delete;
  ImportPass& operator=(const ImportPass&) = delete;

  /// Goes over all rows in batches and finishes the import; leaves it when somebody else has taken it over,
  /// and gives it back when it had to stop.
  void run();

 private:
  using RowWork = std::function<bool(std::int64_t number, const tables::Cells& cells)>;

  /// Calls `work` for each row of the log until it returns false or the pass has to end.
  void each_row(const RowWork& work);
  void survey();
  /// Says that somebody is at work.
  void beat();
  bool goes_on() const { return !stopping_ && !taken_over_; }
  bool trial() const { return stored_.import.state == ImportState::trying; }
  bool take(std::int64_t number, const tables::Cells& cells);
  /// Hands the batch to the database. While it is written, the next one is planned.
  void end_batch();
  void try_batch();
  /// Everything of a batch in one transaction. It may be run again.
  database::Outcome write_batch(database::Transaction& tx);
  /// Waits until the batch before is written and reckons with what came of it.
  void await_written();
  /// PostgreSQL plans for tables as large as they were when it last counted. In a new store they were empty,
  /// and its own count comes only after a minute: by then every row costs as much as all rows before it.
  void tell_planner();
  void write_keys();
  void finish();

  database::Database& database_;
  const Clock& clock_;
  const Claim claim_;
  const std::atomic<bool>& stopping_;
  StoredImport stored_;
  database::Bytes content_;
  tables::Format format_;
  ImportContext context_;
  FileMemory file_;
  TrialMemory memory_;
  std::vector<PlannedRow> batch_;
  std::size_t batch_size_;
  Progress progress_;
  bool taken_over_ = false;

  // Of the batch that is being written; the database's until `done_writing_`.
  std::vector<PlannedRow> writing_;
  Progress after_batch_;
  bool lost_claim_ = false;
  std::chrono::steady_clock::duration batch_time_{};
  std::future<void> done_writing_;

  bool planner_needs_telling_ = false;
  std::int64_t planner_told_ = 250;  ///< rows created when the planner was last told
};

}  // namespace guanxi::reception
