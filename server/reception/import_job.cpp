#include "reception/import_job.h"

#include <chrono>
#include <future>

#include "dealership/dealership.h"
#include "platform/identity/uuid.h"
#include "reception/import_pass.h"

namespace guanxi::reception {
namespace {

constexpr std::chrono::seconds kLookEvery{5};  // for what other processes left behind

}  // namespace

ImportRunner::ImportRunner(database::Database& database, const Clock& clock)
    : database_(database), clock_(clock), id_(new_uuid(clock.now())), thread_([this] { keep_working(); }) {}

ImportRunner::~ImportRunner() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void ImportRunner::wake() {
  {
    std::lock_guard lock(mutex_);
    woken_ = true;
  }
  changed_.notify_all();
}

void ImportRunner::keep_working() {
  while (!stopping_) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait_for(lock, kLookEvery, [this] { return woken_ || stopping_; });
      woken_ = false;
    }
    for (bool more = true; more && !stopping_;) {
      more = false;
      // A failure (the database cannot be reached …) stays in the task: the import keeps its state and is
      // taken up again when it has been silent for long enough.
      std::packaged_task<void()> task([&] { more = work_once(); });
      task();
    }
  }
}

bool ImportRunner::work_once() {
  std::optional<Claim> claim;
  database_.read([&](database::Transaction& tx) { claim = find_waiting(tx, clock_.now()); });
  if (!claim) return false;
  claim->runner_id = id_;
  bool mine = false;
  database_.write([&](database::Transaction& tx) {
    mine = claim_import(tx, *claim, clock_.now());
    return database::Outcome::keep;
  });
  if (mine) {
    ImportPass(database_, clock_, *claim, stopping_).run();
  } else {
    // When it has been given up, what it has brought in is to be found all the same.
    dealership::write_owed_keys(database_, claim->store_id, [this] { return !stopping_; });
  }
  return true;
}

}  // namespace guanxi::reception
