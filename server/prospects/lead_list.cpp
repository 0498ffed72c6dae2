// The leads that have arrived, for those who answer for them.
#include "platform/database/columns.h"
#include "prospects/leads.h"

namespace guanxi::prospects {

std::vector<LeadView> list_leads(database::Transaction& tx, const Actor& actor, const Store& store,
                                 const std::optional<LeadOutcome>& outcome, const std::string& before_id,
                                 std::int64_t limit) {
  static constexpr std::string_view kSelect =
      "SELECT l.id, l.received_at, l.source, l.name, l.phone, l.email, l.wants, l.outcome, l.fault, l.card_id,"
      " l.salesperson_id, p.name FROM prospects_leads l LEFT JOIN dealership_person_names p ON"
      " p.id = l.salesperson_id WHERE l.store_id = $1 AND l.id < $2 AND (l.outcome = $3 OR $3 IS NULL)"
      " ORDER BY l.id DESC LIMIT $4";
  std::vector<LeadView> leads;
  for (const auto& row : tx.query(kSelect, store.id, before_id, database::word(outcome), limit)) {
    database::Columns columns(row);
    LeadView& lead = leads.emplace_back();
    lead.id = columns.next<std::string>();
    lead.received_at = {columns.next<Instant>()};
    for (auto* text : {&lead.source, &lead.name, &lead.phone, &lead.email, &lead.wants})
      *text = columns.next<std::optional<std::string>>();
    lead.outcome = columns.word<LeadOutcome>();
    lead.fault = columns.word_if_any<LeadFault>();
    lead.card_id = columns.next<std::optional<std::string>>();
    if (const auto id = columns.next<std::optional<std::string>>())
      lead.salesperson = Name{*id, columns.next<std::optional<std::string>>().value_or("")};
    if (!actor.may("customers.read")) lead.phone = lead.email = std::nullopt;
  }
  return leads;
}

}  // namespace guanxi::prospects
