#include "platform/outbox/outbox.h"

#include <algorithm>

#include "platform/database/columns.h"

namespace guanxi::outbox {
namespace {

constexpr std::int64_t kMostTries = 12;
constexpr Instant kFirstWait = 30 * kSecond;
constexpr Instant kLongestWait = 2 * kHour;
constexpr Instant kKeptFor = 30 * kDay;

Message load_message(const database::Row& row) {
  database::Columns columns(row);
  Message message;
  message.store_id = columns.next<std::string>();
  message.id = columns.next<std::string>();
  message.channel = columns.word<Channel>();
  message.account_id = columns.next<std::string>();
  message.address = columns.next<std::string>();
  message.title = columns.next<std::string>();
  message.words = columns.next<std::string>();
  message.link = columns.next<std::string>();
  message.made_at = columns.next<Instant>();
  message.expires_at = columns.next<Instant>();
  message.tries = columns.next<std::int64_t>();
  return message;
}

}  // namespace

void put(database::Transaction& tx, const Message& message) {
  static constexpr std::string_view kInsert =
      "INSERT INTO outbox_messages (store_id, id, channel, account_id, address, title, words, link, made_at,"
      " expires_at, next_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
      " ON CONFLICT (store_id, id) DO NOTHING";
  tx.execute(kInsert, message.store_id, message.id, json::to_word(message.channel), message.account_id,
             message.address, message.title, message.words, message.link, message.made_at, message.expires_at,
             message.made_at);
}

std::vector<Message> take_due(database::Transaction& tx, Channel channel, const std::string& claim,
                              Instant now, std::int64_t limit) {
  static constexpr std::string_view kGiveUp =
      "UPDATE outbox_messages SET next_at = NULL, claim = NULL, failed_at = $1, words = '',"
      " failure = coalesce(failure, 'too late') WHERE next_at <= $2 AND expires_at <= $3";
  // A claim is a later time to be due at: whoever forgets it is followed by the next.
  static constexpr std::string_view kClaim =
      "UPDATE outbox_messages SET claim = $1, next_at = $2, tries = tries + 1 WHERE (store_id, id) IN"
      " (SELECT store_id, id FROM outbox_messages WHERE next_at <= $3 AND channel = $4"
      " ORDER BY next_at, store_id, id LIMIT $5)";
  static constexpr std::string_view kSelect =
      "SELECT store_id, id, channel, account_id, address, title, words, link, made_at, expires_at, tries"
      " FROM outbox_messages WHERE claim = $1 AND next_at = $2 ORDER BY made_at, store_id, id";
  tx.execute(kGiveUp, now, now, now);
  const auto until = now + kClaimLasts;
  tx.execute(kClaim, claim, until, now, json::to_word(channel), limit);
  std::vector<Message> taken;
  for (const auto& row : tx.query(kSelect, claim, until)) taken.push_back(load_message(row));
  return taken;
}

void note_sent(database::Transaction& tx, const Message& message, const std::string& claim, Instant now) {
  static constexpr std::string_view kUpdate =
      "UPDATE outbox_messages SET sent_at = $1, next_at = NULL, claim = NULL, words = '', failure = NULL"
      " WHERE store_id = $2 AND id = $3 AND claim = $4";
  tx.execute(kUpdate, now, message.store_id, message.id, claim);
}

void forget(database::Transaction& tx, const Message& message, const std::string& claim) {
  static constexpr std::string_view kDelete =
      "DELETE FROM outbox_messages WHERE store_id = $1 AND id = $2 AND claim = $3";
  tx.execute(kDelete, message.store_id, message.id, claim);
}

void note_failure(database::Transaction& tx, const Message& message, const std::string& claim,
                  const std::string& why, std::optional<Instant> next_at, Instant now) {
  static constexpr std::string_view kAgain =
      "UPDATE outbox_messages SET next_at = $1, claim = NULL, failure = $2"
      " WHERE store_id = $3 AND id = $4 AND claim = $5";
  static constexpr std::string_view kGiveUp =
      "UPDATE outbox_messages SET next_at = NULL, claim = NULL, failed_at = $1, failure = $2, words = ''"
      " WHERE store_id = $3 AND id = $4 AND claim = $5";
  if (next_at) {
    tx.execute(kAgain, *next_at, why, message.store_id, message.id, claim);
  } else {
    tx.execute(kGiveUp, now, why, message.store_id, message.id, claim);
  }
}

std::optional<Instant> wait_after(std::int64_t tries, double chance) {
  if (tries >= kMostTries) return std::nullopt;
  const auto doublings = std::clamp<std::int64_t>(tries - 1, 0, 20);
  const auto wait = std::min(kLongestWait, kFirstWait << doublings);
  return static_cast<Instant>(static_cast<double>(wait) * (0.75 + chance / 2));
}

std::vector<Failed> failed_of(database::Transaction& tx, std::string_view store_id, std::int64_t limit) {
  static constexpr std::string_view kSelect =
      "SELECT id, account_id, channel, title, failure, made_at, failed_at, tries FROM outbox_messages"
      " WHERE store_id = $1 AND failed_at IS NOT NULL ORDER BY failed_at DESC, id DESC LIMIT $2";
  std::vector<Failed> all;
  for (const auto& row : tx.query(kSelect, store_id, limit)) {
    database::Columns columns(row);
    Failed failed{};
    failed.id = columns.next<std::string>();
    failed.account_id = columns.next<std::string>();
    failed.channel = columns.word<Channel>();
    failed.title = columns.next<std::string>();
    failed.failure = columns.next<std::string>();
    failed.made_at = columns.next<Instant>();
    failed.failed_at = columns.next<Instant>();
    failed.tries = columns.next<std::int64_t>();
    all.push_back(std::move(failed));
  }
  return all;
}

void forget_old(database::Transaction& tx, Instant now) {
  static constexpr std::string_view kDelete =
      "DELETE FROM outbox_messages WHERE next_at IS NULL AND made_at < $1";
  tx.execute(kDelete, now - kKeptFor);
}

}  // namespace guanxi::outbox
