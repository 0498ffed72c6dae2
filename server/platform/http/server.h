// The only door to the network. Beast and Asio are seen in server.cpp alone.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "platform/http/message.h"

namespace guanxi::http {

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  ///< 0 = any free one
  int threads = 2;         ///< each with its own io_context and acceptor (SO_REUSEPORT)
  std::size_t header_limit = 16 * 1024;
  std::size_t body_limit = 1024 * 1024;
  std::size_t upload_limit = 64 * 1024 * 1024;  ///< for bodies of application/octet-stream
  std::chrono::seconds read_timeout{30};
  std::chrono::seconds idle_timeout{75};
  std::size_t connection_limit = 4096;
};

/// Reads requests, hands them to the handler and sends the answers, each connection's in order.
class Server {
 public:
  Server(const ServerOptions& options, Handler handler);
  ~Server();

  /// The port it listens on.
  std::uint16_t port() const;
  /// Stops listening, gives running requests up to `grace` to be answered, closes everything. Safe to call
  /// twice.
  void stop(std::chrono::milliseconds grace = std::chrono::seconds(5));

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace guanxi::http
