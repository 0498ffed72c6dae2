#include "reception/import_pass.h"

#include <algorithm>
#include <chrono>

#include "dealership/dealership.h"
#include "platform/facts/facts.h"
#include "reception/import_facts.h"
#include "reception/import_file.h"

namespace guanxi::reception {
namespace {

using database::Outcome;
using database::Transaction;

// A run shares the database with everybody at work in the store, who wait while a batch is written. Larger
// batches cost less in all, as each rewrites the same pages of the indexes; so they are as large as fits.
constexpr std::size_t kSmallestBatch = 500, kLargestBatch = 1000;
constexpr auto kBatchTime = std::chrono::milliseconds(150);
constexpr std::size_t kTrialBatch = 1000;
constexpr std::int64_t kBeatEvery = 20000;  // rows while nothing is written
constexpr int kBeatEveryKeys = 50;          // transactions with search keys

StoredImport load_stored(database::Database& database, const Claim& claim) {
  StoredImport stored;
  database.read([&](Transaction& tx) { stored = find_import(tx, claim.store_id, claim.id).value(); });
  return stored;
}

database::Bytes load_bytes(database::Database& database, const Claim& claim) {
  database::Bytes content;
  database.read([&](Transaction& tx) { content = load_content(tx, claim.store_id, claim.id); });
  return content;
}

ImportContext load_lists(database::Database& database, const StoredImport& stored, Instant now) {
  std::optional<ImportContext> context;
  database.read([&](Transaction& tx) {
    context = load_context(tx, stored.import.store_id, stored.started_by,
                           static_cast<int>(stored.import.default_year), now);
  });
  return *std::move(context);
}

std::string_view as_text(const database::Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

ImportPass::ImportPass(database::Database& database, const Clock& clock, Claim claim,
                       const std::atomic<bool>& stopping)
    : database_(database),
      clock_(clock),
      claim_(std::move(claim)),
      stopping_(stopping),
      stored_(load_stored(database, claim_)),
      content_(load_bytes(database, claim_)),
      format_(format_of(stored_.import.format)),
      context_(load_lists(database, stored_, clock.now())),
      file_(stored_.import.kind, stored_.import.columns),
      batch_size_(trial() ? kTrialBatch : kSmallestBatch) {
  if (trial() || database.engine() != database::Engine::postgres) return;
  database.read([this](Transaction& tx) { planner_needs_telling_ = log_is_small(tx); });
}

ImportPass::~ImportPass() {
  // The database must not go on with rows that are gone.
  if (done_writing_.valid()) done_writing_.wait();
}

void ImportPass::run() {
  survey();
  if (goes_on()) each_row([this](auto number, const auto& cells) { return take(number, cells); });
  if (goes_on()) end_batch();
  await_written();
  if (!trial()) write_keys();
  if (goes_on()) return finish();
  if (taken_over_) return;
  database_.write([this](Transaction& tx) {
    release_import(tx, claim_);
    return Outcome::keep;
  });
}

void ImportPass::each_row(const RowWork& work) {
  const auto read = tables::read_rows(as_text(content_), format_, [&](auto number, const auto& cells) {
    return number <= stored_.header_row || (work(number, cells) && goes_on());
  });
  CHECK(read.has_value());  // the file was read whole before it was kept
}

void ImportPass::survey() {
  std::int64_t count = 0;
  each_row([&](std::int64_t number, const tables::Cells& cells) {
    file_.survey(number, cells, context_);
    if (++count % kBeatEvery == 0) beat();
    return true;
  });
}

void ImportPass::beat() {
  database_.write([this](Transaction& tx) {
    taken_over_ = !note_progress(tx, claim_, progress_, clock_.now());
    return Outcome::keep;
  });
}

bool ImportPass::take(std::int64_t number, const tables::Cells& cells) {
  batch_.push_back(file_.plan(number, cells, context_));
  if (batch_.size() >= batch_size_) end_batch();
  return true;
}

void ImportPass::end_batch() {
  await_written();
  if (!goes_on()) return;
  if (trial()) try_batch();
  std::swap(batch_, writing_);
  batch_.clear();
  const auto written = std::make_shared<std::promise<void>>();
  database_.write_later([this](Transaction& tx) { return write_batch(tx); },
                        [written](std::exception_ptr error) {
                          if (error) return written->set_exception(error);
                          written->set_value();
                        });
  done_writing_ = written->get_future();
}

void ImportPass::try_batch() {
  TrialMemory memory;
  database_.read([&](Transaction& tx) {
    memory = memory_.begin();
    try_rows(tx, batch_, context_, memory);
  });
  memory_.keep(std::move(memory));
}

Outcome ImportPass::write_batch(Transaction& tx) {
  const auto began = std::chrono::steady_clock::now();
  if (!trial()) run_rows(tx, writing_, context_, file_);
  std::vector<const RowOutcome*> outcomes;
  after_batch_ = progress_;
  for (const auto& row : writing_) {
    outcomes.push_back(&row.outcome);
    after_batch_.add(row.outcome.result, row.old ? std::optional(row.old->visit.day) : std::nullopt);
  }
  replace_rows(tx, claim_, outcomes);
  lost_claim_ = !note_progress(tx, claim_, after_batch_, clock_.now());
  batch_time_ = std::chrono::steady_clock::now() - began;
  return lost_claim_ ? Outcome::undo : Outcome::keep;
}

void ImportPass::await_written() {
  if (!done_writing_.valid()) return;
  done_writing_.get();
  taken_over_ = lost_claim_;
  progress_ = after_batch_;
  if (trial()) return;
  if (batch_time_ > kBatchTime) batch_size_ = std::max(batch_size_ / 2, kSmallestBatch);
  if (batch_time_ < kBatchTime / 2) batch_size_ = std::min(batch_size_ * 2, kLargestBatch);
  tell_planner();
}

void ImportPass::tell_planner() {
  if (!planner_needs_telling_ || progress_.created < planner_told_ * 4) return;
  planner_told_ = progress_.created;
  database_.write([](Transaction& tx) {
    tx.execute("ANALYZE");
    return Outcome::keep;
  });
}

void ImportPass::write_keys() {
  int count = 0;
  dealership::write_owed_keys(database_, claim_.store_id, [&] {
    if (++count % kBeatEveryKeys == 0) beat();
    return goes_on();
  });
}

void ImportPass::finish() {
  database_.write([this](Transaction& tx) {
    const auto state = trial() ? ImportState::tried : ImportState::done;
    if (!finish_import(tx, claim_, state, std::nullopt)) return Outcome::undo;
    if (!trial()) {
      facts::announce(
          tx, {claim_.store_id, clock_.now(), context_.importer_id, "import", claim_.id},
          ImportFinished{progress_.created, progress_.matched, progress_.refused, stored_.import.kind});
    }
    return Outcome::keep;
  });
}

}  // namespace guanxi::reception
