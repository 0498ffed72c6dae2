// The reception's rows of the route table, on one page; the functions below take the call apart.
#include "dealership/dealership.h"
#include "reception/reception.h"
#include "reception/visit_export.h"

namespace guanxi::reception {
namespace {

using http::Body;
using http::Call;
using http::Created;
using http::Form;
using http::Items;
using http::NoContent;
using http::Page;
using http::Query;
using http::Version;

Store store_of(const Call& call) { return dealership::load_store(call.tx(), call.store()); }

/// Which of the standings a list may be restricted to; "overdue" is not a standing but what an open one
/// becomes.
enum class Shown { open, filed, unfiled, exclusion_asked, excluded, overdue };
BOOST_DESCRIBE_ENUM(Shown, open, filed, unfiled, exclusion_asked, excluded, overdue)

struct VisitQuery {
  std::optional<json::Day> day, from, to;
  std::optional<Shown> standing;
  std::optional<json::Id> salesperson_id;
  std::optional<json::Line<200>> cursor;
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(VisitQuery, (), (day, from, to, standing, salesperson_id, cursor, limit), (), ())
};

struct KnownQuery {
  std::optional<json::Line<40>> phone, wechat;
  BOOST_DESCRIBE_CLASS(KnownQuery, (), (phone, wechat), (), ())
};

struct DayRange {
  json::Day from, to;
  BOOST_DESCRIBE_CLASS(DayRange, (), (from, to), (), ())
};

struct DutySwitch {
  bool on;
  BOOST_DESCRIBE_CLASS(DutySwitch, (), (on), (), ())
};

/// The visits of a day or of a range of days; without either, all of the log from the latest on.
VisitFilter filter_of(const Call& call, const Store& store, const VisitQuery& query) {
  const auto zone = store.zone();
  VisitFilter filter;
  const auto from = query.day ? query.day : query.from;
  const auto to = query.day ? query.day : query.to;
  filter.from = from ? zone.start_of(*from) : 0;
  filter.to = to ? zone.start_of(add_days(*to, 1)) : call.now + kDay;
  filter.before_at = filter.to;
  if (query.salesperson_id) filter.salesperson_id = query.salesperson_id->value;
  if (!call.actor.may("visits.read")) filter.own_id = call.actor.id;
  if (query.standing) filter.standing = json::to_word(*query.standing);
  if (query.standing == Shown::overdue) {
    filter.standing.reset();
    filter.unclosed = true;
    filter.to = std::min(filter.to, call.now - kOpenLimit);
    filter.before_at = filter.to;
  }
  filter.limit = http::limit_of(query.limit) + 1;
  return filter;
}

Result<Page<VisitView>> list_visits(const Call& call, const Query<VisitQuery>& query) {
  const auto store = store_of(call);
  auto filter = filter_of(call, store, *query);
  if (const auto place = TRY(http::read_place(query->cursor))) {
    filter.before_at = place->number;
    filter.before_id = place->id;
  }
  auto visits = select_visits(call.tx(), store.id, filter);
  Page<VisitView> page;
  if (http::cut_to_limit(visits, filter.limit - 1)) {
    page.next_cursor = http::write_place({visits.back().visit.arrived_at, visits.back().visit.id});
  }
  page.items = views_of(std::move(visits), call.actor, call.now);
  return page;
}

Result<VisitView> show_visit(const Call& call) {
  const auto store = store_of(call);
  return view_of(TRY(see_visit(call.tx(), call.actor, store, call.param("visit_id"))), call.actor, call.now);
}

Result<Created<VisitView>> open(const Call& call, const Form<NewVisit>& input) {
  return Created<VisitView>{
      TRY(open_visit(call.tx(), call.actor, store_of(call), *input, call.now, input.wrongs))};
}

Result<VisitView> edit(const Call& call, const Form<VisitEdit>& input, const Version& version) {
  return edit_visit(call.tx(), call.actor, store_of(call), call.param("visit_id"), *input, version.value,
                    call.now, input.wrongs);
}

/// Most changes of a visit's state have one form: a resource below the visit is posted.
template <class Input>
using Change = Result<VisitView> (*)(database::Transaction&, const Actor&, const Store&, const std::string&,
                                     const Input&, Instant);

template <class Input>
auto changed_by(Change<Input> change) {
  return [change](const Call& call, const Body<Input>& input) -> Result<Created<VisitView>> {
    return Created<VisitView>{
        TRY(change(call.tx(), call.actor, store_of(call), call.param("visit_id"), *input, call.now))};
  };
}

/// Closings have forms of many fields, all of whose wrongs are told at once.
template <class Input>
using Closing = Result<VisitView> (*)(database::Transaction&, const Actor&, const Store&, const std::string&,
                                      const Input&, Instant, Wrongs);

template <class Input>
auto closed_by(Closing<Input> close) {
  return [close](const Call& call, const Form<Input>& input) -> Result<Created<VisitView>> {
    return Created<VisitView>{TRY(close(call.tx(), call.actor, store_of(call), call.param("visit_id"), *input,
                                        call.now, input.wrongs))};
  };
}

using PlainChange = Result<VisitView> (*)(database::Transaction&, const Actor&, const Store&,
                                          const std::string&, Instant);
auto changed_plainly_by(PlainChange change) {
  return [change](const Call& call, const Body<json::Nothing>&) -> Result<Created<VisitView>> {
    return Created<VisitView>{
        TRY(change(call.tx(), call.actor, store_of(call), call.param("visit_id"), call.now))};
  };
}

Result<VisitView> reject_exclusion_of(const Call& call) {
  return reject_visit_exclusion(call.tx(), call.actor, store_of(call), call.param("visit_id"), call.now);
}

Result<Known> known_customer(const Call& call, const Query<KnownQuery>& query) {
  const auto text = [](const auto& field) { return field ? std::optional(field->value) : std::nullopt; };
  return look_up(call.tx(), store_of(call), text(query->phone), text(query->wechat));
}

Result<House> show_house(const Call& call) { return house(call.tx(), call.actor, store_of(call), call.now); }
Result<Today> show_today(const Call& call) { return today(call.tx(), call.actor, store_of(call), call.now); }

Result<Items<DutyEntry>> duty_today(const Call& call) {
  const auto store = store_of(call);
  return Items<DutyEntry>{duty_of(call.tx(), store, store.zone().day(call.now))};
}

/// Salespeople come on duty and pass a turn for themselves; others' duty is for who manages it.
Result<> check_duty_of(const Call& call) {
  const bool own = call.param("person_id") == call.actor.id;
  if (own || call.actor.may("duty.manage")) return {};
  return refuse(Refusal::forbidden());
}

Result<Items<DutyEntry>> switch_duty(const Call& call, const Body<DutySwitch>& input) {
  TRY(check_duty_of(call));
  TRY(set_duty(call.tx(), call.actor, store_of(call), call.param("person_id"), input->on, call.now));
  return duty_today(call);
}

Result<Items<DutyEntry>> skip(const Call& call, const Body<json::Nothing>&) {
  TRY(check_duty_of(call));
  TRY(skip_turn(call.tx(), call.actor, store_of(call), call.param("person_id"), call.now));
  return duty_today(call);
}

Result<Created<HourCounted>> tap_door(const Call& call, const Body<DoorTap>& input) {
  return Created<HourCounted>{TRY(tap(call.tx(), call.actor, store_of(call), *input, call.now))};
}

Result<HourCounted> report_door(const Call& call, const Body<SensorCount>& input) {
  return report(call.tx(), call.actor, store_of(call), call.param("day"), call.param("hour"), *input,
                call.now);
}

Result<Items<DayOfDoor>> door_counts(const Call& call, const Query<DayRange>& query) {
  return Items<DayOfDoor>{TRY(door_days(call.tx(), store_of(call), query->from, query->to))};
}

Result<http::Download> export_visits(const Call& call, const Query<DayRange>& query) {
  return visits_csv(call.tx(), call.actor, store_of(call), query->from, query->to);
}

constexpr const char* kAnyVisits = "visits.read visits.own";

}  // namespace

std::vector<http::Route> routes() {
  using http::reads;
  using http::writes;
  // clang-format off
  return {
    reads ("GET /stores/{store_id}/house", "visits.read visits.own", "The house now: visits, rotation, count", show_house),
    reads ("GET /stores/{store_id}/today", "visits.read visits.own", "What is to be done today", show_today),
    reads ("GET /stores/{store_id}/visits", kAnyVisits, "Visits, latest first", list_visits),
    writes("POST /stores/{store_id}/visits", "visits.open", "Open a visit", open),
    reads ("GET /stores/{store_id}/visits.csv", "exports.run", "Visits of a range of days as CSV", export_visits),
    reads ("GET /stores/{store_id}/visits/{visit_id}", kAnyVisits, "One visit", show_visit),
    writes("PUT /stores/{store_id}/visits/{visit_id}", "visits.close visits.manage", "Correct a visit", edit),
    writes("POST /stores/{store_id}/visits/{visit_id}/departure", "visits.open visits.manage", "The party leaves", changed_by<Departure>(depart)),
    writes("POST /stores/{store_id}/visits/{visit_id}/handover", "visits.open visits.manage", "Somebody else takes over", changed_by<Handover>(hand_over)),
    writes("POST /stores/{store_id}/visits/{visit_id}/filing", "visits.close visits.manage", "Close as filed", closed_by<Filing>(file_visit)),
    writes("POST /stores/{store_id}/visits/{visit_id}/unfiled", "visits.close visits.manage", "Close as unfiled", closed_by<Unfiling>(leave_visit_unfiled)),
    writes("POST /stores/{store_id}/visits/{visit_id}/exclusion", "visits.open visits.close visits.manage", "Say that it is no prospect", closed_by<ExclusionRequest>(ask_visit_exclusion)),
    writes("POST /stores/{store_id}/visits/{visit_id}/exclusion/confirmation", "exclusions.confirm", "Confirm that it is no prospect", changed_plainly_by(confirm_visit_exclusion)),
    writes("DELETE /stores/{store_id}/visits/{visit_id}/exclusion", "exclusions.confirm", "Disagree: the visit is open again", reject_exclusion_of),
    writes("POST /stores/{store_id}/visits/{visit_id}/reopening", "visits.manage", "Take a closing back", changed_plainly_by(reopen_visit)),
    reads ("GET /stores/{store_id}/known-customer", "visits.close visits.open customers.read", "Who is on file under a contact", known_customer),
    reads ("GET /stores/{store_id}/duty", kAnyVisits, "Today's rotation", duty_today),
    writes("PUT /stores/{store_id}/duty/{person_id}", "duty.manage visits.close", "Come on duty or go", switch_duty),
    writes("POST /stores/{store_id}/duty/{person_id}/skip", "duty.manage visits.close", "Pass the turn", skip),
    reads ("GET /stores/{store_id}/door-counts", "doors.read", "Counts at the door beside the log", door_counts),
    writes("POST /stores/{store_id}/door-counts/taps", "doors.tap", "Count a party at the door", tap_door),
    writes("PUT /stores/{store_id}/door-counts/{day}/{hour}", "doors.count", "Report a sensor's count of an hour", report_door),
  };
  // clang-format on
}

}  // namespace guanxi::reception
