#include "prospects/quotes.h"

namespace guanxi::prospects {
namespace {

constexpr std::string_view kTerms = "/terms";

template <class T>
std::optional<std::string> text_of(const std::optional<T>& text) {
  return text ? std::optional(text->value) : std::nullopt;
}

/// What stands on paper must be said in full: a variant's own name may leave out its series.
std::string full_name(const dealership::Model& model) {
  const bool says_series = model.name.find(model.series) != std::string::npos;
  return model.brand + " " + (says_series ? "" : model.series + " ") + model.name;
}

/// The car's name: that of the model, or what was written.
std::string name_car(database::Transaction& tx, const NewQuoteTerms& input, Wrongs& wrongs) {
  const auto at = std::string(kTerms) + "/model";
  if (!input.model_id) {
    if (!input.model && !wrongs.concern(at + "_id")) wrongs.note(at, "model_needed");
    return input.model ? input.model->value : "";
  }
  const auto model = dealership::find_model(tx, *input.model_id);
  if (!model) wrongs.note(at + "_id", "no_such_model");
  return model ? full_name(*model) : "";
}

QuoteTerms terms_of(database::Transaction& tx, const NewQuoteTerms& input, Wrongs& wrongs) {
  QuoteTerms terms;
  if (input.model_id) terms.model_id = input.model_id->value;
  terms.model = name_car(tx, input, wrongs);
  terms.trim = text_of(input.trim);
  terms.colour = text_of(input.colour);
  for (const auto& line : input.lines)
    terms.lines.push_back({line.kind, line.text, line.quantity, line.unit_price});
  terms.discount = input.discount;
  terms.trade_in = input.trade_in;
  terms.deposit = input.deposit;
  if (input.loan)
    terms.loan = QuoteLoan{input.loan->down_payment, input.loan->months, input.loan->yearly_rate};
  terms.valid_until = input.valid_until;
  terms.remark = text_of(input.remark);
  return terms;
}

/// A version with the names and the address of this moment.
QuoteVersion version_of(database::Transaction& tx, const Actor& actor, const Store& store,
                        const NamedCard& found, const NewQuote& input, QuoteTerms terms, Instant now) {
  QuoteVersion version;
  version.store_id = store.id;
  version.id = input.id;
  version.given_at = now;
  version.given_by = actor.id;
  version.store_name = store.name;
  version.store_address = store.address;
  version.store_phone = store.phone;
  version.customer_name = found.customer_name;
  const auto giver = dealership::name_of(tx, actor.id);
  version.salesperson_name = found.salesperson.value_or(giver ? giver->name : "");
  version.currency = store.currency;
  version.sums = sums_of(terms);
  version.terms = std::move(terms);
  return version;
}

facts::Happening about(const Quote& quote, const Actor& actor, Instant now) {
  return {quote.store_id, now, actor.id, "card", quote.card_id};
}

void write_version(database::Transaction& tx, const Actor& actor, const Quote& quote, QuoteVersion version) {
  version.quote_id = quote.id;
  version.n = quote.versions;
  insert_version(tx, version);
  facts::announce(tx, about(quote, actor, version.given_at),
                  QuoteGiven{quote.id, number_of(quote), version.n, version.sums.total});
}

/// A quote with its card, for who may see both.
struct Seen {
  Quote quote;
  NamedCard card;
};
Result<Seen> see(database::Transaction& tx, const Actor& actor, const Store& store, const std::string& id) {
  auto quote = find_quote(tx, store.id, id);
  if (!quote) return refuse(Refusal::not_found());
  auto card = TRY(see_card(tx, actor, store, quote->card_id));
  return Seen{*std::move(quote), std::move(card)};
}

std::int64_t year_of(const Store& store, Instant now) { return store.zone().local(now).year; }

}  // namespace

Result<QuoteView> give_quote(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& card_id, const NewQuote& input, Instant now, Wrongs wrongs) {
  const auto found = TRY(see_card(tx, actor, store, card_id));
  const QuoteViews views(tx, actor, store, now);
  if (const auto before = find_quote(tx, store.id, input.id)) {
    if (before->card_id != card_id) return refuse(Refusal::field("/id", "in_use"));
    return views.of(*before, found.card);
  }
  TRY(check_may(found.card, actor, CardAction::follow_up));
  if (quote_given_as(tx, store.id, input.id)) wrongs.note("/id", "in_use");
  auto terms = terms_of(tx, input.terms, wrongs);
  check_terms(terms, store.zone().day(now), std::string(kTerms), wrongs);
  TRY(wrongs.verdict());
  Quote quote;
  quote.store_id = store.id;
  quote.id = input.id;
  quote.card_id = card_id;
  quote.year = year_of(store, now);
  insert_quote(tx, quote);
  write_version(tx, actor, quote, version_of(tx, actor, store, found, input, std::move(terms), now));
  return views.of(quote, found.card);
}

Result<QuoteView> revise_quote(database::Transaction& tx, const Actor& actor, const Store& store,
                               const std::string& id, const NewQuote& input, std::int64_t version,
                               Instant now, Wrongs wrongs) {
  auto [quote, found] = TRY(see(tx, actor, store, id));
  const QuoteViews views(tx, actor, store, now);
  if (const auto before = quote_given_as(tx, store.id, input.id)) {
    if (*before != id) return refuse(Refusal::field("/id", "in_use"));
    return views.of(quote, found.card);
  }
  TRY(check_may(quote, found.card, actor, QuoteAction::revise));
  auto terms = terms_of(tx, input.terms, wrongs);
  check_terms(terms, store.zone().day(now), std::string(kTerms), wrongs);
  TRY(wrongs.verdict());
  if (quote.version != version) return refuse(Refusal::stale(json::to_text(views.of(quote, found.card))));
  ++quote.versions;
  CHECK(update_quote(tx, quote));
  write_version(tx, actor, quote, version_of(tx, actor, store, found, input, std::move(terms), now));
  return views.of(quote, found.card);
}

Result<QuoteView> withdraw_quote(database::Transaction& tx, const Actor& actor, const Store& store,
                                 const std::string& id, const QuoteWithdrawal& input, Instant now,
                                 const Wrongs& wrongs) {
  auto [quote, found] = TRY(see(tx, actor, store, id));
  TRY(wrongs.verdict());
  const QuoteViews views(tx, actor, store, now);
  if (quote.withdrawn_at) return views.of(quote, found.card);
  TRY(check_may(quote, found.card, actor, QuoteAction::withdraw));
  quote.withdrawn_at = now;
  quote.withdrawn_by = actor.id;
  quote.withdraw_reason = input.reason.value;
  CHECK(update_quote(tx, quote));
  facts::announce(tx, about(quote, actor, now), QuoteWithdrawn{quote.id, number_of(quote), quote.versions});
  return views.of(quote, found.card);
}

Result<QuotePaper> show_version(database::Transaction& tx, const Actor& actor, const Store& store,
                                const std::string& id, std::int64_t n, Instant now) {
  const auto seen = TRY(see(tx, actor, store, id));
  const auto version = find_version(tx, store.id, id, n);
  if (!version) return refuse(Refusal::not_found());
  return QuoteViews(tx, actor, store, now).of(seen.quote, *version);
}

std::optional<Quote> quote_to_order(database::Transaction& tx, const Store& store, const Card& card,
                                    const std::string& id, const std::string& pointer, Instant now,
                                    Wrongs& wrongs) {
  if (wrongs.concern(pointer)) return std::nullopt;
  auto quote = find_quote(tx, store.id, id);
  const auto version =
      quote && quote->card_id == card.id ? find_version(tx, store.id, id, quote->versions) : std::nullopt;
  const bool holds = version && state_of(*quote, version->n, version->terms.valid_until,
                                         store.zone().day(now)) == QuoteState::given;
  if (holds) return quote;
  wrongs.note(pointer, "no_such_quote");
  return std::nullopt;
}

void accept_quote(database::Transaction& tx, const Actor& actor, Quote quote, const std::string& order_id,
                  Instant now) {
  quote.order_id = order_id;
  CHECK(update_quote(tx, quote));
  facts::announce(tx, about(quote, actor, now),
                  QuoteAccepted{quote.id, number_of(quote), quote.versions, order_id});
}

void release_quote(database::Transaction& tx, const Store& store, const std::string& order_id) {
  auto quote = quote_of_order(tx, store.id, order_id);
  if (!quote) return;
  quote->order_id.reset();
  CHECK(update_quote(tx, *quote));
}

}  // namespace guanxi::prospects
