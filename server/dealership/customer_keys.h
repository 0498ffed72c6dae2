// What a customer is found by: the rows that a search reads.
#pragma once

#include "dealership/further_contacts.h"

namespace guanxi::dealership {

/// Writes the keys of a customer who has none, or of contacts that came to be known beside theirs.
void add_keys(database::Transaction& tx, const Customer& customer,
              const std::vector<FurtherContact>& further = {});

/// Takes all keys of a customer away, also those that are owed. The further contacts must still be there.
void remove_keys(database::Transaction& tx, const Customer& customer);

/// Writes the keys anew after the customer has changed.
void replace_keys(database::Transaction& tx, const Customer& before, const Customer& after);

/// Takes away further contacts that stand on the record now.
void forget_further(database::Transaction& tx, const Customer& customer);

/// Notes that the keys of a new customer are still to be written, see `write_owed_keys`.
void owe_keys(database::Transaction& tx, const Customer& customer);

}  // namespace guanxi::dealership
