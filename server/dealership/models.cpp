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

}  // namespace

Result<Model> create_model(database::Transaction& tx, const Actor& actor, const NewModel& input,
                           Instant now) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_models (id, brand, series, name, list_price, currency, search_text)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING";
  if (tx.execute(kInsert, input.id, input.brand, input.series, input.name, input.list_price, input.currency,
                 search_text(input.brand, input.series, input.name)) == 1) {
    announce_change(tx, actor, input.id, "created", input.name, now);
  }
  return *find_model(tx, input.id);
}

Result<Model> edit_model(database::Transaction& tx, const Actor& actor, const std::string& id,
                         const ModelEdit& input, std::int64_t version, Instant now) {
  static constexpr std::string_view kUpdate =
      "UPDATE dealership_models SET brand = $1, series = $2, name = $3, list_price = $4, currency = $5,"
      " search_text = $6, retired = $7, version = version + 1 WHERE id = $8 AND version = $9";
  const auto before = find_model(tx, id);
  if (!before) return refuse(Refusal::not_found());
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
      " WHERE search_text LIKE $1 AND retired <= $2 AND id > $3 ORDER BY id LIMIT $4";
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
