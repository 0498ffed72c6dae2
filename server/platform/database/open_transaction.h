// What both engines have in common while a piece of work runs.
#pragma once

#include <exception>
#include <utility>

#include "platform/database/database.h"
#include "platform/result.h"

namespace guanxi::database {

/// What a transaction may be used for.
enum class Use { read, write };

/// The transaction that one piece of work sees, over a connection that has already begun it.
template <class Connection>
class OpenTransaction final : public Transaction {
 public:
  OpenTransaction(Connection& connection, Use use) : connection_(connection), use_(use) {}

  void announce(std::string note) override {
    CHECK(use_ == Use::write);
    notes_.push_back(std::move(note));
  }

  Engine engine() const override { return Connection::kEngine; }

  std::vector<std::string>& notes() { return notes_; }

  /// Throws what a statement threw earlier, in case the work swallowed it.
  void require_whole() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 protected:
  Rows run(std::string_view sql, std::span<const Parameter> parameters) override {
    return guarded([&] { return connection_.run(sql, parameters); });
  }

  std::int64_t change(std::string_view sql, std::span<const Parameter> parameters) override {
    return guarded([&] { return connection_.change(sql, parameters); });
  }

  void send(std::string_view sql, std::span<const Parameter> parameters) override {
    guarded([&] { connection_.send(sql, parameters); });
  }

 private:
  // PostgreSQL ignores everything after a failed statement, SQLite would carry on: both are made to do the
  // former.
  template <class Statement>
  auto guarded(Statement statement) {
    if (failure_) throw Failure("an earlier statement of this transaction failed");
    try {
      return statement();
    } catch (...) {
      failure_ = std::current_exception();
      throw;
    }
  }

  Connection& connection_;
  Use use_;
  std::vector<std::string> notes_;
  std::exception_ptr failure_;
};

}  // namespace guanxi::database
