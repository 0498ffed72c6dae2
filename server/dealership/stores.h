// Groups and their stores.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "dealership/grade_labels.h"
#include "platform/clock/clock.h"
#include "platform/database/database.h"
#include "platform/identity/actor.h"
#include "platform/json/types.h"
#include "platform/result.h"
#include "platform/wrongs.h"

namespace guanxi::dealership {

/// Several stores under one roof of ownership.
struct Group {
  std::string id, name;
  std::int64_t version = 1;
  BOOST_DESCRIBE_CLASS(Group, (), (id, name, version), (), ())
};

struct NewGroup {
  json::Id id;
  json::Line<100> name;
  BOOST_DESCRIBE_CLASS(NewGroup, (), (id, name), (), ())
};
struct GroupEdit {
  json::Line<100> name;
  BOOST_DESCRIBE_CLASS(GroupEdit, (), (name), (), ())
};

/// When a store is open on one weekday (1 = Monday … 7 = Sunday), "09:00" to "18:00" of its own time.
struct OpeningHours {
  json::Number<1, 7> weekday;
  std::string opens, closes;
  BOOST_DESCRIBE_CLASS(OpeningHours, (), (weekday, opens, closes), (), ())
};

struct Store {
  std::string id, group_id, code, name;
  std::string time_zone;  ///< IANA name; every "day" and "month" of the store is read in it
  std::string currency;   ///< ISO 4217
  std::string country;    ///< ISO 3166 alpha-2; how its phone numbers are read
  std::vector<OpeningHours> opening_hours;
  std::optional<std::string> address, phone;  ///< as they stand on paper
  GradeLabels grade_labels;
  bool retired = false;
  std::int64_t version = 1;
  BOOST_DESCRIBE_CLASS(Store, (),
                       (id, group_id, code, name, time_zone, currency, country, opening_hours, address, phone,
                        grade_labels, retired, version),
                       (), ())

  /// The store's zone. The name was checked when it was saved.
  TimeZone zone() const;
};

/// What both creating and editing a store need; checked by `check_store`.
struct StoreEdit {
  json::Id group_id;
  json::Line<20> code;
  json::Line<100> name;
  json::Line<60> time_zone;
  json::Line<3> currency;
  json::Line<2> country;
  std::vector<OpeningHours> opening_hours;
  bool retired = false;
  std::optional<json::Line<120>> address = {};
  std::optional<json::Line<30>> phone = {};  ///< a landline as well, so it is kept as it is written
  std::optional<GradeLabelsEdit> grade_labels = {};
  BOOST_DESCRIBE_CLASS(StoreEdit, (),
                       (group_id, code, name, time_zone, currency, country, opening_hours, retired, address,
                        phone, grade_labels),
                       (), ())
};
struct NewStore {
  json::Id id;
  json::Id group_id;
  json::Line<20> code;
  json::Line<100> name;
  json::Line<60> time_zone;
  json::Line<3> currency;
  json::Line<2> country;
  std::vector<OpeningHours> opening_hours;
  std::optional<json::Line<120>> address = {};
  std::optional<json::Line<30>> phone = {};
  std::optional<GradeLabelsEdit> grade_labels = {};
  BOOST_DESCRIBE_CLASS(NewStore, (),
                       (id, group_id, code, name, time_zone, currency, country, opening_hours, address, phone,
                        grade_labels),
                       (), ())
};

/// Adds a group; the same id a second time gives the group that is there.
Result<Group> create_group(database::Transaction& tx, const Actor& actor, const NewGroup& input, Instant now);
Result<Group> edit_group(database::Transaction& tx, const Actor& actor, const std::string& id,
                         const GroupEdit& input, std::int64_t version, Instant now);
std::vector<Group> list_groups(database::Transaction& tx);
std::optional<Group> find_group(database::Transaction& tx, std::string_view id);

/// Adds a store with its own copy of the default lists. Refuses unknown time zones, currencies and countries,
/// a code in use, opening hours that are no times, are upside down or name a weekday twice, a telephone that
/// holds anything but digits, blanks, "+", "-" and brackets, and labels of grades that would be mixed up.
/// `wrongs` is what is wrong with the input's shape: the refusal names every wrong field at once.
Result<Store> create_store(database::Transaction& tx, const Actor& actor, const NewStore& input, Instant now,
                           Wrongs wrongs = {});
Result<Store> edit_store(database::Transaction& tx, const Actor& actor, const std::string& id,
                         const StoreEdit& input, std::int64_t version, Instant now, Wrongs wrongs = {});
/// All stores, by code. Retired ones last.
std::vector<Store> list_stores(database::Transaction& tx);
std::optional<Store> find_store(database::Transaction& tx, std::string_view id);
/// The store, which must be there (its id has passed the scope check).
Store load_store(database::Transaction& tx, std::string_view id);

}  // namespace guanxi::dealership
