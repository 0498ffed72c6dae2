#include "platform/tables/csv_writer.h"

#include <gtest/gtest.h>

#include "platform/tables/table_reader.h"

namespace guanxi::tables {
namespace {

// One row without the byte order mark.
std::string written(const std::vector<std::string>& cells) {
  CsvWriter csv;
  csv.row(cells);
  return csv.text().substr(3);
}

TEST(CsvWriter, begins_with_a_byte_order_mark_and_ends_lines_with_crlf) {
  CsvWriter csv;
  EXPECT_EQ(csv.text(), "\xEF\xBB\xBF");
  csv.row({"姓名", "电话"});
  csv.row({"王小明", "13800138000"});
  EXPECT_EQ(csv.text(), "\xEF\xBB\xBF姓名,电话\r\n王小明,13800138000\r\n");
}

TEST(CsvWriter, quotes_what_would_break_a_row) {
  EXPECT_EQ(written({"a,b", "say \"hi\"", "two\nlines", "plain", ""}),
            "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain,\r\n");
  EXPECT_EQ(written({""}), "\"\"\r\n");
}

TEST(CsvWriter, disarms_formulas) {
  for (const char* cell : {"=1+1",   "+1+1",
                           "-1+1",   "@SUM(A1)",
                           "\t=1",   "＝1+1",
                           "＋1",    "－x",
                           "＠x",    "+86-138",
                           "-",      "+",
                           "-1.5.5", "-1.",
                           "-1%%",   "-1%+1",
                           "-1e",    "-1e-",
                           "-1e5%",  "-%",
                           "+ 1",    "=cmd|' /C calc'!A0",
                           "--1",    "-1e5+cmd"}) {
    EXPECT_EQ(written({cell}), "'" + std::string(cell) + "\r\n") << cell;
  }
  EXPECT_EQ(written({"\rx"}), "\"'\rx\"\r\n");
  EXPECT_EQ(written({"=HYPERLINK(\"x\",\"y\")"}), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
}

TEST(CsvWriter, leaves_numbers_and_phone_numbers_alone) {
  for (const char* cell : {"-12", "-0.5", "+3", "12", "-12.5%", "+3%", "-1.2e-05", "1E+7", "+8613800138000",
                           "+86 138 0013 8000", "a=b", "3-5", "x@y.cn"}) {
    EXPECT_EQ(written({cell}), std::string(cell) + "\r\n") << cell;
  }
}

TEST(CsvWriter, is_read_back_by_the_reader) {
  const Cells cells = {"王,小明", "\"quoted\"", "line\r\nbreak", "13800138000", "", "last"};
  CsvWriter csv;
  csv.row(cells);
  csv.row({"second", "row"});
  std::vector<Cells> rows;
  const Format format = recognise(csv.text()).value();
  ASSERT_TRUE(read_rows(csv.text(), format, [&](std::int64_t, const Cells& row) {
    rows.push_back(row);
    return true;
  }));
  EXPECT_EQ(rows, (std::vector<Cells>{cells, {"second", "row"}}));
}

}  // namespace
}  // namespace guanxi::tables
