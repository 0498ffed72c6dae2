// Who may do what, written down by hand: every route, every post, every store. A route without a row here, or
// a row without a route, fails.
#include <gtest/gtest.h>

#include <set>

#include "town/town.h"

namespace guanxi {
namespace {

using town::Answer;
using town::Town;

struct Allowed {
  std::string route;
  /// r receptionist, s salesperson, m sales manager, c care specialist, k marketer, g general manager,
  /// a administrator; or "anybody", "signed in", "machine".
  std::string who;
};

const Allowed kTable[] = {
    // One's own session; the password may be changed before anything else is allowed.
    {"GET /session", "signed in"},
    {"POST /session", "anybody"},
    {"DELETE /session", "signed in"},
    {"PUT /session/password", "signed in"},
    {"PUT /session/preferences", "signed in"},
    {"GET /sessions", "signed in"},
    {"DELETE /sessions/{session_id}", "signed in"},
    {"GET /events", "signed in"},
    {"GET /calendar-feed", "smg"},
    {"POST /calendar-feed", "smg"},
    {"DELETE /calendar-feed", "smg"},
    {"GET /notifying", "smg"},
    {"PUT /notifying", "smg"},
    {"POST /notifying/address", "smg"},
    {"POST /notifying/address/confirmation", "smg"},
    {"DELETE /notifying/address", "smg"},
    {"POST /notifying/devices", "smg"},
    {"DELETE /notifying/devices/{device_id}", "smg"},
    {"POST /notifying/devices/{device_id}/trial", "smg"},
    {"GET /stores/{store_id}/failed-messages", "mga"},
    {"GET /feeds/{secret}/calendar.ics", "anybody"},
    {"GET /setup", "anybody"},
    {"POST /setup", "anybody"},
    // The set-up is the administrator's; everybody reads what they work with.
    {"GET /groups", "a"},
    {"POST /groups", "a"},
    {"PUT /groups/{group_id}", "a"},
    {"GET /stores", "rsmckga"},
    {"POST /stores", "a"},
    {"PUT /stores/{store_id}", "a"},
    {"GET /people", "a"},
    {"POST /people", "a"},
    {"PUT /people/{person_id}", "a"},
    {"POST /people/{person_id}/password-reset", "a"},
    {"GET /people/{person_id}/sessions", "a"},
    {"DELETE /people/{person_id}/sessions/{session_id}", "a"},
    {"GET /stores/{store_id}/staff", "rsmckga"},
    {"GET /models", "rsmckga"},
    {"POST /models", "a"},
    {"PUT /models/{model_id}", "a"},
    {"GET /stores/{store_id}/channels", "rsmckga"},
    {"POST /stores/{store_id}/channels", "a"},
    {"PUT /stores/{store_id}/channels/{code}", "a"},
    {"GET /stores/{store_id}/reasons", "rsmckga"},
    {"POST /stores/{store_id}/reasons", "a"},
    {"PUT /stores/{store_id}/reasons/{list}/{code}", "a"},
    {"GET /stores/{store_id}/tokens", "a"},
    {"POST /stores/{store_id}/tokens", "a"},
    {"DELETE /stores/{store_id}/tokens/{token_id}", "a"},
    {"GET /stores/{store_id}/facts", "mga"},
    {"GET /facts", "a"},
    // Who works when: each for themselves, managers for all.
    {"GET /stores/{store_id}/days-off", "rsmckga"},
    {"POST /stores/{store_id}/days-off", "rsmckga"},
    {"DELETE /stores/{store_id}/days-off/{days_off_id}", "rsmckga"},
    {"GET /stores/{store_id}/working-hours", "rsmckga"},
    {"PUT /stores/{store_id}/working-hours/{person_id}", "rsmckga"},
    // The log: the desk opens, salespeople close, managers correct; care has no part in it.
    {"GET /stores/{store_id}/house", "rsmkga"},
    {"GET /stores/{store_id}/today", "rsmkga"},
    {"GET /stores/{store_id}/visits", "rsmkga"},
    {"GET /stores/{store_id}/visits/{visit_id}", "rsmkga"},
    {"POST /stores/{store_id}/visits", "rsm"},
    {"GET /stores/{store_id}/visits.csv", "mga"},
    {"PUT /stores/{store_id}/visits/{visit_id}", "smg"},
    {"POST /stores/{store_id}/visits/{visit_id}/departure", "rsmg"},
    {"POST /stores/{store_id}/visits/{visit_id}/handover", "rsmg"},
    {"POST /stores/{store_id}/visits/{visit_id}/filing", "smg"},
    {"POST /stores/{store_id}/visits/{visit_id}/unfiled", "smg"},
    {"POST /stores/{store_id}/visits/{visit_id}/exclusion", "rsmg"},
    {"POST /stores/{store_id}/visits/{visit_id}/exclusion/confirmation", "rsmg"},
    {"DELETE /stores/{store_id}/visits/{visit_id}/exclusion", "rsmg"},
    {"POST /stores/{store_id}/visits/{visit_id}/reopening", "mg"},
    {"GET /stores/{store_id}/known-customer", "rsmcga"},
    {"GET /stores/{store_id}/duty", "rsmkga"},
    {"PUT /stores/{store_id}/duty/{person_id}", "rsm"},
    {"POST /stores/{store_id}/duty/{person_id}/skip", "rsm"},
    {"GET /stores/{store_id}/door-counts", "rmkga"},
    {"POST /stores/{store_id}/door-counts/taps", "rm"},
    {"PUT /stores/{store_id}/door-counts/{day}/{hour}", "machine"},
    // An old log is brought by who answers for the new one.
    {"POST /stores/{store_id}/imports", "ma"},
    {"GET /stores/{store_id}/imports", "ma"},
    {"GET /stores/{store_id}/imports/{import_id}", "ma"},
    {"PUT /stores/{store_id}/imports/{import_id}/mapping", "ma"},
    {"POST /stores/{store_id}/imports/{import_id}/trial", "ma"},
    {"POST /stores/{store_id}/imports/{import_id}/run", "ma"},
    {"GET /stores/{store_id}/imports/{import_id}/rows", "ma"},
    {"GET /stores/{store_id}/imports/{import_id}/refused.csv", "ma"},
    // Customers: who calls them; the desk only finds them.
    {"GET /stores/{store_id}/customers", "smcga"},
    {"GET /stores/{store_id}/customers.csv", "mga"},
    {"GET /stores/{store_id}/customers/{customer_id}", "smcga"},
    {"PUT /stores/{store_id}/customers/{customer_id}", "smcga"},
    {"POST /stores/{store_id}/customers/{customer_id}/consents", "smcga"},
    // Whoever keys somebody in is told who it might be.
    {"GET /stores/{store_id}/look-alikes", "smcga"},
    {"GET /stores/{store_id}/prospects", "smckga"},
    {"GET /stores/{store_id}/prospects/columns", "smckga"},
    {"GET /stores/{store_id}/prospects.csv", "mga"},
    {"GET /stores/{store_id}/prospects.xlsx", "mga"},
    {"GET /stores/{store_id}/prospects.vcf", "mga"},
    {"GET /stores/{store_id}/prospects/{card_id}/contact.vcf", "smckga"},
    {"GET /stores/{store_id}/prospects/filters", "smckga"},
    {"POST /stores/{store_id}/prospects/filters", "smckga"},
    {"PUT /stores/{store_id}/prospects/filters/{filter_id}", "smckga"},
    {"DELETE /stores/{store_id}/prospects/filters/{filter_id}", "smckga"},
    {"GET /stores/{store_id}/prospects/holders", "mg"},
    {"POST /stores/{store_id}/prospects/reassignments", "mg"},
    {"GET /stores/{store_id}/prospects/month-form", "smckga"},
    {"GET /stores/{store_id}/prospects/day-form", "smckga"},
    {"GET /stores/{store_id}/prospects/calibration", "mga"},
    {"GET /stores/{store_id}/prospects/calibration/cards", "mga"},
    {"GET /stores/{store_id}/prospects/due", "smckga"},
    {"GET /stores/{store_id}/prospects/board", "mckga"},
    {"GET /stores/{store_id}/leads", "smckga"},
    {"GET /stores/{store_id}/leads/summary", "smckga"},
    {"GET /stores/{store_id}/leads/rules", "mckga"},
    {"PUT /stores/{store_id}/leads/rules", "mga"},
    {"GET /stores/{store_id}/leads/times", "smckga"},
    {"PUT /stores/{store_id}/leads/times/{day}", "mga"},
    {"GET /stores/{store_id}/leads/{lead_id}", "smckga"},
    {"POST /stores/{store_id}/leads", "machine"},
    {"POST /stores/{store_id}/leads/adf", "machine"},
    {"GET /stores/{store_id}/prospects/rules", "smckga"},
    {"PUT /stores/{store_id}/prospects/rules/{day}", "mga"},
    {"GET /stores/{store_id}/prospects/{card_id}", "smckga"},
    {"PUT /stores/{store_id}/prospects/{card_id}", "smg"},
    {"POST /stores/{store_id}/prospects/{card_id}/follow-ups", "smg"},
    {"POST /stores/{store_id}/prospects/{card_id}/orders", "smg"},
    {"POST /stores/{store_id}/prospects/{card_id}/delivery", "smg"},
    {"POST /stores/{store_id}/prospects/{card_id}/cancellation", "smg"},
    {"POST /stores/{store_id}/prospects/{card_id}/handover", "mg"},
    {"POST /stores/{store_id}/prospects/{card_id}/loss/approval", "mg"},
    {"POST /stores/{store_id}/prospects/{card_id}/loss/rejection", "mg"},
    {"POST /stores/{store_id}/prospects/{card_id}/party", "smg"},
    {"PUT /stores/{store_id}/prospects/{card_id}/party/{member_id}", "smg"},
    {"DELETE /stores/{store_id}/prospects/{card_id}/party/{member_id}", "smg"},
    {"GET /stores/{store_id}/notices", "smg"},
    {"POST /stores/{store_id}/notices/{notice_id}/seen", "smg"},
    // Who brings an old log sees whom it brought twice; deciding is the managers'.
    {"GET /stores/{store_id}/duplicates", "mga"},
    {"POST /stores/{store_id}/duplicates/{duplicate_id}/difference", "mg"},
    {"POST /stores/{store_id}/duplicates/{duplicate_id}/merge", "mg"},
    {"GET /stores/{store_id}/merges", "mg"},
    {"POST /stores/{store_id}/merges/{merge_id}/undo", "mg"},
    {"GET /stores/{store_id}/calendar", "rsmckga"},
    {"GET /stores/{store_id}/test-cars", "rsmckga"},
    {"POST /stores/{store_id}/test-cars", "mga"},
    {"PUT /stores/{store_id}/test-cars/{car_id}", "mga"},
    {"POST /stores/{store_id}/prospects/{card_id}/appointments", "smg"},
    {"PUT /stores/{store_id}/appointments/{appointment_id}", "smg"},
    {"POST /stores/{store_id}/appointments/{appointment_id}/arrival", "smg"},
    {"POST /stores/{store_id}/appointments/{appointment_id}/no-show", "smg"},
    {"POST /stores/{store_id}/appointments/{appointment_id}/cancellation", "smg"},
    {"POST /stores/{store_id}/prospects/{card_id}/test-drives", "smg"},
    {"PUT /stores/{store_id}/test-drives/{drive_id}", "smg"},
    {"POST /stores/{store_id}/test-drives/{drive_id}/completion", "smg"},
    {"POST /stores/{store_id}/test-drives/{drive_id}/cancellation", "smg"},
    {"POST /stores/{store_id}/prospects/{card_id}/quotes", "smg"},
    {"POST /stores/{store_id}/quotes/{quote_id}/versions", "smg"},
    {"GET /stores/{store_id}/quotes/{quote_id}/versions/{n}", "smckga"},
    {"GET /stores/{store_id}/quotes/{quote_id}/versions/{n}/pdf", "smckga"},
    {"POST /stores/{store_id}/quotes/{quote_id}/withdrawal", "smg"},
    {"GET /search", "rsmcga"},
    // What time goes into: managers look at everybody's, salespeople at their own load.
    {"GET /stores/{store_id}/truth", "mg"},
    {"GET /stores/{store_id}/truth/findings", "mg"},
    {"GET /stores/{store_id}/truth.csv", "mg"},
    {"GET /stores/{store_id}/truth.xlsx", "mg"},
    {"GET /groups/{group_id}/truth", "mg"},
    {"GET /stores/{store_id}/workload", "smg"},
    {"GET /stores/{store_id}/workload/ahead", "mg"},
    {"GET /stores/{store_id}/workload/cards", "smg"},
    {"GET /stores/{store_id}/workload/hours", "smg"},
    {"GET /stores/{store_id}/workload.csv", "mg"},
    {"GET /stores/{store_id}/workload.xlsx", "mg"},
    {"GET /stores/{store_id}/workload/hours.csv", "mg"},
    {"GET /stores/{store_id}/workload/hours.xlsx", "mg"},
    // What became of those who came: salespeople see their own hundred.
    {"GET /stores/{store_id}/hundred", "rsmkga"},
    {"GET /stores/{store_id}/cohorts", "rmkga"},
    {"GET /stores/{store_id}/cohorts/visits", "rmkga"},
    {"GET /groups/{group_id}/cohorts", "rmkga"},
    {"GET /stores/{store_id}/unfiled/months", "rmkga"},
    {"GET /stores/{store_id}/unfiled/causes", "rmkga"},
    {"GET /stores/{store_id}/unfiled/groups", "rmkga"},
    {"GET /stores/{store_id}/unfiled/differences", "rmkga"},
    {"GET /stores/{store_id}/unfiled/visits", "rmkga"},
    {"GET /stores/{store_id}/unfiled/table.csv", "rmkga"},
    {"GET /stores/{store_id}/unfiled/table.xlsx", "rmkga"},
    {"GET /groups/{group_id}/hundred", "rmkga"},
    {"GET /groups/{group_id}/unfiled/months", "rmkga"},
    {"GET /groups/{group_id}/unfiled/causes", "rmkga"},
    {"GET /groups/{group_id}/unfiled/groups", "rmkga"},
    {"GET /groups/{group_id}/unfiled/differences", "rmkga"},
    {"GET /groups/{group_id}/unfiled/store-months", "rmkga"},
    {"GET /groups/{group_id}/unfiled/stores", "rmkga"},
    {"GET /groups/{group_id}/unfiled/table.csv", "rmkga"},
    {"GET /groups/{group_id}/unfiled/table.xlsx", "rmkga"},
};

/// Login of the holder of a post in the home store.
const std::map<char, std::string> kHolders = {{'r', "zhao"},   {'s', "chen"}, {'m', "lin"},  {'c', "care"},
                                              {'k', "market"}, {'g', "boss"}, {'a', "admin"}};

class Permissions : public testing::TestWithParam<database::Engine> {
 protected:
  static bool of_a_store(const std::string& route) { return route.contains("{store_id}"); }
  static bool is_for_posts(const Allowed& row) {
    return row.who != "anybody" && row.who != "signed in" && row.who != "machine";
  }

