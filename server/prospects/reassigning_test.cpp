#include "prospects/reassigning.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

TEST(SharingOut, goes_by_turns_and_makes_up_for_cards_with_a_name) {
  std::vector<Given> cards{{"1", Bucket::H, {}},   {"2", Bucket::H, {}}, {"3", Bucket::A, {}},
                           {"4", Bucket::A, "li"}, {"5", Bucket::C, {}}, {"6", Bucket::H, {}}};
  share_out(cards, {{Bucket::H, {"li", "wu"}}, {Bucket::A, {"wu"}}, {Bucket::C, {}}});
  std::vector<std::string> to;
  for (const auto& card : cards) to.push_back(card.to.value_or("-"));
  EXPECT_EQ(to, (std::vector<std::string>{"wu", "li", "wu", "li", "-", "wu"}));
}

TEST(SharingOut, gives_nobody_two_more_than_another) {
  std::mt19937 rng(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<Given> cards;
    const auto count = rng() % 60;
    for (unsigned i = 0; i < count; ++i) cards.push_back({std::to_string(i), Bucket(rng() % 6), {}});
    std::vector<std::string> people;
    for (unsigned i = 0; i <= rng() % 5; ++i) people.push_back(std::to_string(i));
    Takers takers;
    for (int bucket = 0; bucket < 6; ++bucket) takers[Bucket(bucket)] = people;
    share_out(cards, takers);
    std::map<std::string, int> given;
    for (const auto& id : people) given[id] = 0;
    for (const auto& card : cards) ++given.at(card.to.value());
    const auto [least, most] =
        std::ranges::minmax_element(given, {}, [](const auto& each) { return each.second; });
    EXPECT_LE(most->second - least->second, 1);
  }
}

class Reassigning : public testing::TestWithParam<database::Engine> {
 protected:
  std::string a_card(int number, const std::string& salesperson, const std::string& when) {
    auto body = town.filing("138001380" + std::to_string(10 + number), "客户" + std::to_string(number));
    const std::string said = R"("purchase_when":"this_month")";
    body.replace(body.find(said), said.size(), R"("purchase_when":")" + when + "\"");
    const auto filed = town.post(salesperson, Town::visit(town.a_visit(salesperson), "/filing"), body);
    EXPECT_EQ(filed.status, 201) << filed.text;
    return town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id");
  }
  /// A second colleague who sells in the home store.
  std::string wu() {
    bj::object person{{"id", town.new_id()},
                      {"name", "吴敏"},
                      {"login", "wu"},
                      {"roles", {"salesperson"}},
                      {"store_ids", {town.home()}}};
    const auto made = town.post("admin", "/people", bj::serialize(person));
    EXPECT_EQ(made.status, 201) << made.text;
    return std::string(person["id"].as_string());
  }
  static bj::object share(const std::string& bucket, int cards, const std::vector<std::string>& to) {
    bj::array people;
    for (const auto& id : to) people.emplace_back(id);
    return {{"bucket", bucket}, {"cards", cards}, {"to", people}};
  }
  bj::object request(bj::array shares, const std::string& reason = "ill", bj::array cards = {}) {
    return {{"id", town.new_id()},
            {"from", town.id("chen")},
            {"reason", reason},
            {"shares", std::move(shares)},
            {"cards", std::move(cards)}};
  }
  Answer reassign(const bj::object& body, const std::string& who = "lin") {
    return town.post(who, "/stores/{home}/prospects/reassignments", bj::serialize(body));
  }
  Answer page(const std::string& card) { return town.get("lin", "/stores/{home}/prospects/" + card); }
  std::string whose(const std::string& card) { return page(card).text_at("/card/salesperson/id"); }
  std::size_t facts(const std::string& kind) {
    return town.get("lin", "/stores/{home}/facts?kind=" + kind).body.at("items").as_array().size();
  }
  Town town{GetParam()};
};

