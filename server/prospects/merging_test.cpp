// Two customers become one, and two again.
#include "prospects/merging.h"

#include "prospects/card_merging.h"
#include "prospects/midnight.h"
#include "prospects/people_fixture.h"
#include "town/state.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using fixture::Answer;

class Merging : public fixture::People {
 protected:
  /// chen's 王小明 of this morning and li's 小王 of an hour later, as one pair.
  void two(const bj::object& more_first = {}, const bj::object& more_second = {}) {
    first = file({{"name", "王小明"}, {"phone", "13800138000"}}, more_first, "chen");
    town.clock().advance(kHour);
    second = file({{"name", "小王"}, {"phone", "13900139000"}, {"wechat", "xiaowang"}}, more_second, "li");
    first_card = card_of(first);
    second_card = card_of(second);
    id = pair(first, second);
    town.clock().advance(kMinute);
  }
  Answer follow_up(const std::string& who, const std::string& card) {
    const bj::object body{
        {"id", town.new_id()},           {"way", "call"},    {"reached", true},        {"said", "再看看"},
        {"purchase_when", "this_month"}, {"ending", "next"}, {"next_on", "2026-03-06"}};
    return town.post(who, "/stores/{home}/prospects/" + card + "/follow-ups", bj::serialize(body));
  }
  Answer order(const std::string& who, const std::string& card) {
    const bj::object body{
        {"id", town.new_id()}, {"model_id", town.model()}, {"price", 18980000}, {"deposit", 0}};
    return town.post(who, "/stores/{home}/prospects/" + card + "/orders", bj::serialize(body));
  }
  std::string first, second, first_card, second_card, id;
};

TEST_P(Merging, puts_everything_under_who_came_first) {
  two();
  ASSERT_EQ(follow_up("li", second_card).status, 201);
  const auto merged = merge(id);
  ASSERT_EQ(merged.status, 201) << merged.text;
  EXPECT_EQ(merged.text_at("/customer/id"), first);
  EXPECT_EQ(merged.text_at("merged"), "小王");
  EXPECT_TRUE(merged.body.at("no_undo").is_null());
  const auto page = customer(first);
  EXPECT_EQ(page.text_at("phone"), "+8613800138000");
  EXPECT_EQ(page.text_at("wechat"), "xiaowang");  // the only one there was
  EXPECT_EQ(page.text_at("/further/0/value"), "+8613900139000");
  EXPECT_EQ(page.text_at("/salesperson/name"), "陈伟");
  EXPECT_EQ(page.body.at("visits").as_array().size(), 2U);
  EXPECT_EQ(page.text_at("/card/id"), first_card);
  // An old link leads on; the history tells both.
  EXPECT_EQ(customer(second).text_at("id"), first);
  const auto card_page = card(second_card);
  EXPECT_EQ(card_page.text_at("/card/id"), first_card);
  std::multiset<std::string> kinds;
  for (const auto& step : card_page.body.at("steps").as_array()) kinds.emplace(step.at("kind").as_string());
  EXPECT_EQ(kinds.count("card_opened"), 2U);
  EXPECT_EQ(kinds.count("follow_up"), 1U);
  EXPECT_EQ(kinds.count("cards_merged"), 1U);
  EXPECT_TRUE(pairs().empty());
  // Known under both numbers, and found by both.
  EXPECT_EQ(file({{"name", "王"}, {"phone", "13900139000"}}), first);
  EXPECT_EQ(town.get("lin", "/search?q=9000").text_at("/items/0/id"), first);
}

TEST_P(Merging, counts_nobody_twice) {
  two();
  ASSERT_EQ(merge(id).status, 201);
  EXPECT_EQ(town.row_counts().at("dealership_customers"), 1);
  EXPECT_EQ(town.get("lin", "/stores/{home}/prospects/board").body.at("counts").at("open").as_int64(), 1);
  EXPECT_EQ(town.get("lin", "/stores/{home}/prospects").body.at("items").as_array().size(), 1U);
  EXPECT_EQ(town.get("lin", "/stores/{home}/prospects?standing=lost").body.at("items").as_array().size(), 0U);
  EXPECT_EQ(town.get("li", "/stores/{home}/prospects/due").body.at("items").as_array().size(), 0U);
  // One person comes for the first time once.
  const auto figures = town.get("lin", "/stores/{home}/hundred").body.at("figures").as_array();
  ASSERT_EQ(figures.size(), 1U);
  EXPECT_EQ(figures[0].at("state").as_string(), "follow_up");
}

