// Signing in, being slowed down, first passwords, sessions, preferences.
#include <gtest/gtest.h>

#include <set>

#include "town/town.h"

namespace guanxi::dealership {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::kPassword;
using town::Town;

class SignInTest : public testing::TestWithParam<database::Engine> {
 protected:
  Answer sign_in(const std::string& login, const std::string& password) {
    return town.post("", "/session", bj::serialize(bj::object{{"login", login}, {"password", password}}));
  }
  /// Asks with the session that an answer has just opened.
  Answer as(const Answer& signed_in, const std::string& what, const std::string& body = "") {
    const auto cookie = signed_in.headers.at("Set-Cookie");
    return town.ask({"", what, body, {{"cookie", cookie.substr(0, cookie.find(';'))}}});
  }
  Answer change(const std::string& who, const std::string& from, const std::string& to) {
    return town.put(who, "/session/password",
                    bj::serialize(bj::object{{"current_password", from}, {"new_password", to}}));
  }
  Town town{GetParam()};
};
using Guessing = SignInTest;
using Password = SignInTest;
using Sessions = SignInTest;

TEST_P(SignInTest, opens_a_session_that_scripts_and_other_sites_cannot_reach) {
  const auto answer = sign_in("chen", kPassword);
  ASSERT_EQ(answer.status, 200) << answer.text;
  EXPECT_EQ(answer.text_at("name"), "陈伟");
  const auto cookie = answer.headers.at("Set-Cookie");
  for (const auto* word : {"guanxi_session=", "HttpOnly", "SameSite=Strict", "Path=/"})
    EXPECT_TRUE(cookie.contains(word)) << cookie;
  EXPECT_EQ(as(answer, "GET /session").text_at("login"), "chen");
}

TEST_P(SignInTest, does_not_mind_case_and_width) {
  for (const auto* login : {"CHEN", "ｃｈｅｎ", " chen "})
    EXPECT_EQ(sign_in(login, kPassword).status, 200) << login;
  for (const auto* password : {"TOWN-PASSWORD", "town-passwor", "town-password1"})
    EXPECT_EQ(sign_in("chen", password).status, 401);
}

TEST_P(SignInTest, tells_nobody_which_logins_there_are) {
  const auto wrong = sign_in("chen", "wrong-password");
  const auto nobody = sign_in("nobody", "wrong-password");
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(wrong.code(), "wrong_login");
  EXPECT_EQ(wrong.text, nobody.text);
  EXPECT_EQ(wrong.headers, nobody.headers);
  for (int i = 0; i < 4; ++i) sign_in("chen", "x"), sign_in("nobody", "x");
  const auto slowed = sign_in("chen", "x");
  EXPECT_EQ(slowed.status, 429);
  EXPECT_EQ(slowed.text, sign_in("nobody", "x").text);
}

TEST_P(SignInTest, is_not_for_who_has_left) {
  const auto edit = R"({"name":"李娜","login":"li","roles":["salesperson"],"store_ids":[")" + town.home() +
                    R"("],"group_id":null,"phone":null,"retired":true})";
  ASSERT_EQ(town.put("admin", "/people/" + town.id("li"), edit, 1).status, 200);
  EXPECT_EQ(town.get("li", "/session").status, 401);  // the open session ended at once
  const auto answer = sign_in("li", kPassword);
  EXPECT_EQ(answer.status, 401);
  EXPECT_EQ(answer.code(), "wrong_login");
}

TEST_P(Guessing, is_slowed_more_and_more) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in("chen", "wrong").status, 401) << i;
  // From the sixth on each has to wait twice as long as the one before: 2 s, 4 s, 8 s … 15 minutes.
  for (const int wait : {2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
    const auto slowed = sign_in("chen", kPassword);  // even the right one has to wait
    ASSERT_EQ(slowed.status, 429) << wait;
    EXPECT_EQ(slowed.code(), "too_many_attempts");
    EXPECT_EQ(slowed.number_at("retry_after"), wait);
    EXPECT_EQ(slowed.headers.at("Retry-After"), std::to_string(wait));
    town.clock().advance(wait * kSecond - 1);
    EXPECT_EQ(sign_in("chen", "wrong").number_at("retry_after"), 1);
    town.clock().advance(1);
    EXPECT_EQ(sign_in("chen", "wrong").status, 401);
  }
  EXPECT_EQ(sign_in("lin", kPassword).status, 200);  // others are not concerned
  town.clock().advance(kDay + 1);
  EXPECT_EQ(sign_in("chen", "wrong").status, 401);
  EXPECT_EQ(sign_in("chen", kPassword).status, 200);  // a day later all is forgotten
}

TEST_P(Guessing, is_forgotten_after_a_success) {
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 4; ++i) EXPECT_EQ(sign_in("chen", "wrong").status, 401);
    EXPECT_EQ(sign_in("chen", kPassword).status, 200);
  }
}

TEST_P(Guessing, of_the_present_password_is_slowed_too) {
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(change("chen", "wrong", "another-password").error_at("/current_password"), "wrong_password");
  EXPECT_EQ(change("chen", kPassword, "another-password").status, 429);
}

TEST_P(Password, the_first_one_must_be_changed_before_anything_else) {
  const auto id = town.new_id();
  const auto made = town.post("admin", "/people",
                              R"({"id":")" + id +
                                  R"(","name":"吴迪","login":"wudi","roles":["salesperson"],"store_ids":[")" +
                                  town.home() + "\"]}");
  ASSERT_EQ(made.status, 201) << made.text;
  const auto first = made.text_at("first_password");
  EXPECT_EQ(first.size(), 12U);
  EXPECT_EQ(first.find_first_of("0O1lI5S"), std::string::npos);
  const auto session = sign_in("wudi", first);
  ASSERT_EQ(session.status, 200) << session.text;
  EXPECT_TRUE(session.body.at("must_change_password").as_bool());
  EXPECT_EQ(as(session, "GET /stores/{home}/today").code(), "password_change_required");
  const auto changed =
      as(session, "PUT /session/password",
         bj::serialize(bj::object{{"current_password", first}, {"new_password", "my-own-password"}}));
  ASSERT_EQ(changed.status, 200) << changed.text;
  EXPECT_EQ(as(session, "GET /stores/{home}/today").status, 200);
  EXPECT_EQ(sign_in("wudi", first).status, 401);
}

