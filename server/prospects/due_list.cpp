#include "prospects/due_list.h"

namespace guanxi::prospects {

DueList due_list(database::Transaction& tx, const Actor& actor, const Store& store,
                 const std::optional<std::string>& salesperson_id, const std::optional<http::Place>& place,
                 std::int64_t limit, Instant now) {
  const CardViews views(tx, actor, store, now);
  DueList list{};
  list.now = {now};
  list.day = store.zone().day(now);
  const auto day_end = end_of(store, list.day) + 1;
  const auto count = count_due(tx, store.id, salesperson_id, now, day_end);
  list.overdue = count.overdue;
  list.due = count.due;
  list.done = count_follow_ups(tx, store.id, salesperson_id, store.zone().start_of(list.day), day_end);
  auto list_end = day_end;
  if (salesperson_id) {
    list.away_until = views.plan().away_until(*salesperson_id, add_days(list.day, 1));
    if (list.away_until) {
      list_end = end_of(store, *list.away_until) + 1;
      list.ahead = count_due(tx, store.id, salesperson_id, day_end, list_end).due;
    }
  }
  DueFilter filter{salesperson_id, list_end, 0, "", limit + 1};
  if (place) {
    filter.after_at = place->number;
    filter.after_id = place->id;
  }
  if (!place) list.appointments = due_appointments(tx, actor, store, list.day, salesperson_id, now);
  list.items = views.of(select_due(tx, store.id, filter));
  if (http::cut_to_limit(list.items, limit)) {
    const auto& last = list.items.back();
    list.next_cursor = http::write_place({last.next->at.at, last.id});
  }
  return list;
}

}  // namespace guanxi::prospects
