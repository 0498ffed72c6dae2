#include "platform/jobs/repeating.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace guanxi::jobs {
namespace {

using namespace std::chrono_literals;

TEST(RepeatingWork, goes_on_after_a_failure) {
  std::atomic<int> times = 0;
  {
    const Repeating repeating("counting", 1ms, [&] {
      if (++times == 2) throw std::runtime_error("once");
    });
    for (int i = 0; i < 2000 && times < 4; ++i) std::this_thread::sleep_for(1ms);
  }
  EXPECT_GE(times, 4);
}

TEST(RepeatingWork, ends_at_once_though_the_pause_is_long) {
  const auto start = std::chrono::steady_clock::now();
  {
    const Repeating repeating("waiting", 1h, [] { FAIL() << "too early"; });
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, 10s);
}

}  // namespace
}  // namespace guanxi::jobs
