#include "prospects/quote.h"

#include <gtest/gtest.h>

namespace guanxi::prospects {
namespace {

QuoteTerms some_terms() {
  QuoteTerms terms;
  terms.model = "云岭 5";
  terms.lines = {{QuoteLineKind::vehicle, "云岭 5", 1, 18'980'000},
                 {QuoteLineKind::accessory, "脚垫", 2, 30'000}};
  terms.valid_until = "2026-03-11";
  return terms;
}

std::string wrong_at(const QuoteTerms& terms, const std::string& pointer) {
  Wrongs wrongs;
  check_terms(terms, "2026-03-04", "", wrongs);
  for (const auto& error : wrongs.refusal().errors) {
    if (error.pointer == pointer) return error.code;
  }
  return "";
}

TEST(QuoteSums, add_lines_and_take_off_what_is_taken_off) {
  auto terms = some_terms();
  terms.discount = 500'000;
  terms.trade_in = 4'000'000;
  terms.deposit = 200'000;
  const auto sums = sums_of(terms);
  EXPECT_EQ(sums.subtotal, 19'040'000);
  EXPECT_EQ(sums.total, 14'540'000);
  EXPECT_EQ(sums.due, 14'340'000);
  EXPECT_FALSE(sums.lent || sums.instalment || sums.repaid);
}

TEST(QuoteSums, of_a_loan_lend_what_is_not_paid_at_once) {
  auto terms = some_terms();
  terms.deposit = 200'000;
  terms.loan = QuoteLoan{5'754'000, 36, 388};
  const auto sums = sums_of(terms);
  EXPECT_EQ(sums.due, 5'554'000);
  EXPECT_EQ(sums.lent, 13'286'000);
  EXPECT_EQ(sums.instalment, 391'547);  // computed apart with exact fractions
  EXPECT_EQ(sums.repaid, 391'547 * 36);
}

TEST(QuoteTerms, that_cannot_stand_are_named) {
  EXPECT_EQ(wrong_at(some_terms(), "/lines"), "");
  auto terms = some_terms();
  terms.lines.clear();
  EXPECT_EQ(wrong_at(terms, "/lines"), "no_lines");
  terms.lines.assign(kMostQuoteLines + 1, {QuoteLineKind::other, "x", 1, 1});
  EXPECT_EQ(wrong_at(terms, "/lines"), "too_many_lines");
  terms = some_terms();
  terms.lines.assign(kMostQuoteLines, {QuoteLineKind::other, "x", 999, kMostMoney});
  EXPECT_EQ(wrong_at(terms, "/lines"), "too_much_money");
  terms = some_terms();
  terms.discount = 19'040'001;
  EXPECT_EQ(wrong_at(terms, "/discount"), "more_than_the_sum");
  terms.discount = 0;
  terms.trade_in = 19'040'001;
  EXPECT_EQ(wrong_at(terms, "/trade_in"), "more_than_the_sum");
  terms.trade_in = 19'040'000;
  EXPECT_EQ(wrong_at(terms, "/trade_in"), "");  // their car pays for it
  terms.deposit = 1;
  EXPECT_EQ(wrong_at(terms, "/deposit"), "more_than_the_price");
  terms = some_terms();
  terms.loan = QuoteLoan{19'040'000, 12, 0};
  EXPECT_EQ(wrong_at(terms, "/loan/down_payment"), "nothing_left_to_lend");
  terms.loan->down_payment = 100'000;
  terms.deposit = 100'001;
  EXPECT_EQ(wrong_at(terms, "/deposit"), "more_than_the_down_payment");
}

TEST(QuoteTerms, hold_until_a_day_that_is_not_over_and_not_far_away) {
  auto terms = some_terms();
  terms.valid_until = "2026-03-04";
  EXPECT_EQ(wrong_at(terms, "/valid_until"), "");
  terms.valid_until = "2026-03-03";
  EXPECT_EQ(wrong_at(terms, "/valid_until"), "in_the_past");
  terms.valid_until = "2027-03-05";
  EXPECT_EQ(wrong_at(terms, "/valid_until"), "");
  terms.valid_until = "2027-03-06";
  EXPECT_EQ(wrong_at(terms, "/valid_until"), "too_far_ahead");
}

TEST(QuoteStates, follow_from_what_became_of_it_and_from_the_day) {
  Quote quote;
  quote.versions = 2;
  EXPECT_EQ(state_of(quote, 1, "2026-03-11", "2026-03-04"), QuoteState::superseded);
  EXPECT_EQ(state_of(quote, 2, "2026-03-11", "2026-03-11"), QuoteState::given);
  EXPECT_EQ(state_of(quote, 2, "2026-03-11", "2026-03-12"), QuoteState::expired);
  quote.order_id = "o";
  EXPECT_EQ(state_of(quote, 2, "2026-03-11", "2026-03-12"), QuoteState::accepted);
  quote.order_id.reset();
  quote.withdrawn_at = 1;
  EXPECT_EQ(state_of(quote, 2, "2026-03-11", "2026-03-12"), QuoteState::withdrawn);
  EXPECT_EQ(state_of(quote, 1, "2026-03-11", "2026-03-12"), QuoteState::superseded);
}

TEST(QuoteNumbers, tell_year_and_count) {
  Quote quote;
  quote.year = 2026;
  quote.number = 123;
  EXPECT_EQ(number_of(quote), "Q-2026-000123");
}

}  // namespace
}  // namespace guanxi::prospects
