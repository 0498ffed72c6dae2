#include <gtest/gtest.h>

#include "platform/tables/table_reader.h"

namespace guanxi::tables {
namespace {

using namespace std::string_literals;

// "姓名,电话\n王小明,138\n" in GB18030.
const std::string kGbTable = "\xD0\xD5\xC3\xFB,\xB5\xE7\xBB\xB0\n\xCD\xF5\xD0\xA1\xC3\xF7,138\n";

std::string utf16(std::u16string_view text, bool little, bool mark) {
  std::string bytes;
  const auto put = [&](char16_t unit) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  };
  if (mark) put(0xFEFF);
  for (const char16_t unit : text) put(unit);
  return bytes;
}

Encoding encoding(std::string_view bytes) { return recognise(bytes).value().encoding; }
char delimiter(std::string_view bytes) { return recognise(bytes).value().delimiter; }

Cells first_row(const std::string& bytes) {
  Cells first;
  EXPECT_TRUE(read_rows(bytes, recognise(bytes).value(), [&](std::int64_t, const Cells& cells) {
    first = cells;
    return false;
  }));
  return first;
}

TEST(Recognise, tells_encodings_apart) {
  EXPECT_EQ(encoding("姓名,电话\n王小明,138\n"), Encoding::utf8);
  EXPECT_EQ(encoding("name,phone\nAnna,138\n"), Encoding::utf8);
  EXPECT_EQ(encoding("\xEF\xBB\xBF姓名,电话\n"), Encoding::utf8);
  EXPECT_EQ(encoding(kGbTable), Encoding::gb18030);
  for (const bool mark : {true, false}) {
    EXPECT_EQ(encoding(utf16(u"姓名\t电话\r\n王小明\t138\r\n", true, mark)), Encoding::utf16le);
    EXPECT_EQ(encoding(utf16(u"姓名\t电话\r\n王小明\t138\r\n", false, mark)), Encoding::utf16be);
  }
  EXPECT_EQ(encoding(""), Encoding::utf8);
}

TEST(Recognise, leads_to_the_same_text_in_every_encoding) {
  const Cells expected = {"姓名", "电话"};
  EXPECT_EQ(first_row("姓名,电话\n王小明,138\n"), expected);
  EXPECT_EQ(first_row("\xEF\xBB\xBF姓名,电话\n王小明,138\n"), expected);
  EXPECT_EQ(first_row(kGbTable), expected);
  EXPECT_EQ(first_row(utf16(u"姓名\t电话\r\n王小明\t138\r\n", true, true)), expected);
  EXPECT_EQ(first_row(utf16(u"姓名\t电话\r\n王小明\t138\r\n", false, false)), expected);
}

TEST(Recognise, knows_the_encoding_of_a_file_with_a_few_broken_bytes) {
  std::string utf8;
  for (int i = 0; i < 50; ++i) utf8 += "王小明,东风日产\n";
  EXPECT_EQ(encoding(utf8 + "\xFF\n"), Encoding::utf8);
  EXPECT_EQ(encoding(utf8.substr(0, utf8.size() - 2)), Encoding::utf8);
  std::string gb;
  for (int i = 0; i < 50; ++i) gb += kGbTable;
  EXPECT_EQ(encoding(gb + "\xFF\n"), Encoding::gb18030);
  EXPECT_EQ(encoding(gb + "\xCD"), Encoding::gb18030);
}

TEST(Recognise, bears_a_control_character_now_and_then) {
  std::string notes;
  for (int i = 0; i < 100; ++i) notes += i % 30 == 0 ? "Anna,first\vsecond\n" : "Berg,nothing to say\n";
  EXPECT_EQ(encoding(notes), Encoding::utf8);
}

TEST(Recognise, finds_the_delimiter) {
  EXPECT_EQ(delimiter("a,b,c\n1,2,3\n"), ',');
  EXPECT_EQ(delimiter("a;b\n1,5;2,5\n"), ';');
  EXPECT_EQ(delimiter("a\tb\nx, y\tz\n"), '\t');
  EXPECT_EQ(delimiter("a|b|c\n1|2|3\n"), '|');
  EXPECT_EQ(delimiter("\"a;b;c\",x\n\"d;e\",y\n"), ',');
  EXPECT_EQ(delimiter("visitors of May\n\na,b,c\n1,2,3\n4,5,6\n"), ',');
  EXPECT_EQ(delimiter("one column\nonly\n"), ',');
  // The second byte of 魘 in GB18030 is "|".
  EXPECT_EQ(delimiter("\xF7\x7C\xF7\x7C,a\n\xF7\x7C\xF7\x7C,b\n"), ',');
}

TEST(Recognise, is_not_misled_by_a_large_file_whose_sample_is_cut) {
  std::string large;
  while (large.size() < 300000) large += "王小明;\"two\nlines; and more\";3,5\n";
  EXPECT_EQ(delimiter(large), ';');
  EXPECT_EQ(encoding(large), Encoding::utf8);
}

TEST(Recognise, refuses_what_is_no_table) {
  for (const std::string& bytes :
       {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "\xFF\xD8\xFF\xE0\0\x10JFIF"s, "GIF89a\1\0\1\0"s,
        "%PDF-1.7\n%\xE2\xE3"s, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s, "\x1F\x8B\x08\0"s,
        "PK\x03\x04 and then nothing"s, "abc\0def,ghi\n"s, "\x01\x02\x03\x04\x05\x06"s, "<html><table><tr>"s,
        "\xEF\xBB\xBF\n<?xml version=\"1.0\"?><Workbook>"s, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s}) {
    const Result<Format> format = recognise(bytes);
    ASSERT_FALSE(format) << bytes;
    EXPECT_EQ(format.error().errors.at(0).code, "unreadable_file");
    EXPECT_EQ(format.error().errors.at(0).pointer, "/file");
  }
}

}  // namespace
}  // namespace guanxi::tables
