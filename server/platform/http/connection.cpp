#include "platform/http/connection.h"

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <deque>
#include <optional>

#include "platform/http/api.h"

namespace guanxi::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bh = boost::beast::http;
using tcp = asio::ip::tcp;
using Stream = beast::basic_stream<tcp, Executor, beast::unlimited_rate_policy>;

/// More than this waiting for one reader of events means it has stopped reading.
constexpr std::size_t kStreamBacklog = 256 * 1024;

std::string lower(beast::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

const Words& platform_words_alone() {
  static const Words words = [] {
    Words all;
    all.add(platform_words());
    return all;
  }();
  return words;
}

class Connection;

/// The listening end of a stream, held by whoever sends events.
class StreamListener : public Listener {
 public:
  explicit StreamListener(std::weak_ptr<Connection> connection, Executor executor)
      : connection_(std::move(connection)), executor_(std::move(executor)) {}
  bool send(std::string text) override;
  void close() override;

 private:
  friend class Connection;
  std::weak_ptr<Connection> connection_;
  Executor executor_;
  std::atomic<bool> open_{true};
  std::atomic<std::size_t> waiting_{0};
};

/// One client. Everything runs on the connection's own executor; answers come back to it by posting.
class Connection : public OpenConnection, public std::enable_shared_from_this<Connection> {
 public:
  Connection(Socket socket, std::shared_ptr<Shared> shared)
      : stream_(std::move(socket)), shared_(std::move(shared)) {
    ++shared_->connections;
    beast::error_code ignored;
    stream_.socket().set_option(tcp::no_delay(true), ignored);
    const auto remote = stream_.socket().remote_endpoint(ignored);
    if (!ignored) remote_address_ = remote.address().to_string();
  }
  ~Connection() override {
    if (listener_) listener_->open_ = false;
    --shared_->connections;
  }

  void start() {
    asio::dispatch(stream_.get_executor(), [self = shared_from_this()] { self->read_header(); });
  }

  void close() override {
    asio::post(stream_.get_executor(), [self = shared_from_this()] {
      beast::error_code ignored;
      self->stream_.socket().shutdown(tcp::socket::shutdown_both, ignored);
      self->stream_.socket().close(ignored);
    });
  }

  void stream_out(std::string text) {
    outgoing_.push_back(std::move(text));
    if (outgoing_.size() == 1) write_stream();
  }

 private:
  void read_header() {
    if (shared_->stopping) return;
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(shared_->options.header_limit));
    parser_->body_limit(shared_->options.upload_limit);
    stream_.expires_after(served_ ? shared_->options.idle_timeout : shared_->options.read_timeout);
    bh::async_read_header(
        stream_, buffer_, *parser_,
        [self = shared_from_this()](beast::error_code error, std::size_t) { self->on_header(error); });
  }

  void on_header(beast::error_code error) {
    if (error) return fail(error);
    const bool upload = (*parser_).get()[bh::field::content_type] == "application/octet-stream";
    const auto limit = upload ? shared_->options.upload_limit : shared_->options.body_limit;
    if (const auto length = parser_->content_length(); length && *length > limit) {
      return refuse({Refusal::Kind::too_large, "too_large"});
    }
    parser_->body_limit(limit);
    stream_.expires_after(shared_->options.read_timeout);
    if (lower((*parser_).get()[bh::field::expect]) == "100-continue") return send_continue();
    read_body();
  }

  void send_continue() {
    continue_.emplace(bh::status::continue_, 11);
    bh::async_write(stream_, *continue_, [self = shared_from_this()](beast::error_code error, std::size_t) {
      if (!error) self->read_body();
    });
  }

  void read_body() {
    bh::async_read(stream_, buffer_, *parser_,
                   [self = shared_from_this()](beast::error_code error, std::size_t) {
                     if (error) return self->fail(error);
                     self->handle();
                   });
  }

  void fail(beast::error_code error) {
    if (error == bh::error::body_limit) return refuse({Refusal::Kind::too_large, "too_large"});
    if (error == bh::error::header_limit || error == bh::error::buffer_overflow) {
      return refuse({Refusal::Kind::header_too_large, "header_too_large"});
    }
    if (error.category() == make_error_code(bh::error::bad_method).category() &&
        error != bh::error::end_of_stream && error != bh::error::partial_message) {
      return refuse({Refusal::Kind::malformed, "broken_request"});
    }
    close_gently();
  }

  /// Answers without having read the whole request, so the connection cannot be used again.
  void refuse(const Refusal& refusal) {
    keep_alive_ = false;
    version_ = 11;
    const auto language = (*parser_).get()[bh::field::accept_language];
    write(problem(refusal, platform_words_alone(), preferred_language({language.data(), language.size()})));
  }

  void handle() {
    auto message = parser_->release();
    keep_alive_ = message.keep_alive();
    version_ = message.version();
    head_ = message.method() == bh::verb::head;
    Request request;
    request.method = head_ ? "GET" : std::string(message.method_string());
    read_target({message.target().data(), message.target().size()}, request);
    for (const auto& field : message) {
      auto& value = request.headers[lower(field.name_string())];
      if (!value.empty()) value += ", ";
      value.append(field.value().data(), field.value().size());
    }
    request.body = std::move(message.body());
    request.remote_address = remote_address_;
    stream_.expires_never();  // the work behind the answer has limits of its own
    ++shared_->running;
    shared_->handler(std::move(request), [self = shared_from_this()](Response response) {
      asio::post(self->stream_.get_executor(), [self, response = std::move(response)]() mutable {
        --self->shared_->running;
        self->write(std::move(response));
      });
    });
  }

  void write(Response response) {
    stream_.expires_after(shared_->options.read_timeout);
    if (shared_->stopping) keep_alive_ = false;
    if (response.stream) return open_stream(std::move(response));
    if (response.file) return write_file(std::move(response));
    string_answer_.emplace();
    fill_header(*string_answer_, response);
    string_answer_->body() = std::move(response.body);
    finish_write(*string_answer_);
  }

  template <class Message>
  void fill_header(Message& message, const Response& response) {
    message.version(version_);
    message.result(static_cast<unsigned>(response.status));
    if (response.status != 204) message.set(bh::field::content_type, response.content_type);
    for (const auto& [name, value] : response.headers) message.insert(name, value);
    message.keep_alive(keep_alive_);
  }

  template <class Message>
  void finish_write(Message& message) {
    message.prepare_payload();
    if (head_) message.body() = {};  // the length stays, the body does not go out
    bh::async_write(stream_, message, [self = shared_from_this()](beast::error_code error, std::size_t) {
      self->on_written(error);
    });
  }

  void write_file(Response response) {
    file_ = std::move(response.file);
    file_answer_.emplace();
    fill_header(*file_answer_, response);
    file_answer_->body() = {file_->data(), file_->size()};
    finish_write(*file_answer_);
  }

  void on_written(beast::error_code error) {
    file_.reset();
    head_ = false;
    if (error) return;
    if (!keep_alive_) return close_gently();
    served_ = true;
    read_header();
  }

  void open_stream(const Response& response) {
    std::string head =
        "HTTP/1.1 200 OK\r\nContent-Type: " + response.content_type + "\r\nConnection: close\r\n";
    for (const auto& [name, value] : response.headers)
      head.append(name).append(": ").append(value).append("\r\n");
    head += "\r\n";
    stream_.expires_never();
    listener_ = std::make_shared<StreamListener>(weak_from_this(), stream_.get_executor());
    listener_->waiting_ += head.size();
    stream_out(std::move(head));
    response.stream(listener_);
    wait_for_hang_up();
  }

  void wait_for_hang_up() {
    stream_.socket().async_wait(tcp::socket::wait_read, [self = shared_from_this()](beast::error_code) {
      self->listener_->open_ = false;
      beast::error_code ignored;
      self->stream_.socket().close(ignored);
    });
  }

  void write_stream() {
    asio::async_write(stream_.socket(), asio::buffer(outgoing_.front()),
                      [self = shared_from_this()](beast::error_code error, std::size_t sent) {
                        self->listener_->waiting_ -= sent;
                        if (error) {
                          self->listener_->open_ = false;
                          return;
                        }
                        self->outgoing_.pop_front();
                        if (!self->outgoing_.empty()) self->write_stream();
                      });
  }

  void close_gently() {
    beast::error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  }

  Stream stream_;
  std::shared_ptr<Shared> shared_;
  std::string remote_address_;
  beast::flat_buffer buffer_;
  std::optional<bh::request_parser<bh::string_body>> parser_;
  std::optional<bh::response<bh::empty_body>> continue_;
  std::optional<bh::response<bh::string_body>> string_answer_;
  std::optional<bh::response<bh::span_body<const char>>> file_answer_;
  std::shared_ptr<const std::string> file_;
  std::shared_ptr<StreamListener> listener_;
  std::deque<std::string> outgoing_;
  unsigned version_ = 11;
  bool keep_alive_ = true;
  bool served_ = false;
  bool head_ = false;
};

bool StreamListener::send(std::string text) {
  if (!open_ || waiting_ > kStreamBacklog) return false;
  waiting_ += text.size();
  asio::post(executor_, [connection = connection_, text = std::move(text)]() mutable {
    if (auto alive = connection.lock()) alive->stream_out(std::move(text));
  });
  return true;
}

void StreamListener::close() {
  open_ = false;
  if (auto alive = connection_.lock()) alive->close();
}

}  // namespace

std::weak_ptr<OpenConnection> serve_connection(Socket socket, std::shared_ptr<Shared> shared) {
  auto connection = std::make_shared<Connection>(std::move(socket), std::move(shared));
  connection->start();
  return connection;
}

}  // namespace guanxi::http
