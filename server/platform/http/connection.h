// One client's connection. Seen by server.cpp only: Beast stays within these two files.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>

#include "platform/http/server.h"

namespace guanxi::http {

/// A connection's socket belongs to the loop of one thread.
using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;

/// What all connections share.
struct Shared {
  ServerOptions options;
  Handler handler;
  std::atomic<std::size_t> connections{0};
  std::atomic<std::size_t> running{0};
  std::atomic<bool> stopping{false};
};

/// A connection that is being served.
class OpenConnection {
 public:
  virtual ~OpenConnection() = default;
  /// Cuts it, whatever it is doing; safe from any thread.
  virtual void close() = 0;
};

/// Serves requests from the socket until the client or a limit ends it. It keeps itself alive.
std::weak_ptr<OpenConnection> serve_connection(Socket socket, std::shared_ptr<Shared> shared);

}  // namespace guanxi::http
