// One door to both engines: SQLite (embedded) and PostgreSQL.
//
// SQL is written once, in the subset that both understand, with $1, $2 … as parameters. Values are 64-bit
// integers, doubles, UTF-8 text, bytes or NULL. Work that writes is a plain blocking function that is handed to the
// database; it is answered only after its COMMIT is durable.
#pragma once

#include <chrono>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace guanxi::database {

enum class Engine { sqlite, postgres };

using Bytes = std::vector<std::byte>;
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;

/// The world broke: disk full, connection lost, SQL that the engine refuses, a column of an unexpected type.
/// Never used for what a person did wrong.
class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The engine refused a row because of a UNIQUE, CHECK, NOT NULL or FOREIGN KEY constraint. Rooms do not catch it:
/// they write "already there" as `ON CONFLICT … DO NOTHING RETURNING` and look at whether a row came back.
class ConstraintViolation : public Failure {
 public:
  using Failure::Failure;
};

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};

/// Turns a C++ value into a parameter: integers, bool (0/1), enums with a strong underlying integer are *not* taken
/// (store enums as text), text, bytes, and std::optional of these (empty = NULL).
template <class T>
Value to_value(const T& value) {
  if constexpr (is_optional<T>::value) {
    return value ? to_value(*value) : Value{};
  } else if constexpr (std::is_same_v<T, Value>) {
    return value;
  } else if constexpr (std::is_same_v<T, std::nullopt_t> || std::is_same_v<T, std::monostate>) {
    return Value{};
  } else if constexpr (std::is_integral_v<T>) {
    return static_cast<std::int64_t>(value);
  } else if constexpr (std::is_floating_point_v<T>) {
    return static_cast<double>(value);
  } else if constexpr (std::is_same_v<T, Bytes>) {
    return value;
  } else {
    return std::string(std::string_view(value));
  }
}

/// One row of an answer. Columns are counted from 0.
class Row {
 public:
  Row(const Value* first, std::size_t width) : first_(first), width_(width) {}

  /// The column as T: std::int64_t, int, bool, double, std::string, Bytes, or std::optional of these for columns
  /// that may be NULL. Throws Failure when the column is NULL or of another type than asked for.
  template <class T>
  T get(std::size_t column) const {
    if constexpr (is_optional<T>::value) {
      if (std::holds_alternative<std::monostate>(at(column))) return std::nullopt;
      return get<typename T::value_type>(column);
    } else if constexpr (std::is_same_v<T, bool>) {
      return integer(column) != 0;
    } else if constexpr (std::is_integral_v<T>) {
      return static_cast<T>(integer(column));
    } else if constexpr (std::is_floating_point_v<T>) {
      return static_cast<T>(real(column));
    } else if constexpr (std::is_same_v<T, Bytes>) {
      return bytes(column);
    } else {
      return T(text(column));
    }
  }

  /// All columns at once: `auto [id, name] = row.as<std::string, std::string>();`
  template <class... T>
  std::tuple<T...> as() const {
    return as_tuple<T...>(std::index_sequence_for<T...>{});
  }

  std::size_t width() const { return width_; }
  const Value& at(std::size_t column) const;

 private:
  template <class... T, std::size_t... I>
  std::tuple<T...> as_tuple(std::index_sequence<I...>) const {
    return {get<T>(I)...};
  }

  std::int64_t integer(std::size_t column) const;
  double real(std::size_t column) const;
  const std::string& text(std::size_t column) const;
  const Bytes& bytes(std::size_t column) const;

  const Value* first_;
  std::size_t width_;
};

/// The whole answer to a query, in memory.
class Rows {
 public:
  Rows(std::size_t width, std::vector<Value> cells) : width_(width), cells_(std::move(cells)) {}

  std::size_t size() const { return width_ == 0 ? 0 : cells_.size() / width_; }
  bool empty() const { return size() == 0; }
  Row operator[](std::size_t index) const { return Row(cells_.data() + index * width_, width_); }

  /// The first row, or nothing when the answer is empty.
  std::optional<Row> first() const { return empty() ? std::nullopt : std::optional<Row>((*this)[0]); }

  class Iterator {
   public:
    Iterator(const Rows* rows, std::size_t index) : rows_(rows), index_(index) {}
    Row operator*() const { return (*rows_)[index_]; }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

