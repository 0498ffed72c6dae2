#include "prospects/lead_list.h"

#include <algorithm>

#include "platform/database/columns.h"
#include "platform/identity/uuid.h"
#include "prospects/open_time.h"

// The columns and joins of every reading of leads, so that one loader serves them all.
#define LEAD_FROM                                                                              \
  " FROM prospects_leads l"                                                                    \
  " LEFT JOIN dealership_customer_names c ON c.store_id = l.store_id AND c.id = l.customer_id" \
  " LEFT JOIN dealership_person_names s ON s.id = l.salesperson_id"                            \
  " LEFT JOIN dealership_person_names r ON r.id = l.responded_by"                              \
  " LEFT JOIN dealership_person_names m ON m.id = l.moved_from_id"
#define LEAD_SELECT                                                                                  \
  "SELECT l.id, l.received_at, l.source, l.name, l.phone, l.email, l.wants, l.outcome, l.fault,"     \
  " l.card_id, l.customer_id, c.name, l.salesperson_id, s.name, l.target_at, l.breach_at,"           \
  " l.first_personal_response_at, l.responded_by, r.name, l.reassigned_at, l.moved_from_id, m.name," \
  " l.escalated_at"
#define LEADS_OF " WHERE l.store_id = $1 AND (l.salesperson_id = $2 OR l.moved_from_id = $2 OR $2 IS NULL)"

