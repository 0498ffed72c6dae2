// What a sheet's cells refer to: the workbook's parts, its shared strings and which of its styles are dates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/tables/xlsx_package.h"

namespace guanxi::tables {

/// The names of the parts; empty where the workbook has none.
struct Workbook {
  std::string sheet;
  std::string styles;
  std::string strings;
  bool since_1904 = false;  ///< The epoch of workbooks from old Macs.
};

/// @returns nothing when the package holds no workbook with a sheet of cells.
std::optional<Workbook> find_workbook(Package& package);

/// Texts that cells refer to by number. One block of memory: there may be a million.
class SharedStrings {
 public:
  /// False when the part is broken.
  bool read(XmlScanner& part);
  std::optional<std::string_view> at(std::size_t index) const;

 private:
  std::string texts_;
  std::vector<std::size_t> ends_;
};

/// For each cell style, whether its number format is a date or time.
class DateStyles {
 public:
  bool read(XmlScanner& part);
  bool is_date(std::size_t style) const { return style < dates_.size() && dates_[style]; }

 private:
  std::vector<bool> dates_;
};

/// Whether a number format such as `yyyy"年"m"月"` or `[$-804]h:mm` shows a date or time.
bool is_date_format(std::string_view code);

/// Appends the text of the element just opened, up to its end, without phonetic readings; false when it
/// breaks off.
bool append_text_runs(XmlScanner& part, std::string_view element, std::string& to);

}  // namespace guanxi::tables
