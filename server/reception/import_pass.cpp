#include "reception/import_pass.h"

#include "platform/facts/facts.h"
#include "reception/import_facts.h"
#include "reception/import_file.h"

namespace guanxi::reception {
namespace {

using database::Outcome;
using database::Transaction;

// A run shares the writer with everybody at work in the store: its batches take some 30 ms.
const std::size_t kRunBatch = std::getenv("B") ? std::atoi(std::getenv("B")) : 200;
constexpr std::size_t kTrialBatch = 1000;
constexpr std::int64_t kBeatEvery = 20000;  // rows while nothing is written

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
      file_(stored_.import.columns) {}

void ImportPass::run() {
  survey();
  if (goes_on()) each_row([this](auto number, const auto& cells) { return take(number, cells); });
  if (goes_on()) end_batch();
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
    if (++count % kBeatEvery == 0) {
      database_.write([this](Transaction& tx) {
        taken_over_ = !note_progress(tx, claim_, progress_, clock_.now());
        return Outcome::keep;
      });
    }
    return true;
  });
}

std::size_t ImportPass::batch_size() const { return trial() ? kTrialBatch : kRunBatch; }

bool ImportPass::take(std::int64_t number, const tables::Cells& cells) {
  batch_.push_back(file_.plan(number, cells, context_));
  if (batch_.size() >= batch_size()) end_batch();
  return true;
}

void ImportPass::end_batch() {
  if (trial()) {
    try_batch();
  } else {
    run_batch();
  }
  progress_ = progress_with_batch_;
  batch_.clear();
}

void ImportPass::try_batch() {
  TrialMemory memory;
  database_.read([&](Transaction& tx) {
    memory = memory_.begin();
    try_rows(tx, batch_, context_, memory);
  });
  memory_.keep(std::move(memory));
  database_.write([this](Transaction& tx) {
    write_down(tx);
    return taken_over_ ? Outcome::undo : Outcome::keep;
  });
}

void ImportPass::run_batch() {
  database_.write([this](Transaction& tx) {
    run_rows(tx, batch_, context_, file_);
    write_down(tx);
    return taken_over_ ? Outcome::undo : Outcome::keep;
  });
}

void ImportPass::write_down(Transaction& tx) {
  std::vector<const RowOutcome*> outcomes;
  progress_with_batch_ = progress_;
  for (const auto& row : batch_) {
    outcomes.push_back(&row.outcome);
    ++progress_with_batch_.done;
    progress_with_batch_.created += row.outcome.result == RowResult::create ? 1 : 0;
    progress_with_batch_.matched += row.outcome.result == RowResult::match ? 1 : 0;
    progress_with_batch_.refused += row.outcome.result == RowResult::refuse ? 1 : 0;
  }
  replace_rows(tx, claim_, outcomes);
  taken_over_ = !note_progress(tx, claim_, progress_with_batch_, clock_.now());
}

void ImportPass::finish() {
  database_.write([this](Transaction& tx) {
    const auto state = trial() ? ImportState::tried : ImportState::done;
    if (!finish_import(tx, claim_, state, std::nullopt)) return Outcome::undo;
    if (!trial()) {
      facts::announce(tx, {claim_.store_id, clock_.now(), context_.importer_id, "import", claim_.id},
                      ImportFinished{progress_.created, progress_.matched, progress_.refused});
    }
    return Outcome::keep;
  });
}

}  // namespace guanxi::reception
