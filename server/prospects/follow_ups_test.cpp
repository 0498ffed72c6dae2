#include "prospects/follow_ups.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class FollowUps : public testing::TestWithParam<database::Engine> {
 protected:
  /// Files a visit and gives the card's id. It is Wednesday 2026-03-04; "this_month" is A's B: the 31st.
  std::string a_card(const std::string& salesperson = "chen", const std::string& when = "this_month",
                     const std::string& phone = "13800138000") {
    auto body = town.filing(phone);
    const std::string said = R"("purchase_when":"this_month")";
    body.replace(body.find(said), said.size(), R"("purchase_when":")" + when + "\"");
    const auto filed = town.post(salesperson, Town::visit(town.a_visit(salesperson), "/filing"), body);
    EXPECT_EQ(filed.status, 201) << filed.text;
    const auto customer = town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id"));
    return customer.text_at("/card/id");
  }
  static std::string path(const std::string& card, const std::string& below = "") {
    return "/stores/{home}/prospects/" + card + below;
  }
  bj::object reached(const std::string& next_on = "2026-03-06") {
    return {{"id", town.new_id()},    {"way", "call"},    {"reached", true},
            {"said", "要和太太商量"}, {"ending", "next"}, {"next_on", next_on}};
  }
  Answer follow_up(const std::string& who, const std::string& card, const bj::object& body) {
    return town.post(who, path(card, "/follow-ups"), bj::serialize(body));
  }
  Answer page(const std::string& card, const std::string& who = "lin") { return town.get(who, path(card)); }
  std::vector<std::string> kinds(const Answer& page) {
    std::vector<std::string> kinds;
    for (const auto& step : page.body.at("steps").as_array()) kinds.emplace_back(step.at("kind").as_string());
    return kinds;
  }
  /// Ids of the cards on somebody's day, in order.
  std::vector<std::string> due(const std::string& who, const std::string& query = "") {
    const auto list = town.get(who, "/stores/{home}/prospects/due" + query);
    EXPECT_EQ(list.status, 200) << list.text;
    std::vector<std::string> ids;
    for (const auto& card : list.body.at("items").as_array()) ids.emplace_back(card.at("id").as_string());
    return ids;
  }

  Town town{GetParam()};
};

TEST_P(FollowUps, are_due_a_day_after_the_visit) {
  const auto card = a_card();
  EXPECT_EQ(page(card).text_at("/card/next/on"), "2026-03-05");
  EXPECT_EQ(due("chen"), std::vector<std::string>{});
  town.clock().advance(kDay);
  EXPECT_EQ(due("chen"), std::vector{card});
  EXPECT_EQ(due("li"), std::vector<std::string>{});
  const auto list = town.get("chen", "/stores/{home}/prospects/due");
  EXPECT_EQ(list.number_at("overdue") + list.number_at("due"), 1);
}

TEST_P(FollowUps, write_down_what_was_said_and_when_next) {
  const auto card = a_card();
  town.clock().advance(kHour);
  auto body = reached();
  body["next_way"] = "call";
  body["promise"] = "发报价单";
  const auto answer = follow_up("chen", card, body);
  ASSERT_EQ(answer.status, 201) << answer.text;
  EXPECT_EQ(answer.text_at("/next/on"), "2026-03-06");
  EXPECT_EQ(answer.text_at("/next/promise"), "发报价单");
  EXPECT_EQ(answer.text_at("/next/at"), "2026-03-06T15:59:59.999Z");  // in the course of the day
  EXPECT_EQ(answer.number_at("tries"), 0);
  const auto shown = page(card);
  EXPECT_EQ(kinds(shown).front(), "follow_up");
  EXPECT_EQ(shown.text_at("/steps/0/follow_up/said"), "要和太太商量");
  EXPECT_EQ(shown.text_at("/steps/0/by/name"), "陈伟");
  const auto facts = town.get("lin", "/stores/{home}/facts?kind=followed_up");
  ASSERT_EQ(facts.body.at("items").as_array().size(), 1U);
  EXPECT_EQ(facts.text.find("太太"), std::string::npos);  // the log holds choices, not what was said
}

