// Whoever has a day off is not in the rotation.
#pragma once

#include "dealership/dealership.h"
#include "platform/facts/facts.h"

namespace guanxi::reception {

/// Somebody has entered days off: when today is one of them they go off duty.
void leave_rotation(database::Transaction& tx, const facts::Happening& happening,
                    const dealership::DaysOffAdded& days);

/// Whether the person has entered the day as one off. A weekday that is usually free is none: people swap.
bool has_day_off(database::Transaction& tx, const dealership::Store& store, const std::string& person_id,
                 const std::string& day);

}  // namespace guanxi::reception
