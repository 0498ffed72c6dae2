#include "platform/tables/table_reader.h"

#include "platform/tables/csv_reader.h"
#include "platform/tables/decoding.h"
#include "platform/tables/xlsx_reader.h"

namespace guanxi::tables {
namespace {

Result<> read_csv(std::string_view bytes, const Format& format, const RowFunction& row) {
  CsvReader reader(format.delimiter, row);
  switch (decode(bytes, format.encoding, [&](std::string_view piece) { return reader.feed(piece); })) {
    case Decoded::whole:
      return reader.finish();
    case Decoded::stopped:
      return {};
    case Decoded::invalid:
      return refuse(broken_row(reader.number()));
  }
  return {};
}

}  // namespace

Result<> read_rows(std::string_view bytes, const Format& format, const RowFunction& row,
                   std::uint64_t max_unpacked) {
  if (format.xlsx) return read_xlsx(bytes, row, max_unpacked);
  if (bytes.size() > max_unpacked) return refuse(file_too_large(max_unpacked));
  return read_csv(bytes, format, row);
}

}  // namespace guanxi::tables
