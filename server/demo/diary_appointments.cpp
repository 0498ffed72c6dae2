// Appointments and test drives: some of those who were spoken with are invited, and most of them come.
#include <algorithm>

#include "demo/diary.h"

namespace guanxi::demo {
namespace {

using prospects::Appointment;
using prospects::AppointmentPurpose;
using prospects::AppointmentStanding;
using prospects::Card;
using prospects::CardStanding;

constexpr std::string_view kDriven[] = {
    "底盘比想的稳，太太也喜欢", "提速够用，嫌后排坐垫硬",   "开完说比竞品安静",
    "高速上有点风噪，再比比",   "自动泊车试了两次，很满意", "方向盘轻，老人也能开",
};
constexpr std::string_view kCancelled[] = {"临时出差", "孩子发烧", "下雨不来了"};
constexpr std::string_view kNotes[] = {"带家人来", "想看白色现车", "先准备好报价单"};

AppointmentPurpose purpose_for(const Card& card, Dice& dice) {
  constexpr AppointmentPurpose kPurposes[] = {AppointmentPurpose::visit, AppointmentPurpose::test_drive,
                                              AppointmentPurpose::quote, AppointmentPurpose::signing};
  constexpr double kHot[] = {0.1, 0.4, 0.3, 0.2};
  constexpr double kOthers[] = {0.35, 0.5, 0.15, 0};
  return kPurposes[dice.weighted(card.grade == prospects::Grade::H ? kHot : kOthers)];
}

}  // namespace

void Diary::invite(database::Transaction& tx, const Staff& person, const Card& card, Dice& dice,
                   Instant at) const {
  const auto day = add_days(zone_.day(at), dice.between(1, 3));
  prospects::NewAppointment input{};
  input.id = {dice.id(at)};
  input.at = {zone_.start_of(day) + dice.between(19, 34) * 30 * kMinute};
  input.purpose = purpose_for(card, dice);
  if (dice.chance(0.3)) input.note = {{std::string(dice.one_of(kNotes))}};
  if (input.purpose == AppointmentPurpose::test_drive && dice.chance(0.85)) {
    const auto cars = prospects::test_cars_of(tx, shop_.store.id);
    input.drive = {{dice.id(at)}, {dice.one_of(cars).id}, {dice.chance(0.5) ? 30 : 45}};
  }
  // The car may be taken: then they come without one.
  if (prospects::invite(tx, person.actor, shop_.store, card.id, input, at)) return;
  input.drive.reset();
  must(prospects::invite(tx, person.actor, shop_.store, card.id, input, at));
}

void Diary::expect_visitors(const Span& open) {
  for (auto at = open.from + 40 * kMinute; at <= open.to; at += kHour) {
    const Dice dice(plan_dice_.roll());
    deeds_.add(at, [this, dice, at](database::Transaction& tx) { settle_appointments(tx, dice, at); });
  }
}

/// Whoever was to be here twenty minutes ago has come, or has not; of some nobody says anything.
void Diary::settle_appointments(database::Transaction& tx, Dice dice, Instant at) const {
  const auto from = at - kHour - 20 * kMinute;
  for (const auto& appointment :
       prospects::appointments_between(tx, shop_.store.id, std::nullopt, from, at - 20 * kMinute, 100)) {
    if (appointment.standing != AppointmentStanding::invited) continue;
    const auto card = prospects::find_card(tx, shop_.store.id, appointment.card_id);
    if (card->card.standing == CardStanding::loss_asked) continue;
    settle(tx, appointment, card->card, dice, at);
  }
}

void Diary::settle(database::Transaction& tx, const Appointment& appointment, const Card& card, Dice& dice,
                   Instant at) const {
  const auto is_theirs = [&](const Staff& each) { return each.id == card.salesperson_id; };
  const auto person = std::ranges::find_if(shop_.salespeople, is_theirs);
  const auto& actor = person == shop_.salespeople.end() ? shop_.manager.actor : person->actor;
  const auto& store = shop_.store;
  constexpr double kShares[] = {0.64, 0.2, 0.06, 0.06, 0.04};
  switch (dice.weighted(kShares)) {
    case 0: {
      const auto drive = prospects::booked_for(tx, store.id, appointment.id);
      if (drive && dice.chance(0.85)) return drive_now(tx, actor, *drive, card, dice, at);
      must(prospects::arrive(tx, actor, store, appointment.id, at));
      if (drive) must(prospects::cancel_drive(tx, actor, store, drive->id, {}, at));
      return;
    }
    case 1:
      must(prospects::miss(tx, actor, store, appointment.id, at));
      return;
    case 2:
      // The car may be taken at that time tomorrow: then nothing has been said yet.
      static_cast<void>(prospects::edit_appointment(tx, actor, store, appointment.id,
                                                    {{appointment.at + kDay}, appointment.purpose, {}},
                                                    appointment.version, at));
      return;
    case 3:
      must(prospects::cancel_appointment(tx, actor, store, appointment.id,
                                         {{{std::string(dice.one_of(kCancelled))}}}, at));
      return;
    default:
      return;
  }
}

void Diary::drive_now(database::Transaction& tx, const Actor& actor, const prospects::TestDrive& drive,
                      const Card& card, Dice& dice, Instant at) const {
  const auto today = zone_.day(at);
  const auto rules = prospects::rules_on(tx, shop_.store.id, today);
  prospects::Driven input{};
  input.licence_seen = dice.chance(0.95);
  if (dice.chance(0.6)) input.odometer = {{dice.between(800, 9000)}};
  input.said = {{std::string(dice.one_of(kDriven))}};
  if (card.grade == prospects::Grade::N) input.purchase_when = reception::PurchaseWhen::this_month;
  input.next_on = {
      {prospects::latest_next_day(card, today, rules.cadence, prospects::open_days(shop_.store))}};
  must(prospects::finish_drive(tx, actor, shop_.store, drive.id, input, at));
}

}  // namespace guanxi::demo
