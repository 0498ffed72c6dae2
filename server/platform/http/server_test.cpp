// The server by real sockets on the loopback.
#include "platform/http/server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <thread>

namespace guanxi::http {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

/// A client that sends and reads bytes as it likes.
class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{5, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~Client() { close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool connected() const { return connected_; }
  void send(std::string_view text) {
    while (!text.empty()) {
      const auto sent = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      text.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  /// Reads until the text is there or the connection ends; gives everything up to and with it.
  std::string until(const std::string& mark) {
    for (;;) {
      if (const auto at = buffer_.find(mark); at != std::string::npos) return cut(at + mark.size());
      if (!fill()) return cut(buffer_.size());
    }
  }
  /// One answer, as status line and headers, an empty line, and the body of its Content-Length.
  std::string answer(bool with_body = true) {
    auto head = until("\r\n\r\n");
    const auto at = head.find("Content-Length: ");
    if (!with_body || at == std::string::npos) return head;
    const auto length = std::stoul(head.substr(at + 16));
    while (buffer_.size() < length && fill()) {
    }
    return head + cut(std::min(length, buffer_.size()));
  }
  /// Whether the server has ended the connection, after at most five seconds.
  bool ended() {
    while (fill()) {
    }
    return over_;
  }

 private:
  bool fill() {
    char bytes[4096];
    const auto got = recv(socket_, bytes, sizeof bytes, 0);
    over_ = got == 0 || (got < 0 && errno == ECONNRESET);
    if (got <= 0) return false;
    buffer_.append(bytes, static_cast<std::size_t>(got));
    return true;
  }
  std::string cut(std::size_t length) {
    auto text = buffer_.substr(0, length);
    buffer_.erase(0, length);
    return text;
  }

  int socket_;
  bool connected_ = false, over_ = false;
  std::string buffer_;
};

class ServerTest : public testing::Test {
 protected:
  ServerTest() {
    options.body_limit = 10'000;
    options.upload_limit = 100'000;
    options.read_timeout = 1s;
    options.idle_timeout = 1s;
  }
  ~ServerTest() override {
    if (server) server->stop(0ms);
    for (auto& thread : slow) thread.join();
  }
  std::uint16_t start() {
    server = std::make_unique<Server>(
        options, [this](Request request, Reply reply) { answer(request, std::move(reply)); });
    return server->port();
  }
  /// Says what was asked; below /slow a little later, from another thread.
  void answer(const Request& request, Reply reply) {
    ++asked;
    Response response{200, "text/plain", request.method + " " + request.path + " " + request.body,
                      {},  {},           {}};
    if (request.path == "/header") response.body = request.header("x-many");
    if (!request.path.starts_with("/slow")) return reply(std::move(response));
    std::lock_guard lock(mutex);
    slow.emplace_back([reply = std::move(reply), response = std::move(response)] {
      std::this_thread::sleep_for(300ms);
      reply(response);
    });
  }
  static std::string get(const std::string& path, const std::string& headers = "") {
    return "GET " + path + " HTTP/1.1\r\nHost: here\r\n" + headers + "\r\n";
  }
  static std::string post(const std::string& body, const std::string& headers = "") {
    return "POST /in HTTP/1.1\r\nHost: here\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           headers + "\r\n" + body;
  }
  static bool ends(const std::string& text, const std::string& end) { return text.ends_with(end); }

  ServerOptions options;
  std::unique_ptr<Server> server;
  std::mutex mutex;
  std::vector<std::thread> slow;
  std::atomic<int> asked = 0;
};

TEST_F(ServerTest, keeps_the_connection) {
  Client client(start());
  for (const auto* path : {"/one", "/two", "/three"}) {
    client.send(get(path));
    EXPECT_TRUE(ends(client.answer(), std::string("GET ") + path + " "));
  }
  client.send(post("中文"));
  EXPECT_TRUE(ends(client.answer(), "POST /in 中文"));
  client.send(get("/last", "Connection: close\r\n"));
  EXPECT_TRUE(client.answer().contains("Connection: close"));
  EXPECT_TRUE(client.ended());
}

TEST_F(ServerTest, answers_pipelined_requests_in_order) {
  Client client(start());
  client.send(get("/slow") + post("body") + get("/third"));
  EXPECT_TRUE(ends(client.answer(), "GET /slow "));
  EXPECT_TRUE(ends(client.answer(), "POST /in body"));
  EXPECT_TRUE(ends(client.answer(), "GET /third "));
}

TEST_F(ServerTest, reads_requests_that_come_in_pieces) {
  Client client(start());
  for (const char c : post("pieces")) {
    client.send(std::string(1, c));
    std::this_thread::sleep_for(1ms);
  }
  EXPECT_TRUE(ends(client.answer(), "POST /in pieces"));
}

TEST_F(ServerTest, joins_headers_of_the_same_name) {
  Client client(start());
  client.send(get("/header", "X-Many: a\r\nx-many: b\r\n"));
  EXPECT_TRUE(ends(client.answer(), "\r\n\r\na, b"));
}

TEST_F(ServerTest, refuses_a_large_body_before_reading_it) {
  Client client(start());
  client.send("POST /in HTTP/1.1\r\nHost: here\r\nContent-Length: 10001\r\n\r\n");
  const auto answer = client.answer();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 413")) << answer;
  EXPECT_TRUE(answer.contains("application/problem+json"));
  EXPECT_TRUE(answer.contains("\"code\":\"too_large\""));
  EXPECT_TRUE(client.ended());
  EXPECT_EQ(asked, 0);
}

TEST_F(ServerTest, refuses_a_large_body_in_chunks) {
  Client client(start());
  client.send("POST /in HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 11; ++i) client.send("3e8\r\n" + std::string(1000, 'x') + "\r\n");
  EXPECT_TRUE(client.answer().starts_with("HTTP/1.1 413"));
  EXPECT_EQ(asked, 0);
}

TEST_F(ServerTest, tells_who_sends_a_large_body_to_its_end) {
  const auto port = start();
  for (int i = 0; i < 5; ++i) {
    Client client(port);
    client.send(post(std::string(3'000'000, 'x')));  // as browsers do: all of it, and only then they read
    EXPECT_TRUE(client.answer().starts_with("HTTP/1.1 413")) << i;
  }
}

TEST_F(ServerTest, takes_larger_files) {
  Client client(start());
  const std::string type = "Content-Type: application/octet-stream\r\n";
  client.send(post(std::string(99'000, 'x'), type));
  EXPECT_TRUE(client.answer().starts_with("HTTP/1.1 200"));
  client.send("POST /in HTTP/1.1\r\nHost: here\r\nContent-Length: 100001\r\n" + type + "\r\n");
  EXPECT_TRUE(client.answer().starts_with("HTTP/1.1 413"));
}

TEST_F(ServerTest, says_when_to_continue) {
  Client client(start());
  client.send("POST /in HTTP/1.1\r\nHost: here\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_TRUE(client.until("\r\n\r\n").starts_with("HTTP/1.1 100"));
  client.send("body");
  EXPECT_TRUE(ends(client.answer(), "POST /in body"));
}

TEST_F(ServerTest, refuses_a_header_that_is_too_large) {
  Client client(start());
  client.send(get("/", "X-Long: " + std::string(20'000, 'x') + "\r\n"));
  EXPECT_TRUE(client.answer().starts_with("HTTP/1.1 431"));
  EXPECT_EQ(asked, 0);
}

TEST_F(ServerTest, refuses_what_is_no_request) {
  const auto port = start();
  for (const auto* text :
       {"BLAH\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "\x16\x03\x01\x02\r\n\r\n"}) {
    Client client(port);
    client.send(text);
    EXPECT_TRUE(client.answer().starts_with("HTTP/1.1 400")) << text;
    EXPECT_TRUE(client.ended()) << text;
  }
  EXPECT_EQ(asked, 0);
}

TEST_F(ServerTest, a_head_tells_the_length_and_sends_no_body) {
  Client client(start());
  client.send("HEAD /page HTTP/1.1\r\nHost: here\r\n\r\n" + get("/next"));
  const auto head = client.answer(false);
  EXPECT_TRUE(head.contains("Content-Length: 10\r\n")) << head;  // "GET /page "
  EXPECT_TRUE(ends(client.answer(), "GET /next "));
}

TEST_F(ServerTest, half_open_connections_hold_up_nobody) {
  const auto port = start();
  std::vector<std::unique_ptr<Client>> idle;
  for (int i = 0; i < 60; ++i) {
    idle.push_back(std::make_unique<Client>(port));
    if (i % 2) idle.back()->send("POST / HTTP/1.1\r\nContent-Le");
  }
  const auto begun = SteadyClock::now();
  Client client(port);
  client.send(get("/now"));
  EXPECT_TRUE(ends(client.answer(), "GET /now "));
  EXPECT_LT(SteadyClock::now() - begun, 500ms);
}

TEST_F(ServerTest, cuts_who_sends_drop_by_drop) {
  Client header(start()), body(server->port());
  header.send("GET / HTTP/1.1\r\nX-Slow: ");
  body.send("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\n");
  const auto begun = SteadyClock::now();
  std::atomic<bool> done = false;
  std::thread drip([&] {
    while (!done) {
      header.send("x");
      body.send("x");
      std::this_thread::sleep_for(50ms);
    }
  });
  EXPECT_TRUE(header.ended());
  EXPECT_TRUE(body.ended());
  EXPECT_LT(SteadyClock::now() - begun, 3s);
  EXPECT_GT(SteadyClock::now() - begun, 900ms);
  done = true;
  drip.join();
  EXPECT_EQ(asked, 0);
}

TEST_F(ServerTest, cuts_who_keeps_a_connection_for_nothing) {
  Client client(start());
  client.send(get("/"));
  client.answer();
  const auto begun = SteadyClock::now();
  EXPECT_TRUE(client.ended());
  EXPECT_LT(SteadyClock::now() - begun, 3s);
}

TEST_F(ServerTest, survives_clients_that_do_not_wait) {
  const auto port = start();
  for (int i = 0; i < 20; ++i) {
    Client client(port);
    client.send(i % 2 ? get("/slow") : "POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\nx");
  }
  std::this_thread::sleep_for(400ms);
  Client client(port);
  client.send(get("/alive"));
  EXPECT_TRUE(ends(client.answer(), "GET /alive "));
}

TEST_F(ServerTest, takes_no_more_connections_than_it_may) {
  options.connection_limit = 3;
  const auto port = start();
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 3; ++i) {
    clients.push_back(std::make_unique<Client>(port));
    clients.back()->send(get("/"));
    EXPECT_FALSE(clients.back()->answer().empty());
  }
  Client fourth(port);
  EXPECT_TRUE(fourth.ended());
  clients.pop_back();
  std::this_thread::sleep_for(50ms);
  Client next(port);
  next.send(get("/"));
  EXPECT_TRUE(ends(next.answer(), "GET / "));
}

TEST_F(ServerTest, answers_what_is_running_before_it_stops) {
  const auto port = start();
  Client client(port);
  client.send(get("/slow"));
  while (asked == 0) std::this_thread::sleep_for(1ms);
  std::thread stopping([&] { server->stop(5s); });
  EXPECT_TRUE(ends(client.answer(), "GET /slow "));
  EXPECT_TRUE(client.ended());
  stopping.join();
  Client late(port);
  EXPECT_TRUE(!late.connected() || late.ended());
  server->stop();  // twice is no harm
}

TEST_F(ServerTest, does_not_wait_longer_than_its_grace) {
  Client client(start());
  client.send(get("/slow"));
  while (asked == 0) std::this_thread::sleep_for(1ms);
  const auto begun = SteadyClock::now();
  server->stop(50ms);
  EXPECT_LT(SteadyClock::now() - begun, 250ms);
}

}  // namespace
}  // namespace guanxi::http
