// The secret address of one's own calendar, for the person whose it is.
#pragma once

#include "platform/identity/actor.h"
#include "platform/identity/feeds.h"
#include "platform/result.h"

namespace guanxi::dealership {

/// Whether there is one, never where: only its hash is kept.
struct CalendarFeed {
  bool active = false;
  std::optional<json::Time> made_at, last_used_at;
  BOOST_DESCRIBE_CLASS(CalendarFeed, (), (active, made_at, last_used_at), (), ())
};
struct NewCalendarFeed {
  json::Time made_at;
  std::string path;  ///< "/api/v1/feeds/…/calendar.ics" below the app's own address; told this once
  BOOST_DESCRIBE_CLASS(NewCalendarFeed, (), (made_at, path), (), ())
};

CalendarFeed calendar_feed_of(database::Transaction& tx, const Actor& actor);
/// Makes a new address; the one there was ends.
NewCalendarFeed make_calendar_feed(database::Transaction& tx, const Actor& actor, Instant now);
/// Ends it. Refuses with not_found when there is none.
Result<> end_calendar_feed(database::Transaction& tx, const Actor& actor, Instant now);

}  // namespace guanxi::dealership
