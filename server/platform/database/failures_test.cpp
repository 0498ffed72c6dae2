// When the world breaks: a full disk, a lost connection, an address that leads nowhere.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <latch>
#include <thread>

#include "town/database.h"

namespace guanxi::database {
namespace {

using testing::HasSubstr;

void make_table(Database& database) {
  database.write([](Transaction& t) {
    t.execute("CREATE TABLE item (id BIGINT PRIMARY KEY, filling TEXT)");
    return Outcome::keep;
  });
}

int count(Database& database) {
  int count = 0;
  database.read([&](Transaction& t) { count = t.query("SELECT count(*) FROM item").first()->get<int>(0); });
  return count;
}

WriteWork insert(int id, std::size_t size = 1) {
  return [id, size](Transaction& t) {
    t.execute("INSERT INTO item VALUES ($1, $2)", id, std::string(size, 'x'));
    return Outcome::keep;
  };
}

/// Queues the pieces as one batch and returns what each failed with, "" for success.
std::vector<std::string> batch(Database& database, std::vector<WriteWork> pieces) {
  std::latch queued(1);
  std::latch ended(static_cast<std::ptrdiff_t>(pieces.size()) + 1);
  std::vector<std::string> errors(pieces.size());
  database.write_later(
      [&](Transaction&) {
        queued.wait();
        return Outcome::undo;
      },
      [&](std::exception_ptr) { ended.count_down(); });
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    database.write_later(pieces[i], [&, i](std::exception_ptr error) {
      try {
        if (error) std::rethrow_exception(error);
      } catch (const Failure& failure) {
        errors[i] = failure.what();
      }
      ended.count_down();
    });
  }
  queued.count_down();
  ended.wait();
  return errors;
}

void limit_pages(Database& database, const std::string& pages) {
  database.write([&](Transaction& t) {
    t.query("PRAGMA max_page_count = " + pages);
    return Outcome::keep;
  });
}

TEST(SqliteFailures, a_full_disk_fails_the_batch_and_the_next_one_works) {
  TestDatabase database(Engine::sqlite, TestDatabase::Schema::empty);
  make_table(*database);
  std::vector<std::string> heard;
  database->on_commit([&](const std::string& note) { heard.push_back(note); });
  limit_pages(*database, "20");
  const auto errors = batch(*database, {insert(1),
                                        [](Transaction& t) {
                                          t.announce("never");
                                          return insert(2)(t);
                                        },
                                        insert(3, 1 << 20), [](Transaction&) { return Outcome::undo; }});
  limit_pages(*database, "1073741823");
  EXPECT_THAT(errors[0], HasSubstr("rolled the batch back"));
  EXPECT_THAT(errors[1], HasSubstr("rolled the batch back"));
  EXPECT_THAT(errors[2], HasSubstr("full"));
  EXPECT_EQ(errors[3], "");
  EXPECT_TRUE(heard.empty());
  EXPECT_EQ(count(*database), 0);
  database->write(insert(1));
  EXPECT_EQ(count(*database), 1);
}

/// No file of this process may grow past `bytes` while this lives, as on a disk that is full.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &before_);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int);
};

TEST(SqliteFailures, a_failed_commit_fails_every_piece_of_its_batch) {
  TestDatabase database(Engine::sqlite, TestDatabase::Schema::empty);
  make_table(*database);
  const std::string log = database.url().substr(7) + "-wal";
  std::vector<std::string> errors;
  {
    // The log is written to at COMMIT, so that is what fails.
    const FileSizeLimit limit(std::filesystem::file_size(log) + 10000);
    errors = batch(*database, {insert(1), insert(2, 50000), [](Transaction&) { return Outcome::undo; }});
  }
  EXPECT_THAT(errors[0], HasSubstr("COMMIT"));
  EXPECT_THAT(errors[1], HasSubstr("COMMIT"));
  EXPECT_EQ(errors[2], "");
  EXPECT_EQ(count(*database), 0);
  database->write(insert(1));
  EXPECT_EQ(count(*database), 1);
}

