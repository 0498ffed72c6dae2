// From a fact to the letter that tells of it, with what each has chosen.
#include "telling.h"

#include "prospects/lead_clock.h"
#include "prospects/people_fixture.h"

namespace guanxi {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class Telling : public prospects::fixture::People {
 protected:
  struct Letter {
    std::string to, title, words, link;
  };
  /// What is on its way, in the order in which it was written.
  std::vector<Letter> letters() {
    std::vector<Letter> all;
    town.database().read([&](database::Transaction& tx) {
      for (const auto& row :
           tx.query("SELECT address, title, words, link FROM outbox_messages ORDER BY made_at, id"))
        all.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2),
                       row.get<std::string>(3)});
    });
    return all;
  }
  Answer ask(const std::string& who, const std::string& email) {
    return town.post(who, "/notifying/address", bj::serialize(bj::object{{"email", email}}));
  }
  Answer confirm(const std::string& who, const std::string& code) {
    return town.post(who, "/notifying/address/confirmation", bj::serialize(bj::object{{"code", code}}));
  }
  Answer choose(const std::string& who, const bj::array& kinds) {
    return town.put(who, "/notifying", bj::serialize(bj::object{{"by_mail", kinds}}));
  }
  std::string last_code() {
    const auto words = letters().back().words;
    return words.substr(words.find("：") + std::string("：").size(), 6);
  }
  /// Somebody who is told all of these by mail; the letters with codes are out of the way.
  void told(const std::string& who, const bj::array& kinds = {"lead", "visit", "notice"}) {
    ASSERT_EQ(ask(who, who + "@example.com").status, 200);
    ASSERT_EQ(confirm(who, last_code()).status, 200);
    ASSERT_EQ(choose(who, kinds).status, 200);
    town.database().write([](database::Transaction& tx) {
      tx.execute("DELETE FROM outbox_messages");
      return database::Outcome::keep;
    });
  }
  std::string lead() {
    if (token.empty()) {
      const auto made =
          town.post("admin", "/stores/{home}/tokens", R"({"id":")" + town.new_id() + R"(","name":"车网"})");
      token = "Bearer " + made.text_at("secret");
    }
    for (const auto* who : {"chen", "li"})
      town.put("lin", "/stores/{home}/duty/" + town.id(who), R"({"on":true})");
    return town
        .ask({"",
              "POST /stores/{home}/leads",
              R"({"name":"王小明","phone":"13800138000"})",
              {{"authorization", token}, {"x-requested-with", ""}}})
        .text_at("card_id");
  }
  void run_clocks() {
    dealership::Store store;
    town.database().read([&](database::Transaction& tx) { store = dealership::load_store(tx, town.home()); });
    prospects::run_lead_clocks(town.database(), store, town.clock().now(), [] { return true; });
  }
  std::string token;
};

TEST_P(Telling, begins_with_an_address_that_has_answered) {
  EXPECT_EQ(choose("chen", {"lead"}).error_at("/by_mail"), "address_needed");
  EXPECT_EQ(ask("chen", "no address").error_at("/email"), "not_an_email");
  EXPECT_TRUE(letters().empty());
  const auto asked = ask("chen", "Chen@Example.com");
  ASSERT_EQ(asked.status, 200) << asked.text;
  EXPECT_EQ(asked.text_at("asked_email"), "chen@example.com");
  EXPECT_TRUE(asked.body.at("email").is_null());
  EXPECT_EQ(ask("chen", "chen@example.com").status, 429);  // nobody's box is filled by asking
  ASSERT_EQ(letters().size(), 1U);
  EXPECT_EQ(letters()[0].to, "chen@example.com");
  EXPECT_EQ(choose("chen", {"lead"}).error_at("/by_mail"), "address_needed");
  EXPECT_EQ(confirm("li", last_code()).error_at("/code"), "code_is_over");
  const auto code = last_code();
  EXPECT_EQ(confirm("chen", code == "000000" ? "000001" : "000000").error_at("/code"), "wrong_code");
  const auto confirmed = confirm("chen", code);
  ASSERT_EQ(confirmed.status, 200) << confirmed.text;
  EXPECT_EQ(confirmed.text_at("email"), "chen@example.com");
  ASSERT_EQ(choose("chen", {"notice", "lead", "lead"}).status, 200);
  EXPECT_EQ(bj::serialize(town.get("chen", "/notifying").body.at("by_mail")), R"(["lead","notice"])");
  const auto forgotten = town.remove("chen", "/notifying/address");
  EXPECT_TRUE(forgotten.body.at("email").is_null());
  EXPECT_TRUE(forgotten.body.at("by_mail").as_array().empty());
}

