// What is shown on one screen: the house now (the door's tablet) and today (phone and desk).
#pragma once

#include "reception/door_count.h"
#include "reception/duty.h"
#include "reception/visits.h"

namespace guanxi::reception {

struct House {
  json::Time now;
  std::string day;
  std::int64_t hour;
  std::vector<VisitView> visits;  ///< in the house, the longest first
  std::vector<DutyEntry> duty;
  std::optional<Name> on_turn;
  std::int64_t logged_parties, counted_parties;  ///< of the day so far
  std::int64_t tapped_this_hour;
  BOOST_DESCRIBE_CLASS(House, (),
                       (now, day, hour, visits, duty, on_turn, logged_parties, counted_parties,
                        tapped_this_hour),
                       (), ())
};

/// Counts of the day. `first_visits` are first visits that are in the denominator: filed, unfiled and open
/// ones, without confirmed exclusions and without calls (domain brief §2.3, §2.4).
struct Figures {
  std::int64_t first_visits = 0, filed = 0, unfiled = 0, open = 0, excluded = 0;
  std::int64_t again = 0, calls = 0, heads = 0;
  std::int64_t logged_parties = 0;
  std::optional<std::int64_t>
      counted_parties;  ///< at the door of the whole store: empty in one person's figures
  BOOST_DESCRIBE_CLASS(Figures, (),
                       (first_visits, filed, unfiled, open, excluded, again, calls, heads, logged_parties,
                        counted_parties),
                       (), ())
};

struct Today {
  json::Time now;
  std::string day;
  std::vector<VisitView> open;        ///< still to be closed, oldest first
  std::vector<VisitView> overdue;     ///< open for more than 24 hours
  std::vector<VisitView> to_confirm;  ///< exclusions that wait for a second person, whom the reader may be
  std::vector<VisitView> closed;      ///< closed today, latest first, at most 10
  Figures figures;
  BOOST_DESCRIBE_CLASS(Today, (), (now, day, open, overdue, to_confirm, closed, figures), (), ())
};

House house(database::Transaction& tx, const Actor& actor, const Store& store, Instant now);
/// For salespeople of their own visits, for everybody else of the store.
Today today(database::Transaction& tx, const Actor& actor, const Store& store, Instant now);

/// The figures of one day; `own_id` restricts to one person.
Figures figures_of(database::Transaction& tx, const Store& store, const std::string& day,
                   const std::optional<std::string>& own_id, Instant now);

}  // namespace guanxi::reception