TEST_P(Reassigning, moves_cards_with_their_customers_history_and_dates) {
  const auto wus = wu();
  const auto hot = a_card(1, "chen", "this_week"), cold = a_card(2, "chen", "next_month");
  const auto sold = a_card(3, "chen", "this_week"), others = a_card(4, "li", "this_week");
  town.post("chen", "/stores/{home}/prospects/" + sold + "/orders",
            bj::serialize(bj::object{
                {"id", town.new_id()}, {"model_id", town.model()}, {"price", 100}, {"deposit", 0}}));
  const auto before = page(hot);
  const auto done =
      reassign(request({share("H", 1, {town.id("li")}), share("C", 1, {wus}), share("ordered", 1, {wus})}));
  ASSERT_EQ(done.status, 201) << done.text;
  EXPECT_EQ(done.text_at("/given/0/salesperson/name"), "吴敏");
  EXPECT_EQ(done.body.at("given").at(0).at("cards").as_int64(), 2);
  EXPECT_FALSE(done.body.at("accesses_ended").as_bool());
  const auto after = page(hot);
  EXPECT_EQ(after.text_at("/card/salesperson/name"), "李娜");
  EXPECT_EQ(after.text_at("/card/next/at"), before.text_at("/card/next/at"));
  EXPECT_EQ(after.text_at("/steps/0/kind"), "card_handed_over");
  EXPECT_EQ(after.text_at("/steps/0/to/name"), "李娜");
  EXPECT_EQ(after.body.at("steps").as_array().size(), before.body.at("steps").as_array().size() + 1);
  const auto customer = after.text_at("/card/customer/id");
  EXPECT_EQ(town.get("li", "/stores/{home}/customers/" + customer).status, 200);
  EXPECT_EQ(town.get("chen", "/stores/{home}/customers/" + customer).status, 404);
  // They are found by the new one's search, and no longer by the old one's.
  EXPECT_EQ(town.get("li", "/search?q=8011").body.at("items").as_array().size(), 1U);
  EXPECT_EQ(town.get("chen", "/search?q=8011").body.at("items").as_array().size(), 0U);
  EXPECT_EQ(whose(cold), wus);
  EXPECT_EQ(whose(sold), wus);
  EXPECT_EQ(whose(others), town.id("li"));
  EXPECT_EQ(facts("card_handed_over"), 3U);
  EXPECT_EQ(facts("cards_reassigned"), 1U);
  EXPECT_EQ(town.get("chen", "/session").status, 200);
}

TEST_P(Reassigning, shares_out_evenly_and_names_single_cards) {
  const auto wus = wu();
  std::vector<std::string> cards;
  for (int i = 0; i < 7; ++i) cards.push_back(a_card(i, "chen", "this_week"));
  const auto done = reassign(request({share("H", 6, {town.id("li"), wus})}, "other",
                                     {bj::object{{"card_id", cards[3]}, {"to", town.id("li")}}}));
  ASSERT_EQ(done.status, 201) << done.text;
  std::map<std::string, int> given;
  for (const auto& card : cards) ++given[whose(card)];
  EXPECT_EQ(given, (std::map<std::string, int>{{town.id("li"), 4}, {wus, 3}}));
  EXPECT_EQ(whose(cards[3]), town.id("li"));
}

TEST_P(Reassigning, happens_once) {
  const auto card = a_card(1, "chen", "this_week");
  const auto body = request({share("H", 1, {town.id("li")})});
  const auto done = reassign(body);
  const auto rows = town.row_counts();
  const auto version = page(card).version();
  EXPECT_EQ(reassign(body).text, done.text);
  EXPECT_EQ(town.row_counts(), rows);
  EXPECT_EQ(page(card).version(), version);
}

TEST_P(Reassigning, refuses_what_cannot_be_and_changes_nothing) {
  const auto card = a_card(1, "chen", "this_week");
  const auto lis = a_card(2, "li", "this_week");
  const auto li = town.id("li"), zhao = town.id("zhao"), chen = town.id("chen");
  const auto rows = town.row_counts();
  EXPECT_EQ(reassign(request({share("H", 1, {zhao})})).error_at("/shares/0/to/0"), "not_a_salesperson");
  EXPECT_EQ(reassign(request({share("H", 1, {town.id("sun")})})).error_at("/shares/0/to/0"),
            "not_a_salesperson");
  EXPECT_EQ(reassign(request({share("H", 1, {chen})})).error_at("/shares/0/to/0"), "same_salesperson");
  EXPECT_EQ(reassign(request({share("H", 1, {li, li})})).error_at("/shares/0/to/1"), "named_twice");
  EXPECT_EQ(reassign(request({share("H", 1, {li}), share("H", 0, {li})})).error_at("/shares/1/bucket"),
            "named_twice");
  EXPECT_EQ(
      reassign(request({}, "ill", {bj::object{{"card_id", lis}, {"to", li}}})).error_at("/cards/0/card_id"),
      "not_their_card");
  EXPECT_EQ(reassign(request({share("H", 2, {li})})).code(), "cards_have_changed");
  EXPECT_EQ(reassign(request({})).code(), "cards_have_changed");
  EXPECT_EQ(reassign(request({share("H", 1, {li}), share("C", 1, {li})})).code(), "cards_have_changed");
  EXPECT_EQ(reassign(request({share("H", 1, {})}, "leaving")).error_at("/shares/0/to"), "card_left_behind");
  EXPECT_EQ(reassign(request({share("H", 1, {li})}), "li").status, 403);
  EXPECT_EQ(town.post("wang", "/stores/{home}/prospects/reassignments", "{}").status, 404);
  EXPECT_EQ(town.row_counts(), rows);
  EXPECT_EQ(whose(card), chen);
}

