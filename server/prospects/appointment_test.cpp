#include "prospects/appointment.h"

#include <gtest/gtest.h>

#include "prospects/test_drive.h"

namespace guanxi::prospects {
namespace {

constexpr Instant kNow = 1772589600000;

Card a_card() {
  Card card;
  card.salesperson_id = "chen";
  card.next = Next{kNow + 2 * kDay, false, FollowUpWay::call, "发报价单"};
  return card;
}

Appointment an_appointment(Instant at, AppointmentStanding standing = AppointmentStanding::invited) {
  Appointment appointment;
  appointment.at = at;
  appointment.standing = standing;
  return appointment;
}

Actor whoever(std::string id, std::vector<std::string_view> rights) {
  Actor actor;
  actor.id = std::move(id);
  actor.rights = std::move(rights);
  return actor;
}
const Actor chen = whoever("chen", {"prospects.own", "prospects.follow"});
const Actor li = whoever("li", {"prospects.own", "prospects.follow"});
const Actor lin = whoever("lin", {"prospects.read", "prospects.manage"});

std::string refused(const Result<>& result) { return result ? "" : result.error().code; }

TEST(Planning, makes_the_card_due_then_unless_it_is_due_before) {
  auto card = a_card();
  plan(card, kNow + kDay, FollowUpWay::visit, kNow);
  EXPECT_EQ(card.next->at, kNow + kDay);
  EXPECT_TRUE(card.next->timed);
  EXPECT_EQ(card.next->way, FollowUpWay::visit);
  EXPECT_EQ(card.next->promise, "发报价单");  // what was promised is still owed
  // A call to remind them comes first.
  plan(card, kNow + 3 * kDay, FollowUpWay::visit, kNow);
  EXPECT_EQ(card.next->at, kNow + kDay);
  // What should have been done is done by inviting them.
  card.next->at = kNow - kHour;
  plan(card, kNow + 3 * kDay, FollowUpWay::test_drive, kNow);
  EXPECT_EQ(card.next->at, kNow + 3 * kDay);
}

TEST(Planning, anew_moves_what_was_due_for_it_alone) {
  auto card = a_card();
  plan(card, kNow + kDay, FollowUpWay::visit, kNow);
  plan_anew(card, kNow + kDay, kNow + 5 * kDay, FollowUpWay::visit, kNow);
  EXPECT_EQ(card.next->at, kNow + 5 * kDay);
  // Another date than that of the appointment stays.
  card.next = Next{kNow + 2 * kHour, false, {}, {}};
  plan_anew(card, kNow + 5 * kDay, kNow + 6 * kDay, FollowUpWay::visit, kNow);
  EXPECT_EQ(card.next->at, kNow + 2 * kHour);
}

TEST(Planning, leaves_cards_alone_that_have_no_next_date) {
  for (const bool closed : {true, false}) {
    auto card = a_card();
    card.next.reset();
    if (closed)
      card.closed_at = kNow;
    else
      card.standing = CardStanding::loss_asked;
    plan(card, kNow + kDay, FollowUpWay::visit, kNow);
    note_absence(card, kNow + kDay, kNow + kHour);
    note_arrival(card, kNow + kDay, kNow, kNow + kDay, kNow);
    EXPECT_FALSE(card.next);
  }
}

TEST(Arriving, counts_as_spoken_with_and_has_a_next_date) {
  auto card = a_card();
  card.tries = 3;
  plan(card, kNow + kHour, FollowUpWay::visit, kNow);
  note_arrival(card, kNow + kHour, kNow, kNow + kDay, kNow);
  EXPECT_EQ(card.tries, 0);
  EXPECT_EQ(card.reached_at, kNow);
  EXPECT_EQ(card.next->at, kNow + kDay);
  // A date that was agreed on for later stays.
  card.next = Next{kNow + 4 * kDay, false, {}, {}};
  note_arrival(card, kNow - kHour, kNow, kNow + kDay, kNow);
  EXPECT_EQ(card.next->at, kNow + 4 * kDay);
}

TEST(NotComing, is_to_be_followed_up_and_never_left_without_a_date) {
  const auto evening = kNow + 8 * kHour;
  for (const auto& next : std::initializer_list<std::optional<Next>>{
           Next{kNow - kHour, true, FollowUpWay::visit, {}}, Next{kNow + 9 * kDay, false, {}, {}}, {}}) {
    auto card = a_card();
    card.next = next;
    note_absence(card, kNow - kHour, evening);
    ASSERT_TRUE(card.next);
    EXPECT_EQ(card.next->at, evening);
    EXPECT_EQ(card.next->way, FollowUpWay::call);
  }
  // What is overdue for another reason stays overdue.
  auto card = a_card();
  card.next = Next{kNow - kDay, false, {}, {}};
  note_absence(card, kNow - kHour, evening);
  EXPECT_EQ(card.next->at, kNow - kDay);
}

TEST(AppointmentActions, are_for_who_works_on_the_card) {
  const auto card = a_card();
  const auto appointment = an_appointment(kNow + kHour);
  using enum AppointmentAction;
  for (const auto action : {edit, arrive, cancel}) {
    EXPECT_EQ(refused(check_may(appointment, card, chen, action, kNow)), "");
    EXPECT_EQ(refused(check_may(appointment, card, lin, action, kNow)), "");
    EXPECT_EQ(refused(check_may(appointment, card, li, action, kNow)), "forbidden");
  }
  EXPECT_EQ(possible_actions(appointment, card, chen, kNow),
            (std::vector<AppointmentAction>{edit, arrive, cancel}));
  EXPECT_EQ(possible_actions(appointment, card, li, kNow), std::vector<AppointmentAction>{});
}

TEST(AppointmentActions, follow_from_what_became_of_it) {
  auto card = a_card();
  using enum AppointmentAction;
  using enum AppointmentStanding;
  const auto can = [&](const Appointment& appointment) {
    return possible_actions(appointment, card, chen, kNow);
  };
  EXPECT_EQ(can(an_appointment(kNow - 1)), (std::vector<AppointmentAction>{edit, arrive, miss, cancel}));
  EXPECT_EQ(refused(check_may(an_appointment(kNow + 1), card, chen, miss, kNow)), "not_yet");
  EXPECT_EQ(can(an_appointment(kNow - 1, missed)), std::vector<AppointmentAction>{arrive});
  EXPECT_EQ(can(an_appointment(kNow - 1, came)), std::vector<AppointmentAction>{miss});
  EXPECT_EQ(can(an_appointment(kNow - 1, cancelled)), std::vector<AppointmentAction>{});
  auto logged = an_appointment(kNow - 1, came);
  logged.visit_id = "visit";
  EXPECT_EQ(can(logged), std::vector<AppointmentAction>{});
  card.closed_at = kNow;
  EXPECT_EQ(refused(check_may(an_appointment(kNow - 1), card, chen, arrive, kNow)), "card_closed");
}

TEST(TakenSpans, overlap_unless_one_ends_when_the_other_begins) {
  const Taken noon{120, 150};
  EXPECT_FALSE(overlap(noon, {150, 180}));
  EXPECT_FALSE(overlap(noon, {90, 120}));
  EXPECT_TRUE(overlap(noon, {149, 180}));
  EXPECT_TRUE(overlap(noon, {90, 121}));
  EXPECT_TRUE(overlap(noon, {130, 140}));
  EXPECT_TRUE(overlap(noon, {100, 200}));
  EXPECT_TRUE(overlap(noon, noon));
}

TEST(TakenSpans, end_when_the_drive_did) {
  const Taken planned{1000, 1600};
  EXPECT_EQ(when_driven(planned, 1400), (Taken{1000, 1400}));
  EXPECT_EQ(when_driven(planned, 1600), (Taken{1000, 1600}));
  EXPECT_EQ(when_driven(planned, 9000), (Taken{1000, 1600}));  // said in the evening
  EXPECT_EQ(when_driven(planned, 1000), (Taken{400, 1000}));   // they were early
  EXPECT_EQ(when_driven(planned, 900), (Taken{300, 900}));
}

}  // namespace
}  // namespace guanxi::prospects
