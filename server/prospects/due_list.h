// A salesperson's day: whom to follow up, the overdue first.
#pragma once

#include "platform/http/paging.h"
#include "prospects/cards.h"
#include "prospects/plan_view.h"

namespace guanxi::prospects {

struct DueList {
  json::Time now;
  std::string day;
  std::int64_t overdue, due;              ///< due: later today
  std::int64_t done;                      ///< follow-ups noted of today
  std::optional<std::string> away_until;  ///< from tomorrow on the salesperson does not work up to this day:
  std::int64_t ahead;                     ///< so many that fall due meanwhile are listed, too
  std::vector<DueAppointment> appointments;  ///< on the first page: see due_appointments
  std::vector<CardView> items;
  std::optional<std::string> next_cursor;
  BOOST_DESCRIBE_CLASS(DueList, (),
                       (now, day, overdue, due, done, away_until, ahead, appointments, items, next_cursor),
                       (), ())
};

/// The cards that are due before the end of the store's day, by the moment at which they are; those of one
/// salesperson, or of the whole store. On the last day before a salesperson's days off also those that fall
/// due on them, so that nobody waits for their return.
/// @param place the last card that was shown
DueList due_list(database::Transaction& tx, const Actor& actor, const Store& store,
                 const std::optional<std::string>& salesperson_id, const std::optional<http::Place>& place,
                 std::int64_t limit, Instant now);

}  // namespace guanxi::prospects
