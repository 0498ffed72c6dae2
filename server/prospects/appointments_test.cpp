#include "prospects/appointments.h"

#include <gtest/gtest.h>

#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class Appointments : public testing::TestWithParam<database::Engine> {
 protected:
  std::string a_card(const std::string& phone = "13800138000", const std::string& who = "chen") {
    const auto filed = town.post(who, Town::visit(town.a_visit(who), "/filing"), town.filing(phone));
    customer = filed.text_at("/customer/id");
    return town.get("lin", "/stores/{home}/customers/" + customer).text_at("/card/id");
  }
  std::string a_car(const std::string& name = "云岭 5 白") {
    const bj::object body = {{"id", town.new_id()}, {"name", name}};
    return town.post("lin", "/stores/{home}/test-cars", bj::serialize(body)).text_at("id");
  }
  bj::object invitation(const std::string& at, const std::string& purpose = "visit") {
    return {{"id", town.new_id()}, {"at", at}, {"purpose", purpose}};
  }
  Answer invite(const std::string& card, const bj::object& body, const std::string& who = "chen") {
    return town.post(who, "/stores/{home}/prospects/" + card + "/appointments", bj::serialize(body));
  }
  Answer say(const Answer& made, const std::string& what, const bj::object& body = {},
             const std::string& who = "chen") {
    return town.post(who, "/stores/{home}/appointments/" + made.text_at("id") + "/" + what,
                     bj::serialize(body));
  }
  Answer edit(const Answer& made, const bj::object& body, const std::string& who = "chen") {
    return town.put(who, "/stores/{home}/appointments/" + made.text_at("id"), bj::serialize(body),
                    made.version());
  }
  Answer page(const std::string& card) { return town.get("lin", "/stores/{home}/prospects/" + card); }
  Answer due(const std::string& who = "chen") { return town.get(who, "/stores/{home}/prospects/due"); }
  std::vector<std::string> kinds(const std::string& card) {
    std::vector<std::string> all;
    const auto shown = page(card);
    for (const auto& step : shown.body.at("steps").as_array()) {
      const std::string kind(step.at("kind").as_string());
      if (kind.starts_with("appointment") || kind.starts_with("drive")) all.push_back(kind);
    }
    return all;
  }
  void go_to(const std::string& time) {
    town.clock().set(*parse_instant(time));
    town.travel(town.clock().now());
  }

  std::string customer;
  Town town{GetParam()};
};

TEST_P(Appointments, make_the_card_due_at_their_time_and_stand_in_its_history) {
  const auto card = a_card();
  const auto made = invite(card, invitation("2026-03-05T15:00:00+08:00", "quote"));
  ASSERT_EQ(made.status, 201) << made.text;
  EXPECT_EQ(made.text_at("standing"), "invited");
  EXPECT_EQ(made.text_at("on"), "2026-03-05");
  EXPECT_EQ(made.text_at("at"), "2026-03-05T07:00:00.000Z");
  EXPECT_EQ(made.text_at("customer"), "王小明");
  const auto shown = page(card);
  // Whoever was here today is called tomorrow morning: that comes before tomorrow afternoon.
  EXPECT_EQ(shown.text_at("/card/next/at"), "2026-03-05T02:00:00.000Z");
  EXPECT_EQ(shown.text_at("/appointments/0/purpose"), "quote");
  EXPECT_EQ(shown.text_at("/steps/0/kind"), "appointment_made");
  EXPECT_EQ(shown.text_at("/steps/0/plan/at"), "2026-03-05T07:00:00.000Z");
  EXPECT_EQ(shown.text_at("/steps/0/by/name"), "陈伟");
  const auto sooner = invite(card, invitation("2026-03-04T18:00:00+08:00"));
  EXPECT_EQ(page(card).text_at("/card/next/at"), sooner.text_at("at"));
  EXPECT_TRUE(page(card).body.at("card").at("next").at("timed").as_bool());
}