  /// The route with its holes filled: ids that nothing has, and the asker's own where people act on
  /// themselves.
  std::string filled(std::string route, const std::string& store, const std::string& who) {
    const auto fill = [&](const std::string& hole, const std::string& with) {
      if (const auto at = route.find(hole); at != std::string::npos) route.replace(at, hole.size(), with);
    };
    fill("{store_id}", "{" + store + "}");
    fill("{list}", "unfiled");
    fill("{code}", "U1.nothing");
    fill("{day}", "2026-03-04");
    fill("{hour}", "9");
    fill("{n}", "1");
    const bool on_themselves = route.contains("/duty/") || route.contains("/working-hours/");
    if (on_themselves && !who.empty()) fill("{person_id}", town.id(who));
    for (const auto* hole :
         {"{session_id}",  "{group_id}",  "{person_id}", "{model_id}",       "{token_id}",  "{visit_id}",
          "{customer_id}", "{import_id}", "{card_id}",   "{member_id}",      "{notice_id}", "{duplicate_id}",
          "{merge_id}",    "{filter_id}", "{car_id}",    "{appointment_id}", "{drive_id}",  "{lead_id}",
          "{days_off_id}", "{quote_id}",  "{device_id}"}) {
      fill(hole, town.new_id());
    }
    return route;
  }
  Answer ask(const std::string& who, const std::string& route, const std::string& store = "home") {
    const auto answer = town.ask({who, filled(route, store, who), "{}", {{"if-match", "\"1\""}}});
    if (route == "DELETE /session" && !who.empty()) town.travel(town.clock().now());  // signs in again
    return answer;
  }
  void expect_allowed(const Answer& answer, const std::string& what) {
    EXPECT_TRUE(answer.status != 401 && answer.status != 403 && answer.status < 500)
        << what << ": " << answer.status << " " << answer.text;
  }

