#include "platform/tables/sheet.h"

#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "platform/tables/csv_writer.h"
#include "platform/text/search_keys.h"
#include "platform/text/utf8.h"

namespace guanxi::tables {
namespace {

struct CsvText {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return fmt::format("{}", number); }
  std::string operator()(Percent percent) const { return fmt::format("{:.1f}%", percent.share * 100); }
};

constexpr std::size_t kLongestTitle = 31;  ///< of a sheet in Excel, in UTF-16 units

bool is_forbidden(char32_t c) { return c < 0x20 || std::u32string_view(U"[]:*?/\\").contains(c); }

/// A title as Excel takes it: without the characters that it refuses, not too long, not in apostrophes, and
/// not the one that it keeps for itself.
std::string sheet_title(const std::string& title) {
  std::string name;
  std::size_t units = 0;
  for (std::size_t at = 0; at < title.size();) {
    const auto from = at;
    const auto c = text::next_code_point(title, at);
    units += c > 0xFFFF ? 2 : 1;
    if (units > kLongestTitle) break;
    name += is_forbidden(c) ? "-" : title.substr(from, at - from);
  }
  while (name.starts_with('\'')) name.erase(0, 1);
  while (name.ends_with('\'')) name.pop_back();
  return text::fold(name) == "history" ? name + "-" : name;
}

/// One cell of a workbook's only sheet.
struct WorkbookCell {
  lxw_worksheet* sheet;
  lxw_format* percent;
  lxw_row_t row;
  lxw_col_t column;

  void operator()(std::monostate) const {}
  void operator()(const std::string& text) const {
    worksheet_write_string(sheet, row, column, text.c_str(), nullptr);
  }
  void operator()(std::int64_t number) const {
    worksheet_write_number(sheet, row, column, static_cast<double>(number), nullptr);
  }
  void operator()(double number) const { worksheet_write_number(sheet, row, column, number, nullptr); }
  void operator()(Percent share) const { worksheet_write_number(sheet, row, column, share.share, percent); }
};

void fill(lxw_workbook* book, const Sheet& content) {
  const auto title = sheet_title(content.title);
  auto* sheet = workbook_add_worksheet(book, title.empty() ? nullptr : title.c_str());
  auto* bold = workbook_add_format(book);
  format_set_bold(bold);
  auto* percent = workbook_add_format(book);
  format_set_num_format(percent, "0.0%");
  for (std::size_t i = 0; i < content.headings.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_write_string(sheet, 0, column, content.headings[i].c_str(), bold);
    worksheet_set_column(sheet, column, column, i == 0 ? 24 : 14, nullptr);
  }
  for (std::size_t r = 0; r < content.rows.size(); ++r) {
    for (std::size_t c = 0; c < content.rows[r].size(); ++c) {
      std::visit(WorkbookCell{sheet, percent, static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(c)},
                 content.rows[r][c]);
    }
  }
  worksheet_freeze_panes(sheet, 1, 0);
}

/// A file that is gone with this object: the library writes to files only.
struct PassingFile {
  std::string path = (std::filesystem::temp_directory_path() / "guanxi-sheet.XXXXXX").string();
  PassingFile() {
    const int file = mkstemp(path.data());
    if (file < 0) throw std::runtime_error("cannot make a file for a workbook");
    close(file);
  }
  ~PassingFile() { std::filesystem::remove(path); }
};

}  // namespace

std::string write_csv(const Sheet& sheet) {
  CsvWriter csv;
  csv.row(sheet.headings);
  for (const auto& row : sheet.rows) {
    std::vector<std::string> cells;
    for (const auto& cell : row) cells.push_back(std::visit(CsvText{}, cell));
    csv.row(cells);
  }
  return csv.text();
}

std::string write_xlsx(const Sheet& sheet) {
  const PassingFile file;
  auto* book = workbook_new(file.path.c_str());
  fill(book, sheet);
  if (workbook_close(book) != LXW_NO_ERROR) throw std::runtime_error("cannot write a workbook");
  std::ifstream in(file.path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace guanxi::tables
