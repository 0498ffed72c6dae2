// What a customer is found by: the rows that a search reads.
#pragma once

#include "dealership/customers.h"

namespace guanxi::dealership {

/// Writes the keys of a customer who has none.
void add_keys(database::Transaction& tx, const Customer& customer);

/// Writes the keys anew after the customer has changed.
void replace_keys(database::Transaction& tx, const Customer& before, const Customer& after);

/// Notes that the keys of a new customer are still to be written, see `write_owed_keys`.
void owe_keys(database::Transaction& tx, const Customer& customer);

}  // namespace guanxi::dealership
