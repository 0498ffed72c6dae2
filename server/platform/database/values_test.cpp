// What goes in comes out again, of every type and on both engines.
#include <gtest/gtest.h>

#include <limits>

#include "town/database.h"

namespace guanxi::database {
namespace {

class Values : public testing::TestWithParam<Engine> {
 protected:
  Values() {
    database_->write([](Transaction& t) {
      t.execute(statement(t.engine()));
      return Outcome::keep;
    });
  }

  // The types differ, so that this test does not lean on the migrations' translation.
  static std::string statement(Engine engine) {
    return engine == Engine::sqlite
               ? "CREATE TABLE cell (id INTEGER PRIMARY KEY, n INTEGER, d REAL, t TEXT, b BLOB) STRICT"
               : "CREATE TABLE cell (id BIGINT PRIMARY KEY, n BIGINT, d DOUBLE PRECISION, t TEXT, b BYTEA)";
  }

  template <class T>
  T through(std::string_view insert, std::string_view select, const T& value) {
    std::optional<T> back;
    database_->write([&](Transaction& t) {
      t.execute("DELETE FROM cell");
      t.execute(insert, value);
      back = t.query(select).first()->template get<T>(0);
      return Outcome::keep;
    });
    return *back;
  }
  template <class T>
  T number(const T& v) {
    return through("INSERT INTO cell (id, n) VALUES (1, $1)", "SELECT n FROM cell", v);
  }
  template <class T>
  T real(const T& v) {
    return through("INSERT INTO cell (id, d) VALUES (1, $1)", "SELECT d FROM cell", v);
  }
  template <class T>
  T text(const T& v) {
    return through("INSERT INTO cell (id, t) VALUES (1, $1)", "SELECT t FROM cell", v);
  }
  template <class T>
  T bytes(const T& v) {
    return through("INSERT INTO cell (id, b) VALUES (1, $1)", "SELECT b FROM cell", v);
  }

  template <class... Args>
  std::vector<Value> row(std::string_view sql, const Args&... args) {
    std::vector<Value> cells;
    database_->read([&](Transaction& t) {
      const Rows rows = t.query(sql, args...);
      ASSERT_FALSE(rows.empty());
      for (std::size_t i = 0; i < rows[0].width(); ++i) cells.push_back(rows[0].at(i));
    });
    return cells;
  }

