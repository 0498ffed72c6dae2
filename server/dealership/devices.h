// Browsers on which somebody has allowed messages (web push), for the person whose they are.
#pragma once

#include <boost/describe.hpp>

#include "platform/identity/actor.h"
#include "platform/identity/devices.h"
#include "platform/json/types.h"
#include "platform/push/service.h"
#include "platform/result.h"

namespace guanxi::dealership {

struct Device {
  std::string id;
  bool current = false;  ///< of the session that asks
  std::string user_agent;
  json::Time made_at;
  BOOST_DESCRIBE_CLASS(Device, (), (id, current, user_agent, made_at), (), ())
};

/// What a browser says when somebody has allowed messages on it (PushSubscription.toJSON).
struct NewDevice {
  json::Id id;
  json::Line<1000> endpoint;
  json::Line<120> p256dh, auth;
  BOOST_DESCRIBE_CLASS(NewDevice, (), (id, endpoint, p256dh, auth), (), ())
};

/// The person's devices, the latest first.
std::vector<Device> devices_of(database::Transaction& tx, const Actor& actor, Instant now);
/// Tells this browser from now on, until the session ends; who was told on it before is not any more. Refuses
/// what is no address of a push service (`not_a_push_address` at /endpoint) or no key of a browser
/// (`not_a_push_key` at /p256dh).
Result<> add_device(database::Transaction& tx, const Actor& actor, const NewDevice& input,
                    const push::Reach& reach, Instant now);
/// Refuses with not_found what is none of the person's devices.
Result<> remove_device(database::Transaction& tx, const Actor& actor, const std::string& id, Instant now);
/// Sends a message that says that messages arrive. Refuses with not_found as above.
Result<> try_device(database::Transaction& tx, const Actor& actor, const std::string& id, Instant now);

}  // namespace guanxi::dealership
