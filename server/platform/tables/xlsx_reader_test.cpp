#include "platform/tables/xlsx_reader.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <xlsxwriter.h>
#include <zip.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

#include "platform/tables/xlsx_workbook.h"

namespace guanxi::tables {
namespace {

using Parts = std::map<std::string, std::string>;
using Rows = std::vector<Cells>;

std::string zipped(const Parts& parts) {
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, text] : parts) {
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), 0);
  }
  EXPECT_EQ(zip_close(archive), 0);
  zip_source_open(source);
  zip_stat_t stat;
  zip_source_stat(source, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

// A small workbook as Excel lays it out. Style 1 is a built-in date, 2 a custom one, 3 a custom number.
Parts workbook(const std::string& rows) {
  const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  return {
      {"_rels/.rels", "<Relationships><Relationship Id='rId1' Type='" + type +
                          "officeDocument' Target='xl/workbook.xml'/></Relationships>"},
      {"xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='rId1' Type='" + type +
                                         "chartsheet' Target='chartsheets/sheet1.xml'/>"
                                         "<Relationship Id='rId7' Type='" +
                                         type +
                                         "worksheet' Target='/xl/worksheets/first.xml'/>"
                                         "<Relationship Id='rId2' Type='" +
                                         type +
                                         "worksheet' Target='worksheets/second.xml'/>"
                                         "<Relationship Id='rId3' Type='" +
                                         type +
                                         "styles' Target='styles.xml'/>"
                                         "<Relationship Id='rId4' Type='" +
                                         type +
                                         "sharedStrings' Target='sharedStrings.xml'/></Relationships>"},
      {"xl/workbook.xml",
       "<workbook xmlns:r='x'><workbookPr/><sheets><sheet name='图' sheetId='1' r:id='rId1'/>"
       "<sheet name='来客' sheetId='3' r:id='rId7'/><sheet name='b' sheetId='2' "
       "r:id='rId2'/></sheets></workbook>"},
      {"xl/styles.xml",
       "<styleSheet><numFmts><numFmt numFmtId='164' "
       "formatCode='yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'/>"
       "<numFmt numFmtId='165' formatCode='0.0&quot; days&quot;'/></numFmts><cellStyleXfs><xf "
       "numFmtId='14'/></cellStyleXfs>"
       "<cellXfs><xf numFmtId='0'/><xf numFmtId='22'/><xf numFmtId='164'/><xf "
       "numFmtId='165'/></cellXfs></styleSheet>"},
      {"xl/sharedStrings.xml",
       "<sst><si><t>姓名</t></si><si><r><t xml:space='preserve'>王 </t></r><r><rPr><b/></rPr><t>小明</t></r>"
       "<rPh sb='0' eb='1'><t>wang</t></rPh></si><si><t>a_x000D_b&amp;c_x00</t></si><si/></sst>"},
      {"xl/worksheets/second.xml", "<worksheet><sheetData/></worksheet>"},
      {"xl/worksheets/first.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

struct Read {
  Rows rows;
  std::vector<std::int64_t> numbers;
  std::string said = "whole";
};

Read read(const std::string& bytes, std::uint64_t max_unpacked = 1 << 20) {
  Read read;
  const auto result = read_rows(
      bytes, {.xlsx = true},
      [&](std::int64_t number, const Cells& cells) {
        read.rows.push_back(cells);
        read.numbers.push_back(number);
        return true;
      },
      max_unpacked);
  if (result) return read;
  const FieldError& error = result.error().errors.at(0);
  read.said = error.code;
  if (error.code == "broken_row") read.said += " " + error.params.at(0).second;
  return read;
}

Rows rows_of(const std::string& rows) { return read(zipped(workbook(rows))).rows; }

// The text of one cell.
std::string cell(const std::string& attributes, const std::string& inside) {
  const Rows rows = rows_of("<row r='1'><c r='A1' " + attributes + ">" + inside + "</c></row>");
  return rows.empty() ? "nothing" : rows[0][0];
}

TEST(Xlsx, is_recognised_and_its_first_sheet_of_cells_is_read) {
  const std::string bytes =
      zipped(workbook("<row r='2'><c r='A2' t='s'><v>0</v></c><c r='C2'><v>5</v></c></row>"));
  EXPECT_TRUE(recognise(bytes).value().xlsx);
  const Read found = read(bytes);
  EXPECT_EQ(found.rows, (Rows{{"姓名", "", "5"}}));
  EXPECT_EQ(found.numbers, (std::vector<std::int64_t>{2}));
}

TEST(Xlsx, gives_every_kind_of_cell_as_text) {
  EXPECT_EQ(cell("t='s'", "<v>1</v>"), "王 小明");
  EXPECT_EQ(cell("t='s'", "<v>2</v>"), "a\rb&c_x00");
  EXPECT_EQ(cell("t='inlineStr'", "<is><r><t>in</t></r><r><t>line</t></r></is>"), "inline");
  EXPECT_EQ(cell("t='str'", "<f>A2&amp;\"x\"</f><v>result</v>"), "result");
  EXPECT_EQ(cell("t='b'", "<v>1</v>"), "TRUE");
  EXPECT_EQ(cell("t='b'", "<v>0</v>"), "FALSE");
  EXPECT_EQ(cell("t='e'", "<v>#N/A</v>"), "#N/A");
  EXPECT_EQ(cell("t='d'", "<v>2023-05-01T09:30:00</v>"), "2023-05-01 09:30:00");
  EXPECT_EQ(cell("", "<f>SUM(B1:B2)</f><v>7</v>"), "7");
}

TEST(Xlsx, never_writes_whole_numbers_in_scientific_notation) {
  EXPECT_EQ(cell("", "<v>13800138000</v>"), "13800138000");
  EXPECT_EQ(cell("", "<v>1.3800138E10</v>"), "13800138000");
  EXPECT_EQ(cell("", "<v>-3.0</v>"), "-3");
  EXPECT_EQ(cell("", "<v>0.30000000000000004</v>"), "0.3");
  EXPECT_EQ(cell("", "<v>310101199001011234</v>"), "310101199001011234");
  EXPECT_EQ(cell("s='3'", "<v>45047</v>"), "45047");
}

TEST(Xlsx, gives_dates_as_iso) {
  EXPECT_EQ(cell("s='1'", "<v>45047.395833333336</v>"), "2023-05-01 09:30:00");
  EXPECT_EQ(cell("s='2'", "<v>45047</v>"), "2023-05-01");
  EXPECT_EQ(cell("s='1'", "<v>0.395833333333333</v>"), "09:30:00");
  EXPECT_EQ(cell("s='1'", "<v>45046.9999999</v>"), "2023-05-01");
  EXPECT_EQ(cell("s='1'", "<v>1</v>"), "1900-01-01");
  EXPECT_EQ(cell("s='1'", "<v>59</v>"), "1900-02-28");
  EXPECT_EQ(cell("s='1'", "<v>61</v>"), "1900-03-01");
  EXPECT_EQ(cell("s='1'", "<v>2958465</v>"), "9999-12-31");
  EXPECT_EQ(cell("s='1'", "<v>2958466</v>"), "2958466");
  EXPECT_EQ(cell("s='1'", "<v>-1</v>"), "-1");
  EXPECT_EQ(cell("s='1' t='s'", "<v>0</v>"), "姓名");
  Parts mac = workbook("<row><c s='2'><v>43585</v></c></row>");
  mac["xl/workbook.xml"].replace(mac["xl/workbook.xml"].find("<workbookPr/>"), 13,
                                 "<workbookPr date1904='1'/>");
  EXPECT_EQ(read(zipped(mac)).rows, (Rows{{"2023-05-01"}}));
}

TEST(Xlsx, knows_date_formats_from_numbers) {
  for (const char* code :
       {"yyyy/m/d", "[$-804]h:mm", "[h]:mm", "mm:ss.0", "yyyy\"年\"", "上午/下午h\"时\"", "[Red]d"}) {
    EXPECT_TRUE(is_date_format(code)) << code;
  }
  for (const char* code :
       {"General", "0.00", "#,##0\"days\"", "[Red]0", "0\\d", "_d0", "@", "0.00E+00", "\"day", "\\"}) {
    EXPECT_FALSE(is_date_format(code)) << code;
  }
}

TEST(Xlsx, passes_over_empty_rows_and_cells) {
  const Read found = read(zipped(workbook(
      "<row r='1'/><row r='3'><c r='B3' s='1'/><c r='C3' t='s'><v>3</v></c></row><row r='5'><c><v>1</v></c>"
      "<c r='D5'><v>2</v></c><c><v>3</v></c><c r='Z5'/></row><row><c r='A6' t='inlineStr'><is><t> "
      "</t></is></c></row>")));
  EXPECT_EQ(found.rows, (Rows{{"1", "", "", "2", "3"}}));
  EXPECT_EQ(found.numbers, (std::vector<std::int64_t>{5}));
}

TEST(Xlsx, reads_elements_with_a_prefix) {
  Parts parts = workbook("");
  parts["xl/worksheets/first.xml"] =
      "<x:worksheet><x:sheetData><x:row r='1'><x:c r='A1' "
      "t='s'><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>";
  EXPECT_EQ(read(zipped(parts)).rows, (Rows{{"姓名"}}));
}

TEST(Xlsx, names_the_row_where_it_breaks) {
  const std::string good = "<row r='4'><c r='A4'><v>1</v></c></row>";
  for (const char* bad :
       {"<row r='5'><c r='A5' t='s'><v>99</v></c></row>", "<row r='5'><c r='A5'><v>&x;</v></c></row>",
        "<row r='5'><c r='XFE5'><v>1</v></c></row>", "<row r='5'><c r='A5'><v>1</c></row>",
        "<row r='5'><c r='A5' t='str'><v>\xFF</v></c></row>", "<row r='5'><c r='5'><v>1</v></c></row>"}) {
    const Read found = read(zipped(workbook(good + bad)));
    EXPECT_EQ(found.said, "broken_row 5") << bad;
    EXPECT_EQ(found.rows, (Rows{{"1"}})) << bad;
  }
  EXPECT_EQ(read(zipped(workbook(good + "<row r='1048577'/>"))).said, "broken_row 4");
  EXPECT_EQ(read(zipped(workbook(good + "<row r='4'/>"))).said, "broken_row 4");
  Parts cut = workbook("");
  cut["xl/worksheets/first.xml"] = "<worksheet><sheetData>" + good + "<row r='5'><c r=";
  EXPECT_EQ(read(zipped(cut)).said, "broken_row 5");
}

TEST(Xlsx, refuses_archives_that_are_no_workbook) {
  const std::string whole = zipped(workbook("<row><c><v>1</v></c></row>"));
  for (const std::string& bytes :
       {whole.substr(0, whole.size() / 2), whole.substr(0, whole.size() - 30),
        zipped({{"word/document.xml", "<document/>"}}), std::string("PK\x03\x04")}) {
    ASSERT_FALSE(recognise(bytes));
    EXPECT_EQ(read(bytes).said, "unreadable_file");
  }
  Parts broken = workbook("<row><c><v>1</v></c></row>");
  broken["xl/sharedStrings.xml"] = "<sst><si><t>";
  EXPECT_EQ(read(zipped(broken)).said, "unreadable_file");
}

TEST(Xlsx, survives_any_damaged_byte) {
  const std::string whole = zipped(workbook("<row><c t='s'><v>1</v></c><c s='1'><v>45047.5</v></c></row>"));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(~damaged[at]);
    static_cast<void>(recognise(damaged));
    static_cast<void>(read(damaged));
  }
}

TEST(Xlsx, is_not_unpacked_beyond_the_limit) {
  std::string rows;
  for (int i = 0; i < 20000; ++i) rows += "<row><c><v>1</v></c></row>";
  const std::string bomb = zipped(workbook(rows));
  EXPECT_LT(bomb.size(), 20000U);
  EXPECT_EQ(read(bomb, 100000).said, "file_too_large");
  EXPECT_EQ(read(bomb, 1000000).rows.size(), 20000U);
  // Cells far to the right make wide rows out of few bytes.
  std::string wide;
  for (int i = 1; i <= 100; ++i) wide += "<row r='" + std::to_string(i) + "'><c r='XFD1'><v>1</v></c></row>";
  EXPECT_EQ(read(zipped(workbook(wide)), 1 << 20).said, "file_too_large");
}

TEST(Xlsx, of_libxlsxwriter_is_read) {
  char path[] = "/tmp/guanxi-xlsx-XXXXXX";
  const int file = mkstemp(path);
  ASSERT_GE(file, 0);
  close(file);
  lxw_workbook* book = workbook_new(path);
  lxw_worksheet* sheet = workbook_add_worksheet(book, "来客");
  lxw_format* date = workbook_add_format(book);
  format_set_num_format(date, "yyyy-mm-dd hh:mm");
  worksheet_write_string(sheet, 0, 0, "王小明 <&>", nullptr);
  worksheet_write_number(sheet, 0, 1, 13800138000.0, nullptr);
  lxw_datetime at = {2023, 5, 1, 9, 30, 0};
  worksheet_write_datetime(sheet, 0, 2, &at, date);
  worksheet_write_boolean(sheet, 0, 4, 1, nullptr);
  worksheet_write_formula_num(sheet, 2, 0, "=1+1", nullptr, 2);
  ASSERT_EQ(workbook_close(book), LXW_NO_ERROR);
  std::ifstream written(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(written)), {});
  std::remove(path);
  ASSERT_TRUE(recognise(bytes).value().xlsx);
  const Read found = read(bytes);
  EXPECT_EQ(found.rows, (Rows{{"王小明 <&>", "13800138000", "2023-05-01 09:30:00", "", "TRUE"}, {"2"}}));
  EXPECT_EQ(found.numbers, (std::vector<std::int64_t>{1, 3}));
}

}  // namespace
}  // namespace guanxi::tables
