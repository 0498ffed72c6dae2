#include "prospects/board.h"

#include <gtest/gtest.h>

#include <random>

#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class MorningBoard : public testing::TestWithParam<database::Engine> {
 protected:
  std::string a_card(int number, const std::string& salesperson, const std::string& when) {
    auto body = town.filing("138001380" + std::to_string(10 + number));
    const std::string said = R"("purchase_when":"this_month")";
    body.replace(body.find(said), said.size(), R"("purchase_when":")" + when + "\"");
    const auto filed = town.post(salesperson, Town::visit(town.a_visit(salesperson), "/filing"), body);
    EXPECT_EQ(filed.status, 201) << filed.text;
    return town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id");
  }
  Answer ask(const std::string& card, const std::string& what, const bj::object& body) {
    return town.post("lin", "/stores/{home}/prospects/" + card + what, bj::serialize(body));
  }
  Answer board() { return town.get("lin", "/stores/{home}/prospects/board"); }
  /// How many cards the list of such cards holds.
  std::int64_t listed(const std::string& query) {
    const auto page = town.get("lin", "/stores/{home}/prospects?limit=200&" + query);
    EXPECT_EQ(page.status, 200) << page.text;
    return static_cast<std::int64_t>(page.body.at("items").as_array().size());
  }
  void expect_lists() {
    const auto shown = board();
    for (const std::string attention : {"overdue", "due", "untouched", "silent"}) {
      EXPECT_EQ(shown.body.at("counts").at(attention).as_int64(), listed("attention=" + attention))
          << attention;
      for (const auto& person : shown.body.at("people").as_array()) {
        const auto who = "&salesperson_id=" + std::string(person.at("salesperson").at("id").as_string());
        EXPECT_EQ(person.at("counts").at(attention).as_int64(), listed("attention=" + attention + who));
        for (const auto& grade : person.at("grades").as_array()) {
          const auto of = who + "&grade=" + std::string(grade.at("grade").as_string());
          EXPECT_EQ(grade.at("counts").at(attention).as_int64(), listed("attention=" + attention + of));
        }
      }
    }
  }
  Town town{GetParam()};
};

TEST_P(MorningBoard, names_who_is_being_dropped) {
  a_card(1, "chen", "this_week");
  a_card(2, "chen", "unknown");
  const auto card = a_card(3, "li", "this_month");
  town.clock().advance(kHour);
  ask(card, "/follow-ups",
      {{"id", town.new_id()},
       {"way", "call"},
       {"reached", true},
       {"ending", "next"},
       {"next_on", "2026-03-06"}});
  town.clock().set(town::kMorning + kDay + 2 * kHour);  // Thursday noon: the two were due at ten
  const auto shown = board();
  EXPECT_EQ(shown.text_at("/people/0/salesperson/name"), "陈伟");
  const auto& chen = shown.body.at("people").at(0).at("counts");
  EXPECT_EQ(chen.at("open").as_int64(), 2);
  EXPECT_EQ(chen.at("overdue").as_int64(), 2);
  EXPECT_EQ(chen.at("untouched").as_int64(), 2);
  EXPECT_EQ(shown.text_at("/people/0/grades/0/grade"), "N");
  EXPECT_EQ(shown.text_at("/people/0/grades/1/grade"), "H");
  EXPECT_EQ(shown.body.at("people").at(1).at("counts").at("overdue").as_int64(), 0);
  town.clock().set(town::kMorning + 2 * kDay);  // Friday: the third is due in the course of the day
  EXPECT_EQ(board().body.at("counts").at("due").as_int64(), 1);
}

TEST_P(MorningBoard, counts_what_was_done_today_by_whoever_did_it) {
  const auto card = a_card(1, "chen", "this_week");
  town.clock().advance(kHour);
  for (int i = 0; i < 3; ++i) {
    ask(card, "/follow-ups",
        {{"id", town.new_id()},
         {"way", "call"},
         {"reached", false},
         {"ending", "next"},
         {"next_on", "2026-03-05"}});
  }
  std::map<std::string, std::int64_t> done;
  const auto shown = board();
  for (const auto& person : shown.body.at("people").as_array())
    done[std::string(person.at("salesperson").at("name").as_string())] = person.at("done").as_int64();
  EXPECT_EQ(done, (std::map<std::string, std::int64_t>{{"陈伟", 0}, {"林强", 3}}));
}

TEST_P(MorningBoard, shows_what_waits_for_the_manager_and_what_was_promised) {
  const auto lost = a_card(1, "chen", "this_week");
  ask(lost, "/follow-ups",
      {{"id", town.new_id()}, {"way", "call"}, {"reached", true}, {"ending", "loss"}, {"said", "不买了"}});
  const auto sold = a_card(2, "li", "this_week");
  ask(sold, "/orders",
      {{"id", town.new_id()},
       {"model_id", town.model()},
       {"price", 100},
       {"deposit", 0},
       {"deliver_on", "2026-03-05"}});
  EXPECT_EQ(board().text_at("/loss_asked/0/card/id"), lost);
  EXPECT_EQ(board().text_at("/loss_asked/0/why"), "不买了");
  EXPECT_EQ(board().text_at("/loss_asked/0/by/name"), "林强");
  EXPECT_EQ(board().body.at("deliveries").as_array().size(), 0U);
  town.clock().advance(kDay);
  EXPECT_EQ(board().text_at("/deliveries/0/card/id"), sold);
  EXPECT_FALSE(board().body.at("deliveries").at(0).at("late").as_bool());
  town.clock().advance(kDay);
  EXPECT_TRUE(board().body.at("deliveries").at(0).at("late").as_bool());
  EXPECT_EQ(town.get("chen", "/stores/{home}/prospects/board").status, 403);
}

/// Every number is the length of the list behind it, whatever has happened.
TEST_P(MorningBoard, shows_the_lengths_of_its_lists) {
  std::mt19937 rng(11);
  const auto dice = [&](int sides) { return static_cast<int>(rng() % static_cast<unsigned>(sides)); };
  const std::vector<std::string> whens{"this_week", "this_month", "next_month", "unknown"};
  std::vector<std::string> cards;
  for (int day = 0; day < 45; ++day) {
    town.travel(town.clock().now() + kDay);
    if (day % 2 == 0)
      cards.push_back(a_card(day, dice(2) == 0 ? "chen" : "li", whens[static_cast<std::size_t>(dice(4))]));
    for (int i = 0; i < 4; ++i) {
      const auto& card = cards[static_cast<std::size_t>(dice(static_cast<int>(cards.size())))];
      town.clock().advance(kMinute);
      const auto today = format_instant(town.clock().now() + 8 * kHour).substr(0, 10);
      bj::object follow_up{{"id", town.new_id()}, {"way", "call"},    {"reached", dice(3) == 0},
                           {"said", "说了"},      {"ending", "next"}, {"purchase_when", "this_month"}};
      if (dice(10) == 0) {
        follow_up["ending"] = "loss";
      } else {
        follow_up["next_on"] = add_days(today, dice(9));
      }
      EXPECT_LT(ask(card, "/follow-ups", follow_up).status, 500);
      if (dice(8) == 0) {
        EXPECT_LT(ask(card, "/loss/approval", {}).status, 500);
      }
    }
    if (day % 15 == 14) expect_lists();
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, MorningBoard, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
