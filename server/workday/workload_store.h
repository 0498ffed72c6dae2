// Reading who has what to do, and when what was done.
#pragma once

#include "dealership/dealership.h"
#include "platform/database/database.h"
#include "workday/workload.h"

namespace guanxi::workday {

/// A card with a next date, and whose it is (empty: nobody's).
struct DatedCard {
  DueCard card;
  std::string salesperson_id;
};
/// All that are due before a moment, in the order of their ids.
std::vector<DatedCard> dated_cards(database::Transaction& tx, const dealership::Store& store, Instant before);

/// A follow-up: who and when.
struct Done {
  std::string by_id;
  Instant at = 0;
};
/// Those in [from, to).
std::vector<Done> follow_ups_between(database::Transaction& tx, const dealership::Store& store, Instant from,
                                     Instant to);

/// Dates in [from, to) that were agreed in follow-ups, by whoever agreed on them; also those that were kept
/// early.
std::vector<Done> agreed_dates(database::Transaction& tx, const dealership::Store& store, Instant from,
                               Instant to);

}  // namespace guanxi::workday
