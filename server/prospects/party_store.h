// All SQL about the people of a party.
#pragma once

#include "prospects/party.h"

namespace guanxi::prospects {

std::optional<PartyMember> find_member(database::Transaction& tx, std::string_view store_id,
                                       std::string_view id);
/// Those of a card in the order in which they were added.
std::vector<PartyMember> select_members(database::Transaction& tx, std::string_view store_id,
                                        std::string_view card_id);

/// Adds somebody, with the keys that they are found by.
void insert_member(database::Transaction& tx, const PartyMember& member);
/// Writes down the customer's roles for the first time; false when somebody was faster. Raises the version.
bool insert_customer_line(database::Transaction& tx, PartyMember& line);
/// False when the row no longer has the version of `before`. Raises the version of `after`.
bool update_member(database::Transaction& tx, const PartyMember& before, PartyMember& after);
void delete_member(database::Transaction& tx, const PartyMember& member);

}  // namespace guanxi::prospects
