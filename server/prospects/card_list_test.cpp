// The list of prospects: every filter and order against a recount of what the cards themselves say.
#include "prospects/card_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "platform/tables/table_reader.h"
#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;
using Ids = std::vector<std::string>;

class CardList : public testing::TestWithParam<database::Engine> {
 protected:
  std::string a_card(int number, const std::string& salesperson, const std::string& when,
                     const std::string& more = "") {
    auto body = town.filing("138001380" + std::to_string(10 + number), "客户" + std::to_string(number));
    const std::string said = R"("purchase_when":"this_month")";
    body.replace(body.find(said), said.size(), R"("purchase_when":")" + when + "\"" + more);
    // `more` says what was done; nothing else was.
    const auto unless_said = [&](const std::string& usual, const std::string& field) {
      const auto instead = more.find(field) == std::string::npos ? field + "false," : "";
      body.replace(body.rfind(usual), usual.size(), instead);
    };
    unless_said(R"("test_drive":true,)", R"("test_drive":)");
    unless_said(R"("quote":false,)", R"("quote":)");
    const auto filed = town.post(salesperson, Town::visit(town.a_visit(salesperson), "/filing"), body);
    EXPECT_EQ(filed.status, 201) << filed.text;
    return town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id");
  }
  Answer ask(const std::string& card, const std::string& what, const bj::object& body) {
    return town.post("lin", "/stores/{home}/prospects/" + card + what, bj::serialize(body));
  }
  bj::object contact(const std::string& way, const std::string& ending = "next") {
    bj::object body{{"id", town.new_id()}, {"way", way},       {"reached", true},
                    {"said", "说了"},      {"ending", ending}, {"purchase_when", "this_month"}};
    if (ending == "next") body["next_on"] = "2026-03-09";
    return body;
  }
  /// All cards of a question, page by page.
  std::vector<bj::value> listed(const std::string& who, const std::string& query, int limit = 7) {
    std::vector<bj::value> cards;
    std::string cursor;
    do {
      const auto page = town.get(who, "/stores/{home}/prospects?limit=" + std::to_string(limit) + query +
                                          (cursor.empty() ? "" : "&cursor=" + cursor));
      EXPECT_EQ(page.status, 200) << page.text;
      for (const auto& card : page.body.at("items").as_array()) cards.push_back(card);
      cursor = page.text_at("next_cursor");
    } while (!cursor.empty());
    return cards;
  }
  static Ids ids(const std::vector<bj::value>& cards) {
    Ids all;
    for (const auto& card : cards) all.emplace_back(card.at("id").as_string());
    return all;
  }
  void leave_to_nobody(const std::string& card) {
    town.database().write([&](database::Transaction& tx) {
      tx.execute("UPDATE prospects_cards SET salesperson_id = NULL WHERE id = $1", card);
      return database::Outcome::keep;
    });
  }
  Town town{GetParam()};
};

TEST_P(CardList, finds_all_open_cards_and_those_of_nobody) {
  const auto followed = a_card(1, "chen", "this_week");
  const auto asked = a_card(2, "chen", "this_month");
  const auto ordered = a_card(3, "li", "this_month");
  const auto lost = a_card(4, "li", "next_month");
  const auto nobodys = a_card(5, "li", "unknown");
  ask(asked, "/follow-ups", contact("call", "loss"));
  ask(lost, "/follow-ups", contact("call", "loss"));
  ask(lost, "/loss/approval", {});
  ask(ordered, "/orders",
      {{"id", town.new_id()}, {"model_id", town.model()}, {"price", 100}, {"deposit", 0}});
  leave_to_nobody(nobodys);
  EXPECT_EQ(ids(listed("lin", "&open=true")), (Ids{nobodys, ordered, asked, followed}));
  EXPECT_EQ(ids(listed("lin", "&unassigned=true")), Ids{nobodys});
  EXPECT_EQ(ids(listed("lin", "&model_id=" + town.model())), Ids{});
  EXPECT_EQ(ids(listed("chen", "&unassigned=true")), Ids{});  // own cards only, whatever is asked for
  EXPECT_EQ(ids(listed("li", "&open=true")), Ids{ordered});
}

TEST_P(CardList, reads_the_stage_from_what_happened) {
  const auto fresh = a_card(1, "chen", "this_week");
  const auto called = a_card(2, "chen", "this_month");
  const auto driven = a_card(3, "li", "this_month");
  const auto driven_at_once = a_card(4, "li", "this_month", R"(,"test_drive":true)");
  const auto quoted = a_card(5, "li", "this_month", R"(,"test_drive":true,"quote":true)");
  const auto ordered = a_card(6, "li", "this_month", R"(,"quote":true)");
  town.clock().advance(kHour);
  for (const auto& card : {called, driven}) ask(card, "/follow-ups", contact("call"));
  ask(driven, "/follow-ups", contact("test_drive"));
  ask(ordered, "/orders",
      {{"id", town.new_id()}, {"model_id", town.model()}, {"price", 100}, {"deposit", 0}});
  EXPECT_EQ(ids(listed("lin", "&stage=fresh")), Ids{fresh});
  EXPECT_EQ(ids(listed("lin", "&stage=following")), Ids{called});
  EXPECT_EQ(ids(listed("lin", "&stage=test_driven")), (Ids{driven_at_once, driven}));
  EXPECT_EQ(ids(listed("lin", "&stage=quoted")), Ids{quoted});
  EXPECT_EQ(ids(listed("lin", "&stage=ordered")), Ids{ordered});
  EXPECT_EQ(ids(listed("lin", "&stage=quoted&salesperson_id=" + town.id("chen"))), Ids{});
  EXPECT_EQ(ids(listed("lin", "&stage=quoted&salesperson_id=" + town.id("li"))), Ids{quoted});
}

