#include "platform/tables/xlsx_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "platform/tables/excel_serial.h"
#include "platform/tables/xlsx_package.h"
#include "platform/tables/xlsx_workbook.h"
#include "platform/text/utf8.h"

namespace guanxi::tables {
namespace {

using Event = XmlScanner::Event;

// Excel's own limits; beyond them a file only wants to do harm.
constexpr std::int64_t kMostRows = 1048576;
constexpr std::size_t kMostColumns = 16384;

template <class Number>
std::optional<Number> read_number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "AB12" -> 27; nothing when no column is named.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    if (column > kMostColumns) return std::nullopt;
  }
  if (column == 0) return std::nullopt;
  return column - 1;
}

// As Excel shows it: 15 digits, and whole numbers (phone numbers above all) never as 1.38E+10.
std::string number_text(const std::string& raw) {
  const bool plain = raw.find_first_not_of("0123456789") == std::string::npos;
  const auto value = plain ? std::nullopt : read_number<double>(raw);
  if (!value || !std::isfinite(*value)) return raw;
  constexpr double longest_whole = 1e21;
  if (*value == std::trunc(*value) && std::abs(*value) < longest_whole)
    return fmt::format("{:.0f}", *value + 0.0);
  return fmt::format("{:.15g}", *value);
}

// ISO 8601, as strict workbooks store dates: "2023-05-01T09:30:00".
std::string iso_text(std::string raw) {
  if (raw.size() > 10 && raw[10] == 'T') raw[10] = ' ';
  return raw;
}

struct Meaning {
  SharedStrings strings;
  DateStyles styles;
  bool since_1904 = false;
};

class SheetReader {
 public:
  SheetReader(XmlScanner& part, Package& package, const Meaning& meaning, const RowFunction& row)
      : part_(part), package_(package), meaning_(meaning), row_(row) {}

  Result<> read();

 private:
  bool open();
  bool open_row();
  bool open_cell();
  bool read_value(std::string_view element);
  bool close_cell();
  bool put(std::string value);
  std::optional<std::string> cell_text();
  Result<> broken() const;

  XmlScanner& part_;
  Package& package_;
  const Meaning& meaning_;
  const RowFunction& row_;
  std::int64_t number_ = 0;
  Cells cells_;
  std::size_t column_ = 0;  // of the cell being read
  std::size_t next_column_ = 0;
  std::size_t style_ = 0;
  std::string type_;
  std::string value_;
};

Result<> SheetReader::read() {
  for (Event event = part_.next(); event != Event::end; event = part_.next()) {
    if (event == Event::broken) return broken();
    if (event == Event::open && !open()) return broken();
    if (event != Event::close) continue;
    if (part_.name() == "c" && !close_cell()) return broken();
    if (part_.name() == "row" && !is_empty_row(cells_) && !row_(number_, cells_)) return {};
    if (part_.name() == "sheetData") return {};
  }
  return {};
}

Result<> SheetReader::broken() const { return refuse(broken_row(std::max<std::int64_t>(number_, 1))); }

bool SheetReader::open() {
  if (part_.name() == "row") return open_row();
  if (part_.name() == "c") return open_cell();
  if (part_.name() == "v") return read_value("v");
  if (part_.name() == "is") return append_text_runs(part_, "is", value_);
  return true;
}

bool SheetReader::open_row() {
  const std::string_view stated = part_.attribute("r");
  const auto number = stated.empty() ? number_ + 1 : read_number<std::int64_t>(stated).value_or(0);
  cells_.clear();
  next_column_ = 0;
  if (number <= number_ || number > kMostRows) return false;
  number_ = number;
  return true;
}

bool SheetReader::open_cell() {
  const std::string_view reference = part_.attribute("r");
  const auto column = reference.empty() ? std::optional(next_column_) : column_of(reference);
  if (number_ == 0 || !column || *column >= kMostColumns) return false;
  column_ = *column;
  next_column_ = column_ + 1;
  style_ = read_number<std::size_t>(part_.attribute("s")).value_or(0);
  type_ = part_.attribute("t");
  value_.clear();
  return true;
}

bool SheetReader::read_value(std::string_view element) {
  for (Event event = part_.next();; event = part_.next()) {
    if (event == Event::text) {
      value_ += part_.text();
    } else {
      return event == Event::close && part_.name() == element;
    }
  }
}

std::optional<std::string> SheetReader::cell_text() {
  if (type_ == "s") {
    const auto index = read_number<std::size_t>(value_);
    const auto text = index ? meaning_.strings.at(*index) : std::nullopt;
    return text ? std::optional<std::string>(*text) : std::nullopt;
  }
  if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
  if (type_ == "d") return iso_text(value_);
  if (!type_.empty() && type_ != "n") return value_;
  if (meaning_.styles.is_date(style_)) {
    const auto serial = read_number<double>(value_);
    auto text = serial ? serial_text(*serial, meaning_.since_1904) : std::nullopt;
    if (text) return text;
  }
  return number_text(value_);
}

bool SheetReader::close_cell() {
  if (value_.empty()) return true;
  std::optional<std::string> text = cell_text();
  return text && text::is_utf8(*text) && put(std::move(*text));
}

bool SheetReader::put(std::string value) {
  if (value.empty()) return true;
  if (cells_.size() <= column_) {
    // Gaps cost memory that the file need not hold, so they count as unpacked.
    if (!package_.spend(column_ - cells_.size())) return false;
    cells_.resize(column_ + 1);
  }
  cells_[column_] = std::move(value);
  return true;
}

// Strings and styles may be missing, but not broken.
bool read_meaning(Package& package, const Workbook& workbook, Meaning& meaning) {
  meaning.since_1904 = workbook.since_1904;
  auto styles = workbook.styles.empty() ? std::nullopt : package.part(workbook.styles);
  if (styles && !meaning.styles.read(*styles)) return false;
  auto strings = workbook.strings.empty() ? std::nullopt : package.part(workbook.strings);
  if (strings && !meaning.strings.read(*strings)) return false;
  return !package.too_large();
}

Result<> read_first_sheet(Package& package, const RowFunction& row) {
  const Refusal unreadable = Refusal::field("/file", "unreadable_file");
  const std::optional<Workbook> workbook = find_workbook(package);
  Meaning meaning;
  if (!workbook || !read_meaning(package, *workbook, meaning)) return refuse(unreadable);
  auto sheet = package.part(workbook->sheet);
  if (!sheet) return refuse(unreadable);
  return SheetReader(*sheet, package, meaning, row).read();
}

}  // namespace

Refusal file_too_large(std::uint64_t most) {
  return {Refusal::Kind::too_large,
          "file_too_large",
          {{"/file", "file_too_large", {{"max", std::to_string(most)}}}}};
}

bool is_xlsx(std::string_view bytes) {
  constexpr std::uint64_t most =
      16 << 20;  // the workbook's own parts are small; its sheets are not opened here
  std::optional<Package> package = Package::open(bytes, most);
  return package && find_workbook(*package);
}

Result<> read_xlsx(std::string_view bytes, const RowFunction& row, std::uint64_t max_unpacked) {
  std::optional<Package> package = Package::open(bytes, max_unpacked);
  if (!package) return refuse(Refusal::field("/file", "unreadable_file"));
  Result<> read = read_first_sheet(*package, row);
  if (!read && package->too_large()) return refuse(file_too_large(max_unpacked));
  return read;
}

}  // namespace guanxi::tables
