// Browsers to which messages go when nobody is looking. One belongs to a session and lasts as long as it
// does: whoever signs out, is signed out or is retired gets no more there.
#pragma once

#include "platform/clock/clock.h"
#include "platform/database/database.h"

namespace guanxi::identity {

struct Device {
  std::string id, account_id, session_id;
  std::string endpoint, p256dh, auth;  ///< as the browser told them (PushSubscription)
  std::string user_agent;              ///< of the session
  Instant made_at = 0;
};

/// Adds it, in place of the session's former one and of whoever had this endpoint: it is the same browser.
/// The same id a second time changes nothing.
void add_device(database::Transaction& tx, const Device& device, Instant now);
/// The account's devices whose session lasts, the latest first.
std::vector<Device> list_devices(database::Transaction& tx, std::string_view account_id, Instant now);
/// A device, unless its session has ended or its account is retired.
std::optional<Device> find_device(database::Transaction& tx, std::string_view id, Instant now);
void forget_device(database::Transaction& tx, std::string_view id);

}  // namespace guanxi::identity
