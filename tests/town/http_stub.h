// A web server that keeps what it is asked and answers with a status, for tests.
#pragma once

#include <atomic>
#include <mutex>
#include <vector>

#include "town/listener.h"

namespace guanxi::town {

class HttpStub {
 public:
  std::string url() const { return "http://" + listener_.address(); }
  /// The status of all answers from now on.
  void answer_with(int status) { status_ = status; }
  /// Requests as they came: line and heads, an empty line, the body.
  std::vector<std::string> requests();

 private:
  void talk(int socket);

  std::atomic<int> status_{200};
  std::mutex mutex_;
  std::vector<std::string> requests_;
  Listener listener_{[this](int socket) { talk(socket); }};
};

}  // namespace guanxi::town
