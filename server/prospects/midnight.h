// What happens by itself at a store's midnight: grades move, and the open cards are counted.
#pragma once

#include "platform/jobs/repeating.h"
#include "prospects/cards.h"

namespace guanxi::prospects {

/// Moves and counts the cards of a store for every midnight that has passed since the last one, in order, as
/// if each had been on time: a grade follows from days alone, and nobody changes a card while the program is
/// not running. The first time, it only notes the day.
///
/// In transactions of at most some milliseconds. It may be called twice at once, and again after it was
/// broken off.
/// @param goes_on asked before each transaction; false breaks off
void begin_days(database::Database& database, const Store& store, Instant now,
                const std::function<bool()>& goes_on);

/// Does so for all stores, and looks for customers who are on file twice, as long as it lives, on a thread of
/// its own.
class Midnights {
 public:
  Midnights(database::Database& database, const Clock& clock,
            std::chrono::milliseconds pause = std::chrono::seconds(20));

 private:
  jobs::Repeating background_;
};

}  // namespace guanxi::prospects
