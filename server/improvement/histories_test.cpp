// Random months in the showroom, held against a plain recount of the visits that the log shows: whatever
// people correct, take back or close late, in whatever order, every number of a page is the length of the
// list behind it, and every tally agrees with the log.
#include <gtest/gtest.h>

#include <random>

#include "improvement/improvement.h"
#include "town/town.h"

namespace guanxi::improvement {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

/// Where and when a story plays; it goes on for 70 days.
struct Story {
  std::string name, zone;
  Instant begins;
};
const Story kStories[] = {
    {"leap_february", "Asia/Shanghai", 1832889600000},   // 2028-01-31 00:00Z
    {"spring_forward", "Europe/Berlin", 1772150400000},  // 2026-02-27 00:00Z: summer time on March 29
    {"year_end", "America/New_York", 1793232000000},     // 2026-10-29 00:00Z: winter time on November 1
};

/// A visit as the log shows it.
struct Shown {
  std::string id, month, state, reason, person, channel, hour;
};

class Histories : public testing::TestWithParam<std::tuple<database::Engine, Story>> {
 protected:
  Histories() {
    town.travel(story.begins);
    town.move_to_zone("home", story.zone);
  }

  std::size_t dice(std::size_t sides) { return rng() % sides; }
  const std::string& one_of(const std::vector<std::string>& words) { return words[dice(words.size())]; }
  Instant some_time_ago() { return town.clock().now() - static_cast<Instant>(dice(50 * kDay)); }

  void open_visit() {
    const auto id = town.new_id();
    const bj::object body{{"id", id},
                          {"way", one_of({"walk_in", "walk_in", "walk_in", "appointment", "call", "again"})},
                          {"salesperson_id", town.id(one_of({"chen", "li"}))},
                          {"channel_code", one_of({"natural.passing", "video.douyin", "referral.owner"})},
                          {"arrived_at", format_instant(some_time_ago())}};
    const auto answer = town.post("lin", "/stores/{home}/visits", bj::serialize(body));
    ASSERT_EQ(answer.status, 201) << answer.text;
    ids.push_back(id);
  }
  void change(const std::string& who, const std::string& below, const std::string& body) {
    // Some of these are refused, as they are in life.
    EXPECT_LT(town.post(who, Town::visit(ids[dice(ids.size())], below), body).status, 500);
  }
  void move_visit() {
    const auto id = ids[dice(ids.size())];
    const auto shown = town.get("lin", Town::visit(id));
    bj::object body;
    for (const auto* same :
         {"party_size", "channel_code", "reason_code", "price_from", "price_to", "purchase_when",
          "purchase_day", "asks", "second_face", "story", "test_drive", "quote", "trade_in"}) {
      body[same] = shown.body.at(same);
    }
    body["model_id"] = shown.body.at("model").is_null() ? bj::value() : shown.body.at("model").at("id");
    body["left_at"] = nullptr;
    body["arrived_at"] = format_instant(some_time_ago());
    body["kind"] = one_of({"visit", "visit", "visit", "call"});
    body["occasion"] = one_of({"first", "first", "again"});
    EXPECT_LT(town.put("lin", Town::visit(id), bj::serialize(body), shown.version()).status, 500);
  }
  void do_something() {
    if (ids.size() < 10) return open_visit();
    const std::string phone = "1380013" + std::to_string(8000 + dice(60));
    switch (dice(12)) {
      case 0:
      case 1:
      case 2:
        return open_visit();
      case 3:
      case 4:
        return change("lin", "/unfiled", town.unfiled(one_of({"U1.forgot", "U1.judged", "U2.distrust"})));
      case 5:
      case 6:
        return change("lin", "/filing", town.filing(phone));
      case 7:
        return change("chen", "/exclusion", R"({"code":"X1.delivery"})");
      case 8:
        return change("lin", "/exclusion/confirmation", "{}");
      case 9:
        return change("lin", "/reopening", "{}");
      case 10:
        return move_visit();
      default:
        town.clock().advance(static_cast<Instant>(dice(2 * kHour)));
        if (dice(3) == 0) folder().fold_once();
    }
  }

  /// The first visits as the log's own list shows them, read page by page.
  std::vector<Shown> shown_by_log() {
    std::vector<Shown> all;
    std::string cursor;
    do {
      const auto page = town.get("lin", "/stores/{home}/visits?limit=200" + cursor);
      for (const auto& item : page.body.at("items").as_array()) {
        const auto text = [&](const char* key) {
          return item.at(key).is_string() ? std::string(item.at(key).as_string()) : std::string();
        };
        if (text("kind") != "visit" || text("occasion") != "first" || text("standing") == "excluded")
          continue;
        Shown shown{text("id"), text("day").substr(0, 7), "open", "", "", text("channel_code"), ""};
        shown.person = std::string(item.at("salesperson").at("id").as_string());
        if (text("standing") == "filed") {
          shown.state = "filed";
        } else if (text("standing") == "unfiled" || item.at("overdue").as_bool()) {
          shown.state = "unfiled";
          shown.reason = text("standing") == "unfiled" ? text("reason_code") : "U9.unknown";
        }
        all.push_back(std::move(shown));
      }
      const auto& next = page.body.at("next_cursor");
      cursor = next.is_string() ? "&cursor=" + std::string(next.as_string()) : "";
    } while (!cursor.empty());
    return all;
  }

