// What one is told of, and where; and what could not be told.
#include <algorithm>
#include <iterator>

#include "dealership/notifying.h"
#include "dealership/people.h"
#include "platform/database/refusable.h"
#include "platform/facts/facts.h"

namespace guanxi::dealership {
namespace {

using http::Body;
using http::Call;
using http::Items;

struct FailedMessage {
  std::string id;
  std::optional<Name> to;
  outbox::Channel channel;
  std::string title, failure;
  json::Time made_at, failed_at;
  std::int64_t tries;
  BOOST_DESCRIBE_CLASS(FailedMessage, (), (id, to, channel, title, failure, made_at, failed_at, tries), (),
                       ())
};

constexpr std::int64_t kShown = 100;

Result<Items<FailedMessage>> show_failed(const Call& call) {
  Items<FailedMessage> items;
  auto failed = outbox::failed_of(call.tx(), call.store(), kShown);
  if (call.actor.may("stores.edit")) {
    // Codes belong to no store; whoever sets mail up sees by them first that it does not work.
    auto codes = outbox::failed_of(call.tx(), facts::kNoStore, kShown);
    std::ranges::move(codes, std::back_inserter(failed));
    std::ranges::sort(failed, std::ranges::greater(), &outbox::Failed::failed_at);
  }
  for (const auto& each : failed) {
    items.items.push_back({each.id,
                           name_of(call.tx(), each.account_id),
                           each.channel,
                           each.title,
                           each.failure,
                           {each.made_at},
                           {each.failed_at},
                           each.tries});
  }
  return items;
}

Notifying shown(const Call& call, database::Database& database, bool mail_is_set_up) {
  Notifying notifying;
  database.read(
      [&](database::Transaction& tx) { notifying = notifying_of(tx, call.actor, mail_is_set_up, call.now); });
  return notifying;
}

}  // namespace

std::vector<http::Route> notifying_routes(database::Database& database, bool mail_is_set_up,
                                          const push::Reach& reach) {
  const auto show = [=](const Call& call) -> Result<Notifying> {
    return notifying_of(call.tx(), call.actor, mail_is_set_up, call.now);
  };
  const auto choose = [=](const Call& call, const Body<NotifyChoice>& input) -> Result<Notifying> {
    TRY(choose_notifying(call.tx(), call.actor, *input));
    return show(call);
  };
  // Off the database's threads, as all that can be asked too often: its refusals are described there.
  const auto ask = [&database, mail_is_set_up](const Call& call,
                                               const Body<NewAddress>& input) -> Result<Notifying> {
    TRY(database::write_or_refuse(
        database, [&](database::Transaction& tx) { return ask_address(tx, call.actor, *input, call.now); }));
    return shown(call, database, mail_is_set_up);
  };
  const auto confirm = [&database, mail_is_set_up](const Call& call,
                                                   const Body<AddressCode>& input) -> Result<Notifying> {
    TRY(confirm_address(database, call.actor, *input, call.now));
    return shown(call, database, mail_is_set_up);
  };
  const auto forget = [=](const Call& call) -> Result<Notifying> {
    forget_address(call.tx(), call.actor);
    return show(call);
  };
  const auto add = [=](const Call& call, const Body<NewDevice>& input) -> Result<Notifying> {
    TRY(add_device(call.tx(), call.actor, *input, reach, call.now));
    return show(call);
  };
  const auto remove = [=](const Call& call) -> Result<Notifying> {
    TRY(remove_device(call.tx(), call.actor, call.params.at("device_id"), call.now));
    return show(call);
  };
  const auto try_it = [=](const Call& call) -> Result<Notifying> {
    TRY(try_device(call.tx(), call.actor, call.params.at("device_id"), call.now));
    return show(call);
  };
  constexpr const char* kTold = "prospects.follow prospects.manage";
  // clang-format off
  return {
    http::reads ("GET /notifying", kTold, "What one is told of, and where", show),
    http::writes("PUT /notifying", kTold, "Choose what one is told of", choose),
    http::slow  ("POST /notifying/address", kTold, "Have a code sent to one's mail address", ask),
    http::slow  ("POST /notifying/address/confirmation", kTold, "Say the code", confirm),
    http::writes("DELETE /notifying/address", kTold, "Be told nothing by mail", forget),
    http::writes("POST /notifying/devices", kTold, "Have messages shown by this browser", add),
    http::writes("DELETE /notifying/devices/{device_id}", kTold, "Have no more shown by a browser", remove),
    http::writes("POST /notifying/devices/{device_id}/trial", kTold, "Send a message to see that it arrives", try_it),
    http::reads ("GET /stores/{store_id}/failed-messages", "stores.edit prospects.manage", "Messages that could not be sent, the latest first", show_failed),
  };
  // clang-format on
}

}  // namespace guanxi::dealership
