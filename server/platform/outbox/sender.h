// Sends what is on its way out, beside the requests.
#pragma once

#include "platform/jobs/repeating.h"
#include "platform/outbox/outbox.h"

namespace guanxi::outbox {

/// What became of an attempt to send.
enum class Outcome {
  sent,
  later,  ///< the way was blocked: it is tried again
  never,  ///< there is no such receiver
  gone,   ///< the receiver has left, as it may: nobody is to hear of it
};
struct Delivery {
  Outcome outcome = Outcome::sent;
  std::string why;  ///< of one that was not sent
};
/// Sends one message. May take as long as `kClaimLasts` divided by `kAtOnce`, not longer.
using Carrier = std::function<Delivery(const Message&)>;

/// Claimed in one go.
inline constexpr std::int64_t kAtOnce = 8;

/// Sends everything of a channel that is due. Several processes may do so at once: no message is with two of
/// them at the same time.
/// @param goes_on asked before each message; false breaks off, and the rest is due again later
void send_due(database::Database& database, Channel channel, const Carrier& carrier, Instant now,
              const std::function<bool()>& goes_on);

/// Does so as long as it lives, on a thread of its own: no channel waits for another one that is blocked.
class Sender {
 public:
  Sender(database::Database& database, const Clock& clock, Channel channel, Carrier carrier,
         std::chrono::milliseconds pause = std::chrono::seconds(2));

 private:
  Carrier carrier_;
  Instant forgot_at_ = 0;
  jobs::Repeating background_;
};

}  // namespace guanxi::outbox
