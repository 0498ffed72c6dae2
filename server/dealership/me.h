// Signing in and the signed-in person.
#pragma once

#include "dealership/people.h"

namespace guanxi::dealership {

enum class LanguageWord { zh, en };
BOOST_DESCRIBE_ENUM(LanguageWord, zh, en)

struct Me {
  std::string id, name, login;
  std::vector<Role> roles;
  std::vector<std::string> rights;
  std::vector<Store> stores;
  LanguageWord language;
  identity::Theme theme;
  bool must_change_password;
  BOOST_DESCRIBE_CLASS(Me, (),
                       (id, name, login, roles, rights, stores, language, theme, must_change_password), (),
                       ())
};

Me me_of(database::Transaction& tx, std::string_view person_id);

struct SignIn {
  json::Line<60> login;
  json::Line<200> password;
  BOOST_DESCRIBE_CLASS(SignIn, (), (login, password), (), ())
};

/// What a successful sign-in gives: the person and the secret of the new session.
struct SignedInAs {
  Me me;
  std::string secret;
};

/// Checks login and password and opens a session. Takes about as long for logins that do not exist. Works
/// outside of the database's threads, because a password takes some 30 ms to check.
Result<SignedInAs> sign_in(database::Database& database, const SignIn& input, const std::string& user_agent,
                           const std::string& address, Instant now);

struct PasswordChange {
  json::Line<200> current_password, new_password;
  BOOST_DESCRIBE_CLASS(PasswordChange, (), (current_password, new_password), (), ())
};
/// Changes one's own password and ends one's other sessions. Refuses a wrong current one, one shorter than
/// ten characters, the login itself, and the same one again.
Result<Me> change_password(database::Database& database, const Actor& actor, const PasswordChange& input,
                           Instant now);

struct Setup {
  json::Line<100> token;
  json::Line<100> group_name, store_name;
  json::Line<20> store_code;
  json::Line<60> time_zone;
  json::Line<3> currency;
  json::Line<2> country;
  json::Line<60> name, login;
  json::Line<200> password;
  BOOST_DESCRIBE_CLASS(Setup, (),
                       (token, group_name, store_name, store_code, time_zone, currency, country, name, login,
                        password),
                       (), ())
};
/// Whether nobody can sign in yet.
bool setup_needed(database::Transaction& tx);
/// With the one-time link that the server prints: makes the first group, store and administrator, and signs
/// them in.
Result<SignedInAs> set_up(database::Database& database, const Setup& input, const std::string& user_agent,
                          const std::string& address, Instant now);

/// A first password that can be read out over a telephone: twelve letters and digits, none alike.
std::string new_first_password();

}  // namespace guanxi::dealership