TEST_P(FollowUps, tell_attempts_from_contact) {
  const auto card = a_card();
  auto attempt = reached();
  attempt["reached"] = false;
  attempt.erase("said");
  for (int i = 1; i <= 2; ++i) {
    town.clock().advance(kHour);
    attempt["id"] = town.new_id();
    EXPECT_EQ(follow_up("chen", card, attempt).number_at("tries"), i);
  }
  const auto before = page(card).text_at("/card/reached_at");
  town.clock().advance(kHour);
  const auto answer = follow_up("chen", card, reached());
  EXPECT_EQ(answer.number_at("tries"), 0);
  EXPECT_NE(answer.text_at("reached_at"), before);
}

TEST_P(FollowUps, may_be_agreed_on_to_the_minute) {
  const auto card = a_card();
  auto body = reached();
  body.erase("next_on");
  body["next_at"] = "2026-03-06T07:30:00Z";
  const auto answer = follow_up("chen", card, body);
  EXPECT_EQ(answer.text_at("/next/at"), "2026-03-06T07:30:00.000Z");
  EXPECT_TRUE(answer.body.at("next").at("timed").as_bool());
}

TEST_P(FollowUps, refuse_what_cannot_be_and_change_nothing) {
  const auto card = a_card();
  const auto rows = town.row_counts();
  const auto before = page(card).text;
  const auto refused = [&](const char* field, const bj::value& value, const std::string& pointer) {
    auto body = reached();
    if (value.is_null()) {
      body.erase(field);
    } else {
      body[field] = value;
    }
    const auto answer = follow_up("chen", card, body);
    EXPECT_EQ(answer.status, 422) << field << answer.text;
    return answer.error_at(pointer);
  };
  EXPECT_EQ(refused("next_on", nullptr, "/next_on"), "next_needed");
  EXPECT_EQ(refused("next_on", "2026-03-03", "/next_on"), "before_the_follow_up");
  EXPECT_EQ(refused("next_on", "2027-06-01", "/next_on"), "too_far_ahead");
  EXPECT_EQ(refused("next_at", "2026-03-06T07:30:00Z", "/next_at"), "day_or_time");
  EXPECT_EQ(refused("at", "2026-03-04T03:00:00Z", "/at"), "in_the_future");
  EXPECT_EQ(refused("at", "2026-03-01T03:00:00Z", "/at"), "before_the_card");
  EXPECT_EQ(refused("purchase_day", "2026-04-01", "/purchase_day"), "only_with_date");
  EXPECT_EQ(refused("purchase_when", "date", "/purchase_day"), "required");
  EXPECT_EQ(refused("way", "fax", "/way"), "not_a_choice");
  // One answer names everything.
  auto body = reached("2026-03-01");
  body["way"] = "visit";
  body["reached"] = false;
  const auto answer = follow_up("chen", card, body);
  EXPECT_EQ(answer.error_at("/reached"), "they_were_there");
  EXPECT_EQ(answer.error_at("/next_on"), "before_the_follow_up");
  EXPECT_EQ(town.row_counts(), rows);
  EXPECT_EQ(page(card).text, before);
}

TEST_P(FollowUps, of_the_unknown_must_ask_when_they_mean_to_buy) {
  const auto card = a_card("chen", "unknown");
  EXPECT_EQ(follow_up("chen", card, reached()).error_at("/purchase_when"), "required");
  auto attempt = reached();
  attempt["reached"] = false;
  EXPECT_EQ(follow_up("chen", card, attempt).status, 201);  // nobody answered: nothing could be asked
  auto asked = reached();
  asked["purchase_when"] = "date";
  asked["purchase_day"] = "2026-03-10";
  const auto answer = follow_up("chen", card, asked);
  EXPECT_EQ(answer.text_at("grade"), "H");
  EXPECT_EQ(answer.text_at("expected_on"), "2026-03-10");
}

