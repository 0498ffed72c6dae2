// How soon a prospect is spoken with again. Rules only: no SQL, clock or JSON.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "prospects/card.h"

namespace guanxi::prospects {

/// Most days from one follow-up to the next, by grade and of cards with an order; and the hours within which
/// somebody who was here is followed up first (domain brief §3.2, last row of the table).
struct Cadence {
  std::int64_t n = 1, h = 2, a = 4, b = 7, c = 15, ordered = 7;
  std::int64_t after_visit = 1;
  bool operator==(const Cadence&) const = default;
};

/// A store's rules of following up, as they hold on a day.
struct Rules {
  Windows windows;
  Cadence cadence;
};

/// The weekdays on which a store is open: [0] is Monday. A store that names no hours is always open.
using OpenDays = std::array<bool, 7>;
OpenDays open_days(const dealership::Store& store);
bool is_open(const OpenDays& open, const std::string& day);

/// Whether who follows up works on a day; an empty function: on every day.
using Works = std::function<bool(const std::string& day)>;

/// The latest day on which the next follow-up of the card keeps the cadence, counted from `today`: the last
/// day within it on which the store is open and the salesperson there. Who is away on all of them is not
/// waited for: then it is the last open day, for a colleague, and the board shows it. When the store is
/// closed on all of them it is the first open one.
std::string latest_next_day(const Card& card, const std::string& today, const Cadence& cadence,
                            const OpenDays& open, const Works& works = {});

/// Until when somebody who was here at `at` is to be followed up first: `after_visit` days later at the same
/// time of the store's clock, or on the first day after that on which it is open. When the salesperson is
/// away then, on the last day before it on which they work, but not on the day of the visit itself; when
/// there is none, it stays.
Instant first_due(Instant at, const Cadence& cadence, const dealership::Store& store,
                  const Works& works = {});

/// The last moment of a day in the store's zone.
Instant end_of(const dealership::Store& store, const std::string& day);

}  // namespace guanxi::prospects
