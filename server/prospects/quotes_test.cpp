#include <atomic>
#include <thread>

#include "prospects/quotes_fixture.h"
#include "town/state.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using fixture::Answer;
using Quotes = fixture::QuotesTown;

TEST_P(Quotes, are_added_up_by_the_server_and_kept_as_they_were_given) {
  const auto card = a_card();
  auto body = terms();
  body["loan"] = loan();
  const auto given = give(card, body);
  ASSERT_EQ(given.status, 201) << given.text;
  EXPECT_EQ(given.text_at("number"), "Q-2026-000001");
  EXPECT_EQ(given.text_at("state"), "given");
  EXPECT_EQ(given.text_at("/versions/0/by/name"), "陈伟");
  EXPECT_EQ(given.body.at("versions").at(0).at("total").as_int64(), 19'108'000);
  const auto shown = paper(given, 1);
  ASSERT_EQ(shown.status, 200) << shown.text;
  EXPECT_EQ(shown.text_at("model"), "远景 山海 5");
  EXPECT_EQ(shown.text_at("customer_name"), "王小明");
  EXPECT_EQ(shown.text_at("salesperson_name"), "陈伟");
  EXPECT_EQ(shown.text_at("currency"), "CNY");
  EXPECT_EQ(shown.text_at("given_on"), "2026-03-04");
  EXPECT_EQ(shown.number_at("subtotal"), 18'980'000 + 2 * 30'000 + 568'000);
  EXPECT_EQ(shown.number_at("total"), 19'108'000);
  EXPECT_EQ(shown.number_at("due"), 6'000'000 - 500'000);
  EXPECT_EQ(shown.text_at("total_in_capitals"), "人民币壹拾玖万壹仟零捌拾元整");
  EXPECT_EQ(shown.body.at("lines").at(1).at("amount").as_int64(), 60'000);
  EXPECT_EQ(shown.body.at("loan").at("lent").as_int64(), 13'108'000);
  EXPECT_EQ(shown.body.at("loan").at("instalment").as_int64(), 386'301);  // computed apart
  // Whatever becomes of names afterwards, the paper is the same.
  town.database().write([&](database::Transaction& tx) {
    tx.execute("UPDATE dealership_stores SET name = 'anders'");
    tx.execute("UPDATE dealership_customers SET name = 'anders'");
    tx.execute("UPDATE dealership_models SET name = 'anders'");
    return database::Outcome::keep;
  });
  EXPECT_EQ(paper(given, 1).text, shown.text);
}

TEST_P(Quotes, stand_on_the_card_and_count_as_its_stage_and_sign) {
  const auto card = a_card();
  const auto version = page(card).version();
  ASSERT_EQ(town.put("chen", "/stores/{home}/prospects/" + card, R"({"purchase_when":"next_month"})", version)
                .status,
            200);
  town.clock().advance(kMinute);
  EXPECT_NE(stage(), "quoted");
  const auto given = give(card, terms());
  auto shown = page(card);
  EXPECT_EQ(shown.text_at("/quotes/0/number"), "Q-2026-000001");
  EXPECT_EQ(shown.text_at("/steps/0/kind"), "quote_given");
  EXPECT_EQ(shown.text_at("/steps/0/quote/number"), "Q-2026-000001");
  EXPECT_EQ(shown.body.at("steps").at(0).at("quote").at("total").as_int64(), 19'108'000);
  EXPECT_EQ(shown.text_at("/suggestion/because"), "quote");
  EXPECT_EQ(shown.text_at("/suggestion/grade"), "B");
  EXPECT_EQ(stage(), "quoted");
  const auto listed = town.get("lin", "/stores/{home}/prospects?stage=quoted");
  EXPECT_EQ(listed.text_at("/items/0/id"), card);
  // Taken back, it has not been given.
  town.clock().advance(kMinute);
  const auto withdrawn = withdraw(given);
  ASSERT_EQ(withdrawn.status, 200) << withdrawn.text;
  EXPECT_EQ(withdrawn.text_at("state"), "withdrawn");
  EXPECT_EQ(withdrawn.text_at("withdraw_reason"), "算错了");
  shown = page(card);
  EXPECT_EQ(shown.text_at("/steps/0/kind"), "quote_withdrawn");
  EXPECT_TRUE(shown.body.at("suggestion").is_null());
  EXPECT_NE(stage(), "quoted");
  EXPECT_EQ(paper(given, 1).text_at("state"), "withdrawn");
  const auto rows = town.row_counts();
  EXPECT_EQ(withdraw(given).status, 200);
  EXPECT_EQ(revise(withdrawn, terms()).code(), "quote_is_withdrawn");
  EXPECT_EQ(town.row_counts(), rows);
}

TEST_P(Quotes, are_revised_and_every_version_stays) {
  const auto card = a_card();
  const auto first = give(card, terms());
  const auto before = paper(first, 1);
  auto better = terms();
  better["discount"] = 800000;
  const auto second = revise(first, better);
  ASSERT_EQ(second.status, 201) << second.text;
  EXPECT_EQ(second.text_at("number"), first.text_at("number"));
  EXPECT_EQ(second.body.at("versions").as_array().size(), 2U);
  EXPECT_EQ(second.text_at("/versions/0/state"), "given");
  EXPECT_EQ(second.text_at("/versions/1/state"), "superseded");
  EXPECT_EQ(paper(second, 2).number_at("total"), 18'808'000);
  const auto after = paper(second, 1);
  EXPECT_EQ(after.text_at("state"), "superseded");
  EXPECT_EQ(after.number_at("total"), before.number_at("total"));
  EXPECT_EQ(paper(second, 3).status, 404);
  EXPECT_EQ(paper(second, 0).status, 404);
  EXPECT_EQ(town.get("chen", "/stores/{home}/quotes/" + first.text_at("id") + "/versions/x").status, 404);
  // From a version that is no longer the last, nothing is made.
  const auto rows = town.row_counts();
  const auto late = revise(first, terms());
  EXPECT_EQ(late.status, 412);
  EXPECT_EQ(late.body.at("current").at("versions").as_array().size(), 2U);
  EXPECT_EQ(town.row_counts(), rows);
}

TEST_P(Quotes, are_given_once_by_their_id) {
  const auto card = a_card();
  const auto other = a_card("13800138001");
  const auto id = town.new_id(), second_id = town.new_id();
  const auto first = give(card, terms(), "chen", id);
  ASSERT_EQ(first.status, 201);
  const auto rows = town.row_counts();
  EXPECT_EQ(give(card, terms(), "chen", id).text, first.text);
  EXPECT_EQ(give(other, terms(), "chen", id).error_at("/id"), "in_use");
  EXPECT_EQ(town.row_counts(), rows);
  const auto second = revise(first, terms(), "chen", second_id);
  const auto after = town.row_counts();
  EXPECT_EQ(revise(first, terms(), "chen", second_id).text, second.text);  // the answer was lost
  EXPECT_EQ(give(other, terms(), "chen", second_id).error_at("/id"), "in_use");
  EXPECT_EQ(revise(give(other, terms()), terms(), "chen", second_id).error_at("/id"), "in_use");
  EXPECT_EQ(town.row_counts().at("prospects_quote_versions"), after.at("prospects_quote_versions") + 1);
}

TEST_P(Quotes, name_every_wrong_field_and_change_nothing) {
  const auto card = a_card();
  const auto rows = town.row_counts();
  auto wrong = terms();
  wrong["model_id"] = town.new_id();
  wrong["valid_until"] = "2026-03-03";
  wrong["deposit"] = 99'000'000;
  wrong["loan"] = loan(99'000'000);
  const auto answer = give(card, wrong);
  EXPECT_EQ(answer.error_at("/terms/model_id"), "no_such_model");
  EXPECT_EQ(answer.error_at("/terms/valid_until"), "in_the_past");
  EXPECT_EQ(answer.error_at("/terms/deposit"), "more_than_the_price");
  EXPECT_EQ(answer.error_at("/terms/loan/down_payment"), "nothing_left_to_lend");
  wrong = terms();
  wrong.erase("model_id");
  EXPECT_EQ(give(card, wrong).error_at("/terms/model"), "model_needed");
  wrong["model"] = "别的品牌 二手";
  wrong["lines"] = bj::array{};
  EXPECT_EQ(give(card, wrong).error_at("/terms/lines"), "no_lines");
  for (const auto& bad :
       {line("vehicle", "", 1), line("nothing", "x", 1), line("other", "x", -1), line("other", "x", 1, 0),
        line("other", "x", 1, 1000), line("other", "x", 100'000'000'001)}) {
    wrong["lines"] = bj::array{bad};
    EXPECT_EQ(give(card, wrong).status, 422) << bj::serialize(bad);
  }
  wrong["lines"] = bj::array{line("vehicle", "二手车", 100)};
  wrong["total"] = 1;  // nobody else adds up
  EXPECT_EQ(give(card, wrong).error_at("/terms/total"), "unknown_field");
  EXPECT_EQ(town.row_counts(), rows);
  wrong.erase("total");
  wrong["discount"] = 0;
  wrong["deposit"] = 0;
  EXPECT_EQ(paper(give(card, wrong), 1).text_at("model"), "别的品牌 二手");
}

TEST_P(Quotes, of_others_are_not_there) {
  const auto given = give(a_card(), terms());
  for (const auto* who : {"li", "zhao"}) {
    EXPECT_NE(paper(given, 1, who).status, 200) << who;
    EXPECT_NE(pdf(given, 1, "", who).status, 200) << who;
  }
  EXPECT_EQ(paper(given, 1, "li").status, 404);
  EXPECT_EQ(pdf(given, 1, "", "li").status, 404);
  EXPECT_EQ(revise(given, terms(), "li").status, 404);
  EXPECT_EQ(withdraw(given, "x", "li").status, 404);
  EXPECT_EQ(paper(given, 1, "lin").status, 200);
  EXPECT_EQ(paper(given, 1, "care").status, 200);
  EXPECT_EQ(revise(given, terms(), "care").status, 403);
  EXPECT_EQ(town.get("wang", "/stores/{sister}/quotes/" + given.text_at("id") + "/versions/1").status, 404);
}

TEST_P(Quotes, go_on_with_whoever_has_the_card) {
  const auto card = a_card();
  const auto given = give(card, terms());
  ASSERT_EQ(
      town.post("lin", "/stores/{home}/prospects/" + card + "/handover", R"({"to":")" + town.id("li") + "\"}")
          .status,
      200);
  EXPECT_EQ(paper(given, 1, "chen").status, 404);
  EXPECT_EQ(paper(given, 1, "li").status, 200);
  EXPECT_EQ(paper(given, 1, "li").text_at("salesperson_name"), "陈伟");  // who gave it
  EXPECT_EQ(revise(given, terms(), "li").text_at("/versions/0/by/name"), "李娜");
}

TEST_P(Quotes, are_accepted_by_an_order_and_hold_again_when_it_is_cancelled) {
  const auto card = a_card();
  const auto given = give(card, terms());
  const auto foreign = give(a_card("13800138001"), terms());
  EXPECT_EQ(order(card, foreign.text_at("id")).error_at("/quote_id"), "no_such_quote");
  EXPECT_EQ(order(card, town.new_id()).error_at("/quote_id"), "no_such_quote");
  const auto ordered = order(card, given.text_at("id"));
  ASSERT_EQ(ordered.status, 201) << ordered.text;
  auto shown = page(card);
  EXPECT_EQ(shown.text_at("/quotes/0/state"), "accepted");
  EXPECT_TRUE(shown.body.at("quotes").at(0).at("can").as_array().empty());
  bool told = false;
  for (const auto& step : shown.body.at("steps").as_array())
    told |= step.at("kind").as_string() == "quote_accepted";
  EXPECT_TRUE(told);
  EXPECT_EQ(withdraw(given).code(), "quote_is_accepted");
  ASSERT_EQ(town.post("chen", "/stores/{home}/prospects/" + card + "/cancellation", R"({"reason":"不买了"})")
                .status,
            200);
  shown = page(card);
  EXPECT_EQ(shown.text_at("/quotes/0/state"), "given");
  EXPECT_EQ(shown.body.at("quotes").at(0).at("can").as_array().size(), 2U);
  // After its last day nobody can be held to it; a next version says so anew.
  town.travel(town.clock().now() + 8 * kDay);
  EXPECT_EQ(page(card).text_at("/quotes/0/state"), "expired");
  EXPECT_EQ(order(card, given.text_at("id")).error_at("/quote_id"), "no_such_quote");
  auto later = terms();
  later["valid_until"] = "2026-03-20";
  const auto current = page(card).body.at("quotes").at(0).at("version").as_int64();
  EXPECT_EQ(revise_at(given.text_at("id"), current, later).text_at("state"), "given");
  EXPECT_EQ(order(card, given.text_at("id")).status, 201);
}

TEST_P(Quotes, of_a_card_that_is_closed_are_read_only) {
  const auto card = a_card();
  const auto given = give(card, terms());
  ASSERT_EQ(order(card, give(card, terms()).text_at("id")).status, 201);
  ASSERT_EQ(town.post("chen", "/stores/{home}/prospects/" + card + "/delivery").status, 200);
  EXPECT_EQ(paper(given, 1).status, 200);
  EXPECT_EQ(pdf(given, 1).status, 200);
  EXPECT_EQ(give(card, terms()).code(), "card_closed");
  EXPECT_EQ(revise(given, terms()).code(), "card_closed");
  EXPECT_EQ(withdraw(given).code(), "card_closed");
}

TEST_P(Quotes, of_one_version_are_revised_by_one_when_two_do_it_at_the_same_instant) {
  const auto card = a_card();
  auto quote = give(card, terms());
  for (int round = 0; round < 4; ++round) {
    std::atomic<int> won = 0, late = 0;
    std::vector<std::thread> people;
    for (const auto* who : {"chen", "lin", "chen", "lin"}) {
      const auto id = town.new_id();
      people.emplace_back([&, who, id] {
        const auto answer = revise(quote, terms(), who, id);
        ++(answer.status == 201 ? won : late);
        EXPECT_TRUE(answer.status == 201 || answer.status == 412) << answer.text;
      });
    }
    for (auto& person : people) person.join();
    EXPECT_EQ(won, 1);
    EXPECT_EQ(late, 3);
    quote.body = page(card).body.at("quotes").at(0);
    EXPECT_EQ(quote.body.at("versions").as_array().size(), static_cast<std::size_t>(round) + 2);
  }
}

TEST_P(Quotes, have_numbers_of_their_own_when_everybody_gives_one_at_the_same_instant) {
  std::vector<std::string> cards, ids;
  for (int i = 0; i < 8; ++i) {
    cards.push_back(a_card("1380013800" + std::to_string(i)));
    ids.push_back(town.new_id());
  }
  std::vector<std::thread> people;
  for (std::size_t i = 0; i < 8; ++i)
    people.emplace_back([&, i] { EXPECT_EQ(give(cards[i], terms(), "chen", ids[i]).status, 201); });
  for (auto& person : people) person.join();
  std::set<std::string> numbers;
  for (const auto& card : cards) numbers.insert(page(card).text_at("/quotes/0/number"));
  EXPECT_EQ(numbers.size(), 8U);
}

TEST_P(Quotes, count_from_one_in_every_year_and_store_by_the_stores_own_day) {
  const auto card = a_card();
  EXPECT_EQ(give(card, terms()).text_at("number"), "Q-2026-000001");
  town.travel(*parse_instant("2026-12-31T15:59:00Z"));  // 23:59 in Shanghai
  auto late = terms();
  late["valid_until"] = "2027-01-05";
  EXPECT_EQ(give(card, late).text_at("number"), "Q-2026-000002");
  town.clock().advance(2 * kMinute);
  EXPECT_EQ(give(card, late).text_at("number"), "Q-2027-000001");
}

INSTANTIATE_TEST_SUITE_P(Engines, Quotes, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
