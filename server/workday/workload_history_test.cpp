// The page of the workload, against the cards as the list of prospects tells them and a ledger of what was
// done.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "platform/clock/weekday.h"
#include "town/town.h"

namespace guanxi::workday {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class WorkloadOf : public testing::TestWithParam<database::Engine> {
 protected:
  Instant now() { return town.clock().now(); }
  std::string day_of(Instant at) {
    const Instant offset = !berlin ? 8 * kHour : at < 1774746000000 ? kHour : 2 * kHour;
    return format_instant(at + offset).substr(0, 10);
  }
  int hour_of(Instant at) {
    const Instant offset = !berlin ? 8 * kHour : at < 1774746000000 ? kHour : 2 * kHour;
    return std::stoi(format_instant(at + offset).substr(11, 2));
  }
  /// Every day but Sunday.
  void set_opening_hours() {
    const auto list = town.get("admin", "/stores");
    for (const auto& item : list.body.at("items").as_array()) {
      if (item.at("id").as_string() != town.home()) continue;
      auto edited = item.as_object();
      const auto version = edited["version"].to_number<std::int64_t>();
      edited.erase("id");
      edited.erase("version");
      bj::array hours;
      for (int weekday = 1; weekday < 7; ++weekday)
        hours.push_back({{"weekday", weekday}, {"opens", "09:00"}, {"closes", "18:30"}});
      edited["opening_hours"] = hours;
      EXPECT_EQ(town.put("admin", "/stores/{home}", bj::serialize(edited), version).status, 200);
    }
  }
  void file(const std::string& who, const std::string& when) {
    auto body = town.filing("13800138" + std::to_string(100 + static_cast<int>(cards.size())), "客户");
    const std::string said = R"("purchase_when":"this_month")";
    body.replace(body.find(said), said.size(), R"("purchase_when":")" + when + "\"");
    const auto filed = town.post(who, Town::visit(town.a_visit(who), "/filing"), body);
    ASSERT_EQ(filed.status, 201) << filed.text;
    cards.push_back(
        town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id"));
    owner.push_back(who);
  }
  void follow_up(std::size_t which, const std::string& next_on, const std::string& next_at = "") {
    bj::object body{{"id", town.new_id()}, {"way", "call"}, {"reached", false}, {"ending", "next"}};
    if (next_at.empty())
      body["next_on"] = next_on;
    else
      body["next_at"] = next_at;
    const auto answer = town.post(owner[which], "/stores/{home}/prospects/" + cards[which] + "/follow-ups",
                                  bj::serialize(body));
    ASSERT_EQ(answer.status, 201) << answer.text;
    done.emplace_back(owner[which], now());
    agreed.emplace_back(owner[which], next_on, next_at);
  }
  void take_off(const std::string& who, const std::string& first, const std::string& last) {
    const bj::object body{
        {"id", town.new_id()}, {"person_id", town.id(who)}, {"from_day", first}, {"to_day", last}};
    ASSERT_EQ(town.post("lin", "/stores/{home}/days-off", bj::serialize(body)).status, 201);
    for (auto day = first; day <= last; day = add_days(day, 1)) off.insert({who, day});
  }
  Answer shown(const std::string& who = "lin") { return town.get(who, "/stores/{home}/workload"); }

