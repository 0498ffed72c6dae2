// Hours of a week, as stores and people have them.
#pragma once

#include <string_view>

#include "dealership/stores.h"

namespace guanxi::dealership {

/// Notes what is no time of day, closes before it opens, or names a weekday twice. `pointer` is the field
/// with the list.
void check_hours(const std::vector<OpeningHours>& hours, const std::string& pointer, Wrongs& wrongs);

/// As they are kept, "1 09:00 18:00;2 09:00 18:00", and back: every request that concerns a store reads its
/// row, and this is read ten times faster than JSON.
std::string written_hours(const std::vector<OpeningHours>& hours);
std::vector<OpeningHours> load_hours(std::string_view text);

}  // namespace guanxi::dealership
