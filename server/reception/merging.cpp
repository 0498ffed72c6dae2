#include "reception/merging.h"

#include <set>

#include "platform/facts/facts.h"
#include "reception/reception_facts.h"

namespace guanxi::reception {
namespace {

using database::Transaction;
using dealership::Merge;

constexpr const char* kTable = "reception_visits";
constexpr const char* kCustomer = "customer_id";
constexpr const char* kOccasion = "reception_visits.occasion";

/// First visits of the survivor but the earliest.
std::vector<std::string> later_first_visits(Transaction& tx, const Merge& merge) {
  static constexpr std::string_view kSelect =
      "SELECT id FROM reception_visits WHERE store_id = $1 AND customer_id = $2 AND occasion = 'first'"
      " ORDER BY arrived_at, id";
  std::vector<std::string> ids;
  for (const auto& row : tx.query(kSelect, merge.store_id, merge.survivor_id))
    ids.push_back(row.get<std::string>(0));
  if (!ids.empty()) ids.erase(ids.begin());
  return ids;
}

void set_occasion(Transaction& tx, const Merge& merge, const std::string& id, const std::string& occasion) {
  static constexpr std::string_view kUpdate =
      "UPDATE reception_visits SET occasion = $1 WHERE store_id = $2 AND id = $3";
  tx.put(kUpdate, occasion, merge.store_id, id);
}

void announce(Transaction& tx, const Actor& actor, const Merge& merge, const std::set<std::string>& ids,
              Instant now) {
  static constexpr std::string_view kUpdate =
      "UPDATE reception_visits SET version = version + 1 WHERE store_id = $1 AND id = $2";
  static constexpr std::string_view kSelect =
      "SELECT customer_id, occasion FROM reception_visits WHERE store_id = $1 AND id = $2";
  for (const auto& id : ids) {
    tx.put(kUpdate, merge.store_id, id);
    const auto row = tx.query(kSelect, merge.store_id, id)[0];
    facts::announce(
        tx, {merge.store_id, now, actor.id, "visit", id},
        VisitMoved{row.get<std::string>(0), json::from_word<Occasion>(row.get<std::string>(1)).value()});
  }
}

}  // namespace

void move_visits(Transaction& tx, const Actor& actor, const Merge& merge, Instant now) {
  std::set<std::string> touched;
  for (auto& id : dealership::move_rows(tx, merge, kTable, kCustomer, merge.merged_id, merge.survivor_id))
    touched.insert(std::move(id));
  for (const auto& id : later_first_visits(tx, merge)) {
    dealership::note_moved(tx, merge, kOccasion, {id, "first"});
    set_occasion(tx, merge, id, "again");
    touched.insert(id);
  }
  announce(tx, actor, merge, touched, now);
}

void move_visits_back(Transaction& tx, const Actor& actor, const Merge& merge, Instant now) {
  std::set<std::string> touched;
  for (const auto& [id, was] : dealership::moved_rows(tx, merge, std::string(kTable) + "." + kCustomer))
    touched.insert(id);
  dealership::move_rows_back(tx, merge, kTable, kCustomer);
  for (const auto& [id, was] : dealership::moved_rows(tx, merge, kOccasion)) {
    set_occasion(tx, merge, id, was);
    touched.insert(id);
  }
  announce(tx, actor, merge, touched, now);
}

}  // namespace guanxi::reception
