// Who works when: each for themselves, managers for all.
#include "dealership/dealership.h"
#include "platform/json/writer.h"

namespace guanxi::dealership {
namespace {

using http::Call;
using http::Created;
using http::Form;
using http::Items;
using http::Query;
using http::Version;

struct DaysOffQuery {
  std::optional<json::Id> person_id;
  std::optional<json::Day> from;  ///< today, when it is empty
  BOOST_DESCRIBE_CLASS(DaysOffQuery, (), (person_id, from), (), ())
};
struct PersonQuery {
  std::optional<json::Id> person_id;
  BOOST_DESCRIBE_CLASS(PersonQuery, (), (person_id), (), ())
};

Store store_of(const Call& call) { return load_store(call.tx(), call.store()); }

/// Whoever plans for nobody else is shown nobody else.
std::optional<std::string> whose(const Call& call, const std::optional<json::Id>& asked_for) {
  if (!may_plan_for(call.actor, "")) return call.actor.id;
  return asked_for ? std::optional(asked_for->value) : std::nullopt;
}

Result<Items<DaysOff>> days_off(const Call& call, const Query<DaysOffQuery>& query) {
  const auto store = store_of(call);
  const auto from = query->from ? query->from->value : store.zone().day(call.now);
  return Items<DaysOff>{list_days_off(call.tx(), store, from, whose(call, query->person_id))};
}

Result<Created<DaysOff>> enter_days_off(const Call& call, const Form<NewDaysOff>& input) {
  return Created<DaysOff>{
      TRY(add_days_off(call.tx(), call.actor, store_of(call), *input, call.now, input.wrongs))};
}

Result<http::NoContent> take_back(const Call& call) {
  TRY(remove_days_off(call.tx(), call.actor, store_of(call), call.param("days_off_id"), call.now));
  return http::NoContent{};
}

Result<Items<WorkingHours>> working_hours(const Call& call, const Query<PersonQuery>& query) {
  return Items<WorkingHours>{list_working_hours(call.tx(), store_of(call), whose(call, query->person_id))};
}

Result<WorkingHours> change_hours(const Call& call, const Form<WorkingHoursInput>& input,
                                  const Version& version) {
  return set_working_hours(call.tx(), call.actor, store_of(call), call.param("person_id"), *input,
                           version.value, call.now, input.wrongs);
}

}  // namespace

std::vector<http::Route> working_time_routes() {
  using http::reads;
  using http::writes;
  constexpr const char* kAnyPost = "visits.read visits.own customers.read";
  // clang-format off
  return {
    reads ("GET /stores/{store_id}/days-off", kAnyPost, "Days off from a day on: one's own, or everybody's for who leads", days_off),
    writes("POST /stores/{store_id}/days-off", kAnyPost, "Enter days off", enter_days_off),
    writes("DELETE /stores/{store_id}/days-off/{days_off_id}", kAnyPost, "They come after all", take_back),
    reads ("GET /stores/{store_id}/working-hours", kAnyPost, "The hours of people's weeks", working_hours),
    writes("PUT /stores/{store_id}/working-hours/{person_id}", kAnyPost, "Set the hours of a person's week", change_hours),
  };
  // clang-format on
}

}  // namespace guanxi::dealership
