#include "dealership/people.h"

#include "dealership/dealership_facts.h"
#include "platform/facts/facts.h"
#include "platform/json/writer.h"
#include "platform/text/search_keys.h"

namespace guanxi::dealership {
namespace {

bool has_role(const std::vector<Role>& roles, Role role) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

template <class Input>
void check_person(database::Transaction& tx, const std::string& id, const Input& input, Wrongs& wrongs) {
  if (input.roles.empty()) wrongs.note("/roles", "role_needed");
  for (std::size_t i = 0; i < input.store_ids.size(); ++i) {
    if (!find_store(tx, input.store_ids[i])) wrongs.note("/store_ids/" + std::to_string(i), "no_such_store");
  }
  if (input.group_id && !find_group(tx, *input.group_id)) wrongs.note("/group_id", "no_such_group");
  wrongs.take(identity::check_login(tx, id, input.login));
}

std::string search_text(std::string_view name, std::string_view login) {
  std::string text = text::fold(login);
  for (const auto& key : text::name_keys(name)) text += " " + key;
  return text;
}

void set_stores(database::Transaction& tx, const std::string& person_id,
                const std::vector<json::Id>& store_ids) {
  static constexpr std::string_view kClear = "DELETE FROM dealership_person_stores WHERE person_id = $1";
  static constexpr std::string_view kAdd =
      "INSERT INTO dealership_person_stores (person_id, store_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
  tx.execute(kClear, person_id);
  for (const auto& store_id : store_ids) tx.execute(kAdd, person_id, store_id);
}

/// Touches all administrators first, so that two who retire each other at the same moment collide.
bool other_administrator_exists(database::Transaction& tx, std::string_view id) {
  static constexpr std::string_view kTouch =
      "UPDATE dealership_people SET retired = retired WHERE roles LIKE '% administrator %'";
  static constexpr std::string_view kSelect =
      "SELECT 1 FROM dealership_people WHERE roles LIKE '% administrator %' AND retired = 0 AND id <> $1 "
      "LIMIT 1";
  tx.execute(kTouch);
  return !tx.query(kSelect, id).empty();
}

std::vector<std::string> store_ids_of(database::Transaction& tx, std::string_view person_id) {
  static constexpr std::string_view kSelect =
      "SELECT store_id FROM dealership_person_stores WHERE person_id = $1 ORDER BY store_id";
  std::vector<std::string> ids;
  for (const auto& row : tx.query(kSelect, person_id)) ids.push_back(row.get<std::string>(0));
  return ids;
}

Person load_row(database::Transaction& tx, const database::Row& row) {
  Person person;
  person.id = row.get<std::string>(0);
  person.name = row.get<std::string>(1);
  person.login = row.get<std::string>(2);
  person.roles = load_roles(row.get<std::string>(3));
  person.group_id = row.get<std::optional<std::string>>(4);
  person.phone = row.get<std::optional<std::string>>(5);
  person.retired = row.get<bool>(6);
  person.version = row.get<std::int64_t>(7);
  person.store_ids = store_ids_of(tx, person.id);
  return person;
}

}  // namespace

Result<Person> create_person(database::Transaction& tx, const Actor& actor, const NewPerson& input,
                             std::string_view first_password_hash, Instant now, Wrongs wrongs) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_people (id, name, roles, group_id, phone, search_text) VALUES ($1, $2, $3, $4, "
      "$5, $6)";
  if (const auto before = find_person(tx, input.id)) return *before;
  check_person(tx, input.id, input, wrongs);
  TRY(wrongs.verdict());
  identity::Account account;
  account.id = input.id;
  account.login = input.login;
  account.password_hash = first_password_hash;
  account.must_change_password = true;
  TRY(identity::create_account(tx, account));
  tx.execute(kInsert, input.id, input.name, store_roles(input.roles), input.group_id, input.phone,
             search_text(input.name, input.login));
  set_stores(tx, input.id, input.store_ids);
  facts::announce(tx, {std::string(facts::kNoStore), now, actor.id, "person", input.id},
                  SetUpChanged{"created", input.name});
  return *find_person(tx, input.id);
}

Result<Person> edit_person(database::Transaction& tx, const Actor& actor, const std::string& id,
                           const PersonEdit& input, std::int64_t version, Instant now, Wrongs wrongs) {
  static constexpr std::string_view kUpdate =
      "UPDATE dealership_people SET name = $1, roles = $2, group_id = $3, phone = $4, search_text = $5, "
      "retired = $6,"
      " version = version + 1 WHERE id = $7 AND version = $8";
  const auto before = find_person(tx, id);
  if (!before) return refuse(Refusal::not_found());
  check_person(tx, id, input, wrongs);
  const bool stays = !input.retired && has_role(input.roles, Role::administrator);
  if (has_role(before->roles, Role::administrator) && !stays && !other_administrator_exists(tx, id)) {
    wrongs.note(input.retired ? "/retired" : "/roles", "last_administrator");
  }
  TRY(wrongs.verdict());
  if (tx.execute(kUpdate, input.name, store_roles(input.roles), input.group_id, input.phone,
                 search_text(input.name, input.login), input.retired, id, version) == 0) {
    return refuse(Refusal::stale(json::to_text(*before)));
  }
  TRY(identity::rename_account(tx, id, input.login));
  identity::set_retired(tx, id, input.retired);
  set_stores(tx, id, input.store_ids);
  facts::announce(tx, {std::string(facts::kNoStore), now, actor.id, "person", id},
                  SetUpChanged{input.retired ? "retired" : "edited", input.name});
  return *find_person(tx, id);
}

std::optional<Person> find_person(database::Transaction& tx, std::string_view id) {
  static constexpr std::string_view kSelect =
      "SELECT p.id, p.name, a.login, p.roles, p.group_id, p.phone, p.retired, p.version FROM "
      "dealership_people p"
      " JOIN identity_logins a ON a.id = p.id WHERE p.id = $1";
  const auto rows = tx.query(kSelect, id);
  if (rows.empty()) return std::nullopt;
  return load_row(tx, rows[0]);
}

http::Page<Person> list_people(database::Transaction& tx, const std::optional<std::string>& q,
                               const std::optional<std::string>& cursor, std::int64_t limit) {
  static constexpr std::string_view kSelect =
      "SELECT p.id, p.name, a.login, p.roles, p.group_id, p.phone, p.retired, p.version FROM "
      "dealership_people p"
      " JOIN identity_logins a ON a.id = p.id WHERE p.search_text LIKE $1 AND p.id > $2 ORDER BY p.id "
      "LIMIT $3";
  http::Page<Person> page;
  const auto wanted = q ? text::fold(*q) : "";
  if (q && wanted.empty()) return {};  // nothing but marks: nobody is called that
  const std::string pattern = q ? "%" + wanted + "%" : "%";
  for (const auto& row : tx.query(kSelect, pattern, cursor.value_or(""), limit + 1)) {
    page.items.push_back(load_row(tx, row));
  }
  if (http::cut_to_limit(page.items, limit)) page.next_cursor = page.items.back().id;
  return page;
}

std::vector<StaffMember> list_staff(database::Transaction& tx, const Store& store,
                                    const std::optional<std::string>& q, std::optional<Role> role) {
  static constexpr std::string_view kSelect =
      "SELECT p.id, p.name, p.roles FROM dealership_people p WHERE p.retired = 0 AND p.roles LIKE $1"
      " AND p.search_text LIKE $2 AND (p.group_id = $3 OR EXISTS (SELECT 1 FROM dealership_person_stores s"
      " WHERE s.person_id = p.id AND s.store_id = $4)) ORDER BY p.name, p.id LIMIT 50";
  const std::string role_pattern = role ? "% " + json::to_word(*role) + " %" : "%";
  const auto wanted = q ? text::fold(*q) : "";
  if (q && wanted.empty()) return {};  // nothing but marks: nobody is called that
  const std::string name_pattern = q ? "%" + wanted + "%" : "%";
  std::vector<StaffMember> staff;
  for (const auto& row : tx.query(kSelect, role_pattern, name_pattern, store.group_id, store.id)) {
    staff.push_back({row.get<std::string>(0), row.get<std::string>(1), load_roles(row.get<std::string>(2))});
  }
  return staff;
}

std::vector<StaffRecord> everybody_ever(database::Transaction& tx, const Store& store) {
  static constexpr std::string_view kSelect =
      "SELECT p.id, p.name, a.login, p.retired FROM dealership_people p JOIN identity_logins a ON a.id = p.id"
      " WHERE p.group_id = $1 OR EXISTS (SELECT 1 FROM dealership_person_stores s"
      " WHERE s.person_id = p.id AND s.store_id = $2) ORDER BY p.id";
  std::vector<StaffRecord> people;
  for (const auto& row : tx.query(kSelect, store.group_id, store.id)) {
    people.push_back(
        {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<bool>(3)});
  }
  return people;
}

bool works_in(database::Transaction& tx, const Store& store, std::string_view person_id,
              std::optional<Role> role) {
  static constexpr std::string_view kSelect =
      "SELECT 1 FROM dealership_people p WHERE p.id = $1 AND p.retired = 0 AND p.roles LIKE $2"
      " AND (p.group_id = $3 OR EXISTS (SELECT 1 FROM dealership_person_stores s"
      " WHERE s.person_id = p.id AND s.store_id = $4))";
  const std::string pattern = role ? "% " + json::to_word(*role) + " %" : "%";
  return !tx.query(kSelect, person_id, pattern, store.group_id, store.id).empty();
}

std::vector<Store> stores_of(database::Transaction& tx, const Person& person) {
  const bool all = has_role(person.roles, Role::administrator);
  std::vector<Store> stores;
  for (auto& store : list_stores(tx)) {
    const bool assigned =
        std::find(person.store_ids.begin(), person.store_ids.end(), store.id) != person.store_ids.end();
    if (all || assigned || store.group_id == person.group_id) stores.push_back(std::move(store));
  }
  return stores;
}

Actor actor_of(database::Transaction& tx, const identity::LiveSession& session) {
  static constexpr std::string_view kPerson =
      "SELECT p.roles, s.store_id FROM dealership_people p"
      " LEFT JOIN dealership_person_stores s ON s.person_id = p.id WHERE p.id = $1"
      " UNION ALL SELECT p.roles, s.id FROM dealership_people p"
      " JOIN dealership_stores s ON s.group_id = p.group_id WHERE p.id = $1";
  Actor actor;
  actor.id = session.account.id;
  actor.session_id = session.id;
  actor.language = session.account.language;
  actor.must_change_password = session.account.must_change_password;
  const auto rows = tx.query(kPerson, actor.id);
  if (rows.empty()) return actor;
  const auto roles = load_roles(rows[0].get<std::string>(0));
  actor.rights = rights_of(roles);
  actor.every_store = has_role(roles, Role::administrator);
  for (const auto& row : rows) {
    if (auto store_id = row.get<std::optional<std::string>>(1)) {
      actor.store_ids.push_back(*std::move(store_id));
    }
  }
  return actor;
}

std::optional<Name> name_of(database::Transaction& tx, const std::optional<std::string>& person_id) {
  static constexpr std::string_view kSelect = "SELECT name FROM dealership_people WHERE id = $1";
  if (!person_id) return std::nullopt;
  const auto rows = tx.query(kSelect, *person_id);
  return Name{*person_id, rows.empty() ? *person_id : rows[0].get<std::string>(0)};
}

}  // namespace guanxi::dealership
