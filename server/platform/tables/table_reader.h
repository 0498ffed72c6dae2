// Tables that people keep: CSV in any usual encoding, and XLSX. Read row by row; nothing is guessed twice.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/result.h"

namespace guanxi::tables {

using Cells = std::vector<std::string>;

enum class Encoding { utf8, utf16le, utf16be, gb18030 };

struct Format {
  bool xlsx = false;
  Encoding encoding = Encoding::utf8;  ///< CSV only.
  char delimiter = ',';                ///< CSV only: one of , ; tab |
};

/// Looks at the bytes: ZIP signature -> XLSX; otherwise byte order mark, then strict UTF-8, then UTF-16
/// without a mark, then GB18030; the delimiter is the one that splits the first lines most evenly outside of
/// quotes. Refuses (`unreadable_file`, pointer "/file") bytes that are neither, such as an image, an old
/// .xls, a web page or a truncated ZIP. No bytes at all are an empty table. A few broken bytes are borne:
/// read_rows names their row.
Result<Format> recognise(std::string_view bytes);

/// Calls `row` for every row (its number in the file, from 1, and its cells as UTF-8) until it returns false.
/// In XLSX the first sheet is read; shared and inline strings, numbers, booleans and formula results are
/// given as text, and cells whose style is a date are given as ISO ("2023-05-01" or "2023-05-01 09:30:00"),
/// with the workbook's 1900 or 1904 epoch; times without a day as "09:30:00", booleans as TRUE and FALSE;
/// whole numbers never in scientific notation. In CSV a cell ="0138" is given as 0138: so exports keep Excel
/// from taking it for a number. Wholly empty or blank rows are passed over, but counted; XLSX rows end with
/// their last cell that is not empty. Refuses with the code and the row number when the file breaks off or
/// holds invalid bytes (`broken_row`, param "row"), or is larger unpacked than `max_unpacked` bytes
/// (`file_too_large`, against ZIP bombs), or when the strings or styles of a workbook are damaged
/// (`unreadable_file`). No entity or DTD is resolved.
Result<> read_rows(std::string_view bytes, const Format& format,
                   const std::function<bool(std::int64_t number, const Cells& cells)>& row,
                   std::uint64_t max_unpacked = 1ULL << 30);

/// A reading of a date as people write it in logs.
struct DateTime {
  std::string day;                   ///< "YYYY-MM-DD"
  std::optional<int> minute_of_day;  ///< when a time was given
};

/// Reads 2023/5/1, 2023-05-01 9:30, 2023.5.1, 20230501, 2023年5月1日 上午9点30分, 5月1日 and 5/1 (the year is
/// `default_year`), 23/5/1, 1/5/2023 and 5/1/23 only when all orders that make a date agree, RFC 3339 (as its
/// writer's clock stood), and Excel serials between 20000 and 80000 (45047.39583). A weekday may stand behind
/// the day. Full-width digits are folded. Nothing when it is no date, or one outside of 1900 to 2199.
std::optional<DateTime> parse_date(std::string_view text, int default_year);

/// A time of day alone: "9:30", "09:30:15", "下午3点", "21点05分", "9:30 PM", or the fraction of an Excel
/// day. Seconds are cut off. Nothing for 上午12点 and 晚上12点, which are noon to some and midnight to
/// others.
std::optional<int> parse_minute_of_day(std::string_view text);

}  // namespace guanxi::tables
