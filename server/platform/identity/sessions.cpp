#include "platform/identity/accounts.h"
#include "platform/identity/password.h"
#include "platform/identity/uuid.h"
#include "platform/json/kinds.h"

namespace guanxi::identity {

std::string open_session(database::Transaction& tx, std::string_view account_id, std::string_view user_agent,
                         std::string_view address, Instant now) {
  static constexpr std::string_view kInsert =
      "INSERT INTO identity_sessions (id, secret_hash, account_id, created_at, last_seen_at, expires_at,"
      " user_agent, address) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
  const auto secret = new_secret();
  tx.execute(kInsert, new_uuid(now), secret_hash(secret), account_id, now, now, now + kSessionLife,
             user_agent.substr(0, 300), address);
  return secret;
}

std::optional<LiveSession> find_session(database::Transaction& tx, std::string_view secret, Instant now) {
  static constexpr std::string_view kSelect =
      "SELECT s.id, s.last_seen_at, a.id, a.login, a.must_change_password, a.language, a.theme"
      " FROM identity_sessions s JOIN identity_accounts a ON a.id = s.account_id"
      " WHERE s.secret_hash = $1 AND s.expires_at > $2 AND a.retired = 0";
  const auto rows = tx.query(kSelect, secret_hash(secret), now);
  if (rows.empty()) return std::nullopt;
  const auto row = rows[0];
  LiveSession session;
  session.id = row.get<std::string>(0);
  session.last_seen_at = row.get<Instant>(1);
  session.account.id = row.get<std::string>(2);
  session.account.login = row.get<std::string>(3);
  session.account.must_change_password = row.get<bool>(4);
  session.account.language = row.get<std::string>(5) == "en" ? Language::en : Language::zh;
  session.account.theme = json::from_word<Theme>(row.get<std::string>(6)).value_or(Theme::system);
  return session;
}

void touch_session(database::Transaction& tx, std::string_view session_id, Instant now) {
  static constexpr std::string_view kUpdate =
      "UPDATE identity_sessions SET last_seen_at = $1, expires_at = $2 WHERE id = $3";
  tx.put(kUpdate, now, now + kSessionLife, session_id);
}

std::vector<SessionRecord> list_sessions(database::Transaction& tx, std::string_view account_id,
                                         Instant now) {
  static constexpr std::string_view kSelect =
      "SELECT id, created_at, last_seen_at, user_agent, address FROM identity_sessions"
      " WHERE account_id = $1 AND expires_at > $2 ORDER BY last_seen_at DESC, id DESC LIMIT 200";
  std::vector<SessionRecord> sessions;
  for (const auto& row : tx.query(kSelect, account_id, now)) {
    sessions.push_back({row.get<std::string>(0), false, json::Time{row.get<Instant>(1)},
                        json::Time{row.get<Instant>(2)}, row.get<std::string>(3), row.get<std::string>(4)});
  }
  return sessions;
}

bool end_session(database::Transaction& tx, std::string_view account_id, std::string_view session_id) {
  static constexpr std::string_view kDelete =
      "DELETE FROM identity_sessions WHERE id = $1 AND account_id = $2";
  return tx.execute(kDelete, session_id, account_id) == 1;
}

void end_other_sessions(database::Transaction& tx, std::string_view account_id, std::string_view but) {
  static constexpr std::string_view kDelete =
      "DELETE FROM identity_sessions WHERE account_id = $1 AND id <> $2";
  tx.execute(kDelete, account_id, but);
}

std::optional<std::string> create_token(database::Transaction& tx, std::string_view store_id,
                                        std::string_view id, std::string_view name, Instant now) {
  static constexpr std::string_view kInsert =
      "INSERT INTO identity_tokens (store_id, id, secret_hash, name, created_at) VALUES ($1, $2, $3, $4, $5)"
      " ON CONFLICT (store_id, id) DO NOTHING";
  auto secret = new_secret();
  if (tx.execute(kInsert, store_id, id, secret_hash(secret), name, now) == 0) return std::nullopt;
  return secret;
}

std::vector<TokenRecord> list_tokens(database::Transaction& tx, std::string_view store_id) {
  static constexpr std::string_view kSelect =
      "SELECT id, name, created_at, last_used_at, revoked_at FROM identity_tokens WHERE store_id = $1"
      " ORDER BY created_at DESC, id DESC LIMIT 200";
  std::vector<TokenRecord> tokens;
  for (const auto& row : tx.query(kSelect, store_id)) {
    const auto used = row.get<std::optional<Instant>>(3);
    tokens.push_back({row.get<std::string>(0), row.get<std::string>(1), json::Time{row.get<Instant>(2)},
                      used ? std::optional(json::Time{*used}) : std::nullopt,
                      row.get<std::optional<Instant>>(4).has_value()});
  }
  return tokens;
}

bool revoke_token(database::Transaction& tx, std::string_view store_id, std::string_view id, Instant now) {
  static constexpr std::string_view kUpdate =
      "UPDATE identity_tokens SET revoked_at = COALESCE(revoked_at, $1) WHERE store_id = $2 AND id = $3";
  return tx.execute(kUpdate, now, store_id, id) == 1;
}

std::optional<LiveToken> find_token(database::Transaction& tx, std::string_view secret) {
  static constexpr std::string_view kSelect =
      "SELECT id, store_id, last_used_at FROM identity_tokens WHERE secret_hash = $1 AND revoked_at IS NULL";
  const auto rows = tx.query(kSelect, secret_hash(secret));
  if (rows.empty()) return std::nullopt;
  return LiveToken{rows[0].get<std::string>(0), rows[0].get<std::string>(1),
                   rows[0].get<std::optional<Instant>>(2)};
}

void touch_token(database::Transaction& tx, const LiveToken& token, Instant now) {
  static constexpr std::string_view kUpdate =
      "UPDATE identity_tokens SET last_used_at = $1 WHERE store_id = $2 AND id = $3";
  tx.put(kUpdate, now, token.store_id, token.id);
}

std::string create_link(database::Transaction& tx, std::string_view purpose, Instant now) {
  static constexpr std::string_view kUpsert =
      "INSERT INTO identity_links (purpose, secret_hash, created_at) VALUES ($1, $2, $3)"
      " ON CONFLICT (purpose) DO UPDATE SET secret_hash = excluded.secret_hash, created_at = "
      "excluded.created_at";
  const auto secret = new_secret();
  tx.execute(kUpsert, purpose, secret_hash(secret), now);
  return secret;
}

bool use_link(database::Transaction& tx, std::string_view purpose, std::string_view secret) {
  static constexpr std::string_view kDelete =
      "DELETE FROM identity_links WHERE purpose = $1 AND secret_hash = $2";
  return tx.execute(kDelete, purpose, secret_hash(secret)) == 1;
}

}  // namespace guanxi::identity
