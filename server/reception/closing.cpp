#include "reception/closing.h"

#include "dealership/dealership.h"
#include "platform/facts/facts.h"
#include "platform/identity/uuid.h"
#include "platform/text/phone.h"
#include "reception/reception_facts.h"

namespace guanxi::reception {
namespace {

using dealership::Customer;
using dealership::List;

/// The text or number of a field, when it was filled in.
constexpr auto said = [](const auto& field) { return field ? std::optional(field->value) : std::nullopt; };

/// What was noted before, at the door for instance, stays unless it is said anew.
template <class Input>
void note_register(const Input& input, Details& details) {
  const auto note = [](const auto& field, auto& noted) {
    if (field) noted = *field;
  };
  note(input.transport, details.transport);
  note(input.colour, details.colour);
  note(input.current_car, details.current_car);
  note(input.competing_model, details.competing_model);
  note(input.questionnaire, details.questionnaire);
}

/// What filing and leaving unfiled have in common: model, channel, the yes/no questions, leaving.
template <class Input>
void take_over(database::Transaction& tx, const Store& store, const Input& input, Visit& visit, Instant now,
               Wrongs& wrongs) {
  if (input.model_id) {
    if (!dealership::find_model(tx, *input.model_id)) wrongs.note("/model_id", "no_such_model");
    visit.details.model_id = input.model_id->value;
  }
  if (input.channel_code) {
    wrongs.take(dealership::check_choice(tx, store.id, List::channel, *input.channel_code, "/channel_code"));
    visit.channel_code = input.channel_code->value;
  }
  if (input.left_at) visit.left_at = input.left_at->at;
  wrongs.take(check_times(visit.arrived_at, visit.left_at, now));
  visit.details.test_drive = input.test_drive;
  visit.details.quote = input.quote;
  visit.details.trade_in = input.trade_in;
  note_register(input, visit.details);
}

/// Price, time and story of a filing.
void take_wish(const Filing& input, Visit& visit, Wrongs& wrongs) {
  visit.details.price_from = said(input.price_from);
  visit.details.price_to = said(input.price_to);
  visit.details.purchase_when = input.purchase_when;
  visit.details.purchase_day = said(input.purchase_day);
  if (input.story) visit.details.story = input.story->value;
  // Without knowing when, nobody can say whether the day fits.
  if (wrongs.concern("/purchase_when")) {
    visit.details.purchase_when.reset();
    visit.details.purchase_day.reset();
  }
  wrongs.take(check_details(visit.details, visit.day));
}

/// How the customer can be reached.
std::optional<dealership::Contacts> take_contacts(const Store& store, const Filing& input, Wrongs& wrongs) {
  const auto& customer = input.customer;
  if (input.consent.given && input.consent.purposes.empty())
    wrongs.note("/consent/purposes", "purpose_needed");
  const auto phone = said(customer.phone), wechat = said(customer.wechat), plate = said(customer.plate);
  if (customer.known_id && !phone && !wechat)
    return dealership::Contacts{std::nullopt, std::nullopt, dealership::as_plate(plate)};
  return wrongs.take(dealership::check_contacts(store, phone, wechat, plate, "/customer"));
}

Customer new_customer(const Visit& visit, const FiledCustomer& input, const dealership::Contacts& contacts,
                      Instant now) {
  Customer customer;
  customer.store_id = visit.store_id;
  customer.id = input.id;
  customer.name = input.name;
  customer.sex = input.sex;
  customer.phone = contacts.phone;
  customer.wechat = contacts.wechat;
  customer.plate = contacts.plate;
  customer.salesperson_id = visit.salesperson_id;
  customer.created_at = now;
  customer.last_visit_at = visit.arrived_at;
  return customer;
}

struct Found {
  Customer customer;
  bool known_before;
};

/// Whom the salesperson recognised, however they are reached this time.
Result<Found> take_recognised(database::Transaction& tx, const Actor& actor, const Visit& visit,
                              const std::string& id, const dealership::Contacts& contacts, Instant now) {
  const auto known = dealership::find_customer(tx, visit.store_id, id);
  if (!known) return refuse(Refusal::field("/customer/known_id", "no_such_customer"));
  dealership::learn_contacts(tx, actor, *known, contacts, now);
  dealership::note_visit(tx, visit.store_id, id, visit.arrived_at);
  return Found{*dealership::find_customer(tx, visit.store_id, id), true};
}

/// The customer of this contact: on file already, or made now.
Result<Found> find_or_add(database::Transaction& tx, const Actor& actor, const Visit& visit,
                          const FiledCustomer& input, const dealership::Contacts& contacts, Instant now) {
  if (input.known_id) return take_recognised(tx, actor, visit, *input.known_id, contacts, now);
  const dealership::Reach reach{contacts.phone, contacts.wechat, std::nullopt};
  if (const auto known = dealership::match(tx, visit.store_id, reach)) {
    // Who came is who is known, so what is not on file yet is theirs, too.
    dealership::learn_contacts(tx, actor, known->customer, contacts, now);
    dealership::note_visit(tx, visit.store_id, known->customer.id, visit.arrived_at);
    return Found{known->customer, true};
  }
  auto customer = new_customer(visit, input, contacts, now);
  if (dealership::add_customer(tx, customer, actor.id)) return Found{std::move(customer), false};
  // Somebody filed the same contact at this very moment, or the id is taken by another customer.
  const auto other = dealership::match(tx, visit.store_id, reach);
  if (!other) return refuse(Refusal::field("/customer/id", "in_use"));
  return Found{other->customer, true};
}

/// A colleague has been in charge of whom somebody keyed in as a visitor of their own.
void tell_of_skating(database::Transaction& tx, const Actor& actor, const Visit& visit,
                     const Customer& customer, Instant now) {
  const auto& in_charge = customer.salesperson_id;
  if (!in_charge || !visit.salesperson_id || in_charge == visit.salesperson_id) return;
  facts::announce(tx, {visit.store_id, now, actor.id, "visit", visit.id},
                  VisitSkated{customer.id, *in_charge, *visit.salesperson_id});
}

void note_consents(database::Transaction& tx, const Actor& actor, const Visit& visit,
                   const ConsentGiven& consent, const std::string& customer_id, Instant now) {
  using dealership::Purpose;
  for (const auto purpose : {Purpose::follow_up, Purpose::marketing}) {
    const auto& chosen = consent.purposes;
    const bool given = consent.given && std::find(chosen.begin(), chosen.end(), purpose) != chosen.end();
    dealership::note_consent(tx, actor.id, visit.store_id, customer_id, new_uuid(now), purpose, given, now);
  }
}

VisitFiled fact_of(const Visit& visit, bool customer_is_new) {
  const auto& details = visit.details;
  return {*visit.customer_id,    customer_is_new,      visit.salesperson_id,
          details.model_id,      details.price_from,   details.price_to,
          details.purchase_when, details.purchase_day, visit.day};
}

}  // namespace

Result<VisitView> file_visit(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& id, const Filing& input, Instant now, Wrongs wrongs) {
  Visit visit = TRY(see_visit(tx, actor, store, id)).visit;
  TRY(check_open(visit));
  TRY(check_may(visit, actor, Action::file));
  const auto contacts = take_contacts(store, input, wrongs);
  take_over(tx, store, input, visit, now, wrongs);
  take_wish(input, visit, wrongs);
  TRY(wrongs.verdict());
  if (!visit.salesperson_id) visit.salesperson_id = actor.id;
  const auto [customer, known_before] = TRY(find_or_add(tx, actor, visit, input.customer, *contacts, now));
  const bool keyed_in = !visit.customer_id;
  TRY(file(visit, customer.id, known_before, now));
  note_consents(tx, actor, visit, input.consent, customer.id, now);
  auto view = TRY(save_visit(tx, actor, visit, now));
  facts::announce(tx, {store.id, now, actor.id, "visit", id}, fact_of(visit, !known_before));
  if (known_before && keyed_in) tell_of_skating(tx, actor, visit, customer, now);
  return view;
}

Result<VisitView> leave_visit_unfiled(database::Transaction& tx, const Actor& actor, const Store& store,
                                      const std::string& id, const Unfiling& input, Instant now,
                                      Wrongs wrongs) {
  Visit visit = TRY(see_visit(tx, actor, store, id)).visit;
  TRY(check_open(visit));
  if (visit.customer_id) return refuse(Refusal::conflict("already_on_file"));
  TRY(check_may(visit, actor, Action::leave_unfiled));
  wrongs.take(dealership::check_choice(tx, store.id, List::unfiled, input.reason_code, "/reason_code"));
  take_over(tx, store, input, visit, now, wrongs);
  TRY(wrongs.verdict());
  visit.details.asks = input.asks.value;
  visit.details.second_face = input.second_face;
  visit.details.story = input.story.value;
  TRY(leave_unfiled(visit, input.reason_code, now));
  facts::announce(tx, {store.id, now, actor.id, "visit", id}, VisitLeftUnfiled{input.reason_code, visit.day});
  return save_visit(tx, actor, visit, now);
}

Result<VisitView> ask_visit_exclusion(database::Transaction& tx, const Actor& actor, const Store& store,
                                      const std::string& id, const ExclusionRequest& input, Instant now,
                                      Wrongs wrongs) {
  Visit visit = TRY(see_visit(tx, actor, store, id)).visit;
  TRY(check_open(visit));
  TRY(check_may(visit, actor, Action::exclude));
  wrongs.take(dealership::check_choice(tx, store.id, List::exclusion, input.code, "/code"));
  TRY(wrongs.verdict());
  if (input.story) visit.details.story = input.story->value;
  TRY(ask_exclusion(visit, input.code, actor.id, now));
  facts::announce(tx, {store.id, now, actor.id, "visit", id}, ExclusionAsked{input.code});
  return save_visit(tx, actor, visit, now);
}

Result<VisitView> confirm_visit_exclusion(database::Transaction& tx, const Actor& actor, const Store& store,
                                          const std::string& id, Instant now) {
  // Not only one's own visits: the second person is somebody else by definition.
  auto found = find_visit(tx, store.id, id);
  if (!found) return refuse(Refusal::not_found());
  Visit visit = found->visit;
  TRY(confirm_exclusion(visit, actor.id, now));
  facts::announce(tx, {store.id, now, actor.id, "visit", id}, ExclusionConfirmed{*visit.exclusion_code});
  return save_visit(tx, actor, visit, now);
}

Result<VisitView> reject_visit_exclusion(database::Transaction& tx, const Actor& actor, const Store& store,
                                         const std::string& id, Instant now) {
  auto found = find_visit(tx, store.id, id);
  if (!found) return refuse(Refusal::not_found());
  Visit visit = found->visit;
  const auto code = visit.exclusion_code.value_or("");
  TRY(reject_exclusion(visit));
  facts::announce(tx, {store.id, now, actor.id, "visit", id}, ExclusionRejected{code});
  return save_visit(tx, actor, visit, now);
}

Result<VisitView> reopen_visit(database::Transaction& tx, const Actor& actor, const Store& store,
                               const std::string& id, Instant now) {
  Visit visit = TRY(see_visit(tx, actor, store, id)).visit;
  const auto was = visit.standing;
  TRY(reopen(visit));
  facts::announce(tx, {store.id, now, actor.id, "visit", id}, VisitReopened{was});
  return save_visit(tx, actor, visit, now);
}

Result<Known> look_up(database::Transaction& tx, const Store& store, const std::optional<std::string>& phone,
                      const std::optional<std::string>& wechat) {
  static constexpr std::string_view kVisits =
      "SELECT count(*) FROM reception_visits WHERE store_id = $1 AND customer_id = $2";
  if (!phone && !wechat) return refuse(Refusal::field("/phone", "contact_needed"));
  const auto contacts = TRY(dealership::check_contacts(store, phone, wechat, std::nullopt, ""));
  Known known;
  known.phone = contacts.phone;
  if (contacts.phone) known.phone_display = text::format_phone(*contacts.phone, store.country);
  const auto found = dealership::match(tx, store.id, {contacts.phone, contacts.wechat, std::nullopt});
  if (!found) return known;
  const auto* customer = &found->customer;
  known.customer =
      KnownCustomer{customer->id, customer->name, customer->in_charge(),
                    tx.query(kVisits, store.id, customer->id)[0].get<std::int64_t>(0), std::nullopt};
  if (customer->last_visit_at) known.customer->last_visit_at = json::Time{*customer->last_visit_at};
  return known;
}

}  // namespace guanxi::reception
