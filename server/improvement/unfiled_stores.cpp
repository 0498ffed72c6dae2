// In which stores the visits behind a number of a group are.
#include <algorithm>

#include "improvement/names.h"
#include "improvement/unfiled.h"
#include "improvement/unfiled_visits.h"

namespace guanxi::improvement {
namespace {

std::int64_t count_of(const Cell& cell, Outcome outcome) {
  switch (outcome) {
    case Outcome::filed:
      return cell.filed;
    case Outcome::unfiled:
      return cell.unfiled;
    case Outcome::open:
      break;
  }
  return cell.open;
}

Tally cells_of(const Look& look, std::optional<Dimension> by, const std::string& value) {
  if (!by) return look.months.stores(look.from, look.to);
  const auto is_asked_for = [&](const std::string& each) { return is_meant(*by, each, value); };
  return look.months.stores(*by, is_asked_for, look.from, look.to);
}

}  // namespace

StoresBehind stores_behind(database::Transaction& tx, const Look& look,
                           const std::vector<dealership::Store>& stores, std::optional<Dimension> by,
                           const std::string& value, Outcome outcome) {
  const auto cells = cells_of(look, by, value);
  StoresBehind behind{};
  if (by) {
    Names names(tx);
    names.learn(*by, std::array{value});
    behind.name = names.of(*by, value);
  }
  for (const auto& store : stores) {
    const auto cell = cells.find(store.id);
    const auto count = cell == cells.end() ? 0 : count_of(cell->second, outcome);
    if (count == 0) continue;
    behind.count += count;
    behind.stores.push_back({{store.id, store.name}, count});
  }
  std::ranges::stable_sort(behind.stores, std::greater<>(), &StoreCount::count);
  return behind;
}

}  // namespace guanxi::improvement
