// Time as a store counts it: only while it is open. Rules only: no SQL, clock or JSON.
#pragma once

#include "reception/reception.h"

namespace guanxi::prospects {

/// The moment at which the store will have been open for `span` (0 or more milliseconds) since `from`; with a
/// span of 0 the next moment at which it is open. Of a store that names no hours every moment counts. Days
/// are those of its own clock, so a night in which that is put forward or back counts as long as it was.
Instant after_open_time(const dealership::Store& store, Instant from, Instant span);

/// For how many milliseconds the store was open from one moment to the other.
Instant open_time_between(const dealership::Store& store, Instant from, Instant to);

}  // namespace guanxi::prospects
