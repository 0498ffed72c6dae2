// The visits behind a number.
#pragma once

#include "improvement/first_visit.h"
#include "improvement/tally.h"
#include "platform/http/paging.h"
#include "reception/reception.h"

namespace guanxi::improvement {

/// Which first visits of some months; empty fields do not restrict.
struct Behind {
  std::string from, to;  ///< months, both included
  std::optional<Dimension> by;
  /// In the dimension; "-14" is that hour on every day, "6-" every hour of Saturday, "U1" or "video" all of a
  /// first level, "" those of whom it is not known.
  std::string value;
  std::optional<Outcome> outcome;
  std::optional<std::string> reason;  ///< of either level
};

/// Whether a value of the dimension is meant by such a `value`.
bool is_meant(Dimension by, const std::string& value, const std::string& asked);

/// Whether the visit stands behind that number.
bool stands_behind(const FirstVisit& visit, const Behind& behind, const OnDuty& duty);

/// The latest visits below the place, latest first; at most `limit`.
std::vector<FirstVisit> latest_below(std::vector<FirstVisit> visits, const http::Place& place,
                                     std::size_t limit);

/// The visits, latest first, below the place; at most `limit`.
std::vector<FirstVisit> visits_behind(database::Transaction& tx, const dealership::Store& store,
                                      const Behind& behind, const http::Place& place, std::size_t limit,
                                      Instant now);

}  // namespace guanxi::improvement