TEST(SqliteFailures, the_log_is_truncated_when_nobody_writes) {
  TestDatabase database(Engine::sqlite, TestDatabase::Schema::empty);
  make_table(*database);
  const std::string log = database.url().substr(7) + "-wal";
  database->write(insert(1, 70 << 20));
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (std::filesystem::file_size(log) > 0 && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  EXPECT_EQ(std::filesystem::file_size(log), 0);
  EXPECT_EQ(count(*database), 1);
}

TEST(PostgresFailures, a_lost_connection_is_made_anew) {
  TestDatabase database(Engine::postgres, TestDatabase::Schema::empty,
                        {.url = {}, .readers = 1, .writers = 1});
  make_table(*database);
  database->write(insert(1));
  EXPECT_EQ(count(*database), 1);
  const auto other = Database::open({.url = database.url(), .readers = 1, .writers = 1});
  other->write([](Transaction& t) {
    EXPECT_EQ(t.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                      "WHERE datname = current_database() AND pid <> pg_backend_pid()")
                  .size(),
              2);
    return Outcome::keep;
  });
  database->write(insert(2));
  EXPECT_EQ(count(*database), 2);
}

void terminate_own_connection(Transaction& t) { t.query("SELECT pg_terminate_backend(pg_backend_pid())"); }

TEST(PostgresFailures, work_that_loses_its_connection_is_run_once_more) {
  TestDatabase database(Engine::postgres, TestDatabase::Schema::empty);
  make_table(*database);
  std::vector<std::string> heard;
  database->on_commit([&](const std::string& note) { heard.push_back(note); });
  int attempts = 0;
  database->write([&](Transaction& t) {
    t.announce("attempt " + std::to_string(++attempts));
    insert(attempts)(t);
    if (attempts == 1) terminate_own_connection(t);
    return Outcome::keep;
  });
  EXPECT_EQ(attempts, 2);
  EXPECT_THAT(heard, testing::ElementsAre("attempt 2"));
  EXPECT_EQ(count(*database), 1);
  attempts = 0;
  EXPECT_THROW(database->write([&](Transaction& t) {
    ++attempts;
    terminate_own_connection(t);
    return Outcome::keep;
  }),
               Failure);
  EXPECT_EQ(attempts, 2);
  database->write(insert(7));
}

TEST(PostgresFailures, a_connection_lost_at_commit_leaves_it_unknown) {
  TestDatabase database(Engine::postgres, TestDatabase::Schema::empty);
  make_table(*database);
  const auto other = Database::open({.url = database.url(), .readers = 1, .writers = 1});
  int attempts = 0;
  try {
    database->write([&](Transaction& t) {
      ++attempts;
      insert(1)(t);
      const auto pid = t.query("SELECT pg_backend_pid()").first()->get<int>(0);
      std::jthread([&] {
        other->write([&](Transaction& o) {
          o.query("SELECT pg_terminate_backend($1)", pid);
          return Outcome::keep;
        });
      }).join();
      return Outcome::keep;
    });
    FAIL() << "the connection was gone";
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("may or may not"));
  }
  EXPECT_EQ(attempts, 1);
}

TEST(PostgresFailures, a_changed_table_does_not_break_prepared_statements) {
  TestDatabase database(Engine::postgres, TestDatabase::Schema::empty,
                        {.url = {}, .readers = 1, .writers = 1});
  make_table(*database);
  const auto read = [&] {
    std::size_t width = 0;
    database->read(
        [&](Transaction& t) { width = t.query("SELECT * FROM item UNION ALL SELECT * FROM item").size(); });
    return width;
  };
  EXPECT_EQ(read(), 0);
  database->write([](Transaction& t) {
    t.execute("ALTER TABLE item ADD COLUMN more TEXT");
    return Outcome::keep;
  });
  database->write([](Transaction& t) {
    t.execute("INSERT INTO item VALUES (1, NULL, NULL)");
    return Outcome::keep;
  });
  EXPECT_EQ(read(), 2);
}

TEST(OpenFailures, an_address_that_leads_nowhere_is_refused) {
  for (const char* url : {"", "sqlite:", "sqlite:/no/such/directory/x.db", "mysql://localhost/x",
                          "postgresql://nobody@127.0.0.1:1/none", "postgresql://%zz"}) {
    EXPECT_THROW(Database::open({.url = url}), Failure) << url;
  }
}

}  // namespace
}  // namespace guanxi::database
