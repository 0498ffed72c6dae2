#include "prospects/midnight.h"

#include <gtest/gtest.h>

#include <map>

#include "town/town.h"

namespace guanxi::prospects {
namespace {

using town::Town;

class Midnight : public testing::TestWithParam<database::Engine> {
 protected:
  std::string a_card(const std::string& phone, const std::string& when, const std::string& day = "") {
    auto body = town.filing(phone);
    const std::string said = R"("purchase_when":"this_month")";
    const auto named = day.empty() ? "" : R"(,"purchase_day":")" + day + "\"";
    body.replace(body.find(said), said.size(), R"("purchase_when":")" + when + "\"" + named);
    const auto filed = town.post("chen", Town::visit(town.a_visit("chen"), "/filing"), body);
    EXPECT_EQ(filed.status, 201) << filed.text;
    return town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id");
  }
  void begin(const std::string& store = "home") {
    Store there;
    town.database().read([&](database::Transaction& tx) {
      there = dealership::load_store(tx, store == "home" ? town.home() : town.store(store));
    });
    begin_days(town.database(), there, town.clock().now(), [] { return true; });
  }
  void travel_to(const std::string& day, const std::string& time = "T02:00:00Z") {
    town.travel(parse_instant(day + time).value());
  }
  std::string grade(const std::string& card) {
    return town.get("lin", "/stores/{home}/prospects/" + card).text_at("/card/grade");
  }
  std::map<std::string, std::int64_t> snapshot(const std::string& day) {
    std::map<std::string, std::int64_t> cards;
    town.database().read([&](database::Transaction& tx) {
      for (
          const auto& row : tx.query(
              "SELECT grade, sum(cards) FROM prospects_snapshots WHERE store_id = $1 AND day = $2 GROUP BY grade",
              town.home(), day)) {
        cards[row.get<std::string>(0)] = row.get<std::int64_t>(1);
      }
    });
    return cards;
  }
  std::int64_t overdue(const std::string& day) {
    std::int64_t count = 0;
    town.database().read([&](database::Transaction& tx) {
      count =
          tx.query(
                "SELECT coalesce(sum(overdue), 0) FROM prospects_snapshots WHERE store_id = $1 AND day = $2",
                town.home(), day)[0]
              .get<std::int64_t>(0);
    });
    return count;
  }
  /// The moves of a card, the earliest first: "C>B 2026-03-20 time".
  std::vector<std::string> moves(const std::string& card) {
    std::vector<std::string> moves;
    const auto facts = town.get("lin", "/stores/{home}/facts?kind=card_regraded&subject_id=" + card);
    for (const auto& fact : facts.body.at("items").as_array()) {
      const auto text = [&](const char* key) { return std::string(fact.at("data").at(key).as_string()); };
      moves.insert(moves.begin(), text("from") + ">" + text("to") + " " + text("on") + " " + text("cause"));
    }
    return moves;
  }

  Town town{GetParam()};
};

TEST_P(Midnight, moves_the_grades_whose_day_has_come_nearer) {
  begin();
  const auto card = a_card("13800138000", "date", "2026-03-31");
  EXPECT_EQ(grade(card), "B");  // 27 days
  travel_to("2026-03-15");
  begin();
  EXPECT_EQ(grade(card), "B");  // 16 days
  travel_to("2026-03-16");
  EXPECT_EQ(grade(card), "B");  // not before the job has run
  begin();
  EXPECT_EQ(grade(card), "A");
  EXPECT_EQ(moves(card), std::vector<std::string>{"B>A 2026-03-16 time"});
}

TEST_P(Midnight, makes_up_for_every_night_on_which_the_machine_was_off) {
  begin();
  const auto card = a_card("13800138000", "date", "2026-03-31");
  travel_to("2026-06-20");
  begin();
  EXPECT_EQ(moves(card),
            (std::vector<std::string>{"B>A 2026-03-16 time", "A>H 2026-03-24 time", "H>A 2026-04-04 passed",
                                      "A>B 2026-04-19 passed", "B>C 2026-05-19 passed"}));
  EXPECT_EQ(grade(card), "C");
  // Carried over into each month, as it stood at its first midnight.
  using Cards = std::map<std::string, std::int64_t>;
  EXPECT_EQ(snapshot("2026-04-01"), (Cards{{"H", 1}}));
  EXPECT_EQ(snapshot("2026-05-01"), (Cards{{"B", 1}}));
  EXPECT_EQ(snapshot("2026-06-01"), (Cards{{"C", 1}}));
  EXPECT_EQ(overdue("2026-03-05"), 0);  // due at ten
  EXPECT_EQ(overdue("2026-03-06"), 1);
}

