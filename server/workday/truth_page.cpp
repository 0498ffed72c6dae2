#include "workday/truth_page.h"

#include <algorithm>
#include <limits>

#include "workday/truth_store.h"

namespace guanxi::workday {
namespace {

/// What arrives later than this was kept on the phone.
constexpr Instant kSentLater = 2 * kMinute;

struct Span {
  Instant from, to;
};
Span span_of(const Store& store, const TruthAsked& asked) {
  const auto zone = store.zone();
  return {zone.start_of(asked.from), zone.start_of(add_days(asked.to, 1))};
}

/// Everything in one go: both the counts and the lists are taken from it, so they cannot differ.
struct Looked {
  std::vector<Worked> cards;
  std::vector<Found> found;
};
Looked look(database::Transaction& tx, const Store& store, const TruthAsked& asked) {
  const auto [from, to] = span_of(store, asked);
  Looked looked{cards_worked_on(tx, store, from, to), {}};
  looked.found = find_all(looked.cards, from, to, asked.thresholds);
  return looked;
}

std::int64_t& count_of(FindingCounts& counts, FindingKind kind) {
  switch (kind) {
    case FindingKind::burst:
      return counts.burst;
    case FindingKind::unreached:
      return counts.unreached;
    case FindingKind::unsaid:
      return counts.unsaid;
    case FindingKind::unworked:
      return counts.unworked;
  }
  throw Bug("a kind of finding that is not counted");
}

bool lets_through(const FindingFilter& filter, const Found& found) {
  return (!filter.kind || found.kind == *filter.kind) &&
         (!filter.person_id || found.person_id == *filter.person_id);
}

/// Names of people, each asked for once.
class Names {
 public:
  explicit Names(database::Transaction& tx) : tx_(tx) {}
  Name of(const std::string& id) {
    auto& name = names_[id];
    if (!name) name = dealership::name_of(tx_, id).value_or(Name{id, ""});
    return *name;
  }

 private:
  database::Transaction& tx_;
  std::map<std::string, std::optional<Name>> names_;
};

using CardsById = std::map<std::string, prospects::NamedCard>;

CardsById cards_behind(database::Transaction& tx, const Store& store, std::span<const Found* const> found) {
  std::vector<std::string> ids;
  for (const auto* each : found) {
    for (const auto& attempt : each->attempts) ids.push_back(attempt.card_id);
  }
  std::ranges::sort(ids);
  const auto twice = std::ranges::unique(ids);
  ids.erase(twice.begin(), twice.end());
  return prospects::select_cards_by_id(tx, store.id, ids);
}

FindingRow row_of(const Attempt& attempt, const prospects::NamedCard& named, const TimeZone& zone) {
  const auto& card = named.card;
  FindingRow row{};
  row.id = attempt.id;
  row.card = {card.id, card.store_id, named.customer_name, card.standing, card.grade, {}};
  if (card.salesperson_id) row.card.salesperson = Name{*card.salesperson_id, named.salesperson.value_or("")};
  row.at = {attempt.at};
  if (attempt.noted_at - attempt.at > kSentLater) row.sent_at = json::Time{attempt.noted_at};
  row.way = attempt.way;
  row.reached = attempt.reached;
  row.said = attempt.said;
  row.grade = attempt.grade;
  if (attempt.next_at) row.next_on = zone.day(*attempt.next_at);
  return row;
}

Finding finding_of(const Found& found, const CardsById& cards, const TimeZone& zone, Names& names) {
  Finding finding{};
  finding.kind = found.kind;
  finding.person = names.of(found.person_id);
  finding.on = zone.day(found.last_at());
  finding.first_at = {found.first_at()};
  finding.last_at = {found.last_at()};
  finding.minutes = std::max<std::int64_t>(1, (found.last_at() - found.first_at() + kMinute - 1) / kMinute);
  finding.customers = static_cast<std::int64_t>(found.customers());
  if (found.kind == FindingKind::unreached || found.kind == FindingKind::unworked) {
    finding.since = json::Time{found.since};
    finding.days = days_between(zone.day(found.since), finding.on);
  }
  if (found.kind == FindingKind::unworked)
    finding.after_minutes = std::max<std::int64_t>(0, (found.last_at() - found.since) / kMinute);
  finding.few = found.few;
  finding.soon = found.soon;
  for (const auto& attempt : found.attempts) {
    finding.rows.push_back(row_of(attempt, cards.at(attempt.card_id), zone));
    finding.sent_later += finding.rows.back().sent_at ? 1 : 0;
  }
  return finding;
}

}  // namespace

Truth truth(database::Transaction& tx, const Store& store, const TruthAsked& asked) {
  const auto [from, to] = span_of(store, asked);
  const auto looked = look(tx, store, asked);
  Truth all{asked.from, asked.to, asked.thresholds, 0, 0, {}, {}};
  std::map<std::string, PersonTruth> people;
  for (const auto& card : looked.cards) {
    for (const auto& attempt : card.attempts) {
      if (attempt.at < from || attempt.at >= to) continue;
      auto& person = people[attempt.by_id];
      ++person.follow_ups;
      ++all.follow_ups;
      person.reached += attempt.reached ? 1 : 0;
      all.reached += attempt.reached ? 1 : 0;
    }
  }
  for (const auto& found : looked.found) {
    ++count_of(people[found.person_id].findings, found.kind);
    ++count_of(all.findings, found.kind);
  }
  Names names(tx);
  for (auto& [id, person] : people) {
    person.person = names.of(id);
    all.people.push_back(std::move(person));
  }
  std::ranges::sort(all.people, {},
                    [](const PersonTruth& person) { return std::tie(person.person.name, person.person.id); });
  return all;
}

StoreTruth truth_of_store(database::Transaction& tx, const Store& store, const TruthAsked& asked) {
  const auto all = truth(tx, store, asked);
  return {store.id, store.name, all.follow_ups, all.reached, all.findings};
}

Findings findings(database::Transaction& tx, const Store& store, const TruthAsked& asked,
                  const FindingFilter& filter, std::size_t start, std::size_t limit) {
  const auto looked = look(tx, store, asked);
  std::vector<const Found*> shown;
  std::size_t place = 0;
  bool more = false;
  for (const auto& found : looked.found) {
    if (!lets_through(filter, found)) continue;
    if (place >= start && shown.size() == limit) {
      more = true;
      break;
    }
    if (place++ >= start) shown.push_back(&found);
  }
  const auto cards = cards_behind(tx, store, shown);
  const auto zone = store.zone();
  Names names(tx);
  Findings page{{}, more};
  for (const auto* found : shown) page.items.push_back(finding_of(*found, cards, zone, names));
  return page;
}

}  // namespace guanxi::workday
