#include "prospects/calibration.h"

#include <algorithm>

#include "platform/database/many.h"
#include "platform/facts/facts.h"
#include "platform/identity/uuid.h"
#include "platform/json/reader.h"
#include "platform/statistics/proportion.h"
#include "prospects/prospects_facts.h"

namespace guanxi::prospects {
namespace {

constexpr std::int64_t kEnough = 10;

struct Order {
  Instant at;
  std::optional<Instant> ended_at, cancelled_at;
};
using OrdersOf = std::map<std::string, std::vector<Order>>;

/// The orders that may answer a saying, by customer.
OrdersOf orders_by_customer(database::Transaction& tx, const dealership::Store& store) {
  static constexpr std::string_view kSelect =
      "SELECT p.customer_id, o.ordered_at, coalesce(o.delivered_at, o.cancelled_at), o.cancelled_at"
      " FROM prospects_orders o JOIN prospects_cards p ON p.store_id = o.store_id AND p.id = o.card_id"
      " WHERE o.store_id = $1 ORDER BY o.ordered_at";
  OrdersOf orders;
  for (const auto& row : tx.query(kSelect, store.id)) {
    orders[row.get<std::string>(0)].push_back(
        {row.get<Instant>(1), row.get<std::optional<Instant>>(2), row.get<std::optional<Instant>>(3)});
  }
  return orders;
}

std::map<std::string, std::string> customers_of(database::Transaction& tx, const dealership::Store& store,
                                                const std::vector<facts::Entry>& said) {
  static constexpr std::string_view kSelect =
      "SELECT id, customer_id FROM prospects_cards WHERE id IN " MANY " AND store_id = $26";
  std::set<std::string> cards;
  for (const auto& fact : said) cards.insert(fact.subject_id);
  const std::vector<std::string> ids(cards.begin(), cards.end());
  std::map<std::string, std::string> customers;
  const auto note = [&](const database::Row& row) {
    customers[row.get<std::string>(0)] = row.get<std::string>(1);
  };
  database::query_many(tx, kSelect, ids, note, store.id);
  return customers;
}

/// The grade that the fact says, when somebody has said it.
std::optional<Grade> said_in(const facts::Entry& fact) {
  if (fact.kind == CardOpened::kind) {
    // A lead is told by a machine what its sender wrote: nobody of the store has said it.
    const auto opened = json::parse<CardOpened>(fact.data);
    return opened->visit_id ? std::optional(opened->grade) : std::nullopt;
  }
  if (fact.kind != CardRegraded::kind) return std::nullopt;
  const auto moved = json::parse<CardRegraded>(fact.data);
  const auto cause = moved->cause.value_or(GradeCause::said);
  return cause == GradeCause::said || cause == GradeCause::by_hand ? std::optional(moved->to) : std::nullopt;
}

std::int64_t window_of(Grade grade, const Windows& windows) {
  return grade == Grade::H ? windows.h : grade == Grade::A ? windows.a : windows.b;
}

bool promises_a_day(Grade grade) { return grade == Grade::H || grade == Grade::A || grade == Grade::B; }

/// The rules of each day, asked for once.
class RulesByDay {
 public:
  RulesByDay(database::Transaction& tx, const dealership::Store& store) : tx_(tx), store_(store) {}
  const Windows& on(const std::string& day) {
    const auto [place, is_new] = days_.try_emplace(day);
    if (is_new) place->second = rules_on(tx_, store_.id, day).windows;
    return place->second;
  }

