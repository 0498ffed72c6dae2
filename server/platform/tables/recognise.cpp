#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "platform/tables/csv_reader.h"
#include "platform/tables/decoding.h"
#include "platform/tables/table_reader.h"
#include "platform/tables/xlsx_reader.h"
#include "platform/text/utf8.h"

namespace guanxi::tables {
namespace {

constexpr std::size_t kSample = 64 * 1024;  // enough rows to see the delimiter and the kind of text
constexpr std::size_t kSampleRows = 30;

// Files that people take for tables and that could pass for text: old Excel and other office files, PDF,
// pictures, packed files, and web pages that some dealer systems export as ".xls".
bool is_something_else(std::string_view bytes) {
  using namespace std::string_view_literals;
  static constexpr std::array signatures = {"\xD0\xCF\x11\xE0"sv, "%PDF"sv, "\x89PNG"sv,
                                            "\xFF\xD8\xFF"sv,     "GIF8"sv, "\x1F\x8B"sv,
                                            "7z\xBC\xAF"sv,       "Rar!"sv, "{\\rtf"sv};
  static constexpr std::array page_starts = {"<html"sv,  "<!doctype"sv, "<?xml"sv,
                                             "<table"sv, "<meta"sv,     "<head"sv};
  if (std::ranges::any_of(signatures, [&](auto signature) { return bytes.starts_with(signature); }))
    return true;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  std::string start(bytes.substr(0, 10));
  std::ranges::transform(start, start.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return std::ranges::any_of(page_starts, [&](auto page_start) { return start.starts_with(page_start); });
}

std::optional<Encoding> encoding_by_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return Encoding::utf8;
  if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16le;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16be;
  if (bytes.starts_with("\x84\x31\x95\x33")) return Encoding::gb18030;
  return std::nullopt;
}

std::string sample_text(std::string_view bytes, Encoding encoding) {
  std::string sample;
  decode(bytes.substr(0, kSample), encoding, [&](std::string_view piece) {
    sample += piece;
    return true;
  });
  // The last line is most likely cut.
  if (bytes.size() > kSample) sample.resize(std::min(sample.find_last_of("\r\n"), sample.size() - 1) + 1);
  return sample;
}

// UTF-16 shows itself by the zero upper bytes of delimiters, digits and line ends.
std::optional<Encoding> utf16_without_mark(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1 : 0;
  const Encoding encoding = zeros[1] > zeros[0] ? Encoding::utf16le : Encoding::utf16be;
  const Fit found = fit(sample.substr(0, sample.size() / 2 * 2), encoding);
  if (found.invalid > 0) return std::nullopt;
  // Nearly any bytes make Chinese characters in UTF-16, but only text has its delimiters where they belong.
  if (sample_text(bytes, encoding).find_first_of(",;\t|\r\n") == std::string::npos) return std::nullopt;
  return encoding;
}

// How many invalid bytes and control characters text may hold; notes bring along a vertical tab now and then.
std::size_t bearable(std::string_view bytes) { return 1 + bytes.size() / 100; }

// A file with a few broken bytes still has an encoding: reading it then names the broken row. Text in GB18030
// hardly ever has valid UTF-8 sequences, while most UTF-8 passes for GB18030, so UTF-8 is asked first.
std::optional<Encoding> encoding_of_damaged(std::string_view bytes) {
  constexpr std::size_t healthy = 10;
  const Fit as_utf8 = fit(bytes, Encoding::utf8);
  if (as_utf8.wide > healthy * as_utf8.invalid) return Encoding::utf8;
  if (fit(bytes, Encoding::gb18030).invalid <= bearable(bytes)) return Encoding::gb18030;
  return std::nullopt;
}

std::optional<Encoding> encoding_of(std::string_view bytes) {
  if (const auto marked = encoding_by_mark(bytes)) return marked;
  if (bytes.find('\0') != std::string_view::npos) return utf16_without_mark(bytes);
  const std::string_view sample = bytes.substr(0, kSample);
  if (text::is_utf8(bytes) && fit(sample, Encoding::utf8).invalid <= bearable(sample)) return Encoding::utf8;
  return encoding_of_damaged(bytes);
}

// How evenly a delimiter splits the rows: the share of rows with the most frequent number of cells above one.
struct Evenness {
  double share = 0;
  std::size_t cells = 0;
  auto operator<=>(const Evenness&) const = default;
};

Evenness evenness(std::string_view sample, char delimiter) {
  std::map<std::size_t, std::size_t> rows_by_cells;
  std::size_t rows = 0;
  const RowFunction count = [&](std::int64_t, const Cells& cells) {
    ++rows_by_cells[cells.size()];
    return ++rows < kSampleRows;
  };
  CsvReader reader(delimiter, count);
  // A quote left open at the end of the sample says nothing about the delimiter.
  if (reader.feed(sample)) static_cast<void>(reader.finish());
  Evenness best;
  for (const auto& [cells, times] : rows_by_cells) {
    if (cells > 1) best = std::max(best, {static_cast<double>(times) / static_cast<double>(rows), cells});
  }
  return best;
}

char delimiter_of(std::string_view sample) {
  char delimiter = ',';
  Evenness best;
  for (const char candidate : {',', ';', '\t', '|'}) {
    const Evenness found = evenness(sample, candidate);
    if (found > best) {
      best = found;
      delimiter = candidate;
    }
  }
  return delimiter;
}

}  // namespace

Result<Format> recognise(std::string_view bytes) {
  const Refusal unreadable = Refusal::field("/file", "unreadable_file");
  if (bytes.starts_with("PK\x03\x04")) {
    if (!is_xlsx(bytes)) return refuse(unreadable);
    return Format{.xlsx = true};
  }
  if (is_something_else(bytes)) return refuse(unreadable);
  const std::optional<Encoding> encoding = encoding_of(bytes);
  if (!encoding) return refuse(unreadable);
  return Format{.encoding = *encoding, .delimiter = delimiter_of(sample_text(bytes, *encoding))};
}

}  // namespace guanxi::tables
