#include "platform/database/postgres_work.h"

namespace guanxi::database {

namespace {

constexpr int kConflicts = 5;
constexpr int kConflictsBesideOthers = 2;
constexpr int kDuplicates = 2;

/// How often one piece of work is run again, by kind of trouble.
class Patience {
 public:
  bool allows(Trouble trouble) {
    switch (trouble) {
      case Trouble::conflict:
        return conflicts_++ < kConflicts;
      case Trouble::duplicate:
        return duplicates_++ < kDuplicates;
      case Trouble::stale_plan:
        return stale_plans_++ < 1;
      case Trouble::lost:
        return reconnections_++ < 1;
      default:
        return false;
    }
  }

  /// Whether so many collisions happened that the next attempt should be alone.
  bool wants_to_be_alone() const { return conflicts_ > kConflictsBesideOthers; }

 private:
  int conflicts_ = 0;
  int duplicates_ = 0;
  int stale_plans_ = 0;
  int reconnections_ = 0;
};

/// What one attempt came to. `notes` are those of work that is committed.
struct Attempt {
  std::exception_ptr error;
  std::vector<std::string> notes;
};

Attempt attempt_write(PostgresConnection& connection, const WriteWork& work) {
  Attempt attempt;
  try {
    connection.begin(Use::write);
    OpenTransaction<PostgresConnection> transaction(connection, Use::write);
    if (work(transaction) == Outcome::keep) {
      transaction.require_whole();
      connection.commit();
      attempt.notes = std::move(transaction.notes());
    }
  } catch (...) {
    attempt.error = std::current_exception();
  }
  connection.roll_back();
  return attempt;
}

std::exception_ptr attempt_read(PostgresConnection& connection, const ReadWork& work) {
  std::exception_ptr error;
  try {
    connection.begin(Use::read);
    OpenTransaction<PostgresConnection> transaction(connection, Use::read);
    work(transaction);
    transaction.require_whole();
    connection.end_reading();
    return nullptr;
  } catch (...) {
    error = std::current_exception();
  }
  connection.roll_back();
  return error;
}

}  // namespace

void write_once(PostgresConnection& connection, const WritePiece& piece, WritingRoom& room) {
  Patience patience;
  Attempt attempt;
  do {
    if (patience.wants_to_be_alone()) {
      const auto alone = room.turnstile.enter_alone();
      attempt = attempt_write(connection, piece.work);
    } else {
      const auto beside_others = room.turnstile.enter();
      attempt = attempt_write(connection, piece.work);
    }
    // Asked of the connection, not of the exception: the work may have turned it into something else.
  } while (patience.allows(connection.trouble()));
  room.listener.tell(attempt.notes);
  if (room.notes) room.notes->send(attempt.notes);
  finish(piece.done, attempt.error);
}

void read_once(PostgresConnection& connection, const ReadPiece& piece) {
  Patience patience;
  std::exception_ptr error = attempt_read(connection, piece.work);
  while (patience.allows(connection.trouble())) error = attempt_read(connection, piece.work);
  finish(piece.done, error);
}

}  // namespace guanxi::database
