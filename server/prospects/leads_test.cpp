#include "prospects/leads.h"

#include <gtest/gtest.h>

#include "dealership/key_writer.h"
#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class Leads : public testing::TestWithParam<database::Engine> {
 protected:
  Leads() {
    const auto made =
        town.post("admin", "/stores/{home}/tokens", R"({"id":")" + town.new_id() + R"(","name":"车网"})");
    token = "Bearer " + made.text_at("secret");
  }
  Answer adf(const std::string& document, const std::string& type = "application/x-adf+xml") {
    return town.ask({"",
                     "POST /stores/{home}/leads/adf",
                     document,
                     {{"authorization", token}, {"content-type", type}, {"x-requested-with", ""}}});
  }
  Answer lead(const bj::object& body) {
    return town.ask({"",
                     "POST /stores/{home}/leads",
                     bj::serialize(body),
                     {{"authorization", token}, {"x-requested-with", ""}}});
  }
  Answer card(const Answer& lead) {
    return town.get("lin", "/stores/{home}/prospects/" + lead.text_at("/card_id"));
  }
  static std::string document(const std::string& contact, const std::string& id = "1",
                              const std::string& status = "new") {
    return "<?adf version=\"1.0\"?><adf><prospect status=\"" + status + "\"><id source=\"车网\">" + id +
           "</id><vehicle><make>远山</make><model>山海 5</model></vehicle><customer><contact><name>王小明</name>" +
           contact + "</contact><comments>周末有活动吗</comments></customer></prospect></adf>";
  }
  std::size_t listed(const std::string& query) {
    return town.get("lin", "/stores/{home}/leads" + query).body.at("items").as_array().size();
  }
  std::size_t found(const std::string& q) {
    return town.get("lin", "/search?q=" + q).body.at("items").as_array().size();
  }
  void on_duty(const std::string& who) {
    EXPECT_LT(town.put("lin", "/stores/{home}/duty/" + town.id(who), R"({"on":true})").status, 300);
  }
  Town town{GetParam()};
  std::string token;
};

TEST_P(Leads, open_a_card_that_is_due_within_five_minutes) {
  on_duty("li");
  const auto answer = adf(document("<phone>138-0013-8000</phone>"));
  ASSERT_EQ(answer.status, 200) << answer.text;
  EXPECT_EQ(answer.number_at("taken"), 1);
  EXPECT_EQ(answer.text_at("/leads/0/outcome"), "opened");
  const auto page = town.get("li", "/stores/{home}/prospects/" + answer.text_at("/leads/0/card_id"));
  ASSERT_EQ(page.status, 200) << page.text;
  EXPECT_EQ(page.text_at("/card/salesperson/name"), "李娜");
  EXPECT_EQ(page.text_at("/card/customer/name"), "王小明");
  EXPECT_EQ(page.text_at("/card/customer/phone"), "+8613800138000");
  EXPECT_EQ(page.text_at("/card/next/at"), format_instant(town::kMorning + 5 * kMinute));
  EXPECT_EQ(page.text_at("/card/grade"), "N");
  EXPECT_EQ(page.text_at("/steps/0/kind"), "lead_received");
  const auto list = town.get("lin", "/stores/{home}/leads");
  EXPECT_EQ(list.text_at("/items/0/source"), "车网");
  EXPECT_EQ(list.text_at("/items/0/wants"), "远山 山海 5 · 周末有活动吗");
}

TEST_P(Leads, go_to_whoever_on_duty_has_waited_longest) {
  on_duty("chen");
  on_duty("li");
  std::map<std::string, int> given;
  for (int i = 0; i < 6; ++i) {
    town.clock().advance(kMinute);
    const auto answer = lead({{"name", "客户"}, {"phone", "1380013800" + std::to_string(i)}});
    ASSERT_EQ(answer.status, 201) << answer.text;
    ++given[card(answer).text_at("/card/salesperson/name")];
  }
  EXPECT_EQ(given, (std::map<std::string, int>{{"陈伟", 3}, {"李娜", 3}}));
}