  TestDatabase database_{GetParam(), TestDatabase::Schema::empty};
};

INSTANTIATE_TEST_SUITE_P(BothEngines, Values, testing::ValuesIn(engines()), engine_name);

TEST_P(Values, integers_keep_64_bits) {
  for (const std::int64_t value :
       {std::int64_t{0}, std::int64_t{-1}, std::int64_t{5000000000}, std::numeric_limits<std::int64_t>::min(),
        std::numeric_limits<std::int64_t>::max()}) {
    EXPECT_EQ(number(value), value);
  }
  EXPECT_EQ(number(true), true);
  EXPECT_EQ(number(42), 42);
}

TEST_P(Values, doubles_keep_every_bit) {
  for (const double value : {0.0, 0.1, -1e300, 5e-324, std::numeric_limits<double>::max(), 1.0 / 3}) {
    EXPECT_EQ(real(value), value);
  }
}

TEST_P(Values, text_keeps_quotes_emoji_and_emptiness) {
  for (const std::string value : {"", "O'Brien said \"hi\"; DROP TABLE cell; --",
                                  "王小明 👨‍👩‍👧 ß\n\t\\x41 $1", "  "}) {
    EXPECT_EQ(text(value), value);
  }
}

TEST_P(Values, an_empty_view_is_empty_text) {
  database_->write([](Transaction& t) {
    t.execute("INSERT INTO cell (id, t) VALUES (1, $1)", std::string_view());
    EXPECT_EQ(t.query("SELECT t FROM cell").first()->get<std::string>(0), "");
    return Outcome::undo;
  });
}

TEST_P(Values, bytes_keep_zeros_and_emptiness) {
  Bytes every;
  for (int i = 0; i < 256; ++i) every.push_back(static_cast<std::byte>(i));
  EXPECT_EQ(bytes(every), every);
  EXPECT_EQ(bytes(Bytes{}), Bytes{});
  EXPECT_EQ(bytes(std::optional<Bytes>(Bytes{})), std::optional<Bytes>(Bytes{}));
}

TEST_P(Values, an_empty_optional_is_null) {
  EXPECT_EQ(number(std::optional<std::int64_t>{}), std::nullopt);
  EXPECT_EQ(real(std::optional<double>{}), std::nullopt);
  EXPECT_EQ(text(std::optional<std::string>{}), std::nullopt);
  EXPECT_EQ(bytes(std::optional<Bytes>{}), std::nullopt);
  EXPECT_EQ(text(std::optional<std::string>("")), std::optional<std::string>(""));
  EXPECT_EQ(number(std::optional<int>(7)), std::optional<int>(7));
}

TEST_P(Values, parameters_are_numbered_not_ordered) {
  EXPECT_EQ(row("SELECT CAST($2 AS TEXT) || CAST($1 AS TEXT) || CAST($2 AS TEXT)", "b", "a"),
            std::vector<Value>{"aba"});
}

TEST_P(Values, a_parameter_of_any_type_may_be_a_held_value) {
  EXPECT_EQ(row("SELECT CAST($1 AS BIGINT), CAST($2 AS TEXT), CAST($3 AS TEXT)", Value{std::int64_t{1}},
                Value{"x"}, Value{}),
            (std::vector<Value>{std::int64_t{1}, "x", Value{}}));
}

TEST_P(Values, aggregates_have_the_same_types) {
  database_->write([](Transaction& t) {
    for (int i = 1; i <= 4; ++i) t.execute("INSERT INTO cell (id, n, d) VALUES ($1, $2, $3)", i, i, i / 2.0);
    return Outcome::keep;
  });
  EXPECT_EQ(
      row("SELECT count(*), sum(n), max(n), count(*) FILTER (WHERE n > 2), avg(n), sum(d) FROM cell"),
      (std::vector<Value>{std::int64_t{4}, std::int64_t{10}, std::int64_t{4}, std::int64_t{2}, 2.5, 5.0}));
  EXPECT_EQ(row("SELECT n > 2, NOT n > 2, n / 2, n * 1.0 / 2 FROM cell WHERE id = $1", 3),
            (std::vector<Value>{std::int64_t{1}, std::int64_t{0}, std::int64_t{1}, 1.5}));
  EXPECT_EQ(row("SELECT sum(n) FROM cell WHERE id = $1", 99), std::vector<Value>{Value{}});
}

TEST_P(Values, like_heeds_case) {
  EXPECT_EQ(row("SELECT CASE WHEN 'Wang' LIKE 'wang' THEN 1 ELSE 0 END"),
            std::vector<Value>{std::int64_t{0}});
}

TEST_P(Values, text_with_a_zero_byte_is_refused) { EXPECT_THROW(text(std::string("a\0b", 3)), Failure); }

TEST_P(Values, a_column_of_another_type_is_refused) {
  database_->write([](Transaction& t) {
    t.execute("INSERT INTO cell (id, n, t) VALUES (1, $1, $2)", 5000000000, "five");
    return Outcome::keep;
  });
  database_->read([](Transaction& t) {
    const Rows rows = t.query("SELECT n, t, d FROM cell");
    EXPECT_THROW(rows[0].get<std::string>(0), Failure);
    EXPECT_THROW(rows[0].get<std::int64_t>(1), Failure);
    EXPECT_THROW(rows[0].get<double>(2), Failure);
    EXPECT_THROW(rows[0].get<int>(0), Failure) << "5000000000 does not fit";
    EXPECT_THROW(rows[0].get<int>(3), Failure);
    EXPECT_EQ(rows[0].get<double>(0), 5e9);
  });
}

TEST_P(Values, a_row_outlives_its_answer) {
  database_->read([](Transaction& t) {
    const auto row = t.query("SELECT 'long enough to be allocated on the heap', 2").first();
    ASSERT_TRUE(row);
    EXPECT_EQ(row->get<std::string>(0), "long enough to be allocated on the heap");
    EXPECT_EQ(row->get<int>(1), 2);
  });
}

TEST_P(Values, rows_can_be_walked_and_taken_apart) {
  database_->write([](Transaction& t) {
    for (int i = 0; i < 3; ++i)
      t.execute("INSERT INTO cell (id, t) VALUES ($1, $2)", i, std::to_string(i * 11));
    return Outcome::keep;
  });
  database_->read([](Transaction& t) {
    std::string seen;
    for (const Row row : t.query("SELECT id, t FROM cell ORDER BY id")) {
      const auto [id, text] = row.as<std::int64_t, std::string>();
      seen += std::to_string(id) + "=" + text + " ";
    }
    EXPECT_EQ(seen, "0=0 1=11 2=22 ");
    EXPECT_FALSE(t.query("SELECT id FROM cell WHERE id = $1", 9).first());
  });
}

}  // namespace
}  // namespace guanxi::database
