// Asking about many ids at once. Both engines take a list of places, not a list as one value; so the ids are
// asked for by the handful.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <tuple>

#include "platform/database/database.h"

/// The places of a handful: "WHERE id IN " MANY. Further parameters begin with $26.
#define MANY                                                                                              \
  "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22," \
  " $23, $24, $25)"

namespace guanxi::database {

inline constexpr std::size_t kMany = 25;

/// Runs a query whose first 25 parameters are ids, as often as there are handfuls, and hands each row to
/// `each`, in no order.
template <class Each, class... Further>
void query_many(Transaction& tx, std::string_view sql, std::span<const std::string> ids, Each each,
                const Further&... further) {
  for (; !ids.empty(); ids = ids.subspan(std::min(kMany, ids.size()))) {
    const auto handful = ids.first(std::min(kMany, ids.size()));
    std::array<std::string_view, kMany> asked;
    asked.fill(handful.back());  // places that are left ask for the last one again
    std::ranges::copy(handful, asked.begin());
    const auto rows = std::apply([&](const auto&... id) { return tx.query(sql, id..., further...); }, asked);
    for (const auto& row : rows) each(row);
  }
}

}  // namespace guanxi::database
