#include "prospects/cadence.h"

#include <gtest/gtest.h>

namespace guanxi::prospects {
namespace {

dealership::Store store_open_on(std::initializer_list<int> weekdays,
                                const std::string& zone = "Asia/Shanghai") {
  dealership::Store store;
  store.time_zone = zone;
  for (const int weekday : weekdays) {
    dealership::OpeningHours hours;
    hours.weekday.value = weekday;
    hours.opens = "09:00";
    hours.closes = "18:00";
    store.opening_hours.push_back(hours);
  }
  return store;
}

Card card_of(Grade grade, CardStanding standing = CardStanding::following) {
  Card card;
  card.grade = grade;
  card.standing = standing;
  return card;
}

Instant at(const std::string& text) { return parse_instant(text).value(); }

TEST(LatestNextDay, follows_the_grade) {
  const auto always = open_days(store_open_on({}));
  const auto day = [&](Grade grade) { return latest_next_day(card_of(grade), "2026-03-04", {}, always); };
  EXPECT_EQ(day(Grade::N), "2026-03-05");
  EXPECT_EQ(day(Grade::H), "2026-03-06");
  EXPECT_EQ(day(Grade::A), "2026-03-08");
  EXPECT_EQ(day(Grade::B), "2026-03-11");
  EXPECT_EQ(day(Grade::C), "2026-03-19");
  EXPECT_EQ(latest_next_day(card_of(Grade::H, CardStanding::ordered), "2026-03-04", {}, always),
            "2026-03-11");
}

TEST(LatestNextDay, keeps_to_the_days_on_which_the_store_is_open) {
  const auto weekdays_only = open_days(store_open_on({1, 2, 3, 4, 5}));
  // 2026-03-04 is a Wednesday. Four days later is Sunday, so Friday keeps the cadence.
  EXPECT_EQ(latest_next_day(card_of(Grade::A), "2026-03-04", {}, weekdays_only), "2026-03-06");
  // On Friday nothing within two days is open: Monday is late, but the first that there is.
  EXPECT_EQ(latest_next_day(card_of(Grade::H), "2026-03-06", {}, weekdays_only), "2026-03-09");
}

TEST(LatestNextDay, keeps_to_the_working_days_of_whoever_follows_up) {
  const auto always = open_days(store_open_on({}));
  const auto off = [](std::string from, std::string to) -> Works {
    return [=](const std::string& day) { return day < from || day > to; };
  };
  const auto day = [&](Grade grade, const Works& works) {
    return latest_next_day(card_of(grade), "2026-03-04", {}, always, works);
  };
  EXPECT_EQ(day(Grade::B, off("2026-03-10", "2026-03-12")),
            "2026-03-09");  // before, never later than allowed
  EXPECT_EQ(day(Grade::B, off("2026-03-12", "2026-03-13")), "2026-03-11");
  // Away on all of its days: it is not put off, a colleague has to see to it.
  EXPECT_EQ(day(Grade::A, off("2026-03-05", "2026-03-20")), "2026-03-08");
}

TEST(FirstDue, is_before_days_off_where_there_is_a_day) {
  const auto store = store_open_on({1, 2, 3, 4, 5, 6, 7});
  const auto visit = at("2026-03-04T15:30:00+08:00");
  const Works away = [](const std::string& day) { return day < "2026-03-07"; };
  EXPECT_EQ(first_due(visit, {.after_visit = 3}, store, away), at("2026-03-06T15:30:00+08:00"));
  EXPECT_EQ(first_due(visit, {.after_visit = 2}, store, away), at("2026-03-06T15:30:00+08:00"));
  const Works nowhere = [](const std::string&) { return false; };
  EXPECT_EQ(first_due(visit, {.after_visit = 1}, store, nowhere), at("2026-03-05T15:30:00+08:00"));
}

/// Every grade and weekday against a plain search of the days.
TEST(LatestNextDay, is_the_last_open_day_within_the_cadence_or_the_first_after_it) {
  const Cadence cadence{.n = 1, .h = 2, .a = 4, .b = 7, .c = 15};
  const std::map<Grade, int> most{{Grade::N, 1}, {Grade::H, 2}, {Grade::A, 4}, {Grade::B, 7}, {Grade::C, 15}};
  for (int mask = 1; mask < 128; ++mask) {
    OpenDays open{};
    for (int i = 0; i < 7; ++i) open[static_cast<std::size_t>(i)] = (mask >> i & 1) != 0;
    for (const auto& [grade, days] : most) {
      for (int start = 0; start < 7; ++start) {
        const auto today = add_days("2026-03-02", start);  // a Monday and the six days after it
        int expected = 0;
        for (int ahead = 1; ahead <= days; ++ahead) {
          if (open[static_cast<std::size_t>((start + ahead) % 7)]) expected = ahead;
        }
        for (int ahead = 1; expected == 0; ++ahead) {
          if (open[static_cast<std::size_t>((start + ahead) % 7)]) expected = ahead;
        }
        ASSERT_EQ(latest_next_day(card_of(grade), today, cadence, open), add_days(today, expected))
            << mask << " " << today;
      }
    }
  }
}

TEST(FirstDue, is_a_day_after_the_visit_at_the_same_time) {
  const auto store = store_open_on({1, 2, 3, 4, 5, 6, 7});
  EXPECT_EQ(first_due(at("2026-03-04T02:30:00Z"), {}, store), at("2026-03-05T02:30:00Z"));
}

TEST(FirstDue, waits_until_the_store_is_open_again) {
  const auto store = store_open_on({1, 2, 3, 4, 5, 6});  // closed on Sundays
  // Saturday 7 March 10:30 in Shanghai -> Monday 9 March 10:30.
  EXPECT_EQ(first_due(at("2026-03-07T02:30:00Z"), {}, store), at("2026-03-09T02:30:00Z"));
  // In Berlin, Sunday 29 March begins summer time: 10:30 stays 10:30 on the clock.
  const auto berlin = store_open_on({1, 2, 3, 4, 5, 6}, "Europe/Berlin");
  EXPECT_EQ(first_due(at("2026-03-28T09:30:00Z"), {}, berlin), at("2026-03-30T08:30:00Z"));
}

TEST(EndOf, is_the_last_moment_before_the_next_day_of_the_store) {
  EXPECT_EQ(end_of(store_open_on({}), "2026-03-04"), at("2026-03-04T15:59:59.999Z"));
  // The day on which summer time begins has 23 hours.
  const auto berlin = store_open_on({}, "Europe/Berlin");
  EXPECT_EQ(end_of(berlin, "2026-03-29") - end_of(berlin, "2026-03-28"), 23 * kHour);
}

}  // namespace
}  // namespace guanxi::prospects
