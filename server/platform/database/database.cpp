#include "platform/database/database.h"

#include <fmt/format.h>

#include <future>

#include "platform/database/commit_listener.h"
#include "platform/database/postgres_database.h"
#include "platform/database/sqlite_database.h"
#include "platform/result.h"

namespace guanxi::database {

namespace {

/// A Done and the wait for it. The promise is shared: the thread that fulfils it still touches it when the
/// waiting one has already gone on.
class Waiting {
 public:
  Done done() {
    return [over = over_](std::exception_ptr error) {
      if (error) {
        over->set_exception(std::move(error));
      } else {
        over->set_value();
      }
    };
  }
  void wait() { over_->get_future().get(); }

 private:
  std::shared_ptr<std::promise<void>> over_ = std::make_shared<std::promise<void>>();
};

}  // namespace

std::unique_ptr<Database> Database::open(const Options& options) {
  const std::string_view url = options.url;
  constexpr std::string_view kSqlite = "sqlite:";
  if (url.starts_with(kSqlite) && url.size() > kSqlite.size()) {
    return open_sqlite(std::string(url.substr(kSqlite.size())), options);
  }
  if (url.starts_with("postgresql://") || url.starts_with("postgres://")) return open_postgres(options);
  // The URL may hold a password, so the message does not repeat it.
  throw Failure("the database URL must begin with sqlite:, postgresql:// or postgres://");
}

void Database::read(ReadWork work) {
  CHECK(!on_database_thread());
  Waiting waiting;
  read_later(std::move(work), waiting.done());
  waiting.wait();
}

Outcome Database::write(WriteWork work) {
  CHECK(!on_database_thread());
  Waiting waiting;
  Outcome outcome = Outcome::undo;
  write_later([&](Transaction& transaction) { return outcome = work(transaction); }, waiting.done());
  waiting.wait();
  return outcome;
}

}  // namespace guanxi::database
