// At what hour of the day follow-ups were due, and at what hour they were done.
#include <algorithm>
#include <set>

#include "workday/workload_page.h"
#include "workday/workload_store.h"

namespace guanxi::workday {
namespace {

struct OfPerson {
  std::int64_t any_time = 0;
  std::map<std::int64_t, HourCounts> hours;
};

/// The hours in which the store is open on some day of the week.
std::set<std::int64_t> opening_hours(const Store& store) {
  std::set<std::int64_t> hours;
  for (const auto& each : store.opening_hours) {
    const auto first = std::stoi(each.opens.substr(0, 2));
    const bool full = each.closes.substr(3) == "00";
    const auto last = std::stoi(each.closes.substr(0, 2)) - (full ? 1 : 0);
    for (auto hour = first; hour <= last; ++hour) hours.insert(hour);
  }
  return hours;
}

HourCounts& hour_of(OfPerson& person, std::int64_t hour) {
  auto& counts = person.hours[hour];
  counts.hour = hour;
  return counts;
}

}  // namespace

Hours hours_of(database::Transaction& tx, const Actor& actor, const Store& store, Instant now) {
  const auto zone = store.zone();
  Hours shown;
  shown.to = zone.day(now);
  shown.from = add_days(shown.to, 1 - kHourDays);
  const auto from = zone.start_of(shown.from), to = zone.start_of(add_days(shown.to, 1));
  std::map<std::string, OfPerson> people;
  for (const auto& done : follow_ups_between(tx, store, from, to))
    ++hour_of(people[done.by_id], zone.local(done.at).hour).done;
  for (const auto& agreed : agreed_dates(tx, store, from, to)) {
    // The course of a day ends with its last millisecond; no minute is agreed on to the millisecond.
    const bool in_its_course = agreed.at + 1 == zone.start_of(add_days(zone.day(agreed.at), 1));
    if (in_its_course)
      ++people[agreed.by_id].any_time;
    else
      ++hour_of(people[agreed.by_id], zone.local(agreed.at).hour).due;
  }
  auto hours = opening_hours(store);
  for (const auto& [id, person] : people) {
    for (const auto& [hour, counts] : person.hours) hours.insert(hour);
  }
  for (auto& [id, person] : people) {
    if (!actor.may("prospects.manage") && id != actor.id) continue;
    PersonHours line{dealership::name_of(tx, id).value_or(Name{id, ""}), person.any_time, {}};
    for (const auto hour : hours) line.hours.push_back(hour_of(person, hour));
    shown.people.push_back(std::move(line));
  }
  std::ranges::sort(shown.people, {},
                    [](const PersonHours& person) { return std::tie(person.person.name, person.person.id); });
  return shown;
}

tables::Sheet hours_sheet(const Hours& hours, Language language) {
  const bool zh = language == Language::zh;
  tables::Sheet sheet;
  sheet.title = zh ? "时段" : "Hours";
  if (zh)
    sheet.headings = {"人员", "时段", "约定", "完成"};
  else
    sheet.headings = {"Person", "Hour", "Due", "Done"};
  for (const auto& person : hours.people) {
    for (const auto& hour : person.hours)
      sheet.rows.push_back({person.person.name, hour.hour, hour.due, hour.done});
    sheet.rows.push_back(
        {person.person.name, zh ? "当天内" : "in the course of the day", person.any_time, {}});
  }
  return sheet;
}

tables::Sheet workload_sheet(const Workload& workload, Language language) {
  const bool zh = language == Language::zh;
  tables::Sheet sheet;
  sheet.title = zh ? "工作量" : "Workload";
  if (zh)
    sheet.headings = {"人员", "日期", "上班", "到期", "已做", "平常一天", "多出"};
  else
    sheet.headings = {"Person", "Day", "At work", "Due", "Done", "Usual day", "Too many"};
  for (const auto& person : workload.people) {
    for (const auto& day : person.days) {
      sheet.rows.push_back({person.person ? person.person->name : (zh ? "无人负责" : "nobody"), day.day,
                            day.works ? (zh ? "是" : "yes") : (zh ? "否" : "no"), day.due, day.done,
                            person.usual ? tables::SheetCell(person.usual->per_day) : tables::SheetCell(),
                            day.too_many});
    }
  }
  return sheet;
}

}  // namespace guanxi::workday