TEST_P(FollowUps, that_arrive_twice_count_once) {
  const auto card = a_card();
  const auto body = reached();
  EXPECT_EQ(follow_up("chen", card, body).status, 201);
  const auto rows = town.row_counts();
  EXPECT_EQ(follow_up("chen", card, body).status, 201);
  EXPECT_EQ(town.row_counts(), rows);
  const auto other = a_card("chen", "this_month", "13800138001");
  EXPECT_EQ(follow_up("chen", other, body).error_at("/id"), "in_use");
}

TEST_P(FollowUps, that_arrive_late_leave_the_card_to_the_later_one) {
  const auto card = a_card();
  town.clock().advance(5 * kHour);
  follow_up("lin", card, reached("2026-03-09"));
  auto late = reached("2026-03-05");
  late["at"] = "2026-03-04T04:00:00Z";  // three hours before, without network
  late["purchase_when"] = "this_week";
  const auto answer = follow_up("chen", card, late);
  ASSERT_EQ(answer.status, 201) << answer.text;
  EXPECT_EQ(answer.text_at("/next/on"), "2026-03-09");
  EXPECT_EQ(answer.text_at("expected_on"), "2026-03-31");
  const auto shown = page(card);
  EXPECT_EQ(shown.text_at("/steps/0/by/name"), "林强");
  EXPECT_EQ(shown.text_at("/steps/1/by/name"), "陈伟");
  EXPECT_FALSE(shown.body.at("steps").at(1).at("follow_up").at("counted").as_bool());
}

TEST_P(FollowUps, are_for_whoever_is_in_charge_and_for_managers) {
  const auto card = a_card();
  EXPECT_EQ(follow_up("li", card, reached()).status, 404);
  EXPECT_EQ(town.get("li", path(card)).status, 404);
  EXPECT_EQ(follow_up("lin", card, reached()).status, 201);
  EXPECT_EQ(follow_up("wang", card, reached()).status, 404);
  // Marketing sees the card, but not how to reach them.
  const auto seen = page(card, "market");
  EXPECT_EQ(seen.status, 200);
  EXPECT_EQ(seen.text.find("13800138000"), std::string::npos);
}

TEST_P(FollowUps, may_end_in_asking_for_the_loss) {
  const auto card = a_card();
  bj::object ask{{"id", town.new_id()}, {"way", "call"}, {"reached", true}, {"ending", "loss"}};
  EXPECT_EQ(follow_up("chen", card, ask).error_at("/said"), "say_why");
  ask["said"] = "买了别的牌子";
  EXPECT_EQ(follow_up("chen", card, ask).text_at("standing"), "loss_asked");
  town.clock().advance(3 * kDay);
  EXPECT_EQ(due("chen"), std::vector<std::string>{});
  EXPECT_EQ(follow_up("chen", card, reached("2026-03-09")).code(), "loss_is_asked");
  EXPECT_EQ(town.post("chen", path(card, "/loss/approval")).status, 403);
  // The manager does not believe it: tomorrow, again.
  const auto rejected = town.post("lin", path(card, "/loss/rejection"));
  EXPECT_EQ(rejected.text_at("standing"), "following");
  EXPECT_EQ(rejected.text_at("/next/on"), "2026-03-08");
  EXPECT_EQ(town.post("lin", path(card, "/loss/approval")).code(), "no_loss_asked");
}

TEST_P(FollowUps, of_who_was_lost_begin_anew_when_they_come_back) {
  const auto card = a_card();
  follow_up(
      "chen", card,
      {{"id", town.new_id()}, {"way", "call"}, {"reached", true}, {"ending", "loss"}, {"said", "不买了"}});
  EXPECT_EQ(town.post("lin", path(card, "/loss/approval")).text_at("standing"), "lost");
  EXPECT_EQ(follow_up("lin", card, reached()).code(), "card_closed");
  town.clock().advance(2 * 366 * kDay);
  town.travel(town.clock().now());
  const auto anew = a_card();
  EXPECT_NE(anew, card);
  EXPECT_EQ(page(anew).text_at("/card/customer/id"), page(card).text_at("/card/customer/id"));
  EXPECT_EQ(page(card).text_at("/card/standing"), "lost");
}

