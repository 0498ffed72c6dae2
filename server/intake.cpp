#include "intake.h"

#include <fcntl.h>
#include <sysexits.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <map>
#include <ostream>

#include "dealership/dealership.h"
#include "migrations/migrations.h"
#include "platform/mail/mailbox.h"
#include "prospects/mail.h"
#include "wiring.h"

namespace guanxi {
namespace {

struct Tally {
  std::int64_t messages = 0, seen_before = 0, taken = 0;
  std::map<std::string, std::int64_t> refused;  ///< by fault
};

void add(Tally& tally, const prospects::MailTaken& mail) {
  ++tally.messages;
  if (mail.seen_before) ++tally.seen_before;
  for (const auto& lead : mail.leads) {
    if (lead.fault)
      ++tally.refused[json::to_word(*lead.fault)];
    else
      ++tally.taken;
  }
}

void print(std::ostream& out, const Tally& tally) {
  std::int64_t refused = 0;
  for (const auto& [fault, count] : tally.refused) refused += count;
  out << tally.messages << " messages, " << tally.seen_before << " of them seen before; " << tally.taken
      << " leads taken, " << refused << " refused";
  for (const auto& [fault, count] : tally.refused) out << ", " << fault << ' ' << count;
  out << '\n';
}

/// Keeps a mail system from writing to the file while it is read; the lock goes with this object.
class ReadLock {
 public:
  explicit ReadLock(const std::string& file) : descriptor_(open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
    struct flock lock {};
    lock.l_type = F_RDLCK;
    lock.l_whence = SEEK_SET;
    if (descriptor_ >= 0) fcntl(descriptor_, F_SETLKW, &lock);
  }
  ~ReadLock() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  ReadLock(const ReadLock&) = delete;
  ReadLock& operator=(const ReadLock&) = delete;
  bool is_there() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

dealership::Store store_of_code(database::Database& database, const std::string& code) {
  std::optional<dealership::Store> found;
  database.read([&](database::Transaction& tx) {
    for (auto& store : dealership::list_stores(tx)) {
      if (store.code == code && !store.retired) found = std::move(store);
    }
  });
  if (!found) throw database::Failure("there is no store with the code " + code);
  return *found;
}

class Intake {
 public:
  Intake(const IntakeOptions& options, const Clock& clock)
      : options_(options), clock_(clock), database_(database::Database::open(options.database)) {
    database::migrate(*database_, migrations());
    wire_rooms();
    store_ = store_of_code(*database_, options.store);
  }

  void take(const std::string& raw) {
    const auto provider = options_.provider.empty() ? std::nullopt : std::optional(options_.provider);
    prospects::MailTaken mail;
    database_->write([&](database::Transaction& tx) {
      mail = prospects::take_mail(tx, store_, provider, raw, clock_.now());
      return database::Outcome::keep;
    });
    add(tally, mail);
  }
  void take_mbox() {
    std::ifstream file(options_.mbox, std::ios::binary);
    mail::MboxReader messages(file);
    while (const auto message = messages.next()) take(*message);
  }
  void take_maildir() {
    for (const auto& path : mail::new_mail(options_.maildir)) {
      std::ifstream file(path, std::ios::binary);
      take(mail::read_piped(file));
      mail::mark_seen(path);
    }
  }

  Tally tally;

 private:
  const IntakeOptions& options_;
  const Clock& clock_;
  std::unique_ptr<database::Database> database_;
  dealership::Store store_;
};

bool is_there(const IntakeOptions& options) {
  std::error_code error;
  if (!options.mbox.empty()) return ReadLock(options.mbox).is_there();
  return options.maildir.empty() || std::filesystem::is_directory(options.maildir + "/new", error);
}

}  // namespace

int take_in(const IntakeOptions& options, const Clock& clock, std::istream& in, std::ostream& out,
            std::ostream& errors) {
  if (!is_there(options)) {
    errors << "guanxi intake: there is no such mailbox\n";
    return EX_NOINPUT;
  }
  try {
    Intake intake(options, clock);
    if (!options.mbox.empty()) {
      const ReadLock lock(options.mbox);
      intake.take_mbox();
    } else if (!options.maildir.empty()) {
      intake.take_maildir();
    } else {
      intake.take(mail::read_piped(in));
    }
    print(out, intake.tally);
    return EX_OK;
  } catch (const std::exception& failure) {
    errors << "guanxi intake: " << failure.what() << "; to be tried again\n";
    return EX_TEMPFAIL;
  }
}

}  // namespace guanxi
