#include "prospects/plan_view.h"

namespace guanxi::prospects {
namespace {

/// Whoever was missed longer ago than this is with the board's silent ones by now.
constexpr Instant kNeededFor = 30 * kDay;

template <class Plan>
std::map<std::string, NamedCard> cards_of(database::Transaction& tx, const std::vector<Plan>& plans) {
  std::vector<std::string> ids;
  for (const auto& plan : plans) ids.push_back(plan.card_id);
  return plans.empty() ? std::map<std::string, NamedCard>()
                       : select_cards_by_id(tx, plans.front().store_id, ids);
}

}  // namespace

PlanViews::PlanViews(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                     Instant now)
    : tx_(tx), actor_(actor), zone_(store.zone()), now_(now) {
  for (const auto& car : test_cars_of(tx, store.id)) cars_.emplace(car.id, car.name);
}

/// Whose it is: a name for who greets them, the card for who may open it.
template <class View>
void PlanViews::name_card(View& view, const NamedCard& named) const {
  const Card& card = named.card;
  const bool visible = visible_to(card, actor_);
  if (visible) view.card_id = card.id;
  if (visible || actor_.may("customers.find")) view.customer = named.customer_name;
  if (card.salesperson_id) view.salesperson = Name{*card.salesperson_id, named.salesperson.value_or("")};
}

TestDriveView PlanViews::of(const TestDrive& drive, const NamedCard& named) const {
  TestDriveView view{};
  view.id = drive.id;
  view.store_id = drive.store_id;
  name_card(view, named);
  view.car = {drive.car_id, cars_.at(drive.car_id)};
  view.appointment_id = drive.appointment_id;
  view.starts_at = {drive.taken.from};
  view.ends_at = {drive.taken.to};
  view.standing = drive.standing;
  view.licence_seen = drive.licence_seen;
  view.odometer = drive.odometer;
  if (view.card_id) view.reason = drive.reason;
  view.version = drive.version;
  view.can = possible_actions(drive, named.card, actor_);
  return view;
}

AppointmentView PlanViews::of(const Appointment& appointment, const NamedCard& named) const {
  AppointmentView view{};
  view.id = appointment.id;
  view.store_id = appointment.store_id;
  name_card(view, named);
  view.purpose = appointment.purpose;
  view.at = {appointment.at};
  view.on = zone_.day(appointment.at);
  view.standing = appointment.standing;
  if (view.card_id) view.note = appointment.note;
  view.moves = appointment.moves;
  view.visit_id = appointment.visit_id;
  if (view.card_id) view.reason = appointment.reason;
  if (const auto drive = booked_for(tx_, appointment.store_id, appointment.id))
    view.drive = of(*drive, named);
  view.version = appointment.version;
  view.can = possible_actions(appointment, named.card, actor_, now_);
  return view;
}

std::vector<TestDriveView> PlanViews::of(const std::vector<TestDrive>& drives) const {
  const auto cards = cards_of(tx_, drives);
  std::vector<TestDriveView> views;
  for (const auto& drive : drives) views.push_back(of(drive, cards.at(drive.card_id)));
  return views;
}

std::vector<AppointmentView> PlanViews::of(const std::vector<Appointment>& appointments) const {
  const auto cards = cards_of(tx_, appointments);
  std::vector<AppointmentView> views;
  for (const auto& appointment : appointments)
    views.push_back(of(appointment, cards.at(appointment.card_id)));
  return views;
}

std::vector<DueAppointment> due_appointments(database::Transaction& tx, const Actor& actor,
                                             const dealership::Store& store, const std::string& day,
                                             const std::optional<std::string>& salesperson_id, Instant now) {
  const auto zone = store.zone();
  const NeededFilter filter{salesperson_id, now - kNeededFor, zone.start_of(day),
                            zone.start_of(add_days(day, 1))};
  const auto needed = needed_appointments(tx, store.id, filter);
  const auto cards = cards_of(tx, needed);
  const PlanViews plans(tx, actor, store, now);
  const CardViews card_views(tx, actor, store, now);
  std::vector<DueAppointment> due;
  for (const auto& appointment : needed) {
    const auto& card = cards.at(appointment.card_id);
    due.push_back({plans.of(appointment, card), card_views.of(card)});
  }
  return due;
}

}  // namespace guanxi::prospects
