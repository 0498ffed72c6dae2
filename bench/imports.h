// Bringing an old log: a file of visits that the program tries, then takes over.
#pragma once

#include <cstdint>

#include "town.h"

namespace guanxi::bench {

/// Seconds that each step took.
struct ImportTimes {
  double upload, trial, run;
  std::int64_t created;
};

/// Brings a file of so many rows, seven of ten with a new customer, into the first store.
ImportTimes import_rows(const Town& town, std::uint16_t port, std::int64_t rows);

}  // namespace guanxi::bench
