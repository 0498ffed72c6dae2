#include "platform/identity/accounts.h"

#include <algorithm>

#include "platform/identity/feeds.h"
#include "platform/identity/password.h"
#include "platform/identity/uuid.h"
#include "platform/json/kinds.h"
#include "platform/text/search_keys.h"

namespace guanxi::identity {
namespace {

constexpr int kFreeAttempts = 5;
constexpr Instant kLongestWait = 15 * kMinute;

Account load_account(const database::Row& row, std::size_t from) {
  return {row.get<std::string>(from),
          row.get<std::string>(from + 1),
          row.get<std::string>(from + 2),
          row.get<bool>(from + 3),
          row.get<std::string>(from + 4) == "en" ? Language::en : Language::zh,
          json::from_word<Theme>(row.get<std::string>(from + 5)).value_or(Theme::system),
          row.get<bool>(from + 6)};
}

std::string_view word_of(Language language) { return language == Language::en ? "en" : "zh"; }

/// How long the attempt after `failures` failed ones has to wait.
Instant wait_after(std::int64_t failures) {
  if (failures < kFreeAttempts) return 0;
  const auto doublings = std::min<std::int64_t>(failures - kFreeAttempts + 1, 20);
  return std::min(kLongestWait, (Instant{1} << doublings) * kSecond);
}

/// Everything by which somebody who has left could still get in, in one place: whatever else opens a door
/// with a secret of the account's own is cut here. Machines' tokens belong to a store, not to a person, and
/// stay.
void end_accesses(database::Transaction& tx, std::string_view id) {
  end_other_sessions(tx, id, "");
  end_feed(tx, id);
}

}  // namespace

Result<> create_account(database::Transaction& tx, const Account& account) {
  static constexpr std::string_view kInsert =
      "INSERT INTO identity_accounts (id, login, login_key, password_hash, must_change_password, language, "
      "theme)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (login_key) DO NOTHING";
  const auto made =
      tx.execute(kInsert, account.id, account.login, text::fold(account.login), account.password_hash,
                 account.must_change_password, word_of(account.language), json::to_word(account.theme));
  if (made == 0) return refuse(Refusal::field("/login", "in_use"));
  return {};
}

std::optional<Account> find_account(database::Transaction& tx, std::string_view id) {
  static constexpr std::string_view kSelect =
      "SELECT id, login, password_hash, must_change_password, language, theme, retired"
      " FROM identity_accounts WHERE id = $1";
  const auto rows = tx.query(kSelect, id);
  if (rows.empty()) return std::nullopt;
  return load_account(rows[0], 0);
}

Result<> check_login(database::Transaction& tx, std::string_view id, std::string_view login) {
  static constexpr std::string_view kTaken =
      "SELECT 1 FROM identity_accounts WHERE login_key = $1 AND id <> $2";
  if (!tx.query(kTaken, text::fold(login), id).empty()) return refuse(Refusal::field("/login", "in_use"));
  return {};
}

Result<> rename_account(database::Transaction& tx, std::string_view id, std::string_view login) {
  static constexpr std::string_view kUpdate =
      "UPDATE identity_accounts SET login = $1, login_key = $2 WHERE id = $3";
  TRY(check_login(tx, id, login));
  tx.execute(kUpdate, login, text::fold(login), id);
  return {};
}

void set_password(database::Transaction& tx, std::string_view id, std::string_view password_hash,
                  bool must_change) {
  static constexpr std::string_view kUpdate =
      "UPDATE identity_accounts SET password_hash = $1, must_change_password = $2 WHERE id = $3";
  tx.execute(kUpdate, password_hash, must_change, id);
}

void set_preferences(database::Transaction& tx, std::string_view id, Language language, Theme theme) {
  static constexpr std::string_view kUpdate =
      "UPDATE identity_accounts SET language = $1, theme = $2 WHERE id = $3";
  tx.execute(kUpdate, word_of(language), json::to_word(theme), id);
}

void set_retired(database::Transaction& tx, std::string_view id, bool retired) {
  static constexpr std::string_view kUpdate = "UPDATE identity_accounts SET retired = $1 WHERE id = $2";
  tx.execute(kUpdate, retired, id);
  if (retired) end_accesses(tx, id);
}

Result<std::optional<Account>> begin_attempt(database::Transaction& tx, std::string_view login, Instant now) {
  static constexpr std::string_view kFind =
      "SELECT failures, last_at FROM identity_attempts WHERE login_key = $1";
  static constexpr std::string_view kCount =
      "INSERT INTO identity_attempts (login_key, failures, last_at) VALUES ($1, 1, $2)"
      " ON CONFLICT (login_key) DO UPDATE SET last_at = excluded.last_at,"
      " failures = CASE WHEN identity_attempts.last_at < $3 THEN 1 ELSE identity_attempts.failures + 1 END";
  static constexpr std::string_view kForgetOld = "DELETE FROM identity_attempts WHERE last_at < $1";
  static constexpr std::string_view kAccount =
      "SELECT id, login, password_hash, must_change_password, language, theme, retired"
      " FROM identity_accounts WHERE login_key = $1 AND retired = 0";
  const auto key = text::fold(login);
  if (const auto earlier = tx.query(kFind, key).first()) {
    const auto [failures, last_at] = earlier->as<std::int64_t, Instant>();
    const auto wait = last_at + wait_after(failures) - now;
    if (wait > 0) {
      Refusal refusal{Refusal::Kind::too_many, "too_many_attempts"};
      refusal.retry_after_seconds = static_cast<int>((wait + kSecond - 1) / kSecond);
      return refuse(std::move(refusal));
    }
  }
  tx.execute(kForgetOld, now - kDay);
  tx.execute(kCount, key, now, now - kDay);
  const auto rows = tx.query(kAccount, key);
  if (rows.empty()) return std::nullopt;
  return load_account(rows[0], 0);
}

void forget_attempts(database::Transaction& tx, std::string_view login) {
  static constexpr std::string_view kDelete = "DELETE FROM identity_attempts WHERE login_key = $1";
  tx.execute(kDelete, text::fold(login));
}

}  // namespace guanxi::identity
