// The weekday of a day, by the calendar alone.
#pragma once

#include <string_view>

#include "platform/clock/clock.h"

namespace guanxi {

/// 1 = Monday … 7 = Sunday, as in LocalTime; `day` must be a day. 1970-01-05 was a Monday.
inline int weekday_of(std::string_view day) { return (days_between("1970-01-05", day) % 7 + 7) % 7 + 1; }

}  // namespace guanxi