TEST_P(Leads, of_people_on_file_go_to_who_is_in_charge) {
  const auto filed = town.post("chen", Town::visit(town.a_visit(), "/filing"), town.filing("13800138000"));
  ASSERT_EQ(filed.status, 201);
  on_duty("li");
  const auto touched = lead({{"name", "王先生"}, {"phone", "+86 138 0013 8000"}});
  EXPECT_EQ(touched.text_at("outcome"), "touched");
  const auto page = card(touched);
  EXPECT_EQ(page.text_at("/card/salesperson/name"), "陈伟");
  EXPECT_EQ(page.text_at("/card/customer/id"), filed.text_at("/customer/id"));
  EXPECT_EQ(page.text_at("/card/next/at"), format_instant(town::kMorning + 5 * kMinute));
  // After the card was closed: a new one, with the same salesperson.
  const auto path = "/stores/{home}/prospects/" + touched.text_at("/card_id");
  town.post(
      "lin", path + "/follow-ups",
      bj::serialize(bj::object{
          {"id", town.new_id()}, {"way", "call"}, {"reached", true}, {"ending", "loss"}, {"said", "不买"}}));
  ASSERT_EQ(town.post("lin", path + "/loss/approval").status, 200);
  const auto anew = lead({{"name", "王先生"}, {"phone", "13800138000"}});
  EXPECT_EQ(anew.text_at("outcome"), "opened");
  EXPECT_EQ(card(anew).text_at("/card/salesperson/name"), "陈伟");
  EXPECT_EQ(card(anew).text_at("/card/customer/id"), filed.text_at("/customer/id"));
}

TEST_P(Leads, wait_until_the_store_opens) {
  town.travel(town::kMorning + 12 * kHour);  // 22:00 on Wednesday
  const auto answer = lead({{"name", "夜猫"}, {"phone", "13800138000"}});
  const auto due = card(answer).text_at("/card/next/at");
  EXPECT_EQ(due.substr(0, 10), "2026-03-05");
  EXPECT_EQ(due.substr(14, 2), "05");  // five minutes after opening
}

TEST_P(Leads, that_are_sent_twice_count_once) {
  EXPECT_EQ(adf(document("<phone>13800138000</phone>")).text_at("/leads/0/outcome"), "opened");
  const auto rows = town.row_counts();
  EXPECT_EQ(adf(document("<phone>13800138000</phone>")).text_at("/leads/0/outcome"), "repeated");
  EXPECT_EQ(adf(document("<phone>13800138000</phone>", "1", "resend")).text_at("/leads/0/outcome"),
            "touched");
  EXPECT_EQ(town.row_counts().at("prospects_cards"), rows.at("prospects_cards"));
  EXPECT_EQ(town.row_counts().at("dealership_customers"), rows.at("dealership_customers"));
  town.clock().advance(25 * kHour);
  EXPECT_EQ(adf(document("<phone>13800138000</phone>")).text_at("/leads/0/outcome"), "touched");
  EXPECT_EQ(listed("?state=repeated"), 1U);
}

TEST_P(Leads, without_a_contact_are_refused_and_counted) {
  EXPECT_EQ(adf(document("")).text_at("/leads/0/fault"), "no_contact");
  EXPECT_EQ(adf(document("<phone>12</phone>")).text_at("/leads/0/fault"), "no_contact");
  EXPECT_EQ(adf("hello").text_at("/leads/0/fault"), "no_adf");
  EXPECT_EQ(adf("<adf></adf>").text_at("/leads/0/fault"), "no_prospect");
  EXPECT_EQ(lead({{"name", "没有电话"}}).text_at("fault"), "no_contact");
  EXPECT_EQ(listed("?state=refused"), 5U);
  EXPECT_EQ(town.row_counts().at("prospects_cards"), 0);
  EXPECT_EQ(town.row_counts().at("dealership_customers"), 0);
}

TEST_P(Leads, with_an_address_only_are_known_by_it) {
  const auto first = lead({{"name", "Grace Miller"}, {"email", " Grace@Example.com"}});
  ASSERT_EQ(first.text_at("outcome"), "opened") << first.text;
  const auto page = card(first);
  EXPECT_EQ(page.text_at("/card/customer/email"), "grace@example.com");
  EXPECT_EQ(page.text_at("/card/customer/phone"), "");
  const auto again = lead({{"name", "Grace Miller"}, {"email", "grace@example.com"}});
  EXPECT_EQ(again.text_at("outcome"), "touched");
  EXPECT_EQ(again.text_at("card_id"), first.text_at("card_id"));
  const auto path = "/stores/{home}/customers/" + page.text_at("/card/customer/id");
  const auto customer = town.get("lin", path);
  EXPECT_EQ(customer.text_at("email"), "grace@example.com");
  EXPECT_TRUE(customer.body.at("partial").as_bool());
  const dealership::KeyWriter key_writer(town.database(), std::chrono::milliseconds(1));
  EXPECT_TRUE(town::soon([&] { return found("grace@ex") == 1; }));
  EXPECT_EQ(town.get("lin", "/search?q=grace@ex").text_at("/items/0/id"), page.text_at("/card/customer/id"));
  // With a number they are the same person, and have a number from then on.
  const auto with_phone = lead({{"name", "Grace"}, {"phone", "13800138000"}, {"email", "grace@example.com"}});
  EXPECT_EQ(with_phone.text_at("card_id"), first.text_at("card_id"));
  EXPECT_EQ(town.get("lin", path).text_at("phone"), "+8613800138000");
  EXPECT_EQ(town.get("lin", "/search?q=8000").text_at("/items/0/id"), page.text_at("/card/customer/id"));
  // Another number with that address is somebody else of the family.
  const auto other = lead({{"name", "Tom"}, {"phone", "13800138001"}, {"email", "grace@example.com"}});
  EXPECT_NE(other.text_at("card_id"), first.text_at("card_id"));
  EXPECT_EQ(lead({{"name", "x"}, {"email", "no address"}}).text_at("fault"), "no_contact");
}

