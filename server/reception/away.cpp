#include "reception/away.h"

#include <algorithm>

#include "reception/duty.h"

namespace guanxi::reception {

void leave_rotation(database::Transaction& tx, const facts::Happening& happening,
                    const dealership::DaysOffAdded& days) {
  const auto store = dealership::load_store(tx, happening.store_id);
  const auto today = store.zone().day(happening.at);
  if (today < days.from_day || today > days.to_day) return;
  if (!dealership::works_in(tx, store, happening.subject_id, dealership::Role::salesperson)) return;
  Actor actor;
  actor.id = happening.actor_id;
  CHECK(set_duty(tx, actor, store, happening.subject_id, false, happening.at));
}

bool has_day_off(database::Transaction& tx, const dealership::Store& store, const std::string& person_id,
                 const std::string& day) {
  return std::ranges::any_of(dealership::list_days_off(tx, store, day, person_id),
                             [&](const dealership::DaysOff& days) { return days.from_day <= day; });
}

}  // namespace guanxi::reception
