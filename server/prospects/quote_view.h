// Quotes as they are told to the outside.
#pragma once

#include "prospects/card_view.h"
#include "prospects/quote_store.h"

namespace guanxi::prospects {

/// One version in a list.
struct QuoteVersionView {
  std::int64_t n;
  QuoteState state;
  json::Time given_at;
  std::optional<Name> by;
  std::int64_t total;  ///< minor units
  std::string valid_until;
  BOOST_DESCRIBE_CLASS(QuoteVersionView, (), (n, state, given_at, by, total, valid_until), (), ())
};

struct QuoteView {
  std::string id, store_id, card_id;
  std::string number;                      ///< "Q-2026-000123"
  QuoteState state;                        ///< of the latest version
  std::vector<QuoteVersionView> versions;  ///< the latest first
  std::optional<std::string> withdraw_reason;
  std::int64_t version;  ///< of this record, for If-Match
  std::vector<QuoteAction> can;
  BOOST_DESCRIBE_CLASS(QuoteView, (),
                       (id, store_id, card_id, number, state, versions, withdraw_reason, version, can), (),
                       ())
};

struct QuoteLineView {
  QuoteLineKind kind;
  std::string text;
  std::int64_t quantity, unit_price, amount;
  BOOST_DESCRIBE_CLASS(QuoteLineView, (), (kind, text, quantity, unit_price, amount), (), ())
};
struct QuoteLoanView {
  std::int64_t down_payment, months;
  std::int64_t yearly_rate;               ///< hundredths of a percent
  std::int64_t lent, instalment, repaid;  ///< `repaid`: all instalments together
  BOOST_DESCRIBE_CLASS(QuoteLoanView, (), (down_payment, months, yearly_rate, lent, instalment, repaid), (),
                       ())
};

/// One version in full, as it stands on paper. Amounts are minor units of the currency.
struct QuotePaper {
  std::string id, store_id, card_id, number;
  std::int64_t n, versions;  ///< which one, of how many there are
  QuoteState state;
  json::Time given_at;
  std::string given_on, valid_until;  ///< days in the store's zone
  std::string store_name, customer_name, salesperson_name;
  std::optional<std::string> store_address, store_phone;  ///< as they were when the version was given
  std::string currency;
  std::optional<std::string> model_id;
  std::string model;
  std::optional<std::string> trim, colour;
  std::vector<QuoteLineView> lines;
  std::int64_t subtotal, discount, trade_in, total, deposit, due;
  std::optional<std::string> total_in_capitals;  ///< 大写金额, of yuan only
  std::optional<QuoteLoanView> loan;             ///< nothing: cash
  std::optional<std::string> remark, withdraw_reason;
  BOOST_DESCRIBE_CLASS(QuotePaper, (),
                       (id, store_id, card_id, number, n, versions, state, given_at, given_on, valid_until,
                        store_name, customer_name, salesperson_name, store_address, store_phone, currency,
                        model_id, model, trim, colour, lines, subtotal, discount, trade_in, total, deposit,
                        due, total_in_capitals, loan, remark, withdraw_reason),
                       (), ())
};

/// Views of quotes of one store, as of a day.
class QuoteViews {
 public:
  QuoteViews(database::Transaction& tx, const Actor& actor, const dealership::Store& store, Instant now);

  QuoteView of(const Quote& quote, const Card& card) const;
  /// All of a card, the latest first; `most` of them.
  std::vector<QuoteView> of_card(const Card& card, std::int64_t most) const;
  QuotePaper of(const Quote& quote, const QuoteVersion& version) const;

 private:
  database::Transaction& tx_;
  const Actor& actor_;
  TimeZone zone_;
  std::string today_;
};

}  // namespace guanxi::prospects
