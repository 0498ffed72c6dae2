// SQL of imports at work: who works on which, how far it is, and what became of each row.
#include <array>
#include <tuple>

#include "platform/json/writer.h"
#include "reception/import_json.h"
#include "reception/import_store.h"

namespace guanxi::reception {
namespace {

using Text = std::optional<std::string>;

Text or_null(const std::string& text) { return text.empty() ? Text() : Text(text); }

// Rows go to the database in groups: on PostgreSQL each statement is a journey there and back.
constexpr std::size_t kGroup = 16;
constexpr std::size_t kRowParameters = 7;

const std::string& insert_text(std::size_t rows) {
  const auto make = [](std::size_t count) {
    std::string text =
        "INSERT INTO reception_import_rows (store_id, import_id, number, result, code, field, value, visit_id,"
        " cells) VALUES ";
    for (std::size_t row = 0; row < count; ++row) {
      text += row == 0 ? "($1, $2" : ", ($1, $2";
      for (std::size_t i = 0; i < kRowParameters; ++i)
        text += ", $" + std::to_string(3 + row * kRowParameters + i);
      text += ")";
    }
    return text;
  };
  static const std::string one = make(1), group = make(kGroup);
  return rows == 1 ? one : group;
}

template <std::size_t Rows>
void insert_rows(database::Transaction& tx, const Claim& claim, const RowOutcome* const* rows) {
  std::array<database::Value, 2 + Rows * kRowParameters> values;
  auto* next = values.data();
  const auto put = [&next](Text text) {
    if (text) *next = *std::move(text);
    ++next;
  };
  put(claim.store_id);
  put(claim.id);
  for (const RowOutcome* outcome : std::span(rows, Rows)) {
    const RowOutcome& row = *outcome;
    *next++ = row.number;
    put(json::to_word(row.result));
    put(or_null(row.code));
    put(row.field ? Text(json::to_word(*row.field)) : Text());
    put(or_null(row.value));
    put(or_null(row.visit_id));
    put(json::to_text(row.cells));
  }
  std::apply([&](const auto&... value) { tx.put(insert_text(Rows), value...); }, values);
}

RowOutcome load_row(const database::Row& row) {
  RowOutcome outcome;
  outcome.number = row.get<std::int64_t>(0);
  outcome.result = json::from_word<RowResult>(row.get<std::string>(1)).value();
  outcome.code = row.get<Text>(2).value_or("");
  if (const auto field = row.get<Text>(3)) outcome.field = json::from_word<Field>(*field);
  outcome.value = row.get<Text>(4).value_or("");
  outcome.visit_id = row.get<Text>(5).value_or("");
  outcome.cells = cells_from(row.get<std::string>(6));
  return outcome;
}

}  // namespace

std::optional<Claim> find_waiting(database::Transaction& tx, Instant now) {
  static constexpr std::string_view kSelect =
      "SELECT store_id, id FROM reception_imports WHERE state IN ('trying', 'running')"
      " AND (runner_id IS NULL OR beat_at < $1) ORDER BY created_at LIMIT 1";
  const auto row = tx.query(kSelect, now - kImportPatience).first();
  if (!row) return std::nullopt;
  return Claim{row->get<std::string>(0), row->get<std::string>(1), ""};
}

bool claim_import(database::Transaction& tx, const Claim& claim, Instant now) {
  static constexpr std::string_view kClaim =
      "UPDATE reception_imports SET runner_id = $1, beat_at = $2, attempts = attempts + 1, rows_done = 0,"
      " created = 0, matched = 0, refused = 0, first_day = NULL, last_day = NULL"
      " WHERE store_id = $3 AND id = $4 AND state IN ('trying', 'running')"
      " AND (runner_id IS NULL OR beat_at < $5) RETURNING attempts";
  const auto row =
      tx.query(kClaim, claim.runner_id, now, claim.store_id, claim.id, now - kImportPatience).first();
  if (!row) return false;
  if (row->get<std::int64_t>(0) <= kImportAttempts) return true;
  finish_import(tx, claim, ImportState::failed, "import_broke_off");
  return false;
}

void release_import(database::Transaction& tx, const Claim& claim) {
  static constexpr std::string_view kRelease =
      "UPDATE reception_imports SET runner_id = NULL, beat_at = NULL, attempts = attempts - 1"
      " WHERE store_id = $1 AND id = $2 AND runner_id = $3";
  tx.execute(kRelease, claim.store_id, claim.id, claim.runner_id);
}

void Progress::add(RowResult result, const std::optional<std::string>& day) {
  ++done;
  created += result == RowResult::create ? 1 : 0;
  matched += result == RowResult::match ? 1 : 0;
  refused += result == RowResult::refuse ? 1 : 0;
  if (result == RowResult::refuse || !day) return;
  first_day = std::min(first_day.value_or(*day), *day);
  last_day = std::max(last_day.value_or(*day), *day);
}

bool log_is_small(database::Transaction& tx) {
  return tx.query("SELECT id FROM reception_visits LIMIT 1 OFFSET 100000").empty();
}

bool note_progress(database::Transaction& tx, const Claim& claim, const Progress& progress, Instant now) {
  static constexpr std::string_view kUpdate =
      "UPDATE reception_imports SET rows_done = $1, created = $2, matched = $3, refused = $4, first_day = $5,"
      " last_day = $6, beat_at = $7 WHERE store_id = $8 AND id = $9 AND runner_id = $10";
  return tx.execute(kUpdate, progress.done, progress.created, progress.matched, progress.refused,
                    progress.first_day, progress.last_day, now, claim.store_id, claim.id,
                    claim.runner_id) == 1;
}

bool finish_import(database::Transaction& tx, const Claim& claim, ImportState state, const Text& error_code) {
  static constexpr std::string_view kUpdate =
      "UPDATE reception_imports SET state = $1, error = $2, runner_id = NULL, beat_at = NULL,"
      " version = version + 1 WHERE store_id = $3 AND id = $4 AND runner_id = $5";
  return tx.execute(kUpdate, json::to_word(state), error_code, claim.store_id, claim.id, claim.runner_id) ==
         1;
}

void replace_rows(database::Transaction& tx, const Claim& claim, const std::vector<const RowOutcome*>& rows) {
  static constexpr std::string_view kDelete =
      "DELETE FROM reception_import_rows WHERE store_id = $1 AND import_id = $2 AND number >= $3 AND number <= $4";
  if (rows.empty()) return;
  tx.put(kDelete, claim.store_id, claim.id, rows.front()->number, rows.back()->number);
  std::size_t at = 0;
  for (; at + kGroup <= rows.size(); at += kGroup) insert_rows<kGroup>(tx, claim, &rows[at]);
  for (; at < rows.size(); ++at) insert_rows<1>(tx, claim, &rows[at]);
}

std::vector<RowOutcome> list_rows(database::Transaction& tx, std::string_view store_id,
                                  std::string_view import_id, const std::optional<RowResult>& result,
                                  std::int64_t after, std::int64_t limit) {
  // Two texts, so that each walks an index of its own.
  static constexpr std::string_view kAll =
      "SELECT number, result, code, field, value, visit_id, cells FROM reception_import_rows"
      " WHERE store_id = $1 AND import_id = $2 AND number > $3 ORDER BY number LIMIT $4";
  static constexpr std::string_view kOfResult =
      "SELECT number, result, code, field, value, visit_id, cells FROM reception_import_rows"
      " WHERE store_id = $1 AND import_id = $2 AND result = $3 AND number > $4 ORDER BY number LIMIT $5";
  std::vector<RowOutcome> outcomes;
  for (const auto& row : result
                             ? tx.query(kOfResult, store_id, import_id, json::to_word(*result), after, limit)
                             : tx.query(kAll, store_id, import_id, after, limit)) {
    outcomes.push_back(load_row(row));
  }
  return outcomes;
}

}  // namespace guanxi::reception
