// Leads that come as mail.
#pragma once

#include "prospects/leads.h"

namespace guanxi::prospects {

/// What became of a message.
struct MailTaken {
  bool seen_before = false;  ///< nothing was done
  std::vector<LeadAnswer> leads;
};

/// Takes the leads of one message, as it lay in the mailbox. Each is taken once: one with the same Message-ID
/// and the same text, or, without a Message-ID, of the same bytes, has been seen before. A message without a
/// lead is refused as one, with the reason, and kept.
/// @param provider who brought it; what the message itself says when it is empty
MailTaken take_mail(database::Transaction& tx, const Store& store, const std::optional<std::string>& provider,
                    const std::string& raw, Instant now);

/// The documents with leads in a message, in UTF-8 where that can be told; nothing when there is none. Of
/// parts that say the same in several ways the first that has any.
std::vector<std::string> documents_in(const std::string& raw);

}  // namespace guanxi::prospects
