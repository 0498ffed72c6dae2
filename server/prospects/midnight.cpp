#include "prospects/midnight.h"

#include <chrono>

#include "prospects/duplicates.h"

namespace guanxi::prospects {
namespace {

using database::Outcome;
using database::Transaction;

// Whoever writes meanwhile waits for one transaction. How many cards fit in depends on how many really move.
constexpr std::int64_t kCardsAtOnce = 200;
constexpr auto kTimeAtOnce = std::chrono::milliseconds(2);

/// A card as far as its grade is concerned.
struct Dated {
  std::string id;
  Grade grade;
  std::string expected_on;
};

std::optional<std::string> last_midnight(Transaction& tx, const std::string& store_id) {
  static constexpr std::string_view kSelect = "SELECT day FROM prospects_midnights WHERE store_id = $1";
  const auto row = tx.query(kSelect, store_id).first();
  return row ? std::optional(row->get<std::string>(0)) : std::nullopt;
}

void note_midnight(Transaction& tx, const std::string& store_id, const std::string& day) {
  static constexpr std::string_view kUpsert =
      "INSERT INTO prospects_midnights (store_id, day) VALUES ($1, $2)"
      " ON CONFLICT (store_id) DO UPDATE SET day = excluded.day";
  tx.put(kUpsert, store_id, day);
}

std::vector<Dated> load_dated(const database::Rows& rows) {
  std::vector<Dated> cards;
  for (const auto& row : rows) {
    cards.push_back({row.get<std::string>(0), json::from_word<Grade>(row.get<std::string>(1)).value(),
                     row.get<std::string>(2)});
  }
  return cards;
}

/// Cards whose grade moves by itself on this day or should have before.
std::vector<Dated> cards_to_move(Transaction& tx, const std::string& store_id, const std::string& day) {
  static constexpr std::string_view kSelect =
      "SELECT id, grade, expected_on FROM prospects_cards WHERE store_id = $1 AND regrade_on <= $2"
      " ORDER BY regrade_on, id LIMIT $3";
  return load_dated(tx.query(kSelect, store_id, day, kCardsAtOnce));
}

/// All open cards with a day, by id: when the rules have changed, any of them may move.
std::vector<Dated> cards_after(Transaction& tx, const std::string& store_id, const std::string& id) {
  static constexpr std::string_view kSelect =
      "SELECT id, grade, expected_on FROM prospects_cards WHERE store_id = $1 AND id > $2 AND closed_at IS NULL"
      " AND expected_on IS NOT NULL AND grade_reason IS NULL ORDER BY id LIMIT $3";
  return load_dated(tx.query(kSelect, store_id, id, kCardsAtOnce));
}

struct Midnight {
  const Store& store;
  std::string day;
  Rules rules;
  bool new_rules;
  Instant now;
};

GradeCause cause_of(const Dated& card, const Midnight& midnight) {
  if (midnight.new_rules) return GradeCause::new_rules;
  return must_be_redated(card.expected_on, midnight.day, midnight.rules.windows) ? GradeCause::passed
                                                                                 : GradeCause::time;
}

/// Moves one card. @returns whether its grade is another one now
bool move_card(Transaction& tx, const Dated& card, const Midnight& midnight) {
  // A card that somebody has dated anew meanwhile is left alone.
  static constexpr std::string_view kUpdate =
      "UPDATE prospects_cards SET grade = $1, regrade_on = $2, version = version + 1 WHERE store_id = $3 AND id = $4"
      " AND grade = $5 AND expected_on = $6 AND closed_at IS NULL AND grade_reason IS NULL"
      " AND (regrade_on <= $7 OR CAST($8 AS BIGINT) = 1)";
  const auto& windows = midnight.rules.windows;
  const auto grade = grade_of(card.expected_on, midnight.day, windows);
  const auto next = next_move(card.expected_on, midnight.day, windows);
  const bool moved =
      tx.execute(kUpdate, json::to_word(grade), next, midnight.store.id, card.id, json::to_word(card.grade),
                 card.expected_on, midnight.day, midnight.new_rules) == 1;
  if (!moved || grade == card.grade) return false;
  facts::announce(tx, {midnight.store.id, midnight.now, "", "card", card.id},
                  CardRegraded{card.grade, grade, cause_of(card, midnight), midnight.day});
  return true;
}

/// @returns how many cards got another grade; nothing when it broke off
std::optional<std::int64_t> move_cards(database::Database& database, const Midnight& midnight,
                                       const std::function<bool()>& goes_on) {
  std::int64_t moved = 0;
  std::string last_id;
  for (;;) {
    if (!goes_on()) return std::nullopt;
    bool all = false;
    std::int64_t moved_now = 0;
    std::string place;
    database.write([&](Transaction& tx) {
      const auto& store_id = midnight.store.id;
      const auto cards =
          midnight.new_rules ? cards_after(tx, store_id, last_id) : cards_to_move(tx, store_id, midnight.day);
      all = static_cast<std::int64_t>(cards.size()) < kCardsAtOnce;
      place = last_id;
      moved_now = 0;
      const auto until = std::chrono::steady_clock::now() + kTimeAtOnce;
      for (const auto& card : cards) {
        moved_now += move_card(tx, card, midnight) ? 1 : 0;
        place = card.id;
        if (std::chrono::steady_clock::now() < until) continue;
        all = all && &card == &cards.back();
        break;
      }
      return Outcome::keep;
    });
    moved += moved_now;
    last_id = std::move(place);
    if (all) return moved;
  }
}

struct Count {
  std::string salesperson_id, grade;
  std::int64_t cards, overdue;
};

/// The cards that were open at this midnight, without those who have ordered (domain brief §2.4: H+A+B+C, no
/// O).
std::vector<Count> count_cards(Transaction& tx, const Store& store, Instant midnight) {
  static constexpr std::string_view kSelect =
      "SELECT coalesce(salesperson_id, ''), grade, count(*), sum(CASE WHEN next_at < $2 THEN 1 ELSE 0 END)"
      " FROM prospects_cards WHERE store_id = $1 AND opened_at < $2 AND (closed_at IS NULL OR closed_at >= $2)"
      " AND standing <> 'ordered' GROUP BY 1, 2";
  std::vector<Count> counts;
  for (const auto& row : tx.query(kSelect, store.id, midnight)) {
    counts.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::int64_t>(2),
                      row.get<std::int64_t>(3)});
  }
  return counts;
}

