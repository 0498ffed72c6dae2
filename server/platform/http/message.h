// A request and its answer, as plain values: nothing here knows the library that reads sockets.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guanxi::http {

struct Request {
  std::string method;  ///< "GET", "POST", …
  std::string path;    ///< Decoded, without the query: "/api/v1/visits".
  std::map<std::string, std::string> query;
  std::map<std::string, std::string> headers;  ///< Names in lower case.
  std::string body;
  std::string remote_address;
  bool readable = true;  ///< False when path or query were not valid (bad escapes, broken UTF-8).

  /// The header's text, or an empty text when it is absent.
  const std::string& header(const std::string& name) const;
  /// The value of a cookie, or an empty text.
  std::string cookie(std::string_view name) const;
};

/// The receiving end of an answer that goes on for as long as the client listens (server-sent events).
class Listener {
 public:
  virtual ~Listener() = default;
  /// Sends text to the client; safe from any thread. Returns false when the client has gone or reads too
  /// slowly.
  virtual bool send(std::string text) = 0;
  /// Ends the answer.
  virtual void close() = 0;
};

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  /// Shared body of a static file, sent instead of `body` without copying.
  std::shared_ptr<const std::string> file;
  /// When set, the answer stays open: it is called with the listener after the headers were sent.
  std::function<void(std::shared_ptr<Listener>)> stream;
};

/// Gives the answer to a request; called exactly once, from any thread.
using Reply = std::function<void(Response)>;
using Handler = std::function<void(Request, Reply)>;

/// Decodes "%E4%B8%AD+1" of a path or query; nothing when an escape is broken or the result is not UTF-8.
std::optional<std::string> decode(std::string_view text, bool plus_is_blank);

/// Fills path and query from the request line's target; sets `readable`.
void read_target(std::string_view target, Request& request);

/// Whether the text is valid UTF-8 without NUL.
bool is_utf8(std::string_view text);

}  // namespace guanxi::http
