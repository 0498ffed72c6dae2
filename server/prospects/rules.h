// The store's own windows and cadence, each set from a day on.
#pragma once

#include "platform/wrongs.h"
#include "prospects/card_store.h"

namespace guanxi::prospects {

using Days = json::Number<1, 400>;

struct RulesInput {
  Days h_days, a_days, b_days;      ///< a grade's window ends so many days ahead
  json::Number<0, 60> grace_days;   ///< a day that passed without an order counts for so long
  json::Number<1, 30> after_visit;  ///< days within which somebody who was here is followed up
  Days every_n, every_h, every_a, every_b, every_c,
      every_ordered;  ///< most days from one follow-up to the next
  BOOST_DESCRIBE_CLASS(RulesInput, (),
                       (h_days, a_days, b_days, grace_days, after_visit, every_n, every_h, every_a, every_b,
                        every_c, every_ordered),
                       (), ())
};

struct RulesView {
  std::optional<std::string> from_day;  ///< nothing: the defaults, which hold where nobody has set any
  std::optional<dealership::Name> by;
  RulesInput rules;
  BOOST_DESCRIBE_CLASS(RulesView, (), (from_day, by, rules), (), ())
};

struct RulesPage {
  RulesView today;
  std::vector<RulesView> set;  ///< everything that was ever set, the latest first; later ones may lie ahead
  BOOST_DESCRIBE_CLASS(RulesPage, (), (today, set), (), ())
};

RulesPage rules_page(database::Transaction& tx, const dealership::Store& store, Instant now);

/// Sets the rules from a day on. Refuses today and days before it, since cards have been moved under the
/// rules that held then, and windows of which a later one ends before an earlier one.
Result<RulesPage> set_rules(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                            const std::string& from_day, const RulesInput& input, Instant now,
                            Wrongs wrongs = {});

}  // namespace guanxi::prospects
