#include "platform/database/postgres_database.h"

#include <list>
#include <thread>

#include "platform/database/postgres_work.h"

namespace guanxi::database {

namespace {

constexpr int kReaders = 8;
constexpr int kWriters = 16;

class PostgresDatabase final : public Database {
 public:
  explicit PostgresDatabase(const Options& options)
      : url_(options.url), reads_(options.queue_limit), writes_(options.queue_limit) {
    const int readers = options.readers > 0 ? options.readers : kReaders;
    const int writers = options.writers > 0 ? options.writers : kWriters;
    for (int i = 0; i < readers + writers; ++i) connections_.emplace_back(options.url);
    // The others connect when they are first needed; this one says at once whether the server can be reached.
    connections_.front().connect();
    start(static_cast<std::size_t>(writers));
  }

  ~PostgresDatabase() override {
    reads_.close();
    writes_.close();
  }

  void read_later(ReadWork work, Done done) override { reads_.push({std::move(work), std::move(done)}); }

  void write_later(WriteWork work, Done done) override { writes_.push({std::move(work), std::move(done)}); }

  void on_commit(std::function<void(const std::string&)> listener) override {
    room_.listener.listen(std::move(listener));
    if (!room_.notes) room_.notes = std::make_unique<PostgresNotes>(url_, room_.listener);
  }

  Engine engine() const override { return Engine::postgres; }

 private:
  void start(std::size_t writers) {
    for (PostgresConnection& connection : connections_) {
      const bool writes = threads_.size() < writers;
      threads_.emplace_back([this, &connection, writes] {
        mark_database_thread();
        if (writes) {
          while (std::optional<WritePiece> piece = writes_.pop()) write_once(connection, *piece, room_);
        } else {
          while (std::optional<ReadPiece> piece = reads_.pop()) read_once(connection, *piece);
        }
      });
    }
  }

  std::string url_;
  WritingRoom room_;
  WorkQueue<ReadPiece> reads_;
  WorkQueue<WritePiece> writes_;
  std::list<PostgresConnection> connections_;
  std::vector<std::jthread> threads_;  // last, so that they have ended before what they use goes
};

}  // namespace

std::unique_ptr<Database> open_postgres(const Options& options) {
  return std::make_unique<PostgresDatabase>(options);
}

}  // namespace guanxi::database
