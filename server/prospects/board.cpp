#include "prospects/board.h"

#include <algorithm>
#include <map>

#include "platform/database/columns.h"
#include "platform/database/many.h"

namespace guanxi::prospects {
namespace {

constexpr std::int64_t kMostShown = 50;

void add(BoardCounts& sum, const BoardCounts& more) {
  sum.open += more.open;
  sum.overdue += more.overdue;
  sum.due += more.due;
  sum.untouched += more.untouched;
  sum.silent += more.silent;
}

/// By salesperson (empty: nobody) and grade.
std::map<std::string, BoardPerson> count_open(database::Transaction& tx, const dealership::Store& store,
                                              Instant day_end, Instant now) {
  static constexpr std::string_view kSelect =
      "SELECT coalesce(salesperson_id, ''), grade, count(*),"
      " sum(CASE WHEN next_at < $2 THEN 1 ELSE 0 END),"
      " sum(CASE WHEN next_at >= $2 AND next_at < $3 THEN 1 ELSE 0 END),"
      " sum(CASE WHEN next_at < $2 AND followed_at IS NULL THEN 1 ELSE 0 END),"
      " sum(CASE WHEN coalesce(reached_at, opened_at) < $4 THEN 1 ELSE 0 END)"
      " FROM prospects_cards WHERE store_id = $1 AND closed_at IS NULL GROUP BY 1, 2";
  std::map<std::string, BoardPerson> people;
  for (const auto& row : tx.query(kSelect, store.id, now, day_end, now - kSilence)) {
    database::Columns columns(row);
    auto& person = people[columns.next<std::string>()];
    GradeCounts counts{columns.word<Grade>(), {}};
    for (auto* count : {&counts.counts.open, &counts.counts.overdue, &counts.counts.due,
                        &counts.counts.untouched, &counts.counts.silent})
      *count = columns.next<std::int64_t>();
    add(person.counts, counts.counts);
    person.grades.push_back(counts);
  }
  return people;
}

std::map<std::string, std::int64_t> follow_ups_by_person(database::Transaction& tx,
                                                         const dealership::Store& store, Instant from,
                                                         Instant to) {
  static constexpr std::string_view kSelect =
      "SELECT by_id, count(*) FROM prospects_follow_ups WHERE store_id = $1 AND at >= $2 AND at < $3 GROUP BY by_id";
  std::map<std::string, std::int64_t> done;
  for (const auto& row : tx.query(kSelect, store.id, from, to))
    done[row.get<std::string>(0)] = row.get<std::int64_t>(1);
  return done;
}

void name_people(database::Transaction& tx, std::map<std::string, BoardPerson>& people) {
  static constexpr std::string_view kSelect =
      "SELECT id, name FROM dealership_person_names WHERE id IN " MANY;
  std::vector<std::string> ids;
  for (const auto& [id, person] : people) {
    if (!id.empty()) ids.push_back(id);
  }
  database::query_many(tx, kSelect, ids, [&](const database::Row& row) {
    const auto id = row.get<std::string>(0);
    people.at(id).salesperson = dealership::Name{id, row.get<std::string>(1)};
  });
}

/// Everybody with open cards, and everybody who has followed up today.
std::vector<BoardPerson> people_of(database::Transaction& tx, const dealership::Store& store,
                                   const std::string& day, Instant day_end, Instant now) {
  auto people = count_open(tx, store, day_end, now);
  for (const auto& [id, done] : follow_ups_by_person(tx, store, store.zone().start_of(day), day_end))
    people[id].done = done;
  name_people(tx, people);
  std::vector<BoardPerson> all;
  for (auto& [id, person] : people) {
    std::ranges::sort(person.grades, {}, &GradeCounts::grade);
    all.push_back(std::move(person));
  }
  std::ranges::stable_sort(all, std::greater<>(),
                           [](const BoardPerson& person) { return person.counts.overdue; });
  return all;
}

/// With what was written when they asked: the last follow-up that counts, since none can follow it.
std::vector<AskedLoss> asked_losses(database::Transaction& tx, const CardViews& views,
                                    const dealership::Store& store, const std::vector<NamedCard>& cards) {
  static constexpr std::string_view kSelect =
      "SELECT f.card_id, f.at, f.by_id, n.name, f.said FROM prospects_follow_ups f JOIN prospects_cards p"
      " ON p.store_id = f.store_id AND p.id = f.card_id LEFT JOIN dealership_person_names n ON n.id = f.by_id"
      " WHERE f.card_id IN " MANY
      " AND f.store_id = $26 AND f.counted = 1 AND f.at = p.followed_at ORDER BY f.id";
  std::vector<AskedLoss> losses;
  std::map<std::string, std::size_t> places;
  std::vector<std::string> ids;
  for (const auto& card : cards) {
    places[card.card.id] = losses.size();
    ids.push_back(card.card.id);
    losses.push_back({views.of(card), {}, {}, {}});
  }
  const auto note = [&](const database::Row& row) {
    auto& loss = losses[places.at(row.get<std::string>(0))];
    loss.at = json::Time{row.get<Instant>(1)};
    loss.by = dealership::Name{row.get<std::string>(2), row.get<std::optional<std::string>>(3).value_or("")};
    loss.why = row.get<std::optional<std::string>>(4);
  };
  database::query_many(tx, kSelect, ids, note, store.id);
  return losses;
}

std::vector<PromisedDelivery> promised(database::Transaction& tx, const CardViews& views,
                                       const dealership::Store& store, const std::string& day) {
  static constexpr std::string_view kSelect =
      "SELECT card_id, deliver_on FROM prospects_orders WHERE store_id = $1 AND deliver_on <= $2"
      " AND delivered_at IS NULL AND cancelled_at IS NULL ORDER BY deliver_on, id LIMIT $3";
  std::vector<std::string> card_ids, days;
  for (const auto& row : tx.query(kSelect, store.id, day, kMostShown)) {
    card_ids.push_back(row.get<std::string>(0));
    days.push_back(row.get<std::string>(1));
  }
  const auto cards = select_cards_by_id(tx, store.id, card_ids);
  std::vector<PromisedDelivery> deliveries;
  for (std::size_t i = 0; i < days.size(); ++i)
    deliveries.push_back({views.of(cards.at(card_ids[i])), days[i], days[i] < day});
  return deliveries;
}

std::vector<AwayPerson> away(database::Transaction& tx, const dealership::Store& store,
                             const std::string& day, Instant now) {
  const dealership::WorkPlan plan(tx, store, day);
  std::vector<AwayPerson> people;
  for (const auto& member : dealership::list_staff(tx, store, std::nullopt, dealership::Role::salesperson)) {
    const auto until = plan.away_until(member.id, day);
    if (!until) continue;
    const auto count = count_due(tx, store.id, member.id, now, end_of(store, *until) + 1);
    people.push_back({{member.id, member.name}, *until, count.overdue + count.due});
  }
  return people;
}

}  // namespace

void restrict_to(CardFilter& filter, Attention attention, const dealership::Store& store, Instant now) {
  filter.open = true;
  switch (attention) {
    case Attention::overdue:
      filter.next_before = now;
      break;
    case Attention::due:
      filter.next_from = now;
      filter.next_before = end_of(store, store.zone().day(now)) + 1;
      break;
    case Attention::untouched:
      filter.next_before = now;
      filter.untouched = true;
      break;
    case Attention::silent:
      filter.silent_since = now - kSilence;
      break;
  }
}

Board board(database::Transaction& tx, const Actor& actor, const dealership::Store& store, Instant now) {
  Board board{};
  board.now = {now};
  board.day = store.zone().day(now);
  const auto day_end = end_of(store, board.day) + 1;
  board.people = people_of(tx, store, board.day, day_end, now);
  for (const auto& person : board.people) add(board.counts, person.counts);
  const CardViews views(tx, actor, store, now);
  CardFilter asked;
  asked.standing = CardStanding::loss_asked;
  asked.limit = kMostShown;
  board.loss_asked = asked_losses(tx, views, store, select_cards(tx, store.id, asked));
  board.appointments = due_appointments(tx, actor, store, board.day, std::nullopt, now);
  board.deliveries = promised(tx, views, store, board.day);
  board.leads = breached_leads(tx, actor, store, kMostShown);
  board.away = away(tx, store, board.day, now);
  return board;
}

}  // namespace guanxi::prospects
