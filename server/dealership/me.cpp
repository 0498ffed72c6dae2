#include "dealership/me.h"

#include <algorithm>

#include "dealership/dealership_facts.h"
#include "platform/database/refusable.h"
#include "platform/facts/facts.h"
#include "platform/identity/password.h"
#include "platform/identity/uuid.h"
#include "platform/json/reader.h"
#include "platform/text/search_keys.h"

namespace guanxi::dealership {
namespace {

constexpr std::size_t kShortestPassword = 10;

/// Checked against when there is no such login, so that the answer takes as long.
const std::string& nobodys_hash() {
  static const std::string hash = identity::hash_password("nobody has this password");
  return hash;
}

Result<> check_new_password(const std::string& password, const std::string& login,
                            const std::string& pointer) {
  // Characters, not bytes: one of Chinese takes three.
  const auto length =
      std::count_if(password.begin(), password.end(), [](char c) { return (c & 0xC0) != 0x80; });
  if (static_cast<std::size_t>(length) < kShortestPassword) {
    return refuse(Refusal::field(pointer, "too_short", {{"min", std::to_string(kShortestPassword)}}));
  }
  if (text::fold(password) == text::fold(login)) return refuse(Refusal::field(pointer, "password_is_login"));
  return {};
}

SignedInAs open_session(database::Transaction& tx, const std::string& person_id,
                        const std::string& user_agent, const std::string& address, Instant now) {
  SignedInAs signed_in;
  signed_in.secret = identity::open_session(tx, person_id, user_agent, address, now);
  facts::announce(tx, {std::string(facts::kNoStore), now, person_id, "person", person_id}, SignedIn{address});
  signed_in.me = me_of(tx, person_id);
  return signed_in;
}

Result<SignedInAs> make_first(database::Transaction& tx, const Setup& input, const std::string& hash,
                              const std::string& user_agent, const std::string& address, Instant now) {
  if (!setup_needed(tx) || !identity::use_link(tx, "setup", input.token)) {
    return refuse(Refusal::field("/token", "link_used_up"));
  }
  Actor actor;
  actor.id = new_uuid(now);
  const json::Id group_id{new_uuid(now)};
  const json::Id store_id{new_uuid(now)};
  TRY(create_group(tx, actor, {group_id, input.group_name}, now));
  std::vector<OpeningHours> hours;
  for (int weekday = 1; weekday <= 7; ++weekday) hours.push_back({{weekday}, "09:00", "18:00"});
  TRY(create_store(tx, actor,
                   {store_id, group_id, input.store_code, input.store_name, input.time_zone, input.currency,
                    input.country, hours},
                   now));
  TRY(create_person(
      tx, actor,
      {json::Id{actor.id}, input.name, input.login, {Role::administrator}, {store_id}, group_id, {}}, hash,
      now));
  identity::set_password(tx, actor.id, hash, false);
  return open_session(tx, actor.id, user_agent, address, now);
}

}  // namespace

Me me_of(database::Transaction& tx, std::string_view person_id) {
  const auto person = find_person(tx, person_id);
  const auto account = identity::find_account(tx, person_id);
  CHECK(person && account);
  Me me{};
  me.id = person->id;
  me.name = person->name;
  me.login = person->login;
  me.roles = person->roles;
  for (const auto right : rights_of(person->roles)) me.rights.emplace_back(right);
  me.stores = stores_of(tx, *person);
  me.language = account->language == Language::en ? LanguageWord::en : LanguageWord::zh;
  me.theme = account->theme;
  me.must_change_password = account->must_change_password;
  return me;
}

Result<SignedInAs> sign_in(database::Database& database, const SignIn& input, const std::string& user_agent,
                           const std::string& address, Instant now) {
  const auto account = TRY(database::write_or_refuse(
      database, [&](database::Transaction& tx) { return identity::begin_attempt(tx, input.login, now); }));
  const auto& hash = account ? account->password_hash : nobodys_hash();
  if (!identity::verify_password(hash, input.password.value) || !account) {
    return refuse({Refusal::Kind::unauthenticated, "wrong_login"});
  }
  return database::write_or_refuse(database, [&](database::Transaction& tx) -> Result<SignedInAs> {
    identity::forget_attempts(tx, input.login);
    return open_session(tx, account->id, user_agent, address, now);
  });
}

Result<Me> change_password(database::Database& database, const Actor& actor, const PasswordChange& input,
                           Instant now) {
  std::optional<identity::Account> account;
  database.read([&](database::Transaction& tx) { account = identity::find_account(tx, actor.id); });
  CHECK(account.has_value());
  // Guessing the present password from an open session is slowed like guessing at the door.
  TRY(database::write_or_refuse(
      database, [&](database::Transaction& tx) { return identity::begin_attempt(tx, account->login, now); }));
  if (!identity::verify_password(account->password_hash, input.current_password.value)) {
    return refuse(Refusal::field("/current_password", "wrong_password"));
  }
  TRY(check_new_password(input.new_password, account->login, "/new_password"));
  if (input.new_password.value == input.current_password.value) {
    return refuse(Refusal::field("/new_password", "same_password"));
  }
  const auto hash = identity::hash_password(input.new_password.value);
  return database::write_or_refuse(database, [&](database::Transaction& tx) -> Result<Me> {
    identity::forget_attempts(tx, account->login);
    identity::set_password(tx, actor.id, hash, false);
    identity::end_other_sessions(tx, actor.id, actor.session_id);
    facts::announce(tx, {std::string(facts::kNoStore), now, actor.id, "person", actor.id},
                    SetUpChanged{"password_changed", ""});
    return me_of(tx, actor.id);
  });
}

bool setup_needed(database::Transaction& tx) {
  static constexpr std::string_view kSelect = "SELECT 1 FROM dealership_people LIMIT 1";
  return tx.query(kSelect).empty();
}

Result<SignedInAs> set_up(database::Database& database, const Setup& input, const std::string& user_agent,
                          const std::string& address, Instant now) {
  TRY(check_new_password(input.password, input.login, "/password"));
  const auto hash = identity::hash_password(input.password.value);
  return database::write_or_refuse(database, [&](database::Transaction& tx) {
    return make_first(tx, input, hash, user_agent, address, now);
  });
}

std::string new_first_password() {
  std::string password;
  while (password.size() < 12) {
    for (const char c : identity::new_secret()) {
      const bool clear = std::isalnum(static_cast<unsigned char>(c)) &&
                         std::string_view("0O1lI5S").find(c) == std::string_view::npos;
      if (clear && password.size() < 12) password += c;
    }
  }
  return password;
}

}  // namespace guanxi::dealership
