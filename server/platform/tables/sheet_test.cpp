// A saved table says the same in CSV and as a workbook, and a spreadsheet runs nothing of it. The workbook is
// read twice: by the program's own reader, and as the XML in its archive.
#include "platform/tables/sheet.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <filesystem>
#include <pugixml.hpp>

#include "platform/tables/table_reader.h"

namespace guanxi::tables {
namespace {

Sheet sheet_of(std::vector<std::vector<SheetCell>> rows) {
  return {"未留档", {"组", "批次", "率"}, std::move(rows)};
}

std::vector<Cells> read_back(const std::string& bytes, const Format& format = {}) {
  std::vector<Cells> rows;
  EXPECT_TRUE(read_rows(bytes, format, [&](std::int64_t, const Cells& row) {
    rows.push_back(row);
    return true;
  }));
  return rows;
}

/// The parts of a workbook as XML, taken out of the archive without any of the program's code.
class Opened {
 public:
  explicit Opened(const std::string& bytes) {
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    archive_ = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    EXPECT_NE(archive_, nullptr);
  }
  ~Opened() { zip_discard(archive_); }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;

  pugi::xml_document part(const char* name) {
    zip_stat_t stat;
    EXPECT_EQ(zip_stat(archive_, name, 0, &stat), 0) << name;
    std::string text(stat.size, '\0');
    auto* file = zip_fopen(archive_, name, 0);
    EXPECT_EQ(zip_fread(file, text.data(), text.size()), static_cast<zip_int64_t>(text.size()));
    zip_fclose(file);
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(text.c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
    return document;
  }
  pugi::xml_node cell(const std::string& reference) {
    if (!sheet_.first_child()) sheet_ = part("xl/worksheets/sheet1.xml");
    return sheet_.select_node(("//c[@r='" + reference + "']").c_str()).node();
  }
  /// The text that a cell refers to.
  std::string text(const std::string& reference) {
    if (!strings_.first_child()) strings_ = part("xl/sharedStrings.xml");
    const auto found = cell(reference);
    EXPECT_STREQ(found.attribute("t").value(), "s") << reference;
    auto item = strings_.child("sst").first_child();
    for (int left = found.child("v").text().as_int(); left > 0; --left) item = item.next_sibling();
    return item.child("t").text().get();
  }
  /// The number format of a cell, as its style says.
  std::string format(const std::string& reference) {
    const auto styles = part("xl/styles.xml");
    auto style = styles.child("styleSheet").child("cellXfs").first_child();
    for (int left = cell(reference).attribute("s").as_int(); left > 0; --left) style = style.next_sibling();
    const std::string id = style.attribute("numFmtId").value();
    const auto found = styles.select_node(("//numFmt[@numFmtId='" + id + "']").c_str()).node();
    return found.attribute("formatCode").value();
  }
  std::string title() {
    const auto book = part("xl/workbook.xml");
    return book.child("workbook").child("sheets").child("sheet").attribute("name").value();
  }

 private:
  zip_t* archive_;
  pugi::xml_document sheet_, strings_;
};

std::string title_of(const std::string& title) {
  const auto bytes = write_xlsx({title, {"a"}, {}});
  return Opened(bytes).title();
}

const std::vector<std::string> kRunning = {
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "＝1+1", "\t=1+1", "http://guanxi.example/"};

TEST(CsvSheet, is_what_chinese_excel_opens) {
  const auto csv = write_csv(sheet_of({{"陈伟", std::int64_t{54}, Percent{0.3}},
                                       {"a,b", std::int64_t{-3}, Percent{-0.0514}},
                                       {"说“好”, \"ok\"\n", std::monostate(), 0.0123456789}}));
  EXPECT_EQ(csv,
            "\xEF\xBB\xBF组,批次,率\r\n"
            "陈伟,54,30.0%\r\n"
            "\"a,b\",-3,-5.1%\r\n"
            "\"说“好”, \"\"ok\"\"\n\",,0.0123456789\r\n");
}

TEST(CsvSheet, keeps_every_digit_of_a_number) {
  for (const double number : {123456.789, 1e-7, -2.5e-5, 0.1, 1.0 / 3, 5e300}) {
    const auto rows = read_back(write_csv(sheet_of({{number}})));
    EXPECT_EQ(std::stod(rows[1][0]), number) << rows[1][0];
  }
}

TEST(CsvSheet, disarms_formulas_in_headings_and_cells) {
  for (const auto& text : kRunning) {
    if (text.starts_with("http")) continue;
    const auto rows = read_back(write_csv({"", {text}, {{text}}}));
    EXPECT_EQ(rows[0][0], "'" + text);
    EXPECT_EQ(rows[1][0], "'" + text);
  }
}

TEST(XlsxSheet, is_read_back_as_it_was_written) {
  const auto bytes = write_xlsx(sheet_of({{"陈伟", std::int64_t{54}, Percent{0.3}},
                                          {"李娜 & <co> \"x\"", std::monostate(), 0.125},
                                          {std::monostate(), std::int64_t{9007199254740991}}}));
  EXPECT_EQ(read_back(bytes, {.xlsx = true}), (std::vector<Cells>{{"组", "批次", "率"},
                                                                  {"陈伟", "54", "0.3"},
                                                                  {"李娜 & <co> \"x\"", "", "0.125"},
                                                                  {"", "9007199254740991"}}));
}

TEST(XlsxSheet, holds_numbers_as_numbers_and_shares_in_per_cent) {
  const auto bytes = write_xlsx(sheet_of({{"陈伟", std::int64_t{54}, Percent{0.254}, 0.00088}}));
  Opened book(bytes);
  for (const auto* reference : {"B2", "C2", "D2"}) {
    EXPECT_STREQ(book.cell(reference).attribute("t").value(), "") << reference << " is no number";
  }
  EXPECT_EQ(book.cell("B2").child("v").text().as_double(), 54);
  EXPECT_EQ(book.cell("C2").child("v").text().as_double(), 0.254);
  EXPECT_EQ(book.cell("D2").child("v").text().as_double(), 0.00088);
  EXPECT_EQ(book.format("C2"), "0.0%");
  EXPECT_EQ(book.format("B2"), "");
  EXPECT_EQ(book.format("D2"), "");
}

TEST(XlsxSheet, takes_no_text_for_a_formula_or_a_link) {
  std::vector<std::vector<SheetCell>> rows;
  for (const auto& text : kRunning) rows.push_back({text});
  const auto bytes = write_xlsx({"t", {"=1+1"}, rows});
  Opened book(bytes);
  EXPECT_EQ(book.text("A1"), "=1+1");
  for (std::size_t i = 0; i < kRunning.size(); ++i)
    EXPECT_EQ(book.text("A" + std::to_string(i + 2)), kRunning[i]);
  const auto sheet = book.part("xl/worksheets/sheet1.xml");
  EXPECT_FALSE(sheet.select_node("//f")) << "there is a formula";
  EXPECT_FALSE(sheet.select_node("//hyperlink"));
}

TEST(XlsxSheet, is_called_by_its_title) {
  EXPECT_EQ(title_of("未留档 按月"), "未留档 按月");
  EXPECT_EQ(title_of(""), "Sheet1");
  EXPECT_EQ(title_of("2026/03: [杭州*] \\ ?"), "2026-03- -杭州-- - -");
  EXPECT_EQ(title_of("'quoted'"), "quoted");
  EXPECT_EQ(title_of("''"), "Sheet1");
  EXPECT_EQ(title_of("history"), "history-");
  EXPECT_EQ(title_of("a\tb\nc"), "a-b-c");
}

TEST(XlsxSheet, has_no_title_longer_than_excel_takes) {
  const auto times = [](const std::string& text, int count) {
    std::string all;
    for (; count > 0; --count) all += text;
    return all;
  };
  EXPECT_EQ(title_of(times("x", 40)), times("x", 31));
  EXPECT_EQ(title_of(times("店", 40)), times("店", 31));
  // Excel counts UTF-16 units: characters beyond the first plane are two, and none is cut in half.
  EXPECT_EQ(title_of(times("🚗", 40)), times("🚗", 15));
  EXPECT_EQ(title_of(times("x", 30) + "'y"), times("x", 30));
}

TEST(XlsxSheet, without_rows_has_its_headings) {
  EXPECT_EQ(read_back(write_xlsx(sheet_of({})), {.xlsx = true}), (std::vector<Cells>{{"组", "批次", "率"}}));
}

TEST(XlsxSheet, leaves_no_file_behind) {
  const auto files = [] {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::temp_directory_path()))
      count += entry.path().filename().string().starts_with("guanxi-sheet") ? 1 : 0;
    return count;
  };
  const auto before = files();
  write_xlsx(sheet_of({{"a"}}));
  EXPECT_EQ(files(), before);
}

}  // namespace
}  // namespace guanxi::tables
