// Why nobody has their number: rates by month, causes, groups side by side, and what differs.
#pragma once

#include "improvement/months.h"
#include "improvement/shapes.h"

namespace guanxi::improvement {

/// What is looked at: one store (exact) or all stores of a group (as last folded), over whole months.
struct Look {
  const Months& months;
  std::string from, to;  ///< both included
};

/// First visits by one dimension; stores in a group, too.
Tally tally_of(const Look& look, Dimension by);

/// The stores behind a number of a group, most visits first; those without any are left out.
struct StoreCount {
  dealership::Name store;
  std::int64_t count;
  BOOST_DESCRIBE_CLASS(StoreCount, (), (store, count), (), ())
};
struct StoresBehind {
  std::optional<std::string> name;  ///< of what was asked for, when it has one: a model
  std::int64_t count;               ///< of all stores
  std::vector<StoreCount> stores;
  BOOST_DESCRIBE_CLASS(StoresBehind, (), (name, count, stores), (), ())
};
/// @param by no dimension: all first visits
/// @param value as in `Behind`
StoresBehind stores_behind(database::Transaction& tx, const Look& look,
                           const std::vector<dealership::Store>& stores, std::optional<Dimension> by,
                           const std::string& value, Outcome outcome);

/// One month on the p-chart of the unfiled rate.
struct MonthPoint {
  std::string month;
  Rate filing;                      ///< the filing rate of the month
  std::optional<double> rate;       ///< unfiled ÷ (filed + unfiled)
  std::optional<double> low, high;  ///< limits of the chart for this month
  bool outside;                     ///< beyond its limits
  bool in_run;  ///< one of eight or more in a row on one side that say that the level changed
  Completeness completeness;
  bool thinner;  ///< filing rose on a thinner log, against all earlier months of the chart
  BOOST_DESCRIBE_CLASS(MonthPoint, (),
                       (month, filing, rate, low, high, outside, in_run, completeness, thinner), (), ())
};
struct MonthChart {
  std::optional<double> centre;  ///< the unfiled rate of all months together
  bool widened;                  ///< limits after Laney (p′): the rate wanders more than chance explains
  double sigma_z;
  std::vector<MonthPoint> points;
  Rate overall;
  Completeness completeness;
  BOOST_DESCRIBE_CLASS(MonthChart, (), (centre, widened, sigma_z, points, overall, completeness), (), ())
};
MonthChart month_chart(const Look& look);

/// A reason with its share of all unfiled visits; the first level holds its second level.
struct ReasonShare {
  std::string code;
  std::int64_t count;
  double share, cumulative;
  bool vital;  ///< one of the few that make 80 %
  BOOST_DESCRIBE_CLASS(ReasonShare, (), (code, count, share, cumulative, vital), (), ())
};
struct CauseShare {
  std::string code;
  std::int64_t count;
  double share, cumulative;
  bool vital;
  std::vector<ReasonShare> reasons;
  BOOST_DESCRIBE_CLASS(CauseShare, (), (code, count, share, cumulative, vital, reasons), (), ())
};
struct Causes {
  std::int64_t unfiled;
  std::vector<CauseShare> causes;  ///< most first
  double unknown_share;
  bool unknown_alarm;  ///< more than a tenth unknown: the causes say little (domain brief §4.2)
  BOOST_DESCRIBE_CLASS(Causes, (), (unfiled, causes, unknown_share, unknown_alarm), (), ())
};
Causes causes(const Look& look);

/// A person, an hour, a channel … beside the others. The rate is the unfiled rate.
struct GroupPoint {
  std::string value;
  std::optional<std::string> name;  ///< of a person, model or store
  std::int64_t filed, unfiled, open;
  std::optional<double> rate, low, high;  ///< unfiled rate with Wilson's interval
  double funnel_low, funnel_high;         ///< 95 % limits at this many visits
  double funnel_lowest, funnel_highest;   ///< 99.8 %
  /// Stands out: outside the 99.8 % limits even when all points of the panel are looked at together.
  bool beyond;
  std::optional<double> shrunken;  ///< what the true rate probably is; not of the unknown ones
  std::int64_t more_visits;        ///< that are needed before the rate means something; 0 = enough
  BOOST_DESCRIBE_CLASS(GroupPoint, (),
                       (value, name, filed, unfiled, open, rate, low, high, funnel_low, funnel_high,
                        funnel_lowest, funnel_highest, beyond, shrunken, more_visits),
                       (), ())
};
struct Groups {
  Dimension by;
  bool rates;                     ///< false: noted of the unfiled only, so `unfiled` is all there is
  std::optional<double> overall;  ///< unfiled rate of all of whom it is known: the centre of the funnel
  std::vector<GroupPoint> groups;
  BOOST_DESCRIBE_CLASS(Groups, (), (by, rates, overall, groups), (), ())
};
/// Refuses (`/by`) people of a group, who are compared within their store, and the stores of a store.
Result<Groups> groups(database::Transaction& tx, const Look& look, Dimension by);

/// Small multiples: each store's months.
struct StoreMonths {
  std::string store_id;
  std::string name;
  std::vector<MonthPoint> points;
  BOOST_DESCRIBE_CLASS(StoreMonths, (), (store_id, name, points), (), ())
};
/// `stores` stand side by side: their charts share what one page may wrongly call a signal.
StoreMonths months_of_store(const Look& look, const dealership::Store& store, std::size_t stores);

/// One thing in which filed and unfiled visits differ.
struct Contrast {
  Dimension by;
  std::string value;
  std::optional<std::string> name;
  std::int64_t unfiled, of;            ///< of this group
  std::int64_t rest_unfiled, rest_of;  ///< of all others
  double difference, low, high;        ///< unfiled rate of the group less that of the rest
  double p;  ///< after Benjamini and Hochberg, over everything looked at; 0.01 at most (see alarms.h)
  BOOST_DESCRIBE_CLASS(Contrast, (),
                       (by, value, name, unfiled, of, rest_unfiled, rest_of, difference, low, high, p), (),
                       ())
};
struct TooSmall {
  Dimension by;
  std::string value;
  std::optional<std::string> name;
  std::int64_t of, more_visits;
  BOOST_DESCRIBE_CLASS(TooSmall, (), (by, value, name, of, more_visits), (), ())
};
struct Differences {
  std::int64_t looked_at;           ///< groups that were tested
  std::vector<Contrast> found;      ///< largest difference first
  std::vector<TooSmall> too_small;  ///< the largest groups first, at most ten
  BOOST_DESCRIBE_CLASS(Differences, (), (looked_at, found, too_small), (), ())
};
Differences differences(database::Transaction& tx, const Look& look);

}  // namespace guanxi::improvement
