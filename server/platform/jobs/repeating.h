// Work that is done again and again beside the requests.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace guanxi::jobs {

/// Does `work` on a thread of its own, with a pause before each time, until this object goes. What the work
/// throws is logged, and it is tried again after the next pause.
class Repeating {
 public:
  Repeating(std::string name, std::chrono::milliseconds pause, std::function<void()> work);
  /// Waits for the work that is running.
  ~Repeating();
  Repeating(const Repeating&) = delete;
  Repeating& operator=(const Repeating&) = delete;

  /// Whether the work should come to its end soon.
  bool ending();

 private:
  void run();

  std::string name_;
  std::chrono::milliseconds pause_;
  std::function<void()> work_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace guanxi::jobs
