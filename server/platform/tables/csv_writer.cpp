#include "platform/tables/csv_writer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace guanxi::tables {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void drop_sign(std::string_view& cell) {
  if (cell.starts_with('-') || cell.starts_with('+')) cell.remove_prefix(1);
}

// Takes the digits that stand at the beginning away; false when there are none.
bool drop_digits(std::string_view& cell) {
  const std::size_t count = std::min(cell.find_first_not_of("0123456789"), cell.size());
  cell.remove_prefix(count);
  return count > 0;
}

// "-12", "+3.50", "-12.5%", "-1.2e-05": what a sum needs, and nothing that a spreadsheet could run.
bool is_plain_number(std::string_view cell) {
  drop_sign(cell);
  if (!drop_digits(cell)) return false;
  if (cell.starts_with('.')) {
    cell.remove_prefix(1);
    if (!drop_digits(cell)) return false;
  }
  if (cell == "%") return true;
  if (cell.starts_with('e') || cell.starts_with('E')) {
    cell.remove_prefix(1);
    drop_sign(cell);
    if (!drop_digits(cell)) return false;
  }
  return cell.empty();
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
