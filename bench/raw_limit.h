// How fast the database alone takes the same rows: what the program's rate is held against.
#pragma once

#include <string>

#include "scripts.h"
#include "town.h"

namespace guanxi::bench {

enum class Rows { opening, whole_visit };

/// Writes, for so many seconds of database time, the rows that requests of so many clients come to, and
/// nothing else: on SQLite one connection with as many requests per COMMIT as there are clients, on
/// PostgreSQL one transaction per request on as many connections (16 at most, as the server has).
/// @returns requests per second; two of them make a whole visit.
double raw_limit(const std::string& url, const Town& town, Rows rows, std::size_t clients, double seconds);

}  // namespace guanxi::bench
