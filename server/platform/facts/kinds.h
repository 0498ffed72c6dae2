// The log of facts, read by what has happened.
#pragma once

#include <array>

#include "platform/facts/facts.h"

namespace guanxi::facts {

/// Rows of one store and these kinds whose ids come after `id`, the earliest first.
std::vector<Entry> read_kinds_after(database::Transaction& tx, std::string_view store_id,
                                    const std::array<std::string_view, 2>& kinds, std::string_view id);

}  // namespace guanxi::facts