TEST_P(Leads, bring_customers_whom_a_search_finds_a_moment_later) {
  lead({{"name", "Grace Miller"}, {"phone", "13800138000"}});
  EXPECT_EQ(found("miller"), 0U);
  const dealership::KeyWriter key_writer(town.database(), std::chrono::milliseconds(1));
  EXPECT_TRUE(town::soon([&] { return found("miller") == 1; }));
}

TEST_P(Leads, leave_customers_that_may_be_corrected_without_a_number) {
  const auto answer = lead({{"name", "Grace Miller"}, {"email", "grace@example.com"}});
  const auto path = "/stores/{home}/customers/" + card(answer).text_at("/card/customer/id");
  const auto body = [](const bj::object& more) {
    bj::object all{{"name", "Grace Müller"}};
    for (const auto& [key, value] : more) all[key] = value;
    return bj::serialize(all);
  };
  EXPECT_EQ(town.put("lin", path, body({}), 1).error_at("/phone"), "contact_needed");
  EXPECT_EQ(town.put("lin", path, body({{"email", "grace"}}), 1).error_at("/email"), "not_an_email");
  const auto edited = town.put("lin", path, body({{"email", "GRACE@muller.example"}}), 1);
  ASSERT_EQ(edited.status, 200) << edited.text;
  EXPECT_EQ(edited.text_at("email"), "grace@muller.example");
  EXPECT_EQ(town.get("lin", "/search?q=grace@ex").body.at("items").as_array().size(), 0U);
}

TEST_P(Leads, go_to_somebody_else_when_who_is_in_charge_is_away) {
  const auto filed = town.post("chen", Town::visit(town.a_visit(), "/filing"), town.filing("13800138000"));
  ASSERT_EQ(filed.status, 201);
  const auto path = "/stores/{home}/prospects/" +
                    card(lead({{"name", "王"}, {"phone", "13800138000"}})).text_at("/card/id");
  town.post(
      "lin", path + "/follow-ups",
      bj::serialize(bj::object{
          {"id", town.new_id()}, {"way", "call"}, {"reached", true}, {"ending", "loss"}, {"said", "不买"}}));
  ASSERT_EQ(town.post("lin", path + "/loss/approval").status, 200);
  ASSERT_EQ(town.post("chen", "/stores/{home}/days-off",
                      bj::serialize(bj::object{{"id", town.new_id()},
                                               {"person_id", town.id("chen")},
                                               {"from_day", "2026-03-04"},
                                               {"to_day", "2026-03-06"}}))
                .status,
            201);
  const auto anew = lead({{"name", "王"}, {"phone", "13800138000"}});
  EXPECT_EQ(card(anew).text_at("/card/salesperson/name"), "李娜");
  EXPECT_EQ(town.get("li", "/stores/{home}/customers/" + filed.text_at("/customer/id")).status, 200);
}

TEST_P(Leads, are_taken_as_any_kind_of_text_and_from_senders_only) {
  for (const auto* type :
       {"text/xml", "application/xml; charset=utf-8", "text/plain", "application/octet-stream"})
    EXPECT_EQ(adf(document("<phone>13800138000</phone>"), type).status, 200) << type;
  EXPECT_EQ(adf("{}", "application/json").status, 415);
  EXPECT_EQ(town.post("lin", "/stores/{home}/leads", R"({"phone":"13800138000"})").status, 403);
  EXPECT_EQ(town.get("market", "/stores/{home}/leads").text.find("13800138000"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Engines, Leads, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
