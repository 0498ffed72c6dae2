// What people are told of when they are not looking at the app, and where.
#pragma once

#include <functional>

#include "dealership/devices.h"
#include "dealership/stores.h"
#include "platform/http/route.h"
#include "platform/outbox/outbox.h"

namespace guanxi::dealership {

/// What somebody can be told of.
enum class NotifyKind {
  lead,    ///< a lead that is theirs to answer; for managers: one that nobody has answered
  visit,   ///< somebody is here for them
  notice,  ///< something that a colleague did with a customer of theirs
};
BOOST_DESCRIBE_ENUM(NotifyKind, lead, visit, notice)

struct Notifying {
  bool mail_is_set_up = false;             ///< whether this server sends mail at all
  std::optional<std::string> email;        ///< confirmed
  std::optional<std::string> asked_email;  ///< waits for its code
  std::vector<NotifyKind> by_mail;
  std::string push_key;             ///< what a browser subscribes with, base64url
  std::vector<Device> devices;      ///< on which messages are shown
  std::vector<NotifyKind> by_push;  ///< on all of them
  BOOST_DESCRIBE_CLASS(Notifying, (),
                       (mail_is_set_up, email, asked_email, by_mail, push_key, devices, by_push), (), ())
};
struct NotifyChoice {
  std::optional<std::vector<NotifyKind>> by_mail, by_push;  ///< what is left out stays
  BOOST_DESCRIBE_CLASS(NotifyChoice, (), (by_mail, by_push), (), ())
};
struct NewAddress {
  json::Line<200> email;
  BOOST_DESCRIBE_CLASS(NewAddress, (), (email), (), ())
};
struct AddressCode {
  json::Line<10> code;
  BOOST_DESCRIBE_CLASS(AddressCode, (), (code), (), ())
};

Notifying notifying_of(database::Transaction& tx, const Actor& actor, bool mail_is_set_up, Instant now);
/// Chooses what comes by mail, and what on devices. Refuses any mail while there is no confirmed address
/// (`address_needed` at /by_mail).
Result<> choose_notifying(database::Transaction& tx, const Actor& actor, const NotifyChoice& choice);
/// Sends a code to an address, in place of the one sent before; nothing else goes there until the code has
/// come back. Refuses what is no address, and asking again within a minute (429).
Result<> ask_address(database::Transaction& tx, const Actor& actor, const NewAddress& input, Instant now);
/// The code has come back: mail goes to that address from now on. Refuses a wrong one at /code
/// (`wrong_code`), and any after half an hour or five wrong ones (`code_is_over`).
Result<> confirm_address(database::Database& database, const Actor& actor, const AddressCode& input,
                         Instant now);
/// Nothing goes by mail any more.
void forget_address(database::Transaction& tx, const Actor& actor);

/// A message in one language: short, and without a number or address of anybody.
struct Said {
  std::string title, words;
};
/// Tells somebody, in the transaction of what they are told of, wherever they have chosen. Nobody is told who
/// has left, and on days off and outside of one's working hours nobody is told of anything but leads.
void tell(database::Transaction& tx, const Store& store, const std::string& person_id, NotifyKind kind,
          const std::string& link, Instant now, const std::function<Said(Language)>& say);

/// The rows of the route table. `mail_is_set_up`: whether the program sends mail at all.
std::vector<http::Route> notifying_routes(database::Database& database, bool mail_is_set_up,
                                          const push::Reach& reach);

}  // namespace guanxi::dealership
