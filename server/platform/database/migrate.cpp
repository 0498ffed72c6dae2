#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "platform/database/database.h"
#include "platform/database/sql_text.h"

namespace guanxi::database {

namespace {

using Checksums = std::map<std::string, std::string>;

std::string checksum(const std::string& text) {
  unsigned char hash[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  char hex[sizeof hash * 2 + 1];
  return sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
}

std::int64_t now_in_milliseconds() {
  using std::chrono::system_clock;
  return std::chrono::duration_cast<std::chrono::milliseconds>(system_clock::now().time_since_epoch())
      .count();
}

// Several processes may start at once. SQLite's BEGIN IMMEDIATE keeps them apart, PostgreSQL needs a lock of
// its own; its number only has to differ from that of other advisory locks.
void keep_others_out(Transaction& transaction) {
  constexpr std::int64_t kLock = 0x6775616e7869;
  if (transaction.engine() != Engine::postgres) return;
  // With one snapshot for the whole transaction, taken before the wait, the other's steps would stay unseen.
  transaction.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
  transaction.query("SELECT pg_advisory_xact_lock($1)", kLock);
}

void require_same(const Migration& step, const std::string& applied) {
  if (applied != checksum(step.sql)) {
    throw Failure(fmt::format("schema step {} was edited after it had been applied", step.name));
  }
}

void require_known(const Checksums& applied, std::span<const Migration> steps) {
  for (const auto& [name, sum] : applied) {
    const auto step =
        std::find_if(steps.begin(), steps.end(), [&](const Migration& s) { return s.name == name; });
    if (step == steps.end()) {
      throw Failure(fmt::format("the database holds schema step {}, which this program does not know", name));
    }
    require_same(*step, sum);
  }
}

Checksums applied_steps(Database& database) {
  Checksums applied;
  database.write([&](Transaction& transaction) {
    keep_others_out(transaction);
    transaction.execute(
        "CREATE TABLE IF NOT EXISTS schema_steps ("
        "name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)");
    applied.clear();
    for (const Row row : transaction.query("SELECT name, checksum FROM schema_steps")) {
      applied.emplace(row.get<std::string>(0), row.get<std::string>(1));
    }
    return Outcome::keep;
  });
  return applied;
}

void apply(Database& database, const Migration& step) {
  database.write([&](Transaction& transaction) {
    keep_others_out(transaction);
    const Rows done = transaction.query("SELECT checksum FROM schema_steps WHERE name = $1", step.name);
    if (const std::optional<Row> row = done.first()) {  // another process came first
      require_same(step, row->get<std::string>(0));
      return Outcome::undo;
    }
    for (const std::string& statement : statements_of(step.sql, transaction.engine())) {
      transaction.execute(statement);
    }
    transaction.execute("INSERT INTO schema_steps (name, checksum, applied_at) VALUES ($1, $2, $3)",
                        step.name, checksum(step.sql), now_in_milliseconds());
    return Outcome::keep;
  });
}

}  // namespace

void migrate(Database& database, std::span<const Migration> migrations) {
  std::vector<Migration> steps(migrations.begin(), migrations.end());
  std::sort(steps.begin(), steps.end(),
            [](const Migration& a, const Migration& b) { return a.name < b.name; });
  const Checksums applied = applied_steps(database);
  require_known(applied, steps);
  for (const Migration& step : steps) {
    if (!applied.contains(step.name)) apply(database, step);
  }
}

}  // namespace guanxi::database
