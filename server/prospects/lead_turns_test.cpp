#include "prospects/lead_turns.h"

#include <gtest/gtest.h>

#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

TEST(LeadRules, fit_what_they_name) {
  const auto lead = traits_of("汽车之家 API", "王小明", "远山 山海 5 Pro 2026 · 周末有活动吗");
  EXPECT_EQ(lead.language, LeadLanguage::zh);
  EXPECT_EQ(traits_of("x", "Grace", std::nullopt).language, LeadLanguage::other);
  EXPECT_FALSE(traits_of("x", "", std::nullopt).language);
  LeadRule rule;
  EXPECT_TRUE(fits(rule, lead));
  rule.provider = {"汽车之家"};
  rule.model = {"山海5 PRO"};
  rule.language = LeadLanguage::zh;
  EXPECT_TRUE(fits(rule, lead));
  EXPECT_FALSE(fits(rule, traits_of("懂车帝", "王小明", lead.wants)));
  EXPECT_FALSE(fits(rule, traits_of(lead.provider, "王小明", "山海 7")));
  rule.language = LeadLanguage::other;
  EXPECT_FALSE(fits(rule, lead));
}

class LeadTurns : public testing::TestWithParam<database::Engine> {
 protected:
  LeadTurns() {
    const auto made =
        town.post("admin", "/stores/{home}/tokens", R"({"id":")" + town.new_id() + R"(","name":"车网"})");
    token = "Bearer " + made.text_at("secret");
  }
  /// @returns who was given it
  std::string lead(const std::string& source, const std::string& wants, const std::string& name = "王小明") {
    static int number = 0;
    const auto answer =
        town.ask({"",
                  "POST /stores/{home}/leads",
                  bj::serialize(bj::object{{"name", name},
                                           {"source", source},
                                           {"wants", wants},
                                           {"phone", "138001" + std::to_string(10000 + ++number)}}),
                  {{"authorization", token}, {"x-requested-with", ""}}});
    EXPECT_EQ(answer.status, 201) << answer.text;
    return town.get("lin", "/stores/{home}/prospects/" + answer.text_at("card_id"))
        .text_at("/card/salesperson/name");
  }
  Answer set(const bj::array& rules, const std::string& version, const std::string& who = "lin") {
    return town.ask({who,
                     "PUT /stores/{home}/leads/rules",
                     bj::serialize(bj::object{{"rules", rules}}),
                     {{"if-match", "\"" + version + "\""}}});
  }
  Answer off(const std::string& who, const std::string& from, const std::string& to) {
    return town.post(
        who, "/stores/{home}/days-off",
        bj::serialize(bj::object{
            {"id", town.new_id()}, {"person_id", town.id(who)}, {"from_day", from}, {"to_day", to}}));
  }
  void on_duty(const std::string& who) {
    EXPECT_LT(town.put("lin", "/stores/{home}/duty/" + town.id(who), R"({"on":true})").status, 300);
  }
  Town town{GetParam()};
  std::string token;
};

TEST_P(LeadTurns, follow_the_first_rule_that_fits) {
  const bj::array chen{town.id("chen")}, li{town.id("li")};
  ASSERT_EQ(set({bj::object{{"language", "other"}, {"people", li}},
                 bj::object{{"provider", "懂车"}, {"model", "山海 7"}, {"people", chen}},
                 bj::object{{"provider", "懂车"}, {"people", li}}},
                "0")
                .status,
            200);
  for (int i = 0; i < 3; ++i) {
    town.clock().advance(kMinute);
    EXPECT_EQ(lead("懂车帝", "山海7"), "陈伟");
    EXPECT_EQ(lead("懂车帝", "山海 5"), "李娜");
    EXPECT_EQ(lead("汽车之家", "Shanhai 7", "Grace"), "李娜");
  }
  // Whoever no rule is for: everybody in turn, and chen has waited longest.
  town.clock().advance(kMinute);
  EXPECT_EQ(lead("懂车帝", "山海 5"), "李娜");
  town.clock().advance(kMinute);
  EXPECT_EQ(lead("汽车之家", "山海 7"), "陈伟");
}