namespace guanxi::prospects {
namespace {

using database::Columns;
using Text = std::optional<std::string>;
using Moment = std::optional<Instant>;

constexpr int kSummaryDays = 30;

std::optional<json::Time> time(const Moment& moment) {
  return moment ? std::optional(json::Time{*moment}) : std::nullopt;
}

std::optional<Name> next_name(Columns& columns) {
  const auto id = columns.next<Text>();
  const auto name = columns.next<Text>();
  return id ? std::optional(Name{*id, name.value_or("")}) : std::nullopt;
}

LeadState state_of(LeadOutcome outcome, bool answered, bool escalated) {
  if (outcome == LeadOutcome::refused) return LeadState::refused;
  if (outcome == LeadOutcome::repeated) return LeadState::repeated;
  if (answered) return LeadState::answered;
  return escalated ? LeadState::breached : LeadState::waiting;
}

LeadView load_lead(const database::Row& row, const Store& store) {
  Columns columns(row);
  LeadView lead{};
  lead.id = columns.next<std::string>();
  lead.received_at = {columns.next<Instant>()};
  for (auto* text : {&lead.source, &lead.name, &lead.phone, &lead.email, &lead.wants})
    *text = columns.next<Text>();
  lead.outcome = columns.word<LeadOutcome>();
  lead.fault = columns.word_if_any<LeadFault>();
  lead.card_id = columns.next<Text>();
  lead.customer = next_name(columns);
  lead.salesperson = next_name(columns);
  const auto target_at = columns.next<Moment>();
  lead.target_at = time(target_at);
  lead.breach_at = time(columns.next<Moment>());
  const auto answered_at = columns.next<Moment>();
  lead.first_personal_response_at = time(answered_at);
  lead.responded_by = next_name(columns);
  lead.reassigned_at = time(columns.next<Moment>());
  lead.moved_from = next_name(columns);
  lead.state = state_of(lead.outcome, answered_at.has_value(), columns.next<Moment>().has_value());
  if (answered_at && target_at) {
    lead.response_minutes = open_time_between(store, lead.received_at.at, *answered_at) / kMinute;
    lead.in_time = *answered_at <= *target_at;
  }
  return lead;
}

bool sees_contacts(const Actor& actor, const LeadView& lead) {
  return actor.may("customers.read") || (lead.salesperson && lead.salesperson->id == actor.id);
}

void hide_contacts(const Actor& actor, LeadView& lead) {
  if (sees_contacts(actor, lead)) return;
  for (auto* text : {&lead.phone, &lead.email, &lead.wants}) text->reset();
}

/// Whoever sees own prospects only is shown own leads only.
Text whose(const Actor& actor) {
  return actor.may("prospects.read") ? std::nullopt : std::optional(actor.id);
}

/// Each state has a text of its own, so that each walks an index of its own.
std::string_view select_of(const std::optional<LeadState>& state) {
#define LEADS_BEFORE LEAD_SELECT LEAD_FROM LEADS_OF " AND l.id < $3"
#define LATEST " ORDER BY l.id DESC LIMIT $4"
#define UNANSWERED " AND l.target_at IS NOT NULL AND l.first_personal_response_at IS NULL"
  if (!state) return LEADS_BEFORE LATEST;
  switch (*state) {
    case LeadState::waiting:
      return LEADS_BEFORE UNANSWERED " AND l.escalated_at IS NULL" LATEST;
    case LeadState::breached:
      return LEADS_BEFORE UNANSWERED " AND l.escalated_at IS NOT NULL" LATEST;
    case LeadState::answered:
      return LEADS_BEFORE " AND l.first_personal_response_at IS NOT NULL" LATEST;
    case LeadState::repeated:
      return LEADS_BEFORE " AND l.target_at IS NULL AND l.outcome = 'repeated'" LATEST;
    case LeadState::refused:
      return LEADS_BEFORE " AND l.target_at IS NULL AND l.outcome = 'refused'" LATEST;
  }
  throw Bug("a state of leads without a list");
}

std::vector<LeadView> load_leads(const database::Rows& rows, const Actor& actor, const Store& store) {
  std::vector<LeadView> leads;
  for (const auto& row : rows) {
    leads.push_back(load_lead(row, store));
    hide_contacts(actor, leads.back());
  }
  return leads;
}

void count(LeadSummary& summary, LeadState state, std::int64_t leads) {
  summary.received += leads;
  switch (state) {
    case LeadState::waiting:
      summary.waiting += leads;
      return;
    case LeadState::breached:
      summary.breached += leads;
      return;
    case LeadState::answered:
      summary.answered += leads;
      return;
    case LeadState::repeated:
      summary.repeated += leads;
      return;
    case LeadState::refused:
      summary.refused += leads;
      return;
  }
}

}  // namespace

std::vector<LeadView> list_leads(database::Transaction& tx, const Actor& actor, const Store& store,
                                 const std::optional<LeadState>& state, const std::string& before_id,
                                 std::int64_t limit) {
  return load_leads(tx.query(select_of(state), store.id, whose(actor), before_id, limit), actor, store);
}

std::vector<LeadView> breached_leads(database::Transaction& tx, const Actor& actor, const Store& store,
                                     std::int64_t limit) {
  return list_leads(tx, actor, store, LeadState::breached, "g", limit);
}

Result<LeadPage> lead_page(database::Transaction& tx, const Actor& actor, const Store& store,
                           const std::string& id) {
  static constexpr std::string_view kSelect = LEAD_SELECT ", l.raw" LEAD_FROM LEADS_OF " AND l.id = $3";
  const auto row = tx.query(kSelect, store.id, whose(actor), id).first();
  if (!row) return refuse(Refusal::not_found());
  LeadPage page{};
  page.lead = load_lead(*row, store);
  if (sees_contacts(actor, page.lead)) page.raw = row->get<std::string>(23);
  hide_contacts(actor, page.lead);
  return page;
}

LeadSummary summarise_leads(database::Transaction& tx, const Actor& actor, const Store& store, Instant now) {
  static constexpr std::string_view kSelect =
      "SELECT l.outcome, l.fault, l.first_personal_response_at IS NOT NULL, l.escalated_at IS NOT NULL,"
      " l.first_personal_response_at <= l.target_at, count(*) FROM prospects_leads l" LEADS_OF
      " AND l.id >= $3 GROUP BY 1, 2, 3, 4, 5";
  LeadSummary summary{};
  const auto zone = store.zone();
  summary.from_day = add_days(zone.day(now), 1 - kSummaryDays);
  const auto from = first_uuid(zone.start_of(summary.from_day));
  for (const auto& row : tx.query(kSelect, store.id, whose(actor), from)) {
    Columns columns(row);
    const auto outcome = columns.word<LeadOutcome>();
    const auto fault = columns.word_if_any<LeadFault>();
    const bool answered = columns.next<bool>(), escalated = columns.next<bool>();
    const auto in_time = columns.next<std::optional<bool>>().value_or(false);
    const auto leads = columns.next<std::int64_t>();
    count(summary, state_of(outcome, answered, escalated), leads);
    if (in_time) summary.in_time += leads;
    if (fault) summary.faults.push_back({*fault, leads});
  }
  std::ranges::stable_sort(summary.faults, std::greater<>(), &FaultCount::count);
  return summary;
}

}  // namespace guanxi::prospects
