// The people of the dealership: who works here, in which post, in which stores, and how they sign in.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "dealership/roles.h"
#include "dealership/stores.h"
#include "platform/http/paging.h"
#include "platform/identity/accounts.h"

namespace guanxi::dealership {

struct Person {
  std::string id, name, login;
  std::vector<Role> roles;
  std::vector<std::string> store_ids;
  std::optional<std::string> group_id;  ///< sees every store of this group, future ones too
  std::optional<std::string> phone;
  bool retired = false;
  std::int64_t version = 1;
  BOOST_DESCRIBE_CLASS(Person, (), (id, name, login, roles, store_ids, group_id, phone, retired, version), (),
                       ())
};

struct NewPerson {
  json::Id id;
  json::Line<60> name;
  json::Line<60> login;
  std::vector<Role> roles;
  std::vector<json::Id> store_ids;
  std::optional<json::Id> group_id;
  std::optional<json::Line<30>> phone;
  BOOST_DESCRIBE_CLASS(NewPerson, (), (id, name, login, roles, store_ids, group_id, phone), (), ())
};
struct PersonEdit {
  json::Line<60> name;
  json::Line<60> login;
  std::vector<Role> roles;
  std::vector<json::Id> store_ids;
  std::optional<json::Id> group_id;
  std::optional<json::Line<30>> phone;
  bool retired = false;
  BOOST_DESCRIBE_CLASS(PersonEdit, (), (name, login, roles, store_ids, group_id, phone, retired), (), ())
};

/// A person as others see them.
struct Name {
  std::string id, name;
  BOOST_DESCRIBE_CLASS(Name, (), (id, name), (), ())
};
struct StaffMember {
  std::string id, name;
  std::vector<Role> roles;
  BOOST_DESCRIBE_CLASS(StaffMember, (), (id, name, roles), (), ())
};

/// Adds a person who signs in with a first password (given as its hash) that must be changed. Refuses a login
/// in use, unknown stores and groups, and an empty list of roles. The same id a second time gives the person
/// there. `wrongs` is what is wrong with the input's shape: the refusal names every wrong field at once.
Result<Person> create_person(database::Transaction& tx, const Actor& actor, const NewPerson& input,
                             std::string_view first_password_hash, Instant now, Wrongs wrongs = {});
/// Edits a person. Retiring ends the person's sessions. The last administrator can neither be retired nor
/// lose the role (`last_administrator`).
Result<Person> edit_person(database::Transaction& tx, const Actor& actor, const std::string& id,
                           const PersonEdit& input, std::int64_t version, Instant now, Wrongs wrongs = {});
std::optional<Person> find_person(database::Transaction& tx, std::string_view id);

/// People by name from `cursor` on, those whose name, pinyin or login contains `q`.
http::Page<Person> list_people(database::Transaction& tx, const std::optional<std::string>& q,
                               const std::optional<std::string>& cursor, std::int64_t limit);

/// At most 50 people who work in the store, by name; optionally one role, optionally found by name or pinyin.
std::vector<StaffMember> list_staff(database::Transaction& tx, const Store& store,
                                    const std::optional<std::string>& q, std::optional<Role> role);
/// Somebody of the store, as old records may name them.
struct StaffRecord {
  std::string id, name, login;
  bool retired = false;
};
/// Everybody of the store, also those who have left. For reading old records, not for choosing.
std::vector<StaffRecord> everybody_ever(database::Transaction& tx, const Store& store);
/// Whether the person works in the store now, in this role if one is given.
bool works_in(database::Transaction& tx, const Store& store, std::string_view person_id,
              std::optional<Role> role);

/// The stores that the person sees, retired ones last.
std::vector<Store> stores_of(database::Transaction& tx, const Person& person);

/// The actor behind a live session. Administrators see every store.
Actor actor_of(database::Transaction& tx, const identity::LiveSession& session);

/// The name of a person, for showing beside a record; nothing for an empty id.
std::optional<Name> name_of(database::Transaction& tx, const std::optional<std::string>& person_id);

}  // namespace guanxi::dealership
