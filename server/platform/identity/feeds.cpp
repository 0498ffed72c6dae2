#include "platform/identity/feeds.h"

#include "platform/identity/password.h"

namespace guanxi::identity {

std::string make_feed(database::Transaction& tx, std::string_view account_id, Instant now) {
  static constexpr std::string_view kUpsert =
      "INSERT INTO identity_feeds (account_id, secret_hash, made_at) VALUES ($1, $2, $3)"
      " ON CONFLICT (account_id) DO UPDATE SET secret_hash = excluded.secret_hash,"
      " made_at = excluded.made_at, last_used_at = NULL";
  auto secret = new_secret();
  tx.execute(kUpsert, account_id, secret_hash(secret), now);
  return secret;
}

std::optional<FeedRecord> feed_of(database::Transaction& tx, std::string_view account_id) {
  static constexpr std::string_view kSelect =
      "SELECT made_at, last_used_at FROM identity_feeds WHERE account_id = $1";
  const auto row = tx.query(kSelect, account_id).first();
  if (!row) return std::nullopt;
  return FeedRecord{row->get<Instant>(0), row->get<std::optional<Instant>>(1)};
}

bool end_feed(database::Transaction& tx, std::string_view account_id) {
  static constexpr std::string_view kDelete = "DELETE FROM identity_feeds WHERE account_id = $1";
  return tx.execute(kDelete, account_id) == 1;
}

std::optional<LiveFeed> find_feed(database::Transaction& tx, std::string_view secret) {
  static constexpr std::string_view kSelect =
      "SELECT account_id, last_used_at FROM identity_feeds WHERE secret_hash = $1";
  const auto row = tx.query(kSelect, secret_hash(secret)).first();
  if (!row) return std::nullopt;
  auto account = find_account(tx, row->get<std::string>(0));
  if (!account || account->retired || account->must_change_password) return std::nullopt;
  return LiveFeed{*std::move(account), row->get<std::optional<Instant>>(1)};
}

void touch_feed(database::Transaction& tx, std::string_view account_id, Instant now) {
  static constexpr std::string_view kUpdate =
      "UPDATE identity_feeds SET last_used_at = $1 WHERE account_id = $2";
  tx.put(kUpdate, now, account_id);
}

}  // namespace guanxi::identity