void write_counts(Transaction& tx, const Midnight& midnight, const std::vector<Count>& counts,
                  std::int64_t moved) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_snapshots (store_id, day, salesperson_id, grade, cards, overdue)"
      " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
  std::int64_t overdue = 0;
  for (const auto& count : counts) {
    tx.put(kInsert, midnight.store.id, midnight.day, count.salesperson_id, count.grade, count.cards,
           count.overdue);
    overdue += count.overdue;
  }
  note_midnight(tx, midnight.store.id, midnight.day);
  facts::announce(tx, {midnight.store.id, midnight.now, "", "store", midnight.store.id},
                  DayBegun{midnight.day, moved, overdue});
}

/// Moves the cards, then counts them. @returns false when it broke off
bool begin_day(database::Database& database, const Midnight& midnight, const std::function<bool()>& goes_on) {
  const auto moved = move_cards(database, midnight, goes_on);
  if (!moved) return false;
  std::vector<Count> counts;
  database.read([&](Transaction& tx) {
    counts = count_cards(tx, midnight.store, midnight.store.zone().start_of(midnight.day));
  });
  database.write([&](Transaction& tx) {
    // Somebody else may have been faster: then its counts stand.
    if (last_midnight(tx, midnight.store.id).value_or("") >= midnight.day) return Outcome::undo;
    write_counts(tx, midnight, counts, *moved);
    return Outcome::keep;
  });
  return true;
}

}  // namespace

void begin_days(database::Database& database, const Store& store, Instant now,
                const std::function<bool()>& goes_on) {
  const auto today = store.zone().day(now);
  std::optional<std::string> last;
  database.read([&](Transaction& tx) { last = last_midnight(tx, store.id); });
  for (auto day = last ? add_days(*last, 1) : today; day <= today; day = add_days(day, 1)) {
    Midnight midnight{store, day, {}, false, now};
    database.read([&](Transaction& tx) {
      midnight.rules = rules_on(tx, store.id, day);
      midnight.new_rules = midnight.rules.windows != rules_on(tx, store.id, add_days(day, -1)).windows;
    });
    if (!begin_day(database, midnight, goes_on)) return;
  }
}

Midnights::Midnights(database::Database& database, const Clock& clock, std::chrono::milliseconds pause)
    : background_("midnights of the stores", pause, [this, &database, &clock] {
        std::vector<Store> stores;
        database.read([&](Transaction& tx) { stores = dealership::list_stores(tx); });
        for (const auto& store : stores) {
          if (background_.ending()) return;
          begin_days(database, store, clock.now(), [this] { return !background_.ending(); });
        }
        // Only then, and not all at once: an old log may have brought many.
        for (const auto& store : stores)
          find_duplicates(database, store, clock.now(), [this] { return !background_.ending(); });
      }) {}

}  // namespace guanxi::prospects
