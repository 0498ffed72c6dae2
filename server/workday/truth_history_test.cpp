// The page of truth after random histories, against a ledger that is written while they happen.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "town/town.h"

namespace guanxi::workday {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

struct Noted {
  std::string id, card, by;
  Instant at;
  bool reached, asks, counted, says_not, spoken;
};
struct Filed {
  std::string card, customer, phone, who;
  Instant opened = 0, followed = 0;
  bool open = true;
  std::vector<Instant> visits;
};
/// By kind and person: the rows of each finding, in order.
using Told = std::multiset<std::tuple<std::string, std::string, std::vector<std::string>>>;

class TruthOf : public testing::TestWithParam<database::Engine> {
 protected:
  Instant now() { return town.clock().now(); }
  std::string day_of(Instant at) {
    // Berlin puts its clock forward on 2026-03-29 at 01:00 UTC.
    const Instant offset = !berlin ? 8 * kHour : at < 1774746000000 ? kHour : 2 * kHour;
    return format_instant(at + offset).substr(0, 10);
  }
  void file(int number) {
    Filed filed;
    filed.who = number % 2 == 0 ? "chen" : "li";
    filed.phone = "138001380" + std::to_string(10 + number);
    come(filed);
    filed.opened = now();
    filed.visits.clear();
    cards.push_back(filed);
  }
  void come(Filed& filed) {
    filed.visits.push_back(now());
    const auto answer = town.post(filed.who, Town::visit(town.a_visit(filed.who), "/filing"),
                                  town.filing(filed.phone, "客户" + filed.phone));
    ASSERT_EQ(answer.status, 201) << answer.text;
    filed.customer = answer.text_at("/customer/id");
    filed.card = town.get("lin", "/stores/{home}/customers/" + filed.customer).text_at("/card/id");
  }
  Answer ask(const std::string& who, const std::string& card, const std::string& what,
             const bj::object& body = {}) {
    return town.post(who, "/stores/{home}/prospects/" + card + what, bj::serialize(body));
  }
  void follow_up(Filed& filed, std::mt19937& dice) {
    static const std::pair<const char*, bool> kTexts[] = {
        {"", false}, {"在比较", false}, {"电话没接", true}, {"no answer", true}, {"周末来", false}};
    const auto& [text, says_not] = kTexts[dice() % std::size(kTexts)];
    const bool asks = dice() % 6 == 0 && *text != 0;
    Instant at = now();
    if (dice() % 5 == 0)
      at = std::max(filed.opened, at - static_cast<Instant>(1 + dice() % 180) * kMinute + 7);
    Noted noted{town.new_id(), filed.card,           filed.who, at,  dice() % 3 == 0,
                asks,          at >= filed.followed, says_not,  true};
    bj::object body{{"id", noted.id},
                    {"at", format_instant(at)},
                    {"way", dice() % 2 ? "call" : "message"},
                    {"reached", noted.reached},
                    {"ending", asks ? "loss" : "next"}};
    if (*text != 0) body["said"] = text;
    if (!asks) body["next_on"] = add_days(day_of(now()), 2);
    const auto answer = ask(filed.who, filed.card, "/follow-ups", body);
    ASSERT_EQ(answer.status, 201) << answer.text;
    if (noted.counted) filed.followed = at;
    noted.asks = asks && noted.counted;
    if (noted.asks) decide(filed, dice);
    all.push_back(noted);
  }
  void decide(Filed& filed, std::mt19937& dice) {
    if (dice() % 3 == 0) {
      EXPECT_EQ(ask("lin", filed.card, "/loss/approval").status, 200);
      filed.open = false;
    } else {
      EXPECT_EQ(ask("lin", filed.card, "/loss/rejection").status, 200);
    }
  }
  std::string who(const Noted& noted) { return town.id(noted.by); }
  bool within(const Noted& noted) { return day_of(noted.at) >= from && day_of(noted.at) <= to; }

  void expect_bursts(Told& told) {
    for (const std::string person : {"chen", "li"}) {
      std::vector<Noted> theirs;
      for (const auto& noted : all) {
        if (noted.by == person) theirs.push_back(noted);
      }
      std::ranges::sort(theirs, {}, [](const Noted& one) { return std::tie(one.at, one.id); });
      std::vector<std::pair<std::size_t, std::size_t>> bursts;
      for (std::size_t i = 0; i < theirs.size(); ++i) {
        std::set<std::string> cards_of;
        std::size_t j = i;
        for (; j < theirs.size() && theirs[j].at - theirs[i].at <= 5 * kMinute; ++j)
          cards_of.insert(theirs[j].card);
        if (cards_of.size() < 4) continue;
        if (!bursts.empty() && i <= bursts.back().second)
          bursts.back().second = std::max(bursts.back().second, j - 1);
        else
          bursts.emplace_back(i, j - 1);
      }
      for (const auto& [begin, end] : bursts) {
        if (!within(theirs[begin])) continue;
        std::vector<std::string> rows;
        for (auto k = begin; k <= end; ++k) rows.push_back(theirs[k].id);
        told.insert({"burst", town.id(person), rows});
      }
    }
  }
  void expect_of_cards(Told& told) {
    for (const auto& filed : cards) {
      std::vector<Noted> theirs;
      for (const auto& noted : all) {
        if (noted.card == filed.card && day_of(noted.at) <= to) theirs.push_back(noted);
      }
      std::ranges::sort(theirs, {}, [](const Noted& one) { return std::tie(one.at, one.id); });
      std::vector<std::string> tried, run;
      int two_way = 0;
      Instant heard = filed.opened;
      auto visit = filed.visits.begin();
      for (const auto& noted : theirs) {
        for (; visit != filed.visits.end() && *visit <= noted.at; ++visit) {
          run.clear();
          heard = std::max(heard, *visit);
          ++two_way;
        }
        const bool came_at_once = visit != filed.visits.begin() && *std::prev(visit) == noted.at;
        tried.push_back(noted.id);
        two_way += noted.reached ? 1 : 0;
        if (noted.reached) {
          run.clear();
          heard = std::max(heard, noted.at);
        } else if (!came_at_once) {
          run.push_back(noted.id);
        }
        if (noted.reached && noted.says_not && within(noted)) told.insert({"unsaid", who(noted), {noted.id}});
        const bool without = (two_way < 1 && tried.size() < 2) || noted.at - filed.opened < 30 * kMinute;
        if (noted.asks && without && within(noted)) told.insert({"unworked", who(noted), tried});
      }
      if (theirs.empty() || !within(theirs.back()) || theirs.back().asks) continue;
      if (run.size() >= 3 && theirs.back().at - heard >= 2 * kDay)
        told.insert({"unreached", who(theirs.back()), run});
    }
  }
  std::string query() { return "?from=" + from + "&to=" + to + "&burst_count=4&silent_days=2"; }
  Told listed(const std::string& narrower = "") {
    Told told;
    std::string cursor;
    do {
      const auto page = town.get("lin", "/stores/{home}/truth/findings" + query() + narrower + "&limit=3" +
                                            (cursor.empty() ? "" : "&cursor=" + cursor));
      EXPECT_EQ(page.status, 200) << page.text;
      for (const auto& each : page.body.at("items").as_array()) {
        std::vector<std::string> rows;
        for (const auto& row : each.at("rows").as_array()) rows.emplace_back(row.at("id").as_string());
        told.insert({std::string(each.at("kind").as_string()),
                     std::string(each.at("person").at("id").as_string()), rows});
      }
      cursor = page.text_at("next_cursor");
    } while (!cursor.empty());
    return told;
  }
  /// Every number is as long as the list behind it, and the list is what the ledger says.
  void compare() {
    Told expected;
    expect_bursts(expected);
    expect_of_cards(expected);
    EXPECT_EQ(listed(), expected);
    noticed += expected.size();
    const auto page = town.get("lin", "/stores/{home}/truth" + query());
    std::int64_t sum = 0;
    for (const auto& person : page.body.at("people").as_array()) {
      const std::string id(person.at("person").at("id").as_string());
      std::int64_t written = 0;
      for (const auto& noted : all) written += who(noted) == id && within(noted) ? 1 : 0;
      EXPECT_EQ(person.at("follow_ups").as_int64(), written);
      sum += written;
      for (const std::string kind : {"burst", "unreached", "unsaid", "unworked"}) {
        const auto behind = std::ranges::count_if(
            expected, [&](const auto& one) { return std::get<0>(one) == kind && std::get<1>(one) == id; });
        EXPECT_EQ(person.at("findings").at(kind).as_int64(), behind) << kind;
        if (behind > 0) {
          EXPECT_EQ(static_cast<std::int64_t>(listed("&kind=" + kind + "&person_id=" + id).size()), behind);
        }
      }
    }
    EXPECT_EQ(page.body.at("follow_ups").as_int64(), sum);
  }
  void live(unsigned seed) {
    std::mt19937 dice(seed);
    for (int i = 0; i < 10; ++i) file(i);
    for (int day = 0; day < 8; ++day) {
      for (int i = 0; i < 16; ++i) {
        auto& filed = cards[dice() % cards.size()];
        town.clock().advance(dice() % 3 == 0 ? static_cast<Instant>(dice() % (20 * kMinute)) + 11
                                             : static_cast<Instant>(dice() % (50 * kSecond)) + 11);
        if (!filed.open) continue;
        if (dice() % 15 == 0)
          come(filed);
        else
          follow_up(filed, dice);
        if (HasFatalFailure()) return;
      }
      town.travel(now() + kDay - 3 * kHour + static_cast<Instant>(dice() % (5 * kHour)));
    }
    const auto today = day_of(now());
    for (const auto& [first, last] : {std::pair{-13, 0}, {-5, -3}, {-3, -1}}) {
      from = add_days(today, first);
      to = add_days(today, last);
      compare();
    }
  }

