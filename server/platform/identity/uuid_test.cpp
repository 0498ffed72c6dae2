#include "platform/identity/uuid.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <thread>
#include <vector>

#include "platform/result.h"

namespace guanxi {
namespace {

Instant time_of(const std::string& uuid) {
  return std::stoll(uuid.substr(0, 8) + uuid.substr(9, 4), nullptr, 16);
}

// A little after every instant that this process has used, and no more: identifiers of later tests never go
// back.
Instant later() { return time_of(new_uuid(kDay)) + 10; }

TEST(Uuid, begins_with_the_instant_and_is_version_7) {
  const Instant now = later();
  const std::string uuid = new_uuid(now);
  EXPECT_TRUE(is_uuid(uuid)) << uuid;
  EXPECT_EQ(time_of(uuid), now);
  EXPECT_EQ(uuid[14], '7');
  EXPECT_NE(std::string_view("89ab").find(uuid[19]), std::string_view::npos);
}

TEST(Uuid, rises_within_a_millisecond_and_when_the_clock_goes_back) {
  const Instant now = later();
  std::string before = new_uuid(now);
  for (int i = 0; i < 20000; ++i) {
    std::string uuid = new_uuid(i % 2 == 0 ? now : now - kDay);
    ASSERT_LT(before, uuid);
    before = std::move(uuid);
  }
}

TEST(Uuid, is_unique_over_threads_and_rises_in_each) {
  constexpr std::size_t threads = 4;
  constexpr int each = 20000;
  const Instant now = later();
  std::vector<std::vector<std::string>> made(threads);
  {
    std::vector<std::jthread> running;
    for (auto& mine : made) {
      running.emplace_back([&mine, now] {
        for (int i = 0; i < each; ++i) mine.push_back(new_uuid(now + i / 1000));
      });
    }
  }
  std::set<std::string> all;
  for (const auto& mine : made) {
    EXPECT_TRUE(std::ranges::is_sorted(mine));
    all.insert(mine.begin(), mine.end());
  }
  EXPECT_EQ(all.size(), threads * each);
}

TEST(Uuid, needs_an_instant_that_48_bits_hold) {
  EXPECT_THROW(new_uuid(-1), Bug);
  EXPECT_THROW(new_uuid(Instant{1} << 48), Bug);
}

TEST(Uuid, is_recognised_in_lower_case_with_dashes) {
  EXPECT_TRUE(is_uuid("00000000-0000-0000-0000-000000000000"));
  EXPECT_TRUE(is_uuid("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"));
  for (const char* text : {"", "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", "f81d4fae7dec11d0a76500a0c91e6bf6",
                           "{f81d4fae-7dec-11d0-a765-00a0c91e6bf}", "f81d4fae-7dec-11d0-a765-00a0c91e6bfg",
                           "f81d4fae-7dec-11d0-a765-00a0c91e6bf6 ", "f81d4fae-7dec-11d0-a765+00a0c91e6bf6"}) {
    EXPECT_FALSE(is_uuid(text)) << text;
  }
}

TEST(Uuid, of_a_text_is_always_the_same) {
  // SHA-256 of "" begins e3b0c44298fc1c149afbf4c8996fb924.
  EXPECT_EQ(uuid_of(""), "e3b0c442-98fc-8c14-9afb-f4c8996fb924");
  EXPECT_EQ(uuid_of("store 1|row 7"), uuid_of("store 1|row 7"));
  EXPECT_NE(uuid_of("store 1|row 7"), uuid_of("store 1|row 8"));
}

}  // namespace
}  // namespace guanxi
