// Listens on a free port of this machine, for stubs of servers that tests talk to.
#pragma once

#include <functional>
#include <string>
#include <thread>

namespace guanxi::town {

/// To be the last member of its stub, so that nobody is talked with any more when the others go.
class Listener {
 public:
  /// @param talk called for one connection after the other, on a thread of its own; what it throws ends the
  /// connection
  explicit Listener(std::function<void(int socket)> talk);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

 private:
  void serve();

  std::function<void(int)> talk_;
  int socket_ = -1;
  int port_ = 0;
  std::thread thread_;
};

/// One line without its end; false at the end of the talk.
bool read_line(int socket, std::string& line);
/// Throws when nobody listens any more.
void say(int socket, const std::string& text);

}  // namespace guanxi::town
