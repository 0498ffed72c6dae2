// All SQL about cards and follow-ups.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "dealership/dealership.h"
#include "platform/database/database.h"
#include "prospects/cadence.h"

namespace guanxi::prospects {

/// A card with the names that pages show beside it.
struct NamedCard {
  Card card;
  std::string customer_name;
  std::optional<std::string> customer_phone, customer_wechat, customer_email, salesperson, model;
};

void insert_card(database::Transaction& tx, const Card& card);
/// Writes everything that may change, and raises the version. False when the row no longer has the version
/// that `card` was read with.
bool update_card(database::Transaction& tx, Card& card);
std::optional<NamedCard> find_card(database::Transaction& tx, std::string_view store_id, std::string_view id);
/// The cards with these ids, by id.
std::map<std::string, NamedCard> select_cards_by_id(database::Transaction& tx, std::string_view store_id,
                                                    std::span<const std::string> ids);
/// The customer's card that is not closed.
std::optional<Card> open_card_of(database::Transaction& tx, std::string_view store_id,
                                 std::string_view customer_id);
/// The customer's latest card, open or closed.
std::optional<NamedCard> latest_card_of(database::Transaction& tx, std::string_view store_id,
                                        std::string_view customer_id);

/// Cards whose next follow-up is due before `before`, the earliest first, from a place on.
struct DueFilter {
  std::optional<std::string> salesperson_id;
  Instant before = 0;
  Instant after_at = 0;
  std::string after_id;
  std::int64_t limit = 50;
};
std::vector<NamedCard> select_due(database::Transaction& tx, std::string_view store_id,
                                  const DueFilter& filter);

/// How many cards are due before each of the two moments.
struct DueCount {
  std::int64_t overdue = 0, due = 0;  ///< before `now`; before `day_end` but not yet
};
DueCount count_due(database::Transaction& tx, std::string_view store_id,
                   const std::optional<std::string>& salesperson_id, Instant now, Instant day_end);

/// Something that was tried with a prospect.
struct FollowUp {
  std::string store_id, id, card_id;
  Instant at = 0, noted_at = 0;
  std::string by_id;
  std::optional<std::string> by;  ///< name; read only
  FollowUpWay way = FollowUpWay::call;
  bool reached = false;
  std::optional<std::string> said;
  Grade grade = Grade::N;
  std::optional<Instant> next_at;
  bool counted = true;
};
void insert_follow_up(database::Transaction& tx, const FollowUp& follow_up);
std::optional<FollowUp> find_follow_up(database::Transaction& tx, std::string_view store_id,
                                       std::string_view id);
/// Those of a card, the latest first.
std::vector<FollowUp> follow_ups_of(database::Transaction& tx, std::string_view store_id,
                                    std::string_view card_id, std::int64_t limit);

/// How many follow-ups happened in [from, to): by one person, or in the whole store.
std::int64_t count_follow_ups(database::Transaction& tx, std::string_view store_id,
                              const std::optional<std::string>& by_id, Instant from, Instant to);

/// On which days from `from_day` on the salesperson works; of nobody every day.
Works works_of(database::Transaction& tx, const dealership::Store& store,
               const std::optional<std::string>& salesperson_id, const std::string& from_day);

/// The store's rules as they hold on a day: those written last for it or an earlier day, else the defaults.
Rules rules_on(database::Transaction& tx, std::string_view store_id, const std::string& day);
struct DatedRules {
  std::string from_day;
  Rules rules;
  std::optional<dealership::Name> by;
};
/// Everything that was ever set, the latest first.
std::vector<DatedRules> all_rules(database::Transaction& tx, std::string_view store_id);
void write_rules(database::Transaction& tx, std::string_view store_id, const std::string& from_day,
                 const Rules& rules, const std::string& by_id, Instant now);

}  // namespace guanxi::prospects
