#include "reception/import_lists.h"

#include "platform/text/search_keys.h"

namespace guanxi::reception {
namespace {

using dealership::List;

constexpr int kRetired = 10;  // behind everything that is still in use
constexpr int kSynonym = 20;  // behind the store's own words

void load_people(database::Transaction& tx, ImportContext& context) {
  for (const auto& person : dealership::everybody_ever(tx, context.store)) {
    context.people.add(person.login, person.id);
    context.people.add(person.name, person.id, person.retired ? kRetired : 0);
    if (dealership::works_in(tx, context.store, person.id, dealership::Role::salesperson))
      context.at_work.insert(person.id);
  }
}

Called load_models(database::Transaction& tx) {
  Called models;
  std::optional<std::string> cursor;
  do {
    const auto page = dealership::list_models(tx, std::nullopt, true, cursor, http::Limit::max);
    for (const auto& model : page.items) {
      const int rank = model.retired ? kRetired : 0;
      models.add(model.name, model.id, rank);
      models.add(model.series + model.name, model.id, rank);
      models.add(model.brand + model.name, model.id, rank);
      models.add(model.brand + model.series + model.name, model.id, rank);
    }
    cursor = page.next_cursor;
  } while (cursor);
  return models;
}

/// By code and label. A second level comes before a first one of the same label.
Called load_list(database::Transaction& tx, const std::string& store_id, List list) {
  Called called;
  for (const auto& entry : dealership::list_entries(tx, store_id, list)) {
    const int rank = (entry.retired ? kRetired : 0) + (entry.parent_code ? 0 : 1);
    called.add(entry.code, entry.code);
    called.add(entry.label_zh, entry.code, rank);
    called.add(entry.label_en, entry.code, rank);
  }
  return called;
}

/// What logs say where our list says it in other words. A plain refusal says no more than its first level.
void add_reason_synonyms(Called& reasons) {
  struct Synonym {
    std::string_view word, code;
  };
  static constexpr Synonym kAll[] = {
      {"忘记", "U1.forgot"},
      {"忘了", "U1.forgot"},
      {"忘记问", "U1.forgot"},
      {"忘记索取", "U1.forgot"},
      {"forgot", "U1.forgot"},
      {"太忙", "U1.busy"},
      {"没人接待", "U1.busy"},
      {"未索取", "U1"},
      {"没问", "U1"},
      {"不留", "U2"},
      {"拒留", "U2"},
      {"拒绝", "U2"},
      {"拒绝留", "U2"},
      {"不愿留", "U2"},
      {"不愿意留", "U2"},
      {"客户拒留", "U2"},
      {"拒绝留电话", "U2"},
      {"refused", "U2"},
      {"declined", "U2"},
      {"怕骚扰", "U2.fears_calls"},
      {"怕打扰", "U2.fears_calls"},
      {"下次再来", "U2.will_return"},
      {"再看看", "U2.will_return"},
      {"已购", "U4"},
      {"已买", "U4"},
      {"已购竞品", "U4.competitor"},
      {"买了别的", "U4.competitor"},
  };
  for (const auto& [word, code] : kAll) {
    // Only what the store's own list has.
    if (const auto own = reasons.find(code)) reasons.add(word, *own, kSynonym);
  }
}

}  // namespace

void Called::add(std::string_view name, const std::string& id, int rank) {
  auto folded = text::fold(name);
  if (folded.empty()) return;
  const auto [found, added] = entries_.try_emplace(std::move(folded), Entry{id, rank, false});
  if (added || found->second.id == id) return;
  if (rank < found->second.rank) {
    found->second = {id, rank, false};
  } else if (rank == found->second.rank) {
    found->second.several = true;
  }
}

std::expected<std::string, Called::Miss> Called::find(std::string_view name) const {
  const auto found = entries_.find(text::fold(name));
  if (found == entries_.end()) return std::unexpected(Miss::unknown);
  if (found->second.several) return std::unexpected(Miss::several);
  return found->second.id;
}

ImportContext load_context(database::Transaction& tx, const std::string& store_id,
                           const std::string& importer_id, int default_year, Instant now) {
  auto store = dealership::load_store(tx, store_id);
  const auto zone = store.zone();
  ImportContext context{std::move(store), zone, importer_id, now, default_year, {}, {}, {}, {}, {}, {}};
  load_people(tx, context);
  context.models = load_models(tx);
  context.channels = load_list(tx, store_id, List::channel);
  context.reasons = load_list(tx, store_id, List::unfiled);
  context.exclusions = load_list(tx, store_id, List::exclusion);
  add_reason_synonyms(context.reasons);
  return context;
}

}  // namespace guanxi::reception
