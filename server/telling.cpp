#include "telling.h"

#include <fmt/format.h>

#include <boost/json.hpp>

#include "dealership/notifying.h"
#include "platform/identity/devices.h"
#include "prospects/card_store.h"

namespace guanxi {
namespace {

using database::Transaction;
using dealership::NotifyKind;
using dealership::Said;
using dealership::Store;
using prospects::NamedCard;

std::string link_to(const std::string& store_id, const NamedCard& card) {
  return "/stores/" + store_id + "/prospects/" + card.card.id;
}

/// "云岭 5", and by when: what the message says beside the name.
std::string about(const Store& store, const NamedCard& card, Language language) {
  std::string text = card.model.value_or("");
  if (card.card.next && card.card.next->timed) {
    const auto at = store.zone().local(card.card.next->at);
    if (!text.empty()) text += "\n";
    text += language == Language::zh
                ? fmt::format("请在 {}月{}日 {:02}:{:02} 前联系。", at.month, at.day, at.hour, at.minute)
                : fmt::format("Please call by {:04}-{:02}-{:02} {:02}:{:02}.", at.year, at.month, at.day,
                              at.hour, at.minute);
  }
  return text;
}

/// Tells somebody of a card under a title with the customer's name in it.
void tell_of_card(Transaction& tx, const facts::Happening& happening, const std::string& card_id,
                  const std::string& to, NotifyKind kind, const char* zh, const char* en) {
  const auto store = dealership::load_store(tx, happening.store_id);
  const auto card = prospects::find_card(tx, happening.store_id, card_id);
  if (!card) return;
  dealership::tell(tx, store, to, kind, link_to(store.id, *card), happening.at, [&](Language language) {
    const auto title = language == Language::zh ? std::string(zh) + "：" : std::string(en) + ": ";
    return Said{title + card->customer_name, about(store, *card, language)};
  });
}

/// A message as a letter: the same id each time, so that whoever gets it twice sees it once.
outbox::Delivery send_by_mail(const mail::Server& server, const std::string& address,
                              const outbox::Message& message) {
  mail::Letter letter;
  letter.id = message.id + "@guanxi";
  letter.to = message.address;
  letter.subject = message.title;
  letter.text = message.words + "\n";
  if (!message.link.empty() && !address.empty()) letter.text += "\n" + address + message.link + "\n";
  letter.at = message.made_at;
  const auto handed = mail::hand_in(server, std::move(letter));
  if (handed.taken) return {};
  return {handed.refused_for_good ? outbox::Outcome::never : outbox::Outcome::later, handed.why};
}

/// What the web app's worker shows: see web/public/push.js.
std::string shown_by_worker(const outbox::Message& message) {
  return boost::json::serialize(boost::json::object{
      {"id", message.id}, {"title", message.title}, {"words", message.words}, {"link", message.link}});
}

outbox::Delivery send_to_browser(database::Database& database, const push::Reach& reach,
                                 const outbox::Message& message, Instant now) {
  push::CurveKey key;
  std::optional<push::Receiver> receiver;
  database.read([&](Transaction& tx) {
    key = push::program_key(tx);
    if (const auto device = identity::find_device(tx, message.address, now))
      receiver = push::read_receiver(device->endpoint, device->p256dh, device->auth);
  });
  if (!receiver) return {outbox::Outcome::gone, ""};
  const auto handed =
      push::hand_in(key, reach, *receiver, shown_by_worker(message), message.expires_at - now, now);
  switch (handed.answer) {
    case push::Answer::taken:
      return {};
    case push::Answer::later:
      return {outbox::Outcome::later, handed.why};
    case push::Answer::never:
      return {outbox::Outcome::never, handed.why};
    case push::Answer::gone:
      break;
  }
  database.write([&](Transaction& tx) {
    identity::forget_device(tx, message.address);
    return database::Outcome::keep;
  });
  return {outbox::Outcome::gone, ""};
}

}  // namespace

outbox::Carrier mail_carrier(mail::Server server, std::string address) {
  return [server = std::move(server), address = std::move(address)](const outbox::Message& message) {
    return send_by_mail(server, address, message);
  };
}

outbox::Carrier push_carrier(database::Database& database, const Clock& clock, push::Reach reach) {
  return [&database, &clock, reach = std::move(reach)](const outbox::Message& message) {
    return send_to_browser(database, reach, message, clock.now());
  };
}

void tell_of_lead(Transaction& tx, const facts::Happening& happening, const prospects::LeadReceived&) {
  if (happening.subject_kind != "card") return;  // nothing could be made of it
  const auto card = prospects::find_card(tx, happening.store_id, happening.subject_id);
  if (!card || !card->card.salesperson_id) return;
  tell_of_card(tx, happening, happening.subject_id, *card->card.salesperson_id, NotifyKind::lead, "新线索",
               "New lead");
}

void tell_of_moved_lead(Transaction& tx, const facts::Happening& happening,
                        const prospects::LeadReassigned& lead) {
  tell_of_card(tx, happening, happening.subject_id, lead.to, NotifyKind::lead, "线索转给您",
               "A lead has come to you");
}

void tell_of_breach(Transaction& tx, const facts::Happening& happening, const prospects::LeadEscalated&) {
  const auto store = dealership::load_store(tx, happening.store_id);
  for (const auto& manager :
       dealership::list_staff(tx, store, std::nullopt, dealership::Role::sales_manager)) {
    tell_of_card(tx, happening, happening.subject_id, manager.id, NotifyKind::lead, "线索超时没人联系",
                 "Nobody has answered a lead");
  }
}

void tell_of_visit(Transaction& tx, const facts::Happening& happening, const reception::VisitOpened& visit) {
  if (!visit.salesperson_id || *visit.salesperson_id == happening.actor_id) return;
  const auto store = dealership::load_store(tx, happening.store_id);
  dealership::tell(tx, store, *visit.salesperson_id, NotifyKind::visit,
                   "/stores/" + store.id + "/visits/" + happening.subject_id, happening.at,
                   [](Language language) {
                     return language == Language::zh
                                ? Said{"来客在等您", "前台给您登记了一位来客。"}
                                : Said{"Somebody is here for you", "The desk has opened a visit for you."};
                   });
}

void tell_who_was_skated(Transaction& tx, const facts::Happening& happening,
                         const reception::VisitSkated& skated) {
  const auto card = prospects::latest_card_of(tx, happening.store_id, skated.customer_id);
  if (!card) return;
  tell_of_card(tx, happening, card->card.id, skated.in_charge, NotifyKind::notice, "撞单：同事接待了您的客户",
               "A colleague has received your customer");
}

}  // namespace guanxi