TEST_P(FollowUps, and_a_further_visit_set_the_next_date_to_the_day_after) {
  const auto card = a_card();
  follow_up("chen", card, reached("2026-03-20"));
  town.clock().advance(2 * kDay);
  EXPECT_EQ(a_card(), card);
  EXPECT_EQ(page(card).text_at("/card/next/on"), "2026-03-07");
}

TEST_P(FollowUps, suggest_a_hotter_grade_after_a_test_drive) {
  const auto card = a_card("chen", "next_month");  // C
  EXPECT_TRUE(page(card).body.at("suggestion").is_null());
  town.clock().advance(kDay);
  auto drive = reached("2026-03-06");
  drive["way"] = "test_drive";
  follow_up("chen", card, drive);
  EXPECT_EQ(page(card).text_at("/suggestion/grade"), "B");
  EXPECT_EQ(page(card).text_at("/suggestion/because"), "test_drive");
  auto dated = reached("2026-03-07");
  dated["purchase_when"] = "this_month";
  town.clock().advance(kHour);
  follow_up("chen", card, dated);
  EXPECT_TRUE(page(card).body.at("suggestion").is_null());  // the day was asked for
}

TEST_P(FollowUps, are_listed_page_by_page_the_most_overdue_first) {
  std::vector<std::string> cards;
  for (int i = 0; i < 7; ++i) {
    cards.push_back(a_card(i % 2 == 0 ? "chen" : "li", "this_month", "1380013800" + std::to_string(i)));
    town.clock().advance(kMinute);
  }
  town.clock().advance(2 * kDay);
  EXPECT_EQ(due("lin"), cards);
  EXPECT_EQ(due("lin", "?salesperson_id=" + town.id("li")), (std::vector{cards[1], cards[3], cards[5]}));
  EXPECT_EQ(due("li", "?salesperson_id=" + town.id("chen")), (std::vector{cards[1], cards[3], cards[5]}));
  std::vector<std::string> paged;
  std::string query = "?limit=3";
  for (;;) {
    const auto list = town.get("lin", "/stores/{home}/prospects/due" + query);
    EXPECT_EQ(list.number_at("overdue"), 7);
    for (const auto& card : list.body.at("items").as_array()) paged.emplace_back(card.at("id").as_string());
    if (list.body.at("next_cursor").is_null()) break;
    query = "?limit=3&cursor=" + list.text_at("next_cursor");
  }
  EXPECT_EQ(paged, cards);
}

TEST_P(FollowUps, go_with_the_card_when_somebody_else_takes_over) {
  const auto card = a_card();
  follow_up("chen", card, reached());
  EXPECT_EQ(town.post("lin", path(card, "/handover"), R"({"to":")" + town.id("chen") + "\"}").error_at("/to"),
            "same_salesperson");
  EXPECT_EQ(town.post("lin", path(card, "/handover"), R"({"to":")" + town.id("care") + "\"}").error_at("/to"),
            "not_a_salesperson");
  const auto answer = town.post("lin", path(card, "/handover"), R"({"to":")" + town.id("li") + "\"}");
  EXPECT_EQ(answer.text_at("/salesperson/name"), "李娜");
  EXPECT_EQ(answer.text_at("/next/on"), "2026-03-06");
  EXPECT_EQ(page(card, "chen").status, 404);
  EXPECT_EQ(kinds(page(card, "li")).front(), "card_handed_over");
  // The customer goes along, and is found by the new one.
  const auto customer = answer.text_at("/customer/id");
  EXPECT_EQ(town.get("li", "/stores/{home}/customers/" + customer).status, 200);
  EXPECT_EQ(town.get("chen", "/stores/{home}/customers/" + customer).status, 404);
  EXPECT_EQ(town.get("li", "/search?q=8000").body.at("items").as_array().size(), 1U);
  EXPECT_EQ(town.get("chen", "/search?q=8000").body.at("items").as_array().size(), 0U);
}

