#include "dealership/days_off.h"

#include <gtest/gtest.h>

#include "migrations/migrations.h"
#include "town/town.h"

namespace guanxi::dealership {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class WhoIsAway : public testing::TestWithParam<database::Engine> {
 protected:
  Answer off(const std::string& by, const std::string& who, const std::string& from, const std::string& to,
             const std::string& id = "") {
    return town.post(by, "/stores/{home}/days-off",
                     bj::serialize(bj::object{{"id", id.empty() ? town.new_id() : id},
                                              {"person_id", town.id(who)},
                                              {"from_day", from},
                                              {"to_day", to},
                                              {"note", "休假"}}));
  }
  std::size_t listed(const std::string& who, const std::string& query = "") {
    return town.get(who, "/stores/{home}/days-off" + query).body.at("items").as_array().size();
  }
  WorkPlan plan(const std::string& from) {
    std::optional<WorkPlan> plan;
    town.database().read(
        [&](database::Transaction& tx) { plan.emplace(tx, load_store(tx, town.home()), from); });
    return *plan;
  }
  Town town{GetParam()};
};

TEST_P(WhoIsAway, is_said_by_each_and_by_managers_for_all) {
  const auto id = town.new_id();
  ASSERT_EQ(off("chen", "chen", "2026-03-05", "2026-03-07", id).status, 201);
  ASSERT_EQ(off("chen", "chen", "2026-03-05", "2026-03-07", id).status, 201);  // the answer was lost
  ASSERT_EQ(off("lin", "li", "2026-03-06", "2026-03-06").status, 201);
  EXPECT_EQ(off("chen", "li", "2026-03-09", "2026-03-09").status, 403);
  EXPECT_EQ(listed("lin"), 2U);
  EXPECT_EQ(listed("chen"), 1U);
  EXPECT_EQ(listed("lin", "?from=2026-03-07"), 1U);
  EXPECT_EQ(off("chen", "chen", "2026-03-07", "2026-03-08").error_at("/from_day"), "days_off_overlap");
  EXPECT_EQ(off("chen", "chen", "2026-03-09", "2026-03-08").error_at("/to_day"), "ends_before_it_begins");
  EXPECT_EQ(off("chen", "chen", "2026-04-01", "2027-07-01").error_at("/to_day"), "days_off_too_long");
  EXPECT_EQ(off("lin", "sun", "2026-03-05", "2026-03-05").error_at("/person_id"), "no_such_person");
  EXPECT_EQ(town.remove("li", "/stores/{home}/days-off/" + id).status, 403);
  EXPECT_EQ(town.remove("lin", "/stores/{home}/days-off/" + id).status, 204);
  EXPECT_EQ(town.remove("chen", "/stores/{home}/days-off/" + id).status, 204);
  EXPECT_EQ(listed("lin"), 1U);
}

TEST_P(WhoIsAway, reaches_over_free_weekdays) {
  const auto path = "PUT /stores/{home}/working-hours/" + town.id("chen");
  const auto hours =
      R"({"hours":[{"weekday":1,"opens":"09:00","closes":"18:00"},{"weekday":3,"opens":"09:00","closes":"12:00"},
        {"weekday":4,"opens":"09:00","closes":"18:00"},{"weekday":5,"opens":"09:00","closes":"18:00"}]})";
  ASSERT_EQ(town.ask({"chen", path, hours, {{"if-match", "\"0\""}}}).status, 200);
  ASSERT_EQ(off("chen", "chen", "2026-03-09", "2026-03-09").status, 201);  // a Monday
  const auto chen = town.id("chen");
  const auto plan = this->plan("2026-03-04");
  EXPECT_TRUE(plan.works_on(chen, "2026-03-06"));
  EXPECT_FALSE(plan.works_on(chen, "2026-03-07"));
  EXPECT_EQ(plan.away_until(chen, "2026-03-07"), "2026-03-10");  // Tuesday is free, too
  EXPECT_EQ(plan.away_until(chen, "2026-03-06"), std::nullopt);
  EXPECT_TRUE(plan.works_on(town.id("li"), "2026-03-09"));
  EXPECT_TRUE(plan.works_at(chen, town::kMorning));
  EXPECT_FALSE(plan.works_at(chen, town::kMorning + 2 * kHour));  // noon
  const auto wrong = R"({"hours":[{"weekday":1,"opens":"18:00","closes":"09:00"}]})";
  EXPECT_EQ(town.ask({"chen", path, wrong, {{"if-match", "\"1\""}}}).error_at("/hours/0/closes"),
            "closes_before_opening");
  EXPECT_EQ(town.ask({"li", path, hours, {{"if-match", "\"1\""}}}).status, 403);
  EXPECT_EQ(town.get("chen", "/stores/{home}/working-hours").body.at("items").as_array().size(), 1U);
  EXPECT_GT(town.get("lin", "/stores/{home}/working-hours").body.at("items").as_array().size(), 3U);
}

/// A database from before the step that lets customers have an e-mail address only, with customers in it.
TEST_P(WhoIsAway, schema_lets_those_who_only_wrote_be_on_file) {
  TestDatabase old(GetParam(), TestDatabase::Schema::empty);
  std::vector<database::Migration> before;
  for (const auto& step : migrations()) {
    if (step.name < "0017") before.push_back(step);
  }
  database::migrate(*old, before);
  const auto put = [&](const char* id, std::optional<std::string> phone, std::optional<std::string> email) {
    old->write([&](database::Transaction& tx) {
      tx.execute(
          "INSERT INTO dealership_customers (store_id, id, name, phone, email, created_at)"
          " VALUES ('s', $1, 'n', $2, $3, 1)",
          std::string(id), phone, email);
      return database::Outcome::keep;
    });
  };
  put("a", "+8613800138000", std::nullopt);
  EXPECT_THROW(put("b", std::nullopt, "a@b.c"), database::Failure);
  database::migrate(*old, migrations());
  put("b", std::nullopt, "a@b.c");
  EXPECT_THROW(put("c", std::nullopt, std::nullopt), database::Failure);
  old.reopen();
  put("d", std::nullopt, "d@b.c");
  EXPECT_THROW(put("e", std::nullopt, std::nullopt), database::Failure);
  old->read([](database::Transaction& tx) {
    EXPECT_EQ(tx.query("SELECT 1 FROM dealership_customer_names WHERE email IS NOT NULL").size(), 2U);
    if (tx.engine() == database::Engine::sqlite) {
      EXPECT_EQ(tx.query("PRAGMA integrity_check")[0].get<std::string>(0), "ok");
    }
  });
}

INSTANTIATE_TEST_SUITE_P(Engines, WhoIsAway, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::dealership
