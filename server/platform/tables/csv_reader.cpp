#include "platform/tables/csv_reader.h"

#include <algorithm>

namespace guanxi::tables {
namespace {

bool is_blank(std::string_view cell) {
  constexpr std::string_view wide_blank = "\u3000";
  constexpr std::string_view fixed_blank = "\u00A0";
  while (!cell.empty()) {
    if (cell.front() == ' ' || cell.front() == '\t') {
      cell.remove_prefix(1);
    } else if (cell.starts_with(wide_blank)) {
      cell.remove_prefix(wide_blank.size());
    } else if (cell.starts_with(fixed_blank)) {
      cell.remove_prefix(fixed_blank.size());
    } else {
      return false;
    }
  }
  return true;
}

// ="13800138000" is how exports keep Excel from turning a phone number into 1.38E+10.
void unwrap_text_formula(std::string& cell) {
  if (cell.size() < 3 || !cell.starts_with("=\"") || !cell.ends_with('"')) return;
  if (cell.find('"', 2) != cell.size() - 1) return;
  cell.pop_back();
  cell.erase(0, 2);
}

}  // namespace

Refusal broken_row(std::int64_t number) {
  return Refusal::field("/file", "broken_row", {{"row", std::to_string(number)}});
}

bool is_empty_row(const Cells& cells) { return std::ranges::all_of(cells, is_blank); }

CsvReader::CsvReader(char delimiter, const RowFunction& row) : delimiter_(delimiter), row_(row) {}

bool CsvReader::feed(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && state_ != State::stopped) {
    const char c = text[at];
    if (std::exchange(after_return_, false) && c == '\n') {
      ++at;
    } else if (state_ == State::quoted) {
      at = take_quoted(text, at);
    } else if (c == '"' && state_ != State::bare) {
      // A quote at the start opens; behind a closing quote it is one that was doubled.
      if (state_ == State::quote_in_quotes) cell_ += '"';
      state_ = State::quoted;
      ++at;
    } else if (c == delimiter_ || c == '\r' || c == '\n') {
      separator(c);
      ++at;
    } else {
      at = take_bare(text, at);
    }
  }
  return state_ != State::stopped;
}

std::size_t CsvReader::take_bare(std::string_view text, std::size_t at) {
  state_ = State::bare;
  std::size_t end = at;
  while (end < text.size() && text[end] != delimiter_ && text[end] != '\r' && text[end] != '\n') ++end;
  cell_.append(text, at, end - at);
  return end;
}

std::size_t CsvReader::take_quoted(std::string_view text, std::size_t at) {
  const std::size_t quote = text.find('"', at);
  const std::size_t end = std::min(quote, text.size());
  cell_.append(text, at, end - at);
  if (quote == std::string_view::npos) return end;
  state_ = State::quote_in_quotes;
  return end + 1;
}

void CsvReader::separator(char c) {
  end_cell();
  if (c == delimiter_) return;
  after_return_ = c == '\r';
  end_row();
}

void CsvReader::end_cell() {
  unwrap_text_formula(cell_);
  if (used_ == cells_.size()) cells_.emplace_back();
  cells_[used_++].swap(cell_);
  cell_.clear();
  state_ = State::cell_start;
}

void CsvReader::end_row() {
  cells_.resize(used_);
  used_ = 0;
  const bool go_on = is_empty_row(cells_) || row_(number_, cells_);
  ++number_;
  if (!go_on) state_ = State::stopped;
}

Result<> CsvReader::finish() {
  if (state_ == State::stopped) return {};
  if (state_ == State::quoted) return refuse(broken_row(number_));
  if (used_ == 0 && state_ == State::cell_start) return {};
  end_cell();
  end_row();
  return {};
}

}  // namespace guanxi::tables
