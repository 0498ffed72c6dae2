// A message that only one browser can read, whoever carries it there (RFC 8291, RFC 8188).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/push/curve.h"

namespace guanxi::push {

/// A browser's subscription: what it told when somebody allowed messages on it.
struct Receiver {
  std::string endpoint;  ///< the address of its push service, and of the browser there
  std::string point;     ///< p256dh: 65 bytes
  std::string secret;    ///< auth: 16 bytes
};

/// The receiver of a subscription whose keys are in base64url; nothing when they are no such keys.
std::optional<Receiver> read_receiver(std::string endpoint, std::string_view p256dh, std::string_view auth);

/// What fits into the one record that push services have to carry (RFC 8030 §7.2).
inline constexpr std::size_t kMostWords = 3900;

/// The body that is sent: one record, sealed with a key and a salt of its own. Throws std::runtime_error for
/// more than `kMostWords` bytes.
std::string seal(std::string_view words, const Receiver& receiver);
/// The same with a given key and salt (16 bytes), as the example of RFC 8291 has it.
std::string seal_with(std::string_view words, const Receiver& receiver, const CurveKey& sender,
                      std::string_view salt);

}  // namespace guanxi::push