TEST_P(CardList, a_quote_of_an_earlier_card_is_no_stage_of_the_new_one) {
  const auto first = a_card(1, "chen", "this_week", R"(,"quote":true)");
  ask(first, "/follow-ups", contact("call", "loss"));
  ask(first, "/loss/approval", {});
  town.clock().advance(kDay);
  const auto second = a_card(1, "chen", "this_month");
  EXPECT_NE(first, second);
  EXPECT_EQ(ids(listed("lin", "&stage=fresh")), Ids{second});
}

/// What the order goes by, told from the card itself; text that sorts as the number does.
std::string key_of(const bj::value& card, const std::string& order, bool descending) {
  const std::string last = descending ? "" : "~";
  const auto text = [&](const char* field) {
    const auto& value = card.at(field);
    return value.is_null() ? last : std::string(value.as_string());
  };
  if (order == "next")
    return card.at("next").is_null() ? last : std::string(card.at("next").at("at").as_string());
  if (order == "expected") return text("expected_on");
  if (order == "reached") return card.at("reached_at").is_null() ? "" : text("reached_at");
  if (order == "grade")
    return std::to_string(std::string("NHABC").find(card.at("grade").as_string().c_str()));
  if (order == "tries") return std::to_string(card.at("tries").as_int64());
  return std::string(card.at("id").as_string());
}

TEST_P(CardList, keeps_its_order_from_page_to_page) {
  std::mt19937 rng(5);
  const auto dice = [&](int sides) { return static_cast<int>(rng() % static_cast<unsigned>(sides)); };
  const std::vector<std::string> whens{"this_week", "this_month", "next_month", "unknown"};
  for (int i = 0; i < 24; ++i) {
    town.clock().advance(kMinute);
    const auto card = a_card(i, dice(2) == 0 ? "chen" : "li", whens[static_cast<std::size_t>(dice(4))]);
    town.clock().advance(kMinute);
    for (int tries = dice(3); tries > 0; --tries) {
      auto body = contact("call");
      body["id"] = town.new_id();
      body["reached"] = false;
      body["next_on"] = add_days("2026-03-05", dice(5));
      body.erase("purchase_when");
      ask(card, "/follow-ups", body);
    }
    if (dice(5) == 0) ask(card, "/follow-ups", contact("call", "loss"));
  }
  const auto everybody = ids(listed("lin", "", 200));
  for (const std::string order : {"opened", "next", "expected", "reached", "grade", "tries", "price"}) {
    for (const bool descending : {false, true}) {
      const auto query = "&order=" + order + "&descending=" + (descending ? "true" : "false");
      const auto cards = listed("lin", query, 5);
      auto found = ids(cards), all = everybody;
      std::ranges::sort(found);
      std::ranges::sort(all);
      EXPECT_EQ(found, all) << query;  // each once
      if (order == "price") continue;  // nobody has named one: they stand by their ids
      for (std::size_t i = 1; i < cards.size(); ++i) {
        const auto before = key_of(cards[i - 1], order, descending),
                   after = key_of(cards[i], order, descending);
        EXPECT_TRUE(descending ? before >= after : before <= after) << query << " " << before << " " << after;
      }
    }
  }
}

/// Columns hold what their lists hold.
TEST_P(CardList, counts_columns_as_long_as_their_lists) {
  const auto quoted = a_card(1, "chen", "this_week", R"(,"quote":true)");
  a_card(2, "chen", "this_month");
  const auto called = a_card(3, "li", "unknown");
  ask(called, "/follow-ups", contact("call"));
  town.clock().advance(2 * kDay);
  const auto columns = town.get("lin", "/stores/{home}/prospects/columns?open=true");
  ASSERT_EQ(columns.status, 200) << columns.text;
  std::int64_t cards = 0, overdue = 0;
  for (const auto& column : columns.body.at("items").as_array()) {
    const auto query = "&open=true&stage=" + std::string(column.at("stage").as_string()) +
                       "&grade=" + std::string(column.at("grade").as_string());
    EXPECT_EQ(static_cast<std::int64_t>(listed("lin", query).size()), column.at("cards").as_int64()) << query;
    cards += column.at("cards").as_int64();
    overdue += column.at("overdue").as_int64();
  }
  EXPECT_EQ(cards, 3);
  EXPECT_EQ(overdue, 2);
  EXPECT_EQ(town.get("li", "/stores/{home}/prospects/columns").body.at("items").as_array().size(), 1U);
}

