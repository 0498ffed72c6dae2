#include "workday/workload_page.h"

#include <algorithm>

#include "workday/work_days.h"

namespace guanxi::workday {
namespace {

/// Within how many days, today included, the morning board is told.
constexpr std::size_t kAhead = 3;

bool manages(const Actor& actor) { return actor.may("prospects.manage"); }

std::int64_t count(const std::vector<DueCard>& cards) { return static_cast<std::int64_t>(cards.size()); }

std::int64_t overdue_of(const std::vector<DueCard>& today, Instant now) {
  return std::ranges::count_if(today, [&](const DueCard& card) { return card.next_at < now; });
}

PersonLoad load_of(const WorkDays& work, const PersonDays& person, Instant now) {
  PersonLoad load{Name{person.id, person.name}, work.usual_of(person.id), overdue_of(person.due[0], now), {}};
  for (std::size_t at = 0; at < work.days().size(); ++at) {
    const auto& day = work.days()[at];
    const auto due = count(person.due[at]);
    load.days.push_back({day, work.works(person.id, day), due, at == 0 ? work.done_today(person.id) : 0,
                         std::max<std::int64_t>(0, due - person.room_for[at])});
  }
  return load;
}

/// Nothing when everything has somebody in charge of it.
std::optional<PersonLoad> load_of_nobody(const WorkDays& work, Instant now) {
  PersonLoad load{{}, {}, overdue_of(work.nobodys()[0], now), {}};
  std::int64_t sum = 0;
  for (std::size_t at = 0; at < work.days().size(); ++at) {
    const auto due = count(work.nobodys()[at]);
    load.days.push_back({work.days()[at], false, due, 0, 0});
    sum += due;
  }
  return sum == 0 ? std::nullopt : std::optional(std::move(load));
}

FindingCard brief(const prospects::NamedCard& named) {
  const auto& card = named.card;
  FindingCard shown{card.id, card.store_id, named.customer_name, card.standing, card.grade, {}};
  if (card.salesperson_id) shown.salesperson = Name{*card.salesperson_id, named.salesperson.value_or("")};
  return shown;
}

const PersonDays& person_of(const WorkDays& work, const std::string& id) {
  const auto found = std::ranges::find(work.people(), id, &PersonDays::id);
  CHECK(found != work.people().end());
  return *found;
}

Overload overload_of(const WorkDays& work, const HandingOver& handing, Instant now) {
  const auto& person = person_of(work, handing.from);
  const auto& day = work.days()[handing.day];
  const auto& due = person.due[handing.day];
  const bool is_today = handing.day == 0;
  return {{person.id, person.name},
          day,
          work.works(person.id, day),
          count(due),
          is_today ? overdue_of(due, now) : 0,
          is_today ? work.done_today(person.id) : 0,
          work.usual_of(person.id).per_day,
          handing.too_many,
          {}};
}

std::vector<Overload> overloads_of(database::Transaction& tx, const Store& store, const WorkDays& work,
                                   const std::vector<HandingOver>& handings, bool with_proposals,
                                   Instant now) {
  std::vector<std::string> ids;
  for (const auto& handing : handings) {
    for (const auto& [card, to] : handing.given) ids.push_back(card);
  }
  const auto cards = with_proposals ? prospects::select_cards_by_id(tx, store.id, ids)
                                    : std::map<std::string, prospects::NamedCard>{};
  std::vector<Overload> all;
  for (const auto& handing : handings) {
    auto overload = overload_of(work, handing, now);
    for (const auto& [card, to] : handing.given) {
      const auto named = cards.find(card);
      if (named != cards.end())
        overload.given.push_back({brief(named->second), {to, person_of(work, to).name}});
    }
    all.push_back(std::move(overload));
  }
  return all;
}

}  // namespace

Workload workload(database::Transaction& tx, const Actor& actor, const Store& store, Instant now) {
  const WorkDays work(tx, store, now);
  Workload shown{{now}, work.today(), {}, {}};
  const auto theirs = [&](const std::string& id) { return manages(actor) || id == actor.id; };
  for (const auto& person : work.people()) {
    if (theirs(person.id)) shown.people.push_back(load_of(work, person, now));
  }
  if (manages(actor)) {
    if (auto nobody = load_of_nobody(work, now)) shown.people.push_back(std::move(*nobody));
  }
  auto handings = hand_over(work.people());
  std::erase_if(handings, [&](const HandingOver& handing) { return !theirs(handing.from); });
  shown.overloads = overloads_of(tx, store, work, handings, manages(actor), now);
  return shown;
}

std::vector<OverloadAhead> overloads_ahead(database::Transaction& tx, const Actor& /*actor*/,
                                           const Store& store, Instant now) {
  const WorkDays work(tx, store, now);
  std::vector<OverloadAhead> all;
  for (const auto& handing : hand_over(work.people())) {
    if (handing.day >= kAhead) continue;
    const auto told = overload_of(work, handing, now);
    all.push_back(
        {told.person, told.day, told.works, told.due, told.overdue, told.done, told.usual, told.too_many});
  }
  return all;
}

DueCards due_cards(database::Transaction& tx, const Actor& actor, const Store& store,
                   const std::optional<std::string>& person_id, const std::string& day, std::size_t start,
                   std::size_t limit, Instant now) {
  const WorkDays work(tx, store, now);
  const auto whose = manages(actor) ? person_id : std::optional(actor.id);
  const auto place = std::ranges::find(work.days(), day);
  if (place == work.days().end()) return {{}, false};
  const auto at = static_cast<std::size_t>(place - work.days().begin());
  std::vector<DueCard> due;
  if (!whose) {
    due = work.nobodys()[at];
  } else {
    const auto person = std::ranges::find(work.people(), *whose, &PersonDays::id);
    if (person != work.people().end()) due = person->due[at];
  }
  std::ranges::sort(due, {}, [](const DueCard& card) { return std::tie(card.next_at, card.id); });
  std::vector<std::string> ids;
  for (auto i = start; i < due.size() && i - start < limit; ++i) ids.push_back(due[i].id);
  const auto cards = prospects::select_cards_by_id(tx, store.id, ids);
  const prospects::CardViews views(tx, actor, store, now);
  DueCards page{{}, due.size() > start && due.size() - start > limit};
  for (const auto& id : ids) page.items.push_back(views.of(cards.at(id)));
  return page;
}

}  // namespace guanxi::workday