TEST_P(Merging, keeps_what_is_chosen) {
  two();
  const auto side = first < second ? "second" : "first";  // the side of 小王
  const auto merged = merge(id, {{"name", side}, {"phone", side}, {"salesperson", side}});
  ASSERT_EQ(merged.status, 201) << merged.text;
  const auto page = customer(first);
  EXPECT_EQ(page.text_at("name"), "小王");
  EXPECT_EQ(page.text_at("phone"), "+8613900139000");
  EXPECT_EQ(page.text_at("/further/0/value"), "+8613800138000");
  EXPECT_EQ(page.text_at("/salesperson/name"), "李娜");
  EXPECT_EQ(page.text_at("/card/salesperson/name"), "李娜");
  EXPECT_EQ(page.text_at("/card/id"), first_card);
  EXPECT_EQ(town.get("li", "/stores/{home}/prospects").body.at("items").as_array().size(), 1U);
}

TEST_P(Merging, lets_the_card_with_the_order_go_on) {
  two();
  ASSERT_EQ(order("li", second_card).status, 201);
  ASSERT_EQ(merge(id).status, 201);
  const auto page = customer(first);
  EXPECT_EQ(page.text_at("/card/id"), second_card);
  EXPECT_EQ(page.text_at("/card/standing"), "ordered");
  EXPECT_EQ(page.text_at("/card/salesperson/name"), "陈伟");  // the earlier one's
  EXPECT_EQ(card(first_card).text_at("/card/id"), second_card);
}

TEST_P(Merging, of_two_orders_waits_for_one) {
  two();
  ASSERT_EQ(order("chen", first_card).status, 201);
  ASSERT_EQ(order("li", second_card).status, 201);
  EXPECT_TRUE(pairs()[0].at("both_ordered").as_bool());
  const auto before = guanxi::town::state_of(town, GetParam());
  EXPECT_EQ(merge(id).code(), "both_ordered");
  EXPECT_EQ(guanxi::town::state_of(town, GetParam()), before);
}

TEST_P(Merging, is_done_once_on_what_was_looked_at) {
  two();
  const auto merge_id = town.new_id();
  const auto body = bj::serialize(bj::object{{"id", merge_id}, {"keep", bj::object{}}});
  const auto stale = merge_at(id, body, version_of(id) + 1);
  EXPECT_EQ(stale.status, 412);
  EXPECT_EQ(stale.text_at("/current/id"), id);
  const auto merged = merge(id, {}, merge_id);
  ASSERT_EQ(merged.status, 201);
  const auto before = guanxi::town::state_of(town, GetParam());
  EXPECT_EQ(merge_at(id, body, 2).text, merged.text);  // the phone sends it again
  EXPECT_EQ(guanxi::town::state_of(town, GetParam()), before);
  EXPECT_EQ(merge(id).code(), "already_merged");
  EXPECT_EQ(merge_at(id, body, 2, "chen").status, 403);
  EXPECT_EQ(merge_at(id, body, 2, "wang", "sister").status, 404);
}

TEST_P(Merging, can_be_undone_until_something_new_happens) {
  two();
  const auto before = guanxi::town::state_of(town, GetParam());
  const auto merged = merge(id);
  ASSERT_EQ(merged.status, 201);
  const auto undone = undo(merged.text_at("id"));
  ASSERT_EQ(undone.status, 200) << undone.text;
  EXPECT_EQ(undone.text_at("no_undo"), "undone");
  EXPECT_EQ(undone.text_at("/undone_by/name"), "林强");
  EXPECT_EQ(guanxi::town::state_of(town, GetParam()), before);
  EXPECT_EQ(customer(second).text_at("/card/id"), second_card);
  const auto again = merge(id);
  ASSERT_EQ(again.status, 201) << again.text;
  ASSERT_EQ(follow_up("chen", first_card).status, 201);
  const auto listed = town.get("lin", "/stores/{home}/merges");
  EXPECT_EQ(listed.text_at("/items/0/no_undo"), "something_new");
  EXPECT_EQ(undo(again.text_at("id")).code(), "something_new");
  EXPECT_EQ(undo(town.new_id()).status, 404);
}

TEST_P(Merging, can_be_undone_after_a_night_in_which_only_the_clock_did_something) {
  two({{"purchase_when", "next_month"}}, {{"purchase_when", "next_month"}});
  const auto merged = merge(id);
  ASSERT_EQ(merged.status, 201);
  town.travel(town.clock().now() + 30 * kDay);
  dealership::Store store;
  town.database().read([&](database::Transaction& tx) { store = dealership::load_store(tx, town.home()); });
  begin_days(town.database(), store, town.clock().now(), [] { return true; });
  EXPECT_EQ(undo(merged.text_at("id")).status, 200);
  // A visit that is not even closed is something new.
  const auto again = merge(id);
  ASSERT_EQ(again.status, 201);
  ASSERT_EQ(town.post("zhao", "/stores/{home}/visits",
                      R"({"id":")" + town.new_id() + R"(","way":"again","customer_id":")" + first + "\"}")
                .status,
            201);
  EXPECT_EQ(undo(again.text_at("id")).code(), "something_new");
}

