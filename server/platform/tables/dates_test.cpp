#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

#include "platform/clock/clock.h"
#include "platform/tables/table_reader.h"

namespace guanxi::tables {
namespace {

// "2023-05-01", "2023-05-01 09:30" or "none", to compare at a glance.
std::string shown(const std::optional<DateTime>& date) {
  if (!date) return "none";
  if (!date->minute_of_day) return date->day;
  return fmt::format("{} {:02}:{:02}", date->day, *date->minute_of_day / 60, *date->minute_of_day % 60);
}
std::string read(std::string_view text) { return shown(parse_date(text, 2023)); }

TEST(Date, is_read_as_people_write_it_in_logs) {
  for (const char* text :
       {"2023/5/1", "2023-05-01", "2023.5.1", "20230501", "2023年5月1日", "2023年05月01号", "5月1日", "5/1",
        "23年5月1日", "２０２３／５／１", " 2023-5-1 ", "2023. 5. 1", "2023 年 5 月 1 日",
        "2023年5月1日 星期一", "2023-05-01 周一", "2023/5/1(周一)", "45047", "45047.0", "23/5/1"}) {
    EXPECT_EQ(read(text), "2023-05-01") << text;
  }
}

TEST(Date, may_be_followed_by_a_time) {
  for (const char* text :
       {"2023/5/1 9:30", "2023-05-01 09:30:15", "2023-05-01T09:30:00", "2023-05-01T09:30:00Z",
        "2023-05-01T09:30:00.123+08:00", "2023年5月1日 上午9点30分", "2023年5月1日9时30分", "5月1日9点半",
        "5/1 9:30", "20230501 09:30", "202305010930", "20230501093000", "45047.39583", "2023-5-1　９：３０",
        "2023/5/1 9:30 AM", "2023/5/1 上午 9:30", "2023年5月1日 星期一 09:30", "2023年5月1日周一上午9:30"}) {
    EXPECT_EQ(read(text), "2023-05-01 09:30") << text;
  }
  EXPECT_EQ(read("2023-05-01 0:00"), "2023-05-01 00:00");
  EXPECT_EQ(read("2023/5/1 下午3点"), "2023-05-01 15:00");
}

TEST(Date, with_the_year_last_is_read_only_when_unambiguous) {
  EXPECT_EQ(read("13/5/2023"), "2023-05-13");
  EXPECT_EQ(read("5/13/2023"), "2023-05-13");
  EXPECT_EQ(read("5/5/2023"), "2023-05-05");
  EXPECT_EQ(read("5/31/23"), "2023-05-31");
  EXPECT_EQ(read("31.12.2023"), "2023-12-31");
  EXPECT_EQ(read("1/5/2023"), "none");
  EXPECT_EQ(read("5/1/23"), "none");
  EXPECT_EQ(read("12/11/10"), "none");
}

TEST(Date, is_nothing_else) {
  for (const char* text : {"",
                           " ",
                           "王小明",
                           "2023-02-30",
                           "2023/13/1",
                           "2023-00-01",
                           "2023年2月30日",
                           "13800138000",
                           "62345678",
                           "5.1",
                           "5-1",
                           "2023",
                           "19999",
                           "80001",
                           "45047.",
                           "45047.5x",
                           "2023-05-01 25:00",
                           "2023-05-01 9",
                           "2023-05-01x",
                           "2023-05-01T",
                           "2023/5",
                           "2023/5/123",
                           "2023-05/01",
                           "20230532",
                           "2/30",
                           "2023年5月",
                           "1899-12-31",
                           "2200-01-01",
                           "20230501 2460",
                           "2023-05-01T09:30:00+8",
                           "-5/1",
                           "5/1/2",
                           "202305011260"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
  EXPECT_EQ(shown(parse_date("2月29日", 2023)), "none");
  EXPECT_EQ(shown(parse_date("2/29", 2024)), "2024-02-29");
  EXPECT_EQ(read(std::string(500, '1')), "none");
}

TEST(Date, survives_every_way_of_writing_it) {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> days(0, days_between("1955-01-01", "2118-01-01"));
  std::uniform_int_distribution<int> minutes(0, 1439);
  for (int i = 0; i < 5000; ++i) {
    const std::string day = add_days("1955-01-01", days(random));
    const int minute = minutes(random);
    const int y = std::stoi(day.substr(0, 4));
    const int m = std::stoi(day.substr(5, 2));
    const int d = std::stoi(day.substr(8, 2));
    const std::string clock = fmt::format("{}:{:02}", minute / 60, minute % 60);
    const std::string at = fmt::format("{} {:02}:{:02}", day, minute / 60, minute % 60);
    for (const std::string& text :
         {fmt::format("{}/{}/{} {}", y, m, d, clock), fmt::format("{}.{}.{} {}", y, m, d, clock),
          fmt::format("{} {}:59", day, clock),
          fmt::format("{}年{}月{}日 {}点{}分", y, m, d, minute / 60, minute % 60),
          fmt::format("{:04}{:02}{:02}{:02}{:02}", y, m, d, minute / 60, minute % 60)}) {
      ASSERT_EQ(read(text), at) << text;
    }
    ASSERT_EQ(shown(parse_date(fmt::format("{}月{}日", m, d), y)), day);
    const int serial = days_between("1900-01-01", day) + 2;
    if (minute > 0) {
      ASSERT_EQ(read(fmt::format("{:.5f}", serial + minute / 1440.0)), at) << serial << ' ' << minute;
    }
    ASSERT_EQ(read(fmt::format("{}", serial)), day);
  }
}

TEST(TimeOfDay, is_read_alone) {
  const auto minute = [](std::string_view text) { return parse_minute_of_day(text).value_or(-1); };
  EXPECT_EQ(minute("9:30"), 570);
  EXPECT_EQ(minute("09:30:15"), 570);
  EXPECT_EQ(minute("09:30:15.250"), 570);
  EXPECT_EQ(minute("下午3点"), 900);
  EXPECT_EQ(minute("下午 3:20"), 920);
  EXPECT_EQ(minute("21点05分"), 1265);
  EXPECT_EQ(minute("9时5分30秒"), 545);
  EXPECT_EQ(minute("9:30 PM"), 1290);
  EXPECT_EQ(minute("9pm"), 1260);
  EXPECT_EQ(minute("PM 9:30"), 1290);
  EXPECT_EQ(minute("9:30 a.m."), 570);
  EXPECT_EQ(minute("３点半"), 210);
  EXPECT_EQ(minute("晚上8点一刻"), 1215);
  EXPECT_EQ(minute("10点整"), 600);
  EXPECT_EQ(minute("00:00"), 0);
  EXPECT_EQ(minute("23:59"), 1439);
}

TEST(TimeOfDay, knows_both_twelves) {
  EXPECT_EQ(parse_minute_of_day("12:05 AM"), 5);
  EXPECT_EQ(parse_minute_of_day("12:05 PM"), 725);
  EXPECT_EQ(parse_minute_of_day("下午12点"), 720);
  EXPECT_EQ(parse_minute_of_day("中午12点"), 720);
  EXPECT_EQ(parse_minute_of_day("中午1点"), 780);
  EXPECT_EQ(parse_minute_of_day("凌晨12点"), 0);
  EXPECT_EQ(parse_minute_of_day("下午15:00"), 900);
  // These mean midnight to some and noon to others.
  EXPECT_FALSE(parse_minute_of_day("上午12点"));
  EXPECT_FALSE(parse_minute_of_day("晚上12点"));
}

TEST(TimeOfDay, may_be_the_fraction_of_an_excel_day) {
  EXPECT_EQ(parse_minute_of_day("0.39583"), 570);
  EXPECT_EQ(parse_minute_of_day("0.395833333333333"), 570);
  EXPECT_EQ(parse_minute_of_day(".5"), 720);
  EXPECT_EQ(parse_minute_of_day("0.0"), 0);
  EXPECT_EQ(parse_minute_of_day("0.9999999"), 1439);
  for (int minute = 0; minute < 1440; ++minute) {
    ASSERT_EQ(parse_minute_of_day(fmt::format("{:.5f}", minute / 1440.0)), minute);
  }
}

TEST(TimeOfDay, is_nothing_else) {
  for (const char* text : {"",      "9",       "24:00", "9:60",     "9:5",     "9:30:60", "9:30:",
                           "25点",  "9点60分", "下午3", "上午13点", "1.5",     "0.",      "0",
                           "9:30x", "9:30 xm", "-9:30", "9.30",     "下午0点", "noon",    "0.5.5"}) {
    EXPECT_FALSE(parse_minute_of_day(text)) << text;
  }
}

}  // namespace
}  // namespace guanxi::tables
