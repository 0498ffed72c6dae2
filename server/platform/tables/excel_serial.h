// Excel's dates: days and fractions of a day since 1900 or 1904.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace guanxi::tables {

constexpr int kSecondsOfDay = 24 * 60 * 60;

/// The day of a serial's whole part; nothing before the epoch or after 9999-12-31.
std::optional<std::string> serial_day(std::int64_t whole, bool since_1904);

/// The nearest second of a fraction of a day, so that 0.39583 is 09:30:00; never that of the next day.
int serial_second(double fraction);

/// "2023-05-01", "2023-05-01 09:30:00", or "09:30:00" for a time without a day (below 1).
std::optional<std::string> serial_text(double serial, bool since_1904);

}  // namespace guanxi::tables
