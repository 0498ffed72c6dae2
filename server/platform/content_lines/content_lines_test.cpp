#include "platform/content_lines/content_lines.h"

#include <gtest/gtest.h>

#include <random>

#include "platform/clock/clock_changes.h"
#include "town/outside_reader.h"

namespace guanxi::content_lines {
namespace {

using town::read_outside;
using town::wrong_lines;

TEST(ContentLines, escape_what_would_mean_something_else) {
  EXPECT_EQ(escape("a,b;c\\d"), "a\\,b\\;c\\\\d");
  EXPECT_EQ(escape("one\ntwo\r\nthree\rfour"), "one\\ntwo\\nthree\\nfour");
  EXPECT_EQ(escape(std::string("\tbell\a del\x7f")), "\tbell del");
  EXPECT_EQ(escape("王小明 😀"), "王小明 😀");
}

TEST(ContentLines, are_folded_at_75_octets_between_characters) {
  for (const std::string piece : {"a", "é", "王", "😀", "a王"}) {
    for (int count = 0; count < 120; ++count) {
      std::string text;
      for (int i = 0; i < count; ++i) text += piece;
      Writer lines;
      lines.add_text("SUMMARY", text);
      ASSERT_EQ(wrong_lines(lines.text()), "");
      std::string unfolded;
      for (std::size_t i = 0; i < lines.text().size(); ++i) {
        if (lines.text().compare(i, 3, "\r\n ") == 0) i += 3;
        unfolded += lines.text()[i];
      }
      ASSERT_EQ(unfolded, "SUMMARY:" + text + "\r\n");
    }
  }
}

TEST(ContentLines, write_moments) {
  const auto instant = *parse_instant("2026-03-31T23:59:59Z");
  EXPECT_EQ(utc(instant), "20260331T235959Z");
  EXPECT_EQ(local(*TimeZone::find("Asia/Shanghai"), instant), "20260401T075959");
  EXPECT_EQ(date("2026-03-31"), "20260331");
}

/// Moments all over a year, thickest around the changes of the clocks.
std::vector<Instant> moments(std::mt19937_64& random, Instant from) {
  std::vector<Instant> all;
  for (int i = 0; i < 60; ++i)
    all.push_back(from + static_cast<Instant>(random() % 365) * kDay +
                  static_cast<Instant>(random() % 86400) * kSecond);
  for (const auto* change : {"2026-03-08T07:00:00Z", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z",
                             "2026-11-01T06:00:00Z", "2026-04-04T15:00:00Z", "2026-10-03T16:00:00Z"}) {
    for (int minutes = -120; minutes <= 120; minutes += 30)
      all.push_back(*parse_instant(change) + minutes * kMinute);
  }
  return all;
}

TEST(ContentLines, say_how_the_clocks_stand_so_that_another_reader_finds_every_moment_again) {
  std::mt19937_64 random(20260304);
  const auto from = *parse_instant("2026-01-01T00:00:00Z");
  for (const auto* name : {"Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "UTC",
                           "Asia/Kolkata", "America/Sao_Paulo", "Pacific/Auckland"}) {
    const auto zone = *TimeZone::find(name);
    const auto all = moments(random, from);
    Writer lines;
    lines.begin("VCALENDAR");
    lines.add("VERSION", "2.0");
    add_zone(lines, name, from, from + 366 * kDay);
    for (const auto& at : all) {
      lines.begin("VEVENT");
      lines.add("UID", "x");
      add_moment(lines, "DTSTART", name, zone, at);
      lines.end("VEVENT");
    }
    lines.end("VCALENDAR");
    ASSERT_EQ(wrong_lines(lines.text()), "");
    const auto events = read_outside(lines.text());
    ASSERT_EQ(events.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
      EXPECT_EQ(events[i].at("dtstart").as_string(), format_instant(all[i])) << name;
  }
}

TEST(ContentLines, name_the_changes_of_a_year_in_order) {
  // Published by the European Union: the last Sundays of March and October at 01:00 UTC.
  const auto changes = clock_changes("Europe/Berlin", *parse_instant("2026-01-01T00:00:00Z"),
                                     *parse_instant("2027-01-01T00:00:00Z"));
  ASSERT_EQ(changes.size(), 3U);
  EXPECT_EQ(format_instant(changes[0].at), "2025-10-26T01:00:00.000Z");
  EXPECT_EQ(format_instant(changes[1].at), "2026-03-29T01:00:00.000Z");
  EXPECT_EQ(format_instant(changes[2].at), "2026-10-25T01:00:00.000Z");
  EXPECT_EQ(changes[1].before, 3600);
  EXPECT_EQ(changes[1].offset, 7200);
  EXPECT_TRUE(changes[1].daylight);
  EXPECT_EQ(changes[2].abbreviation, "CET");
  EXPECT_TRUE(clock_changes("UTC", 0, kDay).empty());
}

}  // namespace
}  // namespace guanxi::content_lines