  /// Of the store, and of one person, by the brief's rule: four of five days, drawn towards the store's.
  std::int64_t usual(const std::string& who) {
    const auto today = day_of(now());
    std::map<std::pair<std::string, std::string>, std::int64_t> days;
    for (const auto& [by, at] : done) {
      if (day_of(at) < today && day_of(at) >= add_days(today, -56)) ++days[{by, day_of(at)}];
    }
    std::vector<std::int64_t> all, own;
    for (const auto& [place, count] : days) {
      all.push_back(count);
      if (place.first == who) own.push_back(count);
    }
    const auto eighty = [](std::vector<std::int64_t> counts) {
      std::ranges::sort(counts);
      return static_cast<double>(
          counts[static_cast<std::size_t>(std::ceil(0.8 * static_cast<double>(counts.size()))) - 1]);
    };
    if (all.empty()) return 15;
    const auto n = static_cast<double>(own.size());
    const double store = eighty(all);
    return std::max<std::int64_t>(
        1, std::llround((n * (own.empty() ? store : eighty(own)) + 10 * store) / (n + 10)));
  }
  bool works(const std::string& who, const std::string& day) {
    return weekday_of(day) != 7 && !off.contains({who, day});
  }
  /// By person and day: how many cards the list of prospects says.
  std::map<std::pair<std::string, std::string>, std::int64_t> expected() {
    std::map<std::pair<std::string, std::string>, std::int64_t> counts;
    const auto today = day_of(now());
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const auto card = town.get("lin", "/stores/{home}/prospects/" + cards[i]);
      if (card.body.at("card").at("next").is_null()) continue;
      const auto who = card.text_at("/card/salesperson/id") == town.id("chen") ? "chen" : "li";
      auto day = std::max(today, card.text_at("/card/next/on"));
      auto earlier = day;
      while (earlier >= today && !works(who, earlier)) earlier = add_days(earlier, -1);
      if (earlier >= today) day = earlier;
      ++counts[{who, day}];
    }
    return counts;
  }
  std::int64_t listed(const std::string& who, const std::string& day) {
    std::int64_t count = 0;
    std::string cursor;
    do {
      const auto page =
          town.get("lin", "/stores/{home}/workload/cards?day=" + day + "&limit=4&person_id=" + town.id(who) +
                              (cursor.empty() ? "" : "&cursor=" + cursor));
      EXPECT_EQ(page.status, 200) << page.text;
      count += static_cast<std::int64_t>(page.body.at("items").as_array().size());
      cursor = page.text_at("next_cursor");
    } while (!cursor.empty());
    return count;
  }
  void compare() {
    const auto page = shown();
    ASSERT_EQ(page.status, 200) << page.text;
    auto counts = expected();
    const auto today = day_of(now());
    std::int64_t overloads = 0;
    for (const auto& person : page.body.at("people").as_array()) {
      const std::string who = person.at("person").at("name").as_string() == "陈伟" ? "chen" : "li";
      EXPECT_EQ(person.at("usual").at("per_day").as_int64(), usual(who));
      for (const auto& load : person.at("days").as_array()) {
        const std::string day(load.at("day").as_string());
        const auto due = counts[{who, day}];
        EXPECT_EQ(load.at("due").as_int64(), due) << who << " " << day;
        EXPECT_EQ(load.at("works").as_bool(), works(who, day));
        if (due > 0 && due % 3 == 0) {
          EXPECT_EQ(listed(who, day), due);
        }
        const auto done_today = std::ranges::count_if(
            done, [&](const auto& one) { return one.first == who && day_of(one.second) == day; });
        EXPECT_EQ(load.at("done").as_int64(), day == today ? done_today : 0);
        const auto room =
            !works(who, day) ? 0 : std::max<std::int64_t>(0, usual(who) - (day == today ? done_today : 0));
        EXPECT_EQ(load.at("too_many").as_int64(), std::max<std::int64_t>(0, due - room));
        overloads += due > room ? 1 : 0;
      }
    }
    EXPECT_EQ(static_cast<std::int64_t>(page.body.at("overloads").as_array().size()), overloads);
    seen += overloads;
  }
  void compare_hours() {
    const auto page = town.get("lin", "/stores/{home}/workload/hours");
    ASSERT_EQ(page.status, 200) << page.text;
    const auto today = day_of(now()), first = add_days(today, -27);
    const auto in_span = [&](const std::string& day) { return day >= first && day <= today; };
    for (const auto& person : page.body.at("people").as_array()) {
      const std::string who = person.at("person").at("name").as_string() == "陈伟" ? "chen" : "li";
      std::map<int, std::pair<std::int64_t, std::int64_t>> hours;
      std::int64_t any_time = 0;
      for (const auto& [by, at] : done) {
        if (by == who && in_span(day_of(at))) ++hours[hour_of(at)].second;
      }
      for (const auto& [by, on, at] : agreed) {
        if (by != who) continue;
        if (at.empty() && in_span(on)) ++any_time;
        if (!at.empty() && in_span(day_of(*parse_instant(at)))) ++hours[hour_of(*parse_instant(at))].first;
      }
      EXPECT_EQ(person.at("any_time").as_int64(), any_time);
      for (const auto& hour : person.at("hours").as_array()) {
        const auto& [due, made] = hours[static_cast<int>(hour.at("hour").as_int64())];
        EXPECT_EQ(hour.at("due").as_int64(), due);
        EXPECT_EQ(hour.at("done").as_int64(), made);
        due_or_done += due + made;
        hours.erase(static_cast<int>(hour.at("hour").as_int64()));
      }
      for (const auto& [hour, counts] : hours) EXPECT_EQ(counts.first + counts.second, 0) << hour;
    }
  }
  void live(unsigned seed) {
    std::mt19937 dice(seed);
    set_opening_hours();
    for (int i = 0; i < 24; ++i) file(i % 3 == 0 ? "li" : "chen", i % 2 == 0 ? "this_week" : "next_month");
    for (int round = 0; round < 12; ++round) {
      for (auto left = dice() % 9; left > 0; --left) {
        town.clock().advance(static_cast<Instant>(dice() % (20 * kMinute)) + 11);
        const auto next = add_days(day_of(now()), 1 + static_cast<int>(dice() % 9));
        const bool timed = dice() % 3 == 0;
        const auto minute = now() + kDay + static_cast<Instant>(dice() % (6 * 24)) * kHour;
        follow_up(dice() % cards.size(), timed ? day_of(minute) : next, timed ? format_instant(minute) : "");
      }
      if (round == 5) take_off("chen", add_days(day_of(now()), 3), add_days(day_of(now()), 6));
      if (round % 4 == 3) compare();
      town.travel(now() + kDay - static_cast<Instant>(dice() % kHour));
    }
    compare();
    compare_hours();
    EXPECT_GT(seen, 0);
    EXPECT_GT(due_or_done, 20);
  }

