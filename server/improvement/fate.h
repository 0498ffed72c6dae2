// What became of first visits after a week, a fortnight … three months.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "improvement/first_visit.h"
#include "improvement/tally.h"

namespace guanxi::improvement {

/// So many days after their visit people are looked at: at the end of that day of the store, the day of the
/// visit being day 0.
inline constexpr std::array<int, 5> kAges{7, 15, 30, 60, 90};

/// Where somebody stood at an age. `closed`: had ordered, and had not cancelled by then, whatever came later;
/// `lost`: the loss had been approved; `follow_up`: had left a contact, and neither. Whether a visit was
/// filed is settled within a day and told as it is now.
enum class Fate { closed, follow_up, lost, unfiled };
BOOST_DESCRIBE_ENUM(Fate, closed, follow_up, lost, unfiled)

/// When the visits of a month reach the ages.
class Ages {
 public:
  Ages(const dealership::Store& store, std::string_view month, Instant now);

  /// The first instant after the age; nothing while the visits of that day have not reached it.
  std::optional<Instant> end_of(const std::string& day, int age) const;
  /// When the next of them reaches one; nothing when all have reached all.
  std::optional<Instant> next_at(const std::vector<FirstVisit>& visits) const;

 private:
  using Ends = std::array<Instant, kAges.size()>;
  Instant now_;
  std::map<std::string, Ends> ends_;  ///< by day of the visit
};

/// The fates of a month's first visits.
class Fates {
 public:
  Fates(database::Transaction& tx, const dealership::Store& store, const std::string& month, Instant now);

  /// @returns nothing when the visit has not reached the age.
  std::optional<Fate> at(const FirstVisit& visit, int age) const;
  /// Each visit at each age that it has reached: "30-closed".
  Tally tally(const std::vector<FirstVisit>& visits) const;

 private:
  struct Sale {
    Instant ordered_at;
    std::optional<Instant> cancelled_at;
  };
  /// The card that was open when they came, or was opened then.
  struct Way {
    std::string card_id;
    std::optional<Instant> lost_at;
  };
  void read_ways(database::Transaction& tx, const std::string& store_id, const Span& span);
  void read_sales(database::Transaction& tx, const std::string& store_id, const Span& span);

  Ages ages_;
  std::map<std::string, Way> ways_;         ///< by visit
  std::multimap<std::string, Sale> sales_;  ///< by card
};

}  // namespace guanxi::improvement
