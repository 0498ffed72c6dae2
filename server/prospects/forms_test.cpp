// The printed forms say what the cards and their history say.
#include <gtest/gtest.h>

#include "prospects/day_form.h"
#include "prospects/midnight.h"
#include "prospects/month_form.h"
#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

TEST(FormSource, is_a_letter_of_the_dealers_form) {
  EXPECT_EQ(source_of("referral.owner", true), Source::R);
  EXPECT_EQ(source_of("referral.friend", true), Source::E);
  EXPECT_EQ(source_of("repurchase", true), Source::B);
  EXPECT_EQ(source_of("natural.passing", true), Source::S);
  EXPECT_EQ(source_of("event.show", true), Source::P);
  EXPECT_EQ(source_of("video.douyin", true), Source::W);
  EXPECT_EQ(source_of(std::nullopt, true), Source::S);
  EXPECT_EQ(source_of(std::nullopt, false), Source::W);
}

class Forms : public testing::TestWithParam<database::Engine> {
 protected:
  std::string a_card(int number, const std::string& when, const std::string& salesperson = "chen") {
    auto body = town.filing("138001380" + std::to_string(10 + number), "客户" + std::to_string(number));
    const std::string said = R"("purchase_when":"this_month")";
    body.replace(body.find(said), said.size(), R"("purchase_when":")" + when + "\"");
    const auto filed = town.post(salesperson, Town::visit(town.a_visit(salesperson), "/filing"), body);
    EXPECT_EQ(filed.status, 201) << filed.text;
    return town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id");
  }
  Answer follow_up(const std::string& card, bool reached, const std::string& next_on, bj::object more = {}) {
    bj::object body{{"id", town.new_id()}, {"way", "call"},    {"reached", reached},
                    {"said", "说了"},      {"ending", "next"}, {"next_on", next_on}};
    for (const auto& [name, value] : more) body[name] = value;
    const auto answer =
        town.post("chen", "/stores/{home}/prospects/" + card + "/follow-ups", bj::serialize(body));
    EXPECT_EQ(answer.status, 201) << answer.text;
    return answer;
  }
  void begin_day() {
    Store store;
    town.database().read([&](database::Transaction& tx) { store = dealership::load_store(tx, town.home()); });
    begin_days(town.database(), store, town.clock().now(), [] { return true; });
  }
  void travel_to(const std::string& day) { town.travel(parse_instant(day + "T02:00:00Z").value()); }
  Answer form(const std::string& kind, const std::string& day, const std::string& who = "chen") {
    const auto answer = town.get(
        "lin", "/stores/{home}/prospects/" + kind + "-form?day=" + day + "&salesperson_id=" + town.id(who));
    EXPECT_EQ(answer.status, 200) << answer.text;
    return answer;
  }
  Town town{GetParam()};
};

TEST_P(Forms, lay_a_month_out_day_by_day) {
  const auto card = a_card(1, "this_month");  // Wednesday the 4th, B
  town.clock().advance(kHour);
  travel_to("2026-03-05");
  follow_up(card, false, "2026-03-06");
  travel_to("2026-03-06");
  follow_up(card, true, "2026-04-02", {{"purchase_when", "date"}, {"purchase_day", "2026-03-11"}});
  const auto month = form("month", "2026-03-17");
  EXPECT_EQ(month.text_at("month"), "2026-03-01");
  EXPECT_EQ(month.number_at("days"), 31);
  const auto& row = month.body.at("rows").at(0);
  EXPECT_EQ(row.at("source").as_string(), "S");
  EXPECT_TRUE(row.at("grade_before").is_null());
  EXPECT_TRUE(row.at("result").is_null());
  EXPECT_EQ(row.at("days"), bj::parse(R"([{"day":4,"planned":false,"grade":"B","reached":true},
      {"day":5,"planned":true,"grade":"B","reached":false},{"day":6,"planned":true,"grade":"H","reached":true}])"));
  // What was agreed on for April stands in April's form, which it entered as it left March.
  travel_to("2026-05-01");
  const auto page = form("month", "2026-04-01");
  const auto& april = page.body.at("rows").at(0);
  EXPECT_EQ(april.at("grade_before").as_string(), "H");
  EXPECT_EQ(april.at("days"), bj::parse(R"([{"day":2,"planned":true,"grade":null,"reached":null}])"));
  EXPECT_EQ(april.at("result").as_string(), "carried_over");
  EXPECT_EQ(form("month", "2026-02-01").body.at("rows").as_array().size(), 0U);
}

