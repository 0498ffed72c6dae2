// All SQL about quotes.
#pragma once

#include "platform/database/database.h"
#include "prospects/quote.h"

namespace guanxi::prospects {

/// One version as it was given: never changed.
struct QuoteVersion {
  std::string store_id, quote_id;
  std::int64_t n = 1;
  std::string id;  ///< chosen by who gave it
  Instant given_at = 0;
  std::string given_by;
  std::string store_name, customer_name, salesperson_name;  ///< as they were then
  std::optional<std::string> store_address, store_phone;    ///< likewise
  std::string currency;
  QuoteTerms terms;
  QuoteSums sums;
};

/// What a list tells of a version.
struct QuoteHead {
  std::string quote_id;
  std::int64_t n = 1;
  Instant given_at = 0;
  std::string given_by, valid_until;
  std::int64_t total = 0;
};

/// Writes a new quote under the store's next number of its year, and puts that on it. Whoever takes the same
/// number at the same instant is run again (see platform/database/README.md): no row stands in the way of
/// all.
void insert_quote(database::Transaction& tx, Quote& quote);
/// False when the row no longer has the version that `quote` was read with.
bool update_quote(database::Transaction& tx, Quote& quote);
std::optional<Quote> find_quote(database::Transaction& tx, std::string_view store_id, std::string_view id);
/// Those of a card, the latest first.
std::vector<Quote> quotes_of(database::Transaction& tx, std::string_view store_id, std::string_view card_id,
                             std::int64_t limit);
/// The quote that an order was made from.
std::optional<Quote> quote_of_order(database::Transaction& tx, std::string_view store_id,
                                    std::string_view order_id);

void insert_version(database::Transaction& tx, const QuoteVersion& version);
std::optional<QuoteVersion> find_version(database::Transaction& tx, std::string_view store_id,
                                         std::string_view quote_id, std::int64_t n);
/// The quote of the version that was given under this id.
std::optional<std::string> quote_given_as(database::Transaction& tx, std::string_view store_id,
                                          std::string_view version_id);
/// The versions of a quote, the latest first.
std::vector<QuoteHead> heads_of(database::Transaction& tx, std::string_view store_id,
                                std::string_view quote_id);

}  // namespace guanxi::prospects
