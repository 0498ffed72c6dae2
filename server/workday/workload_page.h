// Who has how much to do in the next days, as it is told; and at what hours of the day it was due and done.
#pragma once

#include "platform/http/paging.h"
#include "platform/tables/sheet.h"
#include "workday/truth_page.h"
#include "workday/workload.h"

namespace guanxi::workday {

inline constexpr int kDaysAhead = 14;
/// What is usual is measured over so many days before today, and the hours shown are those of so many up to
/// today.
inline constexpr int kMeasuredDays = 56, kHourDays = 28;

struct DayLoad {
  std::string day;
  bool works;             ///< the store is open and they are at work
  std::int64_t due;       ///< today with what is overdue; see day_of_work
  std::int64_t done;      ///< today only
  std::int64_t too_many;  ///< more than they do on a usual day; nothing of those that nobody is in charge of
  BOOST_DESCRIBE_CLASS(DayLoad, (), (day, works, due, done, too_many), (), ())
};
struct PersonLoad {
  std::optional<Name> person;  ///< nobody: cards without one in charge
  std::optional<Usual> usual;
  std::int64_t overdue;  ///< of those that today's number counts
  std::vector<DayLoad> days;
  BOOST_DESCRIBE_CLASS(PersonLoad, (), (person, usual, overdue, days), (), ())
};
struct GivenCard {
  FindingCard card;
  Name to;
  BOOST_DESCRIBE_CLASS(GivenCard, (), (card, to), (), ())
};
struct Overload {
  Name person;
  std::string day;
  bool works;
  std::int64_t due, overdue, done;  ///< overdue: of these, today's; done: today already
  std::int64_t usual, too_many;
  std::vector<GivenCard> given;  ///< what colleagues have room for; for managers only
  BOOST_DESCRIBE_CLASS(Overload, (), (person, day, works, due, overdue, done, usual, too_many, given), (), ())
};
struct Workload {
  json::Time now;
  std::string today;
  std::vector<PersonLoad> people;   ///< by name, nobody last
  std::vector<Overload> overloads;  ///< the earliest days first
  BOOST_DESCRIBE_CLASS(Workload, (), (now, today, people, overloads), (), ())
};
/// Today and the thirteen days after it. Whoever does not manage prospects is shown their own days, without
/// proposals.
Workload workload(database::Transaction& tx, const Actor& actor, const Store& store, Instant now);

/// Who has too much on which of the next three days, for the morning board.
struct OverloadAhead {
  Name person;
  std::string day;
  bool works;
  std::int64_t due, overdue, done, usual, too_many;  ///< as in Overload
  BOOST_DESCRIBE_CLASS(OverloadAhead, (), (person, day, works, due, overdue, done, usual, too_many), (), ())
};
std::vector<OverloadAhead> overloads_ahead(database::Transaction& tx, const Actor& actor, const Store& store,
                                           Instant now);

/// The cards behind a number, in the order in which they are due: `limit` of them from number `start` on.
struct DueCards {
  std::vector<prospects::CardView> items;
  bool more;
};
DueCards due_cards(database::Transaction& tx, const Actor& actor, const Store& store,
                   const std::optional<std::string>& person_id, const std::string& day, std::size_t start,
                   std::size_t limit, Instant now);

struct HourCounts {
  std::int64_t hour;       ///< 0 to 23 of the store's clock
  std::int64_t due, done;  ///< dates agreed for a minute of it; follow-ups written down in it
  BOOST_DESCRIBE_CLASS(HourCounts, (), (hour, due, done), (), ())
};
struct PersonHours {
  Name person;
  std::int64_t any_time;  ///< dates agreed for the course of a day
  std::vector<HourCounts> hours;
  BOOST_DESCRIBE_CLASS(PersonHours, (), (person, any_time, hours), (), ())
};
/// The last four weeks, today included. The hours are those in which the store is open on some day of the
/// week, and all others in which something was due or done.
struct Hours {
  std::string from, to;
  std::vector<PersonHours> people;  ///< everybody with something due or done, by name
  BOOST_DESCRIBE_CLASS(Hours, (), (from, to, people), (), ())
};
Hours hours_of(database::Transaction& tx, const Actor& actor, const Store& store, Instant now);

tables::Sheet workload_sheet(const Workload& workload, Language language);
tables::Sheet hours_sheet(const Hours& hours, Language language);

}  // namespace guanxi::workday
