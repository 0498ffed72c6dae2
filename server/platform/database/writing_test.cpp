// Transactions: what is kept, what is undone, what neighbours notice of each other.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <latch>
#include <random>
#include <thread>

#include "platform/result.h"
#include "town/database.h"

namespace guanxi::database {
namespace {

using testing::ElementsAre;

class Writing : public testing::TestWithParam<Engine> {
 protected:
  Writing() {
    write([](Transaction& t) {
      t.execute(
          "CREATE TABLE item (id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE, hits BIGINT NOT NULL DEFAULT "
          "0)");
    });
  }

  void write(const std::function<void(Transaction&)>& work) {
    database_->write([&](Transaction& t) {
      work(t);
      return Outcome::keep;
    });
  }

  static std::int64_t insert(Transaction& t, std::int64_t id) {
    return t.execute("INSERT INTO item (id, name) VALUES ($1, $2)", id, "item " + std::to_string(id));
  }

  std::vector<std::int64_t> ids() {
    std::vector<std::int64_t> ids;
    database_->read([&](Transaction& t) {
      ids.clear();
      for (const Row row : t.query("SELECT id FROM item ORDER BY id"))
        ids.push_back(row.get<std::int64_t>(0));
    });
    return ids;
  }

  /// Queues all pieces before the first may run, so that SQLite takes them as one batch. Returns their
  /// errors.
  std::vector<std::exception_ptr> together(std::vector<WriteWork> pieces) {
    std::latch queued(1);
    std::latch ended(static_cast<std::ptrdiff_t>(pieces.size()) + 1);
    std::vector<std::exception_ptr> errors(pieces.size());
    database_->write_later(
        [&](Transaction&) {
          queued.wait();
          return Outcome::undo;
        },
        [&](std::exception_ptr) { ended.count_down(); });
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      database_->write_later(pieces[i], [&, i](std::exception_ptr error) {
        errors[i] = std::move(error);
        ended.count_down();
      });
    }
    queued.count_down();
    ended.wait();
    return errors;
  }

