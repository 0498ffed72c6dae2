// Several processes over one PostgreSQL, each played by a Database of its own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "town/database.h"

namespace guanxi::database {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

/// A process that listens.
struct Process {
  explicit Process(const std::string& url) : database(Database::open({.url = url})) {
    database->on_commit([this](const std::string& note) {
      const std::lock_guard lock(mutex);
      heard.push_back(note);
    });
  }
  ~Process() { database.reset(); }

  void tell(const std::vector<std::string>& notes) {
    database->write([&](Transaction& t) {
      for (const auto& note : notes) t.announce(note);
      return Outcome::keep;
    });
  }
  std::vector<std::string> heard_by_now() {
    const std::lock_guard lock(mutex);
    return heard;
  }
  bool soon_hears(std::size_t count) {
    for (int i = 0; i < 1000 && heard_by_now().size() < count; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return heard_by_now().size() >= count;
  }

  std::mutex mutex;
  std::vector<std::string> heard;
  std::unique_ptr<Database> database;
};

TEST(PostgresNotes, reach_the_other_processes_once) {
  TestDatabase data(Engine::postgres, TestDatabase::Schema::empty);
  Process here(data.url()), there(data.url());
  here.tell({"one", "two"});
  there.tell({"three"});
  ASSERT_TRUE(here.soon_hears(3));
  ASSERT_TRUE(there.soon_hears(3));
  EXPECT_THAT(here.heard_by_now(), ElementsAre("one", "two", "three"));
  EXPECT_THAT(there.heard_by_now(), testing::UnorderedElementsAre("one", "two", "three"));
}

TEST(PostgresNotes, are_many_and_long_and_none_is_lost) {
  TestDatabase data(Engine::postgres, TestDatabase::Schema::empty);
  Process here(data.url()), there(data.url());
  std::vector<std::string> notes;
  for (int i = 0; i < 500; ++i)
    notes.push_back("{\"n\":\"" + std::string(300, 'x') + std::to_string(i) + "\"}");
  here.tell(notes);
  ASSERT_TRUE(there.soon_hears(500));
  EXPECT_EQ(there.heard_by_now(), notes);
}

TEST(PostgresNotes, say_when_some_may_have_been_missed) {
  TestDatabase data(Engine::postgres, TestDatabase::Schema::empty);
  Process here(data.url()), there(data.url());
  here.tell({"before"});
  ASSERT_TRUE(there.soon_hears(1));
  EXPECT_THAT(there.heard_by_now(), Not(Contains("")));
  here.database->read([](Transaction& t) {
    t.query(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
        " WHERE application_name = 'guanxi notes' AND datname = current_database()");
  });
  ASSERT_TRUE(there.soon_hears(2));
  EXPECT_THAT(there.heard_by_now(), ElementsAre("before", ""));
  ASSERT_TRUE(here.soon_hears(2));
  there.tell({"after"});
  ASSERT_TRUE(here.soon_hears(3));
  EXPECT_THAT(here.heard_by_now(), ElementsAre("before", "", "after"));
}

}  // namespace
}  // namespace guanxi::database
