// Reading what was tried, for the rules of truth.
#pragma once

#include "dealership/dealership.h"
#include "platform/database/database.h"
#include "workday/truth.h"

namespace guanxi::workday {

/// Every card on which something was tried in [from, to), a day on either side included, with all that was
/// tried on it before that end.
std::vector<Worked> cards_worked_on(database::Transaction& tx, const dealership::Store& store, Instant from,
                                    Instant to);

}  // namespace guanxi::workday
