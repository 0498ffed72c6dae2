// The load: clients that each hold one connection open and ask again as soon as they are answered, or at a
// pace.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guanxi::bench {

/// What the clients ask.
class Script {
 public:
  virtual ~Script() = default;
  /// The next request of this client, whole, as it goes over the wire.
  virtual std::string next(std::size_t client) = 0;
};

struct Figures {
  std::uint64_t answers = 0;
  std::uint64_t refused = 0;  ///< answers that were not 2xx
  double seconds = 0;
  double p50_ms = 0, p99_ms = 0;
  double server_us = 0;  ///< processor time of the server per answer
  double others = 0;  ///< processors that were busy with anything but server and load: 0 on a quiet machine
  std::string first_refusal;

  double per_second() const { return seconds > 0 ? static_cast<double>(answers) / seconds : 0; }
};

struct Load {
  std::uint16_t port = 0;
  int server_pid = 0;
  std::size_t clients = 1;
  double seconds = 3;
  double per_second = 0;  ///< requests of all clients together; 0: as fast as they are answered
};

/// Asks once, on a connection of its own, and waits for the whole answer.
std::string ask(std::uint16_t port, const std::string& request);

/// Runs the script for so many seconds after a short warming up. One thread: the server shares the machine.
Figures run_load(const Load& load, Script& script);

}  // namespace guanxi::bench
