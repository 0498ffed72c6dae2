#include "prospects/card.h"

#include <gtest/gtest.h>

#include <chrono>

namespace guanxi::prospects {
namespace {

using enum reception::PurchaseWhen;

TEST(ExpectedDay, is_read_from_the_calendar) {
  struct Case {
    reception::PurchaseWhen when;
    std::string visit_day, expected;
  };
  const Case cases[] = {
      // Weeks end on Sunday. 2026-03-04 is a Wednesday.
      {this_week, "2026-03-02", "2026-03-08"},
      {this_week, "2026-03-04", "2026-03-08"},
      {this_week, "2026-03-08", "2026-03-08"},
      {this_week, "2026-03-30", "2026-04-05"},
      {this_week, "2025-12-31", "2026-01-04"},
      {this_week, "2024-02-26", "2024-03-03"},
      // Months end on their own last day.
      {this_month, "2026-03-04", "2026-03-31"},
      {this_month, "2026-03-31", "2026-03-31"},
      {this_month, "2026-04-30", "2026-04-30"},
      {this_month, "2026-02-01", "2026-02-28"},
      {this_month, "2028-02-01", "2028-02-29"},
      {this_month, "2028-02-29", "2028-02-29"},
      {this_month, "2100-02-03", "2100-02-28"},  // no leap year
      {this_month, "2025-12-31", "2025-12-31"},
      {next_month, "2026-01-31", "2026-02-28"},
      {next_month, "2028-01-31", "2028-02-29"},
      {next_month, "2026-03-31", "2026-04-30"},
      {next_month, "2025-11-30", "2025-12-31"},
      {next_month, "2025-12-31", "2026-01-31"},
      {next_month, "2028-02-29", "2028-03-31"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(expected_day(one.when, std::nullopt, one.visit_day), one.expected)
        << static_cast<int>(one.when) << " " << one.visit_day;
  }
  EXPECT_EQ(expected_day(date, "2026-05-01", "2026-03-04"), "2026-05-01");
  EXPECT_EQ(expected_day(unknown, std::nullopt, "2026-03-04"), std::nullopt);
}

/// Every day of six years against the C++ calendar, which counts in its own way.
TEST(ExpectedDay, agrees_with_another_calendar) {
  using namespace std::chrono;
  const auto text = [](sys_days at) {
    const year_month_day day(at);
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return std::string(buffer);
  };
  const auto last_of = [](year_month month) { return sys_days(month.year() / month.month() / last); };
  for (sys_days at = year{2023} / 1 / 1; at < sys_days(year{2029} / 1 / 1); at += days{1}) {
    const year_month_day day(at);
    const year_month month = day.year() / day.month();
    const auto to_sunday = days{7 - weekday(at).iso_encoding()};
    ASSERT_EQ(expected_day(this_week, {}, text(at)), text(at + to_sunday)) << text(at);
    ASSERT_EQ(expected_day(this_month, {}, text(at)), text(last_of(month))) << text(at);
    ASSERT_EQ(expected_day(next_month, {}, text(at)), text(last_of(month + months{1}))) << text(at);
  }
}

TEST(GradeOf, follows_the_days_that_are_left) {
  struct Case {
    std::optional<std::string> expected;
    Grade grade;
  };
  for (const auto& one : {Case{std::nullopt, Grade::N}, Case{"2026-03-02", Grade::H},  // past: it is due
                          Case{"2026-03-04", Grade::H}, Case{"2026-03-11", Grade::H},  // 7 days
                          Case{"2026-03-12", Grade::A}, Case{"2026-03-19", Grade::A},  // 15 days
                          Case{"2026-03-20", Grade::B}, Case{"2026-04-03", Grade::B},  // 30 days
                          Case{"2026-04-04", Grade::C}, Case{"2030-01-01", Grade::C}}) {
    EXPECT_EQ(grade_of(one.expected, "2026-03-04"), one.grade) << one.expected.value_or("unknown");
  }
  // Over the leap day there is one day more.
  EXPECT_EQ(grade_of("2028-03-07", "2028-02-28"), Grade::A);
  EXPECT_EQ(grade_of("2026-03-07", "2026-02-28"), Grade::H);
}

TEST(GradeOf, drops_when_the_day_has_passed_without_an_order) {
  const auto on = [](int days_after) { return grade_of("2026-03-01", add_days("2026-03-01", days_after)); };
  EXPECT_EQ(on(3), Grade::H);  // the grace
  EXPECT_EQ(on(4), Grade::A);
  EXPECT_EQ(on(18), Grade::A);
  EXPECT_EQ(on(19), Grade::B);
  EXPECT_EQ(on(48), Grade::B);
  EXPECT_EQ(on(49), Grade::C);
  EXPECT_EQ(on(4000), Grade::C);
  EXPECT_FALSE(must_be_redated("2026-03-01", "2026-03-04"));
  EXPECT_TRUE(must_be_redated("2026-03-01", "2026-03-05"));
  EXPECT_FALSE(must_be_redated(std::nullopt, "2026-03-05"));
}

TEST(GradeOf, goes_by_the_windows_of_the_store) {
  // Another house: H within 2 days, A within 14, B within 21 (domain brief §3.1), no grace.
  const Windows windows{.h = 2, .a = 14, .b = 21, .grace = 0};
  EXPECT_EQ(grade_of("2026-03-06", "2026-03-04", windows), Grade::H);
  EXPECT_EQ(grade_of("2026-03-07", "2026-03-04", windows), Grade::A);
  EXPECT_EQ(grade_of("2026-03-18", "2026-03-04", windows), Grade::A);
  EXPECT_EQ(grade_of("2026-03-25", "2026-03-04", windows), Grade::B);
  EXPECT_EQ(grade_of("2026-03-26", "2026-03-04", windows), Grade::C);
  EXPECT_EQ(grade_of("2026-03-03", "2026-03-04", windows), Grade::A);
}

/// The next move against a walk through the days, for several windows, over a leap day and month ends.
TEST(NextMove, is_the_first_day_with_another_grade) {
  for (const Windows windows :
       {Windows{}, Windows{2, 14, 21, 0}, Windows{7, 7, 30, 3}, Windows{1, 1, 1, 1}}) {
    const std::string expected = "2028-03-02";
    for (int offset = -50; offset <= 60; ++offset) {
      const auto today = add_days(expected, offset);
      std::optional<std::string> walked;
      for (int ahead = 1; ahead <= 200 && !walked; ++ahead) {
        const auto day = add_days(today, ahead);
        if (grade_of(expected, day, windows) != grade_of(expected, today, windows)) walked = day;
      }
      EXPECT_EQ(next_move(expected, today, windows), walked) << today;
    }
  }
  EXPECT_EQ(next_move(std::nullopt, "2028-03-02"), std::nullopt);
}

}  // namespace
}  // namespace guanxi::prospects
