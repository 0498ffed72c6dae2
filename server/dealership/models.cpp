#include "dealership/models.h"

#include "dealership/dealership_facts.h"
#include "platform/facts/facts.h"
#include "platform/text/search_keys.h"

namespace guanxi::dealership {
namespace {

Model load_row(const database::Row& row) {
  return {row.get<std::string>(0), row.get<std::string>(1),  row.get<std::string>(2),
          row.get<std::string>(3), row.get<std::int64_t>(4), row.get<std::string>(5),
          row.get<bool>(6),        row.get<std::int64_t>(7)};
}

std::string search_text(const std::string& brand, const std::string& series, const std::string& name) {
  std::string text;
  for (const auto& part : {brand, series, name, series + name}) {
    for (const auto& key : text::name_keys(part)) text += " " + key;
    text += " " + text::fold(part);
  }
  return text;
}

void announce_change(database::Transaction& tx, const Actor& actor, const std::string& id,
                     const std::string& action, const std::string& name, Instant now) {
  facts::announce(tx, {std::string(facts::kNoStore), now, actor.id, "model", id}, SetUpChanged{action, name});
}

/// Notes that another model has the same brand, series and name.
template <class Input>
void check_only_one(database::Transaction& tx, const std::string& id, const Input& input, Wrongs& wrongs) {
  static constexpr std::string_view kTwin =
      "SELECT retired FROM dealership_models WHERE brand = $1 AND series = $2 AND name = $3 AND id <> $4"
      " ORDER BY retired LIMIT 1";
  const std::optional<database::Row> twin =
      tx.query(kTwin, input.brand, input.series, input.name, id).first();
  if (twin) wrongs.note("/name", twin->get<bool>(0) ? "model_exists_retired" : "model_exists");
}

bool renamed(const Model& before, const ModelEdit& input) {
  return before.brand != input.brand.value || before.series != input.series.value ||
         before.name != input.name.value;
}

}  // namespace

Result<Model> create_model(database::Transaction& tx, const Actor& actor, const NewModel& input, Instant now,
                           Wrongs wrongs) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_models (id, brand, series, name, list_price, currency, search_text)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING";
  if (const auto before = find_model(tx, input.id)) return *before;
  check_only_one(tx, input.id, input, wrongs);
  TRY(wrongs.verdict());
  if (tx.execute(kInsert, input.id, input.brand, input.series, input.name, input.list_price, input.currency,
                 search_text(input.brand, input.series, input.name)) == 1) {
    announce_change(tx, actor, input.id, "created", input.name, now);
  }
  return *find_model(tx, input.id);
}

Result<Model> edit_model(database::Transaction& tx, const Actor& actor, const std::string& id,
                         const ModelEdit& input, std::int64_t version, Instant now, Wrongs wrongs) {
  static constexpr std::string_view kUpdate =
      "UPDATE dealership_models SET brand = $1, series = $2, name = $3, list_price = $4, currency = $5,"
      " search_text = $6, retired = $7, version = version + 1 WHERE id = $8 AND version = $9";
  const auto before = find_model(tx, id);
  if (!before) return refuse(Refusal::not_found());
  const bool comes_back = before->retired && !input.retired;
  if (renamed(*before, input) || comes_back) check_only_one(tx, id, input, wrongs);
  TRY(wrongs.verdict());
  if (tx.execute(kUpdate, input.brand, input.series, input.name, input.list_price, input.currency,
                 search_text(input.brand, input.series, input.name), input.retired, id, version) == 0) {
    return refuse(Refusal::stale(json::to_text(*before)));
  }
  announce_change(tx, actor, id, input.retired ? "retired" : "edited", input.name, now);
  return *find_model(tx, id);
}

std::optional<Model> find_model(database::Transaction& tx, std::string_view id) {
  static constexpr std::string_view kSelect =
      "SELECT id, brand, series, name, list_price, currency, retired, version FROM dealership_models WHERE "
      "id = $1";
  const auto rows = tx.query(kSelect, id);
  if (rows.empty()) return std::nullopt;
  return load_row(rows[0]);
}

http::Page<Model> list_models(database::Transaction& tx, const std::optional<std::string>& q,
                              bool retired_too, const std::optional<std::string>& cursor,
                              std::int64_t limit) {
  static constexpr std::string_view kSelect =
      "SELECT id, brand, series, name, list_price, currency, retired, version FROM dealership_models"
      " WHERE search_text LIKE $1 AND retired <= $2 AND ($3 = '' OR (brand, series, name, id) >"
      " (SELECT brand, series, name, id FROM dealership_models WHERE id = $3))"
      " ORDER BY brand, series, name, id LIMIT $4";
  http::Page<Model> page;
  const auto wanted = q ? text::fold(*q) : "";
  if (q && wanted.empty()) return {};  // nothing but marks: nobody is called that
  const std::string pattern = q ? "%" + wanted + "%" : "%";
  for (const auto& row : tx.query(kSelect, pattern, retired_too, cursor.value_or(""), limit + 1)) {
    page.items.push_back(load_row(row));
  }
  if (http::cut_to_limit(page.items, limit)) page.next_cursor = page.items.back().id;
  return page;
}

}  // namespace guanxi::dealership
