#include "prospects/quote_store.h"

#include "platform/database/columns.h"

namespace guanxi::prospects {
namespace {

using database::Columns;
using Text = std::optional<std::string>;
using Amount = std::optional<std::int64_t>;

#define QUOTE_SELECT                                                                            \
  "SELECT store_id, id, card_id, year, number, versions, order_id, withdrawn_at, withdrawn_by," \
  " withdraw_reason, version FROM prospects_quotes"

Quote load_quote(const database::Row& row) {
  Columns columns(row);
  Quote quote;
  quote.store_id = columns.next<std::string>();
  quote.id = columns.next<std::string>();
  quote.card_id = columns.next<std::string>();
  quote.year = columns.next<std::int64_t>();
  quote.number = columns.next<std::int64_t>();
  quote.versions = columns.next<std::int64_t>();
  quote.order_id = columns.next<Text>();
  quote.withdrawn_at = columns.next<std::optional<Instant>>();
  quote.withdrawn_by = columns.next<Text>();
  quote.withdraw_reason = columns.next<Text>();
  quote.version = columns.next<std::int64_t>();
  return quote;
}

std::optional<Quote> load_if_any(const database::Rows& rows) {
  const auto row = rows.first();
  return row ? std::optional(load_quote(*row)) : std::nullopt;
}

void load_terms(Columns& columns, QuoteTerms& terms) {
  terms.model_id = columns.next<Text>();
  terms.model = columns.next<std::string>();
  terms.trim = columns.next<Text>();
  terms.colour = columns.next<Text>();
  terms.discount = columns.next<std::int64_t>();
  terms.trade_in = columns.next<std::int64_t>();
  terms.deposit = columns.next<std::int64_t>();
  terms.valid_until = columns.next<std::string>();
  terms.remark = columns.next<Text>();
  const auto down_payment = columns.next<Amount>(), months = columns.next<Amount>(),
             yearly_rate = columns.next<Amount>();
  if (down_payment) terms.loan = QuoteLoan{*down_payment, months.value(), yearly_rate.value()};
}

std::vector<QuoteLine> lines_of(database::Transaction& tx, const QuoteVersion& version) {
  static constexpr std::string_view kSelect =
      "SELECT kind, text, quantity, unit_price FROM prospects_quote_lines WHERE store_id = $1 AND quote_id = $2"
      " AND n = $3 ORDER BY place";
  std::vector<QuoteLine> lines;
  for (const auto& row : tx.query(kSelect, version.store_id, version.quote_id, version.n)) {
    Columns columns(row);
    const auto kind = columns.word<QuoteLineKind>();
    auto text = columns.next<std::string>();
    const auto quantity = columns.next<std::int64_t>();
    lines.push_back({kind, std::move(text), quantity, columns.next<std::int64_t>()});
  }
  return lines;
}

void insert_lines(database::Transaction& tx, const QuoteVersion& version) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_quote_lines (store_id, quote_id, n, place, kind, text, quantity, unit_price)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
  std::int64_t place = 0;
  for (const auto& line : version.terms.lines)
    tx.put(kInsert, version.store_id, version.quote_id, version.n, ++place, json::to_word(line.kind),
           line.text, line.quantity, line.unit_price);
}

std::int64_t next_number(database::Transaction& tx, const Quote& quote) {
  static constexpr std::string_view kSelect =
      "SELECT number FROM prospects_quotes WHERE store_id = $1 AND year = $2 ORDER BY number DESC LIMIT 1";
  const auto row = tx.query(kSelect, quote.store_id, quote.year).first();
  return row ? row->get<std::int64_t>(0) + 1 : 1;
}

}  // namespace

void insert_quote(database::Transaction& tx, Quote& quote) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_quotes (store_id, id, card_id, year, number) VALUES ($1, $2, $3, $4, $5)"
      " ON CONFLICT DO NOTHING";
  quote.number = next_number(tx, quote);
  CHECK(tx.execute(kInsert, quote.store_id, quote.id, quote.card_id, quote.year, quote.number) == 1);
}

bool update_quote(database::Transaction& tx, Quote& quote) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_quotes SET versions = $1, order_id = $2, withdrawn_at = $3, withdrawn_by = $4,"
      " withdraw_reason = $5, version = version + 1 WHERE store_id = $6 AND id = $7 AND version = $8";
  if (tx.execute(kUpdate, quote.versions, quote.order_id, quote.withdrawn_at, quote.withdrawn_by,
                 quote.withdraw_reason, quote.store_id, quote.id, quote.version) == 0)
    return false;
  ++quote.version;
  return true;
}

std::optional<Quote> find_quote(database::Transaction& tx, std::string_view store_id, std::string_view id) {
  static constexpr std::string_view kSelect = QUOTE_SELECT " WHERE store_id = $1 AND id = $2";
  return load_if_any(tx.query(kSelect, store_id, id));
}

