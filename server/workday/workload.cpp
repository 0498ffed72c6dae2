#include "workday/workload.h"

#include <algorithm>

namespace guanxi::workday {
namespace {

using prospects::Grade;

std::int64_t too_many_of(const PersonDays& person, std::size_t day) {
  return std::max<std::int64_t>(0, static_cast<std::int64_t>(person.due[day].size()) - person.room_for[day]);
}

/// The one to be given away first stands first.
int place_of(Grade grade) {
  switch (grade) {
    case Grade::C:
      return 0;
    case Grade::B:
      return 1;
    case Grade::A:
      return 2;
    case Grade::N:
      return 3;  // somebody has just met them
    case Grade::H:
      return 4;
  }
  throw Bug("a grade without a place");
}

std::vector<const DueCard*> to_be_given(const std::vector<DueCard>& due) {
  std::vector<const DueCard*> cards;
  for (const auto& card : due) {
    if (may_be_given(card)) cards.push_back(&card);
  }
  std::ranges::sort(cards, {}, [](const DueCard* card) {
    return std::tuple(place_of(card->grade), card->touched, card->id);
  });
  return cards;
}

/// Whoever has the most room; nothing when nobody has any.
PersonDays const* taker(std::span<const PersonDays> people, const std::vector<std::int64_t>& room) {
  const PersonDays* best = nullptr;
  std::int64_t most = 0;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto& person = people[i];
    if (!person.takes || room[i] <= 0 || room[i] < most) continue;
    if (room[i] == most && best != nullptr &&
        std::tie(best->name, best->id) <= std::tie(person.name, person.id))
      continue;
    best = &person;
    most = room[i];
  }
  return best;
}

void hand_over_on(std::span<const PersonDays> people, std::size_t day, std::vector<HandingOver>& all) {
  std::vector<std::int64_t> room;
  room.reserve(people.size());
  std::vector<const PersonDays*> overloaded;
  for (const auto& person : people) {
    room.push_back(person.room_for[day] - static_cast<std::int64_t>(person.due[day].size()));
    if (room.back() < 0) overloaded.push_back(&person);
  }
  std::ranges::sort(overloaded, {}, [&](const PersonDays* person) {
    return std::tuple(-too_many_of(*person, day), person->id);
  });
  for (const auto* person : overloaded) {
    HandingOver handing{person->id, day, too_many_of(*person, day), {}};
    for (const auto* card : to_be_given(person->due[day])) {
      if (static_cast<std::int64_t>(handing.given.size()) == handing.too_many) break;
      const auto* to = taker(people, room);
      if (to == nullptr) break;
      --room[static_cast<std::size_t>(to - people.data())];
      handing.given.emplace_back(card->id, to->id);
    }
    all.push_back(std::move(handing));
  }
}

}  // namespace

std::int64_t percentile(std::vector<std::int64_t> values, int percent) {
  CHECK(!values.empty());
  const auto rank = (values.size() * static_cast<std::size_t>(percent) + 99) / 100;
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
  std::ranges::nth_element(values, place);
  return *place;
}

Usual usual_of(const std::vector<std::int64_t>& own, const std::vector<std::int64_t>& store) {
  Usual usual;
  usual.days = static_cast<std::int64_t>(own.size());
  for (const auto count : own) usual.follow_ups += count;
  usual.measured = !store.empty();
  if (store.empty()) return usual;
  const auto in_store = percentile(store, kUsualPercent);
  const auto theirs = own.empty() ? in_store : percentile(own, kUsualPercent);
  const auto weight = usual.days + kStoreWeight;
  usual.per_day = std::max<std::int64_t>(
      1, (2 * (usual.days * theirs + kStoreWeight * in_store) + weight) / (2 * weight));
  return usual;
}

std::string day_of_work(const std::string& due, const std::string& today,
                        const std::function<bool(const std::string&)>& works) {
  auto first = std::max(due, today);
  for (auto day = first; day >= today; day = add_days(day, -1)) {
    if (works(day)) return day;
  }
  return first;
}

bool may_be_given(const DueCard& card) { return card.grade != Grade::H && !card.ordered && !card.timed; }

std::vector<HandingOver> hand_over(std::span<const PersonDays> people) {
  std::vector<HandingOver> all;
  if (people.empty()) return all;
  for (std::size_t day = 0; day < people.front().due.size(); ++day) hand_over_on(people, day, all);
  return all;
}

}  // namespace guanxi::workday
