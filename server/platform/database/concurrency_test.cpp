// Many callers at once, and too many.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <thread>

#include "town/database.h"

namespace guanxi::database {
namespace {

class Concurrency : public testing::TestWithParam<Engine> {
 protected:
  static void make_table(Database& database) {
    database.write([](Transaction& t) {
      t.execute("CREATE TABLE tally (id BIGINT PRIMARY KEY, worker BIGINT NOT NULL, n BIGINT NOT NULL)");
      return Outcome::keep;
    });
  }

  static std::int64_t number(Database& database, std::string_view sql) {
    std::int64_t number = 0;
    database.read([&](Transaction& t) { number = t.query(sql).first()->get<std::int64_t>(0); });
    return number;
  }

  /// Runs `body(worker)` on so many threads and waits for them.
  static void on_threads(int count, const std::function<void(int)>& body) {
    std::vector<std::jthread> threads;
    for (int worker = 0; worker < count; ++worker) threads.emplace_back([&body, worker] { body(worker); });
  }
};

INSTANTIATE_TEST_SUITE_P(BothEngines, Concurrency, testing::ValuesIn(engines()), engine_name);

TEST_P(Concurrency, two_thousand_writes_are_all_there) {
  TestDatabase database(GetParam(), TestDatabase::Schema::empty);
  make_table(*database);
  std::vector<std::string> heard;
  std::mutex mutex;
  database->on_commit([&](const std::string& note) {
    const std::lock_guard lock(mutex);
    heard.push_back(note);
  });
  on_threads(20, [&](int worker) {
    for (int n = 0; n < 100; ++n) {
      database->write([&](Transaction& t) {
        t.execute("INSERT INTO tally (id, worker, n) VALUES ($1, $2, $3)", worker * 1000 + n, worker, n);
        t.announce(std::to_string(worker));
        return Outcome::keep;
      });
    }
  });
  EXPECT_EQ(number(*database, "SELECT count(*) FROM tally"), 2000);
  EXPECT_EQ(number(*database, "SELECT count(DISTINCT worker) FROM tally"), 20);
  EXPECT_EQ(heard.size(), 2000);
}

TEST_P(Concurrency, what_was_read_still_holds_when_it_is_written) {
  TestDatabase database(GetParam(), TestDatabase::Schema::empty);
  make_table(*database);
  database->write([](Transaction& t) {
    for (int id = 0; id < 4; ++id) t.execute("INSERT INTO tally VALUES ($1, 0, 0)", id);
    return Outcome::keep;
  });
  on_threads(4, [&](int) {
    for (int i = 0; i < 50; ++i) {
      database->write([&](Transaction& t) {
        const auto n = t.query("SELECT n FROM tally WHERE id = $1", i % 4).first()->get<std::int64_t>(0);
        t.execute("UPDATE tally SET n = $2 WHERE id = $1", i % 4, n + 1);
        return Outcome::keep;
      });
    }
  });
  EXPECT_EQ(number(*database, "SELECT CAST(sum(n) AS BIGINT) FROM tally"), 200);
}

TEST_P(Concurrency, two_who_make_the_same_row_make_it_once_and_both_see_it) {
  TestDatabase database(GetParam(), TestDatabase::Schema::empty);
  make_table(*database);
  std::atomic<int> made = 0;
  std::atomic<int> found = 0;
  on_threads(8, [&](int worker) {
    bool mine = false;
    database->write([&](Transaction& t) {
      mine = t.query("SELECT 1 FROM tally WHERE id = 1").empty();
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
      if (mine) t.execute("INSERT INTO tally VALUES (1, $1, 0)", worker);
      return Outcome::keep;
    });
    ++(mine ? made : found);
  });
  EXPECT_EQ(made, 1);
  EXPECT_EQ(found, 7);
  EXPECT_EQ(number(*database, "SELECT count(*) FROM tally"), 1);
}

TEST_P(Concurrency, a_read_sees_one_snapshot) {
  TestDatabase database(GetParam(), TestDatabase::Schema::empty);
  make_table(*database);
  database->read([&](Transaction& t) {
    const auto count = [&] { return t.query("SELECT count(*) FROM tally").first()->get<int>(0); };
    EXPECT_EQ(count(), 0);
    on_threads(1, [&](int) {
      database->write([](Transaction& w) {
        w.execute("INSERT INTO tally VALUES (1, 1, 1)");
        return Outcome::keep;
      });
    });
    EXPECT_EQ(count(), 0);
  });
  EXPECT_EQ(number(*database, "SELECT count(*) FROM tally"), 1);
}

TEST_P(Concurrency, a_full_queue_says_so) {
  TestDatabase database(GetParam(), TestDatabase::Schema::empty,
                        {.url = {}, .readers = 1, .writers = 1, .queue_limit = 2});
  std::latch running(1);
  std::latch go_on(1);
  std::latch ended(6);
  const Done done = [&](std::exception_ptr error) {
    EXPECT_EQ(error, nullptr);
    ended.count_down();
  };
  const auto nothing = [](Transaction&) { return Outcome::undo; };
  database->write_later(
      [&](Transaction&) {
        running.count_down();
        go_on.wait();
        return Outcome::undo;
      },
      done);
  running.wait();
  database->write_later(nothing, done);
  database->write_later(nothing, done);
  EXPECT_THROW(database->write_later(nothing, done), QueueFull);
  std::latch reading(1);
  database->read_later(
      [&](Transaction&) {
        reading.count_down();
        go_on.wait();
      },
      done);
  reading.wait();
  database->read_later([](Transaction&) {}, done);
  database->read_later([](Transaction&) {}, done);
  EXPECT_THROW(database->read([](Transaction&) {}), QueueFull);
  go_on.count_down();
  ended.wait();
  EXPECT_EQ(database->write(nothing), Outcome::undo) << "there is room again";
}

TEST_P(Concurrency, long_reads_and_writes_do_not_wait_for_each_other) {
  TestDatabase database(GetParam(), TestDatabase::Schema::empty);
  make_table(*database);
  std::atomic<bool> over = false;
  std::jthread reader([&] {
    while (!over) {
      database->read([](Transaction& t) {
        const Row row = *t.query("SELECT count(*), count(DISTINCT id) FROM tally").first();
        EXPECT_EQ(row.get<int>(0), row.get<int>(1));
        EXPECT_EQ(row.get<int>(0) % 2, 0) << "half a transaction was visible";
      });
    }
  });
  for (int i = 0; i < 200; i += 2) {
    database->write([&](Transaction& t) {
      t.execute("INSERT INTO tally VALUES ($1, 0, 0)", i);
      t.execute("INSERT INTO tally VALUES ($1, 0, 0)", i + 1);
      return Outcome::keep;
    });
  }
  over = true;
}

}  // namespace
}  // namespace guanxi::database
