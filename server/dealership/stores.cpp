#include "dealership/stores.h"

#include <unicode/ucurr.h>
#include <unicode/uloc.h>

#include <algorithm>

#include "dealership/dealership_facts.h"
#include "dealership/lists.h"
#include "dealership/opening_hours.h"
#include "platform/facts/facts.h"
#include "platform/json/reader.h"
#include "platform/text/utf8.h"

namespace guanxi::dealership {
namespace {

bool is_currency(const std::string& code) {
  UErrorCode error = U_ZERO_ERROR;
  const std::u16string wide(code.begin(), code.end());
  return code.size() == 3 && ucurr_isAvailable(wide.c_str(), 0, 4e12, &error) && U_SUCCESS(error);
}

bool is_country(const std::string& code) {
  const char* const* all = uloc_getISOCountries();
  for (; *all != nullptr; ++all) {
    if (code == *all) return true;
  }
  return false;
}

/// Landlines, extensions and service lines too, which no rule of a country's mobile numbers covers.
bool is_phone_line(std::string_view line) {
  constexpr std::int64_t kFewest = 5;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto may_stand = [&](char c) { return is_digit(c) || std::string_view(" +-()").contains(c); };
  const auto half = text::half_width(line);
  return std::ranges::all_of(half, may_stand) && std::ranges::count_if(half, is_digit) >= kFewest;
}

template <class Line>
std::optional<std::string> text_of(const std::optional<Line>& line) {
  return line ? std::optional(line->value) : std::nullopt;
}
template <class Input>
std::optional<std::string> phone_of(const Input& input) {
  return input.phone ? std::optional(text::half_width(*input.phone)) : std::nullopt;
}

template <class Input>
Result<> check_store(database::Transaction& tx, const std::string& id, const Input& input, Wrongs wrongs) {
  static constexpr std::string_view kTaken = "SELECT 1 FROM dealership_stores WHERE code = $1 AND id <> $2";
  if (!find_group(tx, input.group_id)) wrongs.note("/group_id", "no_such_group");
  if (!TimeZone::find(input.time_zone)) wrongs.note("/time_zone", "no_such_time_zone");
  if (!is_currency(input.currency)) wrongs.note("/currency", "no_such_currency");
  if (!is_country(input.country)) wrongs.note("/country", "no_such_country");
  check_hours(input.opening_hours, "/opening_hours", wrongs);
  if (input.phone && !is_phone_line(*input.phone)) wrongs.note("/phone", "not_a_phone_line");
  check_labels(labels_of(input.grade_labels), "/grade_labels", wrongs);
  if (!tx.query(kTaken, input.code, id).empty()) wrongs.note("/code", "in_use");
  return wrongs.verdict();
}

Store load_row(const database::Row& row, std::vector<OpeningHours> opening_hours) {
  Store store;
  store.id = row.get<std::string>(0);
  store.group_id = row.get<std::string>(1);
  store.code = row.get<std::string>(2);
  store.name = row.get<std::string>(3);
  store.time_zone = row.get<std::string>(4);
  store.currency = row.get<std::string>(5);
  store.country = row.get<std::string>(6);
  store.opening_hours = std::move(opening_hours);
  store.retired = row.get<bool>(8);
  store.version = row.get<std::int64_t>(9);
  store.address = row.get<std::optional<std::string>>(10);
  store.phone = row.get<std::optional<std::string>>(11);
  store.grade_labels = load_labels(row.get<std::string_view>(12));
  return store;
}

void announce_change(database::Transaction& tx, const Actor& actor, std::string_view store_id,
                     std::string_view kind, const std::string& id, const std::string& action,
                     const std::string& name, Instant now) {
  facts::announce(tx, {std::string(store_id), now, actor.id, std::string(kind), id},
                  SetUpChanged{action, name});
}

}  // namespace

TimeZone Store::zone() const {
  const auto found = TimeZone::find(time_zone);
  CHECK(found.has_value());
  return *found;
}

Result<Group> create_group(database::Transaction& tx, const Actor& actor, const NewGroup& input,
                           Instant now) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_groups (id, name) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING";
  if (tx.execute(kInsert, input.id, input.name) == 1) {
    announce_change(tx, actor, facts::kNoStore, "group", input.id, "created", input.name, now);
  }
  return *find_group(tx, input.id);
}

