// A mail server that keeps what it is given, for tests: no TLS, no signing in.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace guanxi::town {

class SmtpStub {
 public:
  SmtpStub();
  ~SmtpStub();
  SmtpStub(const SmtpStub&) = delete;
  SmtpStub& operator=(const SmtpStub&) = delete;

  std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
  /// What it says to RCPT from now on: 250 takes the letter.
  void answer_with(int code) { code_ = code; }
  /// Letters as they came, with the receiver in front: "<a@b.c>\n…".
  std::vector<std::string> letters();

 private:
  void serve();
  void talk(int socket);

  int listener_ = -1;
  int port_ = 0;
  std::atomic<int> code_{250};
  std::atomic<bool> ending_{false};
  std::mutex mutex_;
  std::vector<std::string> letters_;
  std::thread thread_;
};

}  // namespace guanxi::town
