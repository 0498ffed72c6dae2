// People who write before they come: a lead becomes a card that somebody answers for, within minutes.
#pragma once

#include "prospects/adf.h"
#include "prospects/cards.h"

namespace guanxi::prospects {

/// A lead, whatever it was written in.
struct Lead {
  std::optional<std::string> source;      ///< who it says it is from
  std::optional<std::string> sender_key;  ///< the sender's own name for it
  bool resend = false;                    ///< it says that it came before and has changed
  std::string name;
  std::vector<std::string> phones;  ///< as written, to be tried in this order
  std::optional<std::string> email;
  std::optional<std::string> wants;        ///< car and remarks, as written
  std::optional<std::string> expected_on;  ///< a day on which they mean to buy
  std::string raw;                         ///< as it arrived
};
Lead lead_of(const AdfLead& adf, const std::string& raw);

/// What became of it.
enum class LeadOutcome {
  opened,    ///< a new card
  touched,   ///< known already: the open card is due now
  repeated,  ///< the same one had come within a day
  refused,   ///< nothing could be made of it; it is counted
};
BOOST_DESCRIBE_ENUM(LeadOutcome, opened, touched, repeated, refused)
enum class LeadFault { too_large, too_deep, no_adf, no_prospect, no_contact, no_phone };
BOOST_DESCRIBE_ENUM(LeadFault, too_large, too_deep, no_adf, no_prospect, no_contact, no_phone)

struct LeadAnswer {
  std::string id;
  LeadOutcome outcome;
  std::optional<LeadFault> fault;
  std::optional<std::string> card_id;
  BOOST_DESCRIBE_CLASS(LeadAnswer, (), (id, outcome, fault, card_id), (), ())
};
struct LeadAnswers {
  std::int64_t taken, refused;
  std::vector<LeadAnswer> leads;
  BOOST_DESCRIBE_CLASS(LeadAnswers, (), (taken, refused, leads), (), ())
};

/// Takes one lead. Whoever is on file goes to the salesperson in charge, unless that one is away when it is
/// to be answered; everybody else to who is next in turn (lead_turns.h). The card is due at the first limit
/// of the lead's clock (lead_clock.h). Of the same sender's lead only the first within a day counts, unless
/// it is sent again with changes. What a customer on file was not known by is added. A lead without a contact
/// is refused and counted.
LeadAnswer take_lead(database::Transaction& tx, const Actor& sender, const Store& store, const Lead& lead,
                     Instant now);

/// Takes all prospects of an ADF document; one that cannot be read is refused and counted.
/// @param provider who brought it, when that is known better than what the document says
LeadAnswers take_adf(database::Transaction& tx, const Actor& sender, const Store& store,
                     const std::string& document, Instant now,
                     const std::optional<std::string>& provider = std::nullopt);

/// Notes a message of which no lead could be read: refused, counted and kept.
LeadAnswer refuse_lead(database::Transaction& tx, const Actor& sender, const Store& store,
                       const std::optional<std::string>& provider, const std::string& raw, LeadFault fault,
                       Instant now);

}  // namespace guanxi::prospects
