// CSV that Chinese Excel opens correctly.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guanxi::tables {

/// Builds a CSV text: UTF-8 with byte order mark (Excel takes a file without one for cp936), CRLF, RFC 4180
/// quotes. A cell that a spreadsheet would run as a formula (= + - @ and their full-width forms, tab, CR, LF
/// first) gets a leading apostrophe unless it is a plain number (in per cent or with an exponent, too) or an
/// international phone number (digits and blanks only).
class CsvWriter {
 public:
  void row(const std::vector<std::string>& cells);
  /// The text so far.
  const std::string& text() const { return text_; }

 private:
  std::string text_ = "\xEF\xBB\xBF";
};

}  // namespace guanxi::tables
