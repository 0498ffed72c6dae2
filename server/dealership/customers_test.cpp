// Customers: found, corrected, agreed with; and the audit trail of all that.
#include <gtest/gtest.h>

#include <set>

#include "town/town.h"

namespace guanxi::dealership {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class CustomersTest : public testing::TestWithParam<database::Engine> {
 protected:
  std::string file(const std::string& name, const std::string& phone, const std::string& salesperson = "chen",
                   const std::string& plate = "") {
    auto body = bj::parse(town.filing(phone, name));
    if (!plate.empty()) body.at("customer").as_object()["plate"] = plate;
    const auto answer =
        town.post(salesperson, Town::visit(town.a_visit(salesperson), "/filing"), bj::serialize(body));
    EXPECT_EQ(answer.status, 201) << answer.text;
    return answer.text_at("/customer/id");
  }
  static std::string path(const std::string& id) { return "/stores/{home}/customers/" + id; }
  std::set<std::string> find(const std::string& who, const std::string& q) {
    std::set<std::string> names;
    const auto answer = town.get(who, "/stores/{home}/customers?q=" + q);
    EXPECT_EQ(answer.status, 200) << answer.text;
    for (const auto& item : answer.body.at("items").as_array()) names.emplace(item.at("name").as_string());
    return names;
  }
  std::map<std::string, bool> consents(const std::string& id) {
    std::map<std::string, bool> given;
    const auto page = town.get("lin", path(id));
    for (const auto& one : page.body.at("consents").as_array())
      given[std::string(one.at("purpose").as_string())] = one.at("given").as_bool();
    return given;
  }
  Town town{GetParam()};
};
using Customers = CustomersTest;
using AuditTrail = CustomersTest;

TEST_P(Customers, are_found_by_what_people_remember) {
  file("王小明", "13800138000", "chen", "浙a12345");
  file("李雷", "13912345678", "li");
  using Names = std::set<std::string>;
  for (const auto* q : {"王小明", "王", "小明", "wangxiaoming", "wangxiao", "wxm", "WXM", "13800138000",
                        "8000", "138000", "00138000", "浙A12345", "12345"}) {
    const auto found = find("lin", q);
    EXPECT_TRUE(found.contains("王小明")) << q;
  }
  EXPECT_EQ(find("lin", "lilei"), Names{"李雷"});
  EXPECT_EQ(find("lin", "5678"), Names{"李雷"});
  EXPECT_EQ(find("lin", "nobody"), Names{});
  EXPECT_EQ(find("lin", "9999"), Names{});
}

TEST_P(Customers, a_salesperson_finds_own_ones_only) {
  const auto chens = file("王小明", "13800138000", "chen");
  const auto lis = file("王大明", "13800138001", "li");
  using Names = std::set<std::string>;
  EXPECT_EQ(find("chen", "wang"), Names{"王小明"});
  EXPECT_EQ(find("lin", "wang"), (Names{"王小明", "王大明"}));
  EXPECT_EQ(town.get("chen", path(lis)).status, 404);
  EXPECT_EQ(town.get("chen", path(chens)).status, 200);
  const auto search = town.get("chen", "/search?q=wang");
  ASSERT_EQ(search.body.at("items").as_array().size(), 1U);
  EXPECT_EQ(search.text_at("/items/0/phone_display"), "138 0013 8000");
  EXPECT_EQ(town.get("wang", "/search?q=wang").body.at("items").as_array().size(), 0U);
  EXPECT_EQ(town.get("boss", "/search?q=wang").body.at("items").as_array().size(), 2U);
}

TEST_P(Customers, the_desk_finds_whom_to_greet_and_not_the_number) {
  file("王小明", "13800138000");
  const auto found = town.get("zhao", "/search?q=wxm");
  EXPECT_EQ(found.text_at("/items/0/name"), "王小明");
  EXPECT_EQ(found.text_at("/items/0/phone_display"), "··· 8000");
  EXPECT_EQ(found.text_at("/items/0/salesperson/name"), "陈伟");
}

TEST_P(Customers, are_found_by_the_new_and_not_by_the_old_after_a_correction) {
  const auto id = file("王小明", "13800138000", "chen", "浙A12345");
  const auto edited =
      town.put("chen", path(id),
               R"({"name":"张三","sex":"male","phone":"139 1234 5678","wechat":"z3","plate":"沪b777"})", 1);
  ASSERT_EQ(edited.status, 200) << edited.text;
  EXPECT_EQ(edited.text_at("phone"), "+8613912345678");
  EXPECT_EQ(edited.text_at("plate"), "沪B777");
  for (const auto* q : {"wang", "王", "8000", "浙A12345"}) EXPECT_TRUE(find("lin", q).empty()) << q;
  for (const auto* q : {"zhangsan", "zs", "张", "5678"}) EXPECT_EQ(find("lin", q).size(), 1U) << q;
}

TEST_P(Customers, are_edited_by_one_at_a_time_and_keep_contacts_apart) {
  const auto id = file("王小明", "13800138000");
  file("李雷", "13912345678");
  const auto edit = [&](const std::string& phone, std::int64_t version) {
    return town.put("lin", path(id),
                    R"({"name":"王小明","sex":null,"phone":")" + phone + R"(","wechat":null,"plate":null})",
                    version);
  };
  EXPECT_EQ(edit("13912345678", 1).error_at("/phone"), "in_use");
  EXPECT_EQ(edit("139", 1).error_at("/phone"), "not_a_phone");
  EXPECT_EQ(edit("13800138009", 0).status, 428);
  EXPECT_EQ(edit("13800138009", 1).version(), 2);
  const auto late = edit("13800138008", 1);
  EXPECT_EQ(late.status, 412);
  EXPECT_EQ(late.text_at("/current/phone"), "+8613800138009");
  EXPECT_EQ(
      town.put("lin", path(id), R"({"name":"王小明","sex":null,"phone":null,"wechat":null,"plate":null})", 2)
          .error_at("/phone"),
      "contact_needed");
  EXPECT_EQ(town.put("lin", path(town.new_id()), R"({"name":"x","phone":"13800138007"})", 1).status, 404);
}

TEST_P(Customers, withdraw_as_easily_as_they_agree) {
  const auto id = file("王小明", "13800138000");
  using Given = std::map<std::string, bool>;
  EXPECT_EQ(consents(id), (Given{{"follow_up", true}, {"marketing", false}}));
  town.clock().advance(kMinute);
  const auto withdrawal = R"({"id":")" + town.new_id() + R"(","purpose":"follow_up","given":false})";
  EXPECT_EQ(town.post("chen", path(id) + "/consents", withdrawal).status, 201);
  EXPECT_EQ(consents(id), (Given{{"follow_up", false}, {"marketing", false}}));
  const auto before = town.row_counts();
  EXPECT_EQ(town.post("chen", path(id) + "/consents", withdrawal).status, 201);
  EXPECT_EQ(town.row_counts(), before);
  EXPECT_EQ(town.post("li", path(id) + "/consents", withdrawal).status, 404);
}

TEST_P(Customers, are_listed_newest_first_page_by_page) {
  std::vector<std::string> ids;
  for (int i = 0; i < 5; ++i) {
    town.clock().advance(kMinute);
    ids.insert(ids.begin(), file("客户", std::to_string(13800138000 + i)));
  }
  std::vector<std::string> seen;
  std::string cursor;
  do {
    const auto page = town.get("lin", "/stores/{home}/customers?limit=2" + cursor);
    for (const auto& item : page.body.at("items").as_array()) seen.emplace_back(item.at("id").as_string());
    cursor = page.body.at("next_cursor").is_null() ? "" : "&cursor=" + page.text_at("next_cursor");
  } while (!cursor.empty());
  EXPECT_EQ(seen, ids);
}

TEST_P(AuditTrail, tells_who_did_what_and_nothing_about_the_visitor) {
  const auto visit = town.a_visit();
  ASSERT_EQ(town.post("zhao", Town::visit(visit, "/departure")).status, 201);
  ASSERT_EQ(town.post("chen", Town::visit(visit, "/filing"), town.filing("13800138000", "王小明")).status,
            201);
  ASSERT_EQ(town.post("lin", Town::visit(visit, "/reopening")).status, 201);
  const auto trail = town.get("lin", "/stores/{home}/facts?subject_id=" + visit);
  std::vector<std::string> told;
  for (const auto& fact : trail.body.at("items").as_array()) {
    told.push_back(std::string(fact.at("actor").at("name").as_string()) + " " +
                   std::string(fact.at("kind").as_string()));
  }
  std::sort(told.begin(), told.end());  // all within one standing moment
  EXPECT_EQ(told, (std::vector<std::string>{"林强 visit_reopened", "赵敏 party_left", "赵敏 visit_opened",
                                            "陈伟 visit_filed"}));
  const auto everything = town.get("admin", "/stores/{home}/facts?limit=200");
  for (const auto& fact : everything.body.at("items").as_array()) {
    const auto data = bj::serialize(fact.at("data"));
    for (const auto* secret : {"王小明", "13800138000", "看了山海", "周末"})
      EXPECT_FALSE(data.contains(secret)) << data;
  }
}

TEST_P(AuditTrail, is_narrowed_by_kind_and_person_and_keeps_to_its_store) {
  town.a_visit();
  ASSERT_EQ(
      town.post("wang", "/stores/{sister}/visits", R"({"id":")" + town.new_id() + R"(","way":"walk_in"})")
          .status,
      201);
  const auto count = [&](const std::string& who, const std::string& what) {
    return town.get(who, what).body.at("items").as_array().size();
  };
  EXPECT_EQ(count("lin", "/stores/{home}/facts?kind=visit_opened"), 1U);
  EXPECT_EQ(count("lin", "/stores/{home}/facts?kind=visit_opened&actor_id=" + town.id("zhao")), 1U);
  EXPECT_EQ(count("lin", "/stores/{home}/facts?kind=visit_opened&actor_id=" + town.id("lin")), 0U);
  EXPECT_EQ(count("wang", "/stores/{sister}/facts?kind=visit_opened"), 1U);
}

TEST_P(AuditTrail, of_the_set_up_names_who_signed_in_and_what_was_changed) {
  ASSERT_EQ(town.post("", "/session", R"({"login":"chen","password":"town-password"})").status, 200);
  ASSERT_EQ(town.post("admin", "/groups", R"({"id":")" + town.new_id() + R"(","name":"东方"})").status, 201);
  const auto signed_in = town.get("admin", "/facts?kind=signed_in");
  ASSERT_EQ(signed_in.body.at("items").as_array().size(), 1U);
  EXPECT_EQ(signed_in.text_at("/items/0/actor/name"), "陈伟");
  EXPECT_EQ(signed_in.text_at("/items/0/data/address"), "127.0.0.1");
  const auto changed = town.get("admin", "/facts?kind=set_up_changed&actor_id=" + town.id("admin"));
  EXPECT_EQ(changed.text_at("/items/0/data/name"), "东方");
  EXPECT_FALSE(signed_in.text.contains("town-password"));
}

INSTANTIATE_TEST_SUITE_P(Engines, Customers, testing::ValuesIn(engines()), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, AuditTrail, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::dealership