TEST_P(Reassigning, may_leave_some_where_they_are) {
  const auto hot = a_card(1, "chen", "this_week"), cold = a_card(2, "chen", "next_month");
  ASSERT_EQ(reassign(request({share("H", 1, {town.id("li")}), share("C", 1, {})})).status, 201);
  EXPECT_EQ(whose(hot), town.id("li"));
  EXPECT_EQ(whose(cold), town.id("chen"));
}

TEST_P(Reassigning, ends_every_access_of_whoever_leaves) {
  a_card(1, "chen", "this_week");
  const auto done = reassign(request({share("H", 1, {town.id("li")})}, "leaving"));
  ASSERT_EQ(done.status, 201) << done.text;
  EXPECT_TRUE(done.body.at("accesses_ended").as_bool());
  EXPECT_EQ(town.get("chen", "/session").status, 401);
  const bj::object signing_in{{"login", "chen"}, {"password", town::kPassword}};
  EXPECT_EQ(town.post("", "/session", bj::serialize(signing_in)).status, 401);
  const auto staff = town.get("lin", "/stores/{home}/staff?role=salesperson");
  EXPECT_EQ(staff.text.find("陈伟"), std::string::npos);
  const auto retired = town.get("admin", "/facts?kind=set_up_changed");
  EXPECT_EQ(retired.text_at("/items/0/data/action"), "retired");
}

TEST_P(Reassigning, sends_away_only_whom_a_manager_may) {
  auto manager = request({}, "leaving");
  manager["from"] = town.id("boss");
  EXPECT_EQ(reassign(manager).error_at("/reason"), "only_administrators");
  manager["from"] = town.id("lin");
  EXPECT_EQ(reassign(manager).error_at("/from"), "not_oneself");
  manager["from"] = town.id("sun");  // of another store
  EXPECT_EQ(reassign(manager).error_at("/from"), "not_a_salesperson");
  EXPECT_EQ(town.get("sun", "/session").status, 200);
  manager.erase("from");
  EXPECT_EQ(reassign(manager).error_at("/from"), "required");
}

TEST_P(Reassigning, gives_cards_of_nobody_to_somebody) {
  const auto card = a_card(1, "chen", "this_week");
  town.database().write([&](database::Transaction& tx) {
    tx.execute("UPDATE prospects_cards SET salesperson_id = NULL WHERE id = $1", card);
    return database::Outcome::keep;
  });
  auto body = request({share("H", 1, {town.id("li")})}, "other");
  body.erase("from");
  ASSERT_EQ(reassign(body).status, 201);
  EXPECT_EQ(whose(card), town.id("li"));
}

TEST_P(Reassigning, shows_who_holds_what) {
  a_card(1, "chen", "this_week");
  a_card(2, "chen", "this_week");
  a_card(3, "chen", "unknown");
  const auto holders = town.get("lin", "/stores/{home}/prospects/holders");
  ASSERT_EQ(holders.status, 200) << holders.text;
  std::map<std::string, bj::value> by_name;
  for (const auto& holder : holders.body.at("items").as_array())
    by_name[std::string(holder.at("salesperson").at("name").as_string())] = holder;
  EXPECT_EQ(by_name.at("陈伟").at("cards").as_int64(), 3);
  EXPECT_EQ(by_name.at("陈伟").at("buckets"),
            bj::parse(R"([{"bucket":"N","cards":1},{"bucket":"H","cards":2}])"));
  EXPECT_EQ(by_name.at("李娜").at("cards").as_int64(), 0);
  EXPECT_TRUE(by_name.at("李娜").at("sells_here").as_bool());
  EXPECT_FALSE(by_name.contains("赵敏"));
}

INSTANTIATE_TEST_SUITE_P(Engines, Reassigning, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
