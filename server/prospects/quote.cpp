#include "prospects/quote.h"

#include <fmt/format.h>

#include <boost/mp11.hpp>

#include "platform/money/instalment.h"

namespace guanxi::prospects {
namespace {

/// The sum of the lines, which may be above the largest amount but never overflows: quantity and price are
/// bounded by their shape.
std::int64_t subtotal_of(const QuoteTerms& terms) {
  std::int64_t sum = 0;
  for (const auto& line : terms.lines) sum += line.amount();
  return sum;
}

void check_loan(const QuoteTerms& terms, std::int64_t total, const std::string& at, Wrongs& wrongs) {
  if (!terms.loan) return;
  if (terms.loan->down_payment >= total) wrongs.note(at + "/loan/down_payment", "nothing_left_to_lend");
  if (terms.deposit > terms.loan->down_payment) wrongs.note(at + "/deposit", "more_than_the_down_payment");
}

void check_last_day(const std::string& day, const std::string& today, const std::string& at, Wrongs& wrongs) {
  if (wrongs.concern(at)) return;
  if (day < today) wrongs.note(at, "in_the_past");
  if (day > add_days(today, kLongestQuote))
    wrongs.note(at, "too_far_ahead", {{"max", std::to_string(kLongestQuote)}});
}

}  // namespace

QuoteSums sums_of(const QuoteTerms& terms) {
  QuoteSums sums;
  sums.subtotal = subtotal_of(terms);
  sums.total = sums.subtotal - terms.discount - terms.trade_in;
  sums.due = (terms.loan ? terms.loan->down_payment : sums.total) - terms.deposit;
  if (!terms.loan) return sums;
  sums.lent = sums.total - terms.loan->down_payment;
  sums.instalment = money::instalment(*sums.lent, terms.loan->months, terms.loan->yearly_rate);
  sums.repaid = *sums.instalment * terms.loan->months;
  return sums;
}

void check_terms(const QuoteTerms& terms, const std::string& today, const std::string& at, Wrongs& wrongs) {
  if (terms.lines.empty()) wrongs.note(at + "/lines", "no_lines");
  if (terms.lines.size() > kMostQuoteLines)
    wrongs.note(at + "/lines", "too_many_lines", {{"max", std::to_string(kMostQuoteLines)}});
  check_last_day(terms.valid_until, today, at + "/valid_until", wrongs);
  for (const auto* part : {"/lines", "/discount", "/trade_in", "/deposit", "/loan"}) {
    if (wrongs.concern(at + part)) return;  // what cannot be read is not added up
  }
  const auto subtotal = subtotal_of(terms);
  if (subtotal > kMostMoney) return wrongs.note(at + "/lines", "too_much_money");
  const auto total = subtotal - terms.discount - terms.trade_in;
  if (total < 0)
    return wrongs.note(at + (terms.discount > 0 ? "/discount" : "/trade_in"), "more_than_the_sum");
  if (terms.deposit > total) wrongs.note(at + "/deposit", "more_than_the_price");
  check_loan(terms, total, at, wrongs);
}

std::string number_of(const Quote& quote) { return fmt::format("Q-{:04}-{:06}", quote.year, quote.number); }

QuoteState state_of(const Quote& quote, std::int64_t n, const std::string& valid_until,
                    const std::string& today) {
  if (n < quote.versions) return QuoteState::superseded;
  if (quote.withdrawn_at) return QuoteState::withdrawn;
  if (quote.order_id) return QuoteState::accepted;
  return valid_until < today ? QuoteState::expired : QuoteState::given;
}

Result<> check_may(const Quote& quote, const Card& card, const Actor& actor, QuoteAction action) {
  if (auto may = check_may(card, actor, CardAction::follow_up); !may) return may;
  if (quote.withdrawn_at) return refuse(Refusal::conflict("quote_is_withdrawn"));
  if (quote.order_id) return refuse(Refusal::conflict("quote_is_accepted"));
  if (action == QuoteAction::revise && quote.versions >= kMostQuoteVersions)
    return refuse(Refusal::conflict("too_many_versions"));
  return {};
}

std::vector<QuoteAction> possible_actions(const Quote& quote, const Card& card, const Actor& actor) {
  std::vector<QuoteAction> can;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<QuoteAction>>([&](auto action) {
    if (check_may(quote, card, actor, action.value)) can.push_back(action.value);
  });
  return can;
}

}  // namespace guanxi::prospects
