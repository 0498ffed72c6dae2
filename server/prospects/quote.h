// What a prospect is offered in writing (报价单). Rules only: no SQL, clock or JSON.
#pragma once

#include "prospects/card.h"

namespace guanxi::prospects {

/// What a line of a quote is about: the car, 精品, 保险, 上牌, 购置税, 延保, service, or anything else.
enum class QuoteLineKind {
  vehicle,
  accessory,
  insurance,
  registration,
  purchase_tax,
  extended_warranty,
  service,
  other
};
BOOST_DESCRIBE_ENUM(QuoteLineKind, vehicle, accessory, insurance, registration, purchase_tax,
                    extended_warranty, service, other)

/// Where a version stands. What has expired can still be given anew, as a next version.
enum class QuoteState { given, superseded, accepted, expired, withdrawn };
BOOST_DESCRIBE_ENUM(QuoteState, given, superseded, accepted, expired, withdrawn)

inline constexpr std::int64_t kMostMoney = 100'000'000'000;  ///< minor units, as everywhere
inline constexpr std::size_t kMostQuoteLines = 60;
inline constexpr std::int64_t kMostQuoteVersions = 99;
inline constexpr int kLongestQuote = 366;  ///< days for which one may be valid

struct QuoteLine {
  QuoteLineKind kind = QuoteLineKind::vehicle;
  std::string text;
  std::int64_t quantity = 1, unit_price = 0;  ///< minor units
  std::int64_t amount() const { return quantity * unit_price; }
};

/// What is not paid at once is lent: the total less the down payment, of which a deposit is a part.
struct QuoteLoan {
  std::int64_t down_payment = 0;  ///< minor units
  std::int64_t months = 0;
  std::int64_t yearly_rate = 0;  ///< hundredths of a percent
};

/// What one version says. Amounts are minor units of the store's currency.
struct QuoteTerms {
  std::optional<std::string> model_id;  ///< nothing: a car that is not among the models
  std::string model;
  std::optional<std::string> trim, colour;
  std::vector<QuoteLine> lines;
  std::int64_t discount = 0, trade_in = 0, deposit = 0;
  std::optional<QuoteLoan> loan;  ///< nothing: cash
  std::string valid_until;        ///< last day, in the store's zone
  std::optional<std::string> remark;
};

/// What follows from the terms.
struct QuoteSums {
  std::int64_t subtotal = 0;  ///< of the lines
  std::int64_t total = 0;     ///< less discount and trade-in
  std::int64_t due = 0;       ///< on delivery: total or down payment, less the deposit
  std::optional<std::int64_t> lent, instalment, repaid;  ///< of a loan; `repaid`: all instalments together
};
/// The sums of terms that hold (see check_terms).
QuoteSums sums_of(const QuoteTerms& terms);

/// Notes what speaks against terms whose shape is right, at pointers below `at`: a sum above the largest
/// amount (`too_much_money`), more taken off than there is (`more_than_the_sum`), a deposit or down payment
/// above what is to be paid, a last day that has passed or lies too far ahead.
void check_terms(const QuoteTerms& terms, const std::string& today, const std::string& at, Wrongs& wrongs);

/// A quote with what became of it.
struct Quote {
  std::string store_id, id, card_id;
  std::int64_t year = 0, number = 0, versions = 1;
  std::optional<std::string> order_id;
  std::optional<Instant> withdrawn_at;
  std::optional<std::string> withdrawn_by, withdraw_reason;
  std::int64_t version = 1;
};

/// "Q-2026-000123"
std::string number_of(const Quote& quote);

/// Where version `n`, valid until that day, stands on `today`.
QuoteState state_of(const Quote& quote, std::int64_t n, const std::string& valid_until,
                    const std::string& today);

/// What somebody may do with a quote.
enum class QuoteAction { revise, withdraw };
BOOST_DESCRIBE_ENUM(QuoteAction, revise, withdraw)

/// Refuses who does not work on the card (403) and, with 409, a card that is closed or said to be lost, and
/// what is over: `quote_is_withdrawn`, `quote_is_accepted`, `too_many_versions`.
Result<> check_may(const Quote& quote, const Card& card, const Actor& actor, QuoteAction action);
std::vector<QuoteAction> possible_actions(const Quote& quote, const Card& card, const Actor& actor);

}  // namespace guanxi::prospects
