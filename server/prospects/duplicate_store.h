// All SQL about pairs that may be one person, and about who is still to be compared.
#pragma once

#include "prospects/duplicates.h"

namespace guanxi::prospects {

/// Pairs to be decided on of whom both are on file, the most probable first.
std::vector<Duplicate> select_open_pairs(database::Transaction& tx, std::string_view store_id,
                                         const std::optional<http::Place>& place, std::int64_t limit);

/// Notes a pair, or its score of today. @returns whether it is a new one. One that was told apart stays so,
/// also when one of the two has taken up somebody who was told apart from the other.
bool note_pair(database::Transaction& tx, std::string_view store_id, const Duplicate& pair);

/// Customers who are to be compared because of something that happened before `before`, by id.
std::vector<std::string> select_to_compare(database::Transaction& tx, std::string_view store_id,
                                           Instant before, std::int64_t limit);
/// They have been compared.
void strike_off(database::Transaction& tx, std::string_view store_id,
                const std::vector<std::string>& customer_ids, Instant before);

}  // namespace guanxi::prospects
