#include "workday/work_days.h"

#include <algorithm>

#include "platform/clock/weekday.h"

namespace guanxi::workday {
namespace {

/// What falls due on days off is worked on before them: so far beyond the days shown is looked.
constexpr int kLongestAway = 60;

std::vector<std::string> days_from(const std::string& today) {
  std::vector<std::string> days;
  days.reserve(kDaysAhead);
  for (int ahead = 0; ahead < kDaysAhead; ++ahead) days.push_back(add_days(today, ahead));
  return days;
}

}  // namespace

WorkDays::WorkDays(database::Transaction& tx, const Store& store, Instant now)
    : store_(store),
      zone_(store.zone()),
      days_(days_from(zone_.day(now))),
      plan_(tx, store, days_.front()),
      open_(prospects::open_days(store)),
      nobodys_(days_.size()) {
  const auto end = zone_.start_of(add_days(days_.back(), 1 + kLongestAway));
  auto cards = dated_cards(tx, store, end);
  find_people(tx, cards);
  measure(follow_ups_between(tx, store, zone_.start_of(add_days(today(), -kMeasuredDays)),
                             zone_.start_of(add_days(today(), 1))));
  share_out(std::move(cards));
}

bool WorkDays::works(const std::string& person_id, const std::string& day) const {
  return open_[static_cast<std::size_t>(weekday_of(day) - 1)] && works_here_.at(person_id) &&
         plan_.works_on(person_id, day);
}

std::int64_t WorkDays::done_today(const std::string& person_id) const {
  const auto found = done_today_.find(person_id);
  return found == done_today_.end() ? 0 : found->second;
}

void WorkDays::find_people(database::Transaction& tx, const std::vector<DatedCard>& cards) {
  for (const auto& member : dealership::list_staff(tx, store_, std::nullopt, dealership::Role::salesperson)) {
    works_here_[member.id] = true;
    people_.push_back({member.id, member.name, std::vector<std::vector<DueCard>>(days_.size()), {}, true});
  }
  for (const auto& dated : cards) {
    const auto& id = dated.salesperson_id;
    if (id.empty() || works_here_.contains(id)) continue;
    works_here_[id] = dealership::works_in(tx, store_, id, std::nullopt);
    const bool sells = dealership::works_in(tx, store_, id, dealership::Role::salesperson);
    const auto name = dealership::name_of(tx, id);
    people_.push_back(
        {id, name ? name->name : "", std::vector<std::vector<DueCard>>(days_.size()), {}, sells});
  }
  std::ranges::sort(people_, {}, [](const PersonDays& person) { return std::tie(person.name, person.id); });
}

void WorkDays::measure(const std::vector<Done>& done) {
  std::map<std::string, std::map<std::string, std::int64_t>> by_person;
  for (const auto& each : done) {
    const auto day = zone_.day(each.at);
    if (day == today())
      ++done_today_[each.by_id];
    else
      ++by_person[each.by_id][day];
  }
  std::map<std::string, std::vector<std::int64_t>> counts;
  std::vector<std::int64_t> all;
  for (const auto& [person, days] : by_person) {
    for (const auto& [day, count] : days) {
      counts[person].push_back(count);
      all.push_back(count);
    }
  }
  for (auto& person : people_) {
    const auto usual = workday::usual_of(counts[person.id], all);
    usual_[person.id] = usual;
    for (const auto& day : days_) {
      const auto done_already = day == today() ? done_today(person.id) : 0;
      const auto room = works(person.id, day) ? usual.per_day - done_already : 0;
      person.room_for.push_back(std::max<std::int64_t>(0, room));
    }
  }
}

void WorkDays::share_out(std::vector<DatedCard> cards) {
  std::map<std::string, PersonDays*> by_id;
  for (auto& person : people_) by_id[person.id] = &person;
  const auto place_of = [&](const std::string& day) {
    return static_cast<std::size_t>(days_between(today(), day));
  };
  for (auto& dated : cards) {
    const auto due = zone_.day(dated.card.next_at);
    const auto& id = dated.salesperson_id;
    const auto works_on = [&](const std::string& day) { return works(id, day); };
    const auto day = id.empty() ? std::max(due, today()) : day_of_work(due, today(), works_on);
    if (day > days_.back()) continue;
    auto& place = id.empty() ? nobodys_[place_of(day)] : by_id.at(id)->due[place_of(day)];
    place.push_back(std::move(dated.card));
  }
}

}  // namespace guanxi::workday
