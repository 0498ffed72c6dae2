#include "prospects/contacts.h"

#include <gtest/gtest.h>

#include "town/outside_reader.h"
#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::read_outside;
using town::Town;

class Contacts : public testing::TestWithParam<database::Engine> {
 protected:
  std::string a_card(const std::string& phone, const std::string& who, const std::string& name) {
    const auto filed = town.post(who, Town::visit(town.a_visit(who), "/filing"), town.filing(phone, name));
    return town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id");
  }
  /// What was exported by now, from the log.
  std::vector<std::string> exports() {
    std::vector<std::string> all;
    const auto facts = town.get("lin", "/stores/{home}/facts?kind=contacts_exported");
    for (const auto& fact : facts.body.at("items").as_array()) all.push_back(bj::serialize(fact.at("data")));
    return all;
  }
  Town town{GetParam()};
};

TEST_P(Contacts, are_read_by_other_address_books) {
  const auto card = a_card("13800138000", "chen", "王; 小明, 先生");
  const auto one = town.get("chen", "/stores/{home}/prospects/" + card + "/contact.vcf");
  ASSERT_EQ(one.status, 200) << one.text;
  EXPECT_EQ(one.headers.at("Content-Type"), "text/vcard; charset=utf-8");
  EXPECT_EQ(town::wrong_lines(one.text), "");
  const auto cards = read_outside(one.text);
  ASSERT_EQ(cards.size(), 1U);
  EXPECT_EQ(cards[0].at("version").as_string(), "3.0");
  EXPECT_EQ(cards[0].at("fn").as_string(), "王; 小明, 先生");
  EXPECT_EQ(cards[0].at("family").as_string(), "王; 小明, 先生");
  EXPECT_EQ(cards[0].at("tel").as_string(), "+8613800138000");
  EXPECT_EQ(cards[0].at("categories").as_string(),
            town.get("lin", "/stores/{home}/prospects/" + card).text_at("/card/grade"));
  EXPECT_FALSE(cards[0].at("org").as_string().empty());
  EXPECT_EQ(exports(), std::vector<std::string>{R"({"contacts":1})"});
}

TEST_P(Contacts, are_those_of_the_filter) {
  a_card("13800138000", "chen", "王小明");
  a_card("13800138001", "chen", "李华");
  a_card("13800138002", "li", "张三");
  const auto all = read_outside(town.get("lin", "/stores/{home}/prospects.vcf").text);
  EXPECT_EQ(all.size(), 3U);
  const auto some = town.get("lin", "/stores/{home}/prospects.vcf?salesperson_id=" + town.id("li"));
  ASSERT_EQ(read_outside(some.text).size(), 1U);
  EXPECT_EQ(read_outside(some.text)[0].at("fn").as_string(), "张三");
  EXPECT_EQ(town.get("lin", "/stores/{home}/prospects.vcf?standing=lost").text, "");
  EXPECT_EQ(exports().size(), 4U - 1U);
}

TEST_P(Contacts, are_given_to_nobody_who_does_not_see_them) {
  const auto card = a_card("13800138000", "chen", "王小明");
  const auto rows = town.row_counts();
  EXPECT_EQ(town.get("li", "/stores/{home}/prospects/" + card + "/contact.vcf").status, 404);
  EXPECT_EQ(town.get("zhao", "/stores/{home}/prospects/" + card + "/contact.vcf").status, 403);
  EXPECT_EQ(town.get("wang", "/stores/{home}/prospects/" + card + "/contact.vcf").status, 404);
  EXPECT_EQ(town.get("chen", "/stores/{home}/prospects.vcf").status, 403);
  EXPECT_EQ(town.get("wang", "/stores/{home}/prospects.vcf").status, 404);
  EXPECT_EQ(town.row_counts(), rows);
}

INSTANTIATE_TEST_SUITE_P(Engines, Contacts, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
