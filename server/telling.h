// Who is told of what happens, when they are not looking: facts of the rooms become messages.
#pragma once

#include "platform/facts/facts.h"
#include "platform/mail/smtp.h"
#include "platform/outbox/sender.h"
#include "platform/push/service.h"
#include "prospects/prospects.h"

namespace guanxi {

/// A lead has come: whoever is to answer it is told by when.
void tell_of_lead(database::Transaction& tx, const facts::Happening& happening,
                  const prospects::LeadReceived& lead);
/// A lead has gone to somebody else.
void tell_of_moved_lead(database::Transaction& tx, const facts::Happening& happening,
                        const prospects::LeadReassigned& lead);
/// Nobody has answered a lead in time: the managers of the store are told.
void tell_of_breach(database::Transaction& tx, const facts::Happening& happening,
                    const prospects::LeadEscalated& lead);
/// Somebody is here, and it was another person who opened the visit.
void tell_of_visit(database::Transaction& tx, const facts::Happening& happening,
                   const reception::VisitOpened& visit);
/// A colleague has filed a customer of theirs.
void tell_who_was_skated(database::Transaction& tx, const facts::Happening& happening,
                         const reception::VisitSkated& skated);

/// How letters leave this process. Their links lead to `address`, that of the web app as people open it
/// ("https://crm.example"); empty: no links.
outbox::Carrier mail_carrier(mail::Server server, std::string address);
/// How messages to browsers do, as far as they may go.
outbox::Carrier push_carrier(database::Database& database, const Clock& clock, push::Reach reach);

}  // namespace guanxi