TEST_P(Telling, ends_a_code_after_five_wrong_ones_and_after_half_an_hour) {
  ASSERT_EQ(ask("chen", "chen@example.com").status, 200);
  const auto code = last_code();
  const auto wrong = code == "000000" ? "000001" : "000000";
  for (int i = 0; i < 5; ++i) EXPECT_EQ(confirm("chen", wrong).error_at("/code"), "wrong_code");
  EXPECT_EQ(confirm("chen", code).error_at("/code"), "code_is_over");
  town.clock().advance(2 * kMinute);
  ASSERT_EQ(ask("chen", "chen@example.com").status, 200);
  const auto second = last_code();
  town.clock().advance(31 * kMinute);
  EXPECT_EQ(confirm("chen", second).error_at("/code"), "code_is_over");
}

TEST_P(Telling, tells_of_a_lead_whoever_is_to_answer_it_and_in_the_end_the_manager) {
  told("chen");
  told("li");
  told("lin");
  const auto card = lead();
  ASSERT_EQ(letters().size(), 1U);
  EXPECT_EQ(letters()[0].to, "chen@example.com");
  EXPECT_EQ(letters()[0].title, "新线索：王小明");
  EXPECT_EQ(letters()[0].words, "请在 3月4日 10:05 前联系。");
  EXPECT_EQ(letters()[0].link, "/stores/" + town.home() + "/prospects/" + card);
  town.clock().advance(16 * kMinute);
  run_clocks();
  ASSERT_EQ(letters().size(), 2U);
  EXPECT_EQ(letters()[1].to, "li@example.com");
  EXPECT_EQ(letters()[1].title, "线索转给您：王小明");
  town.clock().advance(20 * kMinute);
  run_clocks();
  run_clocks();
  ASSERT_EQ(letters().size(), 3U);
  EXPECT_EQ(letters()[2].to, "lin@example.com");
  for (const auto& letter : letters())
    EXPECT_EQ((letter.title + letter.words).find("138"), std::string::npos);
}

TEST_P(Telling, tells_of_visits_that_others_opened_and_of_skating_in_the_readers_language) {
  told("chen");
  ASSERT_LT(town.put("chen", "/session/preferences", R"({"language":"en","theme":"system"})").status, 300);
  town.a_visit("chen");
  const auto opened =
      town.post("zhao", "/stores/{home}/visits",
                bj::serialize(bj::object{
                    {"id", town.new_id()}, {"way", "walk_in"}, {"salesperson_id", town.id("chen")}}));
  ASSERT_EQ(opened.status, 201) << opened.text;
  const auto at_the_desk = letters().size();
  ASSERT_GE(at_the_desk, 1U);
  EXPECT_EQ(letters().back().title, "Somebody is here for you");
  EXPECT_EQ(letters().back().link, "/stores/" + town.home() + "/visits/" + opened.text_at("id"));
  file({{"name", "王小明"}, {"phone", "13800138000"}}, {}, "chen");
  filed({{"name", "王小明"}, {"phone", "13800138000"}}, {}, "li");
  EXPECT_EQ(letters().back().title, "A colleague has received your customer: 王小明");
}

TEST_P(Telling, shows_what_could_not_be_sent_to_those_who_can_do_something_about_it) {
  told("chen");
  lead();
  ASSERT_EQ(ask("li", "li@example.com").status, 200);
  const auto refuse = [](const outbox::Message&) {
    return outbox::Delivery{outbox::Outcome::never, "550 no such box"};
  };
  outbox::send_due(town.database(), outbox::Channel::mail, refuse, town.clock().now(), [] { return true; });
  const auto seen_by = [&](const std::string& who) {
    std::vector<std::string> seen;
    const auto failed = town.get(who, "/stores/{home}/failed-messages");
    for (const auto& item : failed.body.at("items").as_array()) {
      EXPECT_EQ(item.at("failure").as_string(), "550 no such box");
      seen.emplace_back(item.at("to").at("name").as_string());
    }
    std::ranges::sort(seen);
    return seen;
  };
  EXPECT_EQ(seen_by("lin"), std::vector<std::string>{"陈伟"});
  EXPECT_EQ(seen_by("admin"), (std::vector<std::string>{"李娜", "陈伟"}));
  EXPECT_EQ(town.get("chen", "/stores/{home}/failed-messages").status, 403);
}

TEST_P(Telling, leaves_people_in_peace_who_did_not_choose_it_are_away_or_have_left) {
  told("chen", {"visit"});
  lead();
  EXPECT_TRUE(letters().empty());
  const bj::object off = {{"id", town.new_id()},
                          {"person_id", town.id("chen")},
                          {"from_day", "2026-03-04"},
                          {"to_day", "2026-03-04"}};
  ASSERT_EQ(town.post("chen", "/stores/{home}/days-off", bj::serialize(off)).status, 201);
  town.post("zhao", "/stores/{home}/visits",
            bj::serialize(
                bj::object{{"id", town.new_id()}, {"way", "walk_in"}, {"salesperson_id", town.id("chen")}}));
  EXPECT_TRUE(letters().empty());
}

INSTANTIATE_TEST_SUITE_P(Engines, Telling, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi
