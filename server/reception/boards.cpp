#include "reception/boards.h"

namespace guanxi::reception {
namespace {

/// Of what is done only the latest: the whole day is in the log.
constexpr std::int64_t kMostClosed = 10;

std::optional<std::string> restriction(const Actor& actor) {
  if (actor.may("visits.read")) return std::nullopt;
  return actor.id;
}

bool in_the_house(const Visit& visit) { return visit.kind == Kind::visit && !visit.left_at; }

/// Those of the last 24 hours: older ones are overdue, and however many there are, they hide nobody who is
/// here.
UnclosedFilter fresh(const char* standing, const std::optional<std::string>& own_id, Instant now) {
  return {now - kOpenLimit, now + kDay, standing, own_id};
}

void add(Figures& figures, const DayCount& count) {
  figures.heads += count.kind == Kind::visit ? count.heads : 0;
  if (count.kind == Kind::call) {
    figures.calls += count.parties;
    return;
  }
  figures.logged_parties += count.parties;
  if (count.standing == Standing::excluded) {
    figures.excluded += count.parties;
    return;
  }
  if (count.occasion == Occasion::again) {
    figures.again += count.parties;
    return;
  }
  figures.first_visits += count.parties;
  if (count.standing == Standing::filed) {
    figures.filed += count.parties;
  } else if (count.standing == Standing::unfiled || count.overdue) {
    figures.unfiled += count.parties;
  } else {
    figures.open += count.parties;
  }
}

}  // namespace

Figures figures_of(database::Transaction& tx, const Store& store, const std::string& day,
                   const std::optional<std::string>& own_id, Instant now) {
  const auto zone = store.zone();
  Figures figures;
  for (const auto& count :
       count_day(tx, store.id, zone.start_of(day), zone.start_of(add_days(day, 1)), own_id, now)) {
    add(figures, count);
  }
  if (own_id) return figures;
  const auto door = door_days(tx, store, day, day);
  figures.counted_parties = door && !door->empty() ? door->front().counted : 0;
  return figures;
}

House house(database::Transaction& tx, const Actor& actor, const Store& store, Instant now) {
  House house{};
  house.now = {now};
  house.day = store.zone().day(now);
  house.hour = store.zone().local(now).hour;
  for (auto& named : select_unclosed(tx, store.id, fresh("open", restriction(actor), now))) {
    if (in_the_house(named.visit)) house.visits.push_back(view_of(std::move(named), actor, now));
  }
  house.duty = duty_of(tx, store, house.day);
  for (const auto& entry : house.duty) {
    if (entry.on_turn) house.on_turn = entry.person;
  }
  const auto door = door_days(tx, store, house.day, house.day);
  if (!door || door->empty()) return house;
  house.logged_parties = door->front().logged;
  house.counted_parties = door->front().counted;
  for (const auto& hour : door->front().hours) {
    if (hour.hour == house.hour) house.tapped_this_hour = hour.desk;
  }
  return house;
}

Today today(database::Transaction& tx, const Actor& actor, const Store& store, Instant now) {
  Today today{};
  today.now = {now};
  today.day = store.zone().day(now);
  const auto own_id = restriction(actor);
  today.open = views_of(select_unclosed(tx, store.id, fresh("open", own_id, now)), actor, now);
  today.overdue = views_of(select_unclosed(tx, store.id, {0, now - kOpenLimit, "open", own_id}), actor, now);
  // Of everybody: the second person is somebody else by definition.
  for (auto& named : select_unclosed(tx, store.id, {0, now + kDay, "exclusion_asked", std::nullopt})) {
    auto view = view_of(std::move(named), actor, now);
    const bool may = std::find(view.can.begin(), view.can.end(), Action::confirm_exclusion) != view.can.end();
    if (may) today.to_confirm.push_back(std::move(view));
  }
  VisitFilter filter;
  filter.from = store.zone().start_of(today.day);
  filter.to = filter.before_at = store.zone().start_of(add_days(today.day, 1));
  filter.own_id = own_id;
  filter.closed = true;
  filter.limit = kMostClosed;
  today.closed = views_of(select_visits(tx, store.id, filter), actor, now);
  today.figures = figures_of(tx, store, today.day, own_id, now);
  return today;
}

}  // namespace guanxi::reception