TEST_P(Midnight, counts_once_and_never_anew) {
  begin();
  const auto card = a_card("13800138000", "this_week");
  travel_to("2026-03-05");
  begin();
  const auto before = snapshot("2026-03-05");
  EXPECT_EQ(before, (std::map<std::string, std::int64_t>{{"H", 1}}));
  const auto rows = town.row_counts();
  a_card("13800138001", "this_week");
  begin();
  EXPECT_EQ(snapshot("2026-03-05"), before);
  EXPECT_EQ(town.row_counts().at("prospects_snapshots"), rows.at("prospects_snapshots"));
}

TEST_P(Midnight, carries_nobody_over_who_has_ordered) {
  begin();
  a_card("13800138000", "this_week");
  const auto sold = a_card("13800138001", "this_week");
  const auto order = R"({"id":")" + town.new_id() + R"(","model_id":")" + town.model() +
                     R"(","price":18980000,"deposit":0})";
  ASSERT_EQ(town.post("chen", "/stores/{home}/prospects/" + sold + "/orders", order).status, 201);
  travel_to("2026-03-05");
  begin();
  EXPECT_EQ(snapshot("2026-03-05"), (std::map<std::string, std::int64_t>{{"H", 1}}));
}

TEST_P(Midnight, leaves_grades_alone_that_were_set_by_hand) {
  begin();
  const auto card = a_card("13800138000", "date", "2026-03-31");
  const auto version = town.get("chen", "/stores/{home}/prospects/" + card).version();
  const auto edit =
      R"({"purchase_when":"date","purchase_day":"2026-03-31","grade":"C","grade_reason":"在等奖金"})";
  EXPECT_EQ(town.put("chen", "/stores/{home}/prospects/" + card, edit, version).text_at("grade"), "C");
  travel_to("2026-04-20");
  begin();
  EXPECT_EQ(grade(card), "C");
}

TEST_P(Midnight, looks_at_every_card_when_the_stores_windows_change) {
  begin();
  const auto near = a_card("13800138000", "date", "2026-03-09");  // H: 5 days
  const auto far = a_card("13800138001", "date", "2026-04-20");   // C: 47 days
  town.database().write([&](database::Transaction& tx) {
    write_rules(tx, town.home(), "2026-03-06", {Windows{.h = 2, .a = 14, .b = 50, .grace = 0}, {}},
                town.id("lin"), town.clock().now());
    return database::Outcome::keep;
  });
  travel_to("2026-03-05");
  begin();
  EXPECT_EQ(grade(near), "H");
  travel_to("2026-03-06");
  begin();
  EXPECT_EQ(moves(near), std::vector<std::string>{"H>A 2026-03-06 new_rules"});
  EXPECT_EQ(moves(far), std::vector<std::string>{"C>B 2026-03-06 new_rules"});
}

TEST_P(Midnight, is_the_stores_own_also_when_the_clocks_change) {
  town.travel(parse_instant("2026-03-27T12:00:00Z").value());
  town.move_to_zone("home", "Europe/Berlin");
  begin();
  const auto card = a_card("13800138000", "date", "2026-04-05");  // 9 days: A; H from Sunday the 29th
  EXPECT_EQ(grade(card), "A");
  town.travel(parse_instant("2026-03-28T22:59:59Z").value());  // 23:59:59 on Saturday
  begin();
  EXPECT_EQ(grade(card), "A");
  town.travel(parse_instant("2026-03-28T23:00:00Z").value());  // midnight, still winter time
  begin();
  EXPECT_EQ(grade(card), "H");
  town.travel(parse_instant("2026-03-29T21:59:59Z").value());  // 23:59:59 in summer time
  begin();
  EXPECT_EQ(snapshot("2026-03-30").size(), 0U);
  town.travel(parse_instant("2026-03-29T22:00:00Z").value());
  begin();
  EXPECT_EQ(snapshot("2026-03-30").size(), 1U);
}

TEST_P(Midnight, that_is_broken_off_goes_on_where_it_stood) {
  begin();
  std::vector<std::string> cards;
  for (int i = 0; i < 5; ++i) cards.push_back(a_card("1380013800" + std::to_string(i), "date", "2026-03-31"));
  travel_to("2026-03-25");
  Store store;
  town.database().read([&](database::Transaction& tx) { store = dealership::load_store(tx, town.home()); });
  for (int allowed = 0; allowed < 40; ++allowed) {
    int left = allowed;
    begin_days(town.database(), store, town.clock().now(), [&] { return left-- > 0; });
  }
  for (const auto& card : cards)
    EXPECT_EQ(moves(card), (std::vector<std::string>{"B>A 2026-03-16 time", "A>H 2026-03-24 time"}));
}

INSTANTIATE_TEST_SUITE_P(Engines, Midnight, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