TEST_P(Merging, remembers_who_was_told_apart) {
  two();
  const auto third = file({{"name", "王太太"}, {"phone", "13700137000"}}, {}, "chen");
  const auto other = pair(second, third);
  ASSERT_EQ(town.post("lin", "/stores/{home}/duplicates/" + other + "/difference").status, 204);
  ASSERT_EQ(merge(id).status, 201);
  Duplicate found{town.new_id(),          std::min(first, third), std::max(first, third), 90,
                  {Likeness::same_plate}, town.clock().now(),     DuplicateState::open};
  town.database().write([&](database::Transaction& tx) {
    EXPECT_FALSE(note_pair(tx, town.home(), found));
    return database::Outcome::keep;
  });
  EXPECT_TRUE(pairs().empty());
}

TEST_P(Merging, moves_whatever_stands_under_a_customer_or_a_card) {
  // Whoever adds a table that names customers or cards decides here what a merge does with it.
  const std::set<std::string> decided = {"dealership_consents.customer_id",
                                         "dealership_further_contacts.customer_id",
                                         "dealership_keys_owed.customer_id",
                                         "dealership_search_keys.customer_id",
                                         "prospects_appointments.card_id",
                                         "prospects_cards.customer_id",
                                         "prospects_follow_ups.card_id",
                                         "prospects_leads.card_id",
                                         "prospects_leads.customer_id",
                                         "prospects_listings.card_id",
                                         "prospects_merged_cards.customer_id",
                                         "prospects_notices.card_id",
                                         "prospects_notices.customer_id",
                                         "prospects_orders.card_id",
                                         "prospects_party.card_id",
                                         "prospects_quotes.card_id",
                                         "prospects_test_drives.card_id",
                                         "prospects_to_compare.customer_id",
                                         "reception_visits.customer_id"};
  std::set<std::string> found;
  std::vector<std::string> customers, merged_customers, cards, merged_cards;
  town.database().read([&](database::Transaction& tx) {
    for (const auto& table : guanxi::town::all_tables()) {
      for (const auto& column : guanxi::town::columns_of(tx, GetParam(), table)) {
        if (column == "customer_id" || column == "card_id") found.insert(table + "." + column);
      }
    }
    customers = guanxi::town::columns_of(tx, GetParam(), "dealership_customers");
    merged_customers = guanxi::town::columns_of(tx, GetParam(), "dealership_merged_customers");
    cards = guanxi::town::columns_of(tx, GetParam(), "prospects_cards");
    merged_cards = guanxi::town::columns_of(tx, GetParam(), "prospects_merged_cards");
  });
  EXPECT_EQ(found, decided);
  // And a column of a record that is kept aside is kept, too.
  for (auto* kept : {&merged_customers, &merged_cards})
    std::erase_if(*kept, [](const std::string& name) { return name == "merge_id" || name == "into_id"; });
  EXPECT_EQ(merged_customers, customers);
  EXPECT_EQ(merged_cards, cards);
}

TEST(CardsTogether, know_what_either_knew) {
  Card stays, goes;
  stays.standing = CardStanding::loss_asked;
  stays.wants.colour = "白";
  stays.said_at = 5;
  goes.wants.colour = "黑";
  goes.wants.model_id = "m";
  goes.expected_on = "2026-03-31";
  goes.grade = Grade::B;
  goes.said_at = 3;
  goes.next = Next{7, false, {}, {}};
  goes.reached_at = 4;
  goes.tries = 2;
  const auto card = together(stays, goes);
  EXPECT_EQ(card.wants.colour, "白");
  EXPECT_EQ(card.wants.model_id, "m");
  EXPECT_EQ(card.expected_on, "2026-03-31");  // nothing was said to the other, however late
  EXPECT_EQ(card.grade, Grade::B);
  EXPECT_EQ(card.standing, CardStanding::following);  // one of the two is not given up
  EXPECT_EQ(card.next->at, 7);
  EXPECT_EQ(card.reached_at, 4);
  EXPECT_EQ(card.tries, 2);
}

INSTANTIATE_TEST_SUITE_P(Engines, Merging, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
