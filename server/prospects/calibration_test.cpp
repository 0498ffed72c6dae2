// How honest grades are, against a ledger of its own: what was said and ordered is written down while it
// happens.
#include "prospects/calibration.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "prospects/midnight.h"
#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class CalibrationOf : public testing::TestWithParam<database::Engine> {
 protected:
  struct Filed {
    std::string card, customer;
  };
  Filed file(int number, const std::string& salesperson, const std::string& when) {
    auto body = town.filing("138001380" + std::to_string(10 + number), "客户" + std::to_string(number));
    const std::string said = R"("purchase_when":"this_month")";
    body.replace(body.find(said), said.size(), R"("purchase_when":")" + when + "\"");
    const auto filed = town.post(salesperson, Town::visit(town.a_visit(salesperson), "/filing"), body);
    EXPECT_EQ(filed.status, 201) << filed.text;
    const auto customer = filed.text_at("/customer/id");
    return {town.get("lin", "/stores/{home}/customers/" + customer).text_at("/card/id"), customer};
  }
  Answer ask(const std::string& who, const std::string& card, const std::string& what,
             const bj::object& body) {
    return town.post(who, "/stores/{home}/prospects/" + card + what, bj::serialize(body));
  }
  Answer say_day(const std::string& who, const std::string& card, const std::string& day) {
    return ask(who, card, "/follow-ups",
               {{"id", town.new_id()},
                {"way", "call"},
                {"reached", true},
                {"ending", "next"},
                {"next_on", add_days(today(), 2)},
                {"purchase_when", "date"},
                {"purchase_day", day}});
  }
  Answer order(const std::string& who, const std::string& card) {
    return ask(who, card, "/orders",
               {{"id", town.new_id()}, {"model_id", town.model()}, {"price", 100}, {"deposit", 0}});
  }
  std::string today() { return format_instant(town.clock().now() + 8 * kHour).substr(0, 10); }
  void begin_day() {
    Store store;
    town.database().read([&](database::Transaction& tx) { store = dealership::load_store(tx, town.home()); });
    begin_days(town.database(), store, town.clock().now(), [] { return true; });
  }
  Answer shown(const std::string& from = "2026-03-01", const std::string& to = "2026-12-31") {
    return town.get("lin", "/stores/{home}/prospects/calibration?from=" + from + "&to=" + to);
  }
  std::int64_t listed(const std::string& query) {
    std::int64_t count = 0;
    std::string cursor;
    do {
      const auto page =
          town.get("lin", "/stores/{home}/prospects/calibration/cards?from=2026-03-01&to=2026-12-31&limit=3" +
                              query + (cursor.empty() ? "" : "&cursor=" + cursor));
      EXPECT_EQ(page.status, 200) << page.text;
      count += static_cast<std::int64_t>(page.body.at("items").as_array().size());
      cursor = page.text_at("next_cursor");
    } while (!cursor.empty());
    return count;
  }
  Town town{GetParam()};
};

TEST_P(CalibrationOf, judges_only_windows_that_have_ended) {
  const auto [card, customer] = file(1, "chen", "this_week");  // Wednesday the 4th: H, until the 11th
  const auto [other, _] = file(2, "chen", "this_week");
  town.travel(town.clock().now() + 7 * kDay);  // the 11th itself: the window goes on
  EXPECT_EQ(order("chen", card).status, 201);
  auto grades = shown().body.at("store");
  EXPECT_EQ(grades.at(0).at("said").as_int64(), 0);
  EXPECT_EQ(grades.at(0).at("running").as_int64(), 2);
  EXPECT_TRUE(grades.at(0).at("rate").is_null());
  town.travel(town.clock().now() + kDay);
  grades = shown().body.at("store");
  EXPECT_EQ(grades.at(0).at("said").as_int64(), 2);
  EXPECT_EQ(grades.at(0).at("ordered").as_int64(), 1);
  EXPECT_FALSE(grades.at(0).at("enough").as_bool());
  EXPECT_NEAR(grades.at(0).at("low").as_double(), 0.0945, 0.0001);  // Wilson for 1 of 2
  EXPECT_NEAR(grades.at(0).at("high").as_double(), 0.9055, 0.0001);
}

TEST_P(CalibrationOf, an_order_after_the_window_is_none) {
  const auto [card, _] = file(1, "chen", "this_week");
  town.travel(town.clock().now() + 8 * kDay);
  EXPECT_EQ(order("chen", card).status, 201);
  EXPECT_EQ(shown().body.at("store").at(0).at("said").as_int64(), 1);
  EXPECT_EQ(shown().body.at("store").at(0).at("ordered").as_int64(), 0);
}

TEST_P(CalibrationOf, what_time_makes_of_a_grade_nobody_has_said) {
  file(1, "chen", "this_month");  // the 31st: B, and said so
  begin_day();
  for (int day = 0; day < 40; ++day) {
    town.travel(town.clock().now() + kDay);
    begin_day();
  }
  const auto grades = shown().body.at("store");
  EXPECT_EQ(grades.at(0).at("said").as_int64(), 0);  // it became H by itself
  EXPECT_EQ(grades.at(1).at("said").as_int64(), 0);
  EXPECT_EQ(grades.at(2).at("said").as_int64(), 1);
  EXPECT_EQ(shown().text_at("/people/0/person/name"), "陈伟");
}

TEST_P(CalibrationOf, refuses_spans_that_are_none) {
  EXPECT_EQ(shown("2026-03-05", "2026-03-04").error_at("/to"), "range_upside_down");
  EXPECT_EQ(shown("2020-03-05", "2026-03-04").error_at("/to"), "too_many_days");
  EXPECT_EQ(town.get("chen", "/stores/{home}/prospects/calibration?from=2026-03-01&to=2026-03-31").status,
            403);
}

