#include "prospects/leads.h"

#include <algorithm>

#include "platform/clock/weekday.h"
#include "platform/database/columns.h"
#include "platform/identity/uuid.h"
#include "platform/text/phone.h"
#include "platform/text/utf8.h"

namespace guanxi::prospects {
namespace {

using Text = std::optional<std::string>;

constexpr Instant kAnswerWithin = 5 * kMinute;  // domain brief §3.2, defaults

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

/// In small letters; nothing for what is no address.
Text email_of(const Lead& lead) {
  auto email = lead.email.value_or("");
  const auto mark = email.find('@');
  if (mark == std::string::npos || mark == 0 || email.find('.', mark) == std::string::npos)
    return std::nullopt;
  if (email.find(' ') != std::string::npos || email.size() > 200) return std::nullopt;
  std::ranges::transform(email, email.begin(), [](unsigned char c) { return std::tolower(c); });
  return email;
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

std::vector<std::string> candidates(database::Transaction& tx, const Store& store, Instant now) {
  std::vector<std::string> people;
  for (const auto& entry : reception::duty_of(tx, store, store.zone().day(now)))
    people.push_back(entry.person.id);
  if (!people.empty()) return people;
  for (const auto& member : dealership::list_staff(tx, store, std::nullopt, dealership::Role::salesperson))
    people.push_back(member.id);
  return people;
}

/// Who has waited longest for a lead.
Text next_in_turn(database::Transaction& tx, const Store& store, Instant now) {
  static constexpr std::string_view kTurns =
      "SELECT salesperson_id, at FROM prospects_lead_turns WHERE store_id = $1";
  std::map<std::string, Instant> last;
  for (const auto& row : tx.query(kTurns, store.id)) last[row.get<std::string>(0)] = row.get<Instant>(1);
  const auto people = candidates(tx, store, now);
  if (people.empty()) return std::nullopt;
  return *std::ranges::min_element(people, {}, [&](const std::string& id) { return last[id]; });
}

void note_turn(database::Transaction& tx, const Store& store, const std::string& salesperson_id,
               Instant now) {
  static constexpr std::string_view kUpsert =
      "INSERT INTO prospects_lead_turns (store_id, salesperson_id, at) VALUES ($1, $2, $3)"
      " ON CONFLICT (store_id, salesperson_id) DO UPDATE SET at = excluded.at";
  tx.put(kUpsert, store.id, salesperson_id, now);
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

/// Somebody who is in charge and still sells here; else the next in turn.
Text answers_for(database::Transaction& tx, const Store& store,
                 const std::optional<dealership::Customer>& customer, Instant now) {
  const auto in_charge = customer ? customer->salesperson_id : std::nullopt;
  if (in_charge && dealership::works_in(tx, store, *in_charge, dealership::Role::salesperson))
    return in_charge;
  auto next = next_in_turn(tx, store, now);
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

/// The customer of the lead and the card that it is put on.
struct Taken {
  Card card;
  LeadOutcome outcome = LeadOutcome::opened;
};

Taken put_on_card(database::Transaction& tx, const Actor& sender, const Store& store, const Lead& lead,
                  const Contact& contact, std::optional<dealership::Customer> customer, Instant now) {
  auto open = customer ? open_card_of(tx, store.id, customer->id) : std::nullopt;
  const auto due = answer_due(store, now);
  if (open) {
    // An order or an earlier promise stays; nobody waits longer than for a new lead.
    open->standing = open->standing == CardStanding::loss_asked ? CardStanding::following : open->standing;
    if (!open->next || open->next->at > due) open->next = Next{due, true, std::nullopt, std::nullopt};
    CHECK(update_card(tx, *open));
    return {*std::move(open), LeadOutcome::touched};
  }
  const auto salesperson_id = answers_for(tx, store, customer, now);
  if (!customer) {
    customer = new_customer(store, lead, contact, salesperson_id, now);
    if (!dealership::add_customer(tx, *customer, sender.id))
      throw database::Failure("a lead was filed twice at once");
  }
  auto card = new_card(tx, store, *customer, salesperson_id, lead, now);
  card.next = Next{due, true, std::nullopt, std::nullopt};
  insert_card(tx, card);
  facts::announce(tx, about(card, sender, now), CardOpened{card.customer_id, {}, card.grade, salesperson_id});
  return {std::move(card), LeadOutcome::opened};
}

void write_lead(database::Transaction& tx, const Actor& sender, const Store& store, const Lead& lead,
                const Contact& contact, const LeadAnswer& answer, const Card* card, Instant now) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_leads (store_id, id, received_at, sender_id, source, sender_key, raw, name, phone,"
      " email, wants, outcome, fault, customer_id, card_id, salesperson_id)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
  tx.put(kInsert, store.id, answer.id, now, sender.id, lead.source, lead.sender_key, lead.raw,
         unless_empty(lead.name), contact.phone, contact.email, lead.wants, json::to_word(answer.outcome),
         database::word(answer.fault), card != nullptr ? std::optional(card->customer_id) : std::nullopt,
         answer.card_id, card != nullptr ? card->salesperson_id : std::nullopt);
  const facts::Happening happening{store.id, now, sender.id, card != nullptr ? "card" : "store",
                                   card != nullptr ? card->id : store.id};
  facts::announce(tx, happening, LeadReceived{answer.id, json::to_word(answer.outcome)});
}

LeadAnswer refused(database::Transaction& tx, const Actor& sender, const Store& store, const Lead& lead,
                   LeadFault fault, Instant now) {
  LeadAnswer answer{new_uuid(now), LeadOutcome::refused, fault, std::nullopt};
  write_lead(tx, sender, store, lead, {}, answer, nullptr, now);
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

Instant answer_due(const Store& store, Instant now) {
  const auto zone = store.zone();
  const auto clock = [&](const std::string& day, const std::string& time) {
    auto local = zone.local(zone.start_of(day));
    local.hour = std::stoi(time.substr(0, 2));
    local.minute = std::stoi(time.substr(3, 2));
    return zone.instant(local);
  };
  for (int ahead = 0; ahead < 8; ++ahead) {
    const auto day = add_days(zone.day(now), ahead);
    for (const auto& hours : store.opening_hours) {
      if (hours.weekday != weekday_of(day) || clock(day, hours.closes) <= now) continue;
      return std::max(now, clock(day, hours.opens)) + kAnswerWithin;
    }
  }
  return now + kAnswerWithin;  // no hours are named: always open
}

LeadAnswer take_lead(database::Transaction& tx, const Actor& sender, const Store& store, const Lead& lead,
                     Instant now) {
  if (const auto card_id = card_of_repeated(tx, store, lead, now)) {
    LeadAnswer answer{new_uuid(now), LeadOutcome::repeated, std::nullopt, card_id};
    const auto card = find_card(tx, store.id, *card_id)->card;
    write_lead(tx, sender, store, lead, {}, answer, &card, now);
    return answer;
  }
  const Contact contact{phone_of(lead, store), email_of(lead)};
  if (!contact.phone && !contact.email) return refused(tx, sender, store, lead, LeadFault::no_contact, now);
  auto known = dealership::match(tx, store.id, {contact.phone, std::nullopt, contact.email});
  auto customer = known ? std::optional(std::move(known->customer)) : std::nullopt;
  // Who is on file is so under a phone number or a WeChat name.
  if (!customer && !contact.phone) return refused(tx, sender, store, lead, LeadFault::no_phone, now);
  const auto taken = put_on_card(tx, sender, store, lead, contact, std::move(customer), now);
  LeadAnswer answer{new_uuid(now), taken.outcome, std::nullopt, taken.card.id};
  write_lead(tx, sender, store, lead, contact, answer, &taken.card, now);
  return answer;
}

LeadAnswers take_adf(database::Transaction& tx, const Actor& sender, const Store& store,
                     const std::string& document, Instant now) {
  const auto raw = kept(document);
  const auto adf = parse_adf(document);
  LeadAnswers answers{};
  if (!adf) {
    Lead unread;
    unread.raw = raw;
    answers.leads.push_back(refused(tx, sender, store, unread, fault_of(adf.error()), now));
  } else {
    for (const auto& each : *adf)
      answers.leads.push_back(take_lead(tx, sender, store, lead_of(each, raw), now));
  }
  answers.refused = std::ranges::count(answers.leads, LeadOutcome::refused, &LeadAnswer::outcome);
  answers.taken = static_cast<std::int64_t>(answers.leads.size()) - answers.refused;
  return answers;
}

}  // namespace guanxi::prospects