 private:
  database::Transaction& tx_;
  const dealership::Store& store_;
  std::map<std::string, Windows> days_;
};

bool has_open_order(const std::vector<Order>& orders, Instant at) {
  return std::ranges::any_of(
      orders, [&](const Order& order) { return order.at < at && (!order.ended_at || *order.ended_at > at); });
}

/// The day of the first order that answers what was said at that moment.
std::optional<std::string> answered_on(const std::vector<Order>& orders, const Saying& saying,
                                       Instant said_at, const TimeZone& zone) {
  for (const auto& order : orders) {
    if (order.cancelled_at && *order.cancelled_at <= said_at) continue;
    const auto day = zone.day(order.at);
    if (day >= saying.said_on && day <= saying.until) return day;
  }
  return std::nullopt;
}

/// The facts that may say something, from the first moment to the last.
std::vector<facts::Entry> facts_between(database::Transaction& tx, const dealership::Store& store,
                                        Instant from, Instant to) {
  // Ids begin with the time at which they were made.
  auto all = facts::read_after(tx, store.id, first_uuid(from), {CardOpened::kind, CardRegraded::kind});
  std::erase_if(all,
                [&](const facts::Entry& fact) { return fact.at < from || fact.at >= to || !said_in(fact); });
  std::ranges::stable_sort(all, {}, &facts::Entry::at);
  return all;
}

Calibrated judged(Grade grade, const std::vector<const Saying*>& all) {
  Calibrated judged{grade, 0, 0, 0, {}, {}, {}, false};
  for (const auto* saying : all) {
    if (saying->grade != grade) continue;
    if (!saying->ended) {
      ++judged.running;
      continue;
    }
    ++judged.said;
    judged.ordered += saying->ordered_on ? 1 : 0;
  }
  judged.enough = judged.said >= kEnough;
  if (judged.said == 0) return judged;
  const statistics::Share share{judged.ordered, judged.said};
  const auto interval = statistics::wilson_interval(share);
  judged.rate = share.rate();
  judged.low = interval.lower;
  judged.high = interval.upper;
  return judged;
}

std::vector<Calibrated> judged(const std::vector<const Saying*>& all) {
  return {judged(Grade::H, all), judged(Grade::A, all), judged(Grade::B, all)};
}

SayingOutcome outcome_of(const Saying& saying) {
  if (!saying.ended) return SayingOutcome::running;
  return saying.ordered_on ? SayingOutcome::ordered : SayingOutcome::not_ordered;
}

}  // namespace

std::vector<Saying> sayings(database::Transaction& tx, const dealership::Store& store,
                            const std::string& from, const std::string& to, Instant now) {
  const auto zone = store.zone();
  const auto today = zone.day(now);
  const auto said = facts_between(tx, store, zone.start_of(from), zone.start_of(add_days(to, 1)));
  const auto customers = customers_of(tx, store, said);
  const auto orders = orders_by_customer(tx, store);
  RulesByDay rules(tx, store);
  std::set<std::tuple<std::string, std::string, Grade>> counted;
  std::vector<Saying> all;
  for (const auto& fact : said) {
    const auto grade = *said_in(fact);
    const auto customer = customers.find(fact.subject_id);
    if (!promises_a_day(grade) || !fact.actor_id || customer == customers.end()) continue;
    const auto found = orders.find(customer->second);
    const auto theirs = found == orders.end() ? std::vector<Order>{} : found->second;
    if (has_open_order(theirs, fact.at)) continue;
    if (!counted.insert({fact.subject_id, *fact.actor_id, grade}).second) continue;
    Saying saying{fact.subject_id, customer->second, *fact.actor_id, grade, zone.day(fact.at), {}, {}, false};
    saying.until = add_days(saying.said_on, static_cast<int>(window_of(grade, rules.on(saying.said_on))));
    saying.ended = saying.until < today;
    saying.ordered_on = answered_on(theirs, saying, fact.at, zone);
    all.push_back(std::move(saying));
  }
  return all;
}

Calibration calibration(database::Transaction& tx, const dealership::Store& store, const std::string& from,
                        const std::string& to, Instant now) {
  const auto all = sayings(tx, store, from, to, now);
  const auto windows = rules_on(tx, store.id, store.zone().day(now)).windows;
  std::vector<const Saying*> together;
  std::map<std::string, std::vector<const Saying*>> by_person;
  for (const auto& saying : all) {
    together.push_back(&saying);
    by_person[saying.person_id].push_back(&saying);
  }
  Calibration result{from, to, windows.h, windows.a, windows.b, judged(together), {}};
  for (const auto& [id, theirs] : by_person) {
    result.people.push_back({*dealership::name_of(tx, id), judged(theirs)});
  }
  std::ranges::stable_sort(result.people, std::greater<>(), [](const PersonCalibration& person) {
    return person.grades[0].said + person.grades[1].said + person.grades[2].said;
  });
  return result;
}

SaidCards said_cards(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                     const SayingFilter& filter, std::size_t start, std::size_t limit, Instant now) {
  auto all = sayings(tx, store, filter.from, filter.to, now);
  std::erase_if(all, [&](const Saying& saying) {
    return (filter.person_id && saying.person_id != filter.person_id) ||
           (filter.grade && saying.grade != filter.grade) ||
           (filter.outcome && outcome_of(saying) != filter.outcome) || (filter.ended && !saying.ended);
  });
  std::ranges::reverse(all);
  SaidCards page{{}, all.size() > start + limit};
  std::vector<std::string> ids;
  for (std::size_t i = start; i < std::min(all.size(), start + limit); ++i) ids.push_back(all[i].card_id);
  const auto cards = select_cards_by_id(tx, store.id, ids);
  const CardViews views(tx, actor, store, now);
  for (std::size_t i = start; i < std::min(all.size(), start + limit); ++i) {
    const auto& saying = all[i];
    page.items.push_back({views.of(cards.at(saying.card_id)), *dealership::name_of(tx, saying.person_id),
                          saying.grade, saying.said_on, saying.until, saying.ordered_on, outcome_of(saying)});
  }
  return page;
}

}  // namespace guanxi::prospects