   private:
    const Rows* rows_;
    std::size_t index_;
  };
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size()}; }

 private:
  std::size_t width_;
  std::vector<Value> cells_;
};

/// Runs statements inside one transaction: a snapshot for reading, or the one that `Database::write` commits.
class Transaction {
 public:
  virtual ~Transaction() = default;

  /// Runs one statement with $1 … $n bound in order and returns its rows (empty for statements without any).
  /// The text must outlive the process (a literal): prepared statements are cached by it.
  template <class... Args>
  Rows query(std::string_view sql, const Args&... args) {
    const Value values[] = {to_value(args)..., Value{}};
    return run(sql, std::span<const Value>(values, sizeof...(args)));
  }

  /// Like `query`, for statements whose rows nobody reads. Returns how many rows were changed.
  template <class... Args>
  std::int64_t execute(std::string_view sql, const Args&... args) {
    const Value values[] = {to_value(args)..., Value{}};
    return change(sql, std::span<const Value>(values, sizeof...(args)));
  }

  /// Leaves a note for whoever listens through `Database::on_commit`. It is passed on after COMMIT, in the order of
  /// commits, and forgotten when the transaction is rolled back.
  virtual void announce(std::string note) = 0;

  virtual Engine engine() const = 0;

 protected:
  virtual Rows run(std::string_view sql, std::span<const Value> values) = 0;
  virtual std::int64_t change(std::string_view sql, std::span<const Value> values) = 0;
};

/// What a piece of writing work says at its end: keep what was written, or undo it. An exception also undoes it.
enum class Outcome { keep, undo };

using ReadWork = std::function<void(Transaction&)>;
using WriteWork = std::function<Outcome(Transaction&)>;

/// Called once when the work is over. `error` is null when it went well; for writing work that was kept it is
/// called after the durable COMMIT. Runs on a thread of the database: hand it on quickly.
using Done = std::function<void(std::exception_ptr error)>;

struct Options {
  /// `sqlite:/path/to/file.db`, or a PostgreSQL URI (`postgresql://…`).
  std::string url;
  /// Threads that read, each with its own connection. 0 = chosen by engine (SQLite 2, PostgreSQL 8).
  int readers = 0;
  /// Threads that write on PostgreSQL, each with its own connection; SQLite always has one writer. 0 = 16.
  int writers = 0;
  /// Waiting pieces of work per queue; past that `QueueFull` is thrown by the call that would add one.
  std::size_t queue_limit = 4096;
};

/// Too much work is waiting; the caller should ask again a little later.
class QueueFull : public Failure {
 public:
  using Failure::Failure;
};

/// A database with its connections and threads. Safe to call from any thread.
class Database {
 public:
  virtual ~Database() = default;

  /// Opens (and for SQLite creates) the database. Throws Failure when it cannot be reached.
  static std::unique_ptr<Database> open(const Options& options);

  /// Queues work that only reads; it sees one consistent snapshot.
  virtual void read_later(ReadWork work, Done done) = 0;

  /// Queues work that writes. On SQLite all such work runs on one thread, each piece under a savepoint, many pieces
  /// in one COMMIT with synchronous=FULL (group commit); on PostgreSQL each piece is a transaction of its own. A piece
  /// that PostgreSQL aborts as a serialization failure or deadlock is run again, so it must not have effects outside
  /// the database.
  virtual void write_later(WriteWork work, Done done) = 0;

  /// The same, waiting for the end: rethrows what the work threw. Not to be called from inside other work.
  void read(ReadWork work);
  Outcome write(WriteWork work);

  /// Calls `listener` with each note announced by work that was committed by this process, in commit order.
  /// To be set before the first write.
  virtual void on_commit(std::function<void(const std::string& note)> listener) = 0;

  virtual Engine engine() const = 0;
};

/// One step of the schema's history, embedded in the binary.
struct Migration {
  std::string name;  ///< "0001_dealership.sql"; the steps run in the order of their names.
  std::string sql;
};

/// Brings the schema up to date, each step in one transaction, and remembers name and checksum of each.
/// Throws Failure when the database holds a step that is unknown here or whose text was edited afterwards.
///
/// The text is written in PostgreSQL's dialect with the types TEXT, BIGINT, DOUBLE PRECISION and BYTEA; for SQLite
/// the types become TEXT, INTEGER, REAL and BLOB and every table is made STRICT.
void migrate(Database& database, std::span<const Migration> migrations);

}  // namespace guanxi::database