TEST_P(LeadTurns, pass_over_who_is_not_there) {
  ASSERT_EQ(set({bj::object{{"provider", "懂车帝"}, {"people", {town.id("chen")}}}}, "0").status, 200);
  on_duty("chen");
  ASSERT_EQ(off("chen", "2026-03-04", "2026-03-05").status, 201);  // goes home ill
  EXPECT_EQ(town.put("lin", "/stores/{home}/duty/" + town.id("chen"), R"({"on":true})").code(),
            "day_off_today");
  EXPECT_EQ(town.get("lin", "/stores/{home}/duty").body.at("items").as_array().size(), 0U);
  for (int i = 0; i < 3; ++i) {
    town.clock().advance(kMinute);
    EXPECT_EQ(lead("懂车帝", "x"), "李娜");
    EXPECT_EQ(lead("别处", "x"), "李娜");
  }
  // At night it is for tomorrow's people: chen is back on Friday.
  town.travel(town::kMorning + kDay + 12 * kHour);
  EXPECT_EQ(lead("懂车帝", "x"), "陈伟");
  // When everybody is away somebody has to have it.
  ASSERT_EQ(off("li", "2026-03-09", "2026-03-09").status, 201);
  ASSERT_EQ(off("chen", "2026-03-09", "2026-03-09").status, 201);
  town.travel(town::kMorning + 5 * kDay);
  EXPECT_NE(lead("别处", "x"), "");
}

TEST_P(LeadTurns, prefer_those_of_a_rule_who_are_on_duty) {
  ASSERT_EQ(
      set({bj::object{{"provider", "懂车帝"}, {"people", {town.id("chen"), town.id("li")}}}}, "0").status,
      200);
  on_duty("li");
  for (int i = 0; i < 3; ++i) EXPECT_EQ(lead("懂车帝", "x"), "李娜");
}

TEST_P(LeadTurns, keep_to_working_hours) {
  const auto path = "/stores/{home}/working-hours/" + town.id("chen");
  const auto hours = R"({"hours":[{"weekday":3,"opens":"13:00","closes":"18:00"}]})";
  ASSERT_EQ(town.ask({"chen", "PUT " + path, hours, {{"if-match", "\"0\""}}}).status, 200);
  EXPECT_EQ(town.ask({"lin", "PUT " + path, hours, {{"if-match", "\"0\""}}}).status, 412);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(lead("别处", "x"), "李娜");  // it is ten o'clock
  town.clock().advance(3 * kHour);
  EXPECT_EQ(lead("别处", "x"), "陈伟");
}

TEST_P(LeadTurns, refuse_rules_that_make_no_sense) {
  EXPECT_EQ(set({bj::object{{"people", bj::array{}}}}, "0").error_at("/rules/0"), "says_nothing");
  EXPECT_EQ(set({bj::object{{"people", {town.id("zhao")}}}}, "0").error_at("/rules/0/people"),
            "not_a_salesperson");
  EXPECT_EQ(
      set(bj::array(51, bj::object{{"language", "zh"}, {"people", bj::array{}}}), "0").error_at("/rules"),
      "too_many_rules");
  EXPECT_EQ(set({}, "0", "chen").status, 403);
  ASSERT_EQ(set({bj::object{{"language", "zh"}, {"people", {town.id("li")}}}}, "0").status, 200);
  const auto late = set({}, "0");
  EXPECT_EQ(late.status, 412);
  EXPECT_EQ(late.text_at("/current/rules/0/people/0/name"), "李娜");
  EXPECT_EQ(town.get("lin", "/stores/{home}/leads/rules").version(), 1);
  ASSERT_EQ(set({}, "1").status, 200);
}

INSTANTIATE_TEST_SUITE_P(Engines, LeadTurns, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
