// One trial or run over a whole file.
#pragma once

#include <atomic>
#include <functional>
#include <vector>

#include "platform/clock/clock.h"
#include "reception/import_place.h"

namespace guanxi::reception {

class ImportPass {
 public:
  /// Of an import that has been claimed. Ends early when `stopping` becomes true.
  ImportPass(database::Database& database, const Clock& clock, Claim claim,
             const std::atomic<bool>& stopping);

  /// Goes over all rows in batches and finishes the import; leaves it when somebody else has taken it over,
  /// and gives it back when it had to stop.
  void run();

 private:
  using RowWork = std::function<bool(std::int64_t number, const tables::Cells& cells)>;

  /// Calls `work` for each row of the log until it returns false or the pass has to end.
  void each_row(const RowWork& work);
  void survey();
  bool goes_on() const { return !stopping_ && !taken_over_; }
  bool trial() const { return stored_.import.state == ImportState::trying; }
  std::size_t batch_size() const;
  bool take(std::int64_t number, const tables::Cells& cells);
  void end_batch();
  void try_batch();
  void run_batch();
  /// Outcomes and progress of the batch, in the transaction of the batch. It may be run again.
  void write_down(database::Transaction& tx);
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
  Progress progress_, progress_with_batch_;
  bool taken_over_ = false;
};

}  // namespace guanxi::reception
