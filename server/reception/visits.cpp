#include "reception/visits.h"

#include "dealership/dealership.h"
#include "platform/facts/facts.h"
#include "reception/duty.h"
#include "reception/reception_facts.h"

namespace guanxi::reception {
namespace {

/// Who receives the party, and whether that costs a turn.
struct Receiver {
  std::optional<std::string> person_id;
  bool costs_turn = false;
};

Receiver choose_receiver(database::Transaction& tx, const Store& store, const NewVisit& input,
                         const std::optional<dealership::Customer>& customer, const Visit& visit,
                         Wrongs& wrongs) {
  const bool costs_turn = !customer && visit.kind == Kind::visit;
  if (input.salesperson_id) {
    if (!dealership::works_in(tx, store, *input.salesperson_id, dealership::Role::salesperson)) {
      wrongs.note("/salesperson_id", "not_a_salesperson");
    }
    return Receiver{*input.salesperson_id, costs_turn};
  }
  // A customer on file goes back to the salesperson in charge, as long as that person still works here.
  if (customer && customer->salesperson_id &&
      dealership::works_in(tx, store, *customer->salesperson_id, dealership::Role::salesperson)) {
    return Receiver{customer->salesperson_id, false};
  }
  return Receiver{on_turn(tx, store, visit.day), costs_turn};
}

std::optional<dealership::Customer> customer_of(database::Transaction& tx, const Store& store,
                                                const NewVisit& input, Wrongs& wrongs) {
  if (!input.customer_id) return std::nullopt;
  auto customer = dealership::find_customer(tx, store.id, *input.customer_id);
  if (!customer) wrongs.note("/customer_id", "no_such_customer");
  return customer;
}

/// The new visit with the names that its view shows, without reading it again.
NamedVisit name_new(database::Transaction& tx, const Visit& visit,
                    const std::optional<dealership::Customer>& customer) {
  NamedVisit named;
  named.visit = visit;
  const auto name = [&tx](const std::optional<std::string>& id) {
    const auto found = dealership::name_of(tx, id);
    return found ? std::optional(found->name) : std::nullopt;
  };
  named.salesperson = name(visit.salesperson_id);
  named.opened_by = visit.opened_by == visit.salesperson_id ? named.salesperson : name(visit.opened_by);
  if (customer) {
    named.customer_name = customer->name;
    named.customer_phone = customer->phone;
    named.customer_wechat = customer->wechat;
    if (customer->sex) named.customer_sex = json::to_word(*customer->sex);
  }
  return named;
}

Details details_of(const VisitEdit& input) {
  const auto text = [](const auto& field) { return field ? std::optional(field->value) : std::nullopt; };
  Details details;
  details.model_id = text(input.model_id);
  details.price_from = text(input.price_from);
  details.price_to = text(input.price_to);
  details.purchase_when = input.purchase_when;
  details.purchase_day = text(input.purchase_day);
  details.asks = text(input.asks);
  details.second_face = input.second_face;
  details.story = text(input.story);
  details.test_drive = input.test_drive;
  details.quote = input.quote;
  details.trade_in = input.trade_in;
  details.transport = input.transport;
  details.colour = text(input.colour);
  details.current_car = text(input.current_car);
  details.competing_model = text(input.competing_model);
  details.questionnaire = input.questionnaire;
  return details;
}

/// Refuses choices that are new with this edit and no longer to be had; what was chosen before may stay.
void check_choices(database::Transaction& tx, const Store& store, const Visit& before, const VisitEdit& input,
                   Wrongs& wrongs) {
  using dealership::List;
  if (input.channel_code && before.channel_code != input.channel_code->value) {
    wrongs.take(dealership::check_choice(tx, store.id, List::channel, *input.channel_code, "/channel_code"));
  }
  if (input.model_id && before.details.model_id != input.model_id->value &&
      !dealership::find_model(tx, *input.model_id)) {
    wrongs.note("/model_id", "no_such_model");
  }
  const bool unfiled = before.standing == Standing::unfiled;
  if (unfiled && !input.reason_code) wrongs.note("/reason_code", "required");
  if (!unfiled && input.reason_code) wrongs.note("/reason_code", "only_when_unfiled");
  if (unfiled && input.reason_code && before.reason_code != input.reason_code->value) {
    wrongs.take(dealership::check_choice(tx, store.id, List::unfiled, *input.reason_code, "/reason_code"));
  }
}

/// Times, and the details as far as they can be judged: what hangs on a field that cannot be read is left
/// out.
void check_course(Visit visit, Instant now, Wrongs& wrongs) {
  wrongs.take(check_times(visit.arrived_at, visit.left_at, now));
  if (!wrongs.concern("/arrived_at") && !wrongs.concern("/way")) wrongs.take(check_appointment(visit));
  if (wrongs.concern("/purchase_when") || wrongs.concern("/arrived_at")) {
    visit.details.purchase_when.reset();
    visit.details.purchase_day.reset();
  }
  wrongs.take(check_details(visit.details, visit.day));
}

std::vector<std::string> changed_fields(const Visit& before, const Visit& after) {
  std::vector<std::string> fields;
  const auto compare = [&](const char* name, const auto& left, const auto& right) {
    if (left != right) fields.push_back(name);
  };
  compare("party_size", before.party_size, after.party_size);
  compare("kind", before.kind, after.kind);
  compare("occasion", before.occasion, after.occasion);
  compare("arrived_at", before.arrived_at, after.arrived_at);
  compare("appointed_at", before.appointed_at, after.appointed_at);
  compare("left_at", before.left_at, after.left_at);
  compare("channel_code", before.channel_code, after.channel_code);
  compare("reason_code", before.reason_code, after.reason_code);
  compare("model_id", before.details.model_id, after.details.model_id);
  compare("price_from", before.details.price_from, after.details.price_from);
  compare("price_to", before.details.price_to, after.details.price_to);
  compare("purchase_when", before.details.purchase_when, after.details.purchase_when);
  compare("purchase_day", before.details.purchase_day, after.details.purchase_day);
  compare("asks", before.details.asks, after.details.asks);
  compare("second_face", before.details.second_face, after.details.second_face);
  compare("story", before.details.story, after.details.story);
  compare("test_drive", before.details.test_drive, after.details.test_drive);
  compare("quote", before.details.quote, after.details.quote);
  compare("trade_in", before.details.trade_in, after.details.trade_in);
  compare("transport", before.details.transport, after.details.transport);
  compare("colour", before.details.colour, after.details.colour);
  compare("current_car", before.details.current_car, after.details.current_car);
  compare("competing_model", before.details.competing_model, after.details.competing_model);
  compare("questionnaire", before.details.questionnaire, after.details.questionnaire);
  return fields;
}

}  // namespace

void set_arrival(Visit& visit, const Store& store, Instant arrived_at) {
  const auto zone = store.zone();
  visit.arrived_at = arrived_at;
  visit.day = zone.day(arrived_at);
  visit.hour = zone.local(arrived_at).hour;
}

Result<> check_may(const Visit& visit, const Actor& actor, Action action) {
  const auto can = possible_actions(visit, actor);
  if (std::find(can.begin(), can.end(), action) != can.end()) return {};
  return refuse(Refusal::forbidden());
}

Result<NamedVisit> see_visit(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& id) {
  auto found = find_visit(tx, store.id, id);
  if (!found || !visible_to(found->visit, actor)) return refuse(Refusal::not_found());
  return *std::move(found);
}

Result<VisitView> save_visit(database::Transaction& tx, const Actor& actor, Visit& visit, Instant now) {
  const bool saved = update_visit(tx, visit);
  const auto as_it_stands = view_of(*find_visit(tx, visit.store_id, visit.id), actor, now);
  if (!saved) return refuse(Refusal::stale(json::to_text(as_it_stands)));
  return as_it_stands;
}

Result<VisitView> open_visit(database::Transaction& tx, const Actor& actor, const Store& store,
                             const NewVisit& input, Instant now, Wrongs wrongs) {
  if (const auto before = find_visit(tx, store.id, input.id)) {
    if (!visible_to(before->visit, actor)) return refuse(Refusal::field("/id", "in_use"));
    return view_of(*before, actor, now);
  }
  Visit visit;
  visit.store_id = store.id;
  visit.id = input.id;
  visit.way = input.way;
  visit.kind = input.kind.value_or(input.way == Way::call ? Kind::call : Kind::visit);
  visit.party_size = input.party_size ? input.party_size->value : 1;
  visit.opened_by = actor.id;
  if (input.left_at) visit.left_at = input.left_at->at;
  if (input.appointed_at) visit.appointed_at = input.appointed_at->at;
  visit.details.transport = input.transport;
  set_arrival(visit, store, input.arrived_at ? input.arrived_at->at : now);
  check_course(visit, now, wrongs);
  if (input.channel_code) {
    wrongs.take(dealership::check_choice(tx, store.id, dealership::List::channel, *input.channel_code,
                                         "/channel_code"));
    visit.channel_code = *input.channel_code;
  }
  const auto customer = customer_of(tx, store, input, wrongs);
  if (customer) visit.customer_id = customer->id;
  visit.occasion = customer || input.way == Way::again ? Occasion::again : Occasion::first;
  const auto receiver = choose_receiver(tx, store, input, customer, visit, wrongs);
  TRY(wrongs.verdict());
  visit.salesperson_id = receiver.person_id;
  if (receiver.costs_turn && receiver.person_id) {
    visit.took_turn = take_turn(tx, store.id, visit.day, *receiver.person_id);
  }
  insert_visit(tx, visit);
  facts::announce(tx, {store.id, now, actor.id, "visit", visit.id},
                  VisitOpened{visit.way, visit.occasion, visit.party_size, visit.salesperson_id, visit.day});
  return view_of(name_new(tx, visit, customer), actor, now);
}

Result<VisitView> depart(database::Transaction& tx, const Actor& actor, const Store& store,
                         const std::string& id, const Departure& input, Instant now) {
  const auto found = TRY(see_visit(tx, actor, store, id));
  if (found.visit.left_at) return view_of(found, actor, now);
  Visit visit = found.visit;
  TRY(check_may(visit, actor, Action::depart));
  visit.left_at = input.left_at ? input.left_at->at : std::max(now, visit.arrived_at);
  TRY(check_times(visit.arrived_at, visit.left_at, now));
  facts::announce(tx, {store.id, now, actor.id, "visit", id},
                  PartyLeft{(*visit.left_at - visit.arrived_at) / kMinute});
  return save_visit(tx, actor, visit, now);
}

Result<VisitView> hand_over(database::Transaction& tx, const Actor& actor, const Store& store,
                            const std::string& id, const Handover& input, Instant now) {
  Visit visit = TRY(see_visit(tx, actor, store, id)).visit;
  TRY(check_open(visit));
  TRY(check_may(visit, actor, Action::hand_over));
  if (!dealership::works_in(tx, store, input.to, dealership::Role::salesperson)) {
    return refuse(Refusal::field("/to", "not_a_salesperson"));
  }
  const auto from = visit.salesperson_id;
  if (from == input.to.value) return refuse(Refusal::field("/to", "same_salesperson"));
  if (from && visit.took_turn) give_turn_back(tx, store.id, visit.day, *from);
  if (!visit.first_salesperson_id) visit.first_salesperson_id = from;
  visit.salesperson_id = input.to;
  visit.took_turn =
      !visit.customer_id && visit.kind == Kind::visit && take_turn(tx, store.id, visit.day, input.to);
  facts::announce(tx, {store.id, now, actor.id, "visit", id}, VisitHandedOver{from, input.to});
  return save_visit(tx, actor, visit, now);
}

Result<VisitView> edit_visit(database::Transaction& tx, const Actor& actor, const Store& store,
                             const std::string& id, const VisitEdit& input, std::int64_t version, Instant now,
                             Wrongs wrongs) {
  const auto found = TRY(see_visit(tx, actor, store, id));
  const Visit& before = found.visit;
  TRY(check_may(before, actor, Action::edit));
  if (before.version != version) return refuse(Refusal::stale(json::to_text(view_of(found, actor, now))));
  Visit after = before;
  set_arrival(after, store, input.arrived_at);
  after.appointed_at = input.appointed_at ? std::optional(input.appointed_at->at) : std::nullopt;
  after.left_at = input.left_at ? std::optional(input.left_at->at) : std::nullopt;
  check_choices(tx, store, before, input, wrongs);
  after.party_size = input.party_size;
  after.kind = input.kind;
  after.occasion = input.occasion;
  after.channel_code = input.channel_code ? std::optional(input.channel_code->value) : std::nullopt;
  after.reason_code = input.reason_code ? std::optional(input.reason_code->value) : std::nullopt;
  after.details = details_of(input);
  check_course(after, now, wrongs);
  TRY(wrongs.verdict());
  facts::announce(tx, {store.id, now, actor.id, "visit", id},
                  VisitEdited{changed_fields(before, after), before.day});
  return save_visit(tx, actor, after, now);
}

}  // namespace guanxi::reception
