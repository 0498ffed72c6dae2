#include "improvement/cohorts.h"
#include "improvement/hundred.h"
#include "improvement/improvement.h"
#include "improvement/unfiled_export.h"
#include "improvement/unfiled_visits.h"
#include "platform/http/paging.h"
#include "reception/reception.h"

namespace guanxi::improvement {
namespace {

using dealership::Store;
using http::Call;
using http::Page;
using http::Query;
using reception::VisitView;

constexpr int kMostMonths = 60;
constexpr int kUsualMonths = 12;
constexpr std::int64_t kUsualAge = 30;
constexpr Instant kTheEnd = Instant{1} << 47;

using MonthText = std::optional<json::Line<7>>;

struct MonthsQuery {
  MonthText from, to;
  BOOST_DESCRIBE_CLASS(MonthsQuery, (), (from, to), (), ())
};
struct GroupsQuery {
  MonthText from, to;
  Dimension by;
  BOOST_DESCRIBE_CLASS(GroupsQuery, (), (from, to, by), (), ())
};
struct StoreMonthsQuery {
  MonthText from, to;
  std::optional<json::Id> cursor;  ///< the store before
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(StoreMonthsQuery, (), (from, to, cursor, limit), (), ())
};
struct ExportQuery {
  MonthText from, to;
  Part part;
  std::optional<Dimension> by;
  BOOST_DESCRIBE_CLASS(ExportQuery, (), (from, to, part, by), (), ())
};
struct BehindQuery {
  MonthText from, to;
  std::optional<Dimension> by;
  std::optional<json::Line<40>> value, reason;
  std::optional<Outcome> outcome;
  std::optional<json::Line<200>> cursor;
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(BehindQuery, (), (from, to, by, value, reason, outcome, cursor, limit), (), ())
};

struct CohortQuery {
  MonthText month;
  std::optional<json::Number<1, 1000>> days;
  std::optional<Fate> fate;
  std::optional<json::Line<200>> cursor;
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(CohortQuery, (), (month, days, fate, cursor, limit), (), ())
};

struct StoresQuery {
  MonthText from, to;
  std::optional<Dimension> by;
  std::optional<json::Line<40>> value;
  Outcome outcome;
  BOOST_DESCRIBE_CLASS(StoresQuery, (), (from, to, by, value, outcome), (), ())
};

struct MonthRange {
  std::string from, to;
};

/// The last twelve months of the store when nothing is asked for.
Result<MonthRange> range_of(const MonthText& from, const MonthText& to, const Store& store, Instant now) {
  MonthRange range;
  range.to = to ? to->value : month_of(store.zone().day(now));
  if (!is_month(range.to)) return refuse(Refusal::field("/to", "not_a_month"));
  range.from = from ? from->value : add_months(range.to, 1 - kUsualMonths);
  if (!is_month(range.from)) return refuse(Refusal::field("/from", "not_a_month"));
  if (range.to < range.from) return refuse(Refusal::field("/to", "months_upside_down"));
  if (add_months(range.from, kMostMonths) <= range.to) {
    return refuse(Refusal::field("/from", "too_many_months", {{"max", std::to_string(kMostMonths)}}));
  }
  return range;
}

/// Whose numbers are asked for: a store, or those stores of a group that the actor sees.
struct Scope {
  std::vector<Store> stores;  ///< one at least
  Months months;
};

Result<Scope> store_scope(const Call& call) {
  const auto store = dealership::load_store(call.tx(), call.store());
  return Scope{{store}, Months(call.tx(), store, call.now)};
}

Result<Scope> group_scope(const Call& call) {
  const auto& group_id = call.param("group_id");
  auto stores = dealership::list_stores(call.tx());
  std::erase_if(stores, [&](const Store& store) {
    return store.group_id != group_id || store.retired || !call.actor.sees(store.id);
  });
  if (stores.empty()) return refuse(Refusal::not_found());
  std::set<std::string> ids;
  for (const auto& store : stores) ids.insert(store.id);
  return Scope{std::move(stores), Months(call.tx(), group_id, std::move(ids))};
}

using FindScope = Result<Scope> (*)(const Call&);

template <class Shown>
struct ResultOf {
  using Type = Result<Shown>;
};
template <class Shown>
struct ResultOf<Result<Shown>> {
  using Type = Result<Shown>;
};

/// A route of one of the charts, for either kind of scope.
template <class Asked, class Shown>
auto chart(FindScope find_scope, Shown (*show)(const Call&, const Scope&, const Look&, const Asked&)) {
  return [=](const Call& call, const Query<Asked>& query) -> ResultOf<Shown>::Type {
    const Scope scope = TRY(find_scope(call));
    const auto range = TRY(range_of(query->from, query->to, scope.stores.front(), call.now));
    return show(call, scope, {scope.months, range.from, range.to}, *query);
  };
}

MonthChart show_months(const Call& /*call*/, const Scope& /*scope*/, const Look& look,
                       const MonthsQuery& /*query*/) {
  return month_chart(look);
}
Causes show_causes(const Call& /*call*/, const Scope& /*scope*/, const Look& look,
                   const MonthsQuery& /*query*/) {
  return causes(look);
}
Result<Groups> show_groups(const Call& call, const Scope& /*scope*/, const Look& look,
                           const GroupsQuery& query) {
  return groups(call.tx(), look, query.by);
}
Differences show_differences(const Call& call, const Scope& /*scope*/, const Look& look,
                             const MonthsQuery& /*query*/) {
  return differences(call.tx(), look);
}
Result<Page<StoreMonths>> show_store_months(const Call& /*call*/, const Scope& scope, const Look& look,
                                            const StoreMonthsQuery& query) {
  auto next = scope.stores.begin();
  if (query.cursor) {
    next = std::ranges::find(scope.stores, query.cursor->value, &Store::id);
    if (next == scope.stores.end()) return refuse(Refusal::field("/cursor", "bad_cursor"));
    ++next;
  }
  Page<StoreMonths> page;
  for (auto left = http::limit_of(query.limit); left > 0 && next != scope.stores.end(); --left, ++next)
    page.items.push_back(months_of_store(look, *next, scope.stores.size()));
  if (next != scope.stores.end()) page.next_cursor = page.items.back().store_id;
  return page;
}

StoresBehind show_stores(const Call& call, const Scope& scope, const Look& look, const StoresQuery& query) {
  return stores_behind(call.tx(), look, scope.stores, query.by, query.value ? query.value->value : "",
                       query.outcome);
}

Result<tables::Sheet> show_sheet(const Call& call, const Scope& scope, const Look& look,
                                 const ExportQuery& query) {
  return sheet_of(call.tx(), look, scope.stores, query.part, query.by.value_or(Dimension::person),
                  call.actor.language);
}

constexpr const char* kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

auto download(FindScope find_scope, bool xlsx) {
  return [=](const Call& call, const Query<ExportQuery>& query) -> Result<http::Download> {
    const auto sheet = TRY(chart(find_scope, show_sheet)(call, query));
    const auto name = "unfiled-" + json::to_word(query->part);
    if (xlsx) return http::Download{kXlsx, name + ".xlsx", tables::write_xlsx(sheet)};
    return http::Download{"text/csv; charset=utf-8", name + ".csv", tables::write_csv(sheet)};
  };
}

Result<Hundred> show_hundred(const Call& call, const Query<HundredQuery>& query) {
  return hundred_of_store(call.tx(), call.actor, dealership::load_store(call.tx(), call.store()), *query,
                          call.now);
}

Result<Hundred> show_group_hundred(const Call& call, const Query<HundredQuery>& query) {
  const Scope scope = TRY(group_scope(call));
  return hundred_of_group(call.tx(), scope.months, scope.stores, call.actor, *query, call.now);
}

/// A page of first visits; `find` finds so many below a place.
template <class Find>
Result<Page<VisitView>> page_of(const Call& call, const std::optional<json::Line<200>>& cursor,
                                const std::optional<http::Limit>& asked_limit, Find find) {
  const auto place = TRY(http::read_place(cursor)).value_or(http::Place{kTheEnd, ""});
  const auto limit = http::limit_of(asked_limit);
  auto found = find(place, static_cast<std::size_t>(limit) + 1);
  Page<VisitView> page;
  if (http::cut_to_limit(found, limit)) {
    page.next_cursor = http::write_place({found.back().arrived_at, found.back().id});
  }
  std::vector<std::string> ids;
  for (const auto& visit : found) ids.push_back(visit.id);
  page.items =
      reception::views_of(reception::select_visits_by_id(call.tx(), call.store(), ids), call.actor, call.now);
  return page;
}

Result<Page<VisitView>> list_behind(const Call& call, const Query<BehindQuery>& query) {
  const auto store = dealership::load_store(call.tx(), call.store());
  const auto range = TRY(range_of(query->from, query->to, store, call.now));
  if (query->by == Dimension::fate) return refuse(Refusal::field("/by", "not_a_choice"));
  const auto text = [](const auto& field) { return field ? std::optional(field->value) : std::nullopt; };
  const Behind behind{range.from,     range.to,           query->by, text(query->value).value_or(""),
                      query->outcome, text(query->reason)};
  return page_of(call, query->cursor, query->limit, [&](const http::Place& place, std::size_t limit) {
    return visits_behind(call.tx(), store, behind, place, limit, call.now);
  });
}

Cohorts show_cohorts(const Call& /*call*/, const Scope& /*scope*/, const Look& look,
                     const MonthsQuery& /*query*/) {
  return cohorts(look);
}

Result<Page<VisitView>> list_behind_cohort(const Call& call, const Query<CohortQuery>& query) {
  const auto store = dealership::load_store(call.tx(), call.store());
  const auto month = query->month ? query->month->value : month_of(store.zone().day(call.now));
  if (!is_month(month)) return refuse(Refusal::field("/month", "not_a_month"));
  const BehindCohort behind{month, static_cast<int>(query->days ? query->days->value : kUsualAge),
                            query->fate};
  if (std::ranges::find(kAges, behind.days) == kAges.end())
    return refuse(Refusal::field("/days", "not_a_choice"));
  return page_of(call, query->cursor, query->limit, [&](const http::Place& place, std::size_t limit) {
    return visits_behind(call.tx(), store, behind, place, limit, call.now);
  });
}

http::Route as_xlsx(http::Route route) {
  route.content_type = kXlsx;
  return route;
}

}  // namespace

std::vector<http::Route> routes() {
  using http::reads;
  // clang-format off
  return {
    reads("GET /stores/{store_id}/hundred", "visits.read visits.own", "The last hundred first visits and what became of them", show_hundred),
    reads("GET /stores/{store_id}/unfiled/months", "visits.read", "The unfiled rate by month, with limits and signals", chart(store_scope, show_months)),
    reads("GET /stores/{store_id}/unfiled/causes", "visits.read", "Why nobody has their number, most frequent first", chart(store_scope, show_causes)),
    reads("GET /stores/{store_id}/unfiled/groups", "visits.read", "First visits by person, hour, channel …", chart(store_scope, show_groups)),
    reads("GET /stores/{store_id}/unfiled/differences", "visits.read", "In what filed and unfiled visits differ", chart(store_scope, show_differences)),
    reads("GET /stores/{store_id}/unfiled/visits", "visits.read", "The first visits behind a number", list_behind),
    reads("GET /stores/{store_id}/unfiled/table.csv", "visits.read", "The table of a chart as CSV", download(store_scope, false)),
    as_xlsx(reads("GET /stores/{store_id}/unfiled/table.xlsx", "visits.read", "The table of a chart as a workbook", download(store_scope, true))),
    reads("GET /stores/{store_id}/cohorts", "visits.read", "What became of each month's first visits, by age", chart(store_scope, show_cohorts)),
    reads("GET /stores/{store_id}/cohorts/visits", "visits.read", "The first visits of a month that stood somewhere at an age", list_behind_cohort),
    reads("GET /groups/{group_id}/cohorts", "visits.read", "What became of each month's first visits in a group", chart(group_scope, show_cohorts)),
    reads("GET /groups/{group_id}/hundred", "visits.read", "The last hundred first visits of a group's stores", show_group_hundred),
    reads("GET /groups/{group_id}/unfiled/months", "visits.read", "The unfiled rate of a group by month", chart(group_scope, show_months)),
    reads("GET /groups/{group_id}/unfiled/causes", "visits.read", "Why nobody has their number, in a group", chart(group_scope, show_causes)),
    reads("GET /groups/{group_id}/unfiled/groups", "visits.read", "First visits of a group by person, hour, channel …", chart(group_scope, show_groups)),
    reads("GET /groups/{group_id}/unfiled/differences", "visits.read", "In what filed and unfiled visits of a group differ", chart(group_scope, show_differences)),
    reads("GET /groups/{group_id}/unfiled/store-months", "visits.read", "Each store's months", chart(group_scope, show_store_months)),
    reads("GET /groups/{group_id}/unfiled/stores", "visits.read", "The stores behind a number of a group", chart(group_scope, show_stores)),
    reads("GET /groups/{group_id}/unfiled/table.csv", "visits.read", "The table of a group's chart as CSV", download(group_scope, false)),
    as_xlsx(reads("GET /groups/{group_id}/unfiled/table.xlsx", "visits.read", "The table of a group's chart as a workbook", download(group_scope, true))),
  };
  // clang-format on
}

}  // namespace guanxi::improvement
