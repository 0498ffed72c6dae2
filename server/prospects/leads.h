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

/// Takes one lead. Whoever is on file goes to the salesperson in charge; everybody else to the one on duty
/// today who has waited longest for a lead, or, when nobody is on duty, to the one of all who has. The card
/// is due five minutes after the lead arrived, or after the store opens (domain brief §3.2). Of the same
/// sender's lead only the first within a day counts, unless it is sent again with changes. A lead without a
/// contact is refused and counted, and one with nothing but an e-mail address that nobody on file has.
LeadAnswer take_lead(database::Transaction& tx, const Actor& sender, const Store& store, const Lead& lead,
                     Instant now);

/// Takes all prospects of an ADF document; one that cannot be read is refused and counted.
LeadAnswers take_adf(database::Transaction& tx, const Actor& sender, const Store& store,
                     const std::string& document, Instant now);

/// By when a lead that arrives now is to be answered.
Instant answer_due(const Store& store, Instant now);

/// A lead as it is listed.
struct LeadView {
  std::string id;
  json::Time received_at;
  std::optional<std::string> source, name, phone, email, wants;
  LeadOutcome outcome;
  std::optional<LeadFault> fault;
  std::optional<std::string> card_id;
  std::optional<Name> salesperson;
  BOOST_DESCRIBE_CLASS(LeadView, (),
                       (id, received_at, source, name, phone, email, wants, outcome, fault, card_id,
                        salesperson),
                       (), ())
};
/// The latest first; contacts only for who may open customers.
std::vector<LeadView> list_leads(database::Transaction& tx, const Actor& actor, const Store& store,
                                 const std::optional<LeadOutcome>& outcome, const std::string& before_id,
                                 std::int64_t limit);

}  // namespace guanxi::prospects