/// One history of many people, with the ledger beside it.
struct Ledger {
  struct Said {
    std::string card, customer, who;
    char grade;
    std::string day;
    int step;
  };
  struct Ordered {
    std::string customer, day;
    int step;
    int cancelled_step = -1, ended_step = -1;
  };
  std::vector<Said> said;
  std::vector<Ordered> ordered;

  /// By person and grade: how many sayings have ended, and how many of those were kept.
  std::map<std::pair<std::string, char>, std::pair<int, int>> judged(const std::string& today) const {
    std::map<std::pair<std::string, char>, std::pair<int, int>> all;
    std::set<std::tuple<std::string, std::string, char>> before;
    for (const auto& one : said) {
      const int window = one.grade == 'H' ? 7 : one.grade == 'A' ? 15 : one.grade == 'B' ? 30 : 0;
      if (window == 0) continue;
      const bool under_order = std::ranges::any_of(ordered, [&](const Ordered& order) {
        return order.customer == one.customer && order.step < one.step &&
               (order.ended_step < 0 || order.ended_step > one.step);
      });
      if (under_order || !before.insert({one.card, one.who, one.grade}).second) continue;
      const auto until = add_days(one.day, window);
      if (until >= today) continue;
      const bool kept = std::ranges::any_of(ordered, [&](const Ordered& order) {
        return order.customer == one.customer && order.day >= one.day && order.day <= until &&
               !(order.cancelled_step >= 0 && order.cancelled_step < one.step);
      });
      auto& cell = all[{one.who, one.grade}];
      ++cell.first;
      cell.second += kept ? 1 : 0;
    }
    return all;
  }
};

TEST_P(CalibrationOf, agrees_with_a_recount_over_random_histories) {
  std::mt19937 rng(17);
  const auto dice = [&](int sides) { return static_cast<int>(rng() % static_cast<unsigned>(sides)); };
  Ledger ledger;
  std::map<std::string, std::string> customers, grades;
  std::vector<std::string> cards;
  std::map<std::string, std::size_t> open_order;
  int step = 0;
  const auto note_said = [&](const std::string& card, const std::string& who) {
    const auto grade = town.get("lin", "/stores/{home}/prospects/" + card).text_at("/card/grade");
    if (grades[card] != grade) ledger.said.push_back({card, customers[card], who, grade[0], today(), step});
    grades[card] = grade;
  };
  for (int day = 0; day < 60; ++day) {
    town.travel(town::kMorning + (day + 1) * kDay);
    begin_day();
    for (const auto& card : cards)  // what midnight made of it nobody has said
      grades[card] = town.get("lin", "/stores/{home}/prospects/" + card).text_at("/card/grade");
    if (day % 2 == 0) {
      const std::vector<std::string> whens{"this_week", "this_month", "next_month", "unknown"};
      const std::string who = dice(2) == 0 ? "chen" : "li";
      const auto filed = file(day, who, whens[static_cast<std::size_t>(dice(4))]);
      cards.push_back(filed.card);
      customers[filed.card] = filed.customer;
      ++step;
      note_said(filed.card, who);
    }
    for (int i = 0; i < 3 && !cards.empty(); ++i) {
      ++step;
      town.clock().advance(kMinute);
      const auto card = cards[static_cast<std::size_t>(dice(static_cast<int>(cards.size())))];
      const auto deed = dice(6);
      if (deed == 0 && order("lin", card).status == 201) {
        open_order[card] = ledger.ordered.size();
        ledger.ordered.push_back({customers[card], today(), step});
      } else if (deed == 1 && open_order.contains(card) && dice(2) == 0) {
        EXPECT_EQ(ask("lin", card, "/cancellation", {{"reason", "x"}}).status, 200);
        auto& order = ledger.ordered[open_order[card]];
        order.cancelled_step = order.ended_step = step;
        open_order.erase(card);
        grades[card] = "A";  // by the rule
      } else if (deed > 1) {
        if (say_day("lin", card, add_days(today(), dice(50))).status == 201) note_said(card, "lin");
      }
    }
  }
  town.travel(town.clock().now() + 12 * kDay);
  const auto expected = ledger.judged(today());
  ASSERT_GT(expected.size(), 5U);
  std::map<std::pair<std::string, char>, std::pair<int, int>> found;
  const auto page = shown();
  for (const auto& person : page.body.at("people").as_array()) {
    for (const std::string who : {"chen", "li", "lin"}) {
      if (town.id(who) != person.at("person").at("id").as_string()) continue;
      for (const auto& cell : person.at("grades").as_array()) {
        const auto said = cell.at("said").as_int64(), ordered = cell.at("ordered").as_int64();
        const auto query =
            "&person_id=" + town.id(who) + "&grade=" + std::string(cell.at("grade").as_string());
        EXPECT_EQ(listed(query + "&outcome=ordered"), ordered);
        EXPECT_EQ(listed(query + "&ended=true"), said);
        EXPECT_EQ(listed(query + "&outcome=not_ordered"), said - ordered);
        EXPECT_EQ(listed(query + "&outcome=running"), cell.at("running").as_int64());
        if (said > 0) found[{who, cell.at("grade").as_string()[0]}] = {said, ordered};
      }
    }
  }
  EXPECT_EQ(found, expected);
}

INSTANTIATE_TEST_SUITE_P(Engines, CalibrationOf, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
