// What a manager looks at and does with many cards at once.
#include "prospects/board.h"
#include "prospects/calibration.h"
#include "prospects/card_query.h"
#include "prospects/card_table.h"
#include "prospects/day_form.h"
#include "prospects/list_filters.h"
#include "prospects/managing.h"
#include "prospects/month_form.h"
#include "prospects/reassigning.h"

namespace guanxi::prospects {
namespace {

using http::Body;
using http::Call;
using http::Created;
using http::Form;
using http::Items;
using http::Page;
using http::Query;
using http::Version;

struct CardQuery {
  std::optional<Grade> grade;
  std::optional<CardStanding> standing;
  std::optional<Stage> stage;
  std::optional<Attention> attention;
  std::optional<json::Id> salesperson_id;
  std::optional<bool> unassigned;  ///< only cards that nobody is in charge of
  std::optional<bool> open;        ///< only cards that are not closed
  std::optional<json::Day> closed_from;
  std::optional<json::Id> model_id;
  std::optional<CardOrder> order;
  std::optional<bool> descending;
  std::optional<json::Line<200>> cursor;
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(CardQuery, (),
                       (grade, standing, stage, attention, salesperson_id, unassigned, open, closed_from,
                        model_id, order, descending, cursor, limit),
                       (), ())
};
struct TableQuery {
  std::optional<Grade> grade;
  std::optional<CardStanding> standing;
  std::optional<Stage> stage;
  std::optional<Attention> attention;
  std::optional<json::Id> salesperson_id;
  std::optional<bool> unassigned, open;
  std::optional<json::Day> closed_from;
  std::optional<json::Id> model_id;
  std::optional<CardOrder> order;
  std::optional<bool> descending;
  std::optional<json::Line<400>> columns;  ///< "customer,grade,next"; all of them when it is empty
  BOOST_DESCRIBE_CLASS(TableQuery, (),
                       (grade, standing, stage, attention, salesperson_id, unassigned, open, closed_from,
                        model_id, order, descending, columns),
                       (), ())
};
struct FormQuery {
  json::Day day;
  std::optional<json::Id> salesperson_id;  ///< oneself, when it is empty
  BOOST_DESCRIBE_CLASS(FormQuery, (), (day, salesperson_id), (), ())
};
struct SpanQuery {
  json::Day from, to;
  BOOST_DESCRIBE_CLASS(SpanQuery, (), (from, to), (), ())
};
struct SaidQuery {
  json::Day from, to;
  std::optional<json::Id> person_id;
  std::optional<Grade> grade;
  std::optional<SayingOutcome> outcome;
  std::optional<bool> ended;  ///< only those whose window has ended
  std::optional<json::Line<200>> cursor;
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(SaidQuery, (), (from, to, person_id, grade, outcome, ended, cursor, limit), (), ())
};

constexpr int kMostDays = 800;

Store store_of(const Call& call) { return dealership::load_store(call.tx(), call.store()); }

Result<Page<CardView>> list(const Call& call, const Query<CardQuery>& query) {
  const auto store = store_of(call);
  auto filter = filter_of(call, store, *query);
  filter.after = TRY(http::read_place(query->cursor));
  filter.limit = http::limit_of(query->limit) + 1;
  auto found = select_in_order(call.tx(), store.id, filter);
  Page<CardView> page;
  if (http::cut_to_limit(found.cards, filter.limit - 1)) {
    page.next_cursor = http::write_place(found.places[found.cards.size() - 1]);
  }
  page.items = CardViews(call.tx(), call.actor, store, call.now).of(found.cards);
  return page;
}

struct Column {
  Stage stage;
  Grade grade;
  std::int64_t cards, overdue;
  BOOST_DESCRIBE_CLASS(Column, (), (stage, grade, cards, overdue), (), ())
};
Result<Items<Column>> count_columns(const Call& call, const Query<CardQuery>& query) {
  const auto store = store_of(call);
  Items<Column> columns;
  for (const auto& each : count_stages(call.tx(), store.id, filter_of(call, store, *query), call.now)) {
    if (query->stage && each.stage != *query->stage) continue;
    columns.items.push_back({each.stage, each.grade, each.cards, each.overdue});
  }
  return columns;
}

constexpr const char* kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

auto download(bool xlsx) {
  return [=](const Call& call, const Query<TableQuery>& query) -> Result<http::Download> {
    const auto store = store_of(call);
    const auto words = query->columns ? std::optional(query->columns->value) : std::nullopt;
    const auto columns = TRY(read_columns(words));
    const auto sheet =
        card_sheet(call.tx(), call.actor, store, filter_of(call, store, *query), columns, call.now);
    const auto name = "prospects-" + store.code + "-" + store.zone().day(call.now);
    if (xlsx) return http::Download{kXlsx, name + ".xlsx", tables::write_xlsx(sheet)};
    return http::Download{"text/csv; charset=utf-8", name + ".csv", tables::write_csv(sheet)};
  };
}

Result<Items<ListFilter>> show_filters(const Call& call) {
  return Items<ListFilter>{list_filters(call.tx(), call.actor, store_of(call))};
}
Result<Created<ListFilter>> keep_filter(const Call& call, const Form<NewListFilter>& input) {
  return Created<ListFilter>{
      TRY(add_filter(call.tx(), call.actor, store_of(call), *input, call.now, input.wrongs))};
}
Result<ListFilter> change_filter(const Call& call, const Form<ListFilterInput>& input,
                                 const Version& version) {
  return edit_filter(call.tx(), call.actor, store_of(call), call.param("filter_id"), *input, version.value,
                     call.now, input.wrongs);
}
Result<http::NoContent> forget_filter(const Call& call) {
  TRY(remove_filter(call.tx(), call.actor, store_of(call), call.param("filter_id"), call.now));
  return http::NoContent{};
}

Result<Items<CardHolder>> show_holders(const Call& call) {
  return Items<CardHolder>{card_holders(call.tx(), store_of(call))};
}
Result<Created<ReassignmentView>> reassign_cards(const Call& call, const Form<NewReassignment>& input) {
  return Created<ReassignmentView>{
      TRY(reassign(call.tx(), call.actor, store_of(call), *input, call.now, input.wrongs))};
}

/// Whose form it is: their own, or of somebody who has worked in the store.
Result<std::string> whose_form(const Call& call, const Store& store,
                               const std::optional<json::Id>& asked_for) {
  if (!call.actor.may("prospects.read") || !asked_for) return call.actor.id;
  for (const auto& each : dealership::everybody_ever(call.tx(), store)) {
    if (each.id == asked_for->value) return each.id;
  }
  return refuse(Refusal::field("/salesperson_id", "not_a_salesperson"));
}
Result<MonthForm> show_month(const Call& call, const Query<FormQuery>& query) {
  const auto store = store_of(call);
  const auto whose = TRY(whose_form(call, store, query->salesperson_id));
  return month_form(call.tx(), call.actor, store, whose, query->day, call.now);
}
Result<DayForm> show_day(const Call& call, const Query<FormQuery>& query) {
  const auto store = store_of(call);
  const auto whose = TRY(whose_form(call, store, query->salesperson_id));
  return day_form(call.tx(), call.actor, store, whose, query->day, call.now);
}

Result<> check_span(const json::Day& from, const json::Day& to) {
  if (to.value < from.value) return refuse(Refusal::field("/to", "range_upside_down"));
  if (days_between(from, to) < kMostDays) return {};
  return refuse(Refusal::field("/to", "too_many_days", {{"max", std::to_string(kMostDays)}}));
}
Result<Calibration> show_calibration(const Call& call, const Query<SpanQuery>& query) {
  TRY(check_span(query->from, query->to));
  return calibration(call.tx(), store_of(call), query->from, query->to, call.now);
}
Result<Page<SaidCard>> list_said(const Call& call, const Query<SaidQuery>& query) {
  TRY(check_span(query->from, query->to));
  const auto place = TRY(http::read_place(query->cursor));
  if (place && place->number < 0) return refuse(Refusal::field("/cursor", "bad_cursor"));
  const auto start = place ? static_cast<std::size_t>(place->number) : 0;
  const auto limit = static_cast<std::size_t>(http::limit_of(query->limit));
  SayingFilter filter{query->from, query->to, {}, query->grade, query->outcome, query->ended.value_or(false)};
  if (query->person_id) filter.person_id = *query->person_id;
  auto found = said_cards(call.tx(), call.actor, store_of(call), filter, start, limit, call.now);
  Page<SaidCard> page{std::move(found.items), {}};
  if (found.more) page.next_cursor = http::write_place({static_cast<std::int64_t>(start + limit), ""});
  return page;
}

http::Route as_xlsx(http::Route route) {
  route.content_type = kXlsx;
  return route;
}

}  // namespace

std::vector<http::Route> managing_routes() {
  using http::reads;
  using http::writes;
  constexpr const char* kCards = "prospects.read prospects.own";
  // clang-format off
  return {
    reads ("GET /stores/{store_id}/prospects", kCards, "Prospect cards, newest first unless another order is asked for", list),
    reads ("GET /stores/{store_id}/prospects/columns", kCards, "How many cards stand at each stage and grade", count_columns),
    reads ("GET /stores/{store_id}/prospects.csv", "exports.run", "The table of prospects as CSV", download(false)),
    as_xlsx(reads("GET /stores/{store_id}/prospects.xlsx", "exports.run", "The table of prospects as a workbook", download(true))),
    reads ("GET /stores/{store_id}/prospects/filters", kCards, "Ways of looking at the list that were kept: one's own and the shared ones", show_filters),
    writes("POST /stores/{store_id}/prospects/filters", kCards, "Keep a way of looking at the list", keep_filter),
    writes("PUT /stores/{store_id}/prospects/filters/{filter_id}", kCards, "Change it", change_filter),
    writes("DELETE /stores/{store_id}/prospects/filters/{filter_id}", kCards, "Forget it", forget_filter),
    reads ("GET /stores/{store_id}/prospects/holders", "prospects.manage", "Who has how many open cards of each grade, and who may be given some", show_holders),
    writes("POST /stores/{store_id}/prospects/reassignments", "prospects.manage", "Give all open cards of one person to others", reassign_cards),
    reads ("GET /stores/{store_id}/prospects/month-form", kCards, "One salesperson's prospects against the days of a month", show_month),
    reads ("GET /stores/{store_id}/prospects/day-form", kCards, "What one salesperson did on a day", show_day),
    reads ("GET /stores/{store_id}/prospects/calibration", "prospects.manage audit.read", "Of those who were said to buy within a grade's window, how many did", show_calibration),
    reads ("GET /stores/{store_id}/prospects/calibration/cards", "prospects.manage audit.read", "The cards behind such a number, the latest first", list_said),
  };
  // clang-format on
}

}  // namespace guanxi::prospects
