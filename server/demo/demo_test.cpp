// The demo shows something on every page, at whatever hour one looks, and the same thing each time.
#include "demo/demo.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "dealership/default_lists.h"
#include "demo/cast.h"
#include "demo/dice.h"
#include "demo/stories.h"
#include "reception/reception.h"
#include "town/database.h"

namespace guanxi::demo {
namespace {

using dealership::Role;

// Tuesday 2026-03-10 in Shanghai at several hours, the first before the stores open.
constexpr Instant kMidnight = 1773072000000;
constexpr Instant kHoursOfDay[] = {5 * kMinute, 5 * kHour + 33 * kMinute,  9 * kHour + 20 * kMinute,
                                   15 * kHour,  17 * kHour + 50 * kMinute, 23 * kHour + 30 * kMinute};
constexpr int kDays = 21;

/// A database with a demo in it, and somebody to look at it.
class Filled {
 public:
  explicit Filled(database::Engine engine, Instant now = kMidnight + 15 * kHour, std::uint64_t seed = 1,
                  int days = kDays)
      : database_(engine), now_(now), logins_(fill(*database_, {seed, now, days})) {
    database_->read([this](database::Transaction& tx) { stores_ = dealership::list_stores(tx); });
  }

  database::Database& database() { return *database_; }
  const std::vector<dealership::Store>& stores() const { return stores_; }
  const std::string& logins() const { return logins_; }
  Instant now() const { return now_; }

  /// The rows of a query as text, cells joined by blanks.
  std::vector<std::string> rows(std::string_view sql) {
    std::vector<std::string> lines;
    database_->read([&](database::Transaction& tx) {
      lines.clear();
      for (const auto& row : tx.query(sql)) {
        std::string line;
        for (std::size_t i = 0; i < row.width(); ++i) {
          if (std::holds_alternative<std::int64_t>(row.at(i)))
            line += std::to_string(row.get<int>(i)) + " ";
          else
            line += row.get<std::optional<std::string>>(i).value_or("-") + " ";
        }
        lines.push_back(line);
      }
    });
    return lines;
  }
  std::int64_t count(std::string_view sql) {
    std::int64_t number = 0;
    database_->read([&](database::Transaction& tx) { number = tx.query(sql)[0].get<std::int64_t>(0); });
    return number;
  }

  /// Somebody with these rights in every store.
  static Actor looking_as(Role role) {
    Actor actor;
    actor.id = "00000000-0000-7000-8000-000000000000";
    actor.rights = dealership::rights_of({role});
    actor.every_store = true;
    return actor;
  }

