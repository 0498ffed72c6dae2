// What an administrator keeps: groups, stores, people, models, lists; and the first set-up of all.
#include <gtest/gtest.h>

#include <future>
#include <set>

#include "town/town.h"

namespace guanxi::dealership {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class SetUpTest : public testing::TestWithParam<database::Engine> {
 protected:
  Answer list(const std::string& path) { return town.get("admin", path); }
  static std::set<std::string> names(const Answer& answer, const char* field = "name") {
    std::set<std::string> all;
    for (const auto& item : answer.body.at("items").as_array()) all.emplace(item.at(field).as_string());
    return all;
  }
  std::string store(const bj::object& changed, const std::string& id) {
    bj::object body{{"group_id", list("/groups").text_at("/items/0/id")},
                    {"code", "NEW"},
                    {"name", "新店"},
                    {"time_zone", "Asia/Shanghai"},
                    {"currency", "CNY"},
                    {"country", "CN"},
                    {"opening_hours", {{{"weekday", 1}, {"opens", "09:00"}, {"closes", "18:00"}}}}};
    if (!id.empty()) body["id"] = id;
    for (const auto& [name, value] : changed) body[name] = value;
    return bj::serialize(body);
  }
  std::string person(const bj::object& changed) {
    bj::object body{{"name", "管理员"},         {"login", "admin"},    {"roles", {"administrator"}},
                    {"store_ids", bj::array{}}, {"group_id", nullptr}, {"phone", nullptr},
                    {"retired", false}};
    for (const auto& [name, value] : changed) body[name] = value;
    return bj::serialize(body);
  }
  Town town{GetParam()};
};
using Stores = SetUpTest;
using People = SetUpTest;
using Models = SetUpTest;
using Lists = SetUpTest;

TEST_P(Stores, are_made_once_with_lists_of_their_own) {
  const auto id = town.new_id();
  const auto made = town.post("admin", "/stores", store({}, id));
  ASSERT_EQ(made.status, 201) << made.text;
  EXPECT_EQ(town.post("admin", "/stores", store({}, id)).body, made.body);
  const auto channels = town.get("admin", "/stores/" + id + "/channels");
  EXPECT_TRUE(names(channels, "code").contains("portal.autohome"));
  EXPECT_FALSE(names(town.get("lin", "/stores")).contains("新店"));
  EXPECT_TRUE(names(list("/stores")).contains("新店"));
}

TEST_P(Stores, refuse_what_is_none) {
  struct Case {
    bj::object changed;
    std::string pointer, code;
  };
  const auto hours = [](const char* opens, const char* closes) {
    return bj::object{{"opening_hours", {{{"weekday", 1}, {"opens", opens}, {"closes", closes}}}}};
  };
  const bj::value monday{{"weekday", 1}, {"opens", "09:00"}, {"closes", "18:00"}};
  const Case cases[] = {
      {{{"code", "HZ01"}}, "/code", "in_use"},
      {{{"group_id", town.new_id()}}, "/group_id", "no_such_group"},
      {{{"time_zone", "Asia/Hangzhou"}}, "/time_zone", "no_such_time_zone"},
      {{{"time_zone", "../../etc/passwd"}}, "/time_zone", "no_such_time_zone"},
      {{{"time_zone", "libc:localtime"}}, "/time_zone", "no_such_time_zone"},
      {{{"currency", "RMB"}}, "/currency", "no_such_currency"},
      {{{"currency", "€"}}, "/currency", "no_such_currency"},
      {{{"country", "XX"}}, "/country", "no_such_country"},
      {{{"country", "cn"}}, "/country", "no_such_country"},
      {hours("9:00", "18:00"), "/opening_hours/0/opens", "not_a_time_of_day"},
      {hours("09:00", "24:00"), "/opening_hours/0/closes", "not_a_time_of_day"},
      {hours("09:60", "18:00"), "/opening_hours/0/opens", "not_a_time_of_day"},
      {hours("18:00", "09:00"), "/opening_hours/0/closes", "closes_before_opening"},
      {hours("09:00", "09:00"), "/opening_hours/0/closes", "closes_before_opening"},
      {{{"opening_hours", {monday, monday}}}, "/opening_hours/1/weekday", "weekday_twice"},
      {{{"opening_hours", {{{"weekday", 8}, {"opens", "09:00"}, {"closes", "18:00"}}}}},
       "/opening_hours/0/weekday",
       "too_large_number"},
  };
  for (const auto& one : cases) {
    const auto answer = town.post("admin", "/stores", store(one.changed, town.new_id()));
    EXPECT_EQ(answer.status, 422) << bj::serialize(one.changed);
    EXPECT_EQ(answer.error_at(one.pointer), one.code) << answer.text;
  }
}

TEST_P(Stores, are_edited_by_one_at_a_time) {
  const auto id = town.new_id();
  town.post("admin", "/stores", store({}, id));
  const auto first = town.put("admin", "/stores/" + id, store({{"name", "甲"}, {"retired", true}}, ""), 1);
  ASSERT_EQ(first.status, 200) << first.text;
  EXPECT_TRUE(first.body.at("retired").as_bool());
  const auto second = town.put("admin", "/stores/" + id, store({{"name", "乙"}, {"retired", false}}, ""), 1);
  EXPECT_EQ(second.status, 412);
  EXPECT_EQ(second.text_at("/current/name"), "甲");
}

TEST_P(Stores, belong_to_groups_that_have_names) {
  const auto id = town.new_id();
  const auto body = R"({"id":")" + id + R"(","name":"东方集团"})";
  EXPECT_EQ(town.post("admin", "/groups", body).body, town.post("admin", "/groups", body).body);
  EXPECT_EQ(town.put("admin", "/groups/" + id, R"({"name":"西方集团"})", 1).version(), 2);
  EXPECT_EQ(town.put("admin", "/groups/" + id, R"({"name":"北方集团"})", 1).text_at("/current/name"),
            "西方集团");
  EXPECT_EQ(town.put("admin", "/groups/" + town.new_id(), R"({"name":"x"})", 1).status, 404);
  EXPECT_TRUE(names(list("/groups")).contains("西方集团"));
}

TEST_P(People, are_found_by_name_pinyin_initials_and_login) {
  for (const auto* q : {"陈伟", "伟", "chenwei", "cw", "CHEN", "chen"}) {
    EXPECT_EQ(names(list("/people?q=" + std::string(q))), std::set<std::string>{"陈伟"}) << q;
  }
  EXPECT_TRUE(names(list("/people?q=nobody")).empty());
  EXPECT_EQ(list("/people").body.at("items").as_array().size(), town.logins().size());
}

TEST_P(People, refuse_what_is_none) {
  const auto add = [&](const bj::object& changed) {
    bj::object body{{"id", town.new_id()},
                    {"name", "吴迪"},
                    {"login", "wudi"},
                    {"roles", {"salesperson"}},
                    {"store_ids", {town.home()}}};
    for (const auto& [name, value] : changed) body[name] = value;
    return town.post("admin", "/people", bj::serialize(body));
  };
  EXPECT_EQ(add({{"login", "CHEN"}}).error_at("/login"), "in_use");
  EXPECT_EQ(add({{"roles", bj::array{}}}).error_at("/roles"), "role_needed");
  EXPECT_EQ(add({{"roles", {"emperor"}}}).error_at("/roles/0"), "not_a_choice");
  EXPECT_EQ(add({{"store_ids", {town.home(), town.new_id()}}}).error_at("/store_ids/1"), "no_such_store");
  EXPECT_EQ(add({{"group_id", town.new_id()}}).error_at("/group_id"), "no_such_group");
  EXPECT_EQ(town.row_counts().at("identity_accounts"), static_cast<std::int64_t>(town.logins().size()));
}

TEST_P(People, are_told_every_wrong_field_in_one_round) {
  const bj::object body{{"id", town.new_id()},
                        {"name", " "},
                        {"login", "CHEN"},
                        {"roles", bj::array{}},
                        {"store_ids", {town.new_id()}}};
  const auto added = town.post("admin", "/people", bj::serialize(body));
  EXPECT_EQ(added.status, 422);
  EXPECT_EQ(added.error_at("/name"), "empty");
  EXPECT_EQ(added.error_at("/login"), "in_use");
  EXPECT_EQ(added.error_at("/roles"), "role_needed");
  EXPECT_EQ(added.error_at("/store_ids/0"), "no_such_store");
  EXPECT_EQ(added.body.at("errors").as_array().size(), 4U);
  const auto edited = town.put("admin", "/people/" + town.id("admin"),
                               person({{"name", ""}, {"login", "chen"}, {"roles", bj::array{}}}), 1);
  EXPECT_EQ(edited.error_at("/name"), "empty");
  EXPECT_EQ(edited.error_at("/login"), "in_use");
  EXPECT_EQ(edited.error_at("/roles"), "role_needed");
  EXPECT_EQ(edited.body.at("errors").as_array().size(), 3U);
}

TEST_P(People, the_last_administrator_stays) {
  const auto path = "/people/" + town.id("admin");
  EXPECT_EQ(town.put("admin", path, person({{"retired", true}}), 1).error_at("/retired"),
            "last_administrator");
  EXPECT_EQ(town.put("admin", path, person({{"roles", {"marketer"}}}), 1).error_at("/roles"),
            "last_administrator");
  const auto lin = town.put(
      "admin", "/people/" + town.id("lin"),
      person({{"name", "林强"}, {"login", "lin"}, {"roles", {"sales_manager", "administrator"}}}), 1);
  ASSERT_EQ(lin.status, 200) << lin.text;
  EXPECT_EQ(town.put("admin", path, person({{"retired", true}}), 1).status, 200);
  EXPECT_EQ(town.get("admin", "/session").status, 401);
  EXPECT_EQ(town.get("lin", "/people").status, 200);
}

TEST_P(People, rights_follow_roles_and_stores_at_once) {
  EXPECT_EQ(town.get("market", "/stores/{sister}/today").status, 404);
  ASSERT_EQ(town.put("admin", "/people/" + town.id("market"),
                     person({{"name", "马超"},
                             {"login", "market"},
                             {"roles", {"salesperson", "marketer"}},
                             {"store_ids", {town.store("sister")}}}),
                     1)
                .status,
            200);
  EXPECT_EQ(town.get("market", "/stores/{sister}/today").status, 200);
  EXPECT_EQ(town.get("market", "/stores/{home}/today").status, 404);
  EXPECT_EQ(names(town.get("wang", "/stores/{sister}/staff?role=salesperson")),
            (std::set<std::string>{"孙浩", "马超"}));
}

TEST_P(Models, are_found_by_name_and_pinyin) {
  for (const auto* q : {"山海", "shanhai", "sh5", "远景"}) {
    EXPECT_EQ(names(town.get("chen", "/models?q=" + std::string(q))), std::set<std::string>{"山海 5"}) << q;
  }
  EXPECT_TRUE(names(town.get("chen", "/models?q=mustang")).empty());
  const auto retire =
      R"({"brand":"远景","series":"山海","name":"山海 5","list_price":1,"currency":"CNY","retired":true})";
  ASSERT_EQ(town.put("admin", "/models/" + town.model(), retire, 1).status, 200);
  EXPECT_TRUE(names(town.get("chen", "/models")).empty());
  EXPECT_EQ(names(town.get("chen", "/models?retired=true")).size(), 1U);
  EXPECT_EQ(town.put("admin", "/models/" + town.model(), retire, 1).status, 412);
}

TEST_P(Models, of_one_series_stand_together_on_every_page) {
  const auto add = [&](const char* brand, const char* series, const char* name) {
    const bj::object body{{"id", town.new_id()}, {"brand", brand},  {"series", series},
                          {"name", name},        {"list_price", 1}, {"currency", "CNY"}};
    const auto answer = town.post("admin", "/models", bj::serialize(body));
    EXPECT_EQ(answer.status, 201) << answer.text;
  };
  add("Z", "b", "2");
  add("Z", "a", "2");
  add("A", "z", "1");
  add("Z", "b", "1");
  add("Z", "a", "1");
  std::vector<std::string> all;
  std::string cursor;
  do {
    const auto page = town.get("chen", "/models?limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor));
    ASSERT_EQ(page.status, 200) << page.text;
    for (const auto& model : page.body.at("items").as_array()) {
      all.push_back(std::string(model.at("brand").as_string()) + std::string(model.at("series").as_string()) +
                    std::string(model.at("name").as_string()));
    }
    cursor = page.body.at("next_cursor").is_null() ? "" : page.text_at("next_cursor");
  } while (!cursor.empty());
  EXPECT_EQ(all, (std::vector<std::string>{"Az1", "Za1", "Za2", "Zb1", "Zb2", "远景山海山海 5"}));
}

TEST_P(Models, are_there_once) {
  bj::object body{{"id", town.new_id()}, {"brand", "远景"}, {"series", "山海"},
                  {"name", " 山海 5 "},  {"list_price", 1}, {"currency", "CNY"}};
  const auto add = [&] { return town.post("admin", "/models", bj::serialize(body)); };
  EXPECT_EQ(add().error_at("/name"), "model_exists");
  body["name"] = "山海 7";
  const auto other = add();
  ASSERT_EQ(other.status, 201) << other.text;
  EXPECT_EQ(add().status, 201);  // the same create once more
  bj::object edit{{"brand", "远景"}, {"series", "山海"},  {"name", "山海 5"},
                  {"list_price", 2}, {"currency", "CNY"}, {"retired", false}};
  const auto put = [&](const std::string& id, std::int64_t version) {
    return town.put("admin", "/models/" + id, bj::serialize(edit), version);
  };
  EXPECT_EQ(put(other.text_at("id"), 1).error_at("/name"), "model_exists");
  edit["retired"] = true;
  ASSERT_EQ(put(town.model(), 1).status, 200);
  edit["retired"] = false;
  EXPECT_EQ(put(other.text_at("id"), 1).error_at("/name"), "model_exists_retired");
  body["id"] = town.new_id();
  body["name"] = "山海 5";
  body["currency"] = "";
  const auto refused = add();
  EXPECT_EQ(refused.error_at("/name"), "model_exists_retired");
  EXPECT_EQ(refused.error_at("/currency"), "empty");
  EXPECT_EQ(put(town.model(), 2).status, 200);  // its own name is no other's
}

TEST_P(Lists, a_label_is_there_once_below_its_parent) {
  bj::object body{
      {"id", town.new_id()}, {"parent_code", "portal"}, {"label_zh", "汽车之家"}, {"label_en", "New"}};
  const auto add = [&] { return town.post("admin", "/stores/{home}/channels", bj::serialize(body)); };
  EXPECT_EQ(add().error_at("/label_zh"), "label_exists");
  body["label_zh"] = "新平台";
  body["label_en"] = "Autohome";
  EXPECT_EQ(add().error_at("/label_en"), "label_exists");
  body["label_en"] = "New";
  ASSERT_EQ(add().status, 201);
  ASSERT_EQ(add().status, 201);  // the same create once more
  body["id"] = town.new_id();
  body["parent_code"] = "video";
  ASSERT_EQ(add().status, 201);  // below another parent
  bj::object edit{{"label_zh", "新平台"}, {"label_en", "Autohome"}, {"position", 5}, {"retired", false}};
  const auto put = [&](const std::string& code, std::int64_t version) {
    return town.put("admin", "/stores/{home}/channels/" + code, bj::serialize(edit), version);
  };
  EXPECT_EQ(put("portal.autohome", 1).error_at("/label_zh"), "label_exists");
  edit["label_zh"] = "汽车之家";
  edit["retired"] = true;
  ASSERT_EQ(put("portal.autohome", 1).status, 200);
  body["id"] = town.new_id();
  body["parent_code"] = "portal";
  body["label_zh"] = "汽车之家";
  body["label_en"] = "Autohome";
  const auto refused = add();
  EXPECT_EQ(refused.error_at("/label_zh"), "label_exists_retired");
  EXPECT_EQ(refused.error_at("/label_en"), "label_exists_retired");
  edit["retired"] = false;
  EXPECT_EQ(put("portal.autohome", 2).status, 200);
}

TEST_P(Lists, codes_stay_and_labels_are_the_stores) {
  const auto edit =
      R"({"label_zh":"汽车之家旗舰店","label_en":"Autohome store","position":5,"retired":false})";
  const auto edited = town.put("admin", "/stores/{home}/channels/portal.autohome", edit, 1);
  ASSERT_EQ(edited.status, 200) << edited.text;
  EXPECT_EQ(edited.text_at("code"), "portal.autohome");
  EXPECT_EQ(edited.text_at("parent_code"), "portal");
  EXPECT_EQ(town.put("admin", "/stores/{home}/channels/portal.autohome", edit, 1).status, 412);
  EXPECT_EQ(town.put("admin", "/stores/{home}/channels/portal.nothing", edit, 1).status, 404);
  EXPECT_EQ(town.put("admin", "/stores/{home}/reasons/channel/portal.autohome", edit, 2).status, 404);
  EXPECT_TRUE(names(town.get("wang", "/stores/{sister}/channels"), "label_zh").contains("汽车之家"));
}

TEST_P(Lists, a_store_adds_second_levels_only) {
  const auto add = [&](const std::string& id, const std::string& parent) {
    return town.post("admin", "/stores/{home}/reasons",
                     R"({"id":")" + id + R"(","list":"unfiled","parent_code":")" + parent +
                         R"(","label_zh":"下雨","label_en":"Rain"})");
  };
  const auto id = town.new_id();
  const auto made = add(id, "U3");
  ASSERT_EQ(made.status, 201) << made.text;
  EXPECT_TRUE(made.body.at("added").as_bool());
  EXPECT_EQ(add(id, "U3").body, made.body);
  for (const auto* parent : {"U3.no_car", "U7", "X1"})
    EXPECT_EQ(add(town.new_id(), parent).error_at("/parent_code"), "no_such_parent");
  EXPECT_EQ(
      town.post("chen", Town::visit(town.a_visit(), "/unfiled"), town.unfiled(id)).text_at("reason_code"),
      id);
}

