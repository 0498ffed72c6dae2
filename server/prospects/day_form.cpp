#include "prospects/day_form.h"

#include <algorithm>

#include "platform/database/columns.h"

namespace guanxi::prospects {
namespace {

using database::Columns;
using Text = std::optional<std::string>;

struct Day {
  std::string day, next;
  Instant from, to;
};

/// Something that was done with a card, before names and grades are put to it.
struct Contact {
  std::string card_id;
  Instant at;
  FollowUpWay way;
  bool reached;
  Text said;
  std::optional<Grade> grade;  ///< as noted with it; nothing for visits
  std::optional<Instant> next_at;
};

void add_follow_ups(database::Transaction& tx, const dealership::Store& store, const std::string& person_id,
                    const Day& day, std::vector<Contact>& contacts) {
  static constexpr std::string_view kSelect =
      "SELECT card_id, at, way, reached, said, grade, next_at FROM prospects_follow_ups"
      " WHERE store_id = $1 AND by_id = $2 AND at >= $3 AND at < $4";
  for (const auto& row : tx.query(kSelect, store.id, person_id, day.from, day.to)) {
    Columns columns(row);
    Contact contact{
        columns.next<std::string>(), columns.next<Instant>(), FollowUpWay::call, false, {}, {}, {}};
    contact.way = columns.word<FollowUpWay>();
    contact.reached = columns.next<bool>();
    contact.said = columns.next<Text>();
    contact.grade = columns.word<Grade>();
    contact.next_at = columns.next<std::optional<Instant>>();
    contacts.push_back(std::move(contact));
  }
}

/// Whom they received: those who were filed, and who have a card that was open on that day.
void add_visits(database::Transaction& tx, const dealership::Store& store, const std::string& person_id,
                const Day& day, std::vector<Contact>& contacts) {
  static constexpr std::string_view kSelect =
      "SELECT p.id, l.arrived_at, l.kind, l.story FROM reception_log l JOIN prospects_cards p"
      " ON p.store_id = l.store_id AND p.customer_id = l.customer_id AND p.opened_at < $4"
      " AND (p.closed_at IS NULL OR p.closed_at >= $3) WHERE l.store_id = $1 AND l.salesperson_id = $2"
      " AND l.arrived_at >= $3 AND l.arrived_at < $4 AND l.standing = 'filed'";
  for (const auto& row : tx.query(kSelect, store.id, person_id, day.from, day.to)) {
    const auto way = row.get<std::string>(2) == "call" ? FollowUpWay::call : FollowUpWay::visit;
    contacts.push_back({row.get<std::string>(0), row.get<Instant>(1), way, true, row.get<Text>(3), {}, {}});
  }
}

Purpose purpose_of(database::Transaction& tx, const Card& card, Instant at) {
  static constexpr std::string_view kOrdered =
      "SELECT 1 FROM prospects_orders WHERE store_id = $1 AND card_id = $2 AND ordered_at < $3"
      " AND (cancelled_at IS NULL OR cancelled_at >= $3) LIMIT 1";
  static constexpr std::string_view kEarlier =
      "SELECT 1 FROM prospects_follow_ups WHERE store_id = $1 AND card_id = $2 AND at < $3 LIMIT 1";
  if (!tx.query(kOrdered, card.store_id, card.id, at).empty()) return Purpose::after_sale;
  return tx.query(kEarlier, card.store_id, card.id, at).empty() ? Purpose::develop : Purpose::promote;
}

/// The grade that a contact left behind: as it was noted, or, of a visit, as the card was opened or the day
/// ended.
Grade grade_after(const Contact& contact, const Card& card, const std::vector<GradeFrom>& history,
                  const Day& day) {
  if (contact.grade) return *contact.grade;
  if (card.opened_at >= contact.at && !history.empty()) return history.front().grade;
  return grade_before(history, day.to).value_or(card.grade);
}

DayLine line_of(database::Transaction& tx, const CardViews& views, const TimeZone& zone,
                const NamedCard& named, const Contact& contact, const Day& day) {
  const auto view = views.of(named);
  const auto history = grade_history(tx, named.card);
  DayLine line{};
  line.at = {contact.at};
  line.customer = view.customer;
  line.model = view.model;
  line.purpose = purpose_of(tx, named.card, contact.at);
  line.way = contact.way;
  line.reached = contact.reached;
  line.grade_before = grade_before(history, contact.at);
  line.grade_after = grade_after(contact, named.card, history, day);
  line.standing = named.card.standing;
  line.said = contact.said;
  if (contact.next_at) line.next_on = zone.day(*contact.next_at);
  line.card_id = named.card.id;
  return line;
}

std::vector<DayLine> lines_of(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                              const std::string& person_id, const Day& day, Instant now) {
  std::vector<Contact> contacts;
  add_follow_ups(tx, store, person_id, day, contacts);
  add_visits(tx, store, person_id, day, contacts);
  std::ranges::stable_sort(contacts, {}, &Contact::at);
  std::vector<std::string> ids;
  for (const auto& contact : contacts) ids.push_back(contact.card_id);
  const auto cards = select_cards_by_id(tx, store.id, ids);
  const auto channels = channels_of(tx, store.id, ids);
  const CardViews views(tx, actor, store, now);
  std::vector<DayLine> lines;
  for (const auto& contact : contacts) {
    lines.push_back(line_of(tx, views, store.zone(), cards.at(contact.card_id), contact, day));
    const auto channel = channels.find(contact.card_id);
    lines.back().source = channel == channels.end() ? source_of({}, false) : source_of(channel->second, true);
  }
  return lines;
}

using Counts = std::map<Grade, std::int64_t>;

template <class... Values>
Counts count(database::Transaction& tx, std::string_view sql, const Values&... values) {
  Counts counts;
  for (const auto& row : tx.query(sql, values...)) {
    Columns columns(row);
    const auto grade = columns.word<Grade>();
    counts[grade] += columns.next<std::int64_t>();
  }
  return counts;
}

Counts open_at(database::Transaction& tx, const dealership::Store& store, const std::string& person_id,
               const std::string& day, const std::string& today) {
  static constexpr std::string_view kSnapshot =
      "SELECT grade, cards FROM prospects_snapshots WHERE store_id = $1 AND day = $2 AND salesperson_id = $3";
  static constexpr std::string_view kNow =
      "SELECT grade, count(*) FROM prospects_cards WHERE store_id = $1 AND salesperson_id = $2"
      " AND closed_at IS NULL AND standing <> 'ordered' GROUP BY grade";
  return day > today ? count(tx, kNow, store.id, person_id) : count(tx, kSnapshot, store.id, day, person_id);
}

std::vector<DayTotal> totals_of(database::Transaction& tx, const dealership::Store& store,
                                const std::string& person_id, const Day& day, Instant now) {
  static constexpr std::string_view kOrdered =
      "SELECT p.grade, count(*) FROM prospects_orders o JOIN prospects_cards p ON p.store_id = o.store_id"
      " AND p.id = o.card_id WHERE o.store_id = $1 AND p.salesperson_id = $2 AND o.ordered_at >= $3"
      " AND o.ordered_at < $4 GROUP BY p.grade";
  static constexpr std::string_view kLost =
      "SELECT grade, count(*) FROM prospects_cards WHERE store_id = $1 AND salesperson_id = $2 AND closed_at >= $3"
      " AND closed_at < $4 AND standing = 'lost' GROUP BY grade";
  static constexpr std::string_view kOpened =
      "SELECT id FROM prospects_cards WHERE store_id = $1 AND salesperson_id = $2 AND opened_at >= $3"
      " AND opened_at < $4";
  const auto today = store.zone().day(now);
  auto carried = open_at(tx, store, person_id, day.day, today);
  auto at_end = open_at(tx, store, person_id, day.next, today);
  auto ordered = count(tx, kOrdered, store.id, person_id, day.from, day.to);
  auto lost = count(tx, kLost, store.id, person_id, day.from, day.to);
  Counts opened;
  for (const auto& row : tx.query(kOpened, store.id, person_id, day.from, day.to)) {
    const auto card = find_card(tx, store.id, row.get<std::string>(0))->card;
    const auto history = grade_history(tx, card);
    ++opened[history.empty() ? card.grade : history.front().grade];
  }
  std::vector<DayTotal> totals;
  for (const auto grade : {Grade::N, Grade::H, Grade::A, Grade::B, Grade::C}) {
    totals.push_back({grade, carried[grade], opened[grade], ordered[grade], lost[grade], at_end[grade]});
  }
  return totals;
}

}  // namespace

DayForm day_form(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                 const std::string& salesperson_id, const std::string& day, Instant now) {
  const auto zone = store.zone();
  const auto next = add_days(day, 1);
  const Day span{day, next, zone.start_of(day), zone.start_of(next)};
  return {*dealership::name_of(tx, salesperson_id), day,
          lines_of(tx, actor, store, salesperson_id, span, now),
          totals_of(tx, store, salesperson_id, span, now)};
}

}  // namespace guanxi::prospects
