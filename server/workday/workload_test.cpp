// What is a usual day, on which day a card is worked on, and who might take what.
#include "workday/workload.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace guanxi::workday {
namespace {

using prospects::Grade;

TEST(UsualDay, is_what_four_of_five_days_do_not_exceed) {
  EXPECT_EQ(percentile({7}, 80), 7);
  EXPECT_EQ(percentile({5, 1, 4, 2, 3}, 80), 4);
  EXPECT_EQ(percentile({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 80), 8);
  EXPECT_EQ(percentile({1, 2}, 80), 2);
  EXPECT_EQ(percentile({1, 2, 3}, 1), 1);
}

TEST(UsualDay, of_somebody_with_few_days_is_about_that_of_the_store) {
  const std::vector<std::int64_t> store(50, 14);
  EXPECT_EQ(usual_of({}, store).per_day, 14);
  EXPECT_EQ(usual_of({30}, store).per_day, 15);  // (1·30 + 10·14) ÷ 11 = 15.45
  EXPECT_EQ(usual_of(std::vector<std::int64_t>(10, 30), store).per_day, 22);  // halfway
  EXPECT_EQ(usual_of(std::vector<std::int64_t>(40, 30), store).per_day, 27);  // 26.8
  EXPECT_EQ(usual_of(std::vector<std::int64_t>(40, 30), store).follow_ups, 1200);
}

TEST(UsualDay, is_the_default_where_nothing_was_done_and_never_nothing) {
  EXPECT_EQ(usual_of({}, {}).per_day, kUsualDefault);
  EXPECT_FALSE(usual_of({}, {}).measured);
  EXPECT_EQ(usual_of({}, {0, 0}).per_day, 1);
}

TEST(DayOfWork, is_the_last_working_day_before_days_off_but_never_a_past_one) {
  const std::set<std::string> off = {"2026-03-06", "2026-03-07", "2026-03-08"};
  const auto works = [&](const std::string& day) { return !off.contains(day); };
  EXPECT_EQ(day_of_work("2026-03-04", "2026-03-04", works), "2026-03-04");
  EXPECT_EQ(day_of_work("2026-03-08", "2026-03-04", works), "2026-03-05");
  EXPECT_EQ(day_of_work("2026-02-01", "2026-03-04", works), "2026-03-04");  // overdue
  EXPECT_EQ(day_of_work("2026-03-07", "2026-03-06", works), "2026-03-07");  // for a colleague
  EXPECT_EQ(day_of_work("2026-02-01", "2026-03-06", works), "2026-03-06");
}

std::vector<DueCard> due(const std::string& prefix, const std::string& grades) {
  std::vector<DueCard> cards;
  for (const char grade : grades) {
    DueCard card;
    card.id = prefix + std::to_string(cards.size());
    card.grade = *json::from_word<Grade>(std::string(1, grade));
    card.touched = static_cast<Instant>(100 - cards.size());
    cards.push_back(card);
  }
  return cards;
}

using Given = std::vector<std::pair<std::string, std::string>>;

TEST(HandingOver, gives_the_coolest_and_longest_untouched_to_whoever_has_most_room) {
  const std::vector<PersonDays> people = {{"1", "陈伟", {due("c", "HACBCH")}, {2}, true},
                                          {"2", "李娜", {due("l", "A")}, {3}, true},
                                          {"3", "王磊", {due("w", "")}, {1}, true},
                                          {"4", "经理", {due("m", "")}, {9}, false}};
  const auto handings = hand_over(people);
  ASSERT_EQ(handings.size(), 1U);
  EXPECT_EQ(handings[0].from, "1");
  EXPECT_EQ(handings[0].too_many, 4);
  // c4 was touched before c2; room: 2 and 1, then 1 and 1 (by name), then nobody's.
  EXPECT_EQ(handings[0].given, (Given{{"c4", "2"}, {"c2", "2"}, {"c3", "3"}}));
}

TEST(HandingOver, keeps_who_is_about_to_buy_has_an_order_or_was_promised_a_minute) {
  auto cards = due("c", "HCCC");
  cards[1].ordered = true;
  cards[2].timed = true;
  const std::vector<PersonDays> people = {{"1", "陈伟", {cards}, {0}, true}, {"2", "李娜", {{}}, {9}, true}};
  EXPECT_EQ(hand_over(people)[0].given, (Given{{"c3", "2"}}));
}

TEST(HandingOver, is_never_too_much_for_the_taker_and_the_same_in_whatever_order_people_stand) {
  std::mt19937 dice(5);
  int given = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<PersonDays> people;
    const auto many = 1 + dice() % 6;
    for (std::size_t i = 0; i < many; ++i) {
      PersonDays person{std::to_string(i), "name" + std::to_string(dice() % 3), {}, {}, dice() % 6 != 0};
      for (int day = 0; day < 3; ++day) {
        std::string grades;
        for (auto left = dice() % 12; left > 0; --left) grades += "NHABC"[dice() % 5];
        person.due.push_back(due(person.id + "-" + std::to_string(day) + "-", grades));
        person.room_for.push_back(static_cast<std::int64_t>(dice() % 10));
      }
      people.push_back(std::move(person));
    }
    const auto handings = hand_over(people);
    std::map<std::pair<std::string, std::size_t>, std::int64_t> room;
    std::size_t overloaded = 0;
    for (const auto& person : people) {
      for (std::size_t day = 0; day < 3; ++day) {
        const auto left = person.room_for[day] - static_cast<std::int64_t>(person.due[day].size());
        room[{person.id, day}] = left;
        overloaded += left < 0 ? 1 : 0;
      }
    }
    EXPECT_EQ(handings.size(), overloaded);
    std::set<std::string> gone;
    for (const auto& handing : handings) {
      EXPECT_EQ(handing.too_many, -room[std::pair(handing.from, handing.day)]);
      EXPECT_LE(static_cast<std::int64_t>(handing.given.size()), handing.too_many);
      for (const auto& [card, to] : handing.given) {
        EXPECT_TRUE(gone.insert(card).second);
        EXPECT_GE(--room[std::pair(to, handing.day)], 0);
        EXPECT_TRUE(std::ranges::find(people, to, &PersonDays::id)->takes);
        ++given;
      }
    }
    // Whoever keeps too many does so because nobody has room or nothing may be given.
    for (const auto& handing : handings) {
      if (static_cast<std::int64_t>(handing.given.size()) == handing.too_many) continue;
      const auto& person = *std::ranges::find(people, handing.from, &PersonDays::id);
      const bool some_left = std::ranges::any_of(person.due[handing.day], [&](const DueCard& card) {
        return may_be_given(card) && !gone.contains(card.id);
      });
      const bool some_room = std::ranges::any_of(people, [&](const PersonDays& each) {
        return each.takes && room[std::pair(each.id, handing.day)] > 0;
      });
      EXPECT_FALSE(some_left && some_room) << round;
    }
    std::ranges::shuffle(people, dice);
    const auto again = hand_over(people);
    ASSERT_EQ(again.size(), handings.size());
    for (std::size_t i = 0; i < again.size(); ++i) EXPECT_EQ(again[i].given, handings[i].given);
  }
  EXPECT_GT(given, 300);
}

}  // namespace
}  // namespace guanxi::workday
