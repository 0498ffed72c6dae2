#include <gtest/gtest.h>

#include "town/town.h"

namespace guanxi::reception {
namespace {

using town::Answer;
using town::Town;

class Duty : public testing::TestWithParam<database::Engine> {
 protected:
  /// A third salesperson, so that a line has a middle.
  Duty() {
    const auto id = town.new_id();
    const auto answer = town.post("admin", "/people",
                                  R"({"id":")" + id +
                                      R"(","name":"吴迪","login":"wudi","roles":["salesperson"],)"
                                      R"("store_ids":[")" +
                                      town.home() + "\"]}");
    EXPECT_EQ(answer.status, 201) << answer.text;
    ids = {{"chen", town.id("chen")}, {"li", town.id("li")}, {"wu", id}};
    for (const auto* who : {"chen", "li", "wu"}) on(who);
  }
  Answer on(const std::string& who) {
    return town.put("zhao", "/stores/{home}/duty/" + ids.at(who), R"({"on":true})");
  }
  Answer off(const std::string& who) {
    return town.put("zhao", "/stores/{home}/duty/" + ids.at(who), R"({"on":false})");
  }
  /// Receives a walk-in and gives its visit.
  std::string receive(const std::string& fields = "") {
    const auto id = town.new_id();
    const auto answer =
        town.post("zhao", "/stores/{home}/visits", R"({"id":")" + id + R"(","way":"walk_in")" + fields + "}");
    EXPECT_EQ(answer.status, 201) << answer.text;
    return id;
  }
  void party_goes(const std::string& visit) {
    EXPECT_EQ(town.post("zhao", Town::visit(visit, "/departure")).status, 201);
  }
  /// The line in words: "chen:1 *li:0 wu:0b" - turns taken, * on turn, b busy, s skipped.
  std::string line() {
    std::string text;
    const auto duty = town.get("zhao", "/stores/{home}/duty");
    for (const auto& entry : duty.body.at("items").as_array()) {
      for (const auto& [who, id] : ids) {
        if (entry.at("person").at("id").as_string() != id) continue;
        text += text.empty() ? "" : " ";
        text += (entry.at("on_turn").as_bool() ? "*" : "") + who + ":" +
                std::to_string(entry.at("turns").as_int64()) + (entry.at("busy").as_bool() ? "b" : "");
        if (const auto skipped = entry.at("skipped").as_int64(); skipped > 0)
          text += "s" + std::to_string(skipped);
      }
    }
    return text;
  }
  Town town{GetParam()};
  std::map<std::string, std::string> ids;
};

TEST_P(Duty, is_a_line_in_the_order_of_coming) { EXPECT_EQ(line(), "*chen:0 li:0 wu:0"); }

TEST_P(Duty, who_receives_goes_to_the_end) {
  party_goes(receive());
  EXPECT_EQ(line(), "*li:0 wu:0 chen:1");
  party_goes(receive());
  party_goes(receive());
  EXPECT_EQ(line(), "*chen:1 li:1 wu:1");
}

TEST_P(Duty, who_is_busy_is_passed_over_and_keeps_the_place) {
  const auto first = receive();
  receive(R"(,"salesperson_id":")" + ids["li"] + "\"");
  EXPECT_EQ(line(), "*wu:0 chen:1b li:1b");
  receive();
  EXPECT_EQ(line(), "*chen:1b li:1b wu:1b");  // everybody is busy: the first of all
  party_goes(first);
  EXPECT_EQ(line(), "*chen:1 li:1b wu:1b");
  receive();
  EXPECT_EQ(line(), "*li:1b wu:1b chen:2b");
}

TEST_P(Duty, a_call_makes_nobody_busy) {
  const auto id = town.new_id();
  ASSERT_EQ(town.post("zhao", "/stores/{home}/visits", R"({"id":")" + id + R"(","way":"call"})").status, 201);
  EXPECT_EQ(line(), "*chen:0 li:0 wu:0");
}

TEST_P(Duty, a_turn_can_be_passed) {
  EXPECT_EQ(town.post("chen", "/stores/{home}/duty/" + ids["chen"] + "/skip").status, 200);
  EXPECT_EQ(line(), "*li:0 wu:0 chen:0s1");
}

