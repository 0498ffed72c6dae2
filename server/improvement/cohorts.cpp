#include "improvement/cohorts.h"

#include <algorithm>

#include "platform/json/kinds.h"
#include "platform/statistics/proportion.h"

namespace guanxi::improvement {
namespace {

std::int64_t all_of(const Cell& cell) { return cell.filed + cell.unfiled + cell.open; }

CohortAge age_of(const Tally& tally, int days) {
  const auto count = [&](Fate fate) {
    const auto found = tally.find(std::to_string(days) + "-" + json::to_word(fate));
    return found == tally.end() ? 0 : all_of(found->second);
  };
  CohortAge age{};
  age.days = days;
  age.closed = count(Fate::closed);
  age.follow_up = count(Fate::follow_up);
  age.lost = count(Fate::lost);
  age.unfiled = count(Fate::unfiled);
  age.reached = age.closed + age.follow_up + age.lost + age.unfiled;
  const statistics::Share share{age.closed, age.reached};
  if (age.reached > 0) age.rate = share.rate();
  const auto interval = statistics::wilson_interval(share);
  age.low = interval.lower;
  age.high = interval.upper;
  return age;
}

std::vector<CohortAge> ages_of(const Tally& tally) {
  std::vector<CohortAge> ages;
  for (const int days : kAges) ages.push_back(age_of(tally, days));
  return ages;
}

}  // namespace

Cohorts cohorts(const Look& look) {
  auto tallies = look.months.tallies(Dimension::fate, look.from, look.to);
  Cohorts all;
  Tally together;
  for (const auto& count : look.months.sums(look.from, look.to)) {
    const auto& tally = tallies[count.month];
    add(together, tally);
    const auto first_visits = all_of(count.first_visits);
    if (first_visits > 0) all.months.push_back({count.month, first_visits, ages_of(tally)});
  }
  all.overall = ages_of(together);
  return all;
}

std::vector<FirstVisit> visits_behind(database::Transaction& tx, const dealership::Store& store,
                                      const BehindCohort& behind, const http::Place& place, std::size_t limit,
                                      Instant now) {
  auto visits = read_month(tx, store, behind.month, now).first_visits;
  const Fates fates(tx, store, behind.month, now);
  std::erase_if(visits, [&](const FirstVisit& visit) {
    const auto fate = fates.at(visit, behind.days);
    return !fate || (behind.fate && *fate != *behind.fate);
  });
  return latest_below(std::move(visits), place, limit);
}

}  // namespace guanxi::improvement
