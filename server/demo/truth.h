// What is really so in the demo's years: the chances that every visit has, and what was planted on top of
// them. Written beside the data, so that what an analysis finds can be held against it.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reception/reception.h"

namespace guanxi::demo {

/// How often a party leaves without a contact for this reason.
struct ReasonChance {
  std::string reason;
  double chance;
  BOOST_DESCRIBE_CLASS(ReasonChance, (), (reason, chance), (), ())
};

struct WayChances {
  reception::Way way;
  double unfiled;  ///< the sum
  std::vector<ReasonChance> reasons;
  BOOST_DESCRIBE_CLASS(WayChances, (), (way, unfiled, reasons), (), ())
};

/// Reasons beginning with `reason` (all when it is empty) are `factor` times as frequent in a store, for one
/// person or all, at some hours or all, from a day on or always.
struct Effect {
  std::string kind;  ///< person, hours, person_at_hours, remedy
  std::string store_id, store_code;
  std::optional<std::string> person_id, login;
  std::optional<std::int64_t> hour_from, hour_to;  ///< both included
  std::optional<std::string> from_day;
  std::string reason;
  double factor;
  double unfiled_without, unfiled_with;  ///< of parties who walked in, when nothing else is planted there
  BOOST_DESCRIBE_CLASS(Effect, (),
                       (kind, store_id, store_code, person_id, login, hour_from, hour_to, from_day, reason,
                        factor, unfiled_without, unfiled_with),
                       (), ())
};

/// A store that logs fewer and fewer of those who leave no contact: its log gets thinner, its filing rate
/// rises.
struct ThinnerLog {
  std::string store_id, store_code, from_day, to_day;
  double dropped_at_end;  ///< share of unfiled visits that is not logged; grows evenly from 0
  BOOST_DESCRIBE_CLASS(ThinnerLog, (), (store_id, store_code, from_day, to_day, dropped_at_end), (), ())
};

struct Truth {
  std::int64_t seed;
  bool plain;
  std::int64_t stores, months;
  double visits_per_month;
  std::string from_day, to_day;
  double log_completeness;
  std::vector<WayChances> chances;
  std::vector<Effect> effects;
  std::optional<ThinnerLog> thinner_log;
  BOOST_DESCRIBE_CLASS(Truth, (),
                       (seed, plain, stores, months, visits_per_month, from_day, to_day, log_completeness,
                        chances, effects, thinner_log),
                       (), ())
};

/// Parties in the log by parties who came, where nothing is planted.
inline constexpr double kLogCompleteness = 0.9;

/// The second-level reasons, in the order of `base_chances`.
std::span<const std::string_view> reasons();

/// How frequent each reason is for a way of coming. In plain years the way makes no difference.
std::vector<double> base_chances(reception::Way way, bool plain);

/// The chances as they stand in the file.
std::vector<WayChances> told_chances(bool plain);

/// Sets `unfiled_without` and `unfiled_with`.
void tell_rates(Effect& effect);

}  // namespace guanxi::demo
