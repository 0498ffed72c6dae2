// What happens to open cards by itself when a day of the store begins, while others write.
#pragma once

#include <cstdint>
#include <string>

namespace guanxi::bench {

/// Fills a migrated database with so many open cards and prints how long a usual midnight over them takes,
/// and one on which the windows of the grades have changed, with the longest that a write had to wait
/// meanwhile.
/// @returns whether both held 60 s and 50 ms
bool run_midnight(const std::string& url, std::int64_t cards);

}  // namespace guanxi::bench
