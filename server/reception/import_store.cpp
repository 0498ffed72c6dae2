#include "reception/import_store.h"

#include "platform/json/writer.h"
#include "reception/import_json.h"

#define IMPORT_SELECT                                                                                   \
  "SELECT i.store_id, i.id, i.file_name, i.state, i.format, i.headers, i.preview, i.columns,"           \
  " i.header_row, i.default_year, i.rows_total, i.rows_done, i.created, i.matched, i.refused, i.error," \
  " i.created_at, i.created_by, p.name, i.started_by, i.was_run, i.version, i.first_day, i.last_day,"   \
  " i.kind FROM reception_imports i LEFT JOIN dealership_person_names p ON p.id = i.created_by"

namespace guanxi::reception {
namespace {

using Text = std::optional<std::string>;

StoredImport load_import(const database::Row& row) {
  StoredImport stored;
  Import& import = stored.import;
  import.store_id = row.get<std::string>(0);
  import.id = row.get<std::string>(1);
  import.file_name = row.get<std::string>(2);
  import.state = json::from_word<ImportState>(row.get<std::string>(3)).value();
  import.format = format_from(row.get<std::string>(4));
  import.headers = cells_from(row.get<std::string>(5));
  import.preview = rows_from(row.get<std::string>(6));
  import.columns = columns_from(row.get<std::string>(7));
  stored.header_row = row.get<std::int64_t>(8);
  import.default_year = row.get<std::int64_t>(9);
  import.rows_total = row.get<std::int64_t>(10);
  import.rows_done = row.get<std::int64_t>(11);
  import.created = row.get<std::int64_t>(12);
  import.matched = row.get<std::int64_t>(13);
  import.refused = row.get<std::int64_t>(14);
  stored.error_code = row.get<Text>(15).value_or("");
  import.created_at = {row.get<Instant>(16)};
  stored.created_by = row.get<std::string>(17);
  import.created_by = dealership::Name{stored.created_by, row.get<Text>(18).value_or("")};
  stored.started_by = row.get<Text>(19).value_or("");
  stored.was_run = row.get<bool>(20);
  import.version = row.get<std::int64_t>(21);
  import.first_day = row.get<Text>(22);
  import.last_day = row.get<Text>(23);
  import.kind = json::from_word<ImportKind>(row.get<std::string>(24)).value();
  return stored;
}

}  // namespace

void insert_import(database::Transaction& tx, const StoredImport& stored, std::string_view content) {
  static constexpr std::string_view kInsert =
      "INSERT INTO reception_imports (store_id, id, file_name, state, format, headers, preview, columns,"
      " header_row, default_year, rows_total, created_at, created_by, kind)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
  static constexpr std::string_view kInsertFile =
      "INSERT INTO reception_import_files (store_id, import_id, content) VALUES ($1, $2, $3)";
  const Import& import = stored.import;
  tx.execute(kInsert, import.store_id, import.id, import.file_name, json::to_word(import.state),
             json::to_text(import.format), json::to_text(import.headers), json::to_text(import.preview),
             json::to_text(import.columns), stored.header_row, import.default_year, import.rows_total,
             import.created_at.at, stored.created_by, json::to_word(import.kind));
  const auto bytes = std::as_bytes(std::span(content));
  tx.execute(kInsertFile, import.store_id, import.id, database::Bytes(bytes.begin(), bytes.end()));
}

std::optional<StoredImport> find_import(database::Transaction& tx, std::string_view store_id,
                                        std::string_view id) {
  static constexpr std::string_view kSelect = IMPORT_SELECT " WHERE i.store_id = $1 AND i.id = $2";
  const auto rows = tx.query(kSelect, store_id, id);
  if (rows.empty()) return std::nullopt;
  return load_import(rows[0]);
}

std::vector<StoredImport> list_imports(database::Transaction& tx, std::string_view store_id,
                                       std::int64_t limit) {
  static constexpr std::string_view kSelect =
      IMPORT_SELECT " WHERE i.store_id = $1 ORDER BY i.created_at DESC, i.id DESC LIMIT $2";
  std::vector<StoredImport> imports;
  for (const auto& row : tx.query(kSelect, store_id, limit)) imports.push_back(load_import(row));
  return imports;
}

database::Bytes load_content(database::Transaction& tx, std::string_view store_id, std::string_view id) {
  static constexpr std::string_view kSelect =
      "SELECT content FROM reception_import_files WHERE store_id = $1 AND import_id = $2";
  return tx.query(kSelect, store_id, id)[0].get<database::Bytes>(0);
}

bool save_mapping(database::Transaction& tx, const Import& import) {
  static constexpr std::string_view kUpdate =
      "UPDATE reception_imports SET columns = $1, default_year = $2, state = 'mapping', rows_done = 0, created = 0,"
      " matched = 0, refused = 0, first_day = NULL, last_day = NULL, error = NULL, version = version + 1"
      " WHERE store_id = $3 AND id = $4"
      " AND version = $5";
  return tx.execute(kUpdate, json::to_text(import.columns), import.default_year, import.store_id, import.id,
                    import.version) == 1;
}

void remember_columns(database::Transaction& tx, const Import& import, Instant now) {
  static constexpr std::string_view kUpsert =
      "INSERT INTO reception_import_mappings (store_id, headers_hash, columns, saved_at) VALUES ($1, $2, $3, $4)"
      " ON CONFLICT (store_id, headers_hash) DO UPDATE SET columns = excluded.columns, saved_at = excluded.saved_at";
  tx.execute(kUpsert, import.store_id, headers_hash(import.kind, import.headers),
             json::to_text(import.columns), now);
}

std::optional<FieldColumns> remembered_columns(database::Transaction& tx, std::string_view store_id,
                                               std::string_view headers_hash) {
  static constexpr std::string_view kSelect =
      "SELECT columns FROM reception_import_mappings WHERE store_id = $1 AND headers_hash = $2";
  const auto rows = tx.query(kSelect, store_id, headers_hash);
  if (rows.empty()) return std::nullopt;
  return columns_from(rows[0].get<std::string>(0));
}

bool start_work(database::Transaction& tx, const Import& import, ImportState state,
                std::string_view started_by) {
  static constexpr std::string_view kUpdate =
      "UPDATE reception_imports SET state = $1, started_by = $2, was_run = CASE WHEN $1 = 'running' THEN 1 ELSE"
      " was_run END, runner_id = NULL, beat_at = NULL, attempts = 0, rows_done = 0, created = 0, matched = 0,"
      " refused = 0, first_day = NULL, last_day = NULL, error = NULL, version = version + 1"
      " WHERE store_id = $3 AND id = $4 AND state NOT IN ('trying', 'running')";
  return tx.execute(kUpdate, json::to_word(state), started_by, import.store_id, import.id) == 1;
}

}  // namespace guanxi::reception
