#include "bulk.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "postgres_raw.h"
#include "sqlite_raw.h"

namespace guanxi::bench {
namespace {

class SqliteTable final : public BulkTable {
 public:
  SqliteTable(RawSqlite& db, const std::string& table, const std::string& columns, int count) : db_(db) {
    std::string places = "?";
    for (int i = 1; i < count; ++i) places += ", ?";
    insert_ = db_.prepare("INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ")");
  }
  void row(std::span<const Cell> cells) override { db_.run(insert_.get(), cells); }

 private:
  RawSqlite& db_;
  RawSqlite::Statement insert_;
};

class SqliteBulk final : public Bulk {
 public:
  explicit SqliteBulk(const std::string& path) : path_(path), db_(path) {
    db_.texts("PRAGMA journal_mode = OFF");
    db_.command("PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; PRAGMA temp_store = MEMORY");
  }
  std::unique_ptr<BulkTable> fill(const std::string& table, const std::string& columns, int count) override {
    return std::make_unique<SqliteTable>(db_, table, columns, count);
  }
  void drop_indexes() override {
    indexes_ = db_.texts("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
    for (const auto& name :
         db_.texts("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")) {
      db_.command("DROP INDEX " + name);
    }
    db_.command("BEGIN");
  }
  void finish() override {
    for (const auto& index : indexes_) db_.command(index);
    db_.command("COMMIT");
    const int file = ::open(path_.c_str(), O_RDONLY);
    ::fsync(file);
    ::close(file);
  }
  std::int64_t bytes() override { return static_cast<std::int64_t>(std::filesystem::file_size(path_)); }

 private:
  std::string path_;
  RawSqlite db_;
  std::vector<std::string> indexes_;
};

class PostgresTable final : public BulkTable {
 public:
  PostgresTable(const std::string& url, const std::string& table, const std::string& columns)
      : connection_(url) {
    connection_.begin_copy(table, columns);
  }
  ~PostgresTable() override {
    connection_.copy(lines_);
    connection_.end_copy();
  }
  void row(std::span<const Cell> cells) override {
    constexpr std::size_t kEnough = 64 * 1024;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) lines_ += '\t';
      if (const auto* text = std::get_if<std::string>(&cells[i]))
        lines_ += *text;
      else if (const auto* number = std::get_if<std::int64_t>(&cells[i]))
        lines_ += std::to_string(*number);
      else
        lines_ += "\\N";
    }
    lines_ += '\n';
    if (lines_.size() < kEnough) return;
    connection_.copy(lines_);
    lines_.clear();
  }

 private:
  RawPostgres connection_;
  std::string lines_;
};

class PostgresBulk final : public Bulk {
 public:
  explicit PostgresBulk(const std::string& url) : url_(url), connection_(url) {}
  std::unique_ptr<BulkTable> fill(const std::string& table, const std::string& columns, int) override {
    return std::make_unique<PostgresTable>(url_, table, columns);
  }
  void drop_indexes() override {
    constexpr const char* kOurs =
        " FROM pg_indexes i WHERE schemaname = 'public' AND NOT EXISTS"
        " (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)";
    indexes_ = connection_.texts(std::string("SELECT indexdef") + kOurs);
    for (const auto& name : connection_.texts(std::string("SELECT indexname") + kOurs)) {
      connection_.command("DROP INDEX " + name);
    }
  }
  void finish() override {
    connection_.command("SET maintenance_work_mem = '512MB'");
    for (const auto& index : indexes_) connection_.command(index);
    connection_.command("VACUUM ANALYZE");
    connection_.command("CHECKPOINT");
  }
  std::int64_t bytes() override {
    return std::stoll(connection_.texts("SELECT pg_database_size(current_database())").front());
  }

 private:
  std::string url_;
  RawPostgres connection_;
  std::vector<std::string> indexes_;
};

}  // namespace

std::string sqlite_path(const std::string& url) {
  constexpr std::string_view kScheme = "sqlite:";
  return url.starts_with(kScheme) ? url.substr(kScheme.size()) : "";
}

std::unique_ptr<Bulk> Bulk::open(const std::string& url) {
  if (const auto path = sqlite_path(url); !path.empty()) return std::make_unique<SqliteBulk>(path);
  return std::make_unique<PostgresBulk>(url);
}

}  // namespace guanxi::bench
