// First visits counted by one dimension: the small numbers that charts are made of.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "improvement/first_visit.h"

namespace guanxi::improvement {

/// By what first visits are told apart.
enum class Dimension {
  all,          ///< not at all: one value ""
  reason,       ///< why nobody has their number, second level: "U1.forgot"; only of the unfiled
  person,       ///< who received them
  hour,         ///< weekday and hour of arriving: "6-14" is Saturday from 14:00 to 15:00
  channel,      ///< how they came to know of us, second level
  model,        ///< what they looked at
  minutes,      ///< how long they stayed: "0", "3", "10", "30", "60" is the shortest of each class
  asks,         ///< how often they were asked: "0", "1", "2"; noted only of the unfiled
  second_face,  ///< whether a second person spoke with them: "0", "1"; noted only of the unfiled
  on_duty,      ///< how many salespeople were on duty that day
  store,        ///< in which store; only in a group, where nobody is tallied by it
  fate,         ///< what became of them: "30-closed", once at each age that they have reached (fate.h)
};
BOOST_DESCRIBE_ENUM(Dimension, all, reason, person, hour, channel, model, minutes, asks, second_face, on_duty,
                    store, fate)

/// Those that a store's month is tallied by.
const std::vector<Dimension>& all_dimensions();

/// Whether the dimension is noted of filed visits as well, so that a rate can be told.
bool has_rate(Dimension dimension);

/// What became of first visits, as numbers.
struct Cell {
  std::int64_t filed = 0, unfiled = 0, open = 0;

  /// The denominator of the filing rate: what is still open is left out.
  std::int64_t of() const { return filed + unfiled; }
  Cell& operator+=(const Cell& other);
  bool operator==(const Cell&) const = default;
  void count(Outcome outcome);
};

/// Cells by value; "" stands for "not known".
using Tally = std::map<std::string, Cell, std::less<>>;

/// How many people were on duty on each day.
using OnDuty = std::map<std::string, std::int64_t>;
OnDuty on_duty(database::Transaction& tx, const std::string& store_id, const std::string& from_day,
               const std::string& before_day);

/// The value of the visit in the dimension; "" when it is not known. Of a fate nothing is known here.
std::string value_of(const FirstVisit& visit, Dimension dimension, const OnDuty& duty);

/// Counts visits. In the dimension `reason` only unfiled ones.
Tally tally_of(const std::vector<FirstVisit>& visits, Dimension dimension, const OnDuty& duty);

void add(Tally& sum, const Tally& other);
/// One number for all values.
Cell total_of(const Tally& tally);

/// As stored: "U1.forgot=0,3,0;U2.fears_calls=0,5,0".
std::string write_tally(const Tally& tally);
Tally read_tally(std::string_view text);
/// Adds what is written there.
void add_written(Tally& sum, std::string_view text);

}  // namespace guanxi::improvement
