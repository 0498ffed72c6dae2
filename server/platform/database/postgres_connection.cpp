#include "platform/database/postgres_connection.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <charconv>
#include <cstring>

namespace guanxi::database {

namespace {

constexpr const char* kBeginReading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr const char* kBeginWriting = "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE";

std::string first_line(const char* message) {
  const std::string_view text = message;
  return std::string(text.substr(0, text.find('\n')));
}

void log_notice(void* /*unused*/, const char* message) { spdlog::debug("postgres: {}", first_line(message)); }

}  // namespace

void PostgresConnection::connect() {
  if (connection_ && PQstatus(connection_.get()) == CONNECTION_OK) return;
  names_.clear();
  // Every statement is prepared and asked again and again: one plan for each, instead of a plan for each
  // time, which for a reading with seven joins costs many times what the reading does.
  const char* const keys[] = {"connect_timeout", "fallback_application_name", "options",
                              "dbname",          "client_encoding",           nullptr};
  const char* const values[] = {"10",         "guanxi", "-c plan_cache_mode=force_generic_plan",
                                uri_.c_str(), "UTF8",   nullptr};
  connection_.reset(PQconnectdbParams(keys, values, /*expand_dbname=*/1));
  if (PQstatus(connection_.get()) != CONNECTION_OK) {
    trouble_ = Trouble::other;
    throw Failure(
        fmt::format("cannot connect to PostgreSQL: {}", first_line(PQerrorMessage(connection_.get()))));
  }
  PQsetNoticeProcessor(connection_.get(), log_notice, nullptr);
  const char* encoding = PQparameterStatus(connection_.get(), "server_encoding");
  if (encoding == nullptr || std::strcmp(encoding, "UTF8") != 0) {
    connection_.reset();
    trouble_ = Trouble::other;
    throw Failure("the PostgreSQL database must have the encoding UTF8");
  }
}

void PostgresConnection::begin(Use use) {
  trouble_ = Trouble::none;
  connect();
  command(use == Use::read ? kBeginReading : kBeginWriting);
}

void PostgresConnection::commit() {
  try {
    const Result result = command("COMMIT");
    // COMMIT of a transaction that has failed succeeds, as a ROLLBACK.
    if (std::strcmp(PQcmdStatus(result.get()), "COMMIT") == 0) return;
  } catch (const ConstraintViolation&) {
    throw;
  } catch (const Failure& failure) {
    if (trouble_ != Trouble::lost) throw;
    trouble_ = Trouble::unknown;
    throw Failure(fmt::format("the connection was lost during COMMIT, which may or may not have happened: {}",
                              failure.what()));
  }
  trouble_ = Trouble::other;
  throw Failure("PostgreSQL rolled the transaction back at its COMMIT");
}

void PostgresConnection::roll_back() {
  if (!connection_) return;
  if (PQtransactionStatus(connection_.get()) == PQTRANS_IDLE) return;
  const Result result(PQexec(connection_.get(), "ROLLBACK"));
  if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) connection_.reset();
}

Rows PostgresConnection::run(std::string_view sql, std::span<const Parameter> parameters) {
  return to_rows(execute(sql, parameters).get());
}

std::int64_t PostgresConnection::change(std::string_view sql, std::span<const Parameter> parameters) {
  const Result result = execute(sql, parameters);
  const std::string_view status = PQcmdStatus(result.get());
  if (!status.starts_with("INSERT") && !status.starts_with("UPDATE") && !status.starts_with("DELETE"))
    return 0;
  const std::string_view count = PQcmdTuples(result.get());
  std::int64_t changed = 0;
  std::from_chars(count.data(), count.data() + count.size(), changed);
  return changed;
}

PostgresConnection::Result PostgresConnection::execute(std::string_view sql,
                                                       std::span<const Parameter> parameters) {
  const std::string& name = prepared(sql);
  parameters_.assign(parameters);
  return checked(PQexecPrepared(connection_.get(), name.c_str(), parameters_.count(), parameters_.values(),
                                parameters_.lengths(), parameters_.formats(), /*resultFormat=*/0),
                 sql);
}

const std::string& PostgresConnection::prepared(std::string_view sql) {
  if (const std::string* found = names_.find(sql)) return *found;
  if (names_.full()) {
    command("DEALLOCATE ALL");
    names_.clear();
  }
  const std::string name = fmt::format("s{}", ++last_name_);
  checked(PQprepare(connection_.get(), name.c_str(), std::string(sql).c_str(), 0, nullptr), sql);
  return names_.add(sql, name);
}

PostgresConnection::Result PostgresConnection::command(const char* sql) {
  return checked(PQexec(connection_.get(), sql), sql);
}

PostgresConnection::Result PostgresConnection::checked(PGresult* raw, std::string_view sql) {
  Result result(raw);
  const ExecStatusType status = PQresultStatus(raw);
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) fail(raw, sql);
  return result;
}

Trouble PostgresConnection::trouble_of(std::string_view state) const {
  if (PQstatus(connection_.get()) != CONNECTION_OK || state.starts_with("08") || state.starts_with("57P")) {
    return Trouble::lost;
  }
  if (state == "40001" || state == "40P01") return Trouble::conflict;
  // Somebody made the same row at the same moment. The next attempt sees it, as it would have in SQLite.
  if (state == "23505") return Trouble::duplicate;
  // "cached plan must not change result type", and a statement name the server does not know (a pooler in
  // between).
  if (state == "0A000" || state == "26000") return Trouble::stale_plan;
  return Trouble::other;
}

void PostgresConnection::fail(const PGresult* result, std::string_view sql) {
  const char* field = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const std::string state = field == nullptr ? "" : field;
  // The primary message only: the detail holds the row's values, and this text goes to the log.
  const char* primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  const std::string message =
      fmt::format("{} (SQLSTATE {}) in: {}",
                  primary == nullptr ? first_line(PQerrorMessage(connection_.get())) : primary, state, sql);
  trouble_ = trouble_of(state);
  // A new connection also forgets the prepared statements on the server's side.
  if (trouble_ == Trouble::lost || trouble_ == Trouble::stale_plan) connection_.reset();
  if (state.starts_with("23")) throw ConstraintViolation(message);
  throw Failure(message);
}

}  // namespace guanxi::database
