// The Hundred: the last hundred first visits, each as a figure, and what became of them.
#pragma once

#include "improvement/months.h"
#include "improvement/shapes.h"

namespace guanxi::improvement {

inline constexpr std::size_t kHundred = 100;

/// What became of one of the hundred.
enum class State {
  closed,     ///< ordered or delivered
  follow_up,  ///< filed, with a next date that has not passed
  overdue,    ///< filed, and the next follow-up should have been
  lost,       ///< filed, and given up since
  filed,      ///< filed, without a card
  unfiled,    ///< nobody can reach them
  open,       ///< still to be closed
};
BOOST_DESCRIBE_ENUM(State, closed, follow_up, overdue, lost, filed, unfiled, open)

struct Figure {
  std::string visit_id, store_id;
  json::Time arrived_at;
  State state;
  std::optional<std::string> reason_code;  ///< of unfiled ones
  std::optional<Name> salesperson;
  std::optional<Name> model;
  std::optional<std::string> channel_code;
  std::optional<std::int64_t> minutes;
  std::optional<std::string> story;
  BOOST_DESCRIBE_CLASS(Figure, (),
                       (visit_id, store_id, arrived_at, state, reason_code, salesperson, model, channel_code,
                        minutes, story),
                       (), ())
};

/// Figures that share a state and, when unfiled, the first level of their reason.
struct FigureGroup {
  State state;
  std::optional<std::string> cause;  ///< "U1"
  std::int64_t count;
  BOOST_DESCRIBE_CLASS(FigureGroup, (), (state, cause, count), (), ())
};

struct Hundred {
  json::Time now;
  std::optional<std::string> month;  ///< the month that was asked for
  std::vector<Figure> figures;       ///< the earliest first; at most a hundred
  std::vector<FigureGroup> groups;   ///< filed, unfiled by cause (most first), open
  Rate rate;
  std::optional<Rate> before;  ///< of the hundred before
  std::optional<Comparison> comparison;
  Completeness completeness;  ///< in the months of the hundred
  bool thinner;               ///< rose on a thinner log
  BOOST_DESCRIBE_CLASS(Hundred, (),
                       (now, month, figures, groups, rate, before, comparison, completeness, thinner), (), ())
};

struct HundredQuery {
  std::optional<json::Line<7>> month;  ///< the last hundred up to the end of this month; else up to now
  std::optional<json::Day> from;       ///< only visits from this day on
  std::optional<json::Id> salesperson_id;
  std::optional<json::Line<40>> channel_code;
  std::optional<json::Id> model_id;
  BOOST_DESCRIBE_CLASS(HundredQuery, (), (month, from, salesperson_id, channel_code, model_id), (), ())
};

/// The hundred of one store. Who has "visits.own" only sees those they received. Refuses a month that is none
/// (`/month`, not_a_month).
Result<Hundred> hundred_of_store(database::Transaction& tx, const Actor& actor,
                                 const dealership::Store& store, const HundredQuery& query, Instant now);
/// The hundred of several stores together; `months` are theirs.
Result<Hundred> hundred_of_group(database::Transaction& tx, const Months& months,
                                 const std::vector<dealership::Store>& stores, const Actor& actor,
                                 const HundredQuery& query, Instant now);

}  // namespace guanxi::improvement
