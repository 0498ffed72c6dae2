#include "reception/import_cells.h"

#include "platform/text/utf8.h"

namespace guanxi::reception {
namespace {

constexpr std::size_t kShownOfValue = 60;  // enough to find the cell again

constexpr std::string_view kBlanks[] = {" ", "\t", "\r", "\n", "\u00A0", "\u3000", "\uFEFF"};

enum class Lines { one, several };

bool is_control(char32_t c, Lines lines) {
  if (lines == Lines::several && (c == U'\n' || c == U'\t')) return false;
  return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

struct Measured {
  std::size_t characters = 0;
  bool controls = false;
};

Measured measure(std::string_view text, Lines lines) {
  Measured measured;
  for (std::size_t at = 0; at < text.size(); ++measured.characters) {
    measured.controls |= is_control(text::next_code_point(text, at), lines);
  }
  return measured;
}

/// Line ends as \n, whichever program wrote them.
std::string with_plain_line_ends(std::string_view cell) {
  std::string text;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != '\r') {
      text += cell[i];
    } else if (i + 1 == cell.size() || cell[i + 1] != '\n') {
      text += '\n';
    }
  }
  return text;
}

}  // namespace

std::string_view trimmed(std::string_view cell) {
  for (bool again = true; again;) {
    again = false;
    for (const auto blank : kBlanks) {
      if (cell.starts_with(blank)) cell.remove_prefix(blank.size()), again = true;
      if (cell.ends_with(blank)) cell.remove_suffix(blank.size()), again = true;
    }
  }
  return cell;
}

std::size_t longest(Field field) {
  // As long as the same fields may be at the desk.
  switch (field) {
    case Field::customer_name:
    case Field::current_car:
    case Field::competing_model:
      return 60;
    case Field::phone:
    case Field::wechat:
    case Field::colour:
      return 40;
    case Field::plate:
      return 20;
    case Field::email:
      return 200;
    case Field::story:
      return 2000;
    default:
      return 0;
  }
}

std::string cut(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < most; ++count) text::next_code_point(text, at);
  return at < text.size() ? std::string(text.substr(0, at)) + "…" : std::string(text);
}

RowRefusal RowCells::refusal(Field field, std::string_view code) const {
  return {std::string(code), field, cut(cell(field), kShownOfValue)};
}

std::expected<std::optional<std::string>, RowRefusal> RowCells::line(Field field) const {
  const auto text = cell(field);
  if (text.empty()) return std::nullopt;
  const auto measured = measure(text, Lines::one);
  if (measured.controls) return std::unexpected(refusal(field, "control_characters"));
  if (measured.characters > longest(field)) return std::unexpected(refusal(field, "too_long"));
  return std::string(text);
}

std::expected<std::optional<std::string>, RowRefusal> RowCells::paragraph(Field field) const {
  auto text = with_plain_line_ends(cell(field));
  if (text.empty()) return std::nullopt;
  const auto measured = measure(text, Lines::several);
  if (measured.controls) return std::unexpected(refusal(field, "control_characters"));
  if (measured.characters > longest(field)) return std::unexpected(refusal(field, "too_long"));
  return text;
}

}  // namespace guanxi::reception
