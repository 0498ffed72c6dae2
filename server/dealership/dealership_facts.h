// Facts of this room.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guanxi::dealership {

/// Something of the set-up (store, person, model, list entry …) was created or edited; `what` names which
/// fields now read how, so that the audit trail shows it.
struct SetUpChanged {
  static constexpr std::string_view kind = "set_up_changed";
  std::string action;  ///< created, edited, retired, password_reset, session_ended, token_revoked
  std::string name;
  BOOST_DESCRIBE_CLASS(SetUpChanged, (), (action, name), (), ())
};

struct SignedIn {
  static constexpr std::string_view kind = "signed_in";
  std::string address;
  BOOST_DESCRIBE_CLASS(SignedIn, (), (address), (), ())
};

struct CustomerEdited {
  static constexpr std::string_view kind = "customer_edited";
  std::vector<std::string> fields;  ///< which were changed; the values stay out of the log
  BOOST_DESCRIBE_CLASS(CustomerEdited, (), (fields), (), ())
};

struct ConsentNoted {
  static constexpr std::string_view kind = "consent_noted";
  std::string purpose;
  bool given;
  BOOST_DESCRIBE_CLASS(ConsentNoted, (), (purpose, given), (), ())
};

/// Somebody will not work from one day to another, both included; the subject is the person.
struct DaysOffAdded {
  static constexpr std::string_view kind = "days_off_added";
  std::string from_day, to_day;
  BOOST_DESCRIBE_CLASS(DaysOffAdded, (), (from_day, to_day), (), ())
};
struct DaysOffRemoved {
  static constexpr std::string_view kind = "days_off_removed";
  std::string from_day, to_day;
  BOOST_DESCRIBE_CLASS(DaysOffRemoved, (), (from_day, to_day), (), ())
};
/// Somebody's week has other hours; on how many weekdays they work now, 0: whenever the store is open.
struct WorkingHoursSet {
  static constexpr std::string_view kind = "working_hours_set";
  std::int64_t weekdays;
  BOOST_DESCRIBE_CLASS(WorkingHoursSet, (), (weekdays), (), ())
};

}  // namespace guanxi::dealership
