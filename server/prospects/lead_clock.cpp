#include "prospects/lead_clock.h"

#include "platform/database/columns.h"
#include "prospects/answer_times.h"
#include "prospects/lead_turns.h"
#include "prospects/open_time.h"

namespace guanxi::prospects {
namespace {

using database::Outcome;
using database::Transaction;
using Text = std::optional<std::string>;

constexpr std::int64_t kLeadsAtOnce = 20;  // about ten milliseconds

// Leads that are answered by nobody yet.
#define RUNNING \
  " WHERE store_id = $1 AND card_id = $2 AND target_at IS NOT NULL AND first_personal_response_at IS NULL"

/// A lead whose clock has something to do.
struct DueLead {
  std::string id, card_id;
  LeadAct act;
  Instant act_at, breach_at;
  LeadTraits traits;
};

std::vector<DueLead> due_leads(Transaction& tx, const Store& store, Instant now) {
  static constexpr std::string_view kSelect =
      "SELECT id, card_id, act, act_at, breach_at, source, coalesce(name, ''), wants FROM prospects_leads"
      " WHERE store_id = $1 AND act_at <= $2 ORDER BY act_at, id LIMIT $3";
  std::vector<DueLead> leads;
  for (const auto& row : tx.query(kSelect, store.id, now, kLeadsAtOnce)) {
    database::Columns columns(row);
    auto& lead = leads.emplace_back();
    lead.id = columns.next<std::string>();
    lead.card_id = columns.next<std::string>();
    lead.act = columns.word<LeadAct>();
    lead.act_at = columns.next<Instant>();
    lead.breach_at = columns.next<Instant>();
    const auto provider = columns.next<Text>();
    const auto name = columns.next<std::string>();
    lead.traits = traits_of(provider, name, columns.next<Text>());
  }
  return leads;
}

/// The stores with a clock that has something to do: one look for all, since it is taken every few seconds.
std::vector<Store> due_stores(Transaction& tx, Instant now) {
  static constexpr std::string_view kSelect =
      "SELECT DISTINCT store_id FROM prospects_leads WHERE act_at <= $1";
  std::vector<Store> stores;
  for (const auto& row : tx.query(kSelect, now))
    stores.push_back(dealership::load_store(tx, row.get<std::string>(0)));
  return stores;
}

/// Takes the act off the clock. False when somebody has answered or done it meanwhile.
bool take_act(Transaction& tx, const Store& store, const DueLead& lead) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_leads SET act = $1, act_at = $2, escalated_at = $3 WHERE store_id = $4 AND id = $5"
      " AND act = $6 AND act_at = $7 AND first_personal_response_at IS NULL";
  const bool last = lead.act == LeadAct::escalate;
  const auto next = last ? std::nullopt : std::optional(json::to_word(LeadAct::escalate));
  const auto next_at = last ? std::nullopt : std::optional(lead.breach_at);
  const auto escalated_at = last ? std::optional(lead.act_at) : std::nullopt;
  return tx.execute(kUpdate, next, next_at, escalated_at, store.id, lead.id, json::to_word(lead.act),
                    lead.act_at) == 1;
}

void reassign(Transaction& tx, const Store& store, const DueLead& lead, Card& card, Instant now) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_leads SET moved_from_id = salesperson_id, salesperson_id = $3, reassigned_at = $4" RUNNING;
  const auto to = next_in_turn(tx, store, lead.traits, lead.act_at, card.salesperson_id);
  if (!to || to == card.salesperson_id) return;  // nobody else is there
  const auto from = card.salesperson_id;
  tx.put(kUpdate, store.id, card.id, *to, lead.act_at);
  card.salesperson_id = to;
  const auto times = answer_times_on(tx, store.id, store.zone().day(lead.act_at));
  card.next =
      Next{after_open_time(store, lead.act_at, times.target * kMinute), true, std::nullopt, std::nullopt};
  dealership::put_in_charge(tx, store.id, card.customer_id, *to);
  CHECK(update_card(tx, card));
  note_turn(tx, store, *to, lead.act_at);
  facts::announce(tx, {store.id, now, "", "card", card.id}, LeadReassigned{lead.id, from, *to});
}

void act_on(Transaction& tx, const Store& store, const DueLead& lead, Instant now) {
  if (!take_act(tx, store, lead)) return;
  auto card = find_card(tx, store.id, lead.card_id)->card;
  if (lead.act == LeadAct::reassign) return reassign(tx, store, lead, card, now);
  facts::announce(tx, {store.id, now, "", "card", card.id}, LeadEscalated{lead.id, card.salesperson_id});
}

}  // namespace

LeadLimits limits_of(Transaction& tx, const Store& store, Instant received_at) {
  const auto times = answer_times_on(tx, store.id, store.zone().day(received_at));
  const auto after = [&](std::int64_t minutes) {
    return after_open_time(store, received_at, minutes * kMinute);
  };
  return {after(0), after(times.target), after(times.reassign), after(times.breach)};
}

void note_response(Transaction& tx, const Actor& actor, const Card& card, Instant at) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_leads SET first_personal_response_at = $3, responded_by = $4, act = NULL, act_at = NULL"
      " WHERE store_id = $1 AND card_id = $2 AND target_at IS NOT NULL AND received_at <= $3"
      " AND (first_personal_response_at IS NULL OR first_personal_response_at > $3)";
  if (actor.machine) return;
  tx.put(kUpdate, card.store_id, card.id, at, actor.id);
}

void hand_leads_over(Transaction& tx, const Card& card, const std::string& to) {
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_leads SET moved_from_id = salesperson_id, salesperson_id = $3,"
      " act = CASE WHEN act = 'reassign' THEN 'escalate' ELSE act END,"
      " act_at = CASE WHEN act = 'reassign' THEN breach_at ELSE act_at END" RUNNING;
  tx.put(kUpdate, card.store_id, card.id, to);
}

void run_lead_clocks(database::Database& database, const Store& store, Instant now,
                     const std::function<bool()>& goes_on) {
  for (;;) {
    bool found = false;
    if (!goes_on()) return;
    database.read([&](Transaction& tx) { found = !due_leads(tx, store, now).empty(); });
    if (!found) return;
    database.write([&](Transaction& tx) {
      // One after the other: whom a lead has gone to waits longer for the next.
      for (const auto& lead : due_leads(tx, store, now)) act_on(tx, store, lead, now);
      return Outcome::keep;
    });
  }
}

LeadClocks::LeadClocks(database::Database& database, const Clock& clock, std::chrono::milliseconds pause)
    : background_("clocks of leads", pause, [this, &database, &clock] {
        std::vector<Store> stores;
        database.read([&](Transaction& tx) { stores = due_stores(tx, clock.now()); });
        for (const auto& store : stores) {
          run_lead_clocks(database, store, clock.now(), [this] { return !background_.ending(); });
        }
      }) {}

}  // namespace guanxi::prospects
