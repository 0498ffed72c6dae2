// Quotes: giving them, their versions, and the paper.
#include <charconv>

#include "prospects/prospects.h"
#include "prospects/quote_document.h"

namespace guanxi::prospects {
namespace {

using http::Call;
using http::Created;
using http::Form;
using http::Query;
using http::Version;

constexpr const char* kPdf = "application/pdf";

struct PaperQuery {
  std::optional<dealership::LanguageWord> language;  ///< the reader's own, when it is empty
  BOOST_DESCRIBE_CLASS(PaperQuery, (), (language), (), ())
};

Store store_of(const Call& call) { return dealership::load_store(call.tx(), call.store()); }

/// Which version the path names; 0 when that is no number.
std::int64_t version_in(const Call& call) {
  const auto& text = call.param("n");
  std::int64_t n = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), n);
  return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? n : 0;
}

Result<Created<QuoteView>> give(const Call& call, const Form<NewQuote>& input) {
  return Created<QuoteView>{TRY(give_quote(call.tx(), call.actor, store_of(call), call.param("card_id"),
                                           *input, call.now, input.wrongs))};
}

Result<Created<QuoteView>> revise(const Call& call, const Form<NewQuote>& input, const Version& version) {
  return Created<QuoteView>{TRY(revise_quote(call.tx(), call.actor, store_of(call), call.param("quote_id"),
                                             *input, version.value, call.now, input.wrongs))};
}

Result<QuoteView> withdraw(const Call& call, const Form<QuoteWithdrawal>& input) {
  return withdraw_quote(call.tx(), call.actor, store_of(call), call.param("quote_id"), *input, call.now,
                        input.wrongs);
}

Result<QuotePaper> show(const Call& call) {
  return show_version(call.tx(), call.actor, store_of(call), call.param("quote_id"), version_in(call),
                      call.now);
}

/// Drawing takes its time: the database is asked first and let go, then a thread of its own draws.
http::Route paper_route(database::Database& database, const char* who) {
  auto route = http::slow(
      "GET /stores/{store_id}/quotes/{quote_id}/versions/{n}/pdf", who, "One version of a quote as PDF",
      [&database](const Call& call, const Query<PaperQuery>& query) -> Result<http::Download> {
        Result<QuotePaper> paper = refuse(Refusal::not_found());
        database.read([&](database::Transaction& tx) {
          paper = show_version(tx, call.actor, dealership::load_store(tx, call.store()),
                               call.param("quote_id"), version_in(call), call.now);
        });
        const auto shown = TRY(std::move(paper));
        const auto asked = query->language;
        const auto language = asked ? *asked == dealership::LanguageWord::zh ? Language::zh : Language::en
                                    : call.actor.language;
        return http::Download{kPdf, file_name_of(shown), documents::to_pdf(document_of(shown, language))};
      });
  route.content_type = kPdf;
  return route;
}

}  // namespace

std::vector<http::Route> quote_routes(database::Database& database) {
  using http::reads;
  using http::writes;
  constexpr const char* kSee = "prospects.read prospects.own";
  constexpr const char* kFollow = "prospects.follow prospects.manage";
  // clang-format off
  return {
    writes("POST /stores/{store_id}/prospects/{card_id}/quotes", kFollow, "Give a quote", give),
    writes("POST /stores/{store_id}/quotes/{quote_id}/versions", kFollow, "Give its next version, which takes the place of the one before", revise),
    reads ("GET /stores/{store_id}/quotes/{quote_id}/versions/{n}", kSee, "One version of a quote, as it was given", show),
    paper_route(database, kSee),
    writes("POST /stores/{store_id}/quotes/{quote_id}/withdrawal", kFollow, "Take a quote back", withdraw),
  };
  // clang-format on
}

}  // namespace guanxi::prospects
