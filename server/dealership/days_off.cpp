#include "dealership/days_off.h"

#include <algorithm>

#include "dealership/dealership_facts.h"
#include "dealership/opening_hours.h"
#include "platform/clock/weekday.h"
#include "platform/database/columns.h"
#include "platform/facts/facts.h"

#define DAYS_OFF_SELECT                                                                                  \
  "SELECT d.id, d.person_id, p.name, d.from_day, d.to_day, d.note, d.version FROM dealership_days_off d" \
  " JOIN dealership_people p ON p.id = d.person_id"

namespace guanxi::dealership {
namespace {

using database::Columns;

constexpr int kMostDays = 400;  // at once
constexpr int kFarthest = 400;  // that is looked ahead for somebody to come back

DaysOff load_days_off(const database::Row& row) {
  Columns columns(row);
  DaysOff days;
  days.id = columns.next<std::string>();
  days.person.id = columns.next<std::string>();
  days.person.name = columns.next<std::string>();
  days.from_day = columns.next<std::string>();
  days.to_day = columns.next<std::string>();
  days.note = columns.next<std::optional<std::string>>();
  days.version = columns.next<std::int64_t>();
  return days;
}

std::optional<DaysOff> find_days_off(database::Transaction& tx, const Store& store, const std::string& id) {
  static constexpr std::string_view kSelect = DAYS_OFF_SELECT " WHERE d.store_id = $1 AND d.id = $2";
  const auto row = tx.query(kSelect, store.id, id).first();
  return row ? std::optional(load_days_off(*row)) : std::nullopt;
}

void check_days(database::Transaction& tx, const Store& store, const NewDaysOff& input, Wrongs& wrongs) {
  static constexpr std::string_view kOverlap =
      "SELECT 1 FROM dealership_days_off WHERE store_id = $1 AND person_id = $2 AND from_day <= $3 AND to_day >= $4";
  if (!works_in(tx, store, input.person_id, std::nullopt)) wrongs.note("/person_id", "no_such_person");
  if (wrongs.concern("/from_day") || wrongs.concern("/to_day")) return;
  if (input.to_day.value < input.from_day.value) return wrongs.note("/to_day", "ends_before_it_begins");
  if (days_between(input.from_day, input.to_day) >= kMostDays)
    return wrongs.note("/to_day", "days_off_too_long", {{"max", std::to_string(kMostDays)}});
  if (!tx.query(kOverlap, store.id, input.person_id.value, input.to_day.value, input.from_day.value).empty())
    wrongs.note("/from_day", "days_off_overlap");
}

facts::Happening about(const Store& store, const Actor& actor, const std::string& person_id, Instant now) {
  return {store.id, now, actor.id, "person", person_id};
}

}  // namespace

bool may_plan_for(const Actor& actor, const std::string& person_id) {
  return actor.id == person_id || actor.may("prospects.manage") || actor.may("people.edit");
}

Result<DaysOff> add_days_off(database::Transaction& tx, const Actor& actor, const Store& store,
                             const NewDaysOff& input, Instant now, Wrongs wrongs) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_days_off (store_id, id, person_id, from_day, to_day, note, by_id, at)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
  if (!may_plan_for(actor, input.person_id)) return refuse(Refusal::forbidden());
  if (const auto before = find_days_off(tx, store, input.id)) {
    if (before->person.id != input.person_id.value) return refuse(Refusal::field("/id", "in_use"));
    return *before;
  }
  check_days(tx, store, input, wrongs);
  TRY(wrongs.verdict());
  const auto note = input.note ? std::optional(input.note->value) : std::nullopt;
  tx.put(kInsert, store.id, input.id.value, input.person_id.value, input.from_day.value, input.to_day.value,
         note, actor.id, now);
  facts::announce(tx, about(store, actor, input.person_id, now), DaysOffAdded{input.from_day, input.to_day});
  return *find_days_off(tx, store, input.id);
}

Result<> remove_days_off(database::Transaction& tx, const Actor& actor, const Store& store,
                         const std::string& id, Instant now) {
  static constexpr std::string_view kDelete =
      "DELETE FROM dealership_days_off WHERE store_id = $1 AND id = $2";
  const auto days = find_days_off(tx, store, id);
  if (!days) return {};
  if (!may_plan_for(actor, days->person.id)) return refuse(Refusal::forbidden());
  tx.put(kDelete, store.id, id);
  facts::announce(tx, about(store, actor, days->person.id, now),
                  DaysOffRemoved{days->from_day, days->to_day});
  return {};
}

std::vector<DaysOff> list_days_off(database::Transaction& tx, const Store& store, const std::string& from_day,
                                   const std::optional<std::string>& person_id) {
  static constexpr std::string_view kSelect = DAYS_OFF_SELECT
      " WHERE d.store_id = $1 AND d.to_day >= $2 AND (d.person_id = $3 OR $3 IS NULL) AND p.retired = 0"
      " ORDER BY d.from_day, d.id";
  std::vector<DaysOff> all;
  for (const auto& row : tx.query(kSelect, store.id, from_day, person_id)) all.push_back(load_days_off(row));
  return all;
}

