// 撞单: both salespeople and the manager are told until they have seen it.
#include "prospects/notices.h"

#include "prospects/people_fixture.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;

class Skating : public fixture::People {
 protected:
  bj::array notices(const std::string& who) {
    const auto answer = town.get(who, "/stores/{home}/notices");
    EXPECT_EQ(answer.status, 200) << answer.text;
    return answer.body.at("items").as_array();
  }
  int see(const std::string& who, const bj::value& notice) {
    return town.post(who, "/stores/{home}/notices/" + std::string(notice.at("id").as_string()) + "/seen")
        .status;
  }
};

TEST_P(Skating, tells_both_salespeople_and_the_manager) {
  const auto wang = file({{"name", "王小明"}, {"phone", "13800138000"}}, {}, "chen");
  EXPECT_TRUE(notices("chen").empty());
  const auto visit = filed({{"name", "王小明"}, {"phone", "13800138000"}}, {}, "li");
  EXPECT_EQ(visit.text_at("/customer/id"), wang);  // nobody is refused for being known
  for (const std::string who : {"chen", "li", "lin"}) {
    const auto told = notices(who);
    ASSERT_EQ(told.size(), 1U) << who;
    EXPECT_EQ(told[0].at("kind").as_string(), "skated");
    EXPECT_EQ(told[0].at("by").at("name").as_string(), "李娜");
    EXPECT_EQ(told[0].at("about").at("name").as_string(), "陈伟");
    EXPECT_EQ(told[0].at("customer").at("id").as_string(), wang);
    EXPECT_EQ(told[0].at("to_all").as_bool(), who == "lin");
  }
  // Each is led only to what is theirs to open.
  EXPECT_EQ(notices("chen")[0].at("card_id").as_string(), card_of(wang));
  EXPECT_TRUE(notices("li")[0].at("card_id").is_null());
  EXPECT_EQ(notices("li")[0].at("visit_id").as_string(), visit.text_at("id"));
  EXPECT_TRUE(notices("chen")[0].at("visit_id").is_null());
  const auto facts = town.get("lin", "/stores/{home}/facts?kind=visit_skated");
  ASSERT_EQ(facts.body.at("items").as_array().size(), 1U);
  EXPECT_EQ(facts.text_at("/items/0/subject_id"), visit.text_at("id"));
  EXPECT_EQ(facts.text_at("/items/0/data/in_charge"), town.id("chen"));
}

TEST_P(Skating, is_told_until_each_has_seen_it) {
  file({{"name", "王小明"}, {"phone", "13800138000"}}, {}, "chen");
  file({{"name", "王小明"}, {"phone", "13800138000"}}, {}, "li");
  const auto chens = notices("chen")[0], managers = notices("lin")[0];
  EXPECT_EQ(see("li", chens), 404);  // not theirs
  EXPECT_EQ(see("li", managers), 404);
  EXPECT_EQ(see("chen", chens), 204);
  EXPECT_EQ(see("chen", chens), 204);  // a second time does nothing
  EXPECT_TRUE(notices("chen").empty());
  EXPECT_EQ(notices("li").size(), 1U);
  EXPECT_EQ(see("boss", managers), 204);  // whoever settles it, has done so for all who manage
  EXPECT_TRUE(notices("lin").empty());
  EXPECT_EQ(town.get("lin", "/stores/{home}/facts?kind=notice_seen").body.at("items").as_array().size(), 2U);
}

TEST_P(Skating, is_not_who_comes_back_to_the_same_salesperson_or_was_sent_there) {
  const auto wang = file({{"name", "王小明"}, {"phone", "13800138000"}}, {}, "chen");
  file({{"name", "王小明"}, {"phone", "13800138000"}}, {}, "chen");
  // The desk recognised them and the visit was handed over: nobody has keyed anything in.
  const auto id = town.new_id();
  ASSERT_EQ(town.post("zhao", "/stores/{home}/visits",
                      R"({"id":")" + id + R"(","way":"again","customer_id":")" + wang + "\"}")
                .status,
            201);
  ASSERT_EQ(town.post("lin", town::Town::visit(id, "/handover"), R"({"to":")" + town.id("li") + "\"}").status,
            201);
  EXPECT_EQ(town.post("li", town::Town::visit(id, "/filing"), town.filing("13800138000")).status, 201);
  EXPECT_EQ(town.row_counts().at("prospects_notices"), 0);
}

INSTANTIATE_TEST_SUITE_P(Engines, Skating, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
