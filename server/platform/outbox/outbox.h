// Messages on their way out. One is written in the transaction that makes true what it tells of, and sent
// afterwards: at least once, with an id by which the receiver tells that it came twice.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "platform/clock/clock.h"
#include "platform/database/database.h"

namespace guanxi::outbox {

enum class Channel { mail, push };
BOOST_DESCRIBE_ENUM(Channel, mail, push)

struct Message {
  std::string store_id, id;
  Channel channel = Channel::mail;
  std::string account_id;  ///< to whom
  std::string address;     ///< where to: of mail its address, of push the device's id
  std::string title, words;
  std::string link;  ///< a path of the web app; may be empty
  Instant made_at = 0, expires_at = 0;
  std::int64_t tries = 0;  ///< this one included
};

/// Puts a message on its way, once: one whose id is there already is that one.
void put(database::Transaction& tx, const Message& message);

/// How long whoever has claimed messages may take to send them.
inline constexpr Instant kClaimLasts = 5 * kMinute;

/// Claims messages of a channel that are due, the longest due first: for that long nobody else gets them.
/// What nobody needs any more is given up. `claim` is a name that nobody else uses.
std::vector<Message> take_due(database::Transaction& tx, Channel channel, const std::string& claim,
                              Instant now, std::int64_t limit);

/// It was sent: it is over, unless the claim has run out and somebody else has it by now.
void note_sent(database::Transaction& tx, const Message& message, const std::string& claim, Instant now);
/// Whoever it was for is not there any more, as had to be expected: it is forgotten.
void forget(database::Transaction& tx, const Message& message, const std::string& claim);
/// It was not sent: it is tried again at `next_at`, or given up when there is none.
void note_failure(database::Transaction& tx, const Message& message, const std::string& claim,
                  const std::string& why, std::optional<Instant> next_at, Instant now);

/// How long to wait after the try of this number: half a minute, twice as long each time, at most two hours;
/// up to a quarter more or less, by `chance` in [0, 1), so that not all come back at once. Nothing after the
/// twelfth, half a day later.
std::optional<Instant> wait_after(std::int64_t tries, double chance);

/// One that was given up, for those who look after the program.
struct Failed {
  std::string id, account_id;
  Channel channel;
  std::string title, failure;
  Instant made_at, failed_at;
  std::int64_t tries;
};
/// The last ones of a store.
std::vector<Failed> failed_of(database::Transaction& tx, std::string_view store_id, std::int64_t limit);

/// Forgets what has been over for longer than a month.
void forget_old(database::Transaction& tx, Instant now);

}  // namespace guanxi::outbox
