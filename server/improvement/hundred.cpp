#include "improvement/hundred.h"

#include <algorithm>
#include <functional>

#include "improvement/months.h"
#include "improvement/unfiled_visits.h"
#include "platform/json/kinds.h"
#include "reception/reception.h"

namespace guanxi::improvement {
namespace {

/// Longer ago than this nobody looks, and a rare choice must not read a whole log.
constexpr Instant kLongestBack = 3 * 366 * kDay;
constexpr Instant kShortestWindow = kSecond;
/// From one window to the next it grows by so much at least and at most.
constexpr Instant kLeastGrowth = 2, kMostGrowth = 32;

/// By chance alone a log may look thinner this often, where a rate is said to have risen.
constexpr double kDoubt = 0.05;

State state_of(const Course& course, Instant now) {
  switch (course.standing) {
    case prospects::CardStanding::ordered:
    case prospects::CardStanding::delivered:
      return State::closed;
    case prospects::CardStanding::lost:
      return State::lost;
    case prospects::CardStanding::following:
    case prospects::CardStanding::loss_asked:
      break;
  }
  return course.next_at != 0 && course.next_at < now ? State::overdue : State::follow_up;
}

State state_of(const ToldVisit& came, Instant now) {
  switch (came.visit.outcome) {
    case Outcome::filed:
      return came.course ? state_of(*came.course, now) : State::filed;
    case Outcome::unfiled:
      return State::unfiled;
    case Outcome::open:
      break;
  }
  return State::open;
}

/// "U1.forgot" -> "U1".
std::string first_level(std::string_view code) { return std::string(code.substr(0, code.find('.'))); }

std::optional<Name> named(const std::optional<std::string>& id, const std::optional<std::string>& name) {
  if (!id) return std::nullopt;
  return Name{*id, name.value_or(*id)};
}

Figure figure_of(const ToldVisit& came, Instant now) {
  const auto& visit = came.visit;
  Figure figure{};
  figure.visit_id = visit.id;
  figure.store_id = came.store_id;
  figure.arrived_at = {visit.arrived_at};
  figure.state = state_of(came, now);
  if (figure.state == State::unfiled) figure.reason_code = visit.reason_code;
  figure.salesperson = named(visit.salesperson_id, came.salesperson);
  figure.model = named(visit.model_id, came.model);
  figure.channel_code = visit.channel_code;
  figure.minutes = visit.minutes;
  figure.story = came.story;
  return figure;
}

std::vector<FigureGroup> groups_of(const std::vector<Figure>& figures) {
  std::map<std::pair<State, std::string>, std::int64_t> counts;
  for (const auto& figure : figures) {
    ++counts[{figure.state, figure.reason_code ? first_level(*figure.reason_code) : ""}];
  }
  std::vector<FigureGroup> groups;
  for (const auto& [key, count] : counts) {
    const auto& [state, cause] = key;
    groups.push_back({state, state == State::unfiled ? std::optional(cause) : std::nullopt, count});
  }
  std::ranges::stable_sort(groups, [](const FigureGroup& left, const FigureGroup& right) {
    return std::pair(left.state, -left.count) < std::pair(right.state, -right.count);
  });
  return groups;
}

Cell count(const std::vector<ToldVisit>& all, std::size_t from, std::size_t to) {
  Cell cell;
  for (std::size_t i = from; i < std::min(to, all.size()); ++i) cell.count(all[i].visit.outcome);
  return cell;
}

/// The log beside the count from one day to another, both included.
using Complete = std::function<Completeness(const std::string& from, const std::string& to)>;

/// Of months or days together.
Completeness completeness_over(const auto& spans) {
  std::int64_t logged = 0, counted = 0;
  for (const auto& span : spans) {
    logged += span.logged;
    counted += span.counted;
  }
  return completeness_of(logged, counted);
}

Completeness of_months(const Months& months, const std::string& from, const std::string& to) {
  return completeness_over(months.sums(month_of(from), month_of(to)));
}

/// By the days; by the months when there are too many days.
Completeness of_days(database::Transaction& tx, const dealership::Store& store, const std::string& from,
                     const std::string& to, Instant now) {
  const auto days = reception::door_days(tx, store, from, to);
  return days ? completeness_over(*days) : of_months(Months(tx, store, now), from, to);
}

/// That of the days from one visit to another, both in `all`.
Completeness completeness_in(const Complete& complete, const std::vector<ToldVisit>& all, std::size_t from,
                             std::size_t to) {
  if (all.size() <= from) return completeness_of(0, 0);
  return complete(all[std::min(to, all.size()) - 1].visit.day, all[from].visit.day);
}

/// `all`: the latest two hundred, the latest first.
Hundred picture_of(const Complete& complete, const std::vector<ToldVisit>& all, Instant now) {
  Hundred hundred{};
  hundred.now = {now};
  const auto size = std::min(all.size(), kHundred);
  for (std::size_t i = size; i-- > 0;) hundred.figures.push_back(figure_of(all[i], now));
  hundred.groups = groups_of(hundred.figures);
  const auto cell = count(all, 0, kHundred);
  hundred.rate = rate_of(cell);
  hundred.completeness = completeness_in(complete, all, 0, kHundred);
  if (all.size() <= kHundred) return hundred;
  const auto before = count(all, kHundred, 2 * kHundred);
  hundred.before = rate_of(before);
  hundred.comparison = compare(cell, before);
  // Where nothing is said to have risen, there is nothing to be doubted.
  const bool rose = hundred.comparison && hundred.comparison->verdict == Verdict::rose;
  hundred.thinner =
      rose && rose_on_a_thinner_log(cell, hundred.completeness, before,
                                    completeness_in(complete, all, kHundred, 2 * kHundred), kDoubt);
  return hundred;
}

Result<FirstVisitFilter> filter_of(const Actor& actor, const dealership::Store& store,
                                   const HundredQuery& query, Instant now) {
  FirstVisitFilter filter;
  filter.limit = 2 * kHundred;
  filter.to = now + kDay;
  if (query.month) {
    if (!is_month(query.month->value)) return refuse(Refusal::field("/month", "not_a_month"));
    filter.to = std::min(filter.to, span_of(store, query.month->value).to);
  }
  filter.from = std::max<Instant>(filter.to - kLongestBack, 0);
  if (query.from) filter.from = std::max(filter.from, store.zone().start_of(query.from->value));
  if (query.salesperson_id) filter.salesperson_id = query.salesperson_id->value;
  if (!actor.may("visits.read")) filter.salesperson_id = actor.id;
  if (query.channel_code) filter.channel_code = query.channel_code->value;
  if (query.model_id) filter.model_id = query.model_id->value;
  return filter;
}

/// A choice that few visits may have, and that they are tallied by.
struct Choice {
  Dimension by;
  std::string value;
};
std::optional<Choice> choice_of(const FirstVisitFilter& filter) {
  if (filter.salesperson_id) return Choice{Dimension::person, *filter.salesperson_id};
  if (filter.model_id) return Choice{Dimension::model, *filter.model_id};
  if (filter.channel_code) return Choice{Dimension::channel, *filter.channel_code};
  return std::nullopt;
}

using Filters = std::map<std::string, FirstVisitFilter>;  ///< by store

/// Adds what months of stores hold, from the latest on, as far as they are tallied to have such visits. The
/// latest visits, which may not be tallied yet, are in `all`.
void add_by_months(database::Transaction& tx, const Months& months,
                   const std::vector<dealership::Store>& stores, const Filters& filters, const Choice& choice,
                   const FirstVisitFilter& widest, Instant now, std::vector<ToldVisit>& all) {
  const auto is_asked_for = [&](const std::string& value) {
    return is_meant(choice.by, value, choice.value);
  };
  const auto& zone = stores.front().zone();
  auto span = months_between(month_of(zone.day(widest.from)), month_of(zone.day(std::min(widest.to, now))));
  std::ranges::reverse(span);
  std::vector<ToldVisit> found;
  for (const auto& month : span) {
    if (found.size() >= 2 * kHundred) break;
    const auto having = months.stores(choice.by, is_asked_for, month, month);
    for (const auto& store : stores) {
      if (!having.contains(store.id)) continue;
      auto filter = filters.at(store.id);
      const auto of_month = span_of(store, month);
      filter.from = std::max(filter.from, of_month.from);
      filter.to = std::min(filter.to, of_month.to);
      std::ranges::move(latest_first_visits(tx, store.id, filter, now), std::back_inserter(found));
    }
  }
  std::ranges::move(found, std::back_inserter(all));
  const auto place = [](const ToldVisit& came) { return std::tie(came.visit.arrived_at, came.visit.id); };
  std::ranges::sort(all, std::greater<>(), place);
  const auto twice = std::ranges::unique(all, {}, place);
  all.erase(twice.begin(), twice.end());
}

/// How much longer a window must be than one that holds `found` visits, so that it probably holds two
/// hundred.
Instant growth_after(std::size_t found) {
  constexpr Instant kEnough = 3 * kHundred;
  return std::clamp(kEnough / static_cast<Instant>(found + 1), kLeastGrowth, kMostGrowth);
}

/// Whether a visit of the store is asked for; days and months are each store's own.
bool is_within(const Filters& filters, const std::string& store_id, Instant arrived_at) {
  const auto filter = filters.find(store_id);
  return filter != filters.end() && arrived_at >= filter->second.from && arrived_at < filter->second.to;
}

/// Two hundred visits or more, as far as there are so many. Those of a group lie within hours: a window grows
/// until it holds them, and only what it holds then is read whole; when a day does not hold them, because few
/// visits are as chosen, their months are looked up.
std::vector<ToldVisit> latest_of_group(database::Transaction& tx, const Months& months,
                                       const std::vector<dealership::Store>& stores, const Filters& filters,
                                       FirstVisitFilter widest, Instant now) {
  const auto& group_id = stores.front().group_id;
  const auto whole = [&] {
    auto all = first_visits_of_group(tx, group_id, widest, now);
    std::erase_if(all, [&](const ToldVisit& came) {
      return !is_within(filters, came.store_id, came.visit.arrived_at);
    });
    return all;
  };
  const Instant earliest = widest.from;
  const Instant latest = std::min(widest.to, now + 1);
  const auto choice = choice_of(widest);
  std::vector<Instant> arrivals;
  widest.from = latest;
  for (Instant window = kShortestWindow; arrivals.size() < 2 * kHundred;
       window *= growth_after(arrivals.size())) {
    const auto from = std::max(earliest, latest - window);
    if (choice && latest - from > kDay) {
      auto all = whole();
      widest.from = earliest;
      add_by_months(tx, months, stores, filters, *choice, widest, now, all);
      return all;
    }
    widest.from = from;
    arrivals.clear();
    for (const auto& [store_id, arrived_at] : first_arrivals_of_group(tx, group_id, widest)) {
      if (is_within(filters, store_id, arrived_at)) arrivals.push_back(arrived_at);
    }
    if (widest.from == earliest) break;
  }
  if (arrivals.size() > 2 * kHundred) {
    const auto last = arrivals.begin() + 2 * kHundred - 1;
    std::ranges::nth_element(arrivals, last, std::greater<>());
    widest.from = *last;
  }
  return whole();
}

std::optional<std::string> text_of(const std::optional<json::Line<7>>& month) {
  return month ? std::optional(month->value) : std::nullopt;
}

}  // namespace

Result<Hundred> hundred_of_store(database::Transaction& tx, const Actor& actor,
                                 const dealership::Store& store, const HundredQuery& query, Instant now) {
  const auto filter = TRY(filter_of(actor, store, query, now));
  const auto complete = [&](const std::string& from, const std::string& to) {
    return of_days(tx, store, from, to, now);
  };
  auto hundred = picture_of(complete, latest_first_visits(tx, store.id, filter, now), now);
  hundred.month = text_of(query.month);
  return hundred;
}

Result<Hundred> hundred_of_group(database::Transaction& tx, const Months& months,
                                 const std::vector<dealership::Store>& stores, const Actor& actor,
                                 const HundredQuery& query, Instant now) {
  // Days and months are each store's own.
  Filters filters;
  FirstVisitFilter widest;
  for (const auto& store : stores) {
    const auto& filter = filters[store.id] = TRY(filter_of(actor, store, query, now));
    if (filters.size() == 1) widest = filter;
    widest.from = std::min(widest.from, filter.from);
    widest.to = std::max(widest.to, filter.to);
  }
  auto all = latest_of_group(tx, months, stores, filters, widest, now);
  if (all.size() > 2 * kHundred) all.resize(2 * kHundred);
  const auto complete = [&](const std::string& from, const std::string& to) {
    return of_months(months, from, to);
  };
  auto hundred = picture_of(complete, all, now);
  hundred.month = text_of(query.month);
  return hundred;
}

}  // namespace guanxi::improvement
