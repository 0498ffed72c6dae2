// What the rows of all kinds of files say in the same way.
#pragma once

#include "reception/import_cells.h"
#include "reception/import_values.h"

namespace guanxi::reception {

/// The id that a cell names, or nothing for an empty cell. Refuses by `unknown` what the store does not have,
/// and by `several` what may be one of two.
std::expected<std::optional<std::string>, RowRefusal> named(const RowCells& row, Field field,
                                                            const Called& called, std::string_view unknown,
                                                            std::string_view several);

/// Text of one line; "无" in such a column says that there is none.
std::expected<std::optional<std::string>, RowRefusal> line_unless_none(const RowCells& row, Field field);

/// A contact of the row, unless the cell says that there is none or only whether there is one ("是").
std::expected<std::optional<std::string>, RowRefusal> read_contact(const RowCells& row, Field field);

/// The price range; both empty when the row names none.
std::expected<PriceRead, RowRefusal> read_price_of(const RowCells& row, const ImportContext& context);

}  // namespace guanxi::reception
