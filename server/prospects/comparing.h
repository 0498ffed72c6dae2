// Who is to be compared with everybody else at the next midnight, because something about them is new.
#pragma once

#include "dealership/dealership.h"
#include "platform/facts/facts.h"
#include "prospects/prospects_facts.h"

namespace guanxi::prospects {

void compare_later(database::Transaction& tx, const std::string& store_id, const std::string& customer_id,
                   Instant now);

/// The facts after which somebody is: a card was opened for them, their identity was corrected.
void compare_opened(database::Transaction& tx, const facts::Happening& happening, const CardOpened& opened);
void compare_edited(database::Transaction& tx, const facts::Happening& happening,
                    const dealership::CustomerEdited& edited);

}  // namespace guanxi::prospects
