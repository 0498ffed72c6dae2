#include "platform/facts/facts.h"

#include "platform/identity/uuid.h"

namespace guanxi::facts {
namespace {

/// What open screens are told: enough to know what to ask for again, nothing that needs permission to read.
struct Note {
  std::string store_id, kind, subject_kind, subject_id;
  BOOST_DESCRIBE_CLASS(Note, (), (store_id, kind, subject_kind, subject_id), (), ())
};

std::vector<Entry> load_rows(const database::Rows& rows) {
  std::vector<Entry> entries;
  for (const auto& row : rows) {
    entries.push_back({row.get<std::string>(0), row.get<Instant>(1), row.get<std::string>(2),
                       row.get<std::optional<std::string>>(3), row.get<std::string>(4),
                       row.get<std::string>(5), row.get<std::string>(6)});
  }
  return entries;
}

}  // namespace

void write(database::Transaction& tx, const Happening& happening, std::string_view kind,
           const std::string& data) {
  static constexpr std::string_view kInsert =
      "INSERT INTO fact_log (store_id, id, at, kind, actor_id, subject_kind, subject_id, data)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
  const auto actor = happening.actor_id.empty() ? std::nullopt : std::optional(happening.actor_id);
  tx.put(kInsert, happening.store_id, new_uuid(happening.at), happening.at, kind, actor,
         happening.subject_kind, happening.subject_id, data);
  tx.announce(json::to_text(
      Note{happening.store_id, std::string(kind), happening.subject_kind, happening.subject_id}));
}

std::vector<Entry> read(database::Transaction& tx, std::string_view store_id, const Filter& filter) {
  // Two texts: facts of one subject are found by an index of their own.
  static constexpr std::string_view kAll =
      "SELECT id, at, kind, actor_id, subject_kind, subject_id, data FROM fact_log WHERE store_id = $1 AND "
      "id < $2"
      " AND (actor_id = $3 OR $3 IS NULL) AND (kind = $4 OR $4 IS NULL) ORDER BY id DESC LIMIT $5";
  static constexpr std::string_view kOfSubject =
      "SELECT id, at, kind, actor_id, subject_kind, subject_id, data FROM fact_log"
      " WHERE store_id = $1 AND subject_id = $2 AND id < $3"
      " AND (actor_id = $4 OR $4 IS NULL) AND (kind = $5 OR $5 IS NULL) ORDER BY id DESC LIMIT $6";
  const auto rows = filter.subject_id ? tx.query(kOfSubject, store_id, *filter.subject_id, filter.before_id,
                                                 filter.actor_id, filter.kind, filter.limit)
                                      : tx.query(kAll, store_id, filter.before_id, filter.actor_id,
                                                 filter.kind, filter.limit);
  return load_rows(rows);
}

std::vector<Entry> read_after(database::Transaction& tx, std::string_view store_id, std::string_view id) {
  static constexpr std::string_view kSelect =
      "SELECT id, at, kind, actor_id, subject_kind, subject_id, data FROM fact_log"
      " WHERE store_id = $1 AND id > $2 ORDER BY id";
  return load_rows(tx.query(kSelect, store_id, id));
}

std::vector<Entry> read_after(database::Transaction& tx, std::string_view store_id, std::string_view id,
                              const std::array<std::string_view, 2>& kinds) {
  static constexpr std::string_view kSelect =
      "SELECT id, at, kind, actor_id, subject_kind, subject_id, data FROM fact_log"
      " WHERE store_id = $1 AND id > $2 AND kind IN ($3, $4) ORDER BY id";
  return load_rows(tx.query(kSelect, store_id, id, kinds[0], kinds[1]));
}

Tail tail_after(database::Transaction& tx, std::string_view store_id, std::string_view id) {
  static constexpr std::string_view kSelect =
      "SELECT count(*), max(id) FROM fact_log WHERE store_id = $1 AND id > $2";
  const auto rows = tx.query(kSelect, store_id, id);
  return {rows[0].get<std::int64_t>(0), rows[0].get<std::optional<std::string>>(1).value_or("")};
}

}  // namespace guanxi::facts
