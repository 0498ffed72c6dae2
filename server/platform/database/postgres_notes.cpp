#include "platform/database/postgres_notes.h"

#include <poll.h>
#include <spdlog/spdlog.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <string_view>
#include <utility>

namespace guanxi::database {

namespace {

constexpr const char* kChannel = "guanxi_notes";
constexpr std::size_t kLongestPayload = 7900;  // PostgreSQL takes less than 8000 bytes
constexpr std::size_t kMostUnsent = 10000;
constexpr auto kTryAgainAfter = std::chrono::seconds(1);

struct Free {
  void operator()(PGresult* result) const { PQclear(result); }
  void operator()(PGnotify* notification) const { PQfreemem(notification); }
};
using Result = std::unique_ptr<PGresult, Free>;
using Notification = std::unique_ptr<PGnotify, Free>;
using Connection = PostgresNotes::Connection;

Connection listen(const std::string& uri) {
  const char* const keys[] = {"connect_timeout", "fallback_application_name", "dbname", nullptr};
  const char* const values[] = {"10", "guanxi notes", uri.c_str(), nullptr};
  Connection connection(PQconnectdbParams(keys, values, /*expand_dbname=*/1));
  if (PQstatus(connection.get()) != CONNECTION_OK) return nullptr;
  const Result result(PQexec(connection.get(), (std::string("LISTEN ") + kChannel).c_str()));
  return PQresultStatus(result.get()) == PGRES_COMMAND_OK ? std::move(connection) : nullptr;
}

bool notify(PGconn* connection, const std::string& payload) {
  const char* const values[] = {kChannel, payload.c_str()};
  const Result result(
      PQexecParams(connection, "SELECT pg_notify($1, $2)", 2, nullptr, values, nullptr, nullptr, 0));
  return PQresultStatus(result.get()) == PGRES_TUPLES_OK;
}

/// As many notes to a payload as fit, one to a line: NOTIFY costs by the piece.
bool notify_all(PGconn* connection, const std::vector<std::string>& notes) {
  std::string payload;
  for (const auto& note : notes) {
    if (!payload.empty() && payload.size() + note.size() + 1 > kLongestPayload) {
      if (!notify(connection, payload)) return false;
      payload.clear();
    }
    payload += payload.empty() ? note : "\n" + note;
  }
  return payload.empty() || notify(connection, payload);
}

std::vector<std::string> lines_of(std::string_view payload) {
  std::vector<std::string> lines;
  while (true) {
    const auto end = payload.find('\n');
    lines.emplace_back(payload.substr(0, end));
    if (end == std::string_view::npos) return lines;
    payload.remove_prefix(end + 1);
  }
}

void hear(PGconn* connection, CommitListener& listener) {
  while (const Notification heard{PQnotifies(connection)}) {
    const bool own = heard->be_pid == PQbackendPID(connection);
    if (!own) listener.tell(lines_of(heard->extra));
  }
}

}  // namespace

PostgresNotes::PostgresNotes(std::string uri, CommitListener& listener)
    : uri_(std::move(uri)), listener_(listener), wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (wake_ < 0) throw Failure("no eventfd to be had");
  thread_ = std::thread([this, first = listen(uri_)]() mutable { run(std::move(first)); });
}

PostgresNotes::~PostgresNotes() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  ended_.notify_all();
  eventfd_write(wake_, 1);
  thread_.join();
  close(wake_);
}

void PostgresNotes::send(const std::vector<std::string>& notes) {
  if (notes.empty()) return;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& note : notes) {
      const bool fits = note.size() <= kLongestPayload && unsent_.size() < kMostUnsent;
      if (fits) unsent_.push_back(note);
    }
  }
  eventfd_write(wake_, 1);
}

std::vector<std::string> PostgresNotes::take_unsent() {
  const std::lock_guard lock(mutex_);
  return std::exchange(unsent_, {});
}

bool PostgresNotes::ending() {
  const std::lock_guard lock(mutex_);
  return ending_;
}

void PostgresNotes::run(Connection connection) {
  bool missed = false;
  while (true) {
    if (!connection) connection = listen(uri_);
    if (connection && missed) listener_.tell({std::string()});
    if (connection) exchange(connection.get());
    // Lost, or never had: nobody knows what others tell meanwhile.
    missed = true;
    connection.reset();
    std::unique_lock lock(mutex_);
    if (ended_.wait_for(lock, kTryAgainAfter, [this] { return ending_; })) return;
  }
}

void PostgresNotes::exchange(PGconn* connection) {
  while (true) {
    if (!notify_all(connection, take_unsent())) {
      spdlog::warn("postgres: the connection for notes is lost");
      return;
    }
    hear(connection, listener_);
    if (ending()) return;
    pollfd waited[] = {{PQsocket(connection), POLLIN, 0}, {wake_, POLLIN, 0}};
    poll(waited, 2, -1);
    eventfd_t count = 0;
    eventfd_read(wake_, &count);
    if (waited[0].revents != 0 && PQconsumeInput(connection) == 0) return;
  }
}

}  // namespace guanxi::database
