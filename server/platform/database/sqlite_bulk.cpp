// One thread thinks the rows out and packs them, another one puts them into the file: on two cores that is
// nearly twice as quick.
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "platform/database/bulk_engines.h"
#include "platform/database/database.h"
#include "platform/result.h"

namespace guanxi::database {
namespace {

constexpr std::size_t kPackage = 512 * 1024;  // bytes of rows that change hands together
constexpr std::size_t kMostPackages = 8;

enum Kind : char { kNull, kInteger, kText };

template <class T>
void put(std::string& bytes, T value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}
template <class T>
T take(const char*& at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  at += sizeof value;
  return value;
}

/// Packages of rows on their way from the one thread to the other.
class Belt {
 public:
  void put(std::string package) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return packages_.size() < kMostPackages || failure_; });
    if (failure_) std::rethrow_exception(failure_);
    packages_.push_back(std::move(package));
    changed_.notify_all();
  }
  /// Nothing: there will be no more.
  std::optional<std::string> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !packages_.empty() || ended_; });
    if (packages_.empty()) return std::nullopt;
    auto package = std::move(packages_.front());
    packages_.pop_front();
    changed_.notify_all();
    return package;
  }
  void end() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }
  void fail(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    failure_ = std::move(failure);
    changed_.notify_all();
  }
  void rethrow() {
    const std::lock_guard lock(mutex_);
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::string> packages_;
  std::exception_ptr failure_;
  bool ended_ = false;
};

class SqliteBulk final : public Bulk {
 public:
  explicit SqliteBulk(std::string path) : path_(std::move(path)) {
    check(sqlite3_open(path_.c_str(), &db_), SQLITE_OK);
    command("PRAGMA locking_mode = EXCLUSIVE");
    if (texts("PRAGMA journal_mode = OFF") != std::vector<std::string>{"off"})
      throw Failure("somebody else has this database open; it can only be filled alone");
    command("PRAGMA synchronous = OFF; PRAGMA cache_size = -131072; PRAGMA threads = 2");
    const std::string ours = " FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name";
    indexes_ = texts("SELECT sql" + ours);
    for (const auto& name : texts("SELECT name" + ours)) command("DROP INDEX " + name);
    command("BEGIN");
  }
  ~SqliteBulk() override {
    belt_.end();
    if (writer_.joinable()) writer_.join();
    for (auto* insert : inserts_) sqlite3_finalize(insert);
    sqlite3_close_v2(db_);
  }

  BulkTable& fill(const std::string& table, const std::string& columns) override {
    CHECK(!writer_.joinable());
    std::string places = "?";
    for (std::size_t i = 1; i < count_columns(columns); ++i) places += ", ?";
    inserts_.push_back(prepare("INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ")"));
    return *tables_.emplace_back(std::make_unique<Table>(*this, static_cast<char>(inserts_.size() - 1)));
  }

  void finish() override {
    if (!package_.empty()) pass_on();
    belt_.end();
    if (writer_.joinable()) writer_.join();
    belt_.rethrow();
    for (const auto& index : indexes_) command(index);
    command("COMMIT");
    for (auto*& insert : inserts_) {
      sqlite3_finalize(insert);
      insert = nullptr;
    }
    check(sqlite3_close(db_), SQLITE_OK);
    db_ = nullptr;
    sync_file();
  }

 private:
  class Table final : public BulkTable {
   public:
    Table(SqliteBulk& bulk, char number) : bulk_(bulk), number_(number) {}
    void row(std::span<const Cell> cells) override { bulk_.pack(number_, cells); }

   private:
    SqliteBulk& bulk_;
    char number_;
  };

  void pack(char table, std::span<const Cell> cells) {
    package_ += table;
    package_ += static_cast<char>(cells.size());
    for (const auto& cell : cells) {
      if (const auto* text = std::get_if<std::string_view>(&cell)) {
        package_ += kText;
        put(package_, static_cast<std::uint32_t>(text->size()));
        package_ += *text;
      } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        package_ += kInteger;
        put(package_, *number);
      } else {
        package_ += kNull;
      }
    }
    if (package_.size() >= kPackage) pass_on();
  }

  void pass_on() {
    if (!writer_.joinable()) writer_ = std::thread([this] { write_all(); });
    belt_.put(std::exchange(package_, {}));
    package_.reserve(kPackage + kPackage / 8);
  }

  void write_all() {
    try {
      while (const auto package = belt_.take()) write(*package);
    } catch (...) {
      belt_.fail(std::current_exception());
    }
  }

  void write(const std::string& package) {
    const char* const end = package.data() + package.size();
    for (const char* at = package.data(); at != end;) {
      auto* insert = inserts_[static_cast<std::size_t>(take<char>(at))];
      const int count = take<char>(at);
      for (int place = 1; place <= count; ++place) bind(insert, place, at);
      check(sqlite3_step(insert), SQLITE_DONE);
      sqlite3_reset(insert);
    }
  }

  static void bind(sqlite3_stmt* insert, int place, const char*& at) {
    const auto kind = take<char>(at);
    if (kind == kInteger) {
      sqlite3_bind_int64(insert, place, take<std::int64_t>(at));
    } else if (kind == kText) {
      const auto size = take<std::uint32_t>(at);
      sqlite3_bind_text(insert, place, at, static_cast<int>(size), SQLITE_STATIC);
      at += size;
    } else {
      sqlite3_bind_null(insert, place);
    }
  }

  sqlite3_stmt* prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(db_, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr),
          SQLITE_OK);
    return statement;
  }
  void command(const std::string& sql) {
    check(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
  }
  /// The first column of all rows.
  std::vector<std::string> texts(const std::string& sql) {
    auto* statement = prepare(sql);
    std::vector<std::string> found;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW)
      found.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    check(code, SQLITE_DONE);
    return found;
  }
  void check(int code, int expected) const {
    if (code != expected) throw Failure(std::string("sqlite: ") + sqlite3_errmsg(db_));
  }
  void sync_file() const {
    const int file = ::open(path_.c_str(), O_RDONLY);
    if (file < 0 || ::fsync(file) != 0) throw Failure("cannot write " + path_ + " to the disk");
    ::close(file);
  }

  std::string path_;
  sqlite3* db_ = nullptr;
  std::vector<std::string> indexes_;
  std::vector<sqlite3_stmt*> inserts_;
  std::vector<std::unique_ptr<Table>> tables_;
  std::string package_;
  Belt belt_;
  std::thread writer_;
};

}  // namespace

std::unique_ptr<Bulk> open_sqlite_bulk(const std::string& path) { return std::make_unique<SqliteBulk>(path); }

}  // namespace guanxi::database
