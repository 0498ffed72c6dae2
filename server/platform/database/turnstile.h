// Letting work that keeps colliding run alone.
#pragma once

#include <mutex>
#include <shared_mutex>

namespace guanxi::database {

/// Lets many in side by side, or one alone. In the order of asking: whoever waits to be alone holds up
/// newcomers, so that it cannot be passed over for ever.
class Turnstile {
 public:
  std::shared_lock<std::shared_mutex> enter() {
    const std::lock_guard turn(turn_);
    return std::shared_lock(inside_);
  }

  std::unique_lock<std::shared_mutex> enter_alone() {
    const std::lock_guard turn(turn_);
    return std::unique_lock(inside_);
  }

 private:
  std::mutex turn_;
  std::shared_mutex inside_;
};

}  // namespace guanxi::database
