#include "prospects/card_page.h"

#include <algorithm>

#include "platform/json/reader.h"
#include "platform/text/phone.h"

namespace guanxi::prospects {
namespace {

constexpr std::int64_t kMostSteps = 200;

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
    case StepKind::card_handed_over:
      told.to = dealership::name_of(tx, json::parse<CardHandedOver>(fact.data)->to);
      break;
    case StepKind::lead_reassigned: {
      const auto moved = json::parse<LeadReassigned>(fact.data);
      told.from = dealership::name_of(tx, moved->from);
      told.to = dealership::name_of(tx, moved->to);
      break;
    }
    default:
      break;
  }
}

void add_facts(database::Transaction& tx, std::vector<Step>& steps, const Card& card) {
  facts::Filter filter;
  filter.subject_id = card.id;
  filter.limit = kMostSteps;
  for (const auto& fact : facts::read(tx, card.store_id, filter)) {
    const auto kind = json::from_word<StepKind>(fact.kind);
    if (!kind) continue;  // follow-ups are told by their own rows
    auto added = step(fact.at, *kind, dealership::name_of(tx, fact.actor_id));
    tell(tx, fact, added);
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

std::optional<Suggestion> suggestion_for(const Card& card, const std::vector<Step>& steps) {
  const auto grade = hotter(card.grade);
  if (card.closed_at || grade == card.grade) return std::nullopt;
  for (const auto& step : steps) {
    if (step.at <= card.said_at) break;
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
  for (const auto& order : orders_of(tx, store.id, card.id)) page.orders.push_back(view_of(order));
  // Of what happened in the same instant, what the program wrote down comes last, so it is told first.
  add_facts(tx, page.steps, card);
  add_follow_ups(page.steps, follow_ups_of(tx, store.id, card.id, kMostSteps), store.zone());
  auto visits = reception::select_visits_of_customer(tx, store.id, card.customer_id, kMostSteps);
  add_visits(page.steps, reception::views_of(std::move(visits), actor, now));
  std::ranges::stable_sort(page.steps, std::greater<>(), [](const Step& step) { return step.at.at; });
  page.suggestion = suggestion_for(card, page.steps);
  page.version = card.version;
  return page;
}

}  // namespace guanxi::prospects
