// One connection to a PostgreSQL server.
#pragma once

#include <libpq-fe.h>

#include <memory>

#include "platform/database/database.h"
#include "platform/database/open_transaction.h"
#include "platform/database/postgres_values.h"
#include "platform/database/statement_cache.h"

namespace guanxi::database {

/// What went wrong in the transaction that is running, as far as it says whether to run it again.
enum class Trouble {
  none,
  conflict,    ///< Another transaction came in between: run it again.
  duplicate,   ///< A row with this key came in between, or was there all along: run it again to see.
  stale_plan,  ///< A prepared statement no longer fits the schema: prepare anew, run it again.
  lost,        ///< The connection broke before COMMIT was sent: connect anew, run it again.
  unknown,     ///< The connection broke during COMMIT: nobody knows whether it was committed.
  other,       ///< Running it again would change nothing.
};

/// A connection for one thread at a time, made when it is first needed and made anew after it was lost.
/// Functions throw Failure (or ConstraintViolation) and then remember the kind of trouble until the next
/// `begin`.
class PostgresConnection {
 public:
  static constexpr Engine kEngine = Engine::postgres;

  explicit PostgresConnection(std::string uri) : uri_(std::move(uri)) {}

  /// Connects unless that is done already.
  void connect();

  /// Begins with the first statement: both go to the server together.
  void begin(Use use);
  void commit();
  /// Ends a transaction that has read, without waiting for the server. Never throws.
  void end_reading();
  /// Ends the transaction, if there is one, without keeping anything. Never throws.
  void roll_back();

  Rows run(std::string_view sql, std::span<const Parameter> parameters);
  std::int64_t change(std::string_view sql, std::span<const Parameter> parameters);
  /// Sends the statement together with the next one that has to be answered, or with COMMIT, and fails there.
  void send(std::string_view sql, std::span<const Parameter> parameters);

  Trouble trouble() const { return trouble_; }

 private:
  struct CloseConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
  };
  using Result = std::unique_ptr<PGresult, ClearResult>;

  const std::string& prepared(std::string_view sql);
  Result execute(std::string_view sql, std::span<const Parameter> parameters);
  void enter_pipeline();
  void send_command(const char* sql);
  /// Waits for the answers to all that was sent. The last of them; throws for the first that failed.
  Result settle();
  Result collect();
  /// The answer to one statement of the pipeline; empty when there will be no more.
  Result next_answer();
  Result checked(PGresult* raw, std::string_view sql);
  Result command(const char* sql);
  Trouble trouble_of(std::string_view state) const;
  [[noreturn]] void fail(const PGresult* result, std::string_view sql);

  std::string uri_;
  std::unique_ptr<PGconn, CloseConnection> connection_;
  StatementCache<std::string> names_;  ///< The server's name of each prepared statement.
  PostgresParameters parameters_;
  const char* begin_ = nullptr;       ///< BEGIN that has still to be sent
  std::vector<std::string> awaited_;  ///< texts of what was sent and not answered yet
  std::uint64_t last_name_ = 0;
  Trouble trouble_ = Trouble::none;
};

}  // namespace guanxi::database
