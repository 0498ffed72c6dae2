// Accounts, sessions and tokens: who signed in, from where, and how guessing is slowed.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "platform/clock/clock.h"
#include "platform/database/database.h"
#include "platform/json/types.h"
#include "platform/result.h"
#include "platform/words/words.h"

namespace guanxi::identity {

enum class Theme { system, light, dark };
BOOST_DESCRIBE_ENUM(Theme, system, light, dark)

struct Account {
  std::string id;
  std::string login;
  std::string password_hash;
  bool must_change_password = false;
  Language language = Language::zh;
  Theme theme = Theme::system;
  bool retired = false;
};

/// Sessions end after this long without use.
constexpr Instant kSessionLife = 30 * kDay;

/// Adds an account, or refuses with `in_use` at /login. Logins are compared without regard to case and width.
Result<> create_account(database::Transaction& tx, const Account& account);

std::optional<Account> find_account(database::Transaction& tx, std::string_view id);

/// Refuses with `in_use` (/login) a login that another account has.
Result<> check_login(database::Transaction& tx, std::string_view id, std::string_view login);
/// Changes the login, or refuses with `in_use`.
Result<> rename_account(database::Transaction& tx, std::string_view id, std::string_view login);
void set_password(database::Transaction& tx, std::string_view id, std::string_view password_hash,
                  bool must_change);
void set_preferences(database::Transaction& tx, std::string_view id, Language language, Theme theme);
/// A retired account cannot sign in, and its sessions end at once.
void set_retired(database::Transaction& tx, std::string_view id, bool retired);

/// Counts one attempt to sign in, before the password is looked at. Five are free; then each further one
/// within a day has to wait twice as long as the one before, from 2 s up to 15 min: refused with
/// `too_many_attempts` while it waits. The account is empty for a login that does not exist or is retired:
/// the caller checks a password all the same, so that the time taken tells nothing.
Result<std::optional<Account>> begin_attempt(database::Transaction& tx, std::string_view login, Instant now);

/// Forgets the attempts after a success.
void forget_attempts(database::Transaction& tx, std::string_view login);

struct SessionRecord {
  std::string id;
  bool current = false;
  json::Time created_at, last_seen_at;
  std::string user_agent, address;
  BOOST_DESCRIBE_CLASS(SessionRecord, (), (id, current, created_at, last_seen_at, user_agent, address), (),
                       ())
};

/// Opens a session and returns its secret, which is stored only as a hash.
std::string open_session(database::Transaction& tx, std::string_view account_id, std::string_view user_agent,
                         std::string_view address, Instant now);

struct LiveSession {
  std::string id;
  Account account;
  Instant last_seen_at;
};
/// The session of a secret, unless it has expired or its account is retired.
std::optional<LiveSession> find_session(database::Transaction& tx, std::string_view secret, Instant now);

/// Notes that the session is in use, which keeps it alive.
void touch_session(database::Transaction& tx, std::string_view session_id, Instant now);

/// Live sessions of an account, the last used first.
std::vector<SessionRecord> list_sessions(database::Transaction& tx, std::string_view account_id, Instant now);
/// Ends one session of the account; false when there is no such one.
bool end_session(database::Transaction& tx, std::string_view account_id, std::string_view session_id);
/// Ends all sessions of the account but one (which may be empty).
void end_other_sessions(database::Transaction& tx, std::string_view account_id, std::string_view but);

struct TokenRecord {
  std::string id;
  std::string name;
  json::Time created_at;
  std::optional<json::Time> last_used_at;
  bool revoked = false;
  BOOST_DESCRIBE_CLASS(TokenRecord, (), (id, name, created_at, last_used_at, revoked), (), ())
};

/// A token for a machine of one store; returns the secret, or nothing when the id was used before.
std::optional<std::string> create_token(database::Transaction& tx, std::string_view store_id,
                                        std::string_view id, std::string_view name, Instant now);
std::vector<TokenRecord> list_tokens(database::Transaction& tx, std::string_view store_id);
bool revoke_token(database::Transaction& tx, std::string_view store_id, std::string_view id, Instant now);

struct LiveToken {
  std::string id, store_id;
  std::optional<Instant> last_used_at;
};
std::optional<LiveToken> find_token(database::Transaction& tx, std::string_view secret);
void touch_token(database::Transaction& tx, const LiveToken& token, Instant now);

/// A one-time link for a purpose ("setup"): makes a new secret that replaces an older one.
std::string create_link(database::Transaction& tx, std::string_view purpose, Instant now);
/// Uses the link up; false when the secret is not the one made last.
bool use_link(database::Transaction& tx, std::string_view purpose, std::string_view secret);

}  // namespace guanxi::identity
