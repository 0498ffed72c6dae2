// The real program in a process of its own.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>

namespace guanxi::bench {

class Served {
 public:
  /// Starts `guanxi serve` on any free port of this machine and waits until it listens.
  Served(const std::string& program, const std::string& url);
  /// Ends it as an operator would, with SIGTERM.
  ~Served();
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  std::uint16_t port() const { return port_; }
  pid_t pid() const { return pid_; }

 private:
  pid_t pid_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace guanxi::bench
