#include "dealership/devices.h"

#include "platform/facts/facts.h"
#include "platform/identity/uuid.h"
#include "platform/outbox/outbox.h"

namespace guanxi::dealership {
namespace {

constexpr Instant kTrialLasts = 10 * kMinute;

Result<> check_theirs(database::Transaction& tx, const Actor& actor, const std::string& id, Instant now) {
  const auto device = identity::find_device(tx, id, now);
  if (!device || device->account_id != actor.id) return refuse(Refusal::not_found());
  return {};
}

}  // namespace

std::vector<Device> devices_of(database::Transaction& tx, const Actor& actor, Instant now) {
  std::vector<Device> devices;
  for (const auto& each : identity::list_devices(tx, actor.id, now))
    devices.push_back({each.id, each.session_id == actor.session_id, each.user_agent, {each.made_at}});
  return devices;
}

Result<> add_device(database::Transaction& tx, const Actor& actor, const NewDevice& input,
                    const push::Reach& reach, Instant now) {
  if (!push::is_endpoint(input.endpoint, reach))
    return refuse(Refusal::field("/endpoint", "not_a_push_address"));
  if (!push::read_receiver(input.endpoint, input.p256dh, input.auth))
    return refuse(Refusal::field("/p256dh", "not_a_push_key"));
  identity::add_device(
      tx, {input.id, actor.id, actor.session_id, input.endpoint, input.p256dh, input.auth, "", now}, now);
  return {};
}

Result<> remove_device(database::Transaction& tx, const Actor& actor, const std::string& id, Instant now) {
  TRY(check_theirs(tx, actor, id, now));
  identity::forget_device(tx, id);
  return {};
}

Result<> try_device(database::Transaction& tx, const Actor& actor, const std::string& id, Instant now) {
  TRY(check_theirs(tx, actor, id, now));
  const bool zh = actor.language == Language::zh;
  outbox::Message message;
  message.store_id = facts::kNoStore;
  message.id = new_uuid(now);
  message.channel = outbox::Channel::push;
  message.account_id = actor.id;
  message.address = id;
  message.title = zh ? "提醒能收到" : "Messages arrive";
  message.words = zh ? "有线索、来客或同事动了您的客户时，会在这里告诉您。"
                     : "Leads, visitors and what colleagues do with your customers are told here.";
  message.link = "/settings/calendar";
  message.made_at = now;
  message.expires_at = now + kTrialLasts;
  outbox::put(tx, message);
  return {};
}

}  // namespace guanxi::dealership
