#include "platform/database/postgres_connection.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <charconv>
#include <cstring>
#include <optional>
#include <utility>

namespace guanxi::database {

namespace {

constexpr const char* kBeginReading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr const char* kBeginWriting = "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE";
constexpr std::size_t kMostAwaited = 64;  // so that neither side waits for the other with full buffers

std::string first_line(const char* message) {
  const std::string_view text = message;
  return std::string(text.substr(0, text.find('\n')));
}

void log_notice(void* /*unused*/, const char* message) { spdlog::debug("postgres: {}", first_line(message)); }

}  // namespace

void PostgresConnection::connect() {
  if (connection_ && PQstatus(connection_.get()) == CONNECTION_OK) return;
  names_.clear();
  awaited_.clear();
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
  if (!awaited_.empty()) collect();  // the end of the last reading
  begin_ = use == Use::read ? kBeginReading : kBeginWriting;
}

void PostgresConnection::commit() {
  if (begin_ != nullptr) return;  // nothing was asked or done
  try {
    send_command("COMMIT");
    const Result result = settle();
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

void PostgresConnection::end_reading() {
  if (trouble_ != Trouble::none || begin_ != nullptr) return roll_back();
  send_command("ROLLBACK");
  PQpipelineSync(connection_.get());
}

void PostgresConnection::roll_back() {
  begin_ = nullptr;
  if (!connection_) return;
  const Trouble trouble = trouble_;
  try {
    if (!awaited_.empty()) settle();
  } catch (const Failure&) {
    // It would have been undone in any case.
  }
  if (connection_ && PQtransactionStatus(connection_.get()) != PQTRANS_IDLE) {
    const Result result(PQexec(connection_.get(), "ROLLBACK"));
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) connection_.reset();
  }
  trouble_ = trouble;
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

void PostgresConnection::send(std::string_view sql, std::span<const Parameter> parameters) {
  if (awaited_.size() >= kMostAwaited) settle();
  const std::string& name = prepared(sql);
  parameters_.assign(parameters);
  if (begin_ != nullptr) send_command(std::exchange(begin_, nullptr));
  enter_pipeline();
  awaited_.emplace_back(sql);
  // Whatever goes wrong in sending shows in the answers.
  PQsendQueryPrepared(connection_.get(), name.c_str(), parameters_.count(), parameters_.values(),
                      parameters_.lengths(), parameters_.formats(), /*resultFormat=*/0);
}

PostgresConnection::Result PostgresConnection::execute(std::string_view sql,
                                                       std::span<const Parameter> parameters) {
  if (begin_ != nullptr || !awaited_.empty()) {
    send(sql, parameters);
    return settle();
  }
  const std::string& name = prepared(sql);
  parameters_.assign(parameters);
  return checked(PQexecPrepared(connection_.get(), name.c_str(), parameters_.count(), parameters_.values(),
                                parameters_.lengths(), parameters_.formats(), /*resultFormat=*/0),
                 sql);
}

void PostgresConnection::enter_pipeline() {
  if (PQpipelineStatus(connection_.get()) == PQ_PIPELINE_OFF) PQenterPipelineMode(connection_.get());
}

void PostgresConnection::send_command(const char* sql) {
  enter_pipeline();
  awaited_.emplace_back(sql);
  PQsendQueryParams(connection_.get(), sql, 0, nullptr, nullptr, nullptr, nullptr, /*resultFormat=*/0);
}

PostgresConnection::Result PostgresConnection::next_answer() {
  Result answer(PQgetResult(connection_.get()));
  // Behind each answer stands an empty one.
  if (answer && PQresultStatus(answer.get()) != PGRES_PIPELINE_SYNC) {
    Result(PQgetResult(connection_.get()));
  }
  return answer;
}

PostgresConnection::Result PostgresConnection::settle() {
  PQpipelineSync(connection_.get());
  return collect();
}

PostgresConnection::Result PostgresConnection::collect() {
  const auto awaited = std::exchange(awaited_, {});
  Result last;
  std::optional<std::pair<Result, std::string_view>> failed;
  for (const auto& sql : awaited) {
    last = next_answer();
    const ExecStatusType status = PQresultStatus(last.get());
    if (failed || status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) continue;
    failed.emplace(std::move(last), sql);
  }
  next_answer();  // the end of the pipeline
  PQexitPipelineMode(connection_.get());
  if (failed) fail(failed->first.get(), failed->second);
  return last;
}

const std::string& PostgresConnection::prepared(std::string_view sql) {
  if (const std::string* found = names_.find(sql)) return *found;
  if (!awaited_.empty()) settle();  // nobody can prepare within a pipeline and wait for it
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
