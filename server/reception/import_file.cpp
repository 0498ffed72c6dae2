#include "reception/import_file.h"

#include <algorithm>

#include "reception/import_cells.h"

namespace guanxi::reception {
namespace {

constexpr std::size_t kLookedAt = 60;  // rows in which headers, title and samples are looked for
constexpr std::size_t kPreviewRows = 20;
constexpr std::size_t kPreviewCell = 200;  // characters
constexpr std::size_t kMostColumns = 300;

struct EncodingName {
  tables::Encoding encoding;
  std::string_view name;
};
constexpr EncodingName kEncodings[] = {{tables::Encoding::utf8, "UTF-8"},
                                       {tables::Encoding::utf16le, "UTF-16LE"},
                                       {tables::Encoding::utf16be, "UTF-16BE"},
                                       {tables::Encoding::gb18030, "GB18030"}};

ImportFormat told(const tables::Format& format) {
  if (format.xlsx) return {true, std::nullopt, std::nullopt};
  const auto* name = std::ranges::find(kEncodings, format.encoding, &EncodingName::encoding);
  return {false, std::string(name->name), std::string(1, format.delimiter)};
}

tables::Cells shown(const tables::Cells& cells, std::size_t columns) {
  tables::Cells cut_cells(columns);
  for (std::size_t i = 0; i < std::min(columns, cells.size()); ++i)
    cut_cells[i] = cut(cells[i], kPreviewCell);
  return cut_cells;
}

/// As many columns as the widest of the first rows has: forms leave headers of remarks empty.
void widen(Layout& layout, const std::vector<FileRow>& rows) {
  std::size_t widest = layout.headers.size();
  for (const auto& row : rows) {
    if (row.number > layout.header_row) widest = std::max(widest, row.cells.size());
  }
  layout.headers.resize(std::min(widest, kMostColumns));
  for (auto& header : layout.headers) header = cut(trimmed(header), kPreviewCell);
}

}  // namespace

tables::Format format_of(const ImportFormat& format) {
  tables::Format made{.xlsx = format.xlsx};
  if (format.xlsx) return made;
  made.encoding = std::ranges::find(kEncodings, *format.encoding, &EncodingName::name)->encoding;
  made.delimiter = format.delimiter->front();
  return made;
}

Result<FileFound> read_file(ImportKind kind, std::string_view bytes) {
  const auto format = TRY(tables::recognise(bytes));
  std::vector<FileRow> first;
  std::int64_t rows = 0;
  bool too_wide = false;
  TRY(tables::read_rows(bytes, format, [&](auto number, const auto& cells) {
    ++rows;
    too_wide = too_wide || cells.size() > kMostColumns;
    if (first.size() < kLookedAt) first.push_back({number, cells});
    return !too_wide;
  }));
  if (too_wide) {
    return refuse(Refusal::field("/file", "too_many_columns", {{"max", std::to_string(kMostColumns)}}));
  }
  FileFound found;
  found.format = told(format);
  found.layout = find_layout(first);
  widen(found.layout, first);
  const auto log =
      std::ranges::find_if(first, [&](const FileRow& row) { return row.number > found.layout.header_row; });
  found.rows = rows - (log - first.begin());
  if (found.rows == 0) return refuse(Refusal::field("/file", "empty_file"));
  const std::vector<FileRow> samples(log, first.end());
  found.columns = guess_columns(kind, found.layout.headers, samples);
  for (const auto& row : samples) {
    if (found.preview.size() < kPreviewRows)
      found.preview.push_back(shown(row.cells, found.layout.headers.size()));
  }
  return found;
}

}  // namespace guanxi::reception
