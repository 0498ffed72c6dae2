// A secret address under which a program of the person's own, such as the calendar of a telephone, reads what
// the person would see: one for each account, to be renewed and ended by the person.
#pragma once

#include "platform/identity/accounts.h"

namespace guanxi::identity {

struct FeedRecord {
  Instant made_at = 0;
  std::optional<Instant> last_used_at;
};

/// Makes the account's feed, in place of the one there was, and returns its secret of 256 bits, which is
/// stored only as a hash.
std::string make_feed(database::Transaction& tx, std::string_view account_id, Instant now);
std::optional<FeedRecord> feed_of(database::Transaction& tx, std::string_view account_id);
/// Ends it; false when there is none.
bool end_feed(database::Transaction& tx, std::string_view account_id);

struct LiveFeed {
  Account account;
  std::optional<Instant> last_used_at;
};
/// The feed of a secret, unless its account is retired or must change its password first.
std::optional<LiveFeed> find_feed(database::Transaction& tx, std::string_view secret);
/// Notes that the feed is in use.
void touch_feed(database::Transaction& tx, std::string_view account_id, Instant now);

}  // namespace guanxi::identity
