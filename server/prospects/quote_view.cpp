#include "prospects/quote_view.h"

#include "platform/money/capitals.h"

namespace guanxi::prospects {
namespace {

QuoteLoanView view_of(const QuoteLoan& loan, const QuoteSums& sums) {
  return {loan.down_payment,       loan.months,        loan.yearly_rate, sums.lent.value(),
          sums.instalment.value(), sums.repaid.value()};
}

void put_terms(QuotePaper& paper, const QuoteTerms& terms) {
  paper.model_id = terms.model_id;
  paper.model = terms.model;
  paper.trim = terms.trim;
  paper.colour = terms.colour;
  for (const auto& line : terms.lines)
    paper.lines.push_back({line.kind, line.text, line.quantity, line.unit_price, line.amount()});
  paper.discount = terms.discount;
  paper.trade_in = terms.trade_in;
  paper.deposit = terms.deposit;
  paper.remark = terms.remark;
  paper.valid_until = terms.valid_until;
}

}  // namespace

QuoteViews::QuoteViews(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                       Instant now)
    : tx_(tx), actor_(actor), zone_(store.zone()), today_(zone_.day(now)) {}

QuoteView QuoteViews::of(const Quote& quote, const Card& card) const {
  QuoteView view{};
  view.id = quote.id;
  view.store_id = quote.store_id;
  view.card_id = quote.card_id;
  view.number = number_of(quote);
  for (const auto& head : heads_of(tx_, quote.store_id, quote.id)) {
    const auto state = state_of(quote, head.n, head.valid_until, today_);
    view.versions.push_back({head.n,
                             state,
                             {head.given_at},
                             dealership::name_of(tx_, head.given_by),
                             head.total,
                             head.valid_until});
  }
  view.state = view.versions.front().state;
  view.withdraw_reason = quote.withdraw_reason;
  view.version = quote.version;
  view.can = possible_actions(quote, card, actor_);
  return view;
}

std::vector<QuoteView> QuoteViews::of_card(const Card& card, std::int64_t most) const {
  std::vector<QuoteView> views;
  for (const auto& quote : quotes_of(tx_, card.store_id, card.id, most)) views.push_back(of(quote, card));
  return views;
}

QuotePaper QuoteViews::of(const Quote& quote, const QuoteVersion& version) const {
  QuotePaper paper{};
  paper.id = quote.id;
  paper.store_id = quote.store_id;
  paper.card_id = quote.card_id;
  paper.number = number_of(quote);
  paper.n = version.n;
  paper.versions = quote.versions;
  paper.state = state_of(quote, version.n, version.terms.valid_until, today_);
  paper.given_at = {version.given_at};
  paper.given_on = zone_.day(version.given_at);
  paper.store_name = version.store_name;
  paper.store_address = version.store_address;
  paper.store_phone = version.store_phone;
  paper.customer_name = version.customer_name;
  paper.salesperson_name = version.salesperson_name;
  paper.currency = version.currency;
  put_terms(paper, version.terms);
  const auto& sums = version.sums;
  paper.subtotal = sums.subtotal;
  paper.total = sums.total;
  paper.due = sums.due;
  if (version.currency == "CNY") paper.total_in_capitals = money::capitals_of_yuan(sums.total);
  if (version.terms.loan) paper.loan = view_of(*version.terms.loan, sums);
  paper.withdraw_reason = quote.withdraw_reason;
  return paper;
}

}  // namespace guanxi::prospects