TEST_P(CardList, is_taken_away_with_the_columns_that_were_chosen) {
  a_card(1, "chen", "this_week", R"(,"price_from":15000000,"price_to":18000000)");
  a_card(2, "li", "unknown");
  for (const bool xlsx : {false, true}) {
    const auto file = town.get("lin", std::string("/stores/{home}/prospects.") + (xlsx ? "xlsx" : "csv") +
                                          "?open=true&order=grade&columns=customer,grade,price,salesperson");
    ASSERT_EQ(file.status, 200);
    std::vector<tables::Cells> rows;
    EXPECT_TRUE(tables::read_rows(file.text, {.xlsx = xlsx}, [&](std::int64_t, const tables::Cells& cells) {
      rows.push_back(cells);
      return true;
    }));
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0], (tables::Cells{"客户", "级别", "价位", "销售顾问"}));
    EXPECT_EQ(rows[1], (tables::Cells{"客户2", "N", "", "李娜"}));
    EXPECT_EQ(rows[2], (tables::Cells{"客户1", "H", "150000.00-180000.00", "陈伟"}));
  }
  const auto wrong = town.get("lin", "/stores/{home}/prospects.csv?columns=customer,secret");
  EXPECT_EQ(wrong.error_at("/columns"), "unknown_column");
  EXPECT_EQ(town.get("chen", "/stores/{home}/prospects.csv").status, 403);
}

class ListFilters : public CardList {
 protected:
  std::string body(const std::string& id, const std::string& name, bool shared,
                   const std::string& query = "open=1") {
    bj::object body{{"name", name}, {"query", query}, {"shared", shared}};
    if (!id.empty()) body["id"] = id;
    return bj::serialize(body);
  }
  Ids names(const std::string& who) {
    Ids all;
    const auto page = town.get(who, "/stores/{home}/prospects/filters");
    for (const auto& filter : page.body.at("items").as_array())
      all.emplace_back(filter.at("name").as_string());
    return all;
  }
  static constexpr const char* kPath = "/stores/{home}/prospects/filters";
};

TEST_P(ListFilters, are_ones_own_unless_a_manager_shares_them) {
  const auto id = town.new_id();
  EXPECT_EQ(town.post("chen", kPath, body(id, "本周", false)).status, 201);
  EXPECT_EQ(town.post("lin", kPath, body(town.new_id(), "没人管的", true)).status, 201);
  EXPECT_EQ(names("chen"), (Ids{"没人管的", "本周"}));
  EXPECT_EQ(names("li"), Ids{"没人管的"});
  const auto refused = town.post("chen", kPath, body(town.new_id(), "给大家", true));
  EXPECT_EQ(refused.error_at("/shared"), "managers_only");
  EXPECT_EQ(town.post("chen", kPath, body(town.new_id(), "本周", false)).error_at("/name"), "in_use");
  EXPECT_EQ(town.put("li", kPath + ("/" + id), body("", "我的", false), 1).status, 404);
  EXPECT_EQ(town.remove("li", kPath + ("/" + id)).status, 204);  // what is not there for them is gone already
  EXPECT_EQ(names("chen").size(), 2U);
}

TEST_P(ListFilters, are_kept_once_and_changed_by_version) {
  const auto id = town.new_id();
  const auto made = town.post("lin", kPath, body(id, "逾期", true));
  const auto rows = town.row_counts();
  EXPECT_EQ(town.post("lin", kPath, body(id, "逾期", true)).text, made.text);
  EXPECT_EQ(town.row_counts(), rows);
  const auto changed = town.put("lin", kPath + ("/" + id), body("", "逾期的", true, "attention=overdue"), 1);
  EXPECT_EQ(changed.text_at("query"), "attention=overdue");
  EXPECT_EQ(town.put("boss", kPath + ("/" + id), body("", "旧的", true), 1).status, 412);
  EXPECT_EQ(town.put("chen", kPath + ("/" + id), body("", "我的", true), 2).status, 403);
  EXPECT_EQ(town.put("boss", kPath + ("/" + id), body("", "不给看", false), 2).status, 403);
  EXPECT_EQ(town.remove("chen", kPath + ("/" + id)).status, 403);
  EXPECT_EQ(town.remove("boss", kPath + ("/" + id)).status, 204);
  EXPECT_EQ(names("lin"), Ids{});
  const auto facts = town.get("lin", "/stores/{home}/facts?kind=list_filter_changed");
  EXPECT_EQ(facts.body.at("items").as_array().size(), 3U);
  EXPECT_EQ(facts.text.find("逾期"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Engines, CardList, testing::ValuesIn(engines()), engine_name);
INSTANTIATE_TEST_SUITE_P(Engines, ListFilters, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