TEST_P(Appointments, are_made_once_and_refuse_what_cannot_be) {
  const auto card = a_card();
  const auto other = a_card("13800138001");
  const auto body = invitation("2026-03-05T15:00:00+08:00");
  EXPECT_EQ(invite(card, body).status, 201);
  const auto rows = town.row_counts();
  EXPECT_EQ(invite(card, body).status, 201);
  EXPECT_EQ(invite(other, body).error_at("/id"), "in_use");
  EXPECT_EQ(invite(card, invitation("2026-03-04T09:00:00+08:00")).error_at("/at"), "in_the_past");
  EXPECT_EQ(invite(card, invitation("2027-05-01T09:00:00+08:00")).error_at("/at"), "too_far_ahead");
  EXPECT_EQ(invite(card, invitation("2026-03-05T15:00:00+08:00", "lunch")).status, 422);
  EXPECT_EQ(invite(card, invitation("2026-03-05T15:00:00+08:00"), "li").status, 404);
  EXPECT_EQ(invite(card, invitation("2026-03-05T15:00:00+08:00"), "zhao").status, 403);
  auto with_car = invitation("2026-03-05T15:00:00+08:00", "test_drive");
  with_car["drive"] = {{"id", town.new_id()}, {"car_id", town.new_id()}, {"minutes", 30}};
  EXPECT_EQ(invite(card, with_car).error_at("/drive/car_id"), "no_such_test_car");
  EXPECT_EQ(town.row_counts(), rows);
}

TEST_P(Appointments, are_moved_with_their_history_and_their_car) {
  const auto card = a_card();
  auto body = invitation("2026-03-04T15:00:00+08:00", "test_drive");
  body["drive"] = {{"id", town.new_id()}, {"car_id", a_car()}, {"minutes", 45}};
  const auto made = invite(card, body);
  ASSERT_EQ(made.status, 201) << made.text;
  EXPECT_EQ(made.text_at("/drive/ends_at"), "2026-03-04T07:45:00.000Z");
  const bj::object later = {
      {"at", "2026-03-06T16:30:00+08:00"}, {"purpose", "test_drive"}, {"note", "带太太"}};
  const auto moved = edit(made, later);
  ASSERT_EQ(moved.status, 200) << moved.text;
  EXPECT_EQ(moved.number_at("moves"), 1);
  EXPECT_EQ(moved.text_at("note"), "带太太");
  EXPECT_EQ(moved.text_at("/drive/starts_at"), "2026-03-06T08:30:00.000Z");
  EXPECT_EQ(page(card).text_at("/card/next/at"), "2026-03-06T08:30:00.000Z");
  const auto stale = edit(made, later);
  EXPECT_EQ(stale.status, 412);
  EXPECT_EQ(stale.text_at("/current/at"), "2026-03-06T08:30:00.000Z");
  const auto told = kinds(card);
  EXPECT_EQ(told, (std::vector<std::string>{"drive_moved", "appointment_moved", "drive_booked",
                                            "appointment_made"}));
  const auto steps = page(card);
  EXPECT_EQ(steps.text_at("/steps/1/plan/was_at"), "2026-03-04T07:00:00.000Z");
}

TEST_P(Appointments, that_are_cancelled_free_the_car_and_leave_a_date) {
  const auto card = a_card();
  const auto car = a_car();
  auto body = invitation("2026-03-04T15:00:00+08:00", "test_drive");
  body["drive"] = {{"id", town.new_id()}, {"car_id", car}, {"minutes", 45}};
  const auto made = invite(card, body);
  const auto cancelled = say(made, "cancellation", {{"reason", "孩子发烧"}});
  ASSERT_EQ(cancelled.status, 200) << cancelled.text;
  EXPECT_EQ(cancelled.text_at("standing"), "cancelled");
  EXPECT_EQ(cancelled.text_at("reason"), "孩子发烧");
  EXPECT_TRUE(cancelled.body.at("drive").is_null());
  EXPECT_EQ(page(card).text_at("/card/next/on"), "2026-03-05");
  EXPECT_EQ(page(card).text_at("/drives/0/standing"), "cancelled");
  const auto rows = town.row_counts();
  EXPECT_EQ(say(made, "cancellation").status, 200);  // said twice
  EXPECT_EQ(say(made, "arrival").code(), "appointment_is_over");
  EXPECT_EQ(edit(cancelled, {{"at", "2026-03-05T15:00:00+08:00"}, {"purpose", "visit"}}).code(),
            "appointment_is_over");
  EXPECT_EQ(town.row_counts(), rows);
  body["id"] = town.new_id();
  body["drive"] = {{"id", town.new_id()}, {"car_id", car}, {"minutes", 45}};
  EXPECT_EQ(invite(card, body).status, 201);
}

