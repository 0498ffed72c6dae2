// What becomes of the cards when two customers are one person.
#pragma once

#include "prospects/cards.h"

namespace guanxi::prospects {

/// What the card that stays knows after it has taken up the other one: what it lacks itself, the day that was
/// said last, the earlier next date, and the later of what happened. An order goes on as it is.
Card together(const Card& stays, const Card& goes);

/// The card that stays has taken up the other one, which is kept aside: follow-ups, orders, party, leads and
/// notices stand under the one that stays. Without another one, only who is in charge may change.
void merge_cards(database::Transaction& tx, const Actor& actor, const dealership::Merge& merge,
                 const Card& stays, const std::optional<Card>& goes,
                 const std::optional<std::string>& salesperson_id, Instant now);
/// Takes it back. The customers must both be on file again.
void part_cards(database::Transaction& tx, const Actor& actor, const dealership::Merge& merge, Instant now);

void forget_merged_cards(database::Transaction& tx, const dealership::Merge& merge);

/// The card into which one that is no longer there went up at last.
std::optional<std::string> card_gone_into(database::Transaction& tx, std::string_view store_id,
                                          const std::string& card_id);
/// Those that went up in a card, directly or by another one.
std::vector<std::string> cards_gone_into(database::Transaction& tx, std::string_view store_id,
                                         const std::string& card_id);

}  // namespace guanxi::prospects
