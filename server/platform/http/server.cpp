#include "platform/http/server.h"

#include <spdlog/spdlog.h>

#include <boost/asio.hpp>
#include <thread>
#include <vector>

#include "platform/http/connection.h"

namespace guanxi::http {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

/// One thread with its own event loop and its own listening socket on the common port.
class Loop {
 public:
  Loop(tcp::endpoint endpoint, std::shared_ptr<Shared> shared)
      : shared_(std::move(shared)), acceptor_(context_), timer_(context_) {
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(tcp::acceptor::reuse_address(true));
    using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;
    acceptor_.set_option(ReusePort(true));
    acceptor_.bind(endpoint);
    acceptor_.listen(1024);
    accept();
  }

  std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

  void start() {
    thread_ = std::thread([this] { context_.run(); });
  }

  void stop_accepting() {
    asio::post(context_, [this] {
      boost::system::error_code ignored;
      acceptor_.close(ignored);
      timer_.cancel();
    });
  }

  void finish() {
    asio::post(context_, [this] {
      for (const auto& weak : connections_) {
        if (auto connection = weak.lock()) connection->close();
      }
      asio::post(context_, [this] { context_.stop(); });  // behind the closing, which is posted too
    });
    if (thread_.joinable()) thread_.join();
  }

 private:
  void accept() {
    acceptor_.async_accept(context_, [this](boost::system::error_code error, tcp::socket socket) {
      if (!acceptor_.is_open()) return;
      if (error) {
        // Out of descriptors, most likely: wait a little instead of spinning.
        spdlog::warn("accept: {}", error.message());
        timer_.expires_after(std::chrono::milliseconds(50));
        timer_.async_wait([this](boost::system::error_code stopped) {
          if (!stopped) accept();
        });
        return;
      }
      take(std::move(socket));
      accept();
    });
  }

  void take(tcp::socket socket) {
    if (shared_->connections >= shared_->options.connection_limit) return;  // closed by its destructor
    const auto protocol = socket.local_endpoint().protocol();
    Socket own(context_.get_executor());
    own.assign(protocol, socket.release());
    std::erase_if(connections_, [](const auto& weak) { return weak.expired(); });
    connections_.push_back(serve_connection(std::move(own), shared_));
  }

  std::shared_ptr<Shared> shared_;
  asio::io_context context_{1};
  // A request that is being worked on elsewhere is nothing to wait for in the loop's eyes; its answer comes
  // later.
  asio::executor_work_guard<asio::io_context::executor_type> work_{context_.get_executor()};
  tcp::acceptor acceptor_;
  asio::steady_timer timer_;
  std::vector<std::weak_ptr<OpenConnection>> connections_;
  std::thread thread_;
};

}  // namespace

struct Server::State {
  std::shared_ptr<Shared> shared;
  std::vector<std::unique_ptr<Loop>> loops;
  std::uint16_t port = 0;
  std::atomic<bool> stopped{false};
};

Server::Server(const ServerOptions& options, Handler handler) : state_(std::make_shared<State>()) {
  state_->shared = std::make_shared<Shared>();
  state_->shared->options = options;
  state_->shared->handler = std::move(handler);
  tcp::endpoint endpoint(asio::ip::make_address(options.address), options.port);
  for (int i = 0; i < std::max(1, options.threads); ++i) {
    state_->loops.push_back(std::make_unique<Loop>(endpoint, state_->shared));
    state_->port = state_->loops.front()->port();
    endpoint.port(state_->port);
  }
  for (auto& loop : state_->loops) loop->start();
}

Server::~Server() { stop(std::chrono::milliseconds(0)); }

std::uint16_t Server::port() const { return state_->port; }

void Server::stop(std::chrono::milliseconds grace) {
  if (state_->stopped.exchange(true)) return;
  state_->shared->stopping = true;
  for (auto& loop : state_->loops) loop->stop_accepting();
  const auto until = std::chrono::steady_clock::now() + grace;
  while (state_->shared->running > 0 && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  for (auto& loop : state_->loops) loop->finish();
}

}  // namespace guanxi::http