 private:
  TestDatabase database_;
  Instant now_;
  std::string logins_;
  std::vector<dealership::Store> stores_;
};

/// All that a person would compare two demos by.
std::vector<std::string> figures(Filled& demo) {
  auto all = demo.rows(
      "SELECT v.day, l.login, v.standing, v.way, count(*), CAST(sum(v.party_size) AS BIGINT)"
      " FROM reception_visits v JOIN identity_logins l ON l.id = v.salesperson_id"
      " GROUP BY v.day, l.login, v.standing, v.way ORDER BY v.day, l.login, v.standing, v.way");
  for (const auto* sql :
       {"SELECT name, phone, wechat FROM dealership_customers ORDER BY phone NULLS FIRST, wechat",
        "SELECT story, arrived_at / 1000000 FROM reception_visits ORDER BY arrived_at, story NULLS FIRST",
        "SELECT day, hour, CAST(sum(parties) AS BIGINT) FROM reception_door_taps"
        " GROUP BY day, hour ORDER BY day, hour",
        "SELECT at / 1000000, way, reached, said FROM prospects_follow_ups ORDER BY at, said NULLS FIRST"}) {
    for (auto& line : demo.rows(sql)) all.push_back(std::move(line));
  }
  return all;
}

class Demo : public testing::TestWithParam<database::Engine> {};
INSTANTIATE_TEST_SUITE_P(Engines, Demo, testing::ValuesIn(engines()), engine_name);

TEST_P(Demo, shows_parties_in_the_house_and_work_to_do_at_any_hour) {
  for (const auto hour : kHoursOfDay) {
    Filled demo(GetParam(), kMidnight + hour, 7, 6);
    SCOPED_TRACE(hour / kMinute);
    for (const auto& store : demo.stores()) {
      demo.database().read([&](database::Transaction& tx) {
        const auto house = reception::house(tx, Filled::looking_as(Role::receptionist), store, demo.now());
        EXPECT_GE(house.visits.size(), 3U);
        EXPECT_GE(house.duty.size(), 3U);
        EXPECT_TRUE(house.on_turn.has_value());
        EXPECT_GE(house.counted_parties, house.logged_parties);
        const auto today = reception::today(tx, Filled::looking_as(Role::sales_manager), store, demo.now());
        EXPECT_GE(today.open.size(), 4U);
        EXPECT_EQ(today.overdue.size(), 2U);
        EXPECT_GE(today.to_confirm.size(), 1U);
        if (hour < kHour) return;  // five minutes after midnight the day has hardly begun
        EXPECT_GE(today.closed.size(), 1U);
        EXPECT_GT(today.figures.filed, 0);
      });
    }
  }
}

TEST_P(Demo, has_cards_overdue_with_almost_every_salesperson_at_any_hour) {
  for (const auto hour : {5 * kMinute, 8 * kHour, 15 * kHour, 23 * kHour + 30 * kMinute}) {
    Filled demo(GetParam(), kMidnight + hour);
    SCOPED_TRACE(hour / kMinute);
    std::map<std::string, int> overdue;
    for (const auto& member : members()) {
      if (member.role == Role::salesperson) overdue[std::string(member.login) + " "] = 0;
    }
    const auto late = fmt::format(
        "SELECT l.login FROM prospects_cards c JOIN identity_logins l ON l.id = c.salesperson_id"
        " WHERE c.closed_at IS NULL AND c.next_at < {}",
        demo.now());
    for (const auto& login : demo.rows(late)) ++overdue[login];
    EXPECT_GE(overdue["chenwei "], 1);  // whose phone the guide shows
    EXPECT_LE(std::ranges::count(overdue, 0, &std::pair<const std::string, int>::second), 2);
  }
}

TEST_P(Demo, has_every_kind_of_visit_in_the_log) {
  Filled demo(GetParam());
  std::set<std::string> seen;
  for (auto& line : demo.rows("SELECT DISTINCT standing FROM reception_visits")) seen.insert(line);
  for (auto& line : demo.rows("SELECT DISTINCT way FROM reception_visits")) seen.insert(line);
  for (auto& line : demo.rows("SELECT DISTINCT occasion FROM reception_visits WHERE standing = 'filed'"))
    seen.insert(line);
  for (auto& line : demo.rows(
           "SELECT DISTINCT substr(reason_code, 1, 2) FROM reception_visits WHERE standing = 'unfiled'"))
    seen.insert(line);
  for (auto& line : demo.rows("SELECT DISTINCT grade FROM prospects_cards")) seen.insert("grade " + line);
  for (const auto* word : {"open ",        "filed ",  "unfiled ", "exclusion_asked ", "excluded ", "walk_in ",
                           "appointment ", "call ",   "again ",   "first ",           "U1 ",       "U2 ",
                           "U3 ",          "U4 ",     "U9 ",      "grade H ",         "grade A ",  "grade B ",
                           "grade C ",     "grade N "}) {
    EXPECT_TRUE(seen.contains(word)) << word;
  }
  EXPECT_GT(demo.count("SELECT count(*) FROM reception_visits WHERE test_drive = 1 AND quote = 1"), 20);
  EXPECT_GT(demo.count("SELECT count(*) FROM reception_visits WHERE first_salesperson_id IS NOT NULL"), 5);
}

TEST_P(Demo, follows_cards_up_until_they_end) {
  Filled demo(GetParam());
  std::set<std::string> seen;
  for (auto& line : demo.rows("SELECT DISTINCT standing FROM prospects_cards")) seen.insert(line);
  for (const auto* word : {"following ", "ordered ", "delivered ", "lost "})
    EXPECT_TRUE(seen.contains(word)) << word;
  const auto follow_ups = demo.count("SELECT count(*) FROM prospects_follow_ups");
  const auto reached = demo.count("SELECT count(*) FROM prospects_follow_ups WHERE reached = 1");
  EXPECT_GT(follow_ups, 500);
  EXPECT_GT(reached, follow_ups / 3);
  EXPECT_LT(reached, follow_ups * 3 / 4);
  EXPECT_GT(demo.count("SELECT count(*) FROM prospects_orders WHERE cancelled_at IS NOT NULL"), 0);
  // Grades moved at every midnight, and the open cards were counted.
  EXPECT_GT(demo.count("SELECT count(*) FROM fact_log WHERE kind = 'card_regraded' AND actor_id IS NULL"),
            50);
  EXPECT_GT(demo.count("SELECT count(DISTINCT day) FROM prospects_snapshots"), 10);
}

TEST_P(Demo, invites_people_and_lets_them_drive) {
  Filled demo(GetParam());
  std::set<std::string> seen;
  for (auto& line : demo.rows("SELECT DISTINCT standing FROM prospects_appointments")) seen.insert(line);
  for (auto& line : demo.rows("SELECT DISTINCT standing FROM prospects_test_drives"))
    seen.insert("car " + line);
  for (const auto* word : {"invited ", "came ", "missed ", "cancelled ", "car booked ", "car driven "})
    EXPECT_TRUE(seen.contains(word)) << word;
  EXPECT_GT(demo.count("SELECT count(*) FROM prospects_appointments WHERE moves > 0"), 0);
  // Somebody is expected in every store from now on.
  const auto ahead =
      "SELECT count(DISTINCT store_id) FROM prospects_appointments WHERE standing = 'invited'"
      " AND at > " +
      std::to_string(demo.now());
  EXPECT_EQ(demo.count(ahead), 2);
  EXPECT_EQ(demo.count("SELECT count(*) FROM prospects_test_cars"), 6);
  EXPECT_EQ(demo.count("SELECT count(*) FROM prospects_follow_ups WHERE way = 'test_drive'"),
            demo.count("SELECT count(*) FROM prospects_test_drives WHERE standing = 'driven'"));
}

TEST_P(Demo, notes_what_the_register_asks_for_in_some_rows) {
  Filled demo(GetParam());
  const auto visits = demo.count("SELECT count(*) FROM reception_visits");
  for (const auto* column : {"transport", "colour", "current_car", "competing_model", "questionnaire"}) {
    const auto noted = demo.count("SELECT count(" + std::string(column) + ") FROM reception_visits");
    EXPECT_GT(noted, visits / 10) << column;
    EXPECT_LT(noted, visits) << column;
  }
  EXPECT_GT(demo.count("SELECT count(appointed_at) FROM reception_visits"), 10);
}

TEST_P(Demo, went_through_the_doors) {
  Filled demo(GetParam());
  const auto visits = demo.count("SELECT count(*) FROM reception_visits");
  EXPECT_EQ(demo.count("SELECT count(*) FROM fact_log WHERE kind = 'visit_opened'"), visits);
  EXPECT_EQ(demo.count("SELECT count(*) FROM fact_log WHERE kind = 'visit_filed'"),
            demo.count("SELECT count(*) FROM reception_visits WHERE standing = 'filed'"));
  // Whoever came back after their card was closed has a second one.
  EXPECT_EQ(demo.count("SELECT count(DISTINCT customer_id) FROM prospects_cards"),
            demo.count("SELECT count(*) FROM dealership_customers"));
  EXPECT_EQ(demo.count("SELECT count(*) FROM fact_log WHERE at > " + std::to_string(demo.now())), 0);
  const auto customers =
      demo.rows("SELECT store_id, id, phone FROM dealership_customers WHERE phone IS NOT NULL");
  ASSERT_GT(customers.size(), 100U);
  std::set<std::string> phones;
  for (const auto& customer : customers) {
    const auto phone = customer.substr(74, 14);
    EXPECT_TRUE(std::regex_match(phone, std::regex("\\+861[3-9][0-9]{9}"))) << phone;
    EXPECT_TRUE(phones.insert(phone).second) << phone;
  }
  demo.database().read([&](database::Transaction& tx) {
    const auto& line = customers.front();
    const auto found =
        dealership::search_customers(tx, line.substr(0, 36), line.substr(84, 4), std::nullopt, 500);
    EXPECT_TRUE(std::ranges::any_of(found, [&](const auto& one) { return one.id == line.substr(37, 36); }));
  });
}

TEST_P(Demo, counts_a_few_more_at_the_door_than_in_the_log) {
  Filled demo(GetParam());
  for (const auto& store : demo.stores()) {
    demo.database().read([&](database::Transaction& tx) {
      const auto today = store.zone().day(demo.now());
      const auto days = reception::door_days(tx, store, add_days(today, -kDays), today);
      ASSERT_TRUE(days.has_value());
      EXPECT_EQ(days->size(), static_cast<std::size_t>(kDays));
      for (const auto& day : *days) {
        EXPECT_GE(day.completeness.value_or(0), 0.8) << day.day;
        EXPECT_LT(day.completeness.value_or(1), 1.0) << day.day;
        EXPECT_GE(day.logged, 4) << day.day;
        EXPECT_LE(day.logged, 32) << day.day;
      }
    });
  }
}

TEST_P(Demo, lets_everybody_sign_in_without_changing_the_password) {
  Filled demo(GetParam(), kMidnight + 15 * kHour, 1, 2);
  for (const auto& member : members()) {
    EXPECT_NE(demo.logins().find(member.login), std::string::npos);
    const auto me = dealership::sign_in(demo.database(), {{std::string(member.login)}, {kPassword}}, "test",
                                        "::1", demo.now());
    ASSERT_TRUE(me.has_value()) << member.login;
    EXPECT_FALSE(me->me.must_change_password);
    EXPECT_EQ(me->me.name, member.name);
    EXPECT_EQ(me->me.stores.size(), member.store < 0 ? 2U : 1U);
  }
}

TEST_P(Demo, refuses_a_database_with_people_in_it) {
  Filled demo(GetParam(), kMidnight + 15 * kHour, 1, 1);
  EXPECT_THROW(fill(demo.database(), {1, demo.now(), 1}), database::Failure);
}

TEST(DemoSeed, makes_the_same_dealership_again_on_either_engine) {
  Filled first(database::Engine::sqlite);
  Filled second(database::Engine::postgres);
  Filled other(database::Engine::sqlite, first.now(), 2);
  EXPECT_EQ(figures(first), figures(second));
  EXPECT_NE(figures(first), figures(other));
}

TEST(DemoSeed, makes_three_months_in_which_people_differ) {
  Filled demo(database::Engine::sqlite, kMidnight + 15 * kHour, 1, 92);
  std::map<std::string, double> filed, all;
  for (
      const auto& line : demo.rows(
          "SELECT l.login, v.standing FROM reception_visits v JOIN identity_logins l ON l.id = v.salesperson_id"
          " WHERE v.kind = 'visit' AND v.occasion = 'first' AND v.standing IN ('filed', 'unfiled')")) {
    const auto login = line.substr(0, line.find(' '));
    ++all[login];
    if (line.find("unfiled") == std::string::npos) ++filed[login];
  }
  double lowest = 1, highest = 0, filed_sum = 0, all_sum = 0;
  for (const auto& [login, number] : all) {
    EXPECT_GT(number, 60) << login;
    lowest = std::min(lowest, filed[login] / number);
    highest = std::max(highest, filed[login] / number);
    filed_sum += filed[login];
    all_sum += number;
  }
  EXPECT_EQ(all.size(), 11U);
  EXPECT_LT(lowest, 0.62);
  EXPECT_GT(highest, 0.78);
  EXPECT_GE(filed_sum / all_sum, 0.65);
  EXPECT_LE(filed_sum / all_sum, 0.76);
}

TEST(DemoStories, know_a_sentence_for_every_reason_and_exclusion) {
  std::set<std::string_view> texts;
  for (const auto& entry : dealership::default_lists()) {
    const bool second_level = entry.code.find('.') != std::string_view::npos;
    if (entry.list == dealership::List::channel || !second_level) continue;
    const bool unfiled = entry.list == dealership::List::unfiled;
    const auto all = sentences(unfiled ? Subject::unfiled : Subject::exclusion, entry.code);
    EXPECT_FALSE(all.empty()) << entry.code;
    if (unfiled) texts.insert(all.begin(), all.end());
  }
  EXPECT_GE(texts.size(), 60U);
}

// The first numbers of splitmix64 with seed 1234567, as its author published them.
TEST(Dice, roll_as_published) {
  Dice dice(1234567);
  EXPECT_EQ(dice.roll(), 6457827717110365317U);
  EXPECT_EQ(dice.roll(), 3203168211198807973U);
  EXPECT_EQ(dice.roll(), 9817491932198370423U);
}

TEST(Dice, fall_evenly_and_keep_to_their_range) {
  Dice dice(5);
  std::map<int, int> faces;
  for (int i = 0; i < 60000; ++i) ++faces[dice.between(1, 6)];
  EXPECT_EQ(faces.size(), 6U);
  EXPECT_EQ(faces.begin()->first, 1);
  for (const auto& [face, times] : faces) EXPECT_NEAR(times, 10000, 400) << face;
}

}  // namespace
}  // namespace guanxi::demo
