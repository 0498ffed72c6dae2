#include "prospects/prospects.h"

#include <gtest/gtest.h>

#include <set>

#include "town/town.h"

namespace guanxi::prospects {
namespace {

using town::Answer;
using town::Town;

class Cards : public testing::TestWithParam<database::Engine> {
 protected:
  /// Files a visit that says when they mean to buy and for how much; gives the customer's id.
  std::string file(const std::string& phone, const std::string& when, const std::string& salesperson = "chen",
                   const std::string& more = "") {
    auto body = town.filing(phone);
    const std::string said = R"("purchase_when":"this_month")";
    body.replace(body.find(said), said.size(), R"("purchase_when":")" + when + "\"" + more);
    const auto answer = town.post(salesperson, Town::visit(town.a_visit(salesperson), "/filing"), body);
    EXPECT_EQ(answer.status, 201) << answer.text;
    return answer.text_at("/customer/id");
  }
  Answer customer(const std::string& id) { return town.get("lin", "/stores/{home}/customers/" + id); }
  std::vector<std::string> list(const std::string& who, const std::string& query = "") {
    std::vector<std::string> ids;
    const auto answer = town.get(who, "/stores/{home}/prospects" + query);
    EXPECT_EQ(answer.status, 200) << answer.text;
    for (const auto& card : answer.body.at("items").as_array()) {
      ids.emplace_back(card.at("customer").at("id").as_string());
    }
    return ids;
  }
  Town town{GetParam()};
};

TEST_P(Cards, are_opened_by_filing) {
  const auto id = file("13800138000", "this_week", "chen",
                       R"(,"price_from":15000000,"price_to":18000000,"model_id":")" + town.model() + "\"");
  const auto page = customer(id);
  EXPECT_EQ(page.text_at("/card/grade"), "H");  // Sunday the 8th
  EXPECT_EQ(page.text_at("/card/expected_on"), "2026-03-08");
  EXPECT_EQ(page.text_at("/card/salesperson/name"), "陈伟");
  EXPECT_EQ(page.text_at("/card/model/name"), "山海 山海 5");
  EXPECT_EQ(page.body.at("card").at("price_to").as_int64(), 18000000);
  const auto facts = town.get("lin", "/stores/{home}/facts?kind=card_opened");
  ASSERT_EQ(facts.body.at("items").as_array().size(), 1U);
  EXPECT_EQ(facts.text_at("/items/0/data/grade"), "H");
}

TEST_P(Cards, are_renewed_by_a_further_visit_and_not_opened_twice) {
  const auto id = file("13800138000", "next_month", "chen", R"(,"price_from":15000000)");
  EXPECT_EQ(customer(id).text_at("/card/grade"), "C");  // 30 April is 57 days away
  town.clock().set(town::kMorning + 26 * kDay);         // Monday 30 March
  EXPECT_EQ(file("13800138000", "this_month", "li"), id);
  const auto page = customer(id);
  EXPECT_EQ(page.text_at("/card/grade"), "H");
  EXPECT_EQ(page.text_at("/card/expected_on"), "2026-03-31");
  EXPECT_EQ(page.text_at("/card/salesperson/name"), "陈伟");              // stays in charge
  EXPECT_EQ(page.body.at("card").at("price_from").as_int64(), 15000000);  // was not said again: stays
  EXPECT_EQ(town.row_counts().at("prospects_cards"), 1);
  const auto facts = town.get("lin", "/stores/{home}/facts?kind=card_regraded");
  ASSERT_EQ(facts.body.at("items").as_array().size(), 1U);
  EXPECT_EQ(facts.body.at("items").at(0).at("data"),
            boost::json::parse(R"({"from":"C","to":"H","cause":"said","on":null})"));
}

TEST_P(Cards, keep_their_day_when_nothing_was_said_the_second_time) {
  const auto id = file("13800138000", "this_month");
  file("13800138000", "unknown");
  EXPECT_EQ(customer(id).text_at("/card/expected_on"), "2026-03-31");
  EXPECT_EQ(customer(id).text_at("/card/purchase_when"), "this_month");
}

TEST_P(Cards, of_the_unknown_are_n) {
  EXPECT_EQ(customer(file("13800138000", "unknown")).text_at("/card/grade"), "N");
}

TEST_P(Cards, are_listed_newest_first_by_grade_and_person) {
  const auto hot = file("13800138000", "this_week", "chen");
  town.clock().advance(kMinute);
  const auto cold = file("13800138001", "next_month", "chen");
  town.clock().advance(kMinute);
  const auto lis = file("13800138002", "this_week", "li");
  using Ids = std::vector<std::string>;
  EXPECT_EQ(list("lin"), (Ids{lis, cold, hot}));
  EXPECT_EQ(list("lin", "?grade=H"), (Ids{lis, hot}));
  EXPECT_EQ(list("lin", "?salesperson_id=" + town.id("chen")), (Ids{cold, hot}));
  EXPECT_EQ(list("lin", "?grade=H&salesperson_id=" + town.id("chen")), Ids{hot});
  EXPECT_EQ(list("lin", "?grade=A"), Ids{});
  const auto page = town.get("lin", "/stores/{home}/prospects?limit=2");
  EXPECT_EQ(list("lin", "?limit=2&cursor=" + page.text_at("next_cursor")), Ids{hot});
  // A salesperson sees own cards only, whatever is asked for.
  EXPECT_EQ(list("li"), Ids{lis});
  EXPECT_EQ(list("li", "?salesperson_id=" + town.id("chen")), Ids{lis});
  EXPECT_EQ(list("care"), (Ids{lis, cold, hot}));
  EXPECT_EQ(town.get("wang", "/stores/{sister}/prospects").body.at("items").as_array().size(), 0U);
}

TEST_P(Cards, the_day_is_the_stores) {
  // 23:00 on Saturday in Shanghai; half an hour after the Sunday of the week begins it is another day.
  town.clock().set(town::kMorning + 3 * kDay + 13 * kHour);
  EXPECT_EQ(customer(file("13800138000", "this_week")).text_at("/card/expected_on"), "2026-03-08");
  town.clock().advance(kDay + kHour);  // midnight: Monday
  EXPECT_EQ(customer(file("13800138001", "this_week")).text_at("/card/expected_on"), "2026-03-15");
}

INSTANTIATE_TEST_SUITE_P(Engines, Cards, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