  Town town{GetParam()};
  bool berlin = false;
  std::string from, to;
  std::vector<Filed> cards;
  std::vector<Noted> all;
  std::size_t noticed = 0;
};

TEST_P(TruthOf, random_histories_is_what_the_ledger_says) {
  live(3);
  EXPECT_GT(noticed, 10U);
}

TEST_P(TruthOf, days_on_which_the_clock_is_put_forward_is_told_by_the_stores_days) {
  town.move_to_zone("home", "Europe/Berlin");
  town.travel(1774429200000);  // Wednesday 2026-03-25, 10:00 in Berlin
  berlin = true;
  live(8);
  EXPECT_GT(noticed, 10U);
}

TEST_P(TruthOf, a_store_says_what_was_seen_and_leads_to_the_card) {
  for (int i = 0; i < 10; i += 2) file(i);
  town.travel(now() + 3 * kDay);
  for (auto& filed : cards) {
    town.clock().advance(40 * kSecond);
    const bj::object body{{"id", town.new_id()},
                          {"way", "call"},
                          {"reached", true},
                          {"ending", "next"},
                          {"next_on", add_days(day_of(now()), 2)}};
    ASSERT_EQ(ask("chen", filed.card, "/follow-ups", body).status, 201);
  }
  const auto list = town.get("lin", "/stores/{home}/truth/findings?kind=burst");
  ASSERT_EQ(list.status, 200) << list.text;
  EXPECT_EQ(list.text_at("/items/0/person/name"), "陈伟");
  const auto& burst = list.body.at("items").at(0);
  EXPECT_EQ(burst.at("customers").as_int64(), 5);
  EXPECT_EQ(burst.at("minutes").as_int64(), 3);
  EXPECT_EQ(burst.at("sent_later").as_int64(), 0);
  EXPECT_EQ(list.text_at("/items/0/rows/0/card/id"), cards[0].card);
  const auto file_of = town.get("lin", "/stores/{home}/truth.csv");
  EXPECT_EQ(file_of.status, 200);
  EXPECT_EQ(std::ranges::count(file_of.text, '\n'), 6);
  EXPECT_EQ(town.get("lin", "/stores/{home}/truth.xlsx").status, 200);
  const auto grade = list.text_at("/items/0/rows/0/grade");
  ASSERT_EQ(town.edit_home({{"grade_labels", {{grade, "温"}}}}).status, 200);
  EXPECT_NE(town.get("lin", "/stores/{home}/truth.csv").text.find(",温,"), std::string::npos);
  const auto stores = town.get("boss", "/groups/{group}/truth");
  EXPECT_EQ(stores.body.at("items").as_array().size(), 2U);
  EXPECT_EQ(town.get("wang", "/groups/{group}/truth").body.at("items").as_array().size(), 1U);
  EXPECT_EQ(town.get("chen", "/stores/{home}/truth").status, 403);
}

TEST_P(TruthOf, refuses_spans_that_are_none) {
  const auto truth = [&](const std::string& query) {
    return town.get("lin", "/stores/{home}/truth" + query);
  };
  EXPECT_EQ(truth("?from=2026-03-05&to=2026-03-04").error_at("/to"), "range_upside_down");
  EXPECT_EQ(truth("?from=2025-03-05&to=2026-03-04").error_at("/from"), "too_many_days");
  EXPECT_EQ(truth("?from=2027-03-05").error_at("/from"), "range_upside_down");
  const auto usual = truth("");
  EXPECT_EQ(usual.text_at("from"), "2026-02-19");
  EXPECT_EQ(usual.text_at("to"), "2026-03-04");
  EXPECT_EQ(usual.body.at("thresholds").at("burst_count").as_int64(), 5);
}

INSTANTIATE_TEST_SUITE_P(Engines, TruthOf, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::workday
