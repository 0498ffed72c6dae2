// All SQL about visits.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dealership/dealership.h"
#include "platform/database/database.h"
#include "reception/visit.h"

namespace guanxi::reception {

/// A visit with the names that pages show beside it.
struct NamedVisit {
  Visit visit;
  std::optional<std::string> salesperson, first_salesperson, opened_by, model, exclusion_asked_by,
      exclusion_confirmed_by;
  std::optional<std::string> customer_name, customer_phone, customer_sex, customer_wechat;
};

/// Adds the visit, whose id must be new in the store.
void insert_visit(database::Transaction& tx, const Visit& visit);
/// Adds a visit that is closed already, with everything that became of it; false when its id is there
/// already.
bool insert_closed_visit(database::Transaction& tx, const Visit& visit);
std::optional<NamedVisit> find_visit(database::Transaction& tx, std::string_view store_id,
                                     std::string_view id);
/// Writes everything that may change after opening, and raises the version. False when the row no longer has
/// the version that `visit` was read with.
bool update_visit(database::Transaction& tx, Visit& visit);

/// Which visits, latest first. Empty fields do not restrict.
struct VisitFilter {
  Instant from = 0, to = 0;  ///< arrived in [from, to)
  std::optional<std::string> standing, salesperson_id;
  bool unclosed = false;              ///< only those still to be closed or confirmed
  bool closed = false;                ///< only those that need no more closing
  std::optional<std::string> own_id;  ///< only those that this person received or opened
  Instant before_at = 0;              ///< the place of the cursor: (arrived_at, id) below it
  std::string before_id;
  std::int64_t limit = 50;
};
std::vector<NamedVisit> select_visits(database::Transaction& tx, std::string_view store_id,
                                      const VisitFilter& filter);
/// Which visits that are still to be closed or confirmed, oldest first. Empty fields do not restrict.
struct UnclosedFilter {
  Instant from = 0, to = 0;             ///< arrived in [from, to)
  std::optional<std::string> standing;  ///< open or exclusion_asked
  std::optional<std::string> own_id;    ///< only those that this person received or opened
};
/// At most 200: more than anybody works through in one go.
std::vector<NamedVisit> select_unclosed(database::Transaction& tx, std::string_view store_id,
                                        const UnclosedFilter& filter);
std::vector<NamedVisit> select_visits_of_customer(database::Transaction& tx, std::string_view store_id,
                                                  std::string_view customer_id, std::int64_t limit);

/// The visits with these ids, in the order of the ids; those that are not there are left out.
std::vector<NamedVisit> select_visits_by_id(database::Transaction& tx, std::string_view store_id,
                                            const std::vector<std::string>& ids);

/// How many visits of a day have each standing.
struct DayCount {
  Kind kind;
  Occasion occasion;
  Standing standing;
  bool overdue;
  std::int64_t parties, heads;
};
std::vector<DayCount> count_day(database::Transaction& tx, std::string_view store_id, Instant from,
                                Instant to, const std::optional<std::string>& own_id, Instant now);

/// Logged parties that came through the door (calls do not) per day and hour.
struct HourCount {
  std::string day;
  std::int64_t hour, parties;
};
std::vector<HourCount> count_hours(database::Transaction& tx, std::string_view store_id,
                                   std::string_view from_day, std::string_view to_day, Instant from,
                                   Instant to);

}  // namespace guanxi::reception
