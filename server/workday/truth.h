// What of the work written down is worth a question. Rules only: no SQL, clock or JSON. Nothing here is a
// verdict: every finding has an honest explanation, and the rows that it was read from stand with it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "prospects/prospects.h"

namespace guanxi::workday {

/// What was noticed.
enum class FindingKind {
  burst,      ///< many follow-ups of different customers written down within minutes
  unreached,  ///< followed up again and again, with a new date each time, and nobody has spoken with them
  unsaid,     ///< a call or message "reached" them, and its own text says that it did not
  unworked,   ///< asked to be given up with hardly any follow-up, or right after it was opened
};
BOOST_DESCRIBE_ENUM(FindingKind, burst, unreached, unsaid, unworked)

/// From when on something is worth a question. Our proposals; whoever looks may choose others.
struct Thresholds {
  std::int64_t burst_count = 5, burst_minutes = 5;  ///< so many customers within so many minutes
  std::int64_t tries = 3, silent_days = 7;  ///< so many tries in a row, and nobody spoken with for so long
  std::int64_t two_way = 1, attempts = 2;   ///< either is work enough before a prospect is given up
  std::int64_t soon_minutes = 30;           ///< given up within so many minutes of opening
  BOOST_DESCRIBE_CLASS(Thresholds, (),
                       (burst_count, burst_minutes, tries, silent_days, two_way, attempts, soon_minutes), (),
                       ())
};

/// A follow-up as these rules look at it.
struct Attempt {
  std::string id, card_id, customer_id, by_id;
  Instant at = 0;        ///< when it was written down, by the clock of the phone
  Instant noted_at = 0;  ///< when it arrived here: hours later when there was no network
  prospects::FollowUpWay way = prospects::FollowUpWay::call;
  bool reached = false;
  std::optional<std::string> said;
  prospects::Grade grade = prospects::Grade::N;  ///< of the card, after it
  std::optional<Instant> next_at;                ///< that was agreed on
  bool counted = true;                           ///< false: a later one had been noted already

  /// Whether it asked that the prospect be given up: every other one that counts has a next date.
  bool asks_for_loss() const { return counted && !next_at; }
};

/// A card with all that was tried on it, in the order of time.
struct Worked {
  std::string card_id;
  Instant opened_at = 0;
  std::vector<Attempt> attempts;
  std::vector<Instant> visits;  ///< when the customer came or called, in the order of time
};

/// Something noticed, with the follow-ups it was read from: the first to the last.
struct Found {
  FindingKind kind = FindingKind::burst;
  std::string person_id;          ///< of whoever wrote the last of them
  std::vector<Attempt> attempts;  ///< at least one
  Instant since =
      0;  ///< unreached: when they were spoken with last, else opened; unworked: when it was opened
  bool few = false, soon = false;  ///< unworked: which of the two it was

  Instant first_at() const { return attempts.front().at; }
  Instant last_at() const { return attempts.back().at; }
  std::size_t customers() const;
};

/// The first and the last place of a burst in the list it was looked for in.
struct Places {
  std::size_t first, last;
  bool operator==(const Places&) const = default;
};

/// Bursts among one person's follow-ups, which must stand in the order in which they were written down. A
/// window is a stretch of at most `burst_minutes` (both ends included) with follow-ups of at least
/// `burst_count` different customers; a burst is a row of windows each of which shares a follow-up with the
/// next: as long as it can be, and no two of them overlap. Counted by when it was written down (`at`), never
/// by when it arrived: what a phone kept while it was offline comes in one go, and is none.
std::vector<Places> bursts_in(std::span<const Attempt> theirs, const Thresholds& thresholds);

/// The last tries of a card that reached nobody, as of the last of its attempts: nothing when fewer than
/// `tries`, when they were spoken with (or came) less than `silent_days` before the last of them, or when the
/// last one did not set a next date.
std::optional<Found> unreached_run(const Worked& card, std::span<const Attempt> attempts,
                                   const Thresholds& thresholds);

/// Whether a text says that nobody was spoken with, by words such as 未接, 关机, 空号, no answer, voicemail
/// (the list stands in truth.cpp). A text may mean something else by them: so it is a question.
bool says_not_reached(std::string_view text);

/// Whether the attempt (which asks for a loss) is one without work; `place` is its place among the card's.
/// Work is `two_way` contacts, visits after the opening included, or `attempts` follow-ups, the one that asks
/// included.
std::optional<Found> unworked_loss(const Worked& card, std::size_t place, const Thresholds& thresholds);

/// Everything that is noticed of what was written down in [from, to), the latest first. A burst belongs to
/// where it begins, all else to its last follow-up. `cards` hold all of their attempts and visits, also those
/// from before, and those of at least a day after, so that no burst is cut.
std::vector<Found> find_all(std::span<const Worked> cards, Instant from, Instant to,
                            const Thresholds& thresholds);

}  // namespace guanxi::workday
