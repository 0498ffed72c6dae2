// What became of each month's first visits: the yardstick "of a hundred who come, how many close", by age.
#pragma once

#include "improvement/fate.h"
#include "improvement/unfiled.h"
#include "improvement/unfiled_visits.h"

namespace guanxi::improvement {

/// First visits of a month when each was so many days old.
struct CohortAge {
  std::int64_t days;
  std::int64_t reached;  ///< so many first visits are as old as that by now
  std::int64_t closed, follow_up, lost, unfiled;
  std::optional<double> rate;  ///< closed ÷ reached; nothing while none has reached it
  double low, high;            ///< its 95 % interval after Wilson
  BOOST_DESCRIBE_CLASS(CohortAge, (), (days, reached, closed, follow_up, lost, unfiled, rate, low, high), (),
                       ())
};
struct Cohort {
  std::string month;
  std::int64_t first_visits;
  std::vector<CohortAge> ages;
  BOOST_DESCRIBE_CLASS(Cohort, (), (month, first_visits, ages), (), ())
};
struct Cohorts {
  std::vector<Cohort> months;      ///< the latest last; without those in which nobody came
  std::vector<CohortAge> overall;  ///< all months together
  BOOST_DESCRIBE_CLASS(Cohorts, (), (months, overall), (), ())
};
Cohorts cohorts(const Look& look);

/// Those of a month who stood there at that age.
struct BehindCohort {
  std::string month;
  int days = 0;  ///< one of kAges
  std::optional<Fate> fate;
};
/// The visits, latest first, below the place; at most `limit`.
std::vector<FirstVisit> visits_behind(database::Transaction& tx, const dealership::Store& store,
                                      const BehindCohort& behind, const http::Place& place, std::size_t limit,
                                      Instant now);

}  // namespace guanxi::improvement