TEST_P(Appointments, that_are_missed_are_work_for_today) {
  const auto card = a_card();
  const auto made = invite(card, invitation("2026-03-04T11:00:00+08:00"));
  EXPECT_EQ(say(made, "no-show").code(), "not_yet");
  go_to("2026-03-05T16:00:00+08:00");
  // Nobody has said anything: it waits for it.
  EXPECT_EQ(due().text_at("/appointments/0/appointment/standing"), "invited");
  EXPECT_EQ(due("li").body.at("appointments").as_array().size(), 0U);
  const auto missed = say(made, "no-show");
  ASSERT_EQ(missed.status, 200) << missed.text;
  EXPECT_EQ(missed.text_at("standing"), "missed");
  const auto shown = page(card);
  EXPECT_EQ(shown.text_at("/card/next/on"), "2026-03-05");
  EXPECT_EQ(shown.text_at("/card/next/way"), "call");
  EXPECT_EQ(shown.text_at("/steps/0/kind"), "appointment_missed");
  EXPECT_EQ(due().text_at("/appointments/0/appointment/standing"), "missed");
  const auto board = town.get("lin", "/stores/{home}/prospects/board");
  EXPECT_EQ(board.text_at("/appointments/0/card/id"), card);
  // Until somebody has followed them up.
  const bj::object call = {{"id", town.new_id()}, {"way", "call"},           {"reached", true},
                           {"ending", "next"},    {"next_on", "2026-03-07"}, {"purchase_when", "this_month"}};
  ASSERT_EQ(town.post("chen", "/stores/{home}/prospects/" + card + "/follow-ups", bj::serialize(call)).status,
            201);
  EXPECT_EQ(due().body.at("appointments").as_array().size(), 0U);
  EXPECT_EQ(town.get("lin", "/stores/{home}/prospects/board").body.at("appointments").as_array().size(), 0U);
  // They came after all.
  EXPECT_EQ(say(made, "arrival").text_at("standing"), "came");
  EXPECT_EQ(page(card).text_at("/card/next/on"), "2026-03-07");
}

TEST_P(Appointments, are_kept_by_a_visit_that_the_desk_opens_for_them) {
  const auto card = a_card();
  const auto early = invite(card, invitation("2026-03-05T10:00:00+08:00"));
  const auto late = invite(card, invitation("2026-03-05T17:00:00+08:00", "signing"));
  go_to("2026-03-05T16:40:00+08:00");
  const bj::object call = {{"id", town.new_id()}, {"way", "call"}, {"customer_id", customer}};
  ASSERT_EQ(town.post("zhao", "/stores/{home}/visits", bj::serialize(call)).status, 201);
  EXPECT_EQ(kinds(card).front(), "appointment_made");  // who calls has not come
  const auto visit = town.new_id();
  const bj::object again = {{"id", visit}, {"way", "again"}, {"customer_id", customer}};
  ASSERT_EQ(town.post("zhao", "/stores/{home}/visits", bj::serialize(again)).status, 201);
  const auto shown = page(card);
  EXPECT_EQ(shown.text_at("/appointments/0/id"), late.text_at("id"));
  EXPECT_EQ(shown.text_at("/appointments/0/standing"), "came");
  EXPECT_EQ(shown.text_at("/appointments/0/visit_id"), visit);
  EXPECT_EQ(shown.text_at("/appointments/1/standing"), "invited");
  EXPECT_EQ(shown.text_at("/card/reached_at"), "2026-03-05T08:40:00.000Z");
  EXPECT_EQ(shown.text_at("/card/next/on"), "2026-03-06");
  // Closing the same visit does not keep the other one as well.
  ASSERT_EQ(town.post("chen", Town::visit(visit, "/filing"), town.filing("13800138000")).status, 201);
  EXPECT_EQ(page(card).text_at("/appointments/1/standing"), "invited");
  EXPECT_EQ(say(late, "no-show").code(), "appointment_is_over");
  EXPECT_EQ(say(early, "no-show").status, 200);
}

TEST_P(Appointments, are_kept_by_a_visit_that_turns_out_to_be_theirs) {
  const auto card = a_card();
  const auto made = invite(card, invitation("2026-03-05T10:00:00+08:00"));
  go_to("2026-03-05T10:20:00+08:00");
  const auto visit = town.a_visit();  // a walk-in, as far as the desk knows
  EXPECT_EQ(page(card).text_at("/appointments/0/standing"), "invited");
  ASSERT_EQ(town.post("chen", Town::visit(visit, "/filing"), town.filing("13800138000")).status, 201);
  EXPECT_EQ(page(card).text_at("/appointments/0/standing"), "came");
  EXPECT_EQ(page(card).text_at("/appointments/0/visit_id"), visit);
}

