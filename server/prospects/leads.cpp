#include "prospects/leads.h"

#include <algorithm>

#include "platform/database/columns.h"
#include "platform/identity/uuid.h"
#include "platform/text/email.h"
#include "platform/text/phone.h"
#include "platform/text/utf8.h"
#include "prospects/lead_clock.h"
#include "prospects/lead_turns.h"

namespace guanxi::prospects {
namespace {

using Text = std::optional<std::string>;

Text unless_empty(std::string text) { return text.empty() ? std::nullopt : std::optional(std::move(text)); }

/// "Shanhai 5 Pro 2026 · is the blue one still there?"
Text wants_of(const AdfLead& adf) {
  std::string wants;
  const auto add = [&](std::string_view mark, const std::string& text) {
    if (text.empty()) return;
    if (!wants.empty()) wants += mark;
    wants += text;
  };
  for (const auto& vehicle : adf.vehicles) {
    for (const auto* part : {&vehicle.make, &vehicle.model, &vehicle.trim, &vehicle.year}) add(" ", *part);
    add(" · ", vehicle.comments);
  }
  add(" · ", adf.comments);
  return unless_empty(wants);
}

/// The first that is a number of the store's country.
Text phone_of(const Lead& lead, const Store& store) {
  for (const auto& written : lead.phones) {
    if (auto phone = text::normalise_phone(written, store.country)) return phone;
  }
  return std::nullopt;
}

struct Contact {
  Text phone, email;
};

/// The card of the same lead when it came within the last day.
Text card_of_repeated(database::Transaction& tx, const Store& store, const Lead& lead, Instant now) {
  static constexpr std::string_view kSelect =
      "SELECT card_id FROM prospects_leads WHERE store_id = $1 AND sender_key = $2 AND received_at > $3"
      " AND card_id IS NOT NULL ORDER BY received_at DESC LIMIT 1";
  if (!lead.sender_key || lead.resend) return std::nullopt;
  const auto row = tx.query(kSelect, store.id, *lead.sender_key, now - kDay).first();
  return row ? row->get<Text>(0) : std::nullopt;
}

dealership::Customer new_customer(const Store& store, const Lead& lead, const Contact& contact,
                                  Text salesperson_id, Instant now) {
  dealership::Customer customer;
  customer.store_id = store.id;
  customer.id = new_uuid(now);
  customer.name = lead.name.substr(0, text::valid_utf8_prefix(lead.name.substr(0, 60)));
  if (customer.name.empty()) customer.name = contact.phone.value_or(contact.email.value_or(""));
  customer.phone = contact.phone;
  customer.email = contact.email;
  customer.salesperson_id = std::move(salesperson_id);
  customer.created_at = now;
  return customer;
}

/// Somebody who is in charge, still sells here and works when it is to be answered; else the next in turn.
Text answers_for(database::Transaction& tx, const Store& store, const Lead& lead, const Text& in_charge,
                 const LeadLimits& limits, Instant now) {
  if (in_charge && dealership::works_in(tx, store, *in_charge, dealership::Role::salesperson)) {
    const dealership::WorkPlan plan(tx, store, store.zone().day(limits.starts_at));
    if (plan.works_at(*in_charge, limits.starts_at)) return in_charge;
  }
  auto next = next_in_turn(tx, store, traits_of(lead.source, lead.name, lead.wants), limits.starts_at);
  if (next) note_turn(tx, store, *next, now);
  return next;
}

Card new_card(database::Transaction& tx, const Store& store, const dealership::Customer& customer,
              const Text& salesperson_id, const Lead& lead, Instant now) {
  Card card;
  card.store_id = store.id;
  card.id = new_uuid(now);
  card.customer_id = customer.id;
  card.salesperson_id = salesperson_id;
  card.opened_at = now;
  const auto today = store.zone().day(now);
  const bool sensible = lead.expected_on && *lead.expected_on >= today;
  date_card(card, sensible ? reception::PurchaseWhen::date : reception::PurchaseWhen::unknown,
            sensible ? lead.expected_on : std::nullopt, now, today, rules_on(tx, store.id, today).windows);
  return card;
}

facts::Happening about(const Card& card, const Actor& sender, Instant now) {
  return {card.store_id, now, sender.id, "card", card.id};
}

/// The card that the lead is put on, and what became of it.
struct Taken {
  Card card;
  LeadOutcome outcome = LeadOutcome::opened;
};

/// They have a card: it is due, for the one who has it.
Taken touch(database::Transaction& tx, const Actor& sender, const Store& store, const Lead& lead, Card card,
            const LeadLimits& limits, Instant now) {
  // An order or an earlier promise stays; nobody waits longer than for a new lead.
  card.standing = card.standing == CardStanding::loss_asked ? CardStanding::following : card.standing;
  const auto due = limits.target_at;
  if (!card.next || card.next->at > due) card.next = Next{due, true, std::nullopt, std::nullopt};
  if (!card.salesperson_id) {
    card.salesperson_id = answers_for(tx, store, lead, std::nullopt, limits, now);
    if (const auto& to = card.salesperson_id) {
      dealership::put_in_charge(tx, store.id, card.customer_id, *to);
      facts::announce(tx, about(card, sender, now), CardHandedOver{std::nullopt, *to});
    }
  }
  CHECK(update_card(tx, card));
  return {std::move(card), LeadOutcome::touched};
}

Taken open_card(database::Transaction& tx, const Actor& sender, const Store& store, const Lead& lead,
                const Contact& contact, std::optional<dealership::Customer> customer,
                const LeadLimits& limits, Instant now) {
  const auto in_charge = customer ? customer->salesperson_id : std::nullopt;
  const auto salesperson_id = answers_for(tx, store, lead, in_charge, limits, now);
  if (!customer) {
    customer = new_customer(store, lead, contact, salesperson_id, now);
    // Leads come in bursts, and nobody searches for them before they are told.
    if (!dealership::add_customer(tx, *customer, sender.id, dealership::Keys::later))
      throw database::Failure("a lead was filed twice at once");
  } else if (salesperson_id && salesperson_id != in_charge) {
    dealership::put_in_charge(tx, store.id, customer->id, *salesperson_id);
  }
  auto card = new_card(tx, store, *customer, salesperson_id, lead, now);
  card.next = Next{limits.target_at, true, std::nullopt, std::nullopt};
  insert_card(tx, card);
  facts::announce(tx, about(card, sender, now), CardOpened{card.customer_id, {}, card.grade, salesperson_id});
  return {std::move(card), LeadOutcome::opened};
}

Taken put_on_card(database::Transaction& tx, const Actor& sender, const Store& store, const Lead& lead,
                  const Contact& contact, std::optional<dealership::Customer> customer,
                  const LeadLimits& limits, Instant now) {
  if (customer) {
    dealership::add_contacts(tx, *customer, contact.phone, contact.email);
    if (auto open = open_card_of(tx, store.id, customer->id))
      return touch(tx, sender, store, lead, *std::move(open), limits, now);
  }
  return open_card(tx, sender, store, lead, contact, std::move(customer), limits, now);
}

/// What its clock does first by itself. Who has a card is left in peace with it: only new ones are handed on.
Text first_act(LeadOutcome outcome) {
  if (outcome == LeadOutcome::opened) return json::to_word(LeadAct::reassign);
  return json::to_word(LeadAct::escalate);
}

/// @param card that it was put on; `limits` only of a lead whose clock runs
void write_lead(database::Transaction& tx, const Actor& sender, const Store& store, const Lead& lead,
                const Contact& contact, const LeadAnswer& answer, const Card* card, const LeadLimits* limits,
                Instant now) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_leads (store_id, id, received_at, sender_id, source, sender_key, raw, name, phone,"
      " email, wants, outcome, fault, customer_id, card_id, salesperson_id, target_at, reassign_at, breach_at,"
      " act, act_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,"
      " $19, $20, $21)";
  const auto of_limits = [&](Instant LeadLimits::*limit) {
    return limits != nullptr ? std::optional(limits->*limit) : std::nullopt;
  };
  const bool opened = answer.outcome == LeadOutcome::opened;
  tx.put(kInsert, store.id, answer.id, now, sender.id, lead.source, lead.sender_key, lead.raw,
         unless_empty(lead.name), contact.phone, contact.email, lead.wants, json::to_word(answer.outcome),
         database::word(answer.fault), card != nullptr ? std::optional(card->customer_id) : std::nullopt,
         answer.card_id, card != nullptr ? card->salesperson_id : std::nullopt,
         of_limits(&LeadLimits::target_at), of_limits(&LeadLimits::reassign_at),
         of_limits(&LeadLimits::breach_at), limits != nullptr ? first_act(answer.outcome) : std::nullopt,
         of_limits(opened ? &LeadLimits::reassign_at : &LeadLimits::breach_at));
  const facts::Happening happening{store.id, now, sender.id, card != nullptr ? "card" : "store",
                                   card != nullptr ? card->id : store.id};
  facts::announce(tx, happening, LeadReceived{answer.id, json::to_word(answer.outcome)});
}

LeadAnswer refused(database::Transaction& tx, const Actor& sender, const Store& store, const Lead& lead,
                   LeadFault fault, Instant now) {
  LeadAnswer answer{new_uuid(now), LeadOutcome::refused, fault, std::nullopt};
  write_lead(tx, sender, store, lead, {}, answer, nullptr, nullptr, now);
  return answer;
}

LeadFault fault_of(AdfFault fault) {
  switch (fault) {
    case AdfFault::too_large:
      return LeadFault::too_large;
    case AdfFault::too_deep:
      return LeadFault::too_deep;
    case AdfFault::no_adf:
      return LeadFault::no_adf;
    case AdfFault::no_prospect:
      return LeadFault::no_prospect;
  }
  throw Bug("a fault of ADF without a word");
}

/// What may stand in the database: UTF-8 without NUL, cut to a size.
std::string kept(const std::string& raw) {
  constexpr std::size_t kMostKept = 64 * 1024;
  std::string kept;
  for (std::size_t at = 0; at < raw.size() && kept.size() < kMostKept;) {
    const auto c = text::next_code_point(raw, at);
    if (c != 0) text::append_utf8(kept, c);
  }
  return kept;
}

}  // namespace

Lead lead_of(const AdfLead& adf, const std::string& raw) {
  Lead lead;
  lead.source = unless_empty(adf.provider.empty() ? adf.id_source : adf.provider);
  if (!adf.id.empty()) lead.sender_key = adf.id_source + " " + adf.id;
  lead.resend = adf.resend;
  lead.name = adf.name;
  lead.phones = adf.phones;
  lead.email = unless_empty(adf.email);
  lead.wants = wants_of(adf);
  lead.expected_on = unless_empty(adf.latest.empty() ? adf.earliest : adf.latest);
  lead.raw = raw;
  return lead;
}

LeadAnswer take_lead(database::Transaction& tx, const Actor& sender, const Store& store, const Lead& lead,
                     Instant now) {
  if (const auto card_id = card_of_repeated(tx, store, lead, now)) {
    LeadAnswer answer{new_uuid(now), LeadOutcome::repeated, std::nullopt, card_id};
    const auto card = find_card(tx, store.id, *card_id)->card;
    write_lead(tx, sender, store, lead, {}, answer, &card, nullptr, now);
    return answer;
  }
  const Contact contact{phone_of(lead, store), lead.email ? text::normalise_email(*lead.email) : Text()};
  if (!contact.phone && !contact.email) return refused(tx, sender, store, lead, LeadFault::no_contact, now);
  auto known = dealership::match(tx, store.id, {contact.phone, std::nullopt, contact.email});
  auto customer = known ? std::optional(std::move(known->customer)) : std::nullopt;
  const auto limits = limits_of(tx, store, now);
  const auto taken = put_on_card(tx, sender, store, lead, contact, std::move(customer), limits, now);
  LeadAnswer answer{new_uuid(now), taken.outcome, std::nullopt, taken.card.id};
  write_lead(tx, sender, store, lead, contact, answer, &taken.card, &limits, now);
  return answer;
}

LeadAnswer refuse_lead(database::Transaction& tx, const Actor& sender, const Store& store,
                       const Text& provider, const std::string& raw, LeadFault fault, Instant now) {
  Lead unread;
  unread.source = provider;
  unread.raw = kept(raw);
  return refused(tx, sender, store, unread, fault, now);
}

LeadAnswers take_adf(database::Transaction& tx, const Actor& sender, const Store& store,
                     const std::string& document, Instant now, const Text& provider) {
  const auto adf = parse_adf(document);
  LeadAnswers answers{};
  if (!adf) {
    answers.leads.push_back(refuse_lead(tx, sender, store, provider, document, fault_of(adf.error()), now));
  } else {
    const auto raw = kept(document);
    for (const auto& each : *adf) {
      auto lead = lead_of(each, raw);
      if (provider) lead.source = provider;
      answers.leads.push_back(take_lead(tx, sender, store, lead, now));
    }
  }
  answers.refused = std::ranges::count(answers.leads, LeadOutcome::refused, &LeadAnswer::outcome);
  answers.taken = static_cast<std::int64_t>(answers.leads.size()) - answers.refused;
  return answers;
}

}  // namespace guanxi::prospects
