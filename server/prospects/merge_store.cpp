#include "prospects/merge_store.h"

#include "platform/database/columns.h"

#define MERGE_SELECT                                                                                 \
  "SELECT store_id, id, survivor_id, merged_id, duplicate_id, survivor_name, merged_name, fact_id, " \
  "by_id, at, undone_at, undone_by FROM prospects_merges"

namespace guanxi::prospects {
namespace {

using database::Transaction;

MergeRecord load_merge(const database::Row& row) {
  database::Columns columns(row);
  MergeRecord record;
  for (auto* text :
       {&record.merge.store_id, &record.merge.id, &record.merge.survivor_id, &record.merge.merged_id,
        &record.duplicate_id, &record.survivor_name, &record.merged_name, &record.fact_id, &record.by_id})
    *text = columns.next<std::string>();
  record.at = columns.next<Instant>();
  record.undone_at = columns.next<std::optional<Instant>>();
  record.undone_by = columns.next<std::optional<std::string>>();
  return record;
}

}  // namespace

void insert_merge(Transaction& tx, const MergeRecord& record) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_merges (store_id, id, duplicate_id, survivor_id, merged_id, survivor_name,"
      " merged_name, fact_id, at, by_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
  const auto& merge = record.merge;
  tx.put(kInsert, merge.store_id, merge.id, record.duplicate_id, merge.survivor_id, merge.merged_id,
         record.survivor_name, record.merged_name, record.fact_id, record.at, record.by_id);
}

std::optional<MergeRecord> find_merge(Transaction& tx, std::string_view store_id, std::string_view id) {
  static constexpr std::string_view kSelect = MERGE_SELECT " WHERE store_id = $1 AND id = $2";
  const auto row = tx.query(kSelect, store_id, id).first();
  return row ? std::optional(load_merge(*row)) : std::nullopt;
}

std::vector<MergeRecord> select_merges(Transaction& tx, std::string_view store_id) {
  static constexpr std::string_view kSelect =
      MERGE_SELECT " WHERE store_id = $1 ORDER BY at DESC, id DESC LIMIT 50";
  std::vector<MergeRecord> records;
  for (const auto& row : tx.query(kSelect, store_id)) records.push_back(load_merge(row));
  return records;
}

void note_undone(Transaction& tx, const MergeRecord& record, const std::string& by_id, Instant now) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_merges SET undone_at = $1, undone_by = $2 WHERE store_id = $3 AND id = $4";
  tx.put(kUpdate, now, by_id, record.merge.store_id, record.merge.id);
}

bool merged_again(Transaction& tx, const MergeRecord& record) {
  static constexpr std::string_view kSelect =
      "SELECT 1 FROM prospects_merges WHERE store_id = $1 AND (survivor_id = $2 OR merged_id = $2)"
      " AND fact_id > $3 AND undone_at IS NULL";
  const auto& merge = record.merge;
  return tx.query(kSelect, merge.store_id, merge.survivor_id, record.fact_id).first().has_value();
}

std::vector<std::string> subjects_of(Transaction& tx, std::string_view store_id,
                                     const std::string& customer_id) {
  static constexpr std::string_view kSelect =
      "SELECT id FROM prospects_cards WHERE store_id = $1 AND customer_id = $2"
      " UNION ALL SELECT id FROM reception_log WHERE store_id = $1 AND customer_id = $2";
  std::vector<std::string> subjects{customer_id};
  for (const auto& row : tx.query(kSelect, store_id, customer_id))
    subjects.push_back(row.get<std::string>(0));
  return subjects;
}

}  // namespace guanxi::prospects
