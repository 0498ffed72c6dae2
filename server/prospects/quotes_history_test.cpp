// Whatever people do with quotes: one version of each holds, every number is given once, every paper stays.
#include <fmt/format.h>

#include <random>

#include "prospects/duplicate_store.h"
#include "prospects/quotes_fixture.h"
#include "town/state.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using fixture::Answer;

/// What the test remembers of a version: a sum of its own, and the paper as it was first read.
struct Remembered {
  std::int64_t total = 0;
  std::string valid_until, lines;
};
struct RememberedQuote {
  std::string id, number;
  std::vector<Remembered> versions;
  bool withdrawn = false, accepted = false;
};

class QuoteHistories : public fixture::QuotesTown {
 protected:
  int below(int most) { return static_cast<int>(dice() % static_cast<unsigned>(most)); }

  /// Random terms, with their total added up here.
  std::pair<bj::object, Remembered> random_terms() {
    Remembered remembered;
    bj::array lines;
    for (int i = 1 + below(6); i > 0; --i) {
      const std::int64_t price = below(20'000'000), quantity = 1 + below(9);
      lines.push_back(line(i % 2 == 0 ? "accessory" : "insurance", "项目", price, quantity));
      for (std::int64_t each = 0; each < quantity; ++each) remembered.total += price;
    }
    remembered.lines = bj::serialize(lines);
    auto body = terms();
    body["lines"] = lines;
    body["deposit"] = 0;
    const auto discount = below(2) == 0 ? 0 : below(100'000);
    const auto trade_in = below(3) == 0 ? below(50'000) : 0;
    body["discount"] = discount;
    body["trade_in"] = trade_in;
    remembered.total -= discount + trade_in;
    remembered.valid_until = add_days(today(), below(5));
    body["valid_until"] = remembered.valid_until;
    return {body, remembered};
  }
  std::string today() { return TimeZone::find("Asia/Shanghai")->day(town.clock().now()); }

  void check(const std::string& card) {
    const auto shown = page(card);
    ASSERT_EQ(shown.status, 200) << shown.text;
    const auto quotes = shown.body.at("quotes").as_array();
    ASSERT_EQ(quotes.size(), all.size());
    std::set<std::string> numbers;
    for (std::size_t i = 0; i < quotes.size(); ++i) {
      const auto& told = quotes[quotes.size() - 1 - i].as_object();
      const auto& expected = all[i];
      EXPECT_EQ(told.at("id").as_string(), expected.id);
      EXPECT_TRUE(numbers.emplace(told.at("number").as_string()).second);
      EXPECT_EQ(told.at("number").as_string(), expected.number);
      const auto& versions = told.at("versions").as_array();
      ASSERT_EQ(versions.size(), expected.versions.size());
      for (std::size_t at = 0; at < versions.size(); ++at) {
        const auto& version = expected.versions[versions.size() - 1 - at];
        EXPECT_EQ(versions[at].at("total").as_int64(), version.total);
        const std::string state = at > 0                          ? "superseded"
                                  : expected.withdrawn            ? "withdrawn"
                                  : expected.accepted             ? "accepted"
                                  : version.valid_until < today() ? "expired"
                                                                  : "given";
        EXPECT_EQ(versions[at].at("state").as_string(), state);
      }
    }
  }

  void give_one(const std::string& card) {
    const auto [body, remembered] = random_terms();
    const auto id = town.new_id();
    const auto given = give(card, body, "chen", id);
    ASSERT_EQ(given.status, remembered.total < 0 ? 422 : 201) << given.text;
    if (given.status != 201) return;
    if (below(3) == 0) {
      EXPECT_EQ(give(card, body, "chen", id).text, given.text);
    }
    all.push_back({id, given.text_at("number"), {remembered}, false, false});
  }

  void revise_one(const std::string& card, RememberedQuote& quote) {
    const auto [body, remembered] = random_terms();
    std::int64_t version = 0;
    const auto shown = page(card);
    for (const auto& each : shown.body.at("quotes").as_array()) {
      if (each.at("id").as_string() == quote.id) version = each.at("version").as_int64();
    }
    const bool stale = below(4) == 0;
    const auto revised = revise_at(quote.id, stale ? version - 1 : version, body);
    const bool over = quote.withdrawn || quote.accepted;
    ASSERT_EQ(revised.status, over ? 409 : remembered.total < 0 ? 422 : stale ? 412 : 201) << revised.text;
    if (revised.status == 201) quote.versions.push_back(remembered);
  }

  void order_one(const std::string& card, RememberedQuote& quote) {
    const bool holds = !quote.withdrawn && !ordered && quote.versions.back().valid_until >= today();
    const auto answer = order(card, quote.id);
    EXPECT_EQ(answer.status == 201, holds) << answer.text;
    if (answer.status == 201) quote.accepted = ordered = true;
  }

  void cancel(const std::string& card) {
    const auto answer =
        town.post("chen", "/stores/{home}/prospects/" + card + "/cancellation", R"({"reason":"再看看"})");
    EXPECT_EQ(answer.status, ordered ? 200 : 409) << answer.text;
    for (auto& quote : all) quote.accepted = false;
    ordered = false;
  }

  void step(const std::string& card) {
    const int what = all.empty() ? 0 : below(10);
    auto& chosen = all.empty() ? nothing : all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    if (what < 2) return give_one(card);
    if (what < 6) return revise_one(card, chosen);
    if (what == 6) {
      Answer quote;
      quote.body = {{"id", chosen.id}};
      const auto answer = withdraw(quote);
      EXPECT_EQ(answer.status, chosen.accepted ? 409 : 200) << answer.text;
      if (answer.status == 200) chosen.withdrawn = true;
      return;
    }
    if (what == 7) return order_one(card, chosen);
    if (what == 8) return cancel(card);
    town.travel(town.clock().now() + kDay);
  }

  std::mt19937 dice{20261126};
  std::vector<RememberedQuote> all;
  RememberedQuote nothing;
  bool ordered = false;
};

TEST_P(QuoteHistories, leave_one_version_that_holds_and_every_paper_as_it_was) {
  const auto card = a_card();
  for (int i = 0; i < 80; ++i) {
    town.clock().advance(kMinute);
    step(card);
    check(card);
    if (testing::Test::HasFailure()) return;
  }
  ASSERT_GT(all.size(), 5U);
  // Every paper that was ever given can still be read, line by line.
  for (const auto& quote : all) {
    Answer asked;
    asked.body = {{"id", quote.id}};
    for (std::size_t n = 1; n <= quote.versions.size(); ++n) {
      const auto shown = paper(asked, static_cast<int>(n));
      ASSERT_EQ(shown.status, 200);
      auto lines = shown.body.at("lines").as_array();
      for (auto& each : lines) each.as_object().erase("amount");
      EXPECT_EQ(bj::serialize(lines), quote.versions[n - 1].lines);
      EXPECT_EQ(shown.number_at("total"), quote.versions[n - 1].total);
    }
  }
}

/// Two cards of two customers that a manager puts together and parts again.
TEST_P(QuoteHistories, move_with_a_merge_and_back) {
  const auto first = a_card(), second = a_card("13800138001", "li");
  const auto of_first = give(first, terms()), of_second = give(second, terms(), "li");
  std::string one = page(first).text_at("/card/customer/id"),
              other = page(second).text_at("/card/customer/id");
  const auto pair_id = town.new_id();
  const Duplicate pair{pair_id,
                       std::min(one, other),
                       std::max(one, other),
                       90,
                       {Likeness::same_plate},
                       town.clock().now(),
                       DuplicateState::open};
  town.database().write([&](database::Transaction& tx) {
    return note_pair(tx, town.home(), pair) ? database::Outcome::keep : database::Outcome::undo;
  });
  town.clock().advance(kMinute);
  const auto before = guanxi::town::state_of(town, GetParam());
  const auto listed = town.get("lin", "/stores/{home}/duplicates");
  const auto merged = town.ask(
      {"lin",
       "POST /stores/{home}/duplicates/" + pair_id + "/merge",
       bj::serialize(bj::object{{"id", town.new_id()}, {"keep", bj::object{}}}),
       {{"if-match", '"' + std::to_string(listed.body.at("items").at(0).at("version").as_int64()) + '"'}}});
  ASSERT_EQ(merged.status, 201) << merged.text;
  const auto stays = page(first).text_at("/card/id");
  EXPECT_EQ(page(stays).body.at("quotes").as_array().size(), 2U);
  EXPECT_EQ(paper(of_second, 1, "lin").text_at("card_id"), stays);
  EXPECT_EQ(paper(of_first, 1, "lin").text_at("card_id"), stays);
  const auto undone = town.post("lin", "/stores/{home}/merges/" + merged.text_at("id") + "/undo");
  ASSERT_EQ(undone.status, 200) << undone.text;
  EXPECT_EQ(guanxi::town::state_of(town, GetParam()), before);
  EXPECT_EQ(paper(of_second, 1, "lin").text_at("card_id"), second);
}

INSTANTIATE_TEST_SUITE_P(Engines, QuoteHistories, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
