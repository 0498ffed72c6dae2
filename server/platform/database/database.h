// One door to both engines: SQLite (embedded) and PostgreSQL.
//
// SQL is written once, in the subset that both understand, with $1, $2 … as parameters. Values are 64-bit
// integers, doubles, UTF-8 text, bytes or NULL. Work that writes is a plain blocking function that is handed
// to the database; it is answered only after its COMMIT is durable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace guanxi::database {

enum class Engine { sqlite, postgres };

using Bytes = std::vector<std::byte>;

/// One cell of an answer; std::monostate is NULL.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;

/// One parameter of a statement. It only looks at text and bytes, so what it was made from must outlive it.
using Parameter =
    std::variant<std::monostate, std::int64_t, double, std::string_view, std::span<const std::byte>>;

/// The world broke: disk full, connection lost, SQL that the engine refuses, a column of an unexpected type.
/// Never used for what a person did wrong.
class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The engine refused a row because of a UNIQUE, CHECK, NOT NULL or FOREIGN KEY constraint. Rooms do not
/// catch it: they write "already there" as `ON CONFLICT … DO NOTHING` and look at how many rows
/// that changed. (With RETURNING, SQLite would copy every page the row touches in case it has to undo it.)
class ConstraintViolation : public Failure {
 public:
  using Failure::Failure;
};

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};

/// Turns a C++ value into a parameter: integers, bool (0/1), floating point, text, bytes, a Value, and
/// std::optional of these (empty = NULL). Enums are not taken: store them as text.
template <class T>
Parameter to_parameter(const T& value) {
  if constexpr (is_optional<T>::value) {
    return value ? to_parameter(*value) : Parameter{};
  } else if constexpr (std::is_same_v<T, Value>) {
    return std::visit([](const auto& held) { return to_parameter(held); }, value);
  } else if constexpr (std::is_same_v<T, std::nullopt_t> || std::is_same_v<T, std::monostate>) {
    return Parameter{};
  } else if constexpr (std::is_integral_v<T>) {
    return static_cast<std::int64_t>(value);
  } else if constexpr (std::is_floating_point_v<T>) {
    return static_cast<double>(value);
  } else if constexpr (std::is_same_v<T, Bytes>) {
    return std::span<const std::byte>(value);
  } else if constexpr (std::is_convertible_v<const T&, std::int64_t>) {
    return static_cast<std::int64_t>(value);
  } else {
    return std::string_view(value);
  }
}

/// The cells of an answer, row after row.
using Cells = std::shared_ptr<const std::vector<Value>>;

/// One row of an answer. Columns are counted from 0. It keeps the answer alive, so it may outlive its Rows:
/// `const auto row = transaction.query(…).first();`
class Row {
 public:
  Row(Cells cells, std::size_t start, std::size_t width)
      : cells_(std::move(cells)), first_(cells_->data() + start), width_(width) {}