  Town town{GetParam()};
};

TEST_P(Permissions, every_route_has_a_row_and_every_row_a_route) {
  std::set<std::string> routes, rows;
  for (const auto& route : town.app().api().routes()) routes.insert(route.method + " " + route.path);
  for (const auto& row : kTable) EXPECT_TRUE(rows.insert(row.route).second) << row.route;
  for (const auto& route : routes)
    EXPECT_TRUE(rows.contains(route)) << "nobody has decided who may " << route;
  for (const auto& row : rows) EXPECT_TRUE(routes.contains(row)) << "there is no " << row;
}

TEST_P(Permissions, posts_do_in_their_store_what_the_table_says) {
  for (const auto& row : kTable) {
    for (const auto& [post, login] : kHolders) {
      const auto answer = ask(login, row.route);
      const bool allowed =
          row.who == "anybody" || row.who == "signed in" || (is_for_posts(row) && row.who.contains(post));
      if (allowed) {
        expect_allowed(answer, login + " " + row.route);
      } else {
        EXPECT_EQ(answer.status, 403) << login << " " << row.route << " " << answer.text;
        EXPECT_EQ(answer.code(), "forbidden") << login << " " << row.route;
      }
    }
  }
}

TEST_P(Permissions, other_stores_are_not_there) {
  for (const auto& row : kTable) {
    if (!of_a_store(row.route)) continue;
    for (const auto& [post, login] : kHolders) {
      for (const std::string store : {"sister", "foreign"}) {
        const bool sees = login == "admin" || (login == "boss" && store == "sister");
        const auto answer = ask(login, row.route, store);
        const auto what = login + " in " + store + " " + row.route;
        if (!sees) {
          EXPECT_EQ(answer.status, 404) << what;  // and never 403: nobody learns that there is such a store
        } else if (is_for_posts(row) && row.who.contains(post)) {
          expect_allowed(answer, what);
        } else {
          EXPECT_EQ(answer.status, 403) << what;
        }
      }
    }
    EXPECT_EQ(ask("wang", row.route, "home").status, 404) << row.route;
  }
}

TEST_P(Permissions, a_store_that_does_not_exist_looks_like_one_that_is_not_theirs) {
  for (const auto& row : kTable) {
    if (!of_a_store(row.route)) continue;
    const auto there = ask("lin", row.route, "foreign");
    auto route = row.route;
    for (const auto& id : {town.new_id(), std::string("not-an-id"), std::string("%27%20OR%201=1")}) {
      auto nowhere = route;
      nowhere.replace(nowhere.find("{store_id}"), 10, id);
      const auto answer = ask("lin", nowhere);
      EXPECT_EQ(answer.status, there.status) << nowhere;
      EXPECT_EQ(answer.text, there.text) << nowhere;
    }
  }
}

TEST_P(Permissions, nothing_is_for_strangers) {
  for (const auto& row : kTable) {
    const auto out = ask("", row.route);
    if (row.who == "anybody") {
      expect_allowed(out, row.route);
      continue;
    }
    EXPECT_EQ(out.status, 401) << row.route;
    EXPECT_EQ(out.code(), "not_signed_in");
    for (const auto& headers : {std::map<std::string, std::string>{{"cookie", "guanxi_session=wrong"}},
                                {{"authorization", "Bearer wrong"}}}) {
      EXPECT_EQ(town.ask({"", filled(row.route, "home", ""), "{}", headers}).status, 401) << row.route;
    }
  }
}

TEST_P(Permissions, machines_report_door_counts_and_leads_of_their_store_and_nothing_else) {
  const auto made =
      town.post("admin", "/stores/{home}/tokens", R"({"id":")" + town.new_id() + R"(","name":"门口"})");
  const std::map<std::string, std::string> token = {
      {"authorization", "Bearer " + made.text_at("secret")}, {"if-match", "\"1\""}, {"x-requested-with", ""}};
  for (const auto& row : kTable) {
    const auto answer = town.ask({"", filled(row.route, "home", ""), "{}", token});
    if (row.who == "anybody" || row.who == "machine") {
      expect_allowed(answer, row.route);
    } else {
      EXPECT_EQ(answer.status, 403) << row.route;
    }
    if (of_a_store(row.route)) {
      EXPECT_EQ(town.ask({"", filled(row.route, "sister", ""), "{}", token}).status, 404) << row.route;
    }
  }
}

TEST_P(Permissions, everything_waits_for_the_change_of_a_first_password) {
  town.database().write([&](database::Transaction& tx) {
    tx.execute("UPDATE identity_accounts SET must_change_password = 1");
    return database::Outcome::keep;
  });
  for (const auto& row : kTable) {
    for (const auto& login : {"chen", "admin"}) {
      const auto answer = ask(login, row.route);
      if (row.who == "anybody" || row.who == "signed in") {
        expect_allowed(answer, row.route);
      } else {
        EXPECT_EQ(answer.status, 403) << row.route;
        EXPECT_EQ(answer.code(), "password_change_required") << row.route;
      }
    }
  }
}

TEST_P(Permissions, other_pages_cannot_make_a_browser_change_anything) {
  for (const auto& row : kTable) {
    if (row.route.starts_with("GET ") || row.who == "anybody") continue;
    const auto answer =
        town.ask({"admin", filled(row.route, "home", "admin"), "{}", {{"x-requested-with", ""}}});
    EXPECT_EQ(answer.status, 403) << row.route;
    EXPECT_EQ(answer.code(), "missing_request_mark") << row.route;
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, Permissions, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi
