#include "platform/http/paging.h"
#include "workday/truth_page.h"
#include "workday/workday.h"
#include "workday/workload_page.h"

namespace guanxi::workday {
namespace {

using http::Call;
using http::Items;
using http::Page;
using http::Query;

constexpr int kUsualDays = 14, kMostDays = 92;
const std::string kFirstDay = "1900-01-01";  // before it there are no days (see is_day)
constexpr const char* kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

using Threshold = std::optional<json::Number<1, 200>>;
using Several = std::optional<json::Number<2, 200>>;

struct TruthQuery {
  std::optional<json::Day> from, to;  ///< the last fourteen days, when they are empty
  Several burst_count;
  Threshold burst_minutes;
  Several tries;
  Threshold silent_days, two_way, attempts, soon_minutes;
  BOOST_DESCRIBE_CLASS(TruthQuery, (),
                       (from, to, burst_count, burst_minutes, tries, silent_days, two_way, attempts,
                        soon_minutes),
                       (), ())
};
struct FindingsQuery {
  std::optional<json::Day> from, to;
  Several burst_count;
  Threshold burst_minutes;
  Several tries;
  Threshold silent_days, two_way, attempts, soon_minutes;
  std::optional<FindingKind> kind;
  std::optional<json::Id> person_id;
  std::optional<json::Line<200>> cursor;
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(FindingsQuery, (),
                       (from, to, burst_count, burst_minutes, tries, silent_days, two_way, attempts,
                        soon_minutes, kind, person_id, cursor, limit),
                       (), ())
};
struct TruthFileQuery {
  std::optional<json::Day> from, to;
  Several burst_count;
  Threshold burst_minutes;
  Several tries;
  Threshold silent_days, two_way, attempts, soon_minutes;
  std::optional<FindingKind> kind;
  std::optional<json::Id> person_id;
  BOOST_DESCRIBE_CLASS(TruthFileQuery, (),
                       (from, to, burst_count, burst_minutes, tries, silent_days, two_way, attempts,
                        soon_minutes, kind, person_id),
                       (), ())
};
struct DueQuery {
  json::Day day;
  std::optional<json::Id> person_id;  ///< nobody, when it is empty
  std::optional<json::Line<200>> cursor;
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(DueQuery, (), (day, person_id, cursor, limit), (), ())
};

Store store_of(const Call& call) { return dealership::load_store(call.tx(), call.store()); }

template <class Asked>
Thresholds thresholds_of(const Asked& asked) {
  Thresholds thresholds;
  const auto take = [](std::int64_t& into, const auto& value) {
    if (value) into = value->value;
  };
  take(thresholds.burst_count, asked.burst_count);
  take(thresholds.burst_minutes, asked.burst_minutes);
  take(thresholds.tries, asked.tries);
  take(thresholds.silent_days, asked.silent_days);
  take(thresholds.two_way, asked.two_way);
  take(thresholds.attempts, asked.attempts);
  take(thresholds.soon_minutes, asked.soon_minutes);
  return thresholds;
}

/// The days that are asked for, as the store has them.
template <class Asked>
Result<TruthAsked> asked_of(const Call& call, const Store& store, const Asked& asked) {
  TruthAsked truth{"", asked.to ? asked.to->value : store.zone().day(call.now), thresholds_of(asked)};
  truth.from = asked.from ? asked.from->value : std::max(kFirstDay, add_days(truth.to, 1 - kUsualDays));
  if (truth.to < truth.from) return refuse(Refusal::field(asked.to ? "/to" : "/from", "range_upside_down"));
  if (days_between(truth.from, truth.to) < kMostDays) return truth;
  return refuse(
      Refusal::field(asked.from ? "/from" : "/to", "too_many_days", {{"max", std::to_string(kMostDays)}}));
}

template <class Asked>
FindingFilter filter_of(const Asked& asked) {
  FindingFilter filter;
  filter.kind = asked.kind;
  if (asked.person_id) filter.person_id = asked.person_id->value;
  return filter;
}

/// A list of which any stretch can be taken: the cursor says how many have been shown.
struct Stretch {
  std::size_t start, limit;
};
template <class Asked>
Result<Stretch> stretch_of(const Asked& asked) {
  const auto place = TRY(http::read_place(asked.cursor));
  if (place && place->number < 0) return refuse(Refusal::field("/cursor", "bad_cursor"));
  return Stretch{place ? static_cast<std::size_t>(place->number) : 0,
                 static_cast<std::size_t>(http::limit_of(asked.limit))};
}
template <class Found>
auto page_of(Found found, const Stretch& stretch) {
  Page<typename decltype(found.items)::value_type> page{std::move(found.items), {}};
  if (found.more)
    page.next_cursor = http::write_place({static_cast<std::int64_t>(stretch.start + stretch.limit), ""});
  return page;
}

Result<Truth> show_truth(const Call& call, const Query<TruthQuery>& query) {
  const auto store = store_of(call);
  return truth(call.tx(), store, TRY(asked_of(call, store, *query)));
}

Result<Page<Finding>> list_findings(const Call& call, const Query<FindingsQuery>& query) {
  const auto store = store_of(call);
  const auto asked = TRY(asked_of(call, store, *query));
  const auto stretch = TRY(stretch_of(*query));
  return page_of(findings(call.tx(), store, asked, filter_of(*query), stretch.start, stretch.limit), stretch);
}

/// The stores of the group that the actor sees, each in its own days.
Result<Items<StoreTruth>> show_stores(const Call& call, const Query<TruthQuery>& query) {
  const auto& group_id = call.param("group_id");
  Items<StoreTruth> stores;
  for (const auto& store : dealership::list_stores(call.tx())) {
    if (store.group_id != group_id || store.retired || !call.actor.sees(store.id)) continue;
    stores.items.push_back(truth_of_store(call.tx(), store, TRY(asked_of(call, store, *query))));
  }
  if (stores.items.empty()) return refuse(Refusal::not_found());
  return stores;
}

Result<http::Download> download(const Call& call, const tables::Sheet& sheet, const std::string& name,
                                bool xlsx) {
  if (!call.actor.may("exports.run")) return refuse(Refusal::forbidden());
  if (xlsx) return http::Download{kXlsx, name + ".xlsx", tables::write_xlsx(sheet)};
  return http::Download{"text/csv; charset=utf-8", name + ".csv", tables::write_csv(sheet)};
}

auto download_truth(bool xlsx) {
  return [=](const Call& call, const Query<TruthFileQuery>& query) -> Result<http::Download> {
    const auto store = store_of(call);
    const auto asked = TRY(asked_of(call, store, *query));
    const auto sheet = truth_sheet(call.tx(), store, asked, filter_of(*query), call.actor.language);
    return download(call, sheet, "truth-" + store.code + "-" + asked.from + "-" + asked.to, xlsx);
  };
}

Result<Workload> show_workload(const Call& call) {
  return workload(call.tx(), call.actor, store_of(call), call.now);
}
Result<Items<OverloadAhead>> show_ahead(const Call& call) {
  return Items<OverloadAhead>{overloads_ahead(call.tx(), call.actor, store_of(call), call.now)};
}
Result<Page<prospects::CardView>> list_due(const Call& call, const Query<DueQuery>& query) {
  const auto store = store_of(call);
  const auto stretch = TRY(stretch_of(*query));
  const auto today = store.zone().day(call.now);
  if (query->day.value < today || days_between(today, query->day) >= kDaysAhead)
    return refuse(Refusal::field("/day", "no_such_day_ahead"));
  const auto whose = query->person_id ? std::optional(query->person_id->value) : std::nullopt;
  return page_of(
      due_cards(call.tx(), call.actor, store, whose, query->day, stretch.start, stretch.limit, call.now),
      stretch);
}
Result<Hours> show_hours(const Call& call) {
  return hours_of(call.tx(), call.actor, store_of(call), call.now);
}

auto download_workload(bool xlsx) {
  return [=](const Call& call) -> Result<http::Download> {
    const auto store = store_of(call);
    const auto shown = workload(call.tx(), call.actor, store, call.now);
    return download(call, workload_sheet(shown, call.actor.language),
                    "workload-" + store.code + "-" + shown.today, xlsx);
  };
}
auto download_hours(bool xlsx) {
  return [=](const Call& call) -> Result<http::Download> {
    const auto store = store_of(call);
    const auto shown = hours_of(call.tx(), call.actor, store, call.now);
    return download(call, hours_sheet(shown, call.actor.language), "hours-" + store.code + "-" + shown.to,
                    xlsx);
  };
}

http::Route as_xlsx(http::Route route) {
  route.content_type = kXlsx;
  return route;
}

}  // namespace

std::vector<http::Route> routes() {
  using http::reads;
  constexpr const char* kManages = "prospects.manage";
  constexpr const char* kWorks = "prospects.manage prospects.own";
  // clang-format off
  return {
    reads("GET /stores/{store_id}/truth", kManages, "What of the follow-ups written down is worth a question, by person", show_truth),
    reads("GET /stores/{store_id}/truth/findings", kManages, "What was noticed, with the follow-ups behind it, the latest first", list_findings),
    reads("GET /stores/{store_id}/truth.csv", kManages, "These follow-ups as CSV", download_truth(false)),
    as_xlsx(reads("GET /stores/{store_id}/truth.xlsx", kManages, "These follow-ups as a workbook", download_truth(true))),
    reads("GET /groups/{group_id}/truth", kManages, "How much was noticed in each store of a group", show_stores),
    reads("GET /stores/{store_id}/workload", kWorks, "What falls due for whom in the next two weeks, and who might take what", show_workload),
    reads("GET /stores/{store_id}/workload/ahead", kManages, "Who has too much to do within three days", show_ahead),
    reads("GET /stores/{store_id}/workload/cards", kWorks, "The cards behind a day of a person", list_due),
    reads("GET /stores/{store_id}/workload/hours", kWorks, "At what hour follow-ups were due and done in the last four weeks", show_hours),
    reads("GET /stores/{store_id}/workload.csv", kManages, "The workload as CSV", download_workload(false)),
    as_xlsx(reads("GET /stores/{store_id}/workload.xlsx", kManages, "The workload as a workbook", download_workload(true))),
    reads("GET /stores/{store_id}/workload/hours.csv", kManages, "The hours as CSV", download_hours(false)),
    as_xlsx(reads("GET /stores/{store_id}/workload/hours.xlsx", kManages, "The hours as a workbook", download_hours(true))),
  };
  // clang-format on
}

}  // namespace guanxi::workday