TEST_P(Appointments, may_be_agreed_on_in_a_follow_up_and_arrive_late) {
  const auto card = a_card();
  bj::object call = {{"id", town.new_id()},
                     {"way", "call"},
                     {"reached", true},
                     {"ending", "next"},
                     {"purchase_when", "this_month"},
                     {"next_on", "2026-03-06"},
                     {"appointment", {{"id", town.new_id()}, {"purpose", "test_drive"}}}};
  const auto path = "/stores/{home}/prospects/" + card + "/follow-ups";
  EXPECT_EQ(town.post("chen", path, bj::serialize(call)).error_at("/next_at"), "appointment_needs_time");
  call.erase("next_on");
  call["at"] = "2026-03-04T10:05:00+08:00";
  call["next_at"] = "2026-03-04T10:30:00+08:00";
  // The phone had no network until after the appointment.
  go_to("2026-03-04T12:00:00+08:00");
  const auto noted = town.post("chen", path, bj::serialize(call));
  ASSERT_EQ(noted.status, 201) << noted.text;
  EXPECT_EQ(noted.text_at("/next/way"), "test_drive");
  EXPECT_EQ(page(card).text_at("/appointments/0/at"), "2026-03-04T02:30:00.000Z");
  const auto rows = town.row_counts();
  EXPECT_EQ(town.post("chen", path, bj::serialize(call)).status, 201);
  call["id"] = town.new_id();
  EXPECT_EQ(town.post("chen", path, bj::serialize(call)).error_at("/appointment/id"), "in_use");
  EXPECT_EQ(town.row_counts(), rows);
}

TEST_P(Appointments, end_with_the_card) {
  const auto card = a_card();
  invite(card, invitation("2026-03-06T10:00:00+08:00"));
  const bj::object lost = {
      {"id", town.new_id()}, {"way", "call"}, {"reached", true}, {"ending", "loss"}, {"said", "买了别家"}};
  ASSERT_EQ(town.post("chen", "/stores/{home}/prospects/" + card + "/follow-ups", bj::serialize(lost)).status,
            201);
  ASSERT_EQ(town.post("lin", "/stores/{home}/prospects/" + card + "/loss/approval").status, 200);
  EXPECT_EQ(page(card).text_at("/appointments/0/standing"), "cancelled");
  EXPECT_EQ(page(card).body.at("appointments").at(0).at("can").as_array().size(), 0U);

  const auto sold = a_card("13800138001");
  invite(sold, invitation("2026-03-04T16:00:00+08:00", "delivery"));
  const bj::object order = {{"id", town.new_id()}, {"model_id", town.model()}, {"price", 1}, {"deposit", 0}};
  ASSERT_EQ(town.post("chen", "/stores/{home}/prospects/" + sold + "/orders", bj::serialize(order)).status,
            201);
  ASSERT_EQ(town.post("chen", "/stores/{home}/prospects/" + sold + "/delivery").status, 200);
  EXPECT_EQ(page(sold).text_at("/appointments/0/standing"), "came");
}

TEST_P(Appointments, are_seen_by_who_works_with_them) {
  const auto card = a_card();
  auto body = invitation("2026-03-04T16:00:00+08:00");
  body["note"] = "谈价";
  const auto made = invite(card, body);
  const auto day = [&](const std::string& who) { return town.get(who, "/stores/{home}/calendar"); };
  EXPECT_EQ(day("chen").text_at("/appointments/0/card_id"), card);
  EXPECT_EQ(day("lin").text_at("/appointments/0/note"), "谈价");
  // The desk knows whom to greet, and nothing else; colleagues see their own.
  EXPECT_EQ(day("zhao").text_at("/appointments/0/customer"), "王小明");
  EXPECT_TRUE(day("zhao").body.at("appointments").at(0).at("card_id").is_null());
  EXPECT_TRUE(day("zhao").body.at("appointments").at(0).at("note").is_null());
  EXPECT_EQ(day("li").body.at("appointments").as_array().size(), 0U);
  EXPECT_EQ(say(made, "arrival", {}, "li").status, 404);
  EXPECT_EQ(say(made, "arrival", {}, "lin").status, 200);
}

INSTANTIATE_TEST_SUITE_P(Engines, Appointments, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
