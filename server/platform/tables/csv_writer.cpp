#include "platform/tables/csv_writer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace guanxi::tables {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits(std::string_view text, std::size_t from) {
  return std::min(text.find_first_not_of("0123456789", from), text.size()) - from;
}

// "-12", "+3.50": what a sum needs, and nothing that a spreadsheet could run.
bool is_plain_number(std::string_view cell) {
  if (cell.starts_with('-') || cell.starts_with('+')) cell.remove_prefix(1);
  const std::size_t whole = digits(cell, 0);
  if (whole == 0) return false;
  if (whole == cell.size()) return true;
  return cell[whole] == '.' && digits(cell, whole + 1) > 0 &&
         whole + 1 + digits(cell, whole + 1) == cell.size();
}

// "+86 138 0013 8000". Blanks only: a spreadsheet would work out "+86-138" as a difference.
bool is_international_phone(std::string_view cell) {
  if (cell.size() < 4 || cell[0] != '+' || !is_digit(cell[1]) || !is_digit(cell.back())) return false;
  return std::ranges::all_of(cell.substr(1), [](char c) { return is_digit(c) || c == ' '; });
}

bool would_run(std::string_view cell) {
  // The full-width forms start a formula in the spreadsheets of East Asia.
  static constexpr std::array<std::string_view, 11> starts = {"=",  "+",  "-",  "@",  "\t", "\r",
                                                              "\n", "＝", "＋", "－", "＠"};
  if (!std::ranges::any_of(starts, [&](std::string_view start) { return cell.starts_with(start); }))
    return false;
  return !is_plain_number(cell) && !is_international_phone(cell);
}

void append_quoted(std::string& to, std::string_view cell) {
  to += '"';
  for (const char c : cell) {
    if (c == '"') to += '"';
    to += c;
  }
  to += '"';
}

void append_cell(std::string& to, std::string_view cell) {
  std::string guarded;
  if (would_run(cell)) {
    guarded.append("'").append(cell);
    cell = guarded;
  }
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    to += cell;
  } else {
    append_quoted(to, cell);
  }
}

}  // namespace

void CsvWriter::row(const std::vector<std::string>& cells) {
  bool first = true;
  for (const std::string& cell : cells) {
    if (!std::exchange(first, false)) text_ += ',';
    append_cell(text_, cell);
  }
  // A row of one empty cell would otherwise look like no row at all.
  if (cells.size() == 1 && cells.front().empty()) text_ += "\"\"";
  text_ += "\r\n";
}

}  // namespace guanxi::tables