TEST_P(Password, must_be_long_new_and_not_the_login) {
  EXPECT_EQ(change("chen", "nonsense", "long-enough-1").error_at("/current_password"), "wrong_password");
  EXPECT_EQ(change("chen", kPassword, "ninechars").error_at("/new_password"), "too_short");
  EXPECT_EQ(change("chen", kPassword, "四个汉字").error_at("/new_password"),
            "too_short");  // twelve bytes, four characters
  EXPECT_EQ(change("chen", kPassword, kPassword).error_at("/new_password"), "same_password");
  const auto edit = R"({"name":"陈伟","login":"chenweichen","roles":["salesperson"],"store_ids":[")" +
                    town.home() + R"("],"group_id":null,"phone":null,"retired":false})";
  ASSERT_EQ(town.put("admin", "/people/" + town.id("chen"), edit, 1).status, 200);
  EXPECT_EQ(change("chen", kPassword, "ChenWeiChen").error_at("/new_password"), "password_is_login");
  EXPECT_EQ(change("chen", kPassword, "一二三四五六七八九十").status, 200);
}

TEST_P(Password, a_change_ends_ones_other_sessions) {
  const auto elsewhere = sign_in("chen", kPassword);
  EXPECT_EQ(as(elsewhere, "GET /session").status, 200);
  ASSERT_EQ(change("chen", kPassword, "another-password").status, 200);
  EXPECT_EQ(as(elsewhere, "GET /session").status, 401);
  EXPECT_EQ(town.get("chen", "/session").status, 200);
  EXPECT_EQ(sign_in("chen", "another-password").status, 200);
}

TEST_P(Password, a_reset_ends_all_sessions_and_gives_a_first_password) {
  const auto reset = town.post("admin", "/people/" + town.id("chen") + "/password-reset");
  ASSERT_EQ(reset.status, 200) << reset.text;
  EXPECT_EQ(town.get("chen", "/session").status, 401);
  EXPECT_EQ(sign_in("chen", kPassword).status, 401);
  EXPECT_TRUE(sign_in("chen", reset.text_at("first_password")).body.at("must_change_password").as_bool());
  EXPECT_EQ(town.post("admin", "/people/" + town.new_id() + "/password-reset").status, 404);
}

TEST_P(Sessions, are_listed_and_ended_one_by_one) {
  town.clock().advance(kMinute);
  const auto phone = sign_in("chen", kPassword);
  const auto list = town.get("chen", "/sessions");
  ASSERT_EQ(list.body.at("items").as_array().size(), 2U);
  std::map<bool, std::string> ids;
  for (const auto& one : list.body.at("items").as_array())
    ids[one.at("current").as_bool()] = one.at("id").as_string();
  EXPECT_EQ(town.remove("li", "/sessions/" + ids[false]).status, 404);  // not hers
  EXPECT_EQ(town.remove("chen", "/sessions/" + ids[false]).status, 204);
  EXPECT_EQ(as(phone, "GET /session").status, 401);
  EXPECT_EQ(town.remove("chen", "/sessions/" + ids[false]).status, 404);
  EXPECT_EQ(town.remove("chen", "/session").status, 204);
  EXPECT_EQ(town.get("chen", "/session").status, 401);
}

TEST_P(Sessions, can_be_ended_by_the_administrator) {
  const auto path = "/people/" + town.id("chen") + "/sessions";
  const auto list = town.get("admin", path);
  const auto session = list.text_at("/items/0/id");
  EXPECT_EQ(town.remove("admin", "/people/" + town.id("li") + "/sessions/" + session).status, 404);
  EXPECT_EQ(town.remove("admin", path + "/" + session).status, 204);
  EXPECT_EQ(town.get("chen", "/session").status, 401);
}

TEST_P(Sessions, end_after_thirty_days_without_use) {
  town.clock().advance(30 * kDay - 1);
  EXPECT_EQ(town.get("chen", "/session").status, 200);
  town.clock().advance(1);
  EXPECT_EQ(town.get("li", "/session").status, 401);
  // chen was here a moment ago: that is written down a little later, and keeps the session alive.
  EXPECT_EQ(town.get("lin", "/session").status, 401);
  EXPECT_TRUE(town::soon([this] { return town.get("chen", "/session").status == 200; }));
}

TEST_P(Sessions, remember_language_and_theme) {
  const auto set = town.put("chen", "/session/preferences", R"({"language":"en","theme":"dark"})");
  EXPECT_EQ(set.text_at("language"), "en");
  EXPECT_EQ(town.get("chen", "/session").text_at("theme"), "dark");
  EXPECT_EQ(town.get("chen", "/facts").text_at("detail"), "You are not allowed to do this.");
  EXPECT_EQ(town.get("li", "/facts").text_at("detail"), "您没有这项权限。");
  EXPECT_EQ(
      town.put("chen", "/session/preferences", R"({"language":"fr","theme":"dark"})").error_at("/language"),
      "not_a_choice");
}

INSTANTIATE_TEST_SUITE_P(Engines, SignInTest, testing::ValuesIn(engines()), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, Guessing, testing::ValuesIn(engines()), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, Password, testing::ValuesIn(engines()), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, Sessions, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::dealership
