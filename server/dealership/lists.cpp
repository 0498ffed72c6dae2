#include "dealership/lists.h"

#include "dealership/dealership_facts.h"
#include "dealership/default_lists.h"
#include "platform/facts/facts.h"
#include "platform/json/kinds.h"

namespace guanxi::dealership {
namespace {

ListEntry load_row(const database::Row& row) {
  return {row.get<std::string>(0),  row.get<std::optional<std::string>>(1),
          row.get<std::string>(2),  row.get<std::string>(3),
          row.get<std::int64_t>(4), row.get<bool>(5),
          row.get<bool>(6),         row.get<std::int64_t>(7)};
}

/// The parent of "U1.forgot" is "U1"; "U1" has none.
std::optional<std::string_view> parent_of(std::string_view code) {
  const auto dot = code.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  return code.substr(0, dot);
}

/// Notes that another entry below the same parent is called so already. `before` is the entry as it stands: a
/// label that it has may stay, unless the entry comes back from retirement.
template <class Input>
void check_labels(const std::vector<ListEntry>& entries, const std::optional<std::string>& parent_code,
                  const ListEntry* before, const Input& input, Wrongs& wrongs) {
  const auto check = [&](const std::string& pointer, std::string ListEntry::*label, const std::string& said) {
    if (before != nullptr && before->*label == said && !before->retired) return;
    const ListEntry* twin = nullptr;
    for (const auto& entry : entries) {
      const bool other = before == nullptr || entry.code != before->code;
      if (!other || entry.parent_code != parent_code || entry.*label != said) continue;
      if (twin == nullptr || twin->retired) twin = &entry;
    }
    if (twin != nullptr) wrongs.note(pointer, twin->retired ? "label_exists_retired" : "label_exists");
  };
  check("/label_zh", &ListEntry::label_zh, input.label_zh);
  check("/label_en", &ListEntry::label_en, input.label_en);
}

}  // namespace

void copy_default_lists(database::Transaction& tx, std::string_view store_id) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_list_entries (store_id, list, code, parent_code, label_zh, label_en, position)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7)";
  std::int64_t position = 0;
  for (const auto& entry : default_lists()) {
    position += 10;
    tx.put(kInsert, store_id, json::to_word(entry.list), entry.code, parent_of(entry.code), entry.label_zh,
           entry.label_en, position);
  }
}

std::vector<ListEntry> list_entries(database::Transaction& tx, std::string_view store_id, List list) {
  static constexpr std::string_view kSelect =
      "SELECT code, parent_code, label_zh, label_en, position, added, retired, version FROM "
      "dealership_list_entries"
      " WHERE store_id = $1 AND list = $2 ORDER BY parent_code IS NOT NULL, position, code";
  std::vector<ListEntry> entries;
  for (const auto& row : tx.query(kSelect, store_id, json::to_word(list))) entries.push_back(load_row(row));
  return entries;
}

std::optional<ListEntry> find_list_entry(database::Transaction& tx, std::string_view store_id, List list,
                                         std::string_view code) {
  static constexpr std::string_view kSelect =
      "SELECT code, parent_code, label_zh, label_en, position, added, retired, version FROM "
      "dealership_list_entries"
      " WHERE store_id = $1 AND list = $2 AND code = $3";
  const auto rows = tx.query(kSelect, store_id, json::to_word(list), code);
  if (rows.empty()) return std::nullopt;
  return load_row(rows[0]);
}

Result<ListEntry> add_list_entry(database::Transaction& tx, const Actor& actor, std::string_view store_id,
                                 List list, const NewListEntry& input, Instant now, Wrongs wrongs) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_list_entries (store_id, list, code, parent_code, label_zh, label_en, position, "
      "added)"
      " SELECT $1, $2, $3, $4, $5, $6, COALESCE(MAX(position), 0) + 10, 1 FROM dealership_list_entries"
      " WHERE store_id = $1 AND list = $2";
  const auto parent = find_list_entry(tx, store_id, list, input.parent_code);
  if (!parent || parent->parent_code) wrongs.note("/parent_code", "no_such_parent");
  if (const auto before = find_list_entry(tx, store_id, list, input.id); before && wrongs.empty())
    return *before;
  check_labels(list_entries(tx, store_id, list), input.parent_code.value, nullptr, input, wrongs);
  TRY(wrongs.verdict());
  tx.execute(kInsert, store_id, json::to_word(list), input.id, input.parent_code, input.label_zh,
             input.label_en);
  facts::announce(tx, {std::string(store_id), now, actor.id, "list_entry", input.id},
                  SetUpChanged{"created", input.label_zh});
  return *find_list_entry(tx, store_id, list, input.id);
}

Result<ListEntry> edit_list_entry(database::Transaction& tx, const Actor& actor, std::string_view store_id,
                                  List list, std::string_view code, const ListEntryEdit& input,
                                  std::int64_t version, Instant now, Wrongs wrongs) {
  static constexpr std::string_view kUpdate =
      "UPDATE dealership_list_entries SET label_zh = $1, label_en = $2, position = $3, retired = $4,"
      " version = version + 1 WHERE store_id = $5 AND list = $6 AND code = $7 AND version = $8";
  const auto before = find_list_entry(tx, store_id, list, code);
  if (!before) return refuse(Refusal::not_found());
  // Whoever only retires an entry does not have to settle first which of two it is.
  if (!input.retired)
    check_labels(list_entries(tx, store_id, list), before->parent_code, &*before, input, wrongs);
  TRY(wrongs.verdict());
  if (tx.execute(kUpdate, input.label_zh, input.label_en, input.position, input.retired, store_id,
                 json::to_word(list), code, version) == 0) {
    return refuse(Refusal::stale(json::to_text(*before)));
  }
  facts::announce(tx, {std::string(store_id), now, actor.id, "list_entry", std::string(code)},
                  SetUpChanged{input.retired ? "retired" : "edited", input.label_zh});
  return *find_list_entry(tx, store_id, list, code);
}

Result<> check_choice(database::Transaction& tx, std::string_view store_id, List list, std::string_view code,
                      const std::string& pointer) {
  static constexpr std::string_view kChildren =
      "SELECT 1 FROM dealership_list_entries WHERE store_id = $1 AND list = $2 AND parent_code = $3 AND "
      "retired = 0"
      " LIMIT 1";
  const auto entry = find_list_entry(tx, store_id, list, code);
  if (!entry) return refuse(Refusal::field(pointer, "not_a_choice"));
  if (entry->retired) return refuse(Refusal::field(pointer, "retired_choice"));
  if (!entry->parent_code && list != List::channel &&
      !tx.query(kChildren, store_id, json::to_word(list), code).empty()) {
    return refuse(Refusal::field(pointer, "second_level_needed"));
  }
  return {};
}

}  // namespace guanxi::dealership
