// The nightly comparison: which pairs are proposed, and which never again.
#include "prospects/duplicates.h"

#include "prospects/likeness.h"
#include "prospects/people_fixture.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;

using Duplicates = fixture::People;

std::vector<std::string> reasons_of(const bj::value& pair) {
  std::vector<std::string> reasons;
  for (const auto& reason : pair.at("because").as_array()) reasons.emplace_back(reason.as_string());
  return reasons;
}
using Reasons = std::vector<std::string>;

TEST_P(Duplicates, are_found_the_night_after_and_not_before) {
  file({{"name", "王小明"}, {"phone", "13800138000"}, {"plate", "浙A12345"}});
  file({{"name", "王太太"}, {"phone", "13900139000"}, {"plate", "浙A12345"}});
  scan();
  EXPECT_TRUE(pairs().empty());
  next_day();
  const auto found = pairs();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(reasons_of(found[0]), (Reasons{"same_plate", "near_in_time"}));
  EXPECT_EQ(found[0].at("score").as_int64(), 70);
  EXPECT_EQ(count("SELECT count(*) FROM prospects_to_compare WHERE store_id = $1"), 0);
  const auto facts = town.get("lin", "/stores/{home}/facts?kind=duplicates_found");
  ASSERT_EQ(facts.body.at("items").as_array().size(), 1U);
  next_day();
  EXPECT_EQ(pairs().size(), 1U);
}

TEST_P(Duplicates, are_found_by_what_stands_in_another_field) {
  file({{"name", "王小明"}, {"phone", "13800138000"}});
  file({{"name", "明哥"}, {"wechat", "13800138000"}});
  next_day();
  ASSERT_EQ(pairs().size(), 1U);
  EXPECT_EQ(reasons_of(pairs()[0]), (Reasons{"phone_is_wechat", "one_without_phone", "near_in_time"}));
}

TEST_P(Duplicates, are_found_in_parties) {
  const auto wang = file({{"name", "王小明"}, {"phone", "13800138000"}});
  file({{"name", "李芳"}, {"phone", "13900139000"}}, {}, "li");
  next_day();
  EXPECT_TRUE(pairs().empty());
  const bj::object wife{
      {"id", town.new_id()}, {"roles", bj::array{"payer"}}, {"name", "李芳"}, {"phone", "13900139000"}};
  ASSERT_EQ(
      town.post("chen", "/stores/{home}/prospects/" + card_of(wang) + "/party", bj::serialize(wife)).status,
      201);
  next_day();
  ASSERT_EQ(pairs().size(), 1U);
  EXPECT_EQ(reasons_of(pairs()[0])[0], "in_party");
}

TEST_P(Duplicates, of_a_like_name_need_the_model_and_something_about_the_contacts) {
  const bj::object model{{"model_id", town.model()}};
  file({{"name", "王小明"}, {"phone", "13800138000"}}, model);
  file({{"name", "王小明"}, {"phone", "13900139000"}}, model);  // thousands are called so
  next_day();
  EXPECT_TRUE(pairs().empty());
  file({{"name", "王晓鸣"}, {"phone", "13800138001"}}, model);  // one digit off, and spoken the same
  next_day();
  ASSERT_EQ(pairs().size(), 1U);
  EXPECT_EQ(reasons_of(pairs()[0]), (Reasons{"same_sound", "same_model", "phone_one_off", "near_in_time"}));
}

TEST_P(Duplicates, told_apart_are_never_proposed_again) {
  const auto wang = file({{"name", "王小明"}, {"phone", "13800138000"}, {"plate", "浙A12345"}});
  file({{"name", "王太太"}, {"phone", "13900139000"}, {"plate", "浙A12345"}});
  next_day();
  const auto id = std::string(pairs().at(0).at("id").as_string());
  const auto path = "/stores/{home}/duplicates/" + id + "/difference";
  EXPECT_EQ(town.post("chen", path).status, 403);
  EXPECT_EQ(town.post("lin", path).status, 204);
  EXPECT_EQ(town.post("lin", path).status, 204);
  EXPECT_TRUE(pairs().empty());
  const auto edit = R"({"name":"王小明","phone":"13800138000","plate":"浙A12345","wechat":"xm"})";
  ASSERT_EQ(town.put("lin", "/stores/{home}/customers/" + wang, edit, customer(wang).version()).status, 200);
  next_day();
  EXPECT_TRUE(pairs().empty());
  EXPECT_EQ(merge(id).code(), "told_apart");
  EXPECT_EQ(town.get("lin", "/stores/{home}/facts?kind=found_different").body.at("items").as_array().size(),
            1U);
}

TEST_P(Duplicates, stand_side_by_side_the_most_probable_first_page_by_page) {
  const auto early = file({{"name", "王小明"}, {"phone", "13800138000"}, {"plate", "浙A12345"}});
  town.clock().advance(kHour);
  file({{"name", "王太太"}, {"phone", "13900139000"}, {"plate", "浙A12345"}}, {}, "li");
  file({{"name", "明哥"}, {"wechat", "13800138000"}});
  next_day();
  const auto first = town.get("lin", "/stores/{home}/duplicates?limit=1");
  EXPECT_EQ(first.number_at("count"), 2);
  EXPECT_EQ(first.body.at("items").at(0).at("score").as_int64(), 100);
  const auto second =
      town.get("lin", "/stores/{home}/duplicates?limit=1&cursor=" + first.text_at("next_cursor"));
  const auto& pair = second.body.at("items").at(0);
  EXPECT_EQ(pair.at("score").as_int64(), 70);
  EXPECT_TRUE(second.body.at("next_cursor").is_null());
  const auto side = pair.at("first").at("id").as_string() == early ? "first" : "second";
  EXPECT_EQ(pair.at("open_card").as_string(), side);  // the earlier card goes on
  EXPECT_EQ(pair.at("salesperson").as_string(), side);
  EXPECT_TRUE(pair.at("both_open").as_bool());
  EXPECT_EQ(pair.at(side).at("visits").as_int64(), 1);
  EXPECT_EQ(pair.at(side).at("phone_display").as_string(), "138 0013 8000");
  EXPECT_EQ(pair.at(side).at("card").at("salesperson").at("name").as_string(), "陈伟");
}

TEST(Likenesses, weigh_as_written_down) {
  using enum Likeness;
  EXPECT_GE(score_of({same_plate}), kProposed);
  EXPECT_LT(score_of({same_name, same_model, near_in_time}), kProposed);
  EXPECT_GE(score_of({same_name, same_model, one_without_phone, near_in_time}), kProposed);
  EXPECT_EQ(score_of({same_phone, phone_is_wechat, same_plate}), 100);
}

TEST(Likenesses, one_digit_off_is_a_slip_of_the_finger) {
  EXPECT_TRUE(one_off("+8613800138000", "+8613800138001"));
  EXPECT_TRUE(one_off("+8613800138000", "+8613800183000"));
  EXPECT_FALSE(one_off("+8613800138000", "+8613800138000"));
  EXPECT_FALSE(one_off("+8613800138000", "+8613800138011"));
  EXPECT_FALSE(one_off("+8613800138000", "+861380013800"));
}

INSTANTIATE_TEST_SUITE_P(Engines, Duplicates, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
