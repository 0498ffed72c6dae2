#include "reception/door_count.h"

#include <charconv>
#include <map>

#include "platform/facts/facts.h"
#include "reception/reception_facts.h"
#include "reception/visit_store.h"

namespace guanxi::reception {
namespace {

constexpr int kMostDays = 92;

std::int64_t taps_of(database::Transaction& tx, const std::string& store_id, const std::string& day,
                     std::int64_t hour) {
  static constexpr std::string_view kSelect =
      "SELECT CAST(COALESCE(sum(parties), 0) AS BIGINT) FROM reception_door_taps"
      " WHERE store_id = $1 AND day = $2 AND hour = $3";
  return tx.query(kSelect, store_id, day, hour)[0].get<std::int64_t>(0);
}

/// "0" to "23", or nothing.
std::optional<std::int64_t> read_hour(const std::string& text) {
  std::int64_t hour = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), hour);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || hour < 0 || hour > 23)
    return std::nullopt;
  return hour;
}

using Hours = std::map<std::pair<std::string, std::int64_t>, HourOfDoor>;

HourOfDoor& hour_in(Hours& hours, const std::string& day, std::int64_t hour) {
  auto& entry = hours[{day, hour}];
  entry.hour = hour;
  return entry;
}

void add_taps(database::Transaction& tx, const std::string& store_id, const std::string& from,
              const std::string& to, Hours& hours) {
  static constexpr std::string_view kSelect =
      "SELECT day, hour, CAST(sum(parties) AS BIGINT) FROM reception_door_taps"
      " WHERE store_id = $1 AND day >= $2 AND day <= $3 GROUP BY day, hour";
  for (const auto& row : tx.query(kSelect, store_id, from, to)) {
    hour_in(hours, row.get<std::string>(0), row.get<std::int64_t>(1)).desk = row.get<std::int64_t>(2);
  }
}

void add_sensors(database::Transaction& tx, const std::string& store_id, const std::string& from,
                 const std::string& to, Hours& hours) {
  static constexpr std::string_view kSelect =
      "SELECT day, hour, CAST(sum(parties) AS BIGINT) FROM reception_sensor_counts"
      " WHERE store_id = $1 AND day >= $2 AND day <= $3 GROUP BY day, hour";
  for (const auto& row : tx.query(kSelect, store_id, from, to)) {
    hour_in(hours, row.get<std::string>(0), row.get<std::int64_t>(1)).sensor = row.get<std::int64_t>(2);
  }
}

std::vector<DayOfDoor> by_day(const Hours& hours) {
  std::vector<DayOfDoor> days;
  for (const auto& [key, value] : hours) {
    if (days.empty() || days.back().day != key.first) days.push_back({key.first, 0, 0, std::nullopt, {}});
    HourOfDoor hour = value;
    hour.counted = counted(hour.desk, hour.sensor);
    days.back().logged += hour.logged;
    days.back().counted += hour.counted;
    days.back().hours.push_back(hour);
  }
  for (auto& day : days) {
    if (day.counted > 0)
      day.completeness = static_cast<double>(day.logged) / static_cast<double>(day.counted);
  }
  return days;
}

}  // namespace

std::int64_t counted(std::int64_t desk, std::optional<std::int64_t> sensor) {
  return std::max(desk, sensor.value_or(0));
}

Result<HourCounted> tap(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                        const DoorTap& input, Instant now) {
  static constexpr std::string_view kInsert =
      "INSERT INTO reception_door_taps (store_id, id, day, hour, parties, at, by_id)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (store_id, id) DO NOTHING";
  const auto local = store.zone().local(now);
  const auto day = store.zone().day(now);
  if (input.parties == 0) return refuse(Refusal::field("/parties", "not_a_choice"));
  const bool made =
      tx.execute(kInsert, store.id, input.id, day, local.hour, input.parties, now, actor.id) == 1;
  const auto parties = taps_of(tx, store.id, day, local.hour);
  if (parties < 0) return refuse(Refusal::conflict("nothing_to_take_back"));
  if (made) {
    facts::announce(tx, {store.id, now, actor.id, "door", store.id},
                    DoorCounted{day, local.hour, input.parties});
  }
  return HourCounted{day, local.hour, parties};
}

Result<HourCounted> report(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                           const std::string& day, const std::string& hour_text, const SensorCount& input,
                           Instant now) {
  static constexpr std::string_view kUpsert =
      "INSERT INTO reception_sensor_counts (store_id, day, hour, sensor, parties) VALUES ($1, $2, $3, $4, $5)"
      " ON CONFLICT (store_id, day, hour, sensor) DO UPDATE SET parties = excluded.parties";
  const auto hour = read_hour(hour_text);
  if (!is_day(day) || !hour) return refuse(Refusal::not_found());
  const auto local = store.zone().local(now);
  const auto today = store.zone().day(now);
  if (day > today || (day == today && *hour > local.hour))
    return refuse(Refusal::field("/hour", "in_the_future"));
  tx.execute(kUpsert, store.id, day, *hour, input.sensor, input.parties);
  facts::announce(tx, {store.id, now, actor.id, "door", store.id}, DoorCounted{day, *hour, input.parties});
  return HourCounted{day, *hour, input.parties};
}

Result<std::vector<DayOfDoor>> door_days(database::Transaction& tx, const dealership::Store& store,
                                         const std::string& from, const std::string& to) {
  if (to < from) return refuse(Refusal::field("/to", "range_upside_down"));
  if (days_between(from, to) >= kMostDays) {
    return refuse(Refusal::field("/to", "too_many_days", {{"max", std::to_string(kMostDays)}}));
  }
  const auto zone = store.zone();
  Hours hours;
  for (const auto& count :
       count_hours(tx, store.id, from, to, zone.start_of(from), zone.start_of(add_days(to, 1)))) {
    hour_in(hours, count.day, count.hour).logged = count.parties;
  }
  add_taps(tx, store.id, from, to, hours);
  add_sensors(tx, store.id, from, to, hours);
  return by_day(hours);
}

std::int64_t parties_counted(database::Transaction& tx, const std::string& store_id, const std::string& from,
                             const std::string& to) {
  static constexpr std::string_view kSelect =
      "SELECT CAST(coalesce(sum(CASE WHEN desk > sensor THEN desk ELSE sensor END), 0) AS BIGINT) FROM"
      " (SELECT sum(desk) AS desk, sum(sensor) AS sensor FROM"
      " (SELECT day, hour, parties AS desk, 0 AS sensor FROM reception_door_taps"
      " WHERE store_id = $1 AND day >= $2 AND day <= $3"
      " UNION ALL SELECT day, hour, 0, parties FROM reception_sensor_counts"
      " WHERE store_id = $1 AND day >= $2 AND day <= $3) AS counts GROUP BY day, hour) AS hours";
  return tx.query(kSelect, store_id, from, to)[0].get<std::int64_t>(0);
}

}  // namespace guanxi::reception
