// The leads that have arrived, for those who answer for them.
#pragma once

#include "prospects/leads.h"

namespace guanxi::prospects {

/// Where a lead stands.
enum class LeadState {
  waiting,   ///< nobody has answered; its clock runs
  breached,  ///< nobody has answered within the last limit
  answered,
  repeated,  ///< the same one had come within a day
  refused,   ///< nothing could be made of it
};
BOOST_DESCRIBE_ENUM(LeadState, waiting, breached, answered, repeated, refused)

struct LeadView {
  std::string id;
  json::Time received_at;
  std::optional<std::string> source, name, phone, email, wants;
  LeadOutcome outcome;
  LeadState state;
  std::optional<LeadFault> fault;
  std::optional<std::string> card_id;
  std::optional<Name> customer;
  std::optional<Name> salesperson;
  std::optional<json::Time> target_at, breach_at;  ///< by when somebody has to have answered
  std::optional<json::Time> first_personal_response_at;
  std::optional<Name> responded_by;
  std::optional<std::int64_t> response_minutes;  ///< of opening hours, begun ones not counted
  std::optional<bool> in_time;                   ///< answered by the target
  std::optional<json::Time> reassigned_at;       ///< nobody had answered, so it went on
  std::optional<Name> moved_from;
  BOOST_DESCRIBE_CLASS(LeadView, (),
                       (id, received_at, source, name, phone, email, wants, outcome, state, fault, card_id,
                        customer, salesperson, target_at, breach_at, first_personal_response_at, responded_by,
                        response_minutes, in_time, reassigned_at, moved_from),
                       (), ())
};

/// The latest first. Who sees own prospects only is shown those that are or were theirs; contacts only of
/// those that are, or for who may open customers.
std::vector<LeadView> list_leads(database::Transaction& tx, const Actor& actor, const Store& store,
                                 const std::optional<LeadState>& state, const std::string& before_id,
                                 std::int64_t limit);

/// Leads whose last limit has passed without an answer, the latest first.
std::vector<LeadView> breached_leads(database::Transaction& tx, const Actor& actor, const Store& store,
                                     std::int64_t limit);

struct LeadPage {
  LeadView lead;
  std::optional<std::string> raw;  ///< as it arrived; nothing for who may not see contacts
  BOOST_DESCRIBE_CLASS(LeadPage, (), (lead, raw), (), ())
};
Result<LeadPage> lead_page(database::Transaction& tx, const Actor& actor, const Store& store,
                           const std::string& id);

struct FaultCount {
  LeadFault fault;
  std::int64_t count;
  BOOST_DESCRIBE_CLASS(FaultCount, (), (fault, count), (), ())
};
struct LeadSummary {
  std::string from_day;  ///< thirty days ago
  std::int64_t received, waiting, breached, answered, in_time, repeated, refused;
  std::vector<FaultCount> faults;  ///< why leads were refused, the most frequent first
  BOOST_DESCRIBE_CLASS(LeadSummary, (),
                       (from_day, received, waiting, breached, answered, in_time, repeated, refused, faults),
                       (), ())
};
LeadSummary summarise_leads(database::Transaction& tx, const Actor& actor, const Store& store, Instant now);

}  // namespace guanxi::prospects
