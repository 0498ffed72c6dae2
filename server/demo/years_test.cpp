// Years in bulk are as true as if every visit had gone through the rooms' doors: the same data each time, the
// same on both engines, by the rooms' rules, and with the truth about them beside them.
#include "demo/years.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <regex>
#include <set>

#include "demo/demo.h"
#include "improvement/improvement.h"
#include "migrations/migrations.h"
#include "platform/identity/uuid.h"
#include "town/years.h"

namespace guanxi::demo {
namespace {

using database::Engine;
using town::Years;

YearsOptions small(std::uint64_t seed = 1) {
  YearsOptions options;
  options.seed = seed;
  options.stores = 3;
  options.months = 4;
  options.visits_per_month = 60;
  return options;
}

/// Salted or secret, so that two databases differ in them whatever is in there.
const std::set<std::string> kSecrets = {"identity_accounts", "identity_tokens", "identity_links"};

/// Everything that is in the database, each row as a line behind the name of its table.
std::vector<std::string> everything(Years& years) {
  static const std::regex create("CREATE TABLE ([a-z_]+)");
  std::vector<std::string> lines;
  for (const auto& step : migrations()) {
    for (std::sregex_iterator at(step.sql.begin(), step.sql.end(), create), end; at != end; ++at) {
      const std::string table = (*at)[1];
      if (kSecrets.contains(table)) continue;
      for (const auto& row : years.rows("SELECT * FROM " + table)) lines.push_back(table + " " + row);
    }
  }
  for (const auto& row : years.rows("SELECT id, login, must_change_password, retired FROM identity_accounts"))
    lines.push_back("identity_accounts " + row);
  std::ranges::sort(lines);
  return lines;
}

/// How many lines are in one of them only.
std::size_t differing(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  std::vector<std::string> lines;
  std::ranges::set_symmetric_difference(one, other, std::back_inserter(lines));
  return lines.size();
}

TEST(YearsSeed, makes_the_same_rows_again_and_on_either_engine) {
  Years first(Engine::sqlite, small()), again(Engine::sqlite, small()), postgres(Engine::postgres, small());
  const auto rows = everything(first);
  EXPECT_GT(rows.size(), 3000U);
  EXPECT_EQ(differing(rows, everything(again)), 0U);
  EXPECT_EQ(differing(rows, everything(postgres)), 0U);
  EXPECT_EQ(first.truth(), postgres.truth());
}

TEST(YearsSeed, of_another_number_makes_other_years) {
  Years first(Engine::sqlite, small()), other(Engine::sqlite, small(2));
  const auto rows = everything(first), others = everything(other);
  // The lists of reasons are the same everywhere, but stand under the ids of other stores.
  EXPECT_GT(differing(rows, others), (rows.size() + others.size()) * 9 / 10);
  EXPECT_NE(first.truth().at("effects"), other.truth().at("effects"));
}

class YearsOn : public testing::TestWithParam<Engine> {};
INSTANTIATE_TEST_SUITE_P(Engines, YearsOn, testing::ValuesIn(engines()), engine_name);

TEST_P(YearsOn, refuse_a_database_with_people_in_it) {
  TestDatabase database(GetParam());
  fill(*database, {1, town::kYearsEnd, 1});
  auto options = small();
  options.now = town::kYearsEnd;
  options.truth_file = (std::filesystem::temp_directory_path() / "guanxi_no_truth.json").string();
  EXPECT_THROW(fill_years({.url = database.url(), .readers = 1, .writers = 1}, options), database::Failure);
  EXPECT_FALSE(std::filesystem::exists(options.truth_file));
}

TEST_P(YearsOn, have_the_rows_that_the_rooms_would_have_written) {
  Years years(GetParam(), small());
  const auto none = [&](const std::string& where) {
    EXPECT_EQ(years.count("SELECT count(*) FROM reception_visits v WHERE " + where), 0) << where;
  };
  none("appointed_at IS NOT NULL AND way <> 'appointment'");
  none("kind = 'call' AND (transport IS NOT NULL OR questionnaire IS NOT NULL)");
  EXPECT_GT(years.count("SELECT count(*) FROM reception_visits WHERE transport IS NOT NULL"), 50);
  EXPECT_GT(years.count("SELECT count(*) FROM reception_visits WHERE appointed_at IS NOT NULL"), 10);
  const std::string fact =
      "SELECT 1 FROM fact_log f WHERE f.store_id = v.store_id AND f.subject_id = v.id AND f.kind = ";
  none(
      "standing = 'filed' AND NOT EXISTS (SELECT 1 FROM dealership_customers c WHERE c.store_id = v.store_id"
      " AND c.id = v.customer_id)");
  none("standing = 'unfiled' AND (customer_id IS NOT NULL OR reason_code IS NULL)");
  none(
      "standing = 'excluded' AND (exclusion_code IS NULL OR exclusion_asked_by = exclusion_confirmed_by"
      " OR exclusion_confirmed_by IS NULL)");
  none("NOT EXISTS (" + fact + "'visit_opened')");
  none("standing = 'filed' AND NOT EXISTS (" + fact + "'visit_filed')");
  none("standing = 'unfiled' AND NOT EXISTS (" + fact + "'visit_left_unfiled')");
  none("standing = 'excluded' AND NOT EXISTS (" + fact + "'exclusion_confirmed')");
  none("left_at > " + std::to_string(years.options().now));
  none(
      "NOT EXISTS (SELECT 1 FROM dealership_person_stores p WHERE p.person_id = v.salesperson_id"
      " AND p.store_id = v.store_id)");
  for (const std::string kind : {"filed", "unfiled", "excluded", "open"}) {
    EXPECT_GT(years.count("SELECT count(*) FROM reception_visits WHERE standing = '" + kind + "'"), 0)
        << kind;
  }
  EXPECT_EQ(years.count("SELECT count(*) FROM prospects_cards"),
            years.count("SELECT count(*) FROM dealership_customers"));
  EXPECT_EQ(years.count("SELECT count(*) FROM fact_log WHERE at > " + std::to_string(years.options().now)),
            0);
  for (const auto& id : years.rows("SELECT id FROM reception_visits UNION SELECT id FROM fact_log"))
    EXPECT_TRUE(is_uuid(id)) << id;
}

TEST_P(YearsOn, are_tallied_as_they_stand_in_the_log) {
  Years years(GetParam(), small(5));
  EXPECT_GT(years.count("SELECT count(*) FROM improvement_tallies"), 50);
  // `verify` folds first what is not folded: so the tallies are looked at before it as well.
  const std::string first =
      "SELECT count(*) FROM reception_visits WHERE kind = 'visit' AND occasion = 'first' AND standing ";
  EXPECT_EQ(years.count("SELECT CAST(sum(filed) AS BIGINT) FROM improvement_months"),
            years.count(first + "= 'filed'"));
  EXPECT_EQ(years.count("SELECT CAST(sum(filed + unfiled + open) AS BIGINT) FROM improvement_months"),
            years.count(first + "<> 'excluded'"));
  const auto wrong = improvement::verify(years.database(), years.options().now);
  EXPECT_TRUE(wrong.empty()) << wrong.size() << " months, " << wrong.front().what;
}

/// How many stores this person sees once signed in.
std::size_t stores_of(Years& years, const std::string& login) {
  const Instant now = years.options().now;
  const auto me = dealership::sign_in(years.database(), {{login}, {kPassword}}, "test", "::1", now);
  EXPECT_TRUE(me.has_value()) << login;
  if (!me) return 0;
  EXPECT_FALSE(me->me.must_change_password) << login;
  return me->me.stores.size();
}

TEST_P(YearsOn, let_everybody_sign_in_as_the_summary_says) {
  Years years(GetParam(), small());
  EXPECT_EQ(stores_of(years, "zongjingli"), 3U);
  for (const std::string login : {"qiantai", "chenwei", "jingli", "admin"}) {
    EXPECT_NE(years.summary().find(login), std::string::npos);
    EXPECT_EQ(stores_of(years, login), login == "admin" ? 3U : 1U) << login;
  }
  const std::string of_last =
      "SELECT a.login FROM identity_accounts a JOIN dealership_person_stores p ON p.person_id = a.id"
      " JOIN dealership_stores s ON s.id = p.store_id WHERE s.code = '" +
      years.stores().back().code + "' AND a.retired = 0 AND a.login NOT LIKE 'admin%'";
  const auto logins = years.rows(of_last);
  EXPECT_GE(logins.size(), 8U);
  for (const auto& login : logins) EXPECT_EQ(stores_of(years, login), 1U) << login;
}

TEST(YearsOfTwoGroups, let_both_groups_sign_in) {
  auto options = small();
  options.stores = 301;  // one more than a group holds
  options.months = 1;
  options.visits_per_month = 3;
  Years years(Engine::sqlite, options);
  const auto boss = stores_of(years, "zongjingli"), other_boss = stores_of(years, "zongjingli2");
  EXPECT_EQ(boss + other_boss, 301U);
  EXPECT_GT(std::min(boss, other_boss), 0U);
}

/// What is written about the visits beside the visits.
TEST(YearsTruth, says_what_was_planted_and_where) {
  Years years(Engine::sqlite, small(3));
  const auto& truth = years.truth();
  EXPECT_EQ(truth.at("seed").as_int64(), 3);
  EXPECT_EQ(truth.at("from_day").as_string(), "2025-11-11");
  EXPECT_EQ(truth.at("to_day").as_string(), "2026-03-10");
  EXPECT_NE(years.summary().find(years.options().truth_file), std::string::npos);
  double unfiled = 0;
  for (const auto& reason : truth.at("chances").at(0).at("reasons").as_array())
    unfiled += reason.at("chance").as_double();
  EXPECT_NEAR(truth.at("chances").at(0).at("unfiled").as_double(), unfiled, 1e-12);
  std::set<std::string> kinds;
  for (const auto& effect : truth.at("effects").as_array()) {
    kinds.insert(std::string(effect.at("kind").as_string()));
    const std::string store_id(effect.at("store_id").as_string());
    EXPECT_EQ(years.store(store_id).code, std::string(effect.at("store_code").as_string()));
    if (effect.at("person_id").is_null()) continue;
    const std::string person(effect.at("person_id").as_string());
    EXPECT_EQ(years.count("SELECT count(*) FROM dealership_person_stores p JOIN identity_accounts a"
                          " ON a.id = p.person_id WHERE a.id = '" +
                          person + "' AND a.login = '" + std::string(effect.at("login").as_string()) +
                          "' AND p.store_id = '" + store_id + "'"),
              1);
  }
  EXPECT_EQ(kinds, (std::set<std::string>{"person", "hours", "person_at_hours", "remedy"}));
  EXPECT_FALSE(truth.at("thinner_log").is_null());
}

TEST(YearsTruth, says_so_when_nothing_was_planted) {
  auto options = small();
  options.plain = true;
  Years years(Engine::sqlite, options);
  EXPECT_TRUE(years.truth().at("plain").as_bool());
  EXPECT_TRUE(years.truth().at("effects").as_array().empty());
  EXPECT_TRUE(years.truth().at("thinner_log").is_null());
}

/// Long enough for both changes of the clocks in Berlin and the spring festival, and few visits in each of
/// the stores, of which one is in Berlin and one in Urumqi.
class YearsRhythm : public testing::Test {
 protected:
  static YearsOptions options() {
    YearsOptions options;
    options.seed = 8;
    options.stores = 22;
    options.months = 12;
    options.visits_per_month = 40;
    options.plain = true;
    return options;
  }
  static Years& years() {
    static Years filled(Engine::sqlite, options());
    return filled;
  }
};

TEST_F(YearsRhythm, makes_about_as_many_visits_as_asked_for) {
  // Poisson arrivals: three standard deviations, and what comes again lies partly behind the end.
  const double expected = 22 * 12 * 40;
  const auto visits = static_cast<double>(years().count("SELECT count(*) FROM reception_visits"));
  EXPECT_NEAR(visits, expected, 0.03 * expected + 3 * std::sqrt(expected));
  std::set<std::string> sizes;
  for (const auto& row : years().rows("SELECT count(*) FROM reception_visits GROUP BY store_id")) {
    EXPECT_GT(std::stoi(row), 150);
    EXPECT_LT(std::stoi(row), 1000);
    sizes.insert(row);
  }
  EXPECT_GT(sizes.size(), 15U) << "stores differ in size";
}

TEST_F(YearsRhythm, keeps_to_the_opening_hours_of_each_store_by_its_own_clock) {
  std::set<std::string> zones;
  for (const auto& store : years().stores()) {
    zones.insert(store.time_zone);
    const auto zone = store.zone();
    for (const auto& row : years().rows(
             "SELECT arrived_at, day, hour FROM reception_visits WHERE store_id = '" + store.id + "'")) {
      const Instant arrived_at = std::stoll(row);
      const auto local = zone.local(arrived_at);
      EXPECT_GE(local.hour, 9) << row;
      EXPECT_LT(local.hour, 20) << row;
      EXPECT_EQ(row,
                std::to_string(arrived_at) + "|" + zone.day(arrived_at) + "|" + std::to_string(local.hour));
    }
  }
  EXPECT_EQ(zones, (std::set<std::string>{"Asia/Shanghai", "Asia/Urumqi", "Europe/Berlin"}));
}

TEST_F(YearsRhythm, is_that_of_a_week_with_busy_weekends) {
  double weekend = 0, week = 0;
  for (const auto& row : years().rows("SELECT day FROM reception_visits WHERE occasion = 'first'"))
    (days_between("1970-01-05", row) % 7 >= 5 ? weekend : week) += 1;
  EXPECT_NEAR(weekend / 2 / (week / 5), 1.7 / 0.836, 0.15);
}

TEST_F(YearsRhythm, rests_at_the_spring_festival_in_china_only) {
  const auto days = [&](const std::string& zone_is, const std::string& from, const std::string& to) {
    return static_cast<double>(
        years().count("SELECT count(*) FROM reception_visits v JOIN dealership_stores s ON s.id = v.store_id"
                      " WHERE s.time_zone " +
                      zone_is +
                      " 'Europe/Berlin' AND v.occasion = 'first' AND v.day"
                      " BETWEEN '" +
                      from + "' AND '" + to + "'"));
  };
  // New Year's day was 2026-02-17; the same weekdays four weeks before are ordinary ones.
  EXPECT_LT(days("<>", "2026-02-15", "2026-02-23"), 0.3 * days("<>", "2026-01-18", "2026-01-26"));
  EXPECT_GT(days("=", "2026-02-15", "2026-02-23"), 0.3 * days("=", "2026-01-18", "2026-01-26"));
}

TEST_F(YearsRhythm, counts_a_tenth_more_at_the_door_than_in_the_log) {
  const auto counted =
      static_cast<double>(years().count("SELECT CAST(sum(parties) AS BIGINT) FROM reception_sensor_counts"));
  const auto logged =
      static_cast<double>(years().count("SELECT count(*) FROM reception_visits WHERE kind = 'visit'"));
  EXPECT_NEAR(logged / counted, years().truth().at("log_completeness").to_number<double>(), 0.01);
}

}  // namespace
}  // namespace guanxi::demo
