#include "prospects/orders.h"

#include <gtest/gtest.h>

#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class Orders : public testing::TestWithParam<database::Engine> {
 protected:
  std::string a_card() {
    const auto filed = town.post("chen", Town::visit(town.a_visit(), "/filing"), town.filing("13800138000"));
    return town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id");
  }
  bj::object order() {
    return {{"id", town.new_id()}, {"model_id", town.model()}, {"price", 18980000},
            {"deposit", 500000},   {"colour", "珍珠白"},       {"deliver_on", "2026-03-20"}};
  }
  Answer ask(const std::string& who, const std::string& card, const std::string& what,
             const bj::object& body) {
    return town.post(who, "/stores/{home}/prospects/" + card + what, bj::serialize(body));
  }
  Answer page(const std::string& card) { return town.get("lin", "/stores/{home}/prospects/" + card); }
  std::size_t facts(const std::string& kind) {
    return town.get("lin", "/stores/{home}/facts?kind=" + kind).body.at("items").as_array().size();
  }
  Town town{GetParam()};
};

TEST_P(Orders, lead_to_a_delivery_and_close_the_card) {
  const auto card = a_card();
  const auto ordered = ask("chen", card, "/orders", order());
  ASSERT_EQ(ordered.status, 201) << ordered.text;
  EXPECT_EQ(ordered.text_at("standing"), "ordered");
  EXPECT_EQ(ordered.text_at("/next/on"), "2026-03-11");  // every seven days until the car is there
  town.clock().advance(16 * kDay);
  town.travel(town.clock().now());
  const auto delivered = ask("chen", card, "/delivery", {{"plate", "浙A12345"}});
  ASSERT_EQ(delivered.status, 200) << delivered.text;
  EXPECT_EQ(delivered.text_at("standing"), "delivered");
  EXPECT_TRUE(delivered.body.at("next").is_null());
  EXPECT_EQ(delivered.body.at("can").as_array().size(), 0U);
  const auto shown = page(card);
  EXPECT_EQ(shown.text_at("/steps/0/kind"), "car_delivered");
  EXPECT_EQ(shown.text_at("/orders/0/plate"), "浙A12345");
  EXPECT_EQ(shown.body.at("orders").at(0).at("price").as_int64(), 18980000);
  EXPECT_EQ(facts("car_ordered"), 1U);
  EXPECT_EQ(facts("car_delivered"), 1U);
}

TEST_P(Orders, are_followed_up_on_the_promised_day_at_the_latest) {
  auto soon = order();
  soon["deliver_on"] = "2026-03-06";
  EXPECT_EQ(ask("chen", a_card(), "/orders", soon).text_at("/next/on"), "2026-03-06");
}

TEST_P(Orders, that_are_cancelled_leave_a_prospect_of_grade_a) {
  const auto card = a_card();
  ask("chen", card, "/orders", order());
  town.clock().advance(kDay);
  EXPECT_EQ(ask("chen", card, "/cancellation", {}).error_at("/reason"), "required");
  const auto cancelled = ask("chen", card, "/cancellation", {{"reason", "贷款没批"}});
  ASSERT_EQ(cancelled.status, 200) << cancelled.text;
  EXPECT_EQ(cancelled.text_at("standing"), "following");
  EXPECT_EQ(cancelled.text_at("grade"), "A");
  EXPECT_EQ(cancelled.text_at("grade_reason"), "贷款没批");
  EXPECT_EQ(cancelled.text_at("/next/on"), "2026-03-06");
  EXPECT_EQ(page(card).text_at("/orders/0/cancel_reason"), "贷款没批");
  // They may order again.
  EXPECT_EQ(ask("chen", card, "/orders", order()).status, 201);
  EXPECT_EQ(page(card).body.at("orders").as_array().size(), 2U);
}

TEST_P(Orders, are_placed_once) {
  const auto card = a_card();
  const auto body = order();
  EXPECT_EQ(ask("chen", card, "/orders", body).status, 201);
  const auto rows = town.row_counts();
  EXPECT_EQ(ask("chen", card, "/orders", body).status, 201);
  EXPECT_EQ(ask("chen", card, "/orders", order()).code(), "order_is_open");
  EXPECT_EQ(
      ask("chen", card, "/follow-ups",
          {{"id", town.new_id()}, {"way", "call"}, {"reached", true}, {"ending", "loss"}, {"said", "不要了"}})
          .code(),
      "order_is_open");
  EXPECT_EQ(town.row_counts(), rows);
}

TEST_P(Orders, refuse_what_cannot_be_and_change_nothing) {
  const auto card = a_card();
  const auto rows = town.row_counts();
  auto body = order();
  body["deposit"] = 20000000;
  body["model_id"] = town.new_id();
  body["deliver_on"] = "2026-03-03";
  body["ordered_at"] = "2026-03-05T02:00:00Z";
  const auto answer = ask("chen", card, "/orders", body);
  EXPECT_EQ(answer.status, 422);
  EXPECT_EQ(answer.error_at("/deposit"), "more_than_the_price");
  EXPECT_EQ(answer.error_at("/model_id"), "no_such_model");
  EXPECT_EQ(answer.error_at("/ordered_at"), "in_the_future");
  EXPECT_EQ(ask("chen", card, "/delivery", {}).code(), "no_open_order");
  EXPECT_EQ(ask("chen", card, "/cancellation", {{"reason", "x"}}).code(), "no_open_order");
  EXPECT_EQ(ask("li", card, "/orders", order()).status, 404);
  EXPECT_EQ(town.row_counts(), rows);
}

TEST_P(Orders, of_whoever_comes_back_later_are_on_a_new_card) {
  const auto card = a_card();
  ask("chen", card, "/orders", order());
  ask("chen", card, "/delivery", {});
  town.clock().advance(kDay);
  const auto anew = a_card();
  EXPECT_NE(anew, card);
  EXPECT_EQ(page(anew).text_at("/card/standing"), "following");
}

INSTANTIATE_TEST_SUITE_P(Engines, Orders, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
