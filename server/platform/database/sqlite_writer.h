// Group commit: many pieces of writing work in one durable COMMIT.
#pragma once

#include <chrono>
#include <filesystem>

#include "platform/database/commit_listener.h"
#include "platform/database/sqlite_connection.h"
#include "platform/database/work_queue.h"

namespace guanxi::database {

/// The one writer of a SQLite file. What has queued up while the last COMMIT waited for the disk is the next
/// batch, so a lone caller waits for nobody and many callers share the price of the disk.
class SqliteWriter {
 public:
  SqliteWriter(const std::string& path, WorkQueue<WritePiece>& queue, CommitListener& listener);

  /// Works until the queue is drained; the body of the writer's thread.
  void run();

 private:
  struct Ended {
    Done done;
    bool kept = false;
    std::exception_ptr error = {};
  };

  void run_batch(WritePiece first);
  bool begin(const WritePiece& first);
  void run_piece(WritePiece piece);
  void undo_piece();
  std::exception_ptr end_batch();
  void roll_back();
  void report(std::exception_ptr batch_error);
  void tidy_log();

  SqliteConnection connection_;
  WorkQueue<WritePiece>& queue_;
  CommitListener& listener_;
  std::filesystem::path log_path_;
  std::chrono::steady_clock::time_point next_tidying_;
  std::vector<Ended> ended_;
  std::vector<std::string> notes_;
  /// Whether the batch holds kept pieces. Only then is a savepoint needed to undo the next one without them,
  /// and a savepoint is dear: SQLite puts a copy of every page that is changed under it aside.
  bool others_in_batch_ = false;
  bool batch_lost_ = false;  ///< The outer transaction is gone; nothing of this batch can be committed.
};

}  // namespace guanxi::database
