// The waiting line between the callers of a database and the threads that do its work.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

#include "platform/database/database.h"

namespace guanxi::database {

struct ReadPiece {
  ReadWork work;
  Done done;
};

struct WritePiece {
  WriteWork work;
  Done done;
};

/// Pieces of work in the order they came, at most `limit` of them. Safe to use from any thread.
template <class Piece>
class WorkQueue {
 public:
  explicit WorkQueue(std::size_t limit) : limit_(limit) {}

  /// Adds a piece at the end. Throws QueueFull when `limit` pieces are waiting already.
  void push(Piece piece) {
    {
      const std::lock_guard lock(mutex_);
      if (closed_) throw Failure("the database is closing");
      if (pieces_.size() >= limit_) throw QueueFull("too much work is waiting for the database");
      pieces_.push_back(std::move(piece));
    }
    arrived_.notify_one();
  }

  /// Waits for the next piece; nothing once the queue is closed and drained.
  std::optional<Piece> pop() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [this] { return closed_ || !pieces_.empty(); });
    return take();
  }

  /// The next piece when one is waiting.
  std::optional<Piece> try_pop() {
    const std::lock_guard lock(mutex_);
    return take();
  }

  /// Waits until a piece is there, the queue is closed, or `patience` is over. Returns whether a piece is
  /// there.
  bool wait(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    arrived_.wait_for(lock, patience, [this] { return closed_ || !pieces_.empty(); });
    return !pieces_.empty();
  }

  bool empty() const {
    const std::lock_guard lock(mutex_);
    return pieces_.empty();
  }

  /// Whether the queue is closed and everything in it has been taken.
  bool drained() const {
    const std::lock_guard lock(mutex_);
    return closed_ && pieces_.empty();
  }

  /// Lets nothing more in. What is waiting can still be taken.
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    arrived_.notify_all();
  }

 private:
  std::optional<Piece> take() {
    if (pieces_.empty()) return std::nullopt;
    std::optional<Piece> piece(std::move(pieces_.front()));
    pieces_.pop_front();
    return piece;
  }

  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Piece> pieces_;
  std::size_t limit_;
  bool closed_ = false;
};

}  // namespace guanxi::database
