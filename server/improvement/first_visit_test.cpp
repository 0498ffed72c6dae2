// Months are the store's: of its own length, by its own clock.
#include "improvement/first_visit.h"

#include <gtest/gtest.h>

namespace guanxi::improvement {
namespace {

dealership::Store store_in(const std::string& zone) {
  dealership::Store store;
  store.time_zone = zone;
  return store;
}

TEST(Month, is_a_year_and_one_of_twelve) {
  for (const auto* month : {"2026-01", "2026-12", "2024-02", "1999-09"})
    EXPECT_TRUE(is_month(month)) << month;
  for (const auto* text :
       {"", "2026", "2026-1", "2026-13", "2026-00", "2026-01-01", "26-01", "2026/01", "abcd-ef"})
    EXPECT_FALSE(is_month(text)) << text;
  EXPECT_EQ(month_of("2024-02-29"), "2024-02");
}

TEST(Month, follows_the_one_before_over_the_years) {
  EXPECT_EQ(add_months("2026-12", 1), "2027-01");
  EXPECT_EQ(add_months("2026-01", -1), "2025-12");
  EXPECT_EQ(add_months("2026-03", -15), "2024-12");
  EXPECT_EQ(add_months("2026-03", 24), "2028-03");
  EXPECT_EQ(months_between("2025-11", "2026-02"),
            (std::vector<std::string>{"2025-11", "2025-12", "2026-01", "2026-02"}));
  EXPECT_EQ(months_between("2026-02", "2026-02").size(), 1U);
  EXPECT_TRUE(months_between("2026-02", "2026-01").empty());
  for (const auto& month : months_between("2019-01", "2031-12")) EXPECT_TRUE(is_month(month)) << month;
}

TEST(SpanOfMonth, is_as_long_as_the_month_by_the_clock_of_the_store) {
  struct Case {
    const char *zone, *month;
    Instant length;
  };
  for (const auto& one :
       {Case{"Asia/Shanghai", "2024-02", 29 * kDay}, Case{"Asia/Shanghai", "2026-02", 28 * kDay},
        Case{"Europe/Berlin", "2026-03", 31 * kDay - kHour},
        Case{"Europe/Berlin", "2026-10", 31 * kDay + kHour},
        Case{"America/New_York", "2026-03", 31 * kDay - kHour},
        Case{"America/New_York", "2026-11", 30 * kDay + kHour},
        Case{"Australia/Lord_Howe", "2026-04", 30 * kDay + 30 * kMinute},
        Case{"Asia/Kathmandu", "2000-02", 29 * kDay}}) {
    const auto span = span_of(store_in(one.zone), one.month);
    EXPECT_EQ(span.to - span.from, one.length) << one.zone << " " << one.month;
  }
}

TEST(SpanOfMonth, begins_at_midnight_there) {
  EXPECT_EQ(format_instant(span_of(store_in("Asia/Shanghai"), "2026-03").from), "2026-02-28T16:00:00.000Z");
  EXPECT_EQ(format_instant(span_of(store_in("America/New_York"), "2026-03").from),
            "2026-03-01T05:00:00.000Z");
  EXPECT_EQ(format_instant(span_of(store_in("America/New_York"), "2026-04").from),
            "2026-04-01T04:00:00.000Z");
  for (const auto& month : months_between("2024-01", "2026-12")) {
    const auto store = store_in("Europe/Berlin");
    EXPECT_EQ(span_of(store, month).to, span_of(store, add_months(month, 1)).from) << month;
  }
}

}  // namespace
}  // namespace guanxi::improvement
