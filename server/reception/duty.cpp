#include "reception/duty.h"

#include "platform/facts/facts.h"
#include "reception/away.h"
#include "reception/reception_facts.h"

namespace guanxi::reception {
// The end of the line is one more than the largest order of the day, its head one less than the smallest.
#define TO_THE_END \
  " turn_order = (SELECT max(turn_order) + 1 FROM reception_duty WHERE store_id = $1 AND day = $2)"
#define TO_THE_HEAD \
  " turn_order = (SELECT min(turn_order) - 1 FROM reception_duty WHERE store_id = $1 AND day = $2)"
#define OF_PERSON " WHERE store_id = $1 AND day = $2 AND person_id = $3 AND on_duty = 1"

std::vector<DutyEntry> duty_of(database::Transaction& tx, const dealership::Store& store,
                               const std::string& day) {
  // The busy ones are looked for among the day's open visits, which are few, and not among all that somebody
  // ever received.
  static constexpr std::string_view kSelect =
      "SELECT d.person_id, p.name, d.turns, d.skipped, d.person_id IN (SELECT v.salesperson_id"
      " FROM reception_visits v WHERE v.store_id = $1 AND v.arrived_at >= $3 AND v.arrived_at < $4"
      " AND v.standing IN ('open', 'exclusion_asked') AND v.left_at IS NULL AND v.kind = 'visit'"
      " AND v.salesperson_id IS NOT NULL)"
      " FROM reception_duty d JOIN dealership_person_names p ON p.id = d.person_id"
      " WHERE d.store_id = $1 AND d.day = $2 AND d.on_duty = 1 AND p.retired = 0 ORDER BY d.turn_order, d.person_id";
  const auto zone = store.zone();
  std::vector<DutyEntry> line;
  for (const auto& row :
       tx.query(kSelect, store.id, day, zone.start_of(day), zone.start_of(add_days(day, 1)))) {
    line.push_back({{row.get<std::string>(0), row.get<std::string>(1)},
                    row.get<std::int64_t>(2),
                    row.get<std::int64_t>(3),
                    false,
                    row.get<bool>(4)});
  }
  if (line.empty()) return line;
  auto next = std::find_if(line.begin(), line.end(), [](const DutyEntry& entry) { return !entry.busy; });
  (next == line.end() ? line.front() : *next).on_turn = true;
  return line;
}

std::optional<std::string> on_turn(database::Transaction& tx, const dealership::Store& store,
                                   const std::string& day) {
  for (const auto& entry : duty_of(tx, store, day)) {
    if (entry.on_turn) return entry.person.id;
  }
  return std::nullopt;
}

Result<> set_duty(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                  const std::string& person_id, bool on, Instant now) {
  static constexpr std::string_view kOn =
      "INSERT INTO reception_duty (store_id, day, person_id, on_duty, turn_order)"
      " SELECT $1, $2, $3, 1, COALESCE(max(turn_order), 0) + 1 FROM reception_duty WHERE store_id = $1 AND "
      "day = $2"
      " ON CONFLICT (store_id, day, person_id) DO UPDATE SET turn_order = excluded.turn_order, on_duty = 1"
      " WHERE reception_duty.on_duty = 0";
  static constexpr std::string_view kOff = "UPDATE reception_duty SET on_duty = 0" OF_PERSON;
  if (!dealership::works_in(tx, store, person_id, dealership::Role::salesperson))
    return refuse(Refusal::not_found());
  const auto day = store.zone().day(now);
  if (on && has_day_off(tx, store, person_id, day)) return refuse(Refusal::conflict("day_off_today"));
  if (tx.execute(on ? kOn : kOff, store.id, day, person_id) == 0) return {};
  facts::announce(tx, {store.id, now, actor.id, "person", person_id}, DutyChanged{on ? "came" : "went"});
  return {};
}

Result<> skip_turn(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                   const std::string& person_id, Instant now) {
  static constexpr std::string_view kSkip =
      "UPDATE reception_duty SET skipped = skipped + 1," TO_THE_END OF_PERSON;
  if (tx.execute(kSkip, store.id, store.zone().day(now), person_id) == 0) {
    return refuse(Refusal::conflict("not_on_duty"));
  }
  facts::announce(tx, {store.id, now, actor.id, "person", person_id}, DutyChanged{"skipped"});
  return {};
}

bool take_turn(database::Transaction& tx, const std::string& store_id, const std::string& day,
               const std::string& person_id) {
  static constexpr std::string_view kTake =
      "UPDATE reception_duty SET turns = turns + 1," TO_THE_END OF_PERSON;
  return tx.execute(kTake, store_id, day, person_id) == 1;
}

void give_turn_back(database::Transaction& tx, const std::string& store_id, const std::string& day,
                    const std::string& person_id) {
  static constexpr std::string_view kGive =
      "UPDATE reception_duty SET turns = turns - 1," TO_THE_HEAD OF_PERSON;
  tx.put(kGive, store_id, day, person_id);
}

}  // namespace guanxi::reception