/// The first set-up needs a house where nobody is yet.
class FirstSetUp : public testing::TestWithParam<database::Engine> {
 protected:
  Answer ask(const std::string& method, const std::string& body = "") {
    http::Request request;
    request.method = method;
    request.path = "/api/v1/setup";
    request.body = body;
    request.headers = {{"content-type", "application/json"}};
    std::promise<http::Response> promise;
    app.handle(std::move(request), [&](http::Response response) { promise.set_value(std::move(response)); });
    const auto response = promise.get_future().get();
    Answer answer{response.status, response.body, {}, bj::parse(response.body)};
    return answer;
  }
  std::string body(const std::string& token) {
    return bj::serialize(bj::object{{"token", token},
                                    {"group_name", "集团"},
                                    {"store_name", "门店"},
                                    {"store_code", "S1"},
                                    {"time_zone", "Asia/Shanghai"},
                                    {"currency", "CNY"},
                                    {"country", "CN"},
                                    {"name", "张三"},
                                    {"login", "zhang"},
                                    {"password", "a-long-password"}});
  }
  std::string token() {
    const auto link = setup_link(*database, clock, "http://here");
    return link ? link->substr(link->find('=') + 1) : "";
  }
  TestDatabase database{GetParam()};
  FixedClock clock{town::kMorning};
  App app{*database, clock, ""};
};