std::vector<Quote> quotes_of(database::Transaction& tx, std::string_view store_id, std::string_view card_id,
                             std::int64_t limit) {
  static constexpr std::string_view kSelect =
      QUOTE_SELECT " WHERE store_id = $1 AND card_id = $2 ORDER BY id DESC LIMIT $3";
  std::vector<Quote> quotes;
  for (const auto& row : tx.query(kSelect, store_id, card_id, limit)) quotes.push_back(load_quote(row));
  return quotes;
}

std::optional<Quote> quote_of_order(database::Transaction& tx, std::string_view store_id,
                                    std::string_view order_id) {
  static constexpr std::string_view kSelect = QUOTE_SELECT " WHERE store_id = $1 AND order_id = $2";
  return load_if_any(tx.query(kSelect, store_id, order_id));
}

void insert_version(database::Transaction& tx, const QuoteVersion& version) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_quote_versions (store_id, quote_id, n, id, given_at, given_by, store_name,"
      " customer_name, salesperson_name, currency, model_id, model, trim, colour, discount, trade_in, deposit,"
      " total, down_payment, months, yearly_rate, instalment, valid_until, remark, store_address, store_phone)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,"
      " $22, $23, $24, $25, $26)";
  const auto& terms = version.terms;
  const auto of_loan = [&](std::int64_t QuoteLoan::*field) {
    return terms.loan ? Amount((*terms.loan).*field) : std::nullopt;
  };
  tx.put(kInsert, version.store_id, version.quote_id, version.n, version.id, version.given_at,
         version.given_by, version.store_name, version.customer_name, version.salesperson_name,
         version.currency, terms.model_id, terms.model, terms.trim, terms.colour, terms.discount,
         terms.trade_in, terms.deposit, version.sums.total, of_loan(&QuoteLoan::down_payment),
         of_loan(&QuoteLoan::months), of_loan(&QuoteLoan::yearly_rate), version.sums.instalment,
         terms.valid_until, terms.remark, version.store_address, version.store_phone);
  insert_lines(tx, version);
}

std::optional<QuoteVersion> find_version(database::Transaction& tx, std::string_view store_id,
                                         std::string_view quote_id, std::int64_t n) {
  static constexpr std::string_view kSelect =
      "SELECT store_id, quote_id, n, id, given_at, given_by, store_name, customer_name, salesperson_name,"
      " store_address, store_phone, currency, total, instalment, model_id, model, trim, colour, discount,"
      " trade_in, deposit, valid_until, remark, down_payment, months, yearly_rate"
      " FROM prospects_quote_versions WHERE store_id = $1 AND quote_id = $2 AND n = $3";
  const auto row = tx.query(kSelect, store_id, quote_id, n).first();
  if (!row) return std::nullopt;
  Columns columns(*row);
  QuoteVersion version;
  version.store_id = columns.next<std::string>();
  version.quote_id = columns.next<std::string>();
  version.n = columns.next<std::int64_t>();
  version.id = columns.next<std::string>();
  version.given_at = columns.next<Instant>();
  version.given_by = columns.next<std::string>();
  version.store_name = columns.next<std::string>();
  version.customer_name = columns.next<std::string>();
  version.salesperson_name = columns.next<std::string>();
  version.store_address = columns.next<std::optional<std::string>>();
  version.store_phone = columns.next<std::optional<std::string>>();
  version.currency = columns.next<std::string>();
  const auto total = columns.next<std::int64_t>();
  const auto instalment = columns.next<Amount>();
  load_terms(columns, version.terms);
  version.terms.lines = lines_of(tx, version);
  version.sums = sums_of(version.terms);
  // What was printed stays printed, whatever becomes of the rules.
  version.sums.total = total;
  version.sums.instalment = instalment;
  return version;
}

std::optional<std::string> quote_given_as(database::Transaction& tx, std::string_view store_id,
                                          std::string_view version_id) {
  static constexpr std::string_view kSelect =
      "SELECT quote_id FROM prospects_quote_versions WHERE store_id = $1 AND id = $2";
  const auto row = tx.query(kSelect, store_id, version_id).first();
  return row ? std::optional(row->get<std::string>(0)) : std::nullopt;
}

std::vector<QuoteHead> heads_of(database::Transaction& tx, std::string_view store_id,
                                std::string_view quote_id) {
  static constexpr std::string_view kSelect =
      "SELECT quote_id, n, given_at, given_by, valid_until, total FROM prospects_quote_versions"
      " WHERE store_id = $1 AND quote_id = $2 ORDER BY n DESC";
  std::vector<QuoteHead> heads;
  for (const auto& row : tx.query(kSelect, store_id, quote_id)) {
    Columns columns(row);
    QuoteHead head;
    head.quote_id = columns.next<std::string>();
    head.n = columns.next<std::int64_t>();
    head.given_at = columns.next<Instant>();
    head.given_by = columns.next<std::string>();
    head.valid_until = columns.next<std::string>();
    head.total = columns.next<std::int64_t>();
    heads.push_back(std::move(head));
  }
  return heads;
}

}  // namespace guanxi::prospects
