// CSV as RFC 4180 has it and as people's programs write it, row by row from text that may come in pieces.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "platform/tables/table_reader.h"

namespace guanxi::tables {

using RowFunction = std::function<bool(std::int64_t number, const Cells& cells)>;

/// "The file cannot be read on from this row."
Refusal broken_row(std::int64_t number);

class CsvReader {
 public:
  CsvReader(char delimiter, const RowFunction& row);

  /// Takes the next piece of UTF-8 text; false once the row function has had enough.
  bool feed(std::string_view text);
  /// Gives the last row when no line end closed it; refuses a quote that was never closed.
  Result<> finish();
  /// The number of the row being read.
  std::int64_t number() const { return number_; }

 private:
  enum class State { cell_start, bare, quoted, quote_in_quotes, stopped };

  std::string_view::size_type take_bare(std::string_view text, std::size_t at);
  std::string_view::size_type take_quoted(std::string_view text, std::size_t at);
  void separator(char c);
  void end_cell();
  void end_row();

  const char delimiter_;
  const RowFunction& row_;
  State state_ = State::cell_start;
  bool after_return_ = false;
  std::int64_t number_ = 1;
  std::string cell_;
  Cells cells_;
  std::size_t used_ = 0;  // cells of this row; the strings behind it are kept for their memory
};

/// Whether a row says nothing: every cell empty or blank.
bool is_empty_row(const Cells& cells);

}  // namespace guanxi::tables
