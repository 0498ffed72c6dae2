// What becomes of the visits when two customers are one person.
#pragma once

#include "dealership/dealership.h"

namespace guanxi::reception {

/// The visits of the merged customer stand under the survivor. One person comes for the first time once: of
/// several first visits the earliest stays one. Every visit that is touched announces it, so that the months
/// are counted anew.
void move_visits(database::Transaction& tx, const Actor& actor, const dealership::Merge& merge, Instant now);

/// Takes it back.
void move_visits_back(database::Transaction& tx, const Actor& actor, const dealership::Merge& merge,
                      Instant now);

}  // namespace guanxi::reception
