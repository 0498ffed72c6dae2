// A table to be saved: the same rows as CSV or as a workbook.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace guanxi::tables {

/// A share that people read in per cent: 0.254 is "25.4%".
struct Percent {
  double share;
};

/// std::monostate is an empty cell.
using SheetCell = std::variant<std::monostate, std::string, std::int64_t, double, Percent>;

struct Sheet {
  std::string title;  ///< of the workbook's sheet; characters that Excel refuses there become dashes
  std::vector<std::string> headings;
  std::vector<std::vector<SheetCell>> rows;
};

/// As CsvWriter writes it; numbers in full with a point, shares in per cent with one decimal.
std::string write_csv(const Sheet& sheet);

/// As an Office Open XML workbook with one sheet: numbers are numbers, shares are formatted in per cent,
/// texts are never formulas. Throws std::runtime_error when the disk has no room for it.
std::string write_xlsx(const Sheet& sheet);

}  // namespace guanxi::tables
