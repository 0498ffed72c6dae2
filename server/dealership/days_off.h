// When people work: the hours of their week, and the days on which they do not come.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dealership/people.h"

namespace guanxi::dealership {

/// Whole days on which somebody does not work, the store's own, both included.
struct DaysOff {
  std::string id;
  Name person;
  std::string from_day, to_day;
  std::optional<std::string> note;
  std::int64_t version;
  BOOST_DESCRIBE_CLASS(DaysOff, (), (id, person, from_day, to_day, note, version), (), ())
};

struct NewDaysOff {
  json::Id id;
  json::Id person_id;
  json::Day from_day, to_day;
  std::optional<json::Line<100>> note;
  BOOST_DESCRIBE_CLASS(NewDaysOff, (), (id, person_id, from_day, to_day, note), (), ())
};

/// Whether the actor may say when this person works: everybody for themselves, managers for all.
bool may_plan_for(const Actor& actor, const std::string& person_id);

/// Enters days off. Refuses days in the wrong order, more than 400 at once, days of which some are off
/// already, and people who do not work in the store. The same id a second time gives what is there.
Result<DaysOff> add_days_off(database::Transaction& tx, const Actor& actor, const Store& store,
                             const NewDaysOff& input, Instant now, Wrongs wrongs = {});
/// Takes them back: they come after all. Nothing happens when they are not there any more.
Result<> remove_days_off(database::Transaction& tx, const Actor& actor, const Store& store,
                         const std::string& id, Instant now);
/// Those that end on `from_day` or later, the earliest first; only one person's when one is given.
std::vector<DaysOff> list_days_off(database::Transaction& tx, const Store& store, const std::string& from_day,
                                   const std::optional<std::string>& person_id);

struct WorkingHoursInput {
  std::vector<OpeningHours> hours;  ///< a weekday that is not named is free; none at all: as the store
  BOOST_DESCRIBE_CLASS(WorkingHoursInput, (), (hours), (), ())
};
struct WorkingHours {
  Name person;
  std::vector<OpeningHours> hours;
  std::int64_t version;  ///< 0: never set
  BOOST_DESCRIBE_CLASS(WorkingHours, (), (person, hours, version), (), ())
};
/// Everybody of the store, by name; only one person when one is given.
std::vector<WorkingHours> list_working_hours(database::Transaction& tx, const Store& store,
                                             const std::optional<std::string>& person_id);
/// Sets the hours of a person's week. Refuses `stale` (with the hours as they are) when somebody was faster.
Result<WorkingHours> set_working_hours(database::Transaction& tx, const Actor& actor, const Store& store,
                                       const std::string& person_id, const WorkingHoursInput& input,
                                       std::int64_t version, Instant now, Wrongs wrongs = {});

/// Who of a store works when, as it is planned from a day on. Whoever is not mentioned works whenever the
/// store is open.
class WorkPlan {
 public:
  WorkPlan(database::Transaction& tx, const Store& store, const std::string& from_day);

  /// Whether the person works on a day, at whatever hour. A store that is closed is for others to look at.
  bool works_on(const std::string& person_id, const std::string& day) const;
  /// Whether the person works at this moment.
  bool works_at(const std::string& person_id, Instant at) const;
  /// The last day of the days off that the day belongs to, free weekdays beside them included; nothing when
  /// the person works on it.
  std::optional<std::string> away_until(const std::string& person_id, const std::string& day) const;

 private:
  struct Span {
    std::string from, to;
  };
  const std::vector<OpeningHours>* week_of(const std::string& person_id) const;
  bool is_off(const std::string& person_id, const std::string& day) const;

  TimeZone zone_;
  std::map<std::string, std::vector<Span>> off_;
  std::map<std::string, std::vector<OpeningHours>> weeks_;
};

}  // namespace guanxi::dealership
