#include "postgres_raw.h"

#include <stdexcept>

namespace guanxi::bench {

RawPostgres::RawPostgres(const std::string& url) : connection_(PQconnectdb(url.c_str())) {
  if (PQstatus(connection_.get()) != CONNECTION_OK)
    throw std::runtime_error(PQerrorMessage(connection_.get()));
}

void RawPostgres::check(PGresult* result, ExecStatusType expected) {
  const auto status = PQresultStatus(result);
  PQclear(result);
  if (status != expected)
    throw std::runtime_error(std::string("postgres: ") + PQerrorMessage(connection_.get()));
}

void RawPostgres::command(const std::string& sql) {
  PGresult* result = PQexec(connection_.get(), sql.c_str());
  check(result, PQresultStatus(result) == PGRES_TUPLES_OK ? PGRES_TUPLES_OK : PGRES_COMMAND_OK);
}

std::vector<std::string> RawPostgres::texts(const std::string& sql) {
  PGresult* result = PQexec(connection_.get(), sql.c_str());
  std::vector<std::string> found;
  for (int row = 0; row < PQntuples(result); ++row) found.emplace_back(PQgetvalue(result, row, 0));
  check(result, PGRES_TUPLES_OK);
  return found;
}

void RawPostgres::prepare(const std::string& name, const std::string& sql) {
  check(PQprepare(connection_.get(), name.c_str(), sql.c_str(), 0, nullptr), PGRES_COMMAND_OK);
}

void RawPostgres::run(const std::string& name, std::span<const Cell> cells) {
  std::vector<std::string> numbers;
  numbers.reserve(cells.size());  // the values point into it
  std::vector<const char*> values;
  for (const auto& cell : cells) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      values.push_back(text->c_str());
    } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
      values.push_back(numbers.emplace_back(std::to_string(*number)).c_str());
    } else {
      values.push_back(nullptr);
    }
  }
  check(PQexecPrepared(connection_.get(), name.c_str(), static_cast<int>(values.size()), values.data(),
                       nullptr, nullptr, 0),
        PGRES_COMMAND_OK);
}

void RawPostgres::begin_copy(const std::string& table, const std::string& columns) {
  // The loader's rows refer to each other rightly; checking ten million times would take minutes.
  command("SET session_replication_role = replica");
  check(PQexec(connection_.get(), ("COPY " + table + " (" + columns + ") FROM STDIN").c_str()),
        PGRES_COPY_IN);
}

void RawPostgres::copy(const std::string& lines) {
  if (PQputCopyData(connection_.get(), lines.data(), static_cast<int>(lines.size())) != 1) {
    throw std::runtime_error(PQerrorMessage(connection_.get()));
  }
}

void RawPostgres::end_copy() {
  if (PQputCopyEnd(connection_.get(), nullptr) != 1)
    throw std::runtime_error(PQerrorMessage(connection_.get()));
  check(PQgetResult(connection_.get()), PGRES_COMMAND_OK);
  while (PGresult* rest = PQgetResult(connection_.get())) PQclear(rest);
}

}  // namespace guanxi::bench
