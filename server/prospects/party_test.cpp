// Several people of one party: on the card, in the search, in the history.
#include "prospects/party.h"

#include <gtest/gtest.h>

#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class Party : public testing::TestWithParam<database::Engine> {
 protected:
  std::string a_card(const std::string& phone = "13800138000", const std::string& salesperson = "chen") {
    const auto filed =
        town.post(salesperson, Town::visit(town.a_visit(salesperson), "/filing"), town.filing(phone));
    EXPECT_EQ(filed.status, 201) << filed.text;
    return town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id");
  }
  static std::string path(const std::string& card, const std::string& below = "") {
    return "/stores/{home}/prospects/" + card + below;
  }
  bj::object wife() {
    return {{"id", town.new_id()},
            {"roles", bj::array{"payer", "user"}},
            {"name", "李芳"},
            {"phone", "139-0013-9000"}};
  }
  Answer add(const std::string& card, const bj::object& body, const std::string& who = "chen") {
    return town.post(who, path(card, "/party"), bj::serialize(body));
  }
  bj::array party(const std::string& card, const std::string& who = "chen") {
    return town.get(who, path(card)).body.at("party").as_array();
  }
  Answer search(const std::string& q, const std::string& who = "chen") {
    return town.get(who, "/search?q=" + q);
  }
  Town town{GetParam()};
};

TEST_P(Party, begins_with_the_customer_who_buys) {
  const auto card = a_card();
  const auto members = party(card);
  ASSERT_EQ(members.size(), 1U);
  EXPECT_EQ(members[0].at("name").as_string(), "王小明");
  EXPECT_TRUE(members[0].at("is_customer").as_bool());
  EXPECT_EQ(members[0].at("roles"), bj::array{"buyer"});
  EXPECT_EQ(members[0].at("phone_display").as_string(), "138 0013 8000");
}

TEST_P(Party, names_who_comes_along_once_and_tells_the_history) {
  const auto card = a_card();
  const auto body = wife();
  const auto added = add(card, body);
  ASSERT_EQ(added.status, 201) << added.text;
  EXPECT_EQ(added.body.at("roles"), (bj::array{"user", "payer"}));  // in their order
  EXPECT_EQ(added.text_at("phone"), "+8613900139000");
  const auto before = town.row_counts();
  EXPECT_EQ(add(card, body).text, added.text);
  EXPECT_EQ(town.row_counts(), before);
  ASSERT_EQ(party(card).size(), 2U);
  EXPECT_EQ(party(card)[1].at("name").as_string(), "李芳");
  const auto page = town.get("lin", path(card));
  EXPECT_EQ(page.text_at("/steps/0/kind"), "party_member_added");
  EXPECT_EQ(page.body.at("steps").at(0).at("roles"), (bj::array{"user", "payer"}));
  // Facts never hold names or numbers.
  EXPECT_EQ(town.get("lin", "/stores/{home}/facts?kind=party_member_added").text.find("李芳"),
            std::string::npos);
}

TEST_P(Party, is_found_by_name_pinyin_and_number) {
  const auto card = a_card();
  ASSERT_EQ(add(card, wife()).status, 201);
  for (const auto* q : {"lifang", "lf", "李芳", "9000", "13900139000"}) {
    const auto found = search(q);
    ASSERT_EQ(found.body.at("items").as_array().size(), 1U) << q;
    EXPECT_EQ(found.text_at("/items/0/name"), "王小明");
    EXPECT_EQ(found.text_at("/items/0/member"), "李芳");
    EXPECT_EQ(found.text_at("/items/0/card_id"), card);
  }
  EXPECT_EQ(search("lifang", "li").body.at("items").as_array().size(), 0U);  // not theirs
  EXPECT_EQ(search("lifang", "lin").body.at("items").as_array().size(), 1U);
  EXPECT_EQ(search("lifang", "sun").body.at("items").as_array().size(), 0U);
  // Who is found herself is not named a second time because of her party.
  EXPECT_EQ(search("1390013").body.at("items").as_array().size(), 1U);
}

