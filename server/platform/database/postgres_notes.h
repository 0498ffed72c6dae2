// Passing notes between the processes that share one PostgreSQL.
#pragma once

#include <libpq-fe.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "platform/database/commit_listener.h"

namespace guanxi::database {

/// Tells the other processes what this one committed, and this one what they did, over a connection of its
/// own (LISTEN and NOTIFY). It is no part of the transactions, which NOTIFY would make wait for each other.
///
/// While its connection is broken notes are lost; once it is back the listener gets the empty note, so that
/// open screens can ask for everything again.
class PostgresNotes {
 public:
  struct CloseConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  using Connection = std::unique_ptr<PGconn, CloseConnection>;

  PostgresNotes(std::string uri, CommitListener& listener);
  /// Sends what is still to be sent, as far as the connection goes.
  ~PostgresNotes();
  PostgresNotes(const PostgresNotes&) = delete;
  PostgresNotes& operator=(const PostgresNotes&) = delete;

  /// Passes the notes of a commit on. Returns at once.
  void send(const std::vector<std::string>& notes);

 private:
  void run(Connection connection);
  /// Sends and hears until it is to end or the connection breaks.
  void exchange(PGconn* connection);
  std::vector<std::string> take_unsent();
  bool ending();

  std::string uri_;
  CommitListener& listener_;
  int wake_;  ///< an eventfd: there is something to send, or it is to end
  std::mutex mutex_;
  std::condition_variable ended_;
  std::vector<std::string> unsent_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace guanxi::database
