// A mail server that keeps what it is given, for tests: no TLS, no signing in.
#pragma once

#include <atomic>
#include <mutex>
#include <vector>

#include "town/listener.h"

namespace guanxi::town {

class SmtpStub {
 public:
  std::string url() const { return "smtp://" + listener_.address(); }
  /// What it says to RCPT from now on: 250 takes the letter.
  void answer_with(int code) { code_ = code; }
  /// Letters as they came, with the receiver in front: "<a@b.c>\n…".
  std::vector<std::string> letters();

 private:
  void talk(int socket);

  std::atomic<int> code_{250};
  std::mutex mutex_;
  std::vector<std::string> letters_;
  Listener listener_{[this](int socket) { talk(socket); }};
};

}  // namespace guanxi::town
