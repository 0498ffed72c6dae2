// The clock of a lead: it runs from when the lead came until a person has tried to answer.
#pragma once

#include "platform/jobs/repeating.h"
#include "prospects/cards.h"

namespace guanxi::prospects {

/// The limits of a lead, in the store's opening hours, under the times that held when it came.
struct LeadLimits {
  Instant starts_at;  ///< when it came, or the store opened after that
  Instant target_at, reassign_at, breach_at;
};
LeadLimits limits_of(database::Transaction& tx, const Store& store, Instant received_at);

/// What a lead's clock does by itself when nobody answers.
enum class LeadAct { reassign, escalate };
BOOST_DESCRIBE_ENUM(LeadAct, reassign, escalate)

/// A person has spoken with the prospect, or tried to, at a moment: the clocks of the card's leads that came
/// before it stop. What a machine does never stops them (domain brief §3.2). An earlier moment that becomes
/// known later is the first response after all.
void note_response(database::Transaction& tx, const Actor& actor, const Card& card, Instant at);

/// Somebody has decided who answers: leads of the card whose clocks run are theirs, and no clock hands them
/// on any more.
void hand_leads_over(database::Transaction& tx, const Card& card, const std::string& to);

/// Does what the clocks of a store were to do up to now, in the order of the moments and as if each had been
/// on time: who is next in turn is who was next then, and what is written down is the moment of the limit.
/// In transactions of at most some milliseconds. It may be called twice at once, and again after it was
/// broken off.
/// @param goes_on asked before each transaction; false breaks off
void run_lead_clocks(database::Database& database, const Store& store, Instant now,
                     const std::function<bool()>& goes_on);

/// Does so for all stores as long as it lives, on a thread of its own.
class LeadClocks {
 public:
  LeadClocks(database::Database& database, const Clock& clock,
             std::chrono::milliseconds pause = std::chrono::seconds(5));

 private:
  jobs::Repeating background_;
};

}  // namespace guanxi::prospects
