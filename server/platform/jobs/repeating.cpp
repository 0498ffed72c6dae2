#include "platform/jobs/repeating.h"

#include <spdlog/spdlog.h>

namespace guanxi::jobs {

Repeating::Repeating(std::string name, std::chrono::milliseconds pause, std::function<void()> work)
    : name_(std::move(name)), pause_(pause), work_(std::move(work)), thread_([this] { run(); }) {}

Repeating::~Repeating() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  ended_.notify_all();
  thread_.join();
}

bool Repeating::ending() {
  const std::lock_guard lock(mutex_);
  return ending_;
}

void Repeating::run() {
  std::unique_lock lock(mutex_);
  while (!ended_.wait_for(lock, pause_, [this] { return ending_; })) {
    lock.unlock();
    try {
      work_();
    } catch (const std::exception& error) {
      spdlog::warn("{} is tried again: {}", name_, error.what());
    }
    lock.lock();
  }
}

}  // namespace guanxi::jobs
