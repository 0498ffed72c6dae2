#include "platform/clock/clock.h"

#include <gtest/gtest.h>

#include <random>

#include "platform/result.h"

namespace guanxi {
namespace {

TimeZone zone(const char* name) { return TimeZone::find(name).value(); }
Instant at(const char* text) { return parse_instant(text).value(); }
LocalTime reading(int year, int month, int day, int hour, int minute) {
  return {year, month, day, hour, minute, 0, 0};
}

TEST(TimeZone, is_found_by_its_iana_name_only) {
  for (const char* name : {"Asia/Shanghai", "Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC"}) {
    EXPECT_TRUE(TimeZone::find(name)) << name;
  }
  for (const char* name : {"", "Asia/Nowhere", "asia/shanghai ", "/etc/localtime", "localtime",
                           "../zoneinfo/UTC", "file:/etc/passwd", "Asia"}) {
    EXPECT_FALSE(TimeZone::find(name)) << name;
  }
}

TEST(TimeZone, reads_the_wall_clock_of_a_store) {
  const LocalTime local = zone("Asia/Shanghai").local(at("2026-03-01T16:05:09.999Z"));
  EXPECT_EQ(local.year, 2026);
  EXPECT_EQ(local.month, 3);
  EXPECT_EQ(local.day, 2);
  EXPECT_EQ(local.hour, 0);
  EXPECT_EQ(local.minute, 5);
  EXPECT_EQ(local.second, 9);
  EXPECT_EQ(local.weekday, 1);
  EXPECT_EQ(zone("America/New_York").local(at("2026-03-01T16:05:09Z")).weekday, 7);
}

TEST(TimeZone, changes_the_day_at_local_midnight) {
  const TimeZone shanghai = zone("Asia/Shanghai");
  EXPECT_EQ(shanghai.day(at("2023-12-31T15:59:59.999Z")), "2023-12-31");
  EXPECT_EQ(shanghai.day(at("2023-12-31T16:00:00Z")), "2024-01-01");
  EXPECT_EQ(zone("America/New_York").day(at("2024-03-01T04:59:59Z")), "2024-02-29");
  EXPECT_EQ(zone("UTC").day(-1), "1969-12-31");
}

TEST(TimeZone, moves_a_skipped_reading_forward_by_the_gap) {
  // 02:30 does not exist on this day; the clock goes from 02:00 to 03:00.
  EXPECT_EQ(zone("Europe/Berlin").instant(reading(2024, 3, 31, 2, 30)), at("2024-03-31T03:30:00+02:00"));
  EXPECT_EQ(zone("America/New_York").instant(reading(2024, 3, 10, 2, 30)), at("2024-03-10T03:30:00-04:00"));
}

TEST(TimeZone, takes_the_first_of_two_readings) {
  EXPECT_EQ(zone("Europe/Berlin").instant(reading(2024, 10, 27, 2, 30)), at("2024-10-27T02:30:00+02:00"));
  EXPECT_EQ(zone("America/New_York").instant(reading(2024, 11, 3, 1, 30)), at("2024-11-03T01:30:00-04:00"));
}

TEST(TimeZone, starts_a_day_at_its_first_instant) {
  EXPECT_EQ(zone("Asia/Shanghai").start_of("2024-02-29"), at("2024-02-29T00:00:00+08:00"));
  EXPECT_EQ(zone("Europe/Berlin").start_of("2024-03-31"), at("2024-03-31T00:00:00+01:00"));
  // São Paulo skipped from 00:00 to 01:00 on this day, and went back from 00:00 to 23:00 on the other.
  EXPECT_EQ(zone("America/Sao_Paulo").start_of("2017-10-15"), at("2017-10-15T01:00:00-02:00"));
  EXPECT_EQ(zone("America/Sao_Paulo").start_of("2018-02-18"), at("2018-02-18T00:00:00-03:00"));
  EXPECT_THROW(zone("UTC").start_of("2023-02-29"), Bug);
}

TEST(TimeZone, has_days_without_holes_between_them) {
  for (const char* name : {"Asia/Shanghai", "Europe/Berlin", "America/New_York", "America/Sao_Paulo"}) {
    const TimeZone here = zone(name);
    std::string day = "2016-12-30";
    for (int i = 0; i < 800; ++i, day = add_days(day, 1)) {
      ASSERT_EQ(here.day(here.start_of(day)), day) << name;
      ASSERT_EQ(here.day(here.start_of(day) - 1), add_days(day, -1)) << name;
    }
  }
}

TEST(TimeZone, reads_back_every_instant_outside_of_an_hour_that_happens_twice) {
  std::mt19937_64 random(7);
  std::uniform_int_distribution<Instant> second(at("1990-01-01T00:00:00Z") / kSecond,
                                                at("2037-01-01T00:00:00Z") / kSecond);
  for (const char* name : {"Asia/Shanghai", "Europe/Berlin", "America/New_York", "America/Sao_Paulo"}) {
    const TimeZone here = zone(name);
    for (int i = 0; i < 5000; ++i) {
      const Instant instant = second(random) * kSecond;
      const Instant back = here.instant(here.local(instant));
      ASSERT_TRUE(back == instant || back == instant - kHour) << name << ' ' << format_instant(instant);
    }
  }
}

TEST(Day, is_a_real_calendar_day) {
  for (const char* day : {"1900-01-01", "2000-02-29", "2024-02-29", "9999-12-31"})
    EXPECT_TRUE(is_day(day)) << day;
  for (const char* day :
       {"", "1899-12-31", "2023-02-29", "2100-02-29", "2024-00-10", "2024-13-01", "2024-04-31", "2024-1-01",
        "2024-01-01 ", "2024/01/01", "20240101", "2O24-01-01", "+024-01-01"}) {
    EXPECT_FALSE(is_day(day)) << day;
  }
}

TEST(Day, is_added_to_over_the_ends_of_months_and_years) {
  EXPECT_EQ(add_days("2024-02-28", 1), "2024-02-29");
  EXPECT_EQ(add_days("2023-02-28", 1), "2023-03-01");
  EXPECT_EQ(add_days("2024-01-01", -1), "2023-12-31");
  EXPECT_EQ(add_days("2024-02-29", 365), "2025-02-28");
  EXPECT_EQ(add_days("2024-05-31", 0), "2024-05-31");
  EXPECT_THROW(add_days("2024-02-30", 1), Bug);
}

TEST(Day, distance_undoes_addition) {
  EXPECT_EQ(days_between("2024-02-28", "2024-03-01"), 2);
  EXPECT_EQ(days_between("2024-03-01", "2023-03-01"), -366);
  std::mt19937 random(1);
  std::uniform_int_distribution<int> days(-30000, 100000);
  for (int i = 0; i < 1000; ++i) {
    const int distance = days(random);
    ASSERT_EQ(days_between("2000-01-01", add_days("2000-01-01", distance)), distance);
  }
}

TEST(Instant, is_written_as_rfc_3339_in_utc) {
  EXPECT_EQ(format_instant(0), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(format_instant(-1), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(format_instant(1772357400000), "2026-03-01T09:30:00.000Z");
}

TEST(Instant, is_read_with_an_offset_or_z) {
  EXPECT_EQ(parse_instant("2026-03-01T09:30:00Z"), 1772357400000);
  EXPECT_EQ(parse_instant("2026-03-01t09:30:00z"), 1772357400000);
  EXPECT_EQ(parse_instant("2026-03-01T17:30:00+08:00"), 1772357400000);
  EXPECT_EQ(parse_instant("2026-02-28T23:00:00-10:30"), 1772357400000);
  EXPECT_EQ(parse_instant("2026-03-01T09:30:00-00:00"), 1772357400000);
}

TEST(Instant, is_cut_off_after_milliseconds) {
  EXPECT_EQ(parse_instant("1970-01-01T00:00:00.1Z"), 100);
  EXPECT_EQ(parse_instant("1970-01-01T00:00:00.0019Z"), 1);
  EXPECT_EQ(parse_instant("1970-01-01T00:00:00.123999999Z"), 123);
}

TEST(Instant, is_refused_in_any_other_form) {
  for (const char* text : {"",
                           "2023-02-30T00:00:00Z",
                           "2023-02-28T24:00:00Z",
                           "2023-02-28T23:60:00Z",
                           "2023-02-28T23:59:60Z",
                           "2023-02-28T12:00:00",
                           "2023-02-28 12:00:00Z",
                           "2023-02-28T12:00Z",
                           "2023-02-28T12:00:00.Z",
                           "2023-02-28T12:00:00.1234567890Z",
                           "2023-02-28T12:00:00+0800",
                           "2023-02-28T12:00:00+24:00",
                           "2023-02-28T12:00:00+08:60",
                           "2023-02-28T12:00:00+08",
                           "2023-02-28T12:00:00Zjunk",
                           "2023-02-28T12:00:00,5Z",
                           "20230228T120000Z",
                           "2023-2-28T12:00:00Z",
                           "2023-02-28T-1:00:00Z",
                           "1900-01-01T00:00:00Z",
                           "9999-12-31T00:00:00Z"}) {
    EXPECT_FALSE(parse_instant(text)) << text;
  }
}

TEST(Instant, survives_writing_and_reading) {
  std::mt19937_64 random(3);
  std::uniform_int_distribution<Instant> instants(at("1900-01-02T00:00:00Z"), at("9999-12-30T00:00:00Z"));
  for (int i = 0; i < 10000; ++i) {
    const Instant instant = instants(random);
    ASSERT_EQ(parse_instant(format_instant(instant)), instant);
  }
}

TEST(Clock, stands_still_until_it_is_set) {
  FixedClock clock(5);
  EXPECT_EQ(clock.now(), 5);
  clock.advance(kMinute);
  EXPECT_EQ(clock.now(), 60005);
  clock.set(7);
  EXPECT_EQ(clock.now(), 7);
  EXPECT_GT(SystemClock().now(), at("2024-01-01T00:00:00Z"));
}

}  // namespace
}  // namespace guanxi
