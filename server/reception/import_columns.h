// Which row of a file holds the headers, and what its columns mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/tables/table_reader.h"
#include "reception/import.h"

namespace guanxi::reception {

/// The heading of the column that a file of refused rows has at its end.
inline constexpr std::string_view kRefusedHeadingZh = "未导入原因";
inline constexpr std::string_view kRefusedHeadingEn = "Why not imported";

/// A row as it stands in the file.
struct FileRow {
  std::int64_t number;  ///< from 1
  tables::Cells cells;
};

/// Where the headers stand, and what they say. `header_row` is 0 in a file that has none: then every row is
/// one of the log and the headers are empty texts.
struct Layout {
  std::int64_t header_row = 0;
  tables::Cells headers;
  std::string title;  ///< the text of the rows above the headers
};

/// Finds the headers among the first rows: the first row in which two columns are known. When there is none,
/// the first row, unless it holds a date, which no header does.
Layout find_layout(const std::vector<FileRow>& first_rows);

/// Whether rows of this kind have the field.
bool field_fits(Field field, ImportKind kind);

/// What the columns mean by their headers, Chinese or English. Where a header leaves open whether it means a
/// day, a time or both, the sample rows below it decide; on a list of prospects a plain day is that on which
/// they were registered. No field is given twice.
FieldColumns guess_columns(ImportKind kind, const tables::Cells& headers,
                           const std::vector<FileRow>& samples);

/// The same text for files of a kind whose headers say the same, whatever their blanks and letter case. A
/// column with the reasons of refused rows at the end does not count.
std::string headers_hash(ImportKind kind, const tables::Cells& headers);

/// The year of dates without one: a year in the file's name or title, or else `current_year`.
int guess_year(std::string_view file_name, std::string_view title, int current_year);

/// Refuses a number of columns other than the file's (`/columns`), a field that two columns have or that is
/// none of this kind (`/columns/3`), and columns without what every row must say (`/columns`): a visit its
/// day, a prospect the name and a way to reach them.
Result<> check_columns(ImportKind kind, const FieldColumns& columns, std::size_t in_file);

}  // namespace guanxi::reception
