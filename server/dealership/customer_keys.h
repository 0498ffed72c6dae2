// What a customer is found by: the rows that a search reads.
#pragma once

#include <functional>
#include <string_view>

#include "dealership/customers.h"
#include "platform/database/database.h"

namespace guanxi::dealership {

/// Writes the keys of a customer who has none.
void add_keys(database::Transaction& tx, const Customer& customer);

/// Writes the keys anew after the customer has changed.
void replace_keys(database::Transaction& tx, const Customer& before, const Customer& after);

/// Notes that the keys of a new customer are still to be written, see `write_owed_keys`.
void owe_keys(database::Transaction& tx, const Customer& customer);

/// Writes the keys that a store's new customers are owed. A customer has some twenty, each on a page of its
/// own in a large index; written in the order of the keys of many customers, a page is changed once and not
/// once for each customer. Blocks for some seconds per 100,000 customers, in transactions of some 20 ms. It
/// may be called twice at once, and again after it was broken off.
/// @param goes_on asked before each transaction; false breaks off
void write_owed_keys(database::Database& database, const std::string& store_id,
                     const std::function<bool()>& goes_on);

}  // namespace guanxi::dealership
