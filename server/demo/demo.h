// A demo dealership, so that every page has something true to show.
#pragma once

#include <cstdint>
#include <string>

#include "platform/clock/clock.h"
#include "platform/database/database.h"

namespace guanxi::demo {

struct Options {
  std::uint64_t seed = 1;  ///< the same seed and moment make the same people, visits and figures
  Instant now = 0;         ///< when the demo's last day is; 0 = this moment
  int days = 92;           ///< how many days the log goes back
};

/// The password of all demo people.
inline constexpr const char* kPassword = "guanxi-demo";

/// Throws database::Failure when there are people in the database already.
void require_empty(database::Database& database);

/// Fills an empty database with two stores, people, models and three months of visits up to now. Throws
/// database::Failure when there are people in it already.
/// @returns a table of logins to print.
std::string fill(database::Database& database, const Options& options);

}  // namespace guanxi::demo
