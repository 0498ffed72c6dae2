// Who works where over the years.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dealership/dealership.h"
#include "demo/row_id.h"
#include "demo/years.h"

namespace guanxi::demo {

/// First and last day of the log, and the moment at which it ends.
struct Period {
  std::string first_day, last_day;
  Instant now;
};
Period period_of(const YearsOptions& options);

struct Employee {
  RowId id;
  std::string name, login;
  dealership::Role role;
  Instant from = 0;              ///< when they were entered
  std::optional<Instant> until;  ///< when they were retired
};

/// The first places of a store are held by the same people all the time: what is planted about them lasts.
inline constexpr std::size_t kSettled = 4;

struct Branch {
  RowId id, sensor_id;
  std::size_t group;
  std::string code, name, time_zone, country, currency;
  std::string plates;  ///< how number plates begin
  double size;         ///< beside the average store
  std::uint64_t luck;  ///< what the chances of its years begin with
  Employee receptionist, manager, administrator;
  std::vector<Employee> salespeople;  ///< the settled ones first
};

struct Concern {
  std::vector<RowId> groups;
  std::vector<Employee> general_managers;  ///< one to a group
  std::vector<Branch> branches;            ///< in the order of their ids
};

/// Everybody and everything that will be founded.
Concern cast_concern(const YearsOptions& options, const Period& period);

}  // namespace guanxi::demo