/// What an edit says when it changes nothing.
bj::object edit_of(const Answer& page) {
  const auto& card = page.body.at("card").as_object();
  bj::object edit;
  for (const auto* field : {"colour", "competing_model", "car_condition", "trade_in", "payment", "price_from",
                            "price_to", "purchase_when", "sureness"})
    edit[field] = card.at(field);
  edit["model_id"] = card.at("model").is_null() ? bj::value() : card.at("model").at("id");
  return edit;
}

TEST_P(FollowUps, stand_beside_corrections_of_what_they_want) {
  const auto card = a_card();
  const auto before = page(card);
  auto edit = edit_of(before);
  edit["colour"] = "珍珠白";
  edit["payment"] = "loan";
  edit["price_from"] = 15000000;
  edit["price_to"] = 12000000;
  const auto save = [&](const bj::object& body, std::int64_t version) {
    return town.put("chen", path(card), bj::serialize(body), version);
  };
  EXPECT_EQ(save(edit, before.version()).error_at("/price_to"), "range_upside_down");
  edit["price_to"] = 18000000;
  const auto saved = save(edit, before.version());
  EXPECT_EQ(saved.text_at("colour"), "珍珠白");
  EXPECT_EQ(saved.text_at("expected_on"), "2026-03-31");  // was not said anew
  const auto stale = save(edit, before.version());
  EXPECT_EQ(stale.status, 412);
  EXPECT_EQ(stale.body.at("current").at("colour").as_string(), "珍珠白");
  // Another grade than the day says needs a reason, and stays until the day is said anew.
  edit["grade"] = "H";
  EXPECT_EQ(save(edit, saved.version()).error_at("/grade_reason"), "reason_needed");
  edit["grade_reason"] = "老板已批预算";
  const auto hot = save(edit, saved.version());
  EXPECT_EQ(hot.text_at("grade"), "H");
  EXPECT_EQ(page(card).text_at("/steps/1/grade_cause"), "by_hand");
  edit.erase("grade");
  edit.erase("grade_reason");
  edit["purchase_when"] = "next_month";
  const auto dated = save(edit, hot.version());
  EXPECT_EQ(dated.text_at("grade"), "C");
  EXPECT_TRUE(dated.body.at("grade_reason").is_null());
}

/// Random days of two salespeople and a phone that is often without network, against a plain list of what
/// was noted: the latest by the time at which it happened decides.
TEST_P(FollowUps, leave_each_card_as_the_latest_one_says) {
  std::mt19937 rng(7);
  const auto dice = [&](int sides) { return static_cast<int>(rng() % static_cast<unsigned>(sides)); };
  struct Model {
    std::string id;
    Instant opened, latest = 0;
    std::string next_on = "2026-03-05";
    Instant reached_at;
    int follow_ups = 0;
  };
  std::vector<Model> cards;
  for (int i = 0; i < 6; ++i) {
    const auto id = a_card("chen", "this_month", "1380013800" + std::to_string(i));
    cards.push_back({id, town.clock().now(), 0, "2026-03-05", town.clock().now(), 0});
  }
  for (int i = 0; i < 120; ++i) {
    town.clock().advance(kMinute * (1 + dice(90)));
    auto& card = cards[static_cast<std::size_t>(dice(6))];
    const auto now = town.clock().now();
    const auto at = std::max(card.opened, now - (dice(3) == 0 ? dice(20) * kHour : 0));
    const bool answered = dice(2) == 0;
    const auto next_on = add_days("2026-03-20", dice(20));
    auto body = reached(next_on);
    body["at"] = format_instant(at);
    body["reached"] = answered;
    ASSERT_EQ(follow_up("chen", card.id, body).status, 201);
    ++card.follow_ups;
    if (answered) card.reached_at = std::max(card.reached_at, at);
    if (at >= card.latest) {
      card.latest = at;
      card.next_on = next_on;
    }
  }
  for (const auto& card : cards) {
    const auto shown = page(card.id);
    EXPECT_EQ(shown.text_at("/card/next/on"), card.next_on);
    EXPECT_EQ(shown.text_at("/card/reached_at"), format_instant(card.reached_at));
    EXPECT_EQ(std::ranges::count(kinds(shown), "follow_up"), card.follow_ups);
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, FollowUps, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