Result<Group> edit_group(database::Transaction& tx, const Actor& actor, const std::string& id,
                         const GroupEdit& input, std::int64_t version, Instant now) {
  static constexpr std::string_view kUpdate =
      "UPDATE dealership_groups SET name = $1, version = version + 1 WHERE id = $2 AND version = $3";
  const auto before = find_group(tx, id);
  if (!before) return refuse(Refusal::not_found());
  if (tx.execute(kUpdate, input.name, id, version) == 0)
    return refuse(Refusal::stale(json::to_text(*before)));
  announce_change(tx, actor, facts::kNoStore, "group", id, "edited", input.name, now);
  return *find_group(tx, id);
}

std::vector<Group> list_groups(database::Transaction& tx) {
  static constexpr std::string_view kSelect =
      "SELECT id, name, version FROM dealership_groups ORDER BY name, id";
  std::vector<Group> groups;
  for (const auto& row : tx.query(kSelect)) {
    groups.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::int64_t>(2)});
  }
  return groups;
}

std::optional<Group> find_group(database::Transaction& tx, std::string_view id) {
  static constexpr std::string_view kSelect = "SELECT id, name, version FROM dealership_groups WHERE id = $1";
  const auto rows = tx.query(kSelect, id);
  if (rows.empty()) return std::nullopt;
  return Group{rows[0].get<std::string>(0), rows[0].get<std::string>(1), rows[0].get<std::int64_t>(2)};
}

Result<Store> create_store(database::Transaction& tx, const Actor& actor, const NewStore& input, Instant now,
                           Wrongs wrongs) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_stores (id, group_id, code, name, time_zone, currency, country, opening_hours,"
      " address, phone, grade_labels) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
  if (const auto before = find_store(tx, input.id)) return *before;
  TRY(check_store(tx, input.id, input, std::move(wrongs)));
  tx.execute(kInsert, input.id, input.group_id, input.code, input.name, input.time_zone, input.currency,
             input.country, written_hours(input.opening_hours), text_of(input.address), phone_of(input),
             written_labels(labels_of(input.grade_labels)));
  copy_default_lists(tx, input.id);
  announce_change(tx, actor, input.id.value, "store", input.id, "created", input.name, now);
  return load_store(tx, input.id);
}

Result<Store> edit_store(database::Transaction& tx, const Actor& actor, const std::string& id,
                         const StoreEdit& input, std::int64_t version, Instant now, Wrongs wrongs) {
  static constexpr std::string_view kUpdate =
      "UPDATE dealership_stores SET group_id = $1, code = $2, name = $3, time_zone = $4, currency = $5,"
      " country = $6, opening_hours = $7, retired = $8, address = $9, phone = $10, grade_labels = $11,"
      " version = version + 1 WHERE id = $12 AND version = $13";
  const auto before = find_store(tx, id);
  if (!before) return refuse(Refusal::not_found());
  TRY(check_store(tx, id, input, std::move(wrongs)));
  if (tx.execute(kUpdate, input.group_id, input.code, input.name, input.time_zone, input.currency,
                 input.country, written_hours(input.opening_hours), input.retired, text_of(input.address),
                 phone_of(input), written_labels(labels_of(input.grade_labels)), id, version) == 0) {
    return refuse(Refusal::stale(json::to_text(*before)));
  }
  announce_change(tx, actor, id, "store", id, input.retired ? "retired" : "edited", input.name, now);
  return load_store(tx, id);
}

std::vector<Store> list_stores(database::Transaction& tx) {
  static constexpr std::string_view kSelect =
      "SELECT id, group_id, code, name, time_zone, currency, country, opening_hours, retired, version,"
      " address, phone, grade_labels"
      " FROM dealership_stores ORDER BY retired, code";
  std::vector<Store> stores;
  // Most stores of a group open alike: the same text is read once.
  std::string text;
  std::vector<OpeningHours> hours;
  for (const auto& row : tx.query(kSelect)) {
    if (auto own = row.get<std::string_view>(7); own != text || stores.empty()) {
      text = own;
      hours = load_hours(text);
    }
    stores.push_back(load_row(row, hours));
  }
  return stores;
}

std::optional<Store> find_store(database::Transaction& tx, std::string_view id) {
  static constexpr std::string_view kSelect =
      "SELECT id, group_id, code, name, time_zone, currency, country, opening_hours, retired, version,"
      " address, phone, grade_labels"
      " FROM dealership_stores WHERE id = $1";
  const auto rows = tx.query(kSelect, id);
  if (rows.empty()) return std::nullopt;
  return load_row(rows[0], load_hours(rows[0].get<std::string>(7)));
}

Store load_store(database::Transaction& tx, std::string_view id) {
  auto store = find_store(tx, id);
  CHECK(store.has_value());
  return *std::move(store);
}

}  // namespace guanxi::dealership
