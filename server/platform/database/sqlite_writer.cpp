#include "platform/database/sqlite_writer.h"

#include <system_error>

namespace guanxi::database {

namespace {

using std::chrono::steady_clock;

constexpr std::size_t kBatchPieces = 256;
constexpr auto kBatchTime = std::chrono::milliseconds(20);
constexpr auto kTidyEvery = std::chrono::seconds(1);
constexpr std::uintmax_t kLogBytes = 64U << 20;

}  // namespace

SqliteWriter::SqliteWriter(const std::string& path, WorkQueue<WritePiece>& queue, CommitListener& listener)
    : connection_(path, Use::write),
      queue_(queue),
      listener_(listener),
      log_path_(path + "-wal"),
      next_tidying_(steady_clock::now() + kTidyEvery) {}

void SqliteWriter::run() {
  while (!queue_.drained()) {
    queue_.wait(kTidyEvery);
    if (std::optional<WritePiece> piece = queue_.try_pop()) run_batch(std::move(*piece));
    tidy_log();
  }
}

void SqliteWriter::run_batch(WritePiece first) {
  if (!begin(first)) return;
  const auto started = steady_clock::now();
  std::optional<WritePiece> piece(std::move(first));
  while (piece) {
    run_piece(std::move(*piece));
    const bool room =
        !batch_lost_ && ended_.size() < kBatchPieces && steady_clock::now() - started < kBatchTime;
    piece = room ? queue_.try_pop() : std::nullopt;
  }
  report(end_batch());
}

bool SqliteWriter::begin(const WritePiece& first) {
  try {
    connection_.command("BEGIN IMMEDIATE");
    return true;
  } catch (...) {
    finish(first.done, std::current_exception());
    return false;
  }
}

void SqliteWriter::run_piece(WritePiece piece) {
  OpenTransaction<SqliteConnection> transaction(connection_, Use::write);
  Ended ended{std::move(piece.done)};
  try {
    if (others_in_batch_) connection_.command("SAVEPOINT piece");
    if (piece.work(transaction) == Outcome::keep) {
      transaction.require_whole();
      connection_.require_references();
      if (others_in_batch_) connection_.command("RELEASE piece");
      ended.kept = true;
    }
  } catch (...) {
    ended.error = std::current_exception();
  }
  if (ended.kept) {
    others_in_batch_ = true;
    std::move(transaction.notes().begin(), transaction.notes().end(), std::back_inserter(notes_));
  } else {
    undo_piece();
  }
  ended_.push_back(std::move(ended));
}

void SqliteWriter::undo_piece() {
  try {
    if (others_in_batch_) {
      connection_.command("ROLLBACK TO piece");
      connection_.command("RELEASE piece");
    } else {
      connection_.command("ROLLBACK");
      connection_.command("BEGIN IMMEDIATE");
    }
  } catch (const Failure&) {
    // SQLite has rolled everything back by itself (disk full, I/O error), the savepoint with it.
    batch_lost_ = true;
  }
}

std::exception_ptr SqliteWriter::end_batch() {
  if (batch_lost_) {
    roll_back();
    return std::make_exception_ptr(Failure("SQLite rolled the batch back because of a failure in it"));
  }
  try {
    connection_.command("COMMIT");
    return nullptr;
  } catch (...) {
    roll_back();
    return std::current_exception();
  }
}

void SqliteWriter::roll_back() {
  if (!connection_.in_transaction()) return;
  try {
    connection_.command("ROLLBACK");
  } catch (const Failure&) {
    // SQLite says that the transaction is over even when ROLLBACK met an error.
  }
}

void SqliteWriter::report(std::exception_ptr batch_error) {
  if (!batch_error) listener_.tell(notes_);
  for (Ended& ended : ended_) {
    finish(ended.done, ended.kept && batch_error ? batch_error : std::move(ended.error));
  }
  notes_.clear();
  ended_.clear();
  batch_lost_ = false;
  others_in_batch_ = false;
}

// A log that a long read has let grow keeps its size, and every read looks into it, until it is truncated.
void SqliteWriter::tidy_log() {
  if (steady_clock::now() < next_tidying_ || !queue_.empty()) return;
  next_tidying_ = steady_clock::now() + kTidyEvery;
  std::error_code none;
  const std::uintmax_t size = std::filesystem::file_size(log_path_, none);
  if (!none && size > kLogBytes) connection_.truncate_log();
}

}  // namespace guanxi::database
