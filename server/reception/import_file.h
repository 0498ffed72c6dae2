// The file as it comes in: what it is, and whether it can be read to its end.
#pragma once

#include <string_view>

#include "reception/import_columns.h"

namespace guanxi::reception {

/// What was found in a file.
struct FileFound {
  ImportFormat format;
  Layout layout;
  std::vector<tables::Cells> preview;
  FieldColumns columns;   ///< as guessed by the headers
  std::int64_t rows = 0;  ///< of the log
};

/// Reads the whole file once, so that a broken one is refused before anything is kept: `unreadable_file`,
/// `broken_row`, `file_too_large`, `empty_file`, `too_many_columns`, all at /file.
Result<FileFound> read_file(ImportKind kind, std::string_view bytes);

/// How the tables' reader names what an import says of its format.
tables::Format format_of(const ImportFormat& format);

}  // namespace guanxi::reception
