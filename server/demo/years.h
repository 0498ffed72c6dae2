// Years of a dealership group of any size, written in bulk: for looking at many stores, for measuring, and
// for testing analyses against what was planted.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>

#include "platform/clock/clock.h"
#include "platform/database/database.h"

namespace guanxi::demo {

struct YearsOptions {
  std::uint64_t seed = 1;         ///< the same seed, sizes and moment make the same data
  int stores = 2;                 ///< up to 300 to a group
  int months = 36;                ///< how far the log goes back
  double visits_per_month = 925;  ///< of a store, on average over all stores and months
  bool plain = false;  ///< nothing planted: every visit has the same chances, and nothing goes with anything
  Instant now = 0;     ///< when the last day is; 0 = this moment
  std::string truth_file;  ///< where the planted truths are written
  std::ostream* progress = nullptr;
};

/// Fills an empty database, which nobody else may have open. Throws database::Failure when there are people
/// in it already; a database whose filling broke off is to be thrown away.
/// @returns what was made, who can sign in, and where the truths are, to print.
std::string fill_years(const database::Options& database, const YearsOptions& options);

}  // namespace guanxi::demo
