// The key by which push services know this program (VAPID, RFC 8292).
#pragma once

#include "platform/clock/clock.h"
#include "platform/database/database.h"
#include "platform/push/curve.h"

namespace guanxi::push {

/// Makes the key when there is none yet. It stays: subscriptions hold for no other one.
void make_program_key(database::Database& database, Instant now);
/// The key; throws when it has not been made.
CurveKey program_key(database::Transaction& tx);
/// Its point in base64url: what a browser subscribes with.
std::string shown_program_key(database::Transaction& tx);

/// The head "Authorization" of a message to that push service, good for some hours.
/// @param contact whom the service can write to: "mailto:…" or "https://…"; may be empty
std::string authorization(const CurveKey& key, const std::string& endpoint, const std::string& contact,
                          Instant now);

}  // namespace guanxi::push
