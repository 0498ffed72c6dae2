// Appointments, test drives, test cars, and the day's calendar.
#include "prospects/calendar.h"
#include "prospects/prospects.h"
#include "prospects/test_drives.h"

namespace guanxi::prospects {
namespace {

using http::Body;
using http::Call;
using http::Created;
using http::Form;
using http::Items;
using http::Query;
using http::Version;

struct CalendarQuery {
  std::optional<json::Day> day;  ///< today, when it is empty
  BOOST_DESCRIBE_CLASS(CalendarQuery, (), (day), (), ())
};

Store store_of(const Call& call) { return dealership::load_store(call.tx(), call.store()); }

Result<Calendar> show_calendar(const Call& call, const Query<CalendarQuery>& query) {
  const auto store = store_of(call);
  const auto day = query->day ? query->day->value : store.zone().day(call.now);
  return calendar(call.tx(), call.actor, store, day, call.now);
}

Result<Items<TestCarView>> cars(const Call& call) {
  Items<TestCarView> items;
  for (const auto& car : test_cars_of(call.tx(), call.store())) items.items.push_back(view_of(car));
  return items;
}

Result<Created<TestCarView>> add_car(const Call& call, const Form<NewTestCar>& input) {
  return Created<TestCarView>{
      TRY(add_test_car(call.tx(), call.actor, store_of(call), *input, call.now, input.wrongs))};
}

Result<TestCarView> edit_car(const Call& call, const Form<TestCarEdit>& input, const Version& version) {
  return edit_test_car(call.tx(), call.actor, store_of(call), call.param("car_id"), *input, version.value,
                       call.now, input.wrongs);
}

Result<Created<AppointmentView>> invite_them(const Call& call, const Form<NewAppointment>& input) {
  return Created<AppointmentView>{TRY(
      invite(call.tx(), call.actor, store_of(call), call.param("card_id"), *input, call.now, input.wrongs))};
}

Result<AppointmentView> move_them(const Call& call, const Form<AppointmentEdit>& input,
                                  const Version& version) {
  return edit_appointment(call.tx(), call.actor, store_of(call), call.param("appointment_id"), *input,
                          version.value, call.now, input.wrongs);
}

Result<AppointmentView> they_came(const Call& call, const Body<json::Nothing>&) {
  return arrive(call.tx(), call.actor, store_of(call), call.param("appointment_id"), call.now);
}

Result<AppointmentView> they_did_not(const Call& call, const Body<json::Nothing>&) {
  return miss(call.tx(), call.actor, store_of(call), call.param("appointment_id"), call.now);
}

Result<AppointmentView> disinvite(const Call& call, const Form<Withdrawal>& input) {
  return cancel_appointment(call.tx(), call.actor, store_of(call), call.param("appointment_id"), *input,
                            call.now, input.wrongs);
}

Result<Created<TestDriveView>> book_them(const Call& call, const Form<NewDrive>& input) {
  return Created<TestDriveView>{TRY(book_drive(call.tx(), call.actor, store_of(call), call.param("card_id"),
                                               *input, call.now, input.wrongs))};
}

Result<TestDriveView> move_drive(const Call& call, const Form<DriveEdit>& input, const Version& version) {
  return edit_drive(call.tx(), call.actor, store_of(call), call.param("drive_id"), *input, version.value,
                    call.now, input.wrongs);
}

Result<TestDriveView> they_drove(const Call& call, const Form<Driven>& input) {
  return finish_drive(call.tx(), call.actor, store_of(call), call.param("drive_id"), *input, call.now,
                      input.wrongs);
}

Result<TestDriveView> give_back(const Call& call, const Form<Withdrawal>& input) {
  return cancel_drive(call.tx(), call.actor, store_of(call), call.param("drive_id"), *input, call.now,
                      input.wrongs);
}

}  // namespace

std::vector<http::Route> calendar_routes() {
  using http::reads;
  using http::writes;
  // The desk sees whom to expect and which car is out.
  constexpr const char* kSee = "prospects.read prospects.own visits.read";
  constexpr const char* kFollow = "prospects.follow prospects.manage";
  constexpr const char* kKeep = "prospects.manage stores.edit";
  // clang-format off
  return {
    reads ("GET /stores/{store_id}/calendar", kSee, "A day: which test car is taken when, and who is expected", show_calendar),
    reads ("GET /stores/{store_id}/test-cars", kSee, "The store's test cars, by name", cars),
    writes("POST /stores/{store_id}/test-cars", kKeep, "Add a test car", add_car),
    writes("PUT /stores/{store_id}/test-cars/{car_id}", kKeep, "Edit or retire a test car", edit_car),
    writes("POST /stores/{store_id}/prospects/{card_id}/appointments", kFollow, "Invite them to the store", invite_them),
    writes("PUT /stores/{store_id}/appointments/{appointment_id}", kFollow, "Move an appointment, or correct it", move_them),
    writes("POST /stores/{store_id}/appointments/{appointment_id}/arrival", kFollow, "They came", they_came),
    writes("POST /stores/{store_id}/appointments/{appointment_id}/no-show", kFollow, "They did not come", they_did_not),
    writes("POST /stores/{store_id}/appointments/{appointment_id}/cancellation", kFollow, "Nobody expects them any more", disinvite),
    writes("POST /stores/{store_id}/prospects/{card_id}/test-drives", kFollow, "Take a test car for them", book_them),
    writes("PUT /stores/{store_id}/test-drives/{drive_id}", kFollow, "Another car or another time", move_drive),
    writes("POST /stores/{store_id}/test-drives/{drive_id}/completion", kFollow, "They drove: a follow-up", they_drove),
    writes("POST /stores/{store_id}/test-drives/{drive_id}/cancellation", kFollow, "The car is free again", give_back),
  };
  // clang-format on
}

}  // namespace guanxi::prospects
