// The cells of one row by their meaning, with refusals that name the cell.
#pragma once

#include "reception/import_row.h"

namespace guanxi::reception {

/// Without blanks around it, also full-width ones.
std::string_view trimmed(std::string_view cell);

class RowCells {
 public:
  RowCells(const tables::Cells& cells, const ColumnsByField& columns) : cells_(cells), columns_(columns) {}

  std::string_view cell(Field field) const { return columns_.cell(cells_, field); }
  RowRefusal refusal(Field field, std::string_view code) const;

  /// The cell as understood by one of the functions of import_values.h.
  template <class Read>
  auto understood(Field field, Read read) const
      -> std::expected<typename std::invoke_result_t<Read, std::string_view>::value_type, RowRefusal> {
    auto value = read(cell(field));
    if (!value) return std::unexpected(refusal(field, value.error()));
    return *std::move(value);
  }

  /// Text of one line, or nothing for an empty cell. Refuses `too_long` and `control_characters`.
  std::expected<std::optional<std::string>, RowRefusal> line(Field field) const;
  /// The same for text that may have several lines; they are parted by \n.
  std::expected<std::optional<std::string>, RowRefusal> paragraph(Field field) const;

 private:
  const tables::Cells& cells_;
  const ColumnsByField& columns_;
};

/// How long the text of a field may be, in characters; 0 for fields that are no free text.
std::size_t longest(Field field);

/// The first `most` characters, with an ellipsis behind when that is not all.
std::string cut(std::string_view text, std::size_t most);

}  // namespace guanxi::reception
