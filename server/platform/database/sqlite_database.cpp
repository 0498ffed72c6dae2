#include "platform/database/sqlite_database.h"

#include <list>
#include <thread>

#include "platform/database/sqlite_writer.h"

namespace guanxi::database {

namespace {

constexpr int kReaders = 2;

std::exception_ptr read_once(SqliteConnection& connection, const ReadWork& work) {
  std::exception_ptr error;
  try {
    connection.command("BEGIN");
    OpenTransaction<SqliteConnection> transaction(connection, Use::read);
    work(transaction);
    transaction.require_whole();
  } catch (...) {
    error = std::current_exception();
  }
  try {
    if (connection.in_transaction()) connection.command("ROLLBACK");
  } catch (...) {
    if (!error) error = std::current_exception();
  }
  return error;
}

class SqliteDatabase final : public Database {
 public:
  SqliteDatabase(const std::string& path, const Options& options)
      : reads_(options.queue_limit), writes_(options.queue_limit), writer_(path, writes_, listener_) {
    const int readers = options.readers > 0 ? options.readers : kReaders;
    for (int i = 0; i < readers; ++i) readers_.emplace_back(path, Use::read);
    start();
  }

  ~SqliteDatabase() override {
    reads_.close();
    writes_.close();
  }

  void read_later(ReadWork work, Done done) override { reads_.push({std::move(work), std::move(done)}); }

  void write_later(WriteWork work, Done done) override { writes_.push({std::move(work), std::move(done)}); }

  void on_commit(std::function<void(const std::string&)> listener) override {
    listener_.listen(std::move(listener));
  }

  Engine engine() const override { return Engine::sqlite; }

 private:
  void start() {
    threads_.emplace_back([this] {
      mark_database_thread();
      writer_.run();
    });
    for (SqliteConnection& reader : readers_) {
      threads_.emplace_back([this, &reader] {
        mark_database_thread();
        while (std::optional<ReadPiece> piece = reads_.pop()) {
          finish(piece->done, read_once(reader, piece->work));
        }
      });
    }
  }

  CommitListener listener_;
  WorkQueue<ReadPiece> reads_;
  WorkQueue<WritePiece> writes_;
  SqliteWriter writer_;
  std::list<SqliteConnection> readers_;
  std::vector<std::jthread> threads_;  // last, so that they have ended before what they use goes
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& path, const Options& options) {
  return std::make_unique<SqliteDatabase>(path, options);
}

}  // namespace guanxi::database
