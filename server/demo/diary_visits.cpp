// One visit from the door to its sentence in the log.
#include <algorithm>

#include "demo/choices.h"
#include "demo/diary.h"
#include "demo/stories.h"

namespace guanxi::demo {
namespace {

using reception::PurchaseWhen;
using reception::Way;

struct Weighted {
  std::string_view code;
  double weight;
};

/// A code from a table, more often where the weight is larger.
std::string draw(Dice& dice, const std::vector<Weighted>& table) {
  std::vector<double> weights;
  for (const auto& entry : table) weights.push_back(entry.weight);
  return std::string(table[dice.weighted(weights)].code);
}

std::string channel_of(Dice& dice, Way way) {
  static const std::vector<Weighted> walk_in = {
      {"natural.passing", 5}, {"natural.outdoor", 1.5}, {"video.douyin", 3}, {"portal.autohome", 2},
      {"portal.yiche", 1},    {"search.site", 0.7},     {"event.store", 1},  {"referral.friend", 2},
      {"referral.owner", 2},  {"event.show", 0.8}};
  static const std::vector<Weighted> invited = {
      {"portal.autohome", 4}, {"portal.yiche", 2}, {"video.douyin", 4}, {"oem", 2},
      {"outbound", 1.5},      {"event.show", 1},   {"repurchase", 0.5}};
  static const std::vector<Weighted> call = {{"call_in", 4}, {"search.engine", 1}, {"portal.autohome", 1}};
  if (way == Way::appointment) return draw(dice, invited);
  return draw(dice, way == Way::call ? call : walk_in);
}

std::string reason_of(Dice& dice, const Party& party, bool asked) {
  const auto& habit = party.receiver->member->habit;
  if (party.is_call()) {
    return asked
               ? draw(
                     dice,
                     {{"U2.fears_calls", 3}, {"U2.will_return", 2}, {"U3.no_price", 2}, {"U4.competitor", 1}})
               : draw(dice, {{"U1.forgot", 2}, {"U1.busy", 2}, {"U9.unknown", 1}});
  }
  if (party.first != nullptr && dice.chance(0.5)) return "U1.handover_failed";
  if (!asked) {
    return draw(dice, {{"U1.judged", 6 * habit.judges},
                       {"U1.forgot", 2},
                       {"U1.busy", party.rushed ? 6.0 : 1.0},
                       {"U1.left_early", 1.2},
                       {"U9.unknown", 0.8}});
  }
  return draw(dice, {{"U2.fears_calls", 5},
                     {"U2.will_return", 6},
                     {"U2.no_benefit", 2},
                     {"U2.distrust", 1.5},
                     {"U3.not_probed", 1.5},
                     {"U3.unclear", 1},
                     {"U3.no_car", 2},
                     {"U3.no_price", 2},
                     {"U3.unsuitable", 1.5},
                     {"U4.competitor", 2},
                     {"U4.same_brand", 1},
                     {"U9.unknown", 1}});
}

std::string exclusion_of(Dice& dice) {
  return draw(dice, {{"X1.paperwork", 2},
                     {"X1.delivery", 1.5},
                     {"X1.cancellation", 0.3},
                     {"X1.service", 4},
                     {"X2.companion", 2},
                     {"X2.staff", 1},
                     {"X2.scout", 0.8},
                     {"X2.inspector", 0.2},
                     {"X2.passer_by", 2}});
}

/// When they mean to buy; every tenth names a day.
void set_purchase(Dice& dice, reception::Filing& filing, const std::string& day) {
  constexpr PurchaseWhen kWhen[] = {PurchaseWhen::this_week, PurchaseWhen::this_month,
                                    PurchaseWhen::next_month, PurchaseWhen::date, PurchaseWhen::unknown};
  constexpr double kShares[] = {0.12, 0.35, 0.27, 0.1, 0.16};
  filing.purchase_when = kWhen[dice.weighted(kShares)];
  if (filing.purchase_when == PurchaseWhen::date) {
    filing.purchase_day = json::Day{add_days(day, dice.between(5, 70))};
  }
}

/// A range around the list price, in steps of a thousand yuan.
void set_price(Dice& dice, reception::Filing& filing, std::int64_t list_price) {
  constexpr std::int64_t kStep = 100000;
  if (dice.chance(0.25)) return;
  filing.price_from = {{list_price * dice.between(84, 94) / 100 / kStep * kStep}};
  filing.price_to = {{list_price * dice.between(97, 108) / 100 / kStep * kStep}};
}

void set_customer(reception::FiledCustomer& customer, const Regular& regular) {
  const auto& visitor = regular.visitor;
  customer.id = {regular.customer_id};
  customer.name = {visitor.name};
  customer.sex = visitor.sex;
  if (visitor.phone) customer.phone = {{*visitor.phone}};
  if (visitor.wechat) customer.wechat = {{*visitor.wechat}};
  if (visitor.plate) customer.plate = {{*visitor.plate}};
}

/// `Input` is a filing or an unfiling.
template <class Input>
void set_noticed(Input& input, const Noticed& noticed) {
  const auto set = [](auto& field, const auto& text) {
    if (text) field = {{std::string(*text)}};
  };
  input.transport = noticed.transport;
  set(input.colour, noticed.colour);
  set(input.current_car, noticed.current_car);
  set(input.competing_model, noticed.competing_model);
  input.questionnaire = noticed.questionnaire;
}

reception::ConsentGiven consent_of(Dice& dice) {
  using dealership::Purpose;
  if (!dice.chance(0.9)) return {false, {}};
  if (dice.chance(0.45)) return {true, {Purpose::follow_up, Purpose::marketing}};
  return {true, {Purpose::follow_up}};
}

}  // namespace

void Diary::come(Party& party) {
  choose_receiver(party);
  if (party.is_call()) {
    party.leaves = party.arrives + dice_.between(2, 9) * kMinute;
    open(party);
    return end(party);
  }
  if (!party.known && dice_.chance(0.04)) hand_over(party);
  const bool no_prospect = party.way == Way::walk_in && party.first == nullptr && dice_.chance(0.1);
  party.leaves = party.arrives + (no_prospect ? dice_.between(3, 25) : dice_.between(12, 80)) * kMinute +
                 dice_.below(60) * kSecond;
  free_at_[party.receiver] = std::max(free_at_[party.receiver], party.leaves);
  open(party);
  if (no_prospect) return exclude(party);
  if (forget(party)) return depart(party);
  if (dice_.chance(0.4)) depart(party);
  end(party);
}

void Diary::open(const Party& party) {
  reception::NewVisit input;
  input.id = {party.id};
  input.way = party.way;
  input.kind = std::nullopt;
  constexpr double kSizes[] = {0.42, 0.36, 0.14, 0.06, 0.02};
  if (!party.is_call()) input.party_size = {{static_cast<std::int64_t>(dice_.weighted(kSizes)) + 1}};
  if (party.known) {
    input.customer_id = {{party.known->customer_id}};
  } else {
    input.salesperson_id = {{party.first != nullptr ? party.first->id : party.receiver->id}};
  }
  if (party.way == Way::appointment && register_dice_.chance(0.8))
    input.appointed_at = {{draw_appointed(register_dice_, party.arrives)}};
  if (dice_.chance(0.85)) input.channel_code = {{channel_of(dice_, party.way)}};
  const bool by_desk = !party.is_call() && dice_.chance(0.85);
  const auto* who = by_desk ? &shop_.receptionist : party.first != nullptr ? party.first : party.receiver;
  deeds_.add(party.arrives, [this, input, who, at = party.arrives](database::Transaction& tx) {
    must(reception::open_visit(tx, who->actor, shop_.store, input, at));
  });
}

void Diary::hand_over(Party& party) {
  if (line_.size() < 2) return;
  party.first = party.receiver;
  party.receiver = line_.front() == party.first ? line_[1] : line_.front();
  const reception::Handover input{{party.receiver->id}};
  deeds_.add(party.arrives + 6 * kMinute,
             [this, input, id = party.id, at = party.arrives + 6 * kMinute](database::Transaction& tx) {
               must(reception::hand_over(tx, shop_.receptionist.actor, shop_.store, id, input, at));
             });
}

void Diary::depart(const Party& party) {
  deeds_.add(party.leaves, [this, id = party.id, at = party.leaves](database::Transaction& tx) {
    must(reception::depart(tx, shop_.receptionist.actor, shop_.store, id, {}, at));
  });
}

/// Two parties of the last days per store were closed by nobody.
bool Diary::forget(const Party& party) {
  const bool late = party.arrives < now_ - 25 * kHour && party.arrives > now_ - 60 * kHour;
  if (!late || party.known || party.way != Way::walk_in || forgotten_ == 2) return false;
  if (party.receiver->member->habit.tardy < 0.1) return false;
  ++forgotten_;
  return true;
}

Instant Diary::closing_of(const Party& party) {
  const bool tardy = dice_.chance(party.receiver->member->habit.tardy);
  return party.leaves + (tardy ? dice_.between(30, 150) : dice_.between(1, 12)) * kMinute;
}

void Diary::end(const Party& party) {
  const auto& habit = party.receiver->member->habit;
  const auto at = closing_of(party);
  if (party.known) return file(party, at);
  // A full house costs asking; who was invited is half won.
  const double asks = habit.asks * (party.rushed ? 0.7 : 1) * (party.is_call() ? 0.8 : 1);
  const double gets = habit.gets * (party.way == Way::appointment ? 1.1 : 1) * (party.is_call() ? 0.8 : 1);
  const bool asked = dice_.chance(asks);
  if (asked && dice_.chance(gets))
    file(party, at);
  else
    leave_unfiled(party, asked, at);
}

void Diary::file(const Party& party, Instant at) {
  const auto& model = models_[party.model];
  const auto day = zone_.day(party.arrives);
  Regular regular =
      party.known ? *party.known : Regular{dice_.id(at), visitors_.next(dice_, shop_.store), party.model};
  reception::Filing filing{};
  set_customer(filing.customer, regular);
  filing.model_id = {{model.id}};
  set_price(dice_, filing, model.list_price);
  set_purchase(dice_, filing, day);
  filing.consent = consent_of(dice_);
  filing.test_drive = !party.is_call() && dice_.chance(0.55);
  filing.quote = dice_.chance(party.known ? 0.7 : 0.4);
  filing.trade_in = dice_.chance(0.22);
  if (dice_.chance(party.receiver->member->habit.telling)) {
    const auto* code = party.is_call() ? "call" : party.known ? "again" : "first";
    filing.story = {{story(dice_, Subject::filed, code, model.series)}};
  }
  filing.left_at = {{party.leaves}};
  set_noticed(filing, draw_noticed(register_dice_, party.is_call()));
  deeds_.add(at, [this, filing, who = party.receiver, id = party.id, at](database::Transaction& tx) {
    must(reception::file_visit(tx, who->actor, shop_.store, id, filing, at));
  });
  in_charge_.emplace(regular.customer_id, party.receiver);
  if (dice_.chance(0.36)) returns_[add_days(day, dice_.between(2, 18))].push_back(std::move(regular));
}

void Diary::leave_unfiled(const Party& party, bool asked, Instant at) {
  const auto reason = reason_of(dice_, party, asked);
  const auto& series = models_[party.model].series;
  reception::Unfiling unfiling{};
  unfiling.reason_code = {reason};
  unfiling.asks = {asked && !reason.starts_with("U1") ? dice_.between(1, 2) : 0};
  unfiling.second_face = !party.is_call() && dice_.chance(0.15);
  const auto subject = party.is_call() ? Subject::call_unfiled : Subject::unfiled;
  unfiling.story = {story(dice_, subject, reason, series)};
  if (reason != "U1.left_early" && dice_.chance(0.7)) unfiling.model_id = {{models_[party.model].id}};
  unfiling.test_drive = !party.is_call() && asked && dice_.chance(0.15);
  unfiling.quote = asked && dice_.chance(0.12);
  unfiling.trade_in = asked && dice_.chance(0.06);
  unfiling.left_at = {
      {reason == "U1.left_early" ? party.arrives + dice_.between(60, 170) * kSecond : party.leaves}};
  if (asked) set_noticed(unfiling, draw_noticed(register_dice_, party.is_call()));
  deeds_.add(at, [this, unfiling, who = party.receiver, id = party.id, at](database::Transaction& tx) {
    must(reception::leave_visit_unfiled(tx, who->actor, shop_.store, id, unfiling, at));
  });
}

/// The salesperson says that it is no prospect; the desk or the manager agrees, or does not.
void Diary::exclude(const Party& party) {
  reception::ExclusionRequest input;
  input.code = {exclusion_of(dice_)};
  input.story = {{story(dice_, Subject::exclusion, input.code, models_[party.model].series)}};
  deeds_.add(party.leaves, [this, input, who = party.receiver, id = party.id, at = party.leaves](auto& tx) {
    must(reception::ask_visit_exclusion(tx, who->actor, shop_.store, id, input, at));
  });
  const auto at = party.leaves + dice_.between(35, 180) * kMinute;
  const auto* second = dice_.chance(0.7) ? &shop_.manager : &shop_.receptionist;
  if (dice_.chance(0.92)) {
    deeds_.add(at, [this, second, id = party.id, at](database::Transaction& tx) {
      must(reception::confirm_visit_exclusion(tx, second->actor, shop_.store, id, at));
    });
    return;
  }
  deeds_.add(at, [this, second, id = party.id, at](database::Transaction& tx) {
    must(reception::reject_visit_exclusion(tx, second->actor, shop_.store, id, at));
  });
  leave_unfiled(party, false, at + dice_.between(3, 20) * kMinute);
}

}  // namespace guanxi::demo
