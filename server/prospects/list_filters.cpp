#include "prospects/list_filters.h"

#include "platform/database/columns.h"

namespace guanxi::prospects {
namespace {

constexpr std::size_t kMost = 50;

#define FILTER_SELECT                                                                              \
  "SELECT f.id, f.name, f.query, f.shared, f.owner_id, n.name, f.version FROM prospects_filters f" \
  " LEFT JOIN dealership_person_names n ON n.id = f.owner_id WHERE f.store_id = $1"

ListFilter load(const database::Row& row, const Actor& actor) {
  database::Columns columns(row);
  ListFilter filter{};
  filter.id = columns.next<std::string>();
  filter.name = columns.next<std::string>();
  filter.query = columns.next<std::string>();
  filter.shared = columns.next<bool>();
  filter.owner.id = columns.next<std::string>();
  filter.owner.name = columns.next<std::optional<std::string>>().value_or("");
  filter.version = columns.next<std::int64_t>();
  if (filter.owner.id == actor.id || (filter.shared && actor.may("prospects.manage"))) {
    filter.can = {FilterAction::edit, FilterAction::remove};
  }
  return filter;
}

/// The filter, if it is there and one's own or shared.
std::optional<ListFilter> find(database::Transaction& tx, const Actor& actor, const Store& store,
                               const std::string& id) {
  static constexpr std::string_view kSelect =
      FILTER_SELECT " AND f.id = $2 AND (f.owner_id = $3 OR f.shared = 1)";
  const auto row = tx.query(kSelect, store.id, id, actor.id).first();
  return row ? std::optional(load(*row, actor)) : std::nullopt;
}

void check(const Actor& actor, const std::vector<ListFilter>& others, const std::string& id,
           const std::string& name, bool shared, Wrongs& wrongs) {
  if (shared && !actor.may("prospects.manage")) wrongs.note("/shared", "managers_only");
  for (const auto& other : others) {
    const bool meets = other.owner.id == actor.id || other.shared;
    if (meets && other.id != id && other.name == name) wrongs.note("/name", "in_use");
  }
}

void announce(database::Transaction& tx, const Actor& actor, const Store& store, const std::string& id,
              const std::string& action, bool shared, Instant now) {
  facts::announce(tx, {store.id, now, actor.id, "filter", id}, ListFilterChanged{action, shared});
}

}  // namespace

std::vector<ListFilter> list_filters(database::Transaction& tx, const Actor& actor, const Store& store) {
  static constexpr std::string_view kSelect =
      FILTER_SELECT " AND (f.owner_id = $2 OR f.shared = 1) ORDER BY f.shared DESC, f.name, f.id LIMIT 200";
  std::vector<ListFilter> filters;
  for (const auto& row : tx.query(kSelect, store.id, actor.id)) filters.push_back(load(row, actor));
  return filters;
}

Result<ListFilter> add_filter(database::Transaction& tx, const Actor& actor, const Store& store,
                              const NewListFilter& input, Instant now, Wrongs wrongs) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_filters (store_id, id, owner_id, name, query, shared) VALUES ($1, $2, $3, $4, $5, $6)"
      " ON CONFLICT (store_id, id) DO NOTHING";
  if (auto before = find(tx, actor, store, input.id)) return *std::move(before);
  const auto others = list_filters(tx, actor, store);
  check(actor, others, input.id, input.name, input.shared, wrongs);
  TRY(wrongs.verdict());
  if (others.size() >= kMost) return refuse(Refusal::conflict("too_many_filters"));
  if (tx.execute(kInsert, store.id, input.id, actor.id, input.name, input.query, input.shared) == 0) {
    return refuse(Refusal::field("/id", "in_use"));
  }
  announce(tx, actor, store, input.id, "saved", input.shared, now);
  return *find(tx, actor, store, input.id);
}

Result<ListFilter> edit_filter(database::Transaction& tx, const Actor& actor, const Store& store,
                               const std::string& id, const ListFilterInput& input, std::int64_t version,
                               Instant now, Wrongs wrongs) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_filters SET name = $1, query = $2, shared = $3, version = version + 1"
      " WHERE store_id = $4 AND id = $5 AND version = $6";
  const auto before = find(tx, actor, store, id);
  if (!before) return refuse(Refusal::not_found());
  // Whoever takes a colleague's filter away from the others would no longer see it: they may remove it.
  const bool takes_away = !input.shared && before->owner.id != actor.id;
  if (before->can.empty() || takes_away) return refuse(Refusal::forbidden());
  check(actor, list_filters(tx, actor, store), id, input.name, input.shared, wrongs);
  TRY(wrongs.verdict());
  if (tx.execute(kUpdate, input.name, input.query, input.shared, store.id, id, version) == 0) {
    return refuse(Refusal::stale(json::to_text(*before)));
  }
  announce(tx, actor, store, id, "edited", input.shared, now);
  return *find(tx, actor, store, id);
}

Result<> remove_filter(database::Transaction& tx, const Actor& actor, const Store& store,
                       const std::string& id, Instant now) {
  static constexpr std::string_view kDelete = "DELETE FROM prospects_filters WHERE store_id = $1 AND id = $2";
  const auto before = find(tx, actor, store, id);
  if (!before) return {};
  if (before->can.empty()) return refuse(Refusal::forbidden());
  tx.execute(kDelete, store.id, id);
  announce(tx, actor, store, id, "removed", before->shared, now);
  return {};
}

}  // namespace guanxi::prospects
