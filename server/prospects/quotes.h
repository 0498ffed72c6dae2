// Giving quotes: the first paper, the next version of it, taking it back.
#pragma once

#include "prospects/cards.h"
#include "prospects/quote_facts.h"
#include "prospects/quote_view.h"

namespace guanxi::prospects {

/// Minor units of the store's currency.
using Money = json::Number<0, kMostMoney>;

struct NewQuoteLine {
  QuoteLineKind kind;
  json::Line<80> text;
  json::Number<1, 999> quantity;
  Money unit_price;
  BOOST_DESCRIBE_CLASS(NewQuoteLine, (), (kind, text, quantity, unit_price), (), ())
};
struct NewQuoteLoan {
  Money down_payment;
  json::Number<1, 120> months;
  json::Number<0, 3600> yearly_rate;  ///< hundredths of a percent
  BOOST_DESCRIBE_CLASS(NewQuoteLoan, (), (down_payment, months, yearly_rate), (), ())
};
struct NewQuoteTerms {
  std::optional<json::Id> model_id;     ///< of the store's models; else
  std::optional<json::Line<80>> model;  ///< in words, when it is none of them
  std::optional<json::Line<60>> trim;
  std::optional<json::Line<40>> colour;
  std::vector<NewQuoteLine> lines;
  Money discount, trade_in, deposit;
  std::optional<NewQuoteLoan> loan;  ///< nothing: cash
  json::Day valid_until;
  std::optional<json::Paragraph<500>> remark;
  BOOST_DESCRIBE_CLASS(NewQuoteTerms, (),
                       (model_id, model, trim, colour, lines, discount, trade_in, deposit, loan, valid_until,
                        remark),
                       (), ())
};
struct NewQuote {
  json::Id id;  ///< of the quote; of the version when it is a further one
  NewQuoteTerms terms;
  BOOST_DESCRIBE_CLASS(NewQuote, (), (id, terms), (), ())
};

/// Gives a first version under the store's next number. Nothing of it is ever changed; the sums are computed
/// here. The same id a second time changes nothing.
Result<QuoteView> give_quote(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& card_id, const NewQuote& input, Instant now,
                             Wrongs wrongs = {});

/// Gives the next version, which takes the place of the one before, if the quote still has this version (else
/// `stale` with it as it stands). The same id a second time changes nothing.
Result<QuoteView> revise_quote(database::Transaction& tx, const Actor& actor, const Store& store,
                               const std::string& id, const NewQuote& input, std::int64_t version,
                               Instant now, Wrongs wrongs = {});

struct QuoteWithdrawal {
  json::Line<200> reason;
  BOOST_DESCRIBE_CLASS(QuoteWithdrawal, (), (reason), (), ())
};
/// It no longer holds. Doing it again changes nothing.
Result<QuoteView> withdraw_quote(database::Transaction& tx, const Actor& actor, const Store& store,
                                 const std::string& id, const QuoteWithdrawal& input, Instant now,
                                 const Wrongs& wrongs = {});

/// One version, for who sees the card.
Result<QuotePaper> show_version(database::Transaction& tx, const Actor& actor, const Store& store,
                                const std::string& id, std::int64_t n, Instant now);

/// For orders of this room: notes at `pointer` when the card has no such quote that still holds
/// (`no_such_quote`).
std::optional<Quote> quote_to_order(database::Transaction& tx, const Store& store, const Card& card,
                                    const std::string& id, const std::string& pointer, Instant now,
                                    Wrongs& wrongs);
/// The order was made from it.
void accept_quote(database::Transaction& tx, const Actor& actor, Quote quote, const std::string& order_id,
                  Instant now);
/// The order is cancelled: the quote it was made from holds as before.
void release_quote(database::Transaction& tx, const Store& store, const std::string& order_id);

}  // namespace guanxi::prospects
