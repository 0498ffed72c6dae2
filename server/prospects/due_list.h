// A salesperson's day: whom to follow up, the overdue first.
#pragma once

#include "platform/http/paging.h"
#include "prospects/cards.h"
#include "prospects/plan_view.h"

namespace guanxi::prospects {

struct DueList {
  json::Time now;
  std::string day;
  std::int64_t overdue, due;                 ///< due: later today
  std::int64_t done;                         ///< follow-ups noted of today
  std::vector<DueAppointment> appointments;  ///< on the first page: see due_appointments
  std::vector<CardView> items;
  std::optional<std::string> next_cursor;
  BOOST_DESCRIBE_CLASS(DueList, (), (now, day, overdue, due, done, appointments, items, next_cursor), (), ())
};

/// The cards that are due before the end of the store's day, by the moment at which they are; those of one
/// salesperson, or of the whole store.
/// @param place the last card that was shown
DueList due_list(database::Transaction& tx, const Actor& actor, const Store& store,
                 const std::optional<std::string>& salesperson_id, const std::optional<http::Place>& place,
                 std::int64_t limit, Instant now);

}  // namespace guanxi::prospects