  Town town{GetParam()};
  bool berlin = false;
  std::vector<std::string> cards, owner;
  std::vector<std::pair<std::string, Instant>> done;
  std::vector<std::tuple<std::string, std::string, std::string>> agreed;
  std::set<std::pair<std::string, std::string>> off;
  std::int64_t seen = 0, due_or_done = 0;
};

TEST_P(WorkloadOf, random_histories_is_what_the_cards_say) { live(4); }

TEST_P(WorkloadOf, days_on_which_the_clock_is_put_forward_is_of_the_stores_days) {
  town.move_to_zone("home", "Europe/Berlin");
  town.travel(1774256400000);  // Monday 2026-03-23, 10:00 in Berlin
  berlin = true;
  live(6);
}

TEST_P(WorkloadOf, somebody_with_too_much_is_told_days_ahead_and_can_be_helped_in_one_go) {
  const auto friday = add_days(day_of(now()), 2);
  for (int i = 0; i < 20; ++i) file("chen", i < 3 ? "this_week" : "next_month");
  for (std::size_t i = 0; i < 20; ++i) follow_up(i, friday);
  const auto before = shown();
  ASSERT_EQ(before.body.at("overloads").as_array().size(), 1U) << before.text;
  const auto& overload = before.body.at("overloads").at(0);
  EXPECT_EQ(overload.at("day").as_string(), friday);
  EXPECT_EQ(overload.at("due").as_int64(), 20);
  EXPECT_EQ(overload.at("usual").as_int64(), 15);
  EXPECT_EQ(overload.at("too_many").as_int64(), 5);
  ASSERT_EQ(overload.at("given").as_array().size(), 5U);
  EXPECT_EQ(town.get("lin", "/stores/{home}/workload/ahead").body.at("items").as_array().size(), 1U);
  bj::array singly;
  for (const auto& each : overload.at("given").as_array()) {
    EXPECT_EQ(each.at("card").at("grade").as_string(), "C");
    singly.push_back({{"card_id", each.at("card").at("id")}, {"to", each.at("to").at("id")}});
  }
  const bj::object body{{"id", town.new_id()},
                        {"from", town.id("chen")},
                        {"reason", "other"},
                        {"shares",
                         {{{"bucket", "C"}, {"cards", 12}, {"to", bj::array{}}},
                          {{"bucket", "H"}, {"cards", 3}, {"to", bj::array{}}}}},
                        {"cards", singly}};
  const auto given = town.post("lin", "/stores/{home}/prospects/reassignments", bj::serialize(body));
  EXPECT_EQ(given.status, 201) << given.text;
  EXPECT_EQ(shown().body.at("overloads").as_array().size(), 0U);
  EXPECT_TRUE(town.get("lin", "/stores/{home}/workload/ahead").body.at("items").as_array().empty());
}

TEST_P(WorkloadOf, salespeople_is_their_own_line_without_proposals) {
  const auto friday = add_days(day_of(now()), 2);
  for (int i = 0; i < 17; ++i) file("chen", "next_month");
  for (std::size_t i = 0; i < 17; ++i) follow_up(i, friday);
  const auto own = shown("chen");
  ASSERT_EQ(own.body.at("people").as_array().size(), 1U);
  EXPECT_EQ(own.text_at("/people/0/person/name"), "陈伟");
  ASSERT_EQ(own.body.at("overloads").as_array().size(), 1U);
  EXPECT_TRUE(own.body.at("overloads").at(0).at("given").as_array().empty());
  EXPECT_EQ(shown("li").body.at("overloads").as_array().size(), 0U);
  const auto theirs = "/stores/{home}/workload/cards?day=" + friday + "&person_id=" + town.id("chen");
  EXPECT_EQ(town.get("li", theirs).body.at("items").as_array().size(), 0U);
  EXPECT_EQ(town.get("chen", theirs).body.at("items").as_array().size(), 17U);
  EXPECT_TRUE(town.get("li", "/stores/{home}/workload/hours").body.at("people").as_array().empty());
  EXPECT_EQ(town.get("chen", "/stores/{home}/workload.csv").status, 403);
  EXPECT_EQ(town.get("lin", "/stores/{home}/workload.csv").status, 200);
  EXPECT_EQ(town.get("lin", "/stores/{home}/workload/hours.xlsx").status, 200);
  EXPECT_EQ(town.get("lin", "/stores/{home}/workload/cards?day=2026-03-30").error_at("/day"),
            "no_such_day_ahead");
}

INSTANTIATE_TEST_SUITE_P(Engines, WorkloadOf, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::workday
