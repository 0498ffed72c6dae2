// A first visit as the analyses see it: somebody new came through the door, and what became of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dealership/dealership.h"
#include "platform/database/database.h"
#include "prospects/prospects.h"

namespace guanxi::improvement {

/// What became of a first visit (domain brief §2.4). `open`: still within the time for closing it.
enum class Outcome { filed, unfiled, open };
BOOST_DESCRIBE_ENUM(Outcome, filed, unfiled, open)

/// The reason of a visit that nobody closed in time.
inline constexpr std::string_view kNeverClosed = "U9.unknown";

struct FirstVisit {
  std::string id;
  Instant arrived_at;
  std::string day;  ///< of the store
  std::int64_t hour;
  std::int64_t weekday;  ///< 1 = Monday … 7 = Sunday
  Outcome outcome;
  std::optional<std::string> reason_code;  ///< of unfiled ones
  std::optional<std::string> salesperson_id, channel_code, model_id;
  std::optional<std::int64_t> minutes;  ///< stayed
  std::optional<std::int64_t> asks;     ///< 0, 1, 2 = twice or more; noted of unfiled ones
  std::optional<bool> second_face;      ///< noted of unfiled ones
};

/// How far they came on the way from the visit to the car.
struct Course {
  prospects::CardStanding standing;
  Instant next_at;  ///< when the next follow-up is due; 0: none is
};

/// A first visit with what is only shown of single ones.
struct ToldVisit {
  FirstVisit visit;
  std::string store_id;
  std::optional<std::string> story;
  std::optional<std::string> salesperson, model;  ///< their names
  std::optional<Course> course;                   ///< of filed ones
};

/// Everything about the parties of one month: its first visits, and the others as numbers.
struct MonthOfLog {
  std::vector<FirstVisit> first_visits;
  std::int64_t again = 0, excluded = 0;
  std::int64_t logged = 0;  ///< all parties that came through the door
  /// When the next visit that is open now will count as unfiled.
  std::optional<Instant> stale_at;
};

/// Whether a month is one: "2026-03".
bool is_month(std::string_view text);
/// The month of a day: "2026-03-17" -> "2026-03".
std::string month_of(std::string_view day);
/// The month `months` later (earlier when negative).
std::string add_months(std::string_view month, int months);
/// All months from one to the other, both included; none when `to` is earlier.
std::vector<std::string> months_between(std::string_view from, std::string_view to);
/// The first instants of the month and of the one after, in the store's zone.
struct Span {
  Instant from, to;
};
Span span_of(const dealership::Store& store, std::string_view month);

/// Reads a month from the log. Traps (domain brief §2.4): a visit that nobody closed for 24 hours is unfiled
/// with the reason unknown; an exclusion that nobody has confirmed is still a visit; exclusions and people
/// who came again are no first visits.
MonthOfLog read_month(database::Transaction& tx, const dealership::Store& store, std::string_view month,
                      Instant now);

/// Which first visits; empty fields do not restrict.
struct FirstVisitFilter {
  Instant from = 0, to = 0;  ///< arrived in [from, to)
  std::optional<std::string> salesperson_id, channel_code, model_id;
  std::int64_t limit = 200;
};
/// The latest ones of a store, the latest first.
std::vector<ToldVisit> latest_first_visits(database::Transaction& tx, const std::string& store_id,
                                           const FirstVisitFilter& filter, Instant now);
/// When those of all stores of a group arrived, in no order, whatever the limit: the filter's time must be
/// short.
struct FirstArrival {
  std::string store_id;
  Instant arrived_at;
};
std::vector<FirstArrival> first_arrivals_of_group(database::Transaction& tx, const std::string& group_id,
                                                  const FirstVisitFilter& filter);
/// The same visits with all that is told of them, the latest first: reading that takes ten times as long.
std::vector<ToldVisit> first_visits_of_group(database::Transaction& tx, const std::string& group_id,
                                             const FirstVisitFilter& filter, Instant now);

}  // namespace guanxi::improvement
