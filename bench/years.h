// The Hundred and Unfiled over years of a large group, read while visits are being logged.
#pragma once

#include <cstdint>
#include <string>

namespace guanxi::bench {

struct YearsRun {
  std::string program;
  std::string url;  ///< of an empty database that is thrown away
  std::int64_t visits = 10000000;
  int stores = 300;
  double seconds = 4;  ///< of each cell
};

/// Fills the database as `guanxi demo --stores --months` does, serves it, and prints the tables.
/// @returns the number of requests that were refused.
std::uint64_t run_years(const YearsRun& run);

}  // namespace guanxi::bench