  std::size_t length_of_list(const std::string& query) {
    std::size_t length = 0;
    std::string cursor;
    do {
      const auto page = town.get("lin", "/stores/{home}/unfiled/visits?limit=200" + months + query + cursor);
      length += page.body.at("items").as_array().size();
      const auto& next = page.body.at("next_cursor");
      cursor = next.is_string() ? "&cursor=" + std::string(next.as_string()) : "";
    } while (!cursor.empty());
    return length;
  }

  std::size_t count(const std::vector<Shown>& all, const std::string& state,
                    const std::function<bool(const Shown&)>& which) {
    return static_cast<std::size_t>(
        std::ranges::count_if(all, [&](const Shown& shown) { return shown.state == state && which(shown); }));
  }

  void expect_months(const std::vector<Shown>& all) {
    const auto chart = town.get("lin", "/stores/{home}/unfiled/months?" + months);
    std::size_t told = 0;
    for (const auto& point : chart.body.at("points").as_array()) {
      const std::string month(point.at("month").as_string());
      for (const auto* state : {"filed", "unfiled", "open"}) {
        const auto number = point.at("filing").at(state).to_number<std::size_t>();
        EXPECT_EQ(number, count(all, state, [&](const Shown& shown) { return shown.month == month; }))
            << month << " " << state;
        told += number;
      }
    }
    EXPECT_EQ(told, all.size());
    for (const std::string state : {"filed", "unfiled", "open"}) {
      EXPECT_EQ(chart.body.at("overall").at(state).to_number<std::size_t>(),
                length_of_list("&outcome=" + state));
    }
  }
  void expect_groups(const std::vector<Shown>& all, const std::string& by, std::string Shown::*value) {
    const auto groups = town.get("lin", "/stores/{home}/unfiled/groups?by=" + by + months);
    std::size_t told = 0;
    for (const auto& group : groups.body.at("groups").as_array()) {
      const std::string name(group.at("value").as_string());
      for (const auto* state : {"filed", "unfiled", "open"}) {
        const auto number = group.at(state).to_number<std::size_t>();
        const auto found = count(all, state, [&](const Shown& shown) { return shown.*value == name; });
        EXPECT_EQ(number, found) << by << " " << name << " " << state;
        EXPECT_EQ(number, length_of_list("&by=" + by + "&value=" + name + "&outcome=" + state)) << by;
        told += number;
      }
    }
    EXPECT_EQ(told, all.size()) << by;
  }
  void expect_causes(const std::vector<Shown>& all) {
    const auto causes = town.get("lin", "/stores/{home}/unfiled/causes?" + months);
    EXPECT_EQ(causes.body.at("unfiled").to_number<std::size_t>(),
              count(all, "unfiled", [](auto&) { return true; }));
    for (const auto& cause : causes.body.at("causes").as_array()) {
      const std::string code(cause.at("code").as_string());
      const auto number = cause.at("count").to_number<std::size_t>();
      EXPECT_EQ(number,
                count(all, "unfiled", [&](const Shown& shown) { return shown.reason.starts_with(code); }));
      EXPECT_EQ(number, length_of_list("&reason=" + code)) << code;
    }
  }
  void expect_truth() {
    const auto now = town.clock().now();
    months = "&from=" + month_of(format_instant(now - 120 * kDay)) +
             "&to=" + month_of(format_instant(now + 40 * kDay));
    const auto all = shown_by_log();
    expect_months(all);
    expect_groups(all, "person", &Shown::person);
    expect_groups(all, "channel", &Shown::channel);
    expect_causes(all);
  }

  Folder& folder() {
    // Never on its own: the test says when.
    if (!folder_) folder_ = std::make_unique<Folder>(town.database(), town.clock(), std::chrono::hours(1));
    return *folder_;
  }

  Town town{std::get<0>(GetParam())};
  Story story = std::get<1>(GetParam());
  std::mt19937 rng{17};
  std::vector<std::string> ids;
  std::string months;
  std::unique_ptr<Folder> folder_;
};

TEST_P(Histories, leave_every_number_equal_to_its_list) {
  for (int day = 0; day < 7; ++day) {
    for (int i = 0; i < 25; ++i) do_something();
    expect_truth();
    town.clock().advance(10 * kDay);
    town.travel(town.clock().now());
    expect_truth();
  }
}

TEST_P(Histories, leave_every_tally_equal_to_the_log) {
  for (int day = 0; day < 7; ++day) {
    for (int i = 0; i < 40; ++i) do_something();
    folder().fold_once();
    town.clock().advance(kDay + kHour);
    town.travel(town.clock().now());
    const auto wrong = verify(town.database(), town.clock().now());
    EXPECT_TRUE(wrong.empty()) << wrong.size() << " months, " << wrong.front().month << " "
                               << wrong.front().what;
  }
  const auto alone = town.get("lin", "/stores/{home}/unfiled/months?");
  const auto together = town.get("boss", "/groups/{group}/unfiled/months?");
  EXPECT_EQ(alone.body.at("overall"), together.body.at("overall")) << "nobody came to the sister store";
}

INSTANTIATE_TEST_SUITE_P(Engines, Histories,
                         testing::Combine(testing::ValuesIn(engines()), testing::ValuesIn(kStories)),
                         [](const auto& info) {
                           const auto engine =
                               std::get<0>(info.param) == database::Engine::sqlite ? "sqlite_" : "postgres_";
                           return engine + std::get<1>(info.param).name;
                         });

}  // namespace
}  // namespace guanxi::improvement
