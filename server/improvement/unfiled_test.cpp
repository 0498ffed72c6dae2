// Unfiled over some months of a dealership: every number of every panel is a plain recount of the visits, and
// the length of the list behind it; and what is refused.
#include "improvement/unfiled.h"

#include <gtest/gtest.h>

#include "town/years.h"

namespace guanxi::improvement {
namespace {

namespace bj = boost::json;
using database::Engine;
using town::Years;

const std::string kMonths = "from=2025-12&to=2026-03";

/// A first visit, read from the table itself.
struct Plain {
  std::map<std::string, std::string> values;  ///< by dimension
  std::string state;
};

std::string class_of_stay(std::int64_t minutes) {
  return minutes < 3 ? "0" : minutes < 10 ? "3" : minutes < 30 ? "10" : minutes < 60 ? "30" : "60";
}

class Unfiled : public testing::TestWithParam<Engine> {
 protected:
  static Years& made(Engine engine) {
    static std::map<Engine, std::unique_ptr<Years>> all;
    demo::YearsOptions options;
    options.seed = 21;
    options.stores = 2;
    options.months = 5;
    options.visits_per_month = 110;
    if (!all[engine]) all[engine] = std::make_unique<Years>(engine, options);
    return *all[engine];
  }

  bj::value ask(const std::string& path) {
    const auto answer = years.get("jingli", "/stores/" + home + path);
    EXPECT_EQ(answer.status, 200) << path << answer.body;
    return bj::parse(answer.body);
  }
  /// How long the list behind a number is, read page by page.
  std::size_t length(const std::string& query) {
    std::size_t length = 0;
    std::string cursor;
    do {
      const auto page = ask("/unfiled/visits?limit=150&" + kMonths + query + cursor);
      length += page.at("items").as_array().size();
      const auto& next = page.at("next_cursor");
      cursor = next.is_string() ? "&cursor=" + std::string(next.as_string()) : "";
    } while (!cursor.empty());
    return length;
  }

  /// Those of whom it is not known are asked for without a value.
  static std::string having(const std::string& by, const std::string& value) {
    return "&by=" + by + (value.empty() ? "" : "&value=" + value);
  }

  static Plain plain_of(const std::string& row, const std::map<std::string, std::string>& duty, Instant now) {
    std::vector<std::string> cells;
    std::istringstream in(row);
    for (std::string cell; std::getline(in, cell, '|');) cells.push_back(cell == "-" ? "" : cell);
    const auto& [day, hour, left, arrived] = std::tie(cells[0], cells[1], cells[2], cells[3]);
    Plain plain;
    const bool old = std::stoll(arrived) < now - 24 * kHour;
    plain.state = cells[4] == "filed" || cells[4] == "unfiled" ? cells[4] : old ? "unfiled" : "open";
    auto& values = plain.values;
    values["hour"] = std::to_string(days_between("1970-01-05", day) % 7 + 1) + "-" + hour;
    values["minutes"] = left.empty() ? "" : class_of_stay((std::stoll(left) - std::stoll(arrived)) / 60000);
    values["person"] = cells[5];
    values["channel"] = cells[6];
    values["model"] = cells[7];
    values["asks"] = cells[8];
    values["second_face"] = cells[9];
    values["reason"] = cells[4] == "unfiled" ? cells[10] : "U9.unknown";
    values["on_duty"] = duty.contains(day) ? duty.at(day) : "";
    return plain;
  }
  std::vector<Plain> recount() {
    std::map<std::string, std::string> duty;
    for (const auto& row :
         years.rows("SELECT day, count(*) FROM reception_duty WHERE store_id = '" + home + "' GROUP BY day"))
      duty[row.substr(0, 10)] = row.substr(11);
    std::vector<Plain> all;
    for (const auto& row : years.rows(
             "SELECT day, hour, left_at, arrived_at, standing, salesperson_id, channel_code, model_id,"
             " asks, second_face, reason_code, id FROM reception_visits WHERE kind = 'visit'"
             " AND occasion = 'first' AND standing <> 'excluded' AND day >= '2025-12-01' AND store_id = '" +
             home + "'"))
      all.push_back(plain_of(row, duty, years.options().now));
    return all;
  }

