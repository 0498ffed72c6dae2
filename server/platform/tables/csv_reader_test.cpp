#include "platform/tables/csv_reader.h"

#include <gtest/gtest.h>

#include <random>

#include "platform/tables/decoding.h"

namespace guanxi::tables {
namespace {

struct Read {
  std::vector<Cells> rows;
  std::vector<std::int64_t> numbers;
  Result<> result;
};

Read read(std::string_view bytes, const Format& format = {}) {
  Read read;
  read.result = read_rows(bytes, format, [&](std::int64_t number, const Cells& cells) {
    read.rows.push_back(cells);
    read.numbers.push_back(number);
    return true;
  });
  return read;
}

std::string broken_at(const Read& read) {
  if (read.result) return "whole";
  const FieldError& error = read.result.error().errors.at(0);
  return error.pointer + " " + error.code + " " + error.params.at(0).second;
}

using Rows = std::vector<Cells>;

TEST(CsvReader, reads_rows_with_any_line_end) {
  for (const char* text : {"a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\nc,d",
                           "\xEF\xBB\xBF"
                           "a,b\r\nc,d"}) {
    EXPECT_EQ(read(text).rows, (Rows{{"a", "b"}, {"c", "d"}})) << text;
  }
  EXPECT_TRUE(read("").rows.empty());
}

TEST(CsvReader, understands_quotes) {
  EXPECT_EQ(read("\"a,b\",\"c\"\"d\",\"two\r\nlines\"\nx,,\"\"\n").rows,
            (Rows{{"a,b", "c\"d", "two\r\nlines"}, {"x", "", ""}}));
  EXPECT_EQ(read("5\" screen,\"a\"b,c").rows, (Rows{{"5\" screen", "ab", "c"}}));
  EXPECT_EQ(read("\"last\"").rows, (Rows{{"last"}}));
}

TEST(CsvReader, keeps_ragged_rows_and_passes_over_empty_ones) {
  const Read found = read("a\n\n,,\n \t,\u3000\nb,c,d\n\n");
  EXPECT_EQ(found.rows, (Rows{{"a"}, {"b", "c", "d"}}));
  EXPECT_EQ(found.numbers, (std::vector<std::int64_t>{1, 5}));
}

TEST(CsvReader, counts_a_row_of_several_lines_once) {
  EXPECT_EQ(read("\"a\nb\",1\r\nc,2\n").numbers, (std::vector<std::int64_t>{1, 2}));
}

TEST(CsvReader, unwraps_text_that_was_protected_from_excel) {
  EXPECT_EQ(read("=\"13800138000\",\"=\"\"0571\"\"\",=\"a\"&\"b\"").rows,
            (Rows{{"13800138000", "0571", "=\"a\"&\"b\""}}));
}

TEST(CsvReader, names_the_row_where_the_file_breaks) {
  EXPECT_EQ(broken_at(read("a,b\nc,\"d\n")), "/file broken_row 2");
  const Read found = read("a,b\nc,d\nx\xFFy,z\n");
  EXPECT_EQ(broken_at(found), "/file broken_row 3");
  EXPECT_EQ(found.rows, (Rows{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(broken_at(read(std::string_view("a\nb\0c\n", 6))), "/file broken_row 2");
  // 王 in GB18030, then a byte that begins nothing.
  EXPECT_EQ(broken_at(read("\xCD\xF5\n\xCD\xF5\xFF\n", {.encoding = Encoding::gb18030})),
            "/file broken_row 2");
  EXPECT_EQ(broken_at(read("\xCD\xF5\n\xCD", {.encoding = Encoding::gb18030})), "/file broken_row 2");
}

TEST(CsvReader, stops_when_told_and_refuses_what_is_too_large) {
  int rows = 0;
  EXPECT_TRUE(read_rows("a\nb\n\"c", {}, [&](std::int64_t, const Cells&) { return ++rows < 2; }));
  EXPECT_EQ(rows, 2);
  const Result<> large = read_rows(
      "a,b\n", {}, [](std::int64_t, const Cells&) { return true; }, 3);
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, "file_too_large");
  EXPECT_EQ(large.error().kind, Refusal::Kind::too_large);
}

TEST(CsvReader, reads_the_same_in_whatever_pieces_the_text_comes) {
  const std::string text = "a,\"b\"\"\r\n,\"\r\n\r\nx,\"y\"z,=\"1\"\n\rlast,\"\"\r\n";
  const Rows whole = read(text).rows;
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    Rows rows;
    const RowFunction keep = [&](std::int64_t, const Cells& cells) { return rows.push_back(cells), true; };
    CsvReader reader(',', keep);
    for (std::size_t at = 0, size = 0; at < text.size(); at += size) {
      size = 1 + random() % 4;
      reader.feed(std::string_view(text).substr(at, size));
    }
    ASSERT_TRUE(reader.finish());
    ASSERT_EQ(rows, whole);
  }
}

TEST(Decoding, keeps_characters_that_stand_on_a_block_border) {
  // Blocks hold 16,384 units; 𠮷 and 😀 are two each, so with one letter before them one is always cut.
  std::string expected = "x";
  for (int i = 0; i < 20000; ++i) expected += i % 2 == 0 ? "😀" : "𠮷";
  std::string utf16 = {'x', '\0'};
  std::string gb18030 = "x";
  for (int i = 0; i < 20000; ++i) {
    utf16 += i % 2 == 0 ? std::string("\x3D\xD8\x00\xDE", 4) : std::string("\x42\xD8\xB7\xDF", 4);
    gb18030 += i % 2 == 0 ? "\x94\x39\xFC\x36" : "\x95\x34\xB2\x35";
  }
  for (const auto& [bytes, encoding] :
       {std::pair(utf16, Encoding::utf16le), std::pair(gb18030, Encoding::gb18030)}) {
    std::string text;
    EXPECT_EQ(decode(bytes, encoding, [&](std::string_view piece) { return text += piece, true; }),
              Decoded::whole);
    EXPECT_TRUE(text == expected);
  }
}

}  // namespace
}  // namespace guanxi::tables
