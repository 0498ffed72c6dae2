#include "reception/import_parts.h"

#include "platform/text/search_keys.h"

namespace guanxi::reception {

std::expected<std::optional<std::string>, RowRefusal> named(const RowCells& row, Field field,
                                                            const Called& called, std::string_view unknown,
                                                            std::string_view several) {
  const auto cell = row.cell(field);
  if (text::fold(cell).empty()) return std::nullopt;
  auto found = called.find(cell);
  if (found) return *std::move(found);
  const bool ambiguous = found.error() == Called::Miss::several;
  return std::unexpected(row.refusal(field, ambiguous ? several : unknown));
}

std::expected<std::optional<std::string>, RowRefusal> line_unless_none(const RowCells& row, Field field) {
  if (says_none(row.cell(field))) return std::nullopt;
  return row.line(field);
}

std::expected<std::optional<std::string>, RowRefusal> read_contact(const RowCells& row, Field field) {
  const auto cell = row.cell(field);
  if (says_none(cell)) return std::nullopt;
  if (const auto tick = read_yes_no(cell); field == Field::wechat && tick && *tick) return std::nullopt;
  return row.line(field);
}

std::expected<PriceRead, RowRefusal> read_price_of(const RowCells& row, const ImportContext& context) {
  const auto price = TRY(row.understood(
      Field::price, [&](std::string_view cell) { return read_price(cell, context.store.currency); }));
  return price.value_or(PriceRead{});
}

}  // namespace guanxi::reception