  /// The column as T: std::int64_t, int, bool, double, std::string, Bytes, or std::optional of these for
  /// columns that may be NULL. Throws Failure when the column is NULL, of another type than asked for (an
  /// integer may be read as double), or too large for T.
  template <class T>
  T get(std::size_t column) const {
    if constexpr (is_optional<T>::value) {
      if (std::holds_alternative<std::monostate>(at(column))) return std::nullopt;
      return get<typename T::value_type>(column);
    } else if constexpr (std::is_same_v<T, bool>) {
      return integer(column) != 0;
    } else if constexpr (std::is_integral_v<T>) {
      const std::int64_t value = integer(column);
      if (!std::in_range<T>(value)) refuse_range(column, value);
      return static_cast<T>(value);
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
  [[noreturn]] static void refuse_range(std::size_t column, std::int64_t value);

  Cells cells_;
  const Value* first_;
  std::size_t width_;
};

/// The whole answer to a query, in memory.
class Rows {
 public:
  Rows(std::size_t width, std::vector<Value> cells)
      : width_(width), cells_(std::make_shared<const std::vector<Value>>(std::move(cells))) {}

  std::size_t size() const { return width_ == 0 ? 0 : cells_->size() / width_; }
  bool empty() const { return size() == 0; }
  Row operator[](std::size_t index) const { return Row(cells_, index * width_, width_); }

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
  Cells cells_;
};

/// Runs statements inside one transaction: a snapshot for reading, or the one that `Database::write` commits.
///
/// Once a statement has failed, the transaction can only be undone, on both engines: further statements throw
/// Failure, and work that swallowed the exception and asks to keep its writing fails.
class Transaction {
 public:
  virtual ~Transaction() = default;

  /// Runs one statement with $1 … $n bound in order and returns its rows (empty for statements without any).
  /// Prepared statements are cached by the text's content, so write values as parameters, never into the
  /// text.
  template <class... Args>
  Rows query(std::string_view sql, const Args&... args) {
    const Parameter parameters[] = {to_parameter(args)..., Parameter{}};
    return run(sql, std::span<const Parameter>(parameters, sizeof...(args)));
  }

  /// Like `query`, for statements whose rows nobody reads. Returns how many rows were inserted, updated or
  /// deleted; 0 for every other kind of statement.
  template <class... Args>
  std::int64_t execute(std::string_view sql, const Args&... args) {
    const Parameter parameters[] = {to_parameter(args)..., Parameter{}};
    return change(sql, std::span<const Parameter>(parameters, sizeof...(args)));
  }

  /// Like `execute`, for what nobody waits for: PostgreSQL is told together with the next statement that is,
  /// or with COMMIT, which spares a journey there and back. It fails by then.
  template <class... Args>
  void put(std::string_view sql, const Args&... args) {
    const Parameter parameters[] = {to_parameter(args)..., Parameter{}};
    send(sql, std::span<const Parameter>(parameters, sizeof...(args)));
  }

  /// Leaves a note for whoever listens through `Database::on_commit`. It is passed on after COMMIT, in the
  /// order of commits, and forgotten when the transaction is rolled back. A Bug in work that only reads.
  virtual void announce(std::string note) = 0;

  virtual Engine engine() const = 0;

 protected:
  virtual Rows run(std::string_view sql, std::span<const Parameter> parameters) = 0;
  virtual std::int64_t change(std::string_view sql, std::span<const Parameter> parameters) = 0;
  virtual void send(std::string_view sql, std::span<const Parameter> parameters) = 0;
};

/// What a piece of writing work says at its end: keep what was written, or undo it. An exception also undoes
/// it.
enum class Outcome { keep, undo };

using ReadWork = std::function<void(Transaction&)>;
using WriteWork = std::function<Outcome(Transaction&)>;

/// Called once when the work is over. `error` is null when it went well; for writing work that was kept it is
/// called after the durable COMMIT. Runs on a thread of the database: hand it on quickly, and do not throw.
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
  /// Finishes the work that is queued, then closes the connections.
  virtual ~Database() = default;

  /// Opens (and for SQLite creates) the database. Throws Failure when it cannot be reached.
  static std::unique_ptr<Database> open(const Options& options);

  /// Queues work that only reads; it sees one consistent snapshot.
  virtual void read_later(ReadWork work, Done done) = 0;

  /// Queues work that writes. On SQLite all such work runs on one thread, each piece under a savepoint, many
  /// pieces in one COMMIT with synchronous=FULL (group commit); on PostgreSQL each piece is a transaction of
  /// its own over one snapshot. A piece that PostgreSQL aborts because a row it changes was changed
  /// meanwhile, because a unique key is taken meanwhile, or for a deadlock, is run again, so it must not have
  /// effects outside the database. What must not happen twice is a unique key or a version in the WHERE.
  virtual void write_later(WriteWork work, Done done) = 0;

  /// The same, waiting for the end: rethrows what the work threw. A Bug when called from inside other work,
  /// which would wait for itself.
  void read(ReadWork work);
  Outcome write(WriteWork work);

  /// Calls `listener` with each note announced by committed work: of this process in commit order, and on
  /// PostgreSQL also of the other processes that listen, a little later. An empty note says that notes of
  /// others may have been missed. To be set before the first write.
  virtual void on_commit(std::function<void(const std::string& note)> listener) = 0;

  virtual Engine engine() const = 0;
};

/// One step of the schema's history, embedded in the binary.
struct Migration {
  std::string name;  ///< "0001_platform.sql"; the steps run in the order of their names.
  std::string sql;
};

/// Brings the schema up to date, each step in one transaction, and remembers name and checksum of each.
/// Throws Failure when the database holds a step that is unknown here or whose text was edited afterwards.
///
/// The text is written in PostgreSQL's dialect with the types TEXT, BIGINT, DOUBLE PRECISION and BYTEA; for
/// SQLite the types become TEXT, INTEGER, REAL and BLOB, `GENERATED … AS IDENTITY` is left out and every
/// table is made STRICT
/// (`STRICT, WITHOUT ROWID` when the line before its CREATE TABLE is `-- sqlite: WITHOUT ROWID`).
void migrate(Database& database, std::span<const Migration> migrations);

}  // namespace guanxi::database
