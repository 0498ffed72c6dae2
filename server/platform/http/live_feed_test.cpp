#include "platform/http/live_feed.h"

#include <gtest/gtest.h>

#include <atomic>
#include <set>

namespace guanxi::http {
namespace {

using namespace std::chrono_literals;

const std::string kHome = "00000000-0000-7000-8000-000000000001";
const std::string kSister = "00000000-0000-7000-8000-000000000002";
const std::string kEverywhere = "00000000-0000-0000-0000-000000000000";

/// A screen that remembers what it was sent.
class Screen : public Listener {
 public:
  bool send(std::string text) override {
    std::lock_guard lock(mutex_);
    if (!text.starts_with(": still here")) text_ += text;
    return !gone;
  }
  void close() override { closed = true; }
  std::string text() {
    std::lock_guard lock(mutex_);
    return text_;
  }
  std::atomic<bool> gone = false, closed = false;

 private:
  std::mutex mutex_;
  std::string text_;
};

class LiveFeedTest : public testing::Test {
 protected:
  std::shared_ptr<Screen> open(const std::string& session, const std::vector<std::string>& stores) {
    Request request;
    request.headers["cookie"] = "guanxi_session=" + session;
    Actor actor;
    actor.store_ids = stores;
    const std::map<std::string, std::string> none;
    auto response = feed.route().run(Call{request, none, actor, 0, nullptr});
    EXPECT_EQ(response->content_type, "text/event-stream");
    auto screen = std::make_shared<Screen>();
    response->stream(screen);
    return screen;
  }
  static std::string note(const std::string& store, const std::string& kind) {
    return R"({"store_id":")" + store + R"(","kind":")" + kind + "\"}";
  }
  static std::string event(const std::string& store, const std::string& kind) {
    return "data: " + note(store, kind) + "\n\n";
  }
  static bool soon(const std::function<bool()>& what) {
    for (int i = 0; i < 400; ++i) {
      if (what()) return true;
      std::this_thread::sleep_for(5ms);
    }
    return false;
  }

  std::mutex mutex;
  std::set<std::string> ended;
  std::atomic<bool> slow = false;  // asking whether a session lives is a journey to the database
  LiveFeed feed{[this](const Credentials& credentials) {
                  if (slow) std::this_thread::sleep_for(2ms);
                  std::lock_guard lock(mutex);
                  return !ended.contains(credentials.session_secret);
                },
                10ms};
};

TEST_F(LiveFeedTest, tells_each_screen_of_its_own_stores) {
  const auto home = open("a", {kHome});
  const auto sister = open("b", {kSister});
  const auto both = open("c", {kHome, kSister});
  feed.pass_on(note(kHome, "one"));
  feed.pass_on(note(kSister, "two"));
  feed.pass_on(note(kEverywhere, "three"));
  const std::string start = ": open\n\n", three = event(kEverywhere, "three");
  EXPECT_EQ(home->text(), start + event(kHome, "one") + three);
  EXPECT_EQ(sister->text(), start + event(kSister, "two") + three);
  EXPECT_EQ(both->text(), start + event(kHome, "one") + event(kSister, "two") + three);
}

TEST_F(LiveFeedTest, ends_with_the_session) {
  const auto stays = open("stays", {kHome});
  const auto goes = open("goes", {kHome});
  {
    std::lock_guard lock(mutex);
    ended.insert("goes");
  }
  EXPECT_TRUE(soon([&] { return goes->closed.load(); }));
  EXPECT_FALSE(stays->closed);
  feed.pass_on(note(kHome, "after"));
  EXPECT_FALSE(goes->text().contains("after"));
  EXPECT_TRUE(soon([&] { return stays->text().contains("after"); }));
}

TEST_F(LiveFeedTest, closes_all_lines_when_notes_were_missed) {
  const auto home = open("a", {kHome});
  const auto sister = open("b", {kSister});
  feed.pass_on("");
  EXPECT_TRUE(home->closed);
  EXPECT_TRUE(sister->closed);
  feed.pass_on(note(kHome, "after"));
  EXPECT_EQ(home->text(), ": open\n\n");
}

TEST_F(LiveFeedTest, lets_go_of_screens_that_have_gone) {
  auto screen = open("a", {kHome});
  std::weak_ptr<Screen> left = screen;
  screen->gone = true;
  screen.reset();
  feed.pass_on(note(kHome, "one"));
  EXPECT_TRUE(soon([&] { return left.expired(); }));
}

TEST_F(LiveFeedTest, loses_no_event_while_it_looks_after_its_screens) {
  slow = true;
  const auto screen = open("a", {kHome});
  std::string expected = ": open\n\n";
  for (int i = 0; i < 300; ++i) {
    feed.pass_on(note(kHome, std::to_string(i)));
    expected += event(kHome, std::to_string(i));
    std::this_thread::sleep_for(200us);
  }
  EXPECT_EQ(screen->text(), expected);
}

}  // namespace
}  // namespace guanxi::http