TEST_P(Forms, say_how_each_prospect_left_the_month) {
  const auto sold = a_card(1, "this_week"), lost = a_card(2, "this_week"), kept = a_card(3, "this_week");
  const bj::object order{{"id", town.new_id()}, {"model_id", town.model()}, {"price", 100}, {"deposit", 0}};
  town.post("chen", "/stores/{home}/prospects/" + sold + "/orders", bj::serialize(order));
  town.clock().advance(kMinute);
  bj::object asks{
      {"id", town.new_id()}, {"way", "call"}, {"reached", true}, {"said", "买了别家"}, {"ending", "loss"}};
  town.post("chen", "/stores/{home}/prospects/" + lost + "/follow-ups", bj::serialize(asks));
  town.post("lin", "/stores/{home}/prospects/" + lost + "/loss/approval");
  travel_to("2026-04-03");
  town.post("chen", "/stores/{home}/prospects/" + sold + "/delivery");
  std::map<std::string, std::string> results;
  const auto march = form("month", "2026-03-01");
  for (const auto& row : march.body.at("rows").as_array())
    results[std::string(row.at("card").at("id").as_string())] = row.at("result").as_string();
  EXPECT_EQ(results,
            (std::map<std::string, std::string>{{sold, "ordered"}, {lost, "lost"}, {kept, "carried_over"}}));
  EXPECT_EQ(form("month", "2026-04-01").body.at("rows").as_array().size(),
            2U);  // who was lost in March is gone
}

TEST_P(Forms, tell_a_day_contact_by_contact_and_count_it) {
  begin_day();
  const auto card = a_card(1, "this_month");
  a_card(2, "this_week", "li");
  travel_to("2026-03-05");
  begin_day();
  const auto fresh = a_card(3, "this_week");
  town.clock().advance(kHour);
  follow_up(card, true, "2026-03-07", {{"purchase_when", "date"}, {"purchase_day", "2026-03-10"}});
  const auto day = form("day", "2026-03-05");
  const auto& lines = day.body.at("lines").as_array();
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(day.text_at("/lines/0/card_id"), fresh);
  EXPECT_EQ(day.text_at("/lines/0/way"), "visit");
  EXPECT_EQ(day.text_at("/lines/0/purpose"), "develop");
  EXPECT_TRUE(lines[0].at("grade_before").is_null());
  EXPECT_EQ(day.text_at("/lines/0/grade_after"), "H");
  EXPECT_EQ(day.text_at("/lines/1/grade_before"), "B");
  EXPECT_EQ(day.text_at("/lines/1/grade_after"), "H");
  EXPECT_EQ(day.text_at("/lines/1/said"), "说了");
  EXPECT_EQ(day.text_at("/lines/1/next_on"), "2026-03-07");
  // N H A B C: carried, opened, ordered, lost, at the end.
  EXPECT_EQ(day.body.at("totals").at(1),
            bj::parse(R"({"grade":"H","carried":0,"opened":1,"ordered":0,"lost":0,"at_end":2})"));
  EXPECT_EQ(day.body.at("totals").at(3),
            bj::parse(R"({"grade":"B","carried":1,"opened":0,"ordered":0,"lost":0,"at_end":0})"));
  EXPECT_EQ(form("day", "2026-03-04").body.at("totals").at(3).at("opened").as_int64(), 1);
}

TEST_P(Forms, are_ones_own_unless_one_sees_all_cards) {
  a_card(1, "this_month");
  const auto path = "/stores/{home}/prospects/month-form?day=2026-03-04";
  EXPECT_EQ(town.get("chen", path).body.at("rows").as_array().size(), 1U);
  EXPECT_EQ(town.get("li", path).body.at("rows").as_array().size(), 0U);
  EXPECT_EQ(town.get("li", path + ("&salesperson_id=" + town.id("chen"))).text_at("/salesperson/name"),
            "李娜");
  EXPECT_EQ(town.get("lin", path + ("&salesperson_id=" + town.id("sun"))).error_at("/salesperson_id"),
            "not_a_salesperson");
}

INSTANTIATE_TEST_SUITE_P(Engines, Forms, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