TEST_P(Party, is_corrected_and_found_anew) {
  const auto card = a_card();
  const auto id = std::string(wife()["id"].as_string());
  auto body = wife();
  body["id"] = id;
  ASSERT_EQ(add(card, body).status, 201);
  const auto place = path(card, "/party/" + id);
  const auto edited =
      town.put("chen", place, R"({"roles":["adviser"],"name":"张敏","wechat":"zhang min"})", 1);
  ASSERT_EQ(edited.status, 200) << edited.text;
  EXPECT_EQ(edited.version(), 2);
  EXPECT_EQ(edited.text_at("wechat"), "zhangmin");
  EXPECT_TRUE(edited.body.at("phone").is_null());
  EXPECT_EQ(search("lifang").body.at("items").as_array().size(), 0U);
  EXPECT_EQ(search("9000").body.at("items").as_array().size(), 0U);
  EXPECT_EQ(search("zhangmin").body.at("items").as_array().size(), 1U);
  const auto stale = town.put("chen", place, R"({"roles":["payer"],"name":"别人"})", 1);
  EXPECT_EQ(stale.status, 412);
  EXPECT_EQ(stale.text_at("/current/name"), "张敏");
  EXPECT_EQ(town.remove("chen", place).status, 204);
  EXPECT_EQ(party(card).size(), 1U);
  EXPECT_EQ(search("zhangmin").body.at("items").as_array().size(), 0U);
  EXPECT_EQ(town.remove("chen", place).status, 404);
}

TEST_P(Party, knows_the_roles_of_the_customer_whose_name_stands_on_the_record) {
  const auto card = a_card();
  const auto place = path(card, "/party/" + card);
  const auto edited = town.put("chen", place, R"({"roles":["payer","buyer","payer"]})", 1);
  ASSERT_EQ(edited.status, 200) << edited.text;
  EXPECT_EQ(edited.body.at("roles"), (bj::array{"buyer", "payer"}));
  EXPECT_EQ(edited.version(), 2);
  EXPECT_EQ(party(card)[0].at("roles"), (bj::array{"buyer", "payer"}));
  EXPECT_EQ(town.put("chen", place, R"({"roles":["user"]})", 1).status, 412);
  EXPECT_EQ(town.put("chen", place, R"({"roles":["user"],"name":"别人"})", 2).error_at("/name"),
            "stands_on_record");
  EXPECT_EQ(town.remove("chen", place).code(), "is_the_customer");
}

TEST_P(Party, refuses_what_cannot_be_and_changes_nothing) {
  const auto card = a_card();
  const auto others = a_card("13800138001", "li");
  const auto before = town.row_counts();
  auto body = wife();
  body["roles"] = bj::array{};
  EXPECT_EQ(add(card, body).error_at("/roles"), "party_role_needed");
  body = wife();
  body["phone"] = "12";
  EXPECT_EQ(add(card, body).error_at("/phone"), "not_a_phone");
  body = wife();
  body["id"] = others;
  EXPECT_EQ(add(card, body).error_at("/id"), "in_use");
  EXPECT_EQ(add(others, wife()).status, 404);  // li's card is not chen's to see
  EXPECT_EQ(add(card, wife(), "care").status, 403);
  EXPECT_EQ(town.row_counts(), before);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(add(card, wife()).status, 201);
  EXPECT_EQ(add(card, wife()).code(), "party_is_full");
}

TEST_P(Party, shows_numbers_to_who_may_call_only) {
  const auto card = a_card();
  ASSERT_EQ(add(card, wife()).status, 201);
  const auto seen = party(card, "market");
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_TRUE(seen[0].at("phone").is_null());
  EXPECT_TRUE(seen[1].at("phone").is_null());
  EXPECT_EQ(party(card, "care")[1].at("phone").as_string(), "+8613900139000");
}

INSTANTIATE_TEST_SUITE_P(Engines, Party, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
