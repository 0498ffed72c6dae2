// The rhythm of a store: who is on duty, when parties come, and whom they meet.
#include <algorithm>
#include <cmath>

#include "demo/diary.h"

namespace guanxi::demo {
namespace {

using reception::Way;

// Parties by hour from opening at nine on: late morning and mid-afternoon are the peaks.
constexpr double kHours[] = {1.0, 3.0, 2.6, 1.1, 1.4, 3.0, 3.0, 2.2, 1.2, 1.3, 0.6};
// Parties who come for the first time, Monday to Sunday.
constexpr int kFresh[] = {7, 7, 7, 8, 9, 14, 13};
constexpr Instant kQuiet = 2 * kHour;  // after opening: enough for a day to have something to show

int weekday_of(const TimeZone& zone, Instant at) { return zone.local(at).weekday; }

Instant clock_time(const TimeZone& zone, const std::string& day, const std::string& time) {
  return zone.start_of(day) + std::stoi(time.substr(0, 2)) * kHour + std::stoi(time.substr(3)) * kMinute;
}

}  // namespace

Diary::Diary(const Shop& shop, const std::vector<dealership::Model>& models, Visitors& visitors, Deeds& deeds,
             Dice dice, Instant now)
    : shop_(shop),
      models_(models),
      visitors_(visitors),
      deeds_(deeds),
      dice_(dice),
      register_dice_(dice.roll()),
      plan_dice_(dice.roll()),
      now_(now),
      zone_(shop.store.zone()),
      today_(zone_.day(now)) {}

void Diary::fill_day(const std::string& day) {
  begin_day(day);
  const auto open = open_time(day);
  line_ = come_on_duty(day, open);
  free_at_.clear();
  auto parties = parties_of(day, open);
  std::erase_if(parties, [this](const Party& party) { return party.arrives > now_; });
  for (auto& party : parties) come(party);
  count_at_the_door(parties);
  work_on_cards(open);
}

/// From opening to closing. Who looks at the demo at night sees a day moved so far that it is under way.
Diary::Span Diary::open_time(const std::string& day) const {
  const auto weekday = weekday_of(zone_, zone_.start_of(day));
  Span span{};
  for (const auto& hours : shop_.store.opening_hours) {
    if (hours.weekday != weekday) continue;
    span = {clock_time(zone_, day, hours.opens), clock_time(zone_, day, hours.closes)};
  }
  if (is_today(day) && now_ < span.from + kQuiet) {
    span = {std::max(zone_.start_of(day), now_ - 2 * kQuiet), now_};
  }
  return span;
}

std::vector<const Staff*> Diary::come_on_duty(const std::string& day, const Span& open) {
  const auto weekday = weekday_of(zone_, zone_.start_of(day));
  std::vector<const Staff*> line;
  for (std::size_t i = 0; i < shop_.salespeople.size(); ++i) {
    const int day_off = static_cast<int>(i) % 5 + 1;  // everybody works at weekends
    if (weekday != day_off) line.push_back(&shop_.salespeople[i]);
  }
  // Whoever was first in the line yesterday is not first today.
  const auto shift = dice_.below(static_cast<int>(line.size()));
  std::rotate(line.begin(), line.begin() + shift, line.end());
  Instant at = std::max(zone_.start_of(day), open.from - 20 * kMinute);
  for (const auto* person : line) {
    at += dice_.between(5, 90) * kSecond;
    deeds_.add(at, [this, person, at](database::Transaction& tx) {
      must(reception::set_duty(tx, shop_.receptionist.actor, shop_.store, person->id, true, at));
    });
  }
  return line;
}

Instant Diary::arrival(const Span& open) {
  const auto hours = static_cast<std::size_t>(std::clamp<Instant>((open.to - open.from) / kHour, 1, 11));
  const auto hour = dice_.weighted(std::span(kHours).first(hours));
  const auto within = dice_.below(static_cast<int>(kHour));
  return std::min(open.from + static_cast<Instant>(hour) * kHour + within, open.to - 1);
}

Party Diary::new_party(Instant arrives, Way way) {
  std::vector<double> wanted;
  for (const auto& model : models()) wanted.push_back(model.wanted);
  Party party;
  party.id = dice_.id(arrives);
  party.arrives = arrives;
  party.way = way;
  party.model = dice_.weighted(wanted);
  return party;
}

std::vector<Party> Diary::parties_of(const std::string& day, const Span& open) {
  std::vector<Party> parties;
  const double usual = kFresh[weekday_of(zone_, zone_.start_of(day)) - 1] * shop_.traffic;
  const auto fresh = static_cast<int>(std::lround(usual)) + dice_.between(-2, 2);
  for (int i = 0; i < fresh; ++i) {
    const Way way = dice_.chance(0.2) ? Way::appointment : dice_.chance(0.05) ? Way::again : Way::walk_in;
    parties.push_back(new_party(arrival(open), way));
  }
  for (int i = dice_.between(1, 3); i > 0; --i) parties.push_back(new_party(arrival(open), Way::call));
  for (auto& regular : returns_[day]) {
    auto party = new_party(arrival(open), dice_.chance(0.45) ? Way::appointment : Way::again);
    party.model = regular.model;
    party.known = std::move(regular);
    parties.push_back(std::move(party));
  }
  returns_.erase(day);
  std::ranges::sort(parties, {}, &Party::arrives);
  return parties;
}

/// A customer on file goes to who is in charge; everybody else to the first in the line who is free.
void Diary::choose_receiver(Party& party) {
  if (party.known) {
    party.receiver = &in_charge_of(*party.known);
  } else {
    const auto is_free = [&](const Staff* person) { return free_at_[person] <= party.arrives; };
    auto next = std::ranges::find_if(line_, is_free);
    party.rushed = next == line_.end();
    if (party.rushed) next = line_.begin();
    party.receiver = *next;
    if (!party.is_call()) std::rotate(next, next + 1, line_.end());
  }
}

/// The front desk counts everybody who comes in, and now and then somebody whom nobody logs.
void Diary::count_at_the_door(const std::vector<Party>& parties) {
  std::vector<Instant> arrivals;
  for (const auto& party : parties) {
    if (!party.is_call()) arrivals.push_back(party.arrives);
  }
  if (arrivals.empty()) return;
  // At least one, and so few that 85 % of those counted are in the log.
  const int most = std::max(1, static_cast<int>(static_cast<double>(arrivals.size()) * (1 / 0.85 - 1)));
  for (int missed = dice_.between(1, most); missed > 0; --missed) tap_at(dice_.one_of(arrivals));
  for (const auto at : arrivals) tap_at(at);
}

void Diary::tap_at(Instant at) {
  const reception::DoorTap input{{dice_.id(at)}, {1}};
  deeds_.add(at, [this, input, at](database::Transaction& tx) {
    must(reception::tap(tx, shop_.receptionist.actor, shop_.store, input, at));
  });
}

const Staff& Diary::in_charge_of(const Regular& regular) const { return *in_charge_.at(regular.customer_id); }

void Diary::fill_this_moment() {
  constexpr int kMinutesAgo[] = {47, 23, 9};
  std::vector<Party> inside;
  for (const int minutes : kMinutesAgo) {
    auto party = new_party(now_ - minutes * kMinute, minutes == 23 ? Way::appointment : Way::walk_in);
    choose_receiver(party);
    open(party);
    inside.push_back(std::move(party));
  }
  for (const int minutes : {64, 35}) {
    auto party = new_party(now_ - minutes * kMinute, Way::walk_in);
    choose_receiver(party);
    party.leaves = party.arrives + 12 * kMinute;
    open(party);
    // The first has left and is still to be closed, the second waits for a second person's word.
    if (minutes == 64)
      depart(party);
    else
      exclude(party);
    inside.push_back(std::move(party));
  }
  for (const auto& party : inside) tap_at(party.arrives);
}

}  // namespace guanxi::demo
