// The first sheet of an XLSX workbook, row by row.
#pragma once

#include <cstdint>
#include <string_view>

#include "platform/tables/csv_reader.h"
#include "platform/tables/table_reader.h"

namespace guanxi::tables {

/// "Unpacked it is larger than this many bytes."
Refusal file_too_large(std::uint64_t most);

/// Whether the bytes are a whole ZIP archive with a workbook that has a sheet.
bool is_xlsx(std::string_view bytes);

/// See read_rows. A row has cells up to its last one that is not empty.
Result<> read_xlsx(std::string_view bytes, const RowFunction& row, std::uint64_t max_unpacked);

}  // namespace guanxi::tables
