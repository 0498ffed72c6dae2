#include "reception/visit.h"

#include <gtest/gtest.h>

#include <map>

#include "dealership/roles.h"

namespace guanxi::reception {
namespace {

using dealership::Role;
using enum Standing;

constexpr Instant kNow = 1772589600000;  // 2026-03-04 10:00 in Shanghai

/// What a rule answers, in one word: "" when it agrees, else the code, with the field's name before it.
std::string word_of(const Result<>& result) {
  if (result) return "";
  const auto& refusal = result.error();
  return refusal.errors.empty() ? refusal.code : refusal.errors[0].pointer + " " + refusal.errors[0].code;
}

Visit visit_in(Standing standing) {
  Visit visit;
  visit.arrived_at = kNow - kHour;
  visit.day = "2026-03-04";
  visit.standing = standing;
  visit.salesperson_id = "chen";
  visit.opened_by = "zhao";
  if (standing == filed) visit.customer_id = "customer";
  if (standing == unfiled) visit.reason_code = "U1.forgot";
  if (standing == exclusion_asked || standing == excluded) {
    visit.exclusion_code = "X1.delivery";
    visit.exclusion_asked_by = "chen";
  }
  if (standing == excluded) visit.exclusion_confirmed_by = "zhao";
  if (standing != open) visit.closed_at = kNow - kMinute;
  return visit;
}

constexpr Standing kAll[] = {open, filed, unfiled, exclusion_asked, excluded};

TEST(VisitTimes, are_neither_in_the_future_nor_before_2000_nor_backwards) {
  struct Case {
    Instant arrived_at;
    std::optional<Instant> left_at;
    std::string refused;
  };
  const Instant y2000 = 946684800000;  // 2000-01-01T00:00:00Z
  const Case cases[] = {
      {kNow, {}, ""},
      {kNow + 60'000, {}, ""},  // a phone whose clock runs ahead
      {kNow + 60'001, {}, "/arrived_at in_the_future"},
      {y2000, {}, ""},
      {y2000 - 1, {}, "/arrived_at too_long_ago"},
      {kNow - 5, kNow - 5, ""},
      {kNow - 5, kNow - 6, "/left_at left_before_arriving"},
      {kNow, kNow + 60'000, ""},
      {kNow, kNow + 60'001, "/left_at in_the_future"},
      // The first thing wrong is told first.
      {kNow + 60'001, kNow + 70'000, "/arrived_at in_the_future"},
      {y2000 - 1, y2000 - 2, "/arrived_at too_long_ago"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(word_of(check_times(one.arrived_at, one.left_at, kNow)), one.refused)
        << one.arrived_at - kNow << " " << one.left_at.value_or(kNow) - kNow;
  }
}

TEST(VisitDetails, must_fit_together) {
  struct Case {
    std::optional<std::int64_t> from, to;
    std::optional<PurchaseWhen> when;
    std::optional<std::string> day;
    std::string refused;
  };
  using enum PurchaseWhen;
  const Case cases[] = {
      {{}, {}, {}, {}, ""},
      {5, 5, {}, {}, ""},
      {5, {}, {}, {}, ""},
      {{}, 5, {}, {}, ""},
      {6, 5, {}, {}, "/price_to range_upside_down"},
      {{}, {}, date, "2026-03-04", ""},
      {{}, {}, date, "2026-03-03", "/purchase_day before_the_visit"},
      {{}, {}, date, {}, "/purchase_day required"},
      {{}, {}, this_week, {}, ""},
      {{}, {}, this_week, "2026-03-05", "/purchase_day only_with_date"},
      {{}, {}, {}, "2026-03-05", "/purchase_day only_with_date"},
      {{}, {}, unknown, "2026-03-05", "/purchase_day only_with_date"},
      {6, 5, date, {}, "/price_to range_upside_down"},
  };
  for (const auto& one : cases) {
    Details details;
    details.price_from = one.from;
    details.price_to = one.to;
    details.purchase_when = one.when;
    details.purchase_day = one.day;
    EXPECT_EQ(word_of(check_details(details, "2026-03-04")), one.refused);
  }
}

TEST(VisitOpenTooLong, counts_as_unfiled_after_exactly_24_hours) {
  for (const auto standing : kAll) {
    const bool unclosed = standing == open || standing == exclusion_asked;
    Visit visit = visit_in(standing);
    visit.arrived_at = kNow - 24 * 3'600'000;
    EXPECT_FALSE(overdue(visit, kNow));
    EXPECT_EQ(counts_as(visit, kNow), standing);
    EXPECT_EQ(overdue(visit, kNow + 1), unclosed);
    EXPECT_EQ(counts_as(visit, kNow + 1), unclosed ? unfiled : standing);
  }
}

/// Every action on a visit in every standing: what is refused, and what becomes of it otherwise.
TEST(VisitStanding, goes_only_the_ways_there_are) {
  struct Row {
    std::string action;
    std::function<Result<>(Visit&)> act;
    std::map<Standing, std::string> refused;  ///< standings without an entry agree
    Standing becomes;
  };
  const std::map<Standing, std::string> only_open = {{filed, "already_closed"},
                                                     {unfiled, "already_closed"},
                                                     {exclusion_asked, "already_closed"},
                                                     {excluded, "already_closed"}};
  const std::map<Standing, std::string> only_asked = {{open, "no_exclusion_asked"},
                                                      {filed, "no_exclusion_asked"},
                                                      {unfiled, "no_exclusion_asked"},
                                                      {excluded, "no_exclusion_asked"}};
  const Row rows[] = {
      {"unfiled", [](Visit& v) { return leave_unfiled(v, "U4.competitor", kNow); }, only_open, unfiled},
      {"file", [](Visit& v) { return file(v, "customer", false, kNow); }, only_open, filed},
      {"ask", [](Visit& v) { return ask_exclusion(v, "X1.service", "li", kNow); }, only_open,
       exclusion_asked},
      {"confirm", [](Visit& v) { return confirm_exclusion(v, "zhao", kNow); }, only_asked, excluded},
      {"reject", [](Visit& v) { return reject_exclusion(v); }, only_asked, open},
      {"reopen", [](Visit& v) { return reopen(v); }, {{open, "still_open"}}, open},
  };
  for (const auto& row : rows) {
    for (const auto standing : kAll) {
      Visit visit = visit_in(standing);
      const auto expected = row.refused.contains(standing) ? row.refused.at(standing) : "";
      EXPECT_EQ(word_of(row.act(visit)), expected) << row.action << " " << static_cast<int>(standing);
      EXPECT_EQ(visit.standing, expected.empty() ? row.becomes : standing) << row.action;
      EXPECT_EQ(visit.closed_at.has_value(), visit.standing != open) << row.action;
    }
  }
}

TEST(VisitClosing, stops_the_clock_unless_it_was_stopped_before) {
  Visit visit = visit_in(open);
  ASSERT_TRUE(leave_unfiled(visit, "U1.forgot", kNow));
  EXPECT_EQ(visit.left_at, kNow);
  visit = visit_in(open);
  visit.left_at = kNow - kMinute;
  ASSERT_TRUE(file(visit, "customer", false, kNow));
  EXPECT_EQ(visit.left_at, kNow - kMinute);
  visit = visit_in(open);
  visit.arrived_at = kNow + 30'000;  // a phone whose clock runs ahead: nobody leaves before they came
  ASSERT_TRUE(ask_exclusion(visit, "X1.delivery", "chen", kNow));
  EXPECT_EQ(visit.left_at, kNow + 30'000);
}

TEST(VisitFiling, of_a_contact_known_before_is_a_further_visit) {
  Visit visit = visit_in(open);
  ASSERT_TRUE(file(visit, "customer", true, kNow));
  EXPECT_EQ(visit.occasion, Occasion::again);
  visit = visit_in(open);
  ASSERT_TRUE(file(visit, "customer", false, kNow));
  EXPECT_EQ(visit.occasion, Occasion::first);
}

TEST(VisitFiling, twice_after_a_correction_stays_the_first_visit) {
  Visit visit = visit_in(open);
  ASSERT_TRUE(file(visit, "customer", false, kNow));
  ASSERT_TRUE(reopen(visit));
  ASSERT_TRUE(file(visit, "customer", true, kNow));  // known now: by this very visit
  EXPECT_EQ(visit.occasion, Occasion::first);
}

TEST(VisitFiling, does_not_turn_one_customer_into_another) {
  Visit visit = visit_in(open);
  visit.customer_id = "customer";
  EXPECT_EQ(word_of(leave_unfiled(visit, "U1.forgot", kNow)), "already_on_file");
  EXPECT_EQ(word_of(file(visit, "somebody else", false, kNow)), "other_customer");
  EXPECT_EQ(visit.standing, open);
  EXPECT_TRUE(file(visit, "customer", true, kNow));
}

TEST(VisitExclusion, needs_another_person_than_the_one_who_asked) {
  Visit visit = visit_in(exclusion_asked);
  EXPECT_EQ(word_of(confirm_exclusion(visit, "chen", kNow)), "needs_second_person");
  EXPECT_EQ(visit.standing, exclusion_asked);
  ASSERT_TRUE(confirm_exclusion(visit, "li", kNow));
  EXPECT_EQ(visit.exclusion_confirmed_by, "li");
}

TEST(VisitReopening, forgets_the_outcome_and_keeps_what_was_learnt) {
  for (const auto standing : {filed, unfiled, exclusion_asked, excluded}) {
    Visit visit = visit_in(standing);
    visit.details.story = "看了山海 5";
    const auto customer = visit.customer_id;
    ASSERT_TRUE(reopen(visit));
    EXPECT_EQ(visit.details.story, "看了山海 5");
    EXPECT_EQ(visit.customer_id, customer);
    EXPECT_FALSE(visit.reason_code || visit.exclusion_code || visit.exclusion_asked_by ||
                 visit.exclusion_confirmed_by);
  }
}

Actor actor(const std::string& id, Role role) {
  Actor actor;
  actor.id = id;
  actor.rights = dealership::rights_of({role});
  return actor;
}

std::string joined(const std::vector<Action>& actions) {
  std::string text;
  for (const auto action : actions)
    text += std::string(text.empty() ? "" : " ") + boost::describe::enum_to_string(action, "?");
  return text;
}

TEST(VisitActions, are_those_of_the_post_in_the_standing) {
  struct Row {
    std::string id;
    Role role;
    std::map<Standing, std::string> can;
  };
  const std::string closer = "edit file leave_unfiled exclude depart hand_over";
  // The exclusion was asked for by chen, whose visit it is.
  const Row rows[] = {
      {"zhao",
       Role::receptionist,
       {{open, "exclude depart hand_over"}, {exclusion_asked, "confirm_exclusion reject_exclusion"}}},
      {"chen",
       Role::salesperson,
       {{open, closer},
        {filed, "edit"},
        {unfiled, "edit"},
        {exclusion_asked, "edit reject_exclusion"},
        {excluded, "edit"}}},
      {"lin",
       Role::sales_manager,
       {{open, closer},
        {filed, "edit reopen"},
        {unfiled, "edit reopen"},
        {exclusion_asked, "edit confirm_exclusion reject_exclusion reopen"},
        {excluded, "edit reopen"}}},
      {"boss",
       Role::general_manager,
       {{open, closer},
        {filed, "edit reopen"},
        {unfiled, "edit reopen"},
        {exclusion_asked, "edit confirm_exclusion reject_exclusion reopen"},
        {excluded, "edit reopen"}}},
      {"care", Role::care_specialist, {}},
      {"market", Role::marketer, {}},
      {"admin", Role::administrator, {}},
  };
  for (const auto& row : rows) {
    for (const auto standing : kAll) {
      const auto can = possible_actions(visit_in(standing), actor(row.id, row.role));
      EXPECT_EQ(joined(can), row.can.contains(standing) ? row.can.at(standing) : "")
          << row.id << " " << static_cast<int>(standing);
    }
  }
}

TEST(VisitActions, know_who_is_on_file_and_who_has_left) {
  Visit visit = visit_in(open);
  visit.customer_id = "customer";
  visit.left_at = kNow;
  EXPECT_EQ(joined(possible_actions(visit, actor("chen", Role::salesperson))), "edit file exclude hand_over");
}

TEST(VisitSight, is_for_readers_of_the_log_and_for_whose_visit_it_is) {
  const std::map<std::string, std::pair<Role, bool>> sees = {
      {"zhao", {Role::receptionist, true}},     {"chen", {Role::salesperson, true}},
      {"li", {Role::salesperson, false}},       {"lin", {Role::sales_manager, true}},
      {"care", {Role::care_specialist, false}}, {"market", {Role::marketer, true}},
      {"boss", {Role::general_manager, true}},  {"admin", {Role::administrator, true}}};
  for (const auto& [id, expected] : sees) {
    EXPECT_EQ(visible_to(visit_in(open), actor(id, expected.first)), expected.second) << id;
  }
  Visit opened = visit_in(open);
  opened.salesperson_id = "chen";
  opened.opened_by = "li";
  EXPECT_TRUE(visible_to(opened, actor("li", Role::salesperson)));
}

}  // namespace
}  // namespace guanxi::reception
