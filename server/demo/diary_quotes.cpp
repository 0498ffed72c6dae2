// Quotes: whoever is close to buying is sent one, and often a better one after that.
#include <algorithm>

#include "demo/diary.h"

namespace guanxi::demo {
namespace {

using prospects::Card;
using prospects::QuoteLineKind;

constexpr std::int64_t kYuan = 100, kThousandYuan = 1000 * kYuan;
constexpr std::string_view kTrims[] = {"舒适型", "豪华型", "尊贵型"};
constexpr std::string_view kRemarks[] = {"送两次基础保养", "现车，付定金后三天内可提",
                                         "置换旧车另有厂家补贴，以评估为准", "贷款方案以金融公司审批为准"};

prospects::NewQuoteLine line(QuoteLineKind kind, std::string text, std::int64_t price,
                             std::int64_t quantity = 1) {
  return {kind, {std::move(text)}, {quantity}, {price}};
}

std::vector<prospects::NewQuoteLine> lines_for(const dealership::Model& model, Dice& dice) {
  // 10 % of the price without value added tax.
  const auto tax = model.list_price * 10 / 113 / kYuan * kYuan;
  std::vector<prospects::NewQuoteLine> lines = {
      line(QuoteLineKind::vehicle, model.series + " " + model.name, model.list_price),
      line(QuoteLineKind::purchase_tax, "车辆购置税", tax),
      line(QuoteLineKind::insurance, "交强险和商业险（首年）", dice.between(48, 92) * 100 * kYuan),
      line(QuoteLineKind::registration, "上牌代办", 500 * kYuan)};
  if (dice.chance(0.6)) lines.push_back(line(QuoteLineKind::accessory, "全车贴膜", 1680 * kYuan));
  if (dice.chance(0.5)) lines.push_back(line(QuoteLineKind::accessory, "全包围脚垫", 380 * kYuan, 2));
  if (dice.chance(0.3)) lines.push_back(line(QuoteLineKind::extended_warranty, "延保两年", 4980 * kYuan));
  return lines;
}

prospects::NewQuoteLoan loan_of(std::int64_t total, Dice& dice) {
  constexpr std::int64_t kMonths[] = {24, 36, 60}, kRates[] = {0, 288, 388, 450};
  return {{total * 3 / 10 / kThousandYuan * kThousandYuan}, {dice.one_of(kMonths)}, {dice.one_of(kRates)}};
}

prospects::NewQuoteTerms terms_for(const Card& card, const dealership::Model& model, std::int64_t discount,
                                   const std::string& last_day, Dice& dice) {
  prospects::NewQuoteTerms terms{};
  terms.model_id = {{model.id}};
  terms.trim = {{std::string(dice.one_of(kTrims))}};
  if (card.wants.colour) terms.colour = {{*card.wants.colour}};
  terms.lines = lines_for(model, dice);
  terms.discount = {discount};
  std::int64_t total = -discount;
  for (const auto& each : terms.lines) total += each.quantity * each.unit_price;
  if (card.wants.trade_in.value_or(false)) {
    terms.trade_in = {dice.between(20, 60) * kThousandYuan};
    total -= terms.trade_in;
  }
  if (card.wants.payment != prospects::Payment::cash && dice.chance(0.5)) terms.loan = loan_of(total, dice);
  if (dice.chance(0.6)) terms.deposit = {5 * kThousandYuan};
  terms.valid_until = {last_day};
  if (dice.chance(0.5)) terms.remark = {{std::string(dice.one_of(kRemarks))}};
  return terms;
}

}  // namespace

/// A first quote, or the next version of the one that there is, with a little more off.
void Diary::quote(database::Transaction& tx, const Staff& person, const Card& card, Dice& dice,
                  Instant at) const {
  const auto wanted = [&](const dealership::Model& model) { return model.id == card.wants.model_id; };
  const auto model = std::ranges::find_if(models_, wanted);
  if (model == models_.end() || model->list_price < 100 * kThousandYuan / 2) return;
  const auto before = prospects::quotes_of(tx, shop_.store.id, card.id, 1);
  const auto times = before.empty() ? 1 : before.front().versions + 1;
  if (times > 3) return;
  const auto discount = model->list_price * (1 + times) / 100 / kThousandYuan * kThousandYuan;
  prospects::NewQuote input{};
  input.id = {dice.id(at)};
  input.terms = terms_for(card, *model, discount, add_days(zone_.day(at), 7), dice);
  if (before.empty()) {
    must(prospects::give_quote(tx, person.actor, shop_.store, card.id, input, at));
  } else if (!before.front().withdrawn_at && !before.front().order_id) {
    must(prospects::revise_quote(tx, person.actor, shop_.store, before.front().id, input,
                                 before.front().version, at));
  }
}

/// The quote that they accept when they order, if one still holds.
std::optional<std::string> Diary::quote_that_holds(database::Transaction& tx, const Card& card,
                                                   Instant at) const {
  for (const auto& each : prospects::quotes_of(tx, shop_.store.id, card.id, 1)) {
    const auto version = prospects::find_version(tx, shop_.store.id, each.id, each.versions);
    if (prospects::state_of(each, version->n, version->terms.valid_until, zone_.day(at)) ==
        prospects::QuoteState::given)
      return each.id;
  }
  return std::nullopt;
}

}  // namespace guanxi::demo
