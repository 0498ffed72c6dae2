#include "raw_limit.h"

#include <atomic>
#include <chrono>
#include <thread>

#include "postgres_raw.h"
#include "request_rows.h"
#include "sqlite_raw.h"

namespace guanxi::bench {
namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

double sqlite_limit(const std::string& path, RequestRows& rows, std::size_t clients, double seconds) {
  RawSqlite db(path);
  db.texts("PRAGMA journal_mode = WAL");
  db.texts("PRAGMA wal_autocheckpoint = 4000");
  db.texts("PRAGMA mmap_size = 268435456");
  db.command("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536");
  std::vector<RawSqlite::Statement> statements;
  for (const auto& sql : kStatements) statements.push_back(db.prepare(std::string(sql)));
  double used = 0;
  std::uint64_t requests = 0;
  while (used < seconds) {
    const auto batch = rows.next(clients);  // thought out beforehand: only the database is on the clock
    const auto start = Clock::now();
    db.command("BEGIN IMMEDIATE");
    for (const auto& request : batch) {
      for (const auto& step : request) db.run(statements[step.statement].get(), step.cells);
    }
    db.command("COMMIT");
    used += since(start);
    requests += batch.size();
  }
  return static_cast<double>(requests) / used;
}

/// PostgreSQL takes $1 … and not ?.
std::string numbered(std::string_view sql) {
  std::string out;
  int number = 0;
  for (const char c : sql) {
    if (c == '?')
      out += "$" + std::to_string(++number);
    else
      out += c;
  }
  return out;
}

double postgres_limit(const std::string& url, const Town& town, Rows kind, std::size_t clients,
                      double seconds) {
  const auto connections = std::min<std::size_t>(clients, 16);
  std::atomic<std::uint64_t> requests = 0;
  const auto work = [&](std::size_t number) {
    RawPostgres db(url);
    for (std::size_t i = 0; i < std::size(kStatements); ++i) {
      db.prepare("s" + std::to_string(i), numbered(kStatements[i]));
    }
    RequestRows rows(town, kind, "19" + std::to_string(3 + number % 5), number);
    const auto start = Clock::now();
    while (since(start) < seconds) {
      for (const auto& request : rows.next(1)) {
        db.command("BEGIN");
        for (const auto& step : request) db.run("s" + std::to_string(step.statement), step.cells);
        db.command("COMMIT");
        ++requests;
      }
    }
  };
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < connections; ++i) threads.emplace_back(work, i);
  threads.clear();
  return static_cast<double>(requests) / seconds;
}

}  // namespace

double raw_limit(const std::string& url, const Town& town, Rows kind, std::size_t clients, double seconds) {
  const auto path = sqlite_path(url);
  if (path.empty()) return postgres_limit(url, town, kind, clients, seconds);
  RequestRows rows(town, kind, "197", 0);
  return sqlite_limit(path, rows, clients, seconds);
}

}  // namespace guanxi::bench