  Years& years{made(GetParam())};
  const std::string home = years.stores().front().id;
};
INSTANTIATE_TEST_SUITE_P(Engines, Unfiled, testing::ValuesIn(engines()), engine_name);

TEST_P(Unfiled, panels_are_a_recount_of_the_visits_and_the_length_of_their_lists) {
  const auto visits = recount();
  ASSERT_GT(visits.size(), 150U);
  for (const auto* by :
       {"person", "hour", "channel", "model", "minutes", "asks", "second_face", "on_duty", "reason"}) {
    const auto groups = ask("/unfiled/groups?" + kMonths + "&by=" + by);
    const bool rates = groups.at("rates").as_bool();
    std::size_t told = 0;
    for (const auto& group : groups.at("groups").as_array()) {
      const std::string value(group.at("value").as_string());
      for (const std::string state : {"filed", "unfiled", "open"}) {
        const auto number = group.at(state).to_number<std::size_t>();
        const auto counted = std::ranges::count_if(visits, [&](const Plain& visit) {
          return visit.state == state && visit.values.at(by) == value && (rates || state == "unfiled");
        });
        EXPECT_EQ(number, static_cast<std::size_t>(counted)) << by << " " << value << " " << state;
        if (number > 0 || state == "unfiled") {
          EXPECT_EQ(number, length(having(by, value) + "&outcome=" + state))
              << by << " " << value << " " << state;
        }
        told += number;
      }
    }
    const auto all = rates ? visits.size()
                           : static_cast<std::size_t>(std::ranges::count(visits, "unfiled", &Plain::state));
    EXPECT_EQ(told, all) << by;
  }
}

TEST_P(Unfiled, causes_are_the_length_of_their_lists_on_both_levels) {
  const auto causes = ask("/unfiled/causes?" + kMonths);
  std::size_t told = 0;
  for (const auto& cause : causes.at("causes").as_array()) {
    const std::string code(cause.at("code").as_string());
    EXPECT_EQ(cause.at("count").to_number<std::size_t>(), length("&reason=" + code)) << code;
    for (const auto& reason : cause.at("reasons").as_array()) {
      const auto number = reason.at("count").to_number<std::size_t>();
      EXPECT_EQ(number, length("&reason=" + std::string(reason.at("code").as_string())));
      told += number;
    }
  }
  EXPECT_EQ(told, causes.at("unfiled").to_number<std::size_t>());
  EXPECT_EQ(told, length("&outcome=unfiled"));
}

TEST_P(Unfiled, groups_that_were_looked_at_are_the_length_of_their_lists) {
  const auto differences = ask("/unfiled/differences?" + kMonths);
  EXPECT_GT(differences.at("looked_at").to_number<int>(), 10);
  std::set<std::string> seen;
  const auto length_of = [&](const bj::value& one, const std::string& outcome) {
    const std::string by(one.at("by").as_string()), value(one.at("value").as_string());
    seen.insert(by);
    return length(having(by, value) + "&outcome=" + outcome);
  };
  for (const auto& small : differences.at("too_small").as_array()) {
    EXPECT_EQ(small.at("of").to_number<std::size_t>(),
              length_of(small, "filed") + length_of(small, "unfiled"))
        << bj::serialize(small);
    EXPECT_GT(small.at("more_visits").to_number<int>(), 0);
  }
  for (const auto& found : differences.at("found").as_array())
    EXPECT_EQ(found.at("unfiled").to_number<std::size_t>(), length_of(found, "unfiled"));
  EXPECT_FALSE(seen.empty());
}

TEST_P(Unfiled, numbers_of_a_group_lead_to_its_stores_and_their_lists) {
  const auto of_group = [&](const std::string& path) {
    const auto answer = years.get("zongjingli", "/groups/" + years.stores().front().group_id + path);
    EXPECT_EQ(answer.status, 200) << path << answer.body;
    return bj::parse(answer.body);
  };
  const auto expect_stores = [&](const std::string& query, std::int64_t number) {
    const auto behind = of_group("/unfiled/stores?" + kMonths + query);
    EXPECT_EQ(behind.at("count").to_number<std::int64_t>(), number) << query;
    std::int64_t sum = 0;
    for (const auto& each : behind.at("stores").as_array()) {
      const auto count = each.at("count").to_number<std::int64_t>();
      sum += count;
      if (each.at("store").at("id").as_string() == home) {
        EXPECT_EQ(static_cast<std::size_t>(count), length(query)) << query;
      }
    }
    EXPECT_EQ(sum, number) << query;
  };
  for (const std::string by : {"hour", "channel", "model", "minutes", "asks"}) {
    const auto groups = of_group("/unfiled/groups?" + kMonths + "&by=" + by);
    for (const auto& group : groups.at("groups").as_array()) {
      const auto number = group.at("unfiled").to_number<std::int64_t>();
      expect_stores(having(by, std::string(group.at("value").as_string())) + "&outcome=unfiled", number);
    }
  }
  const auto causes = of_group("/unfiled/causes?" + kMonths);
  for (const auto& cause : causes.at("causes").as_array())
    expect_stores(having("reason", std::string(cause.at("code").as_string())) + "&outcome=unfiled",
                  cause.at("count").to_number<std::int64_t>());
  const auto overall = of_group("/unfiled/months?" + kMonths).at("overall");
  expect_stores("&outcome=filed", overall.at("filed").to_number<std::int64_t>());
}

TEST_P(Unfiled, months_are_a_recount_of_the_visits_and_of_the_door) {
  const auto chart = ask("/unfiled/months?" + kMonths);
  ASSERT_EQ(chart.at("points").as_array().size(), 4U);
  for (const auto& point : chart.at("points").as_array()) {
    const std::string month(point.at("month").as_string());
    const std::string in_month = " store_id = '" + home + "' AND substr(day, 1, 7) = '" + month + "'";
    const auto filed = years.count(
        "SELECT count(*) FROM reception_visits WHERE kind = 'visit'"
        " AND occasion = 'first' AND standing = 'filed' AND" +
        in_month);
    EXPECT_EQ(point.at("filing").at("filed").to_number<std::int64_t>(), filed);
    EXPECT_EQ(point.at("completeness").at("logged").to_number<std::int64_t>(),
              years.count("SELECT count(*) FROM reception_visits WHERE kind = 'visit' AND" + in_month));
    EXPECT_EQ(
        point.at("completeness").at("counted").to_number<std::int64_t>(),
        years.count("SELECT CAST(sum(parties) AS BIGINT) FROM reception_sensor_counts WHERE" + in_month));
    const auto of = static_cast<double>(filed + point.at("filing").at("unfiled").to_number<std::int64_t>());
    const double centre = chart.at("centre").to_number<double>();
    const double reach = 3 * std::sqrt(centre * (1 - centre) / of);
    EXPECT_NEAR(point.at("low").to_number<double>(), std::max(0.0, centre - reach), 1e-12);
    EXPECT_NEAR(point.at("high").to_number<double>(), centre + reach, 1e-12);
  }
}

/// What is not known is shown but not compared: most visits without a model are unfiled ones.
TEST_P(Unfiled, visits_of_which_something_is_not_known_do_not_move_the_others) {
  const auto models = ask("/unfiled/groups?by=model&" + kMonths);
  std::int64_t unfiled = 0, of = 0;
  for (const auto& group : models.at("groups").as_array()) {
    const auto left = group.at("unfiled").to_number<std::int64_t>();
    if (group.at("value").as_string().empty()) {
      EXPECT_FALSE(group.at("beyond").as_bool());
      EXPECT_TRUE(group.at("shrunken").is_null());
      EXPECT_GT(group.at("rate").to_number<double>(), 0.9);
      continue;
    }
    unfiled += left;
    of += left + group.at("filed").to_number<std::int64_t>();
  }
  EXPECT_NEAR(models.at("overall").to_number<double>(),
              static_cast<double>(unfiled) / static_cast<double>(of), 1e-12);
}

TEST_P(Unfiled, refuses_months_that_make_no_span) {
  const auto refused = [&](const std::string& query, const std::string& pointer, const std::string& code) {
    for (const std::string part : {"months?", "causes?", "groups?by=person&", "differences?", "visits?"}) {
      const auto answer = years.get("jingli", "/stores/" + home + "/unfiled/" + part + query);
      EXPECT_EQ(answer.status, 422) << part << query;
      const auto body = bj::parse(answer.body);
      const auto& error = body.at("errors").at(0);
      EXPECT_EQ(error.at("pointer").as_string(), pointer);
      EXPECT_EQ(error.at("code").as_string(), code);
      EXPECT_EQ(error.at("detail").as_string().find("{"), std::string::npos);
    }
  };
  refused("to=2026-13", "/to", "not_a_month");
  refused("from=2026-1", "/from", "not_a_month");
  refused("from=2026-03&to=2026-02", "/to", "months_upside_down");
  refused("from=2021-03&to=2026-03", "/from", "too_many_months");
  EXPECT_EQ(years.get("jingli", "/stores/" + home + "/unfiled/months?from=2021-04&to=2026-03").status, 200);
  EXPECT_EQ(years.get("jingli", "/stores/" + home + "/unfiled/groups?by=weather").status, 422);
}

TEST_P(Unfiled, is_not_for_those_who_only_see_their_own_visits_and_not_of_other_stores) {
  EXPECT_EQ(years.get("chenwei", "/stores/" + home + "/unfiled/months").status, 403);
  const auto& other = years.stores().back();
  EXPECT_EQ(years.get("jingli", "/stores/" + other.id + "/unfiled/months").status, 404);
  EXPECT_EQ(years.get("jingli", "/stores/" + other.id + "/unfiled/visits").status, 404);
  EXPECT_EQ(years.get("zongjingli", "/stores/" + other.id + "/unfiled/months").status, 200);
}

}  // namespace
}  // namespace guanxi::improvement