TEST_P(FirstSetUp, works_once_with_the_last_link) {
  EXPECT_TRUE(ask("GET").body.at("needed").as_bool());
  const auto old = token();
  const auto fresh = token();
  EXPECT_EQ(ask("POST", body("guessed")).error_at("/token"), "link_used_up");
  EXPECT_EQ(ask("POST", body(old)).error_at("/token"), "link_used_up");
  const auto made = ask("POST", body(fresh));
  ASSERT_EQ(made.status, 200) << made.text;
  EXPECT_EQ(made.text_at("/stores/0/name"), "门店");
  EXPECT_EQ(made.text_at("/roles/0"), "administrator");
  EXPECT_FALSE(ask("GET").body.at("needed").as_bool());
  EXPECT_EQ(ask("POST", body(fresh)).error_at("/token"), "link_used_up");
  EXPECT_EQ(token(), "");  // nobody gets another link
}

TEST_P(FirstSetUp, a_refused_one_leaves_the_link_valid) {
  const auto link = token();
  auto wrong = bj::parse(body(link)).as_object();
  wrong["time_zone"] = "Moon/Crater";
  EXPECT_EQ(ask("POST", bj::serialize(wrong)).error_at("/time_zone"), "no_such_time_zone");
  wrong = bj::parse(body(link)).as_object();
  wrong["password"] = "short";
  EXPECT_EQ(ask("POST", bj::serialize(wrong)).error_at("/password"), "too_short");
  EXPECT_EQ(ask("POST", body(link)).status, 200);
}

INSTANTIATE_TEST_SUITE_P(Engines, Stores, testing::ValuesIn(engines()), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, People, testing::ValuesIn(engines()), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, Models, testing::ValuesIn(engines()), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, Lists, testing::ValuesIn(engines()), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, FirstSetUp, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::dealership
