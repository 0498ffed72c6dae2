// Who is shown while somebody is keyed in, and that nobody is refused for being known.
#include "prospects/people_fixture.h"

namespace guanxi::prospects {
namespace {

using LookAlikes = fixture::People;
namespace bj = boost::json;
using Lines = std::vector<std::string>;
using fixture::Town;

TEST_P(LookAlikes, are_found_by_phone_wechat_and_plate_however_they_are_written) {
  file({{"name", "王小明"}, {"phone", "13800138000"}, {"wechat", "xiaoming"}, {"plate", "浙a 12345"}});
  EXPECT_EQ(look("phone=138-0013-8000"), Lines{"王小明 same_phone"});
  EXPECT_EQ(look("wechat=xiao%20ming"), Lines{"王小明 same_wechat"});
  EXPECT_EQ(look("plate=%E6%B5%99A12345"), Lines{"王小明 same_plate"});
  EXPECT_EQ(look("wechat=13800138000"), Lines{"王小明 phone_is_wechat"});
  EXPECT_EQ(look("phone=13800138000&plate=%E6%B5%99A12345&wechat=other"),
            Lines{"王小明 same_phone same_plate"});
  EXPECT_EQ(look("phone=1380013"), Lines{});  // half a number is nobody, and no error
  EXPECT_EQ(look("phone=13900139000&plate=%E6%B5%99A12346"), Lines{});
  const auto id = town.get("lin", "/search?q=wxm").text_at("/items/0/id");
  EXPECT_EQ(look("phone=13800138000&except_id=" + id), Lines{});
}

TEST_P(LookAlikes, by_name_must_want_the_same_model) {
  const bj::object model{{"model_id", town.model()}};
  file({{"name", "王小明"}, {"phone", "13800138000"}}, model);
  file({{"name", "王晓鸣"}, {"phone", "13800138001"}}, model);
  file({{"name", "王小明"}, {"phone", "13800138002"}});  // wants no model that is known
  const auto with_model = "&model_id=" + town.model();
  EXPECT_EQ(look("name=%E7%8E%8B%E5%B0%8F%E6%98%8E" + with_model),
            (Lines{"王小明 same_name same_model", "王晓鸣 same_sound same_model"}));
  EXPECT_EQ(look("name=%E7%8E%8B%E5%B0%8F%E6%98%8E"), Lines{});
  EXPECT_EQ(look("name=%E7%8E%8B%E5%B0%8F" + with_model), Lines{});
}

TEST_P(LookAlikes, come_in_parties_too) {
  const auto wang = file({{"name", "王小明"}, {"phone", "13800138000"}});
  const bj::object wife{
      {"id", town.new_id()}, {"roles", bj::array{"payer"}}, {"name", "李芳"}, {"phone", "13900139000"}};
  ASSERT_EQ(
      town.post("chen", "/stores/{home}/prospects/" + card_of(wang) + "/party", bj::serialize(wife)).status,
      201);
  EXPECT_EQ(look("phone=13900139000"), Lines{"王小明 in_party"});
  EXPECT_EQ(town.get("chen", "/stores/{home}/look-alikes?phone=13900139000").text_at("/items/0/member"),
            "李芳");
}

TEST_P(LookAlikes, show_the_number_to_who_may_call_only) {
  file({{"name", "王小明"}, {"phone", "13800138000"}}, {}, "chen");
  const auto seen_by = [&](const std::string& who) {
    return town.get(who, "/stores/{home}/look-alikes?phone=13800138000").body.at("items").at(0).as_object();
  };
  EXPECT_EQ(seen_by("chen")["phone_display"].as_string(), "138 0013 8000");
  EXPECT_EQ(seen_by("li")["phone_display"].as_string(), "··· 8000");
  EXPECT_FALSE(seen_by("li")["open"].as_bool());
  EXPECT_EQ(seen_by("li")["salesperson"].at("name").as_string(), "陈伟");
  EXPECT_EQ(seen_by("li")["last_visit_at"].as_string(), "2026-03-04T02:00:00.000Z");
  EXPECT_TRUE(
      town.get("wang", "/stores/{sister}/look-alikes?phone=13800138000").body.at("items").as_array().empty());
}

TEST_P(LookAlikes, are_taken_without_a_contact_and_their_new_number_is_kept) {
  const auto wang = file({{"name", "王小明"}, {"phone", "13800138000"}});
  EXPECT_EQ(file({{"name", "小明"}, {"known_id", wang}}), wang);
  const auto other = filed({{"name", "王小明"}, {"known_id", wang}, {"phone", "13700137000"}});
  EXPECT_EQ(other.text_at("/customer/id"), wang);
  EXPECT_EQ(other.text_at("occasion"), "again");
  const auto page = customer(wang);
  EXPECT_EQ(page.text_at("name"), "王小明");
  EXPECT_EQ(page.text_at("phone"), "+8613800138000");
  EXPECT_EQ(page.text_at("/further/0/value"), "+8613700137000");
  EXPECT_EQ(page.body.at("visits").as_array().size(), 3U);
  // From now on the second number is theirs as well: at the door and for a lead.
  EXPECT_EQ(file({{"name", "王小明"}, {"phone", "13700137000"}}), wang);
  EXPECT_EQ(town.row_counts().at("dealership_customers"), 1);
  const auto body = R"({"customer":{"id":")" + town.new_id() + R"(","known_id":")" + town.new_id() +
                    R"(","name":"王"},"purchase_when":"unknown","consent":{"given":false,"purposes":[]},)" +
                    R"("test_drive":false,"quote":false,"trade_in":false})";
  EXPECT_EQ(town.post("chen", Town::visit(town.a_visit(), "/filing"), body).error_at("/customer/known_id"),
            "no_such_customer");
}

INSTANTIATE_TEST_SUITE_P(Engines, LookAlikes, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