TEST_P(Duty, handing_over_gives_the_turn_back) {
  const auto visit = receive();
  EXPECT_EQ(line(), "*li:0 wu:0 chen:1b");
  const auto handed = town.post("zhao", Town::visit(visit, "/handover"), R"({"to":")" + ids["wu"] + "\"}");
  ASSERT_EQ(handed.status, 201) << handed.text;
  EXPECT_EQ(handed.text_at("/salesperson/name"), "吴迪");
  EXPECT_EQ(handed.text_at("/first_salesperson/name"), "陈伟");
  EXPECT_EQ(line(), "*chen:0 li:0 wu:1b");
}

TEST_P(Duty, handing_over_twice_keeps_who_was_first) {
  const auto visit = receive();
  ASSERT_EQ(town.post("zhao", Town::visit(visit, "/handover"), R"({"to":")" + ids["wu"] + "\"}").status, 201);
  const auto again = town.post("zhao", Town::visit(visit, "/handover"), R"({"to":")" + ids["li"] + "\"}");
  EXPECT_EQ(again.text_at("/first_salesperson/name"), "陈伟");
  EXPECT_EQ(line(), "*wu:0 chen:0 li:1b");
}

TEST_P(Duty, handing_over_is_refused_to_who_has_it_or_does_not_sell_here) {
  const auto visit = receive();
  const auto to = [&](const std::string& id) {
    return town.post("zhao", Town::visit(visit, "/handover"), R"({"to":")" + id + "\"}").error_at("/to");
  };
  EXPECT_EQ(to(ids["chen"]), "same_salesperson");
  EXPECT_EQ(to(town.id("lin")), "not_a_salesperson");
  EXPECT_EQ(to(town.id("sun")), "not_a_salesperson");
  EXPECT_EQ(to(town.new_id()), "not_a_salesperson");
}

TEST_P(Duty, no_turn_is_given_back_that_was_not_taken) {
  // A customer on file costs no turn, whoever takes the visit over.
  const auto visit = receive();
  ASSERT_EQ(town.post("chen", Town::visit(visit, "/filing"), town.filing("13800138000")).status, 201);
  ASSERT_EQ(town.post("lin", Town::visit(visit, "/reopening")).status, 201);
  for (const auto* who : {"li", "wu", "li", "chen"}) {
    ASSERT_EQ(town.post("lin", Town::visit(visit, "/handover"), R"({"to":")" + ids[who] + "\"}").status, 201);
  }
  const auto duty = town.get("zhao", "/stores/{home}/duty");
  for (const auto& entry : duty.body.at("items").as_array()) {
    EXPECT_EQ(entry.at("turns").as_int64(), 0) << duty.text;
  }
}

TEST_P(Duty, who_goes_is_out_and_comes_back_at_the_end) {
  off("chen");
  EXPECT_EQ(line(), "*li:0 wu:0");
  EXPECT_EQ(town.post("zhao", "/stores/{home}/duty/" + ids["chen"] + "/skip").code(), "not_on_duty");
  on("chen");
  EXPECT_EQ(line(), "*li:0 wu:0 chen:0");
  on("li");  // is on duty already: keeps the place
  EXPECT_EQ(line(), "*li:0 wu:0 chen:0");
}

TEST_P(Duty, begins_anew_every_day_of_the_store) {
  town.clock().set(1772639999000);  // 23:59:59 in Shanghai
  EXPECT_EQ(line(), "*chen:0 li:0 wu:0");
  town.clock().set(1772640000000);  // midnight
  EXPECT_EQ(line(), "");
  const auto visit = receive();
  EXPECT_TRUE(town.get("zhao", Town::visit(visit)).body.at("salesperson").is_null());
}

TEST_P(Duty, of_oneself_is_for_salespeople_of_others_for_the_desk) {
  const auto of = [&](const std::string& login) { return "/stores/{home}/duty/" + ids.at(login); };
  EXPECT_EQ(town.put("chen", of("chen"), R"({"on":false})").status, 200);
  EXPECT_EQ(town.put("chen", of("li"), R"({"on":false})").status, 403);
  EXPECT_EQ(town.post("chen", of("li") + "/skip").status, 403);
  EXPECT_EQ(town.put("lin", of("li"), R"({"on":false})").status, 200);
  EXPECT_EQ(town.put("market", of("li"), R"({"on":false})").status, 403);
  EXPECT_EQ(town.put("zhao", "/stores/{home}/duty/" + town.id("lin"), R"({"on":true})").status, 404);
  EXPECT_EQ(town.put("zhao", "/stores/{home}/duty/" + town.id("sun"), R"({"on":true})").status, 404);
}

INSTANTIATE_TEST_SUITE_P(Engines, Duty, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::reception
