// All SQL about imports.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/database/database.h"
#include "reception/import_columns.h"
#include "reception/import_row.h"

namespace guanxi::reception {

/// An import as kept, with what is not told outside.
struct StoredImport {
  Import import;
  std::int64_t header_row = 0;
  std::string created_by, started_by;
  bool was_run = false;
  std::string error_code;
};

/// Keeps a new import with the bytes of its file.
void insert_import(database::Transaction& tx, const StoredImport& stored, std::string_view content);
std::optional<StoredImport> find_import(database::Transaction& tx, std::string_view store_id,
                                        std::string_view id);
/// The latest of the store first.
std::vector<StoredImport> list_imports(database::Transaction& tx, std::string_view store_id,
                                       std::int64_t limit);
/// The bytes of the file.
database::Bytes load_content(database::Transaction& tx, std::string_view store_id, std::string_view id);

/// Writes the mapping and goes back to the state `mapping`. False when the version is another one by now.
bool save_mapping(database::Transaction& tx, const Import& import);
void remember_columns(database::Transaction& tx, const Import& import, Instant now);
std::optional<FieldColumns> remembered_columns(database::Transaction& tx, std::string_view store_id,
                                               std::string_view headers_hash);

/// Puts the import to work: `trying` or `running`. False when it is at work already.
bool start_work(database::Transaction& tx, const Import& import, ImportState state,
                std::string_view started_by);

/// Who works on an import. Whoever gives no sign of life (`beat_at`) for kImportPatience has died.
constexpr Instant kImportPatience = 15 * kSecond;
constexpr std::int64_t kImportAttempts = 3;

struct Claim {
  std::string store_id, id, runner_id;
};
/// The longest waiting import that nobody works on.
std::optional<Claim> find_waiting(database::Transaction& tx, Instant now);
/// Takes it over, with its counts at zero; an import that broke off too often fails. False when somebody else
/// was faster or it failed.
bool claim_import(database::Transaction& tx, const Claim& claim, Instant now);
/// Gives it back unfinished, for whoever comes next.
void release_import(database::Transaction& tx, const Claim& claim);

/// Whether all stores together have few visits yet, so that a file may multiply them.
bool log_is_small(database::Transaction& tx);

struct Progress {
  std::int64_t done = 0, created = 0, matched = 0, refused = 0;
  std::optional<std::string> first_day, last_day;  ///< of what was created or matched

  /// Reckons with what became of one more row; `day` is that of its visit, if it was understood.
  void add(RowResult result, const std::optional<std::string>& day);
};
/// False when somebody else has taken the import over.
bool note_progress(database::Transaction& tx, const Claim& claim, const Progress& progress, Instant now);
bool finish_import(database::Transaction& tx, const Claim& claim, ImportState state,
                   const std::optional<std::string>& error_code);

/// What became of one row.
struct RowOutcome {
  std::int64_t number = 0;
  RowResult result = RowResult::refuse;
  std::string code;  ///< empty: nothing to say
  std::optional<Field> field;
  std::string value;
  std::string visit_id;  ///< empty when refused
  tables::Cells cells;
};
/// Writes the outcomes, in the place of earlier ones of the same rows. They must be in the order of numbers.
void replace_rows(database::Transaction& tx, const Claim& claim, const std::vector<const RowOutcome*>& rows);
/// Outcomes after a number, in order; of one result or of all.
std::vector<RowOutcome> list_rows(database::Transaction& tx, std::string_view store_id,
                                  std::string_view import_id, const std::optional<RowResult>& result,
                                  std::int64_t after, std::int64_t limit);

}  // namespace guanxi::reception
