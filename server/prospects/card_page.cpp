#include "prospects/card_page.h"

#include <algorithm>

#include "platform/json/reader.h"
#include "platform/text/phone.h"
#include "prospects/card_merging.h"
#include "prospects/quote_facts.h"

namespace guanxi::prospects {
namespace {

constexpr std::int64_t kMostSteps = 200, kMostPlans = 50;

Step step(Instant at, StepKind kind, std::optional<Name> by) {
  Step step{};
  step.at = {at};
  step.kind = kind;
  step.by = std::move(by);
  return step;
}

void add_visits(std::vector<Step>& steps, std::vector<reception::VisitView> visits) {
  for (auto& visit : visits) {
    auto added = step(visit.arrived_at, StepKind::visit, visit.salesperson);
    added.visit = std::move(visit);
    steps.push_back(std::move(added));
  }
}

void add_follow_ups(std::vector<Step>& steps, const std::vector<FollowUp>& follow_ups, const TimeZone& zone) {
  for (const auto& each : follow_ups) {
    auto added = step(each.at, StepKind::follow_up, Name{each.by_id, each.by.value_or("")});
    const auto next_on = each.next_at ? std::optional(zone.day(*each.next_at)) : std::nullopt;
    added.follow_up =
        FollowUpView{each.id, each.way, each.reached, each.said, each.grade, next_on, each.counted};
    steps.push_back(std::move(added));
  }
}

void add_listings(std::vector<Step>& steps, std::vector<BroughtListing> listings) {
  for (auto& brought : listings) {
    auto added = step(brought.at, StepKind::listed, std::move(brought.by));
    added.listing = std::move(brought.listing);
    steps.push_back(std::move(added));
  }
}

/// The fact's fields that a plan of it has.
template <class Fact>
PlanStep plan_of(const facts::Entry& entry, const std::map<std::string, Name>& cars) {
  const auto fact = *json::parse<Fact>(entry.data);
  PlanStep plan{};
  if constexpr (requires { fact.was_at; }) plan.was_at = fact.was_at;
  if constexpr (requires { fact.purpose; }) {
    plan.at = fact.at;
    plan.purpose = fact.purpose;
  } else {
    plan.at = fact.starts_at;
    plan.end = fact.ends_at;
    plan.car = cars.at(fact.car_id);
  }
  return plan;
}

void tell_plan(const facts::Entry& fact, const std::map<std::string, Name>& cars, Step& told) {
  switch (told.kind) {
    case StepKind::appointment_made:
      told.plan = plan_of<AppointmentMade>(fact, cars);
      break;
    case StepKind::appointment_moved:
      told.plan = plan_of<AppointmentMoved>(fact, cars);
      break;
    case StepKind::appointment_kept:
      told.plan = plan_of<AppointmentKept>(fact, cars);
      break;
    case StepKind::appointment_missed:
      told.plan = plan_of<AppointmentMissed>(fact, cars);
      break;
    case StepKind::appointment_cancelled:
      told.plan = plan_of<AppointmentCancelled>(fact, cars);
      break;
    case StepKind::drive_booked:
      told.plan = plan_of<DriveBooked>(fact, cars);
      break;
    case StepKind::drive_moved:
      told.plan = plan_of<DriveMoved>(fact, cars);
      break;
    case StepKind::drive_cancelled:
      told.plan = plan_of<DriveCancelled>(fact, cars);
      break;
    default:
      break;
  }
}

template <class Fact>
QuoteStep quote_of(const facts::Entry& entry) {
  const auto fact = *json::parse<Fact>(entry.data);
  QuoteStep step{fact.quote_id, fact.number, fact.n, {}};
  if constexpr (requires { fact.total; }) step.total = fact.total;
  return step;
}

std::map<std::string, Name> car_names(database::Transaction& tx, const std::string& store_id) {
  std::map<std::string, Name> names;
  for (const auto& car : test_cars_of(tx, store_id)) names.emplace(car.id, Name{car.id, car.name});
  return names;
}

/// What the fact's data say, in the fields of the step.
void tell(database::Transaction& tx, const facts::Entry& fact, Step& told) {
  switch (told.kind) {
    case StepKind::card_opened:
      told.grade_to = json::parse<CardOpened>(fact.data)->grade;
      break;
    case StepKind::card_regraded: {
      const auto moved = json::parse<CardRegraded>(fact.data);
      told.grade_from = moved->from;
      told.grade_to = moved->to;
      told.grade_cause = moved->cause;
      break;
    }
    case StepKind::card_edited:
      told.fields = json::parse<CardEdited>(fact.data)->fields;
      break;
    case StepKind::party_member_added:
    case StepKind::party_member_edited:
    case StepKind::party_member_removed:
      told.roles = json::parse<PartyMemberEdited>(fact.data)->roles;
      break;
    case StepKind::card_handed_over:
      told.to = dealership::name_of(tx, json::parse<CardHandedOver>(fact.data)->to);
      break;
    case StepKind::lead_reassigned: {
      const auto moved = json::parse<LeadReassigned>(fact.data);
      told.from = dealership::name_of(tx, moved->from);
      told.to = dealership::name_of(tx, moved->to);
      break;
    }
    case StepKind::quote_given:
      told.quote = quote_of<QuoteGiven>(fact);
      break;
    case StepKind::quote_withdrawn:
      told.quote = quote_of<QuoteWithdrawn>(fact);
      break;
    case StepKind::quote_accepted:
      told.quote = quote_of<QuoteAccepted>(fact);
      break;
    default:
      break;
  }
}

void add_facts(database::Transaction& tx, std::vector<Step>& steps, const std::string& store_id,
               const std::string& card_id) {
  facts::Filter filter;
  filter.subject_id = card_id;
  filter.limit = kMostSteps;
  const auto cars = car_names(tx, store_id);
  for (const auto& fact : facts::read(tx, store_id, filter)) {
    const auto kind = json::from_word<StepKind>(fact.kind);
    if (!kind) continue;  // follow-ups are told by their own rows
    auto added = step(fact.at, *kind, dealership::name_of(tx, fact.actor_id));
    tell(tx, fact, added);
    tell_plan(fact, cars, added);
    steps.push_back(std::move(added));
  }
}

std::optional<Sign> sign_in(const Step& step) {
  if (step.follow_up && step.follow_up->way == FollowUpWay::test_drive) return Sign::test_drive;
  if (step.follow_up && step.follow_up->way == FollowUpWay::visit) return Sign::second_visit;
  if (!step.visit) return std::nullopt;
  if (step.visit->test_drive.value_or(false)) return Sign::test_drive;
  if (step.visit->quote.value_or(false)) return Sign::quote;
  if (step.visit->occasion == reception::Occasion::again) return Sign::second_visit;
  return std::nullopt;
}

/// A quote that was taken back has not been given.
bool is_quote(const Step& step, const std::vector<QuoteView>& quotes) {
  return step.kind == StepKind::quote_given && std::ranges::any_of(quotes, [&](const QuoteView& quote) {
           return quote.id == step.quote->quote_id && quote.state != QuoteState::withdrawn;
         });
}

std::optional<Suggestion> suggestion_for(const Card& card, const std::vector<Step>& steps,
                                         const std::vector<QuoteView>& quotes) {
  const auto grade = hotter(card.grade);
  if (card.closed_at || grade == card.grade) return std::nullopt;
  for (const auto& step : steps) {
    if (step.at <= card.said_at) break;
    if (is_quote(step, quotes)) return Suggestion{grade, Sign::quote};
    if (const auto sign = sign_in(step)) return Suggestion{grade, *sign};
  }
  return std::nullopt;
}

}  // namespace

CardPage card_page(database::Transaction& tx, const Actor& actor, const Store& store, const NamedCard& named,
                   Instant now) {
  const Card& card = named.card;
  CardPage page{};
  page.card = CardViews(tx, actor, store, now).of(named);
  if (const auto& phone = page.card.customer.phone)
    page.phone_display = text::format_phone(*phone, store.country);
  page.party = party_of(tx, actor, store, named);
  for (const auto& order : orders_of(tx, store.id, card.id)) page.orders.push_back(view_of(order));
  const PlanViews plans(tx, actor, store, now);
  page.appointments = plans.of(appointments_of(tx, store.id, card.id, kMostPlans));
  page.drives = plans.of(drives_of(tx, store.id, card.id, kMostPlans));
  page.quotes = QuoteViews(tx, actor, store, now).of_card(card, kMostPlans);
  // Of what happened in the same instant, what the program wrote down comes last, so it is told first.
  add_facts(tx, page.steps, store.id, card.id);
  for (const auto& gone : cards_gone_into(tx, store.id, card.id)) add_facts(tx, page.steps, store.id, gone);
  add_listings(page.steps, listings_of(tx, store.id, card.id, actor.language));
  add_follow_ups(page.steps, follow_ups_of(tx, store.id, card.id, kMostSteps), store.zone());
  auto visits = reception::select_visits_of_customer(tx, store.id, card.customer_id, kMostSteps);
  add_visits(page.steps, reception::views_of(std::move(visits), actor, now));
  std::ranges::stable_sort(page.steps, std::greater<>(), [](const Step& step) { return step.at.at; });
  page.suggestion = suggestion_for(card, page.steps, page.quotes);
  page.version = card.version;
  return page;
}

}  // namespace guanxi::prospects