std::vector<WorkingHours> list_working_hours(database::Transaction& tx, const Store& store,
                                             const std::optional<std::string>& person_id) {
  static constexpr std::string_view kSelect =
      "SELECT p.id, p.name, coalesce(w.hours, ''), coalesce(w.version, 0) FROM dealership_people p"
      " LEFT JOIN dealership_working_hours w ON w.person_id = p.id AND w.store_id = $1"
      " WHERE p.retired = 0 AND (p.id = $2 OR $2 IS NULL) AND (p.group_id = $3 OR EXISTS (SELECT 1"
      " FROM dealership_person_stores s WHERE s.person_id = p.id AND s.store_id = $1)) ORDER BY p.name, p.id";
  std::vector<WorkingHours> all;
  for (const auto& row : tx.query(kSelect, store.id, person_id, store.group_id)) {
    all.push_back({{row.get<std::string>(0), row.get<std::string>(1)},
                   load_hours(row.get<std::string>(2)),
                   row.get<std::int64_t>(3)});
  }
  return all;
}

Result<WorkingHours> set_working_hours(database::Transaction& tx, const Actor& actor, const Store& store,
                                       const std::string& person_id, const WorkingHoursInput& input,
                                       std::int64_t version, Instant now, Wrongs wrongs) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_working_hours (store_id, person_id, hours, version) VALUES ($1, $2, $3, 1)"
      " ON CONFLICT DO NOTHING";
  static constexpr std::string_view kUpdate =
      "UPDATE dealership_working_hours SET hours = $3, version = version + 1"
      " WHERE store_id = $1 AND person_id = $2 AND version = $4";
  if (!may_plan_for(actor, person_id)) return refuse(Refusal::forbidden());
  const auto before = list_working_hours(tx, store, person_id);
  if (before.empty()) return refuse(Refusal::not_found());
  check_hours(input.hours, "/hours", wrongs);
  TRY(wrongs.verdict());
  const auto written = written_hours(input.hours);
  const auto changed = version == 0 ? tx.execute(kInsert, store.id, person_id, written)
                                    : tx.execute(kUpdate, store.id, person_id, written, version);
  const auto after = list_working_hours(tx, store, person_id).front();
  if (changed == 0) return refuse(Refusal::stale(json::to_text(after)));
  facts::announce(tx, about(store, actor, person_id, now),
                  WorkingHoursSet{static_cast<std::int64_t>(input.hours.size())});
  return after;
}

WorkPlan::WorkPlan(database::Transaction& tx, const Store& store, const std::string& from_day)
    : zone_(store.zone()) {
  static constexpr std::string_view kOff =
      "SELECT person_id, from_day, to_day FROM dealership_days_off WHERE store_id = $1 AND to_day >= $2";
  static constexpr std::string_view kWeeks =
      "SELECT person_id, hours FROM dealership_working_hours WHERE store_id = $1 AND hours <> ''";
  for (const auto& row : tx.query(kOff, store.id, from_day))
    off_[row.get<std::string>(0)].push_back({row.get<std::string>(1), row.get<std::string>(2)});
  for (const auto& row : tx.query(kWeeks, store.id))
    weeks_[row.get<std::string>(0)] = load_hours(row.get<std::string>(1));
}

const std::vector<OpeningHours>* WorkPlan::week_of(const std::string& person_id) const {
  const auto found = weeks_.find(person_id);
  return found == weeks_.end() ? nullptr : &found->second;
}

bool WorkPlan::is_off(const std::string& person_id, const std::string& day) const {
  const auto found = off_.find(person_id);
  return found != off_.end() && std::ranges::any_of(found->second, [&](const Span& span) {
           return span.from <= day && day <= span.to;
         });
}

bool WorkPlan::works_on(const std::string& person_id, const std::string& day) const {
  if (is_off(person_id, day)) return false;
  const auto* week = week_of(person_id);
  return week == nullptr || std::ranges::any_of(*week, [&](const OpeningHours& hours) {
           return hours.weekday == weekday_of(day);
         });
}

bool WorkPlan::works_at(const std::string& person_id, Instant at) const {
  if (is_off(person_id, zone_.day(at))) return false;
  const auto* week = week_of(person_id);
  if (week == nullptr) return true;
  const auto local = zone_.local(at);
  const int minute = local.hour * 60 + local.minute;
  const auto minute_of = [](const std::string& time) {
    return std::stoi(time.substr(0, 2)) * 60 + std::stoi(time.substr(3, 2));
  };
  return std::ranges::any_of(*week, [&](const OpeningHours& hours) {
    return hours.weekday == local.weekday && minute_of(hours.opens) <= minute &&
           minute < minute_of(hours.closes);
  });
}

std::optional<std::string> WorkPlan::away_until(const std::string& person_id, const std::string& day) const {
  if (works_on(person_id, day)) return std::nullopt;
  auto last = day;
  for (int ahead = 1; ahead < kFarthest; ++ahead) {
    const auto next = add_days(day, ahead);
    if (works_on(person_id, next)) break;
    last = next;
  }
  return last;
}

}  // namespace guanxi::dealership