  TestDatabase database_{GetParam(), TestDatabase::Schema::empty};
};

INSTANTIATE_TEST_SUITE_P(BothEngines, Writing, testing::ValuesIn(engines()), engine_name);

TEST_P(Writing, says_how_many_rows_were_changed) {
  write([](Transaction& t) {
    EXPECT_EQ(insert(t, 1) + insert(t, 2), 2);
    EXPECT_EQ(t.execute("UPDATE item SET hits = hits + 1"), 2);
    EXPECT_EQ(t.execute("UPDATE item SET hits = 9 WHERE id = $1", 77), 0);
    EXPECT_EQ(t.execute("SELECT id FROM item"), 0);
    EXPECT_EQ(t.execute("CREATE TABLE other (id BIGINT)"), 0);
    EXPECT_EQ(t.execute("DELETE FROM item WHERE id = $1", 1), 1);
  });
  EXPECT_THAT(ids(), ElementsAre(2));
}

TEST_P(Writing, on_conflict_do_nothing_answers_only_for_what_is_new) {
  write([](Transaction& t) {
    constexpr auto kAdd = "INSERT INTO item (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id";
    EXPECT_EQ(t.query(kAdd, 5, "five").first()->get<int>(0), 5);
    EXPECT_FALSE(t.query(kAdd, 5, "another").first());
    EXPECT_FALSE(t.query(kAdd, 6, "five").first());
    constexpr auto kCount = "INSERT INTO item (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    EXPECT_EQ(t.execute(kCount, 6, "five"), 0);
    EXPECT_EQ(t.execute(kCount, 8, "eight"), 1);
    EXPECT_EQ(t.query("INSERT INTO item (id, name) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET hits = "
                      "item.hits + 1 "
                      "RETURNING id, hits",
                      7, "five")
                  .first()
                  ->get<int>(1),
              1);
  });
}

TEST_P(Writing, what_nobody_waits_for_is_there_for_the_next_statement_and_after_the_commit) {
  constexpr auto kAdd = "INSERT INTO item (id, name) VALUES ($1, $2)";
  write([&](Transaction& t) {
    for (int id = 1; id <= 150; ++id) t.put(kAdd, id, "item " + std::to_string(id));
    EXPECT_EQ(t.query("SELECT count(*) FROM item").first()->get<int>(0), 150);
    t.put(kAdd, 151, "last");
  });
  EXPECT_EQ(ids().size(), 151U);
}

TEST_P(Writing, what_nobody_waits_for_fails_the_piece_at_the_latest_at_its_commit) {
  write([](Transaction& t) { insert(t, 1); });
  const auto twice = [](Transaction& t) {
    insert(t, 2);
    t.put("INSERT INTO item (id, name) VALUES ($1, $2)", 1, "again");
  };
  EXPECT_THROW(write(twice), ConstraintViolation);
  EXPECT_THROW(write([&](Transaction& t) {
                 twice(t);
                 t.query("SELECT id FROM item");
               }),
               ConstraintViolation);
  database_->write([&](Transaction& t) {
    try {
      twice(t);
    } catch (const Failure&) {
    }
    return Outcome::undo;
  });
  write([](Transaction& t) { insert(t, 3); });
  EXPECT_THAT(ids(), ElementsAre(1, 3));
}

TEST_P(Writing, undo_leaves_nothing_and_neighbours_stay) {
  const auto errors = together({
      [](Transaction& t) {
        insert(t, 1);
        return Outcome::keep;
      },
      [](Transaction& t) {
        insert(t, 2);
        return Outcome::undo;
      },
      [](Transaction& t) {
        insert(t, 3);
        return Outcome::keep;
      },
  });
  EXPECT_THAT(ids(), ElementsAre(1, 3));
  EXPECT_THAT(errors, ElementsAre(nullptr, nullptr, nullptr));
}

TEST_P(Writing, an_exception_undoes_its_own_piece_only) {
  const auto errors = together({
      [](Transaction& t) {
        insert(t, 1);
        return Outcome::keep;
      },
      [](Transaction& t) -> Outcome {
        insert(t, 2);
        throw std::runtime_error("two");
      },
      [](Transaction& t) -> Outcome {
        insert(t, 3);
        throw 3;
      },
      [](Transaction& t) {
        insert(t, 4);
        return Outcome::keep;
      },
  });
  EXPECT_THAT(ids(), ElementsAre(1, 4));
  EXPECT_EQ(errors[0], nullptr);
  EXPECT_THROW(std::rethrow_exception(errors[1]), std::runtime_error);
  EXPECT_THROW(std::rethrow_exception(errors[2]), int);
  EXPECT_EQ(errors[3], nullptr);
}

TEST_P(Writing, whichever_pieces_are_kept_and_undone_together_only_the_kept_ones_stay) {
  std::mt19937 random(5);
  std::vector<std::int64_t> kept;
  for (std::int64_t id = 1; id <= 120;) {
    std::vector<WriteWork> pieces;
    for (auto size = 1 + random() % 6; size > 0; --size, ++id) {
      const auto end = random() % 3;
      if (end == 0) kept.push_back(id);
      pieces.emplace_back([id, end](Transaction& t) {
        insert(t, id);
        if (end == 1) throw std::runtime_error("undone");
        return end == 0 ? Outcome::keep : Outcome::undo;
      });
    }
    together(std::move(pieces));
    ASSERT_EQ(ids(), kept);
  }
}

TEST_P(Writing, a_refused_row_is_a_constraint_violation) {
  write([](Transaction& t) {
    insert(t, 1);
    t.execute(
        "CREATE TABLE part (id BIGINT PRIMARY KEY, item_id BIGINT NOT NULL REFERENCES item (id), "
        "size BIGINT CHECK (size > 0))");
  });
  for (const char* sql :
       {"INSERT INTO item (id, name) VALUES (1, 'twice')", "INSERT INTO item (id, name) VALUES (2, 'item 1')",
        "INSERT INTO item (id, name) VALUES (2, NULL)", "INSERT INTO part VALUES (1, 99, 1)",
        "INSERT INTO part VALUES (1, 1, 0)", "DELETE FROM item WHERE id = 1"}) {
    if (std::string_view(sql).starts_with("DELETE"))
      write([](Transaction& t) { t.execute("INSERT INTO part VALUES (1, 1, 1)"); });
    EXPECT_THROW(write([&](Transaction& t) { t.execute(sql); }), ConstraintViolation) << sql;
  }
  EXPECT_THROW(write([](Transaction& t) { t.execute("SELECT nonsense"); }), Failure);
}

TEST_P(Writing, a_deferred_reference_fails_only_its_own_piece) {
  write([](Transaction& t) {
    insert(t, 1);
    t.execute(
        "CREATE TABLE part (id BIGINT PRIMARY KEY, "
        "item_id BIGINT REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED)");
  });
  const auto errors = together({
      [](Transaction& t) {
        insert(t, 2);
        return Outcome::keep;
      },
      [](Transaction& t) {
        t.execute("INSERT INTO part VALUES (1, 99)");
        return Outcome::keep;
      },
      [](Transaction& t) {
        t.execute("INSERT INTO part VALUES (2, 3)");
        insert(t, 3);
        return Outcome::keep;
      },
  });
  EXPECT_THAT(ids(), ElementsAre(1, 2, 3));
  EXPECT_THROW(std::rethrow_exception(errors[1]), ConstraintViolation);
  EXPECT_EQ(errors[2], nullptr);
}

TEST_P(Writing, after_a_failed_statement_nothing_can_be_kept) {
  write([](Transaction& t) { insert(t, 1); });
  const auto swallow = [](Transaction& t) {
    insert(t, 2);
    EXPECT_THROW(insert(t, 1), ConstraintViolation);
    EXPECT_THROW(insert(t, 3), Failure) << "the transaction is spoilt";
  };
  EXPECT_THROW(write(swallow), ConstraintViolation);
  EXPECT_EQ(database_->write([&](Transaction& t) {
    swallow(t);
    return Outcome::undo;
  }),
            Outcome::undo);
  EXPECT_THAT(ids(), ElementsAre(1));
}

TEST_P(Writing, notes_follow_the_commit_and_are_forgotten_on_undo) {
  std::vector<std::string> heard;
  std::mutex mutex;
  database_->on_commit([&](const std::string& note) {
    std::vector<std::int64_t> visible;
    // Asked from another thread: the listener runs on one of the database's.
    std::async([&] { visible = ids(); }).get();
    const std::lock_guard lock(mutex);
    heard.push_back(note + " at " + std::to_string(visible.size()));
  });
  write([](Transaction& t) {
    insert(t, 1);
    t.announce("one");
    t.announce("uno");
  });
  database_->write([](Transaction& t) {
    insert(t, 2);
    t.announce("two");
    return Outcome::undo;
  });
  EXPECT_THROW(write([](Transaction& t) {
                 t.announce("three");
                 throw std::runtime_error("three");
               }),
               std::runtime_error);
  write([](Transaction& t) {
    insert(t, 4);
    t.announce("four");
  });
  const std::lock_guard lock(mutex);
  EXPECT_THAT(heard, ElementsAre("one at 1", "uno at 1", "four at 2"));
}

TEST_P(Writing, reading_work_can_neither_write_nor_announce) {
  EXPECT_THROW(database_->read([](Transaction& t) { insert(t, 1); }), Failure);
  EXPECT_THROW(database_->read([](Transaction& t) { t.announce("no"); }), Bug);
  EXPECT_THAT(ids(), ElementsAre());
}

TEST_P(Writing, waiting_inside_work_is_a_bug) {
  EXPECT_THROW(write([&](Transaction&) { database_->read([](Transaction&) {}); }), Bug);
}

TEST_P(Writing, parameters_must_match_the_text) {
  EXPECT_THROW(write([](Transaction& t) { t.query("SELECT id FROM item WHERE id = $1"); }), Failure);
  EXPECT_THROW(write([](Transaction& t) { t.query("SELECT id FROM item WHERE id = $1", 1, 2); }), Failure);
  EXPECT_THROW(write([](Transaction& t) { t.query("SELECT id FROM item WHERE id = $2", 1, 2); }), Failure);
  EXPECT_THROW(write([](Transaction& t) { t.query("DELETE FROM item; DELETE FROM item"); }), Failure);
  EXPECT_THROW(write([](Transaction& t) { t.query(" -- nothing"); }), Failure);
  write([](Transaction& t) { t.query("SELECT id FROM item; -- a comment may follow"); });
}

TEST_P(Writing, two_texts_at_one_address_are_two_statements) {
  write([](Transaction& t) {
    char text[] = "SELECT 1";
    EXPECT_EQ(t.query(std::string_view(text)).first()->get<int>(0), 1);
    text[7] = '2';
    EXPECT_EQ(t.query(std::string_view(text)).first()->get<int>(0), 2);
    for (int i = 0; i < 2500; ++i) {  // more than a connection keeps
      ASSERT_EQ(t.query("SELECT " + std::to_string(i)).first()->get<int>(0), i);
    }
  });
}

TEST_P(Writing, what_was_kept_is_there_after_reopening) {
  write([](Transaction& t) { insert(t, 1); });
  database_.reopen();
  EXPECT_THAT(ids(), ElementsAre(1));
}

TEST_P(Writing, closing_finishes_what_is_queued) {
  std::atomic<int> done = 0;
  for (int i = 0; i < 300; ++i) {
    database_->write_later(
        [i](Transaction& t) {
          insert(t, i);
          return Outcome::keep;
        },
        [&](std::exception_ptr error) { done += error == nullptr ? 1 : 0; });
  }
  database_.reopen();
  EXPECT_EQ(done, 300);
  EXPECT_EQ(ids().size(), 300);
}

}  // namespace
}  // namespace guanxi::database
