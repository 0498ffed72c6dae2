// Following up: each salesperson works through the due list, some through more of it than others.
#include <algorithm>

#include "demo/diary.h"

namespace guanxi::demo {
namespace {

using prospects::Card;
using prospects::CardStanding;
using prospects::FollowUpWay;
using prospects::Grade;
using reception::PurchaseWhen;

constexpr std::string_view kSaid[] = {
    "周末带家人再来看一次",       "在等公司的购车补贴", "颜色想要白的，问有没有现车",
    "已经试过竞品，觉得后排小",   "问置换能估多少",     "太太想再看看内饰",
    "贷款方案发过去了，在比较",   "最近出差，回来再约", "问这周有没有活动",
    "预算卡得紧，想看低一档配置", "已约周六上午再试驾", "朋友推荐的，还在犹豫",
};
constexpr std::string_view kPromises[] = {"发报价单",   "问现车和颜色", "确认置换估价",
                                          "约试驾时间", "发贷款方案",   "问店庆活动"};
constexpr std::string_view kLost[] = {"买了别的品牌", "在别的店订了同款", "今年不买了", "多次联系不上",
                                      "家里不同意，先不考虑"};
constexpr std::string_view kCancelled[] = {"贷款没批下来", "等不及交车时间", "家里临时用钱"};

/// When they mean to buy, asked over the telephone.
PurchaseWhen asked_when(Dice& dice) {
  constexpr PurchaseWhen kWhen[] = {PurchaseWhen::this_week, PurchaseWhen::this_month,
                                    PurchaseWhen::next_month, PurchaseWhen::unknown};
  constexpr double kShares[] = {0.2, 0.4, 0.3, 0.1};
  return kWhen[dice.weighted(kShares)];
}

/// Some cards are awkward: whoever has them works on the others first, until four days are over. So
/// almost everybody has cards overdue, at whatever hour one looks.
bool puts_off(const Card& card, Instant at) {
  constexpr std::string_view kAwkward = "01234";  // last digits of an id: five of sixteen
  return kAwkward.contains(card.customer_id.back()) && card.next && at < card.next->at + 4 * kDay;
}

bool gives_up(const Card& card, bool too_late, Dice& dice) {
  return dice.chance(card.tries >= 4 ? 0.4 : too_late ? 0.25 : 0.02);
}

}  // namespace

void Diary::begin_day(const std::string& day) {
  const auto at = zone_.start_of(day);
  deeds_.add_by_itself(at, [this, at](database::Database& database) {
    prospects::begin_days(database, shop_.store, at, [] { return true; });
  });
}

void Diary::work_on_cards(const Span& open) {
  for (const auto* person : line_) {
    // Who closes visits late also calls late, or not at all.
    const int calls = dice_.between(14, 20) - static_cast<int>(person->member->habit.tardy * 30);
    for (int i = 0; i < calls; ++i) {
      const auto at = open.from + static_cast<Instant>(dice_.below(static_cast<int>(open.to - open.from)));
      const Dice dice(dice_.roll());
      deeds_.add(at, [this, person, dice, at](auto& tx) { follow_up_next(tx, *person, dice, at); });
    }
  }
  if (zone_.day(open.from) == add_days(today_, -1)) catch_up_in_the_evening(open);
  expect_visitors(open);
  const auto evening = open.to - 20 * kMinute;
  const Dice dice(dice_.roll());
  deeds_.add(evening, [this, dice, evening](database::Transaction& tx) { decide_losses(tx, dice, evening); });
}

/// Whoever is latest with everything writes down what the day has left, in a few minutes when the store has
/// closed.
void Diary::catch_up_in_the_evening(const Span& open) {
  if (line_.empty()) return;
  const auto* latest =
      *std::ranges::max_element(line_, {}, [](const Staff* person) { return person->member->habit.tardy; });
  for (int i = 0; i < 8; ++i) {
    const auto at = open.to + 51 * kMinute + i * 34 * kSecond;
    const Dice dice(plan_dice_.roll());
    deeds_.add(at, [this, latest, dice, at](auto& tx) { follow_up_next(tx, *latest, dice, at); });
  }
}

void Diary::follow_up_next(database::Transaction& tx, const Staff& person, Dice dice, Instant at) const {
  prospects::DueFilter filter;
  filter.salesperson_id = person.id;
  filter.before = prospects::end_of(shop_.store, zone_.day(at)) + 1;
  filter.limit = 1000;
  auto due = prospects::select_due(tx, shop_.store.id, filter);
  // Cards of the same moment stand in the order of ids that are new each time; those of customers are not.
  std::ranges::sort(due, {}, [](const prospects::NamedCard& named) {
    return std::pair(named.card.next->at, named.card.customer_id);
  });
  const auto next = std::ranges::find_if(due, [at](const auto& named) { return !puts_off(named.card, at); });
  if (next == due.end()) return;
  const Card& card = next->card;
  if (card.standing == CardStanding::ordered && end_order(tx, person, card, dice, at)) return;
  if (card.standing == CardStanding::following && card.grade == Grade::H && dice.chance(0.2))
    return order(tx, person, card, dice, at);
  talk(tx, person, card, dice, at);
}

void Diary::talk(database::Transaction& tx, const Staff& person, const Card& card, Dice& dice,
                 Instant at) const {
  const auto today = zone_.day(at);
  const auto rules = prospects::rules_on(tx, shop_.store.id, today);
  const bool too_late = prospects::must_be_redated(card.expected_on, today, rules.windows);
  prospects::NewFollowUp input{};
  input.id = {dice.id(at)};
  input.way = dice.chance(0.6) ? FollowUpWay::call : FollowUpWay::message;
  input.reached = dice.chance(0.55);
  if (card.standing == CardStanding::following && gives_up(card, too_late, dice)) {
    input.ending = prospects::Ending::loss;
    input.said = {{std::string(dice.one_of(kLost))}};
  } else {
    input.ending = prospects::Ending::next;
    if (input.reached) input.said = {{std::string(dice.one_of(kSaid))}};
    const bool asks = card.grade == Grade::N || too_late || dice.chance(0.15);
    if (input.reached && asks) input.purchase_when = asked_when(dice);
    const auto next =
        prospects::latest_next_day(card, today, rules.cadence, prospects::open_days(shop_.store));
    if (dice.chance(0.2))
      input.next_at = json::Time{zone_.start_of(next) + dice.between(10, 17) * kHour};
    else
      input.next_on = {{next}};
    if (input.reached && dice.chance(0.4)) input.promise = {{std::string(dice.one_of(kPromises))}};
  }
  must(prospects::follow_up(tx, person.actor, shop_.store, card.id, input, at));
  const bool goes_on = input.ending == prospects::Ending::next && card.standing == CardStanding::following;
  if (input.reached && goes_on && dice.chance(0.12)) invite(tx, person, card, dice, at);
  const bool is_close = card.grade == Grade::H || card.grade == Grade::A;
  if (input.reached && goes_on && is_close && dice.chance(0.3)) quote(tx, person, card, dice, at);
}

void Diary::order(database::Transaction& tx, const Staff& person, const Card& card, Dice& dice,
                  Instant at) const {
  const auto wanted = [&](const dealership::Model& model) { return model.id == card.wants.model_id; };
  const auto model = std::ranges::find_if(models_, wanted);
  if (model == models_.end()) return talk(tx, person, card, dice, at);
  constexpr std::int64_t kThousandYuan = 100000;
  prospects::NewOrder input{};
  input.id = {dice.id(at)};
  input.model_id = {model->id};
  input.price = {model->list_price * dice.between(90, 98) / 100 / kThousandYuan * kThousandYuan};
  input.deposit = {dice.between(2, 10) * kThousandYuan};
  input.deliver_on = {{add_days(zone_.day(at), dice.between(2, 12))}};
  if (const auto accepted = quote_that_holds(tx, card, at)) input.quote_id = {{*accepted}};
  must(prospects::place_order(tx, person.actor, shop_.store, card.id, input, at));
}

/// Delivers on the promised day, as a rule. False: it is not time yet.
bool Diary::end_order(database::Transaction& tx, const Staff& person, const Card& card, Dice& dice,
                      Instant at) const {
  if (dice.chance(0.08)) {
    const prospects::Cancellation input{{}, {std::string(dice.one_of(kCancelled))}};
    must(prospects::cancel_order(tx, person.actor, shop_.store, card.id, input, at));
    return true;
  }
  const auto order = prospects::orders_of(tx, shop_.store.id, card.id).front();
  if (order.deliver_on.value_or("") > zone_.day(at) || dice.chance(0.15)) return false;
  must(prospects::deliver(tx, person.actor, shop_.store, card.id, {}, at));
  return true;
}

void Diary::decide_losses(database::Transaction& tx, Dice dice, Instant at) const {
  prospects::CardFilter asked;
  asked.standing = CardStanding::loss_asked;
  for (const auto& named : prospects::select_cards(tx, shop_.store.id, asked)) {
    if (dice.chance(0.3)) continue;  // tomorrow
    const auto decide = dice.chance(0.85) ? prospects::approve_loss : prospects::reject_loss;
    must(decide(tx, shop_.manager.actor, shop_.store, named.card.id, at));
  }
}

}  // namespace guanxi::demo
