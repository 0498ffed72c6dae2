// What falls due for a person on a day, against what they do on a usual one; and whom to hand the rest to.
// Rules only: no SQL, clock or JSON.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "prospects/prospects.h"

namespace guanxi::workday {

/// Where a store has no follow-up to learn from yet: so many a day. Our proposal; a day of calls and messages
/// beside receiving visitors.
inline constexpr std::int64_t kUsualDefault = 15;
/// So many days of a person's own weigh as much as what is usual in the store.
inline constexpr std::int64_t kStoreWeight = 10;
inline constexpr int kUsualPercent = 80;

/// The smallest value that at least `percent` (1 to 100) per cent of the values do not exceed (nearest rank).
/// `values` must not be empty.
std::int64_t percentile(std::vector<std::int64_t> values, int percent);

/// What somebody does on a usual day.
struct Usual {
  std::int64_t per_day = kUsualDefault;  ///< follow-ups; at least 1
  std::int64_t days = 0;                 ///< of theirs that it was measured on
  std::int64_t follow_ups = 0;           ///< on these days
  bool measured = false;                 ///< false: nobody of the store has followed up, the default holds
  BOOST_DESCRIBE_CLASS(Usual, (), (per_day, days, follow_ups, measured), (), ())
};

/// Measured on the days of the last weeks on which somebody followed up at all: the 80th percentile of how
/// many they noted on such a day, drawn towards that of all person-days of the store, which weighs as much as
/// `kStoreWeight` days: (n·own + 10·store) ÷ (n + 10), rounded. Somebody with few days is thus taken to work
/// about like their colleagues. It is what was done, not what could have been done on a busier day.
Usual usual_of(const std::vector<std::int64_t>& own, const std::vector<std::int64_t>& store);

/// The day on which a card is worked on that is due on `due`: that day or, when the person does not work on
/// it, the last working day before it, from `today` on (as the due list has it); when there is none it stays,
/// for a colleague.
std::string day_of_work(const std::string& due, const std::string& today,
                        const std::function<bool(const std::string&)>& works);

/// A card that somebody has to follow up on a day.
struct DueCard {
  std::string id;
  prospects::Grade grade = prospects::Grade::N;
  bool ordered = false;
  bool timed = false;   ///< promised for a minute
  Instant touched = 0;  ///< followed up last, or opened
  Instant next_at = 0;
};

/// Whether it may go to a colleague: whoever is about to buy (H), has an order or was promised a minute stays
/// with whom they know.
bool may_be_given(const DueCard& card);

/// One person's days: what is due on each and how many they can do.
struct PersonDays {
  std::string id, name;
  std::vector<std::vector<DueCard>> due;
  std::vector<std::int64_t>
      room_for;       ///< as many as on a usual day, fewer by what is done already; 0: not at work
  bool takes = true;  ///< may be given cards
};

/// Who is to give what to whom on one day.
struct HandingOver {
  std::string from;     ///< person
  std::size_t day = 0;  ///< its place
  std::int64_t too_many = 0;
  std::vector<std::pair<std::string, std::string>> given;  ///< card, to whom
};

/// For each day and person with more due than they can do, the earliest days first, of one day those with the
/// most too many (then by id): who might take what. Cards that may be given go in this order: C, B, A, N;
/// those of a grade the longest untouched first (then by id); each to whoever of those at work has the most
/// room left that day (then by name and id). What is left over nobody has room for, or nobody should be
/// given.
std::vector<HandingOver> hand_over(std::span<const PersonDays> people);

}  // namespace guanxi::workday
