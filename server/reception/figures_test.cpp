// Random days in the showroom, held against a plain recount in memory: whatever people do, in whatever order,
// the figures of every day and person are the visits behind them.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "reception/boards.h"
#include "town/town.h"

namespace guanxi::reception {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

/// A zone by the offsets it has in the time of the story, written down from the law rather than from tzdata.
struct Story {
  std::string name, zone;
  Instant begins;  ///< UTC
  Instant changes_at;
  int offset_before, offset_after;  ///< minutes east of Greenwich, before and from `changes_at` on
};

const Story kStories[] = {
    {"month_end", "Asia/Shanghai", 1769731200000, 0, 480, 480},                  // 2026-01-30 00:00Z
    {"leap_day", "Asia/Shanghai", 1835222400000, 0, 480, 480},                   // 2028-02-27 00:00Z
    {"spring_forward", "Europe/Berlin", 1774569600000, 1774746000000, 60, 120},  // until 2026-03-29 01:00Z
    {"fall_back", "Europe/Berlin", 1792800000000, 1792890000000, 120, 60},       // until 2026-10-25 01:00Z
    {"new_year", "Europe/Berlin", 1798588800000, 0, 60, 60},                     // 2026-12-30 00:00Z
};

/// The calendar day of an instant, counted by hand (the "civil from days" of Howard Hinnant).
std::string day_of(const Story& story, Instant at) {
  const Instant local = at + (at < story.changes_at ? story.offset_before : story.offset_after) * kMinute;
  std::int64_t z = local / 86'400'000 + 719468;
  const std::int64_t era = z / 146097;
  const std::int64_t doe = z - era * 146097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int64_t mp = (5 * doy + 2) / 153;
  const std::int64_t day = doy - (153 * mp + 2) / 5 + 1;
  const std::int64_t month = mp < 10 ? mp + 3 : mp - 9;
  const std::int64_t year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", static_cast<int>(year), static_cast<int>(month),
                static_cast<int>(day));
  return buffer;
}

/// A visit as the recount knows it.
struct Row {
  std::string id, standing = "open", phone, asked_by;
  bool call = false, again = false;
  Instant arrived_at = 0;
  std::int64_t heads = 1, version = 1;
  std::string salesperson, opened_by;
};

using Counts = std::map<std::string, std::int64_t>;

class FiguresOfManyDays : public testing::TestWithParam<std::tuple<database::Engine, Story>> {
 protected:
  FiguresOfManyDays() {
    town.travel(story.begins);
    town.move_to_zone("home", story.zone);
  }

  std::size_t dice(std::size_t sides) { return rng() % sides; }
  const std::string& one_of(const std::vector<std::string>& words) { return words[dice(words.size())]; }
  Row& some_row() { return rows[dice(rows.size())]; }

  /// Asks, and says whether it was done; `expected` is what the recount foresees.
  bool ask(const std::string& who, const std::string& what, const std::string& body, int expected) {
    const auto answer = town.ask({who, what, body});
    EXPECT_EQ(answer.status, expected) << what << " " << body << " " << answer.text;
    return answer.status < 300;
  }
  bool change(const std::string& who, const Row& row, const std::string& below, const std::string& body,
              int expected) {
    return ask(who, "POST " + Town::visit(row.id, below), body, expected);
  }

  void open_visit() {
    static const std::vector<std::string> ways = {"walk_in",     "walk_in", "walk_in",
                                                  "appointment", "call",    "again"};
    Row row;
    row.id = town.new_id();
    const auto way = one_of(ways);
    row.call = way == "call";
    row.again = way == "again";
    row.heads = 1 + static_cast<std::int64_t>(dice(5));
    row.salesperson = one_of({"chen", "li"});
    row.opened_by = one_of({"zhao", "chen", "li", "lin"});
    // Most are logged when they come, some afterwards, up to a day and a half.
    row.arrived_at = town.clock().now() - (dice(3) == 0 ? static_cast<Instant>(dice(36 * kHour)) : 0);
    const bj::object body{{"id", row.id},
                          {"way", way},
                          {"party_size", row.heads},
                          {"salesperson_id", town.id(row.salesperson)},
                          {"arrived_at", format_instant(row.arrived_at)}};
    if (ask(row.opened_by, "POST /stores/{home}/visits", bj::serialize(body), 201)) rows.push_back(row);
  }
  void file_visit() {
    Row& row = some_row();
    if (row.phone.empty() || row.standing != "open") {
      const std::string phone = "1380013" + std::to_string(8000 + dice(25));
      if (change("lin", row, "/filing", town.filing(phone), row.standing == "open" ? 201 : 409)) {
        row.again = row.again || known.contains(phone);
        row.phone = phone;
      } else {
        return;
      }
    } else if (!change("lin", row, "/filing", town.filing(row.phone), 201)) {
      return;
    }
    known.insert(row.phone);
    row.standing = "filed";
    ++row.version;
  }
  void leave_unfiled() {
    Row& row = some_row();
    const bool possible = row.standing == "open" && row.phone.empty();
    if (change("lin", row, "/unfiled", town.unfiled(), possible ? 201 : 409)) close(row, "unfiled");
  }
  void ask_exclusion() {
    Row& row = some_row();
    const auto who = one_of({"zhao", "lin"});
    if (!change(who, row, "/exclusion", R"({"code":"X2.companion"})", row.standing == "open" ? 201 : 409))
      return;
    row.asked_by = who;
    close(row, "exclusion_asked");
  }
  void confirm_exclusion() {
    Row& row = some_row();
    const auto who = one_of({"zhao", "lin", "chen", "li"});
    const bool possible = row.standing == "exclusion_asked" && row.asked_by != who;
    if (change(who, row, "/exclusion/confirmation", "{}", possible ? 201 : 409)) close(row, "excluded");
  }
  void reject_exclusion() {
    Row& row = some_row();
    const bool possible = row.standing == "exclusion_asked";
    if (ask("li", "DELETE " + Town::visit(row.id, "/exclusion"), "", possible ? 200 : 409))
      close(row, "open");
  }
  void reopen() {
    Row& row = some_row();
    if (change("lin", row, "/reopening", "{}", row.standing == "open" ? 409 : 201)) close(row, "open");
  }
  void hand_over() {
    Row& row = some_row();
    const auto to = one_of({"chen", "li"});
    const int expected = row.standing != "open" ? 409 : row.salesperson == to ? 422 : 201;
    if (!change("lin", row, "/handover", R"({"to":")" + town.id(to) + "\"}", expected)) return;
    row.salesperson = to;
    ++row.version;
  }
  void edit() {
    Row& row = some_row();
    auto next = row;
    next.arrived_at =
        std::min(town.clock().now(), row.arrived_at + static_cast<Instant>(dice(20 * kHour)) - 10 * kHour);
    next.heads = 1 + static_cast<std::int64_t>(dice(9));
    bj::object body{{"party_size", next.heads},
                    {"kind", next.call ? "call" : "visit"},
                    {"occasion", next.again ? "again" : "first"},
                    {"arrived_at", format_instant(next.arrived_at)}};
    if (row.standing == "unfiled") body["reason_code"] = "U9.unknown";
    const auto answer = town.put("lin", Town::visit(row.id), bj::serialize(body), row.version);
    ASSERT_EQ(answer.status, 200) << answer.text;
    next.version = answer.version();
    row = next;
  }
  void close(Row& row, const std::string& standing) {
    row.standing = standing;
    ++row.version;
  }

  void do_something() {
    using Room = FiguresOfManyDays;
    using Act = void (Room::*)();
    static constexpr Act kActs[] = {&Room::file_visit,
                                    &Room::file_visit,
                                    &Room::leave_unfiled,
                                    &Room::ask_exclusion,
                                    &Room::confirm_exclusion,
                                    &Room::confirm_exclusion,
                                    &Room::reject_exclusion,
                                    &Room::reopen,
                                    &Room::hand_over,
                                    &Room::edit,
                                    &Room::edit};
    if (rows.empty() || dice(3) == 0) return open_visit();
    (this->*kActs[dice(std::size(kActs))])();
  }

  bool late(const Row& row) {
    return (row.standing == "open" || row.standing == "exclusion_asked") &&
           town.clock().now() - row.arrived_at > 86'400'000;
  }

  Counts recount(const std::string& day, const std::string& own) {
    Counts counts{{"first_visits", 0}, {"filed", 0}, {"unfiled", 0}, {"open", 0},          {"excluded", 0},
                  {"again", 0},        {"calls", 0}, {"heads", 0},   {"logged_parties", 0}};
    for (const auto& row : rows) {
      if (day_of(story, row.arrived_at) != day) continue;
      if (!own.empty() && row.salesperson != own && row.opened_by != own) continue;
      if (row.call) {
        ++counts["calls"];
        continue;
      }
      counts["heads"] += row.heads;
      ++counts["logged_parties"];
      if (row.standing == "excluded") {
        ++counts["excluded"];
      } else if (row.again) {
        ++counts["again"];
      } else {
        ++counts["first_visits"];
        ++counts[row.standing == "filed"                  ? "filed"
                 : row.standing == "unfiled" || late(row) ? "unfiled"
                                                          : "open"];
      }
    }
    return counts;
  }

  static Counts told(const bj::object& figures) {
    Counts counts;
    for (const auto& [name, value] : figures) {
      if (name != "counted_parties") counts[name] = value.to_number<std::int64_t>();
    }
    return counts;
  }

  void compare() {
    std::set<std::string> days;
    for (const auto& row : rows) days.insert(day_of(story, row.arrived_at));
    for (const auto& day : days) {
      for (const std::string own : {"", "chen", "li"}) compare_day(day, own);
    }
    const auto today = day_of(story, town.clock().now());
    for (const std::string who : {"lin", "zhao", "chen", "li"}) {
      const auto answer = town.get(who, "/stores/{home}/today");
      const bool own = who == "chen" || who == "li";
      EXPECT_EQ(answer.text_at("day"), today);
      EXPECT_EQ(told(answer.body.at("figures").as_object()), recount(today, own ? who : ""))
          << who << " " << today;
      compare_lists(answer, own ? who : "");
    }
  }
  void compare_day(const std::string& day, const std::string& own) {
    Counts figures;
    town.database().read([&](database::Transaction& tx) {
      const auto store = dealership::load_store(tx, town.home());
      const auto own_id = own.empty() ? std::nullopt : std::optional(town.id(own));
      figures =
          told(bj::parse(json::to_text(figures_of(tx, store, day, own_id, town.clock().now()))).as_object());
    });
    EXPECT_EQ(figures, recount(day, own)) << day << " " << own;
    // The list behind the number.
    std::set<std::string> listed, expected;
    const auto list = town.get(own.empty() ? "lin" : own, "/stores/{home}/visits?limit=200&day=" + day);
    for (const auto& visit : list.body.at("items").as_array()) listed.emplace(visit.at("id").as_string());
    for (const auto& row : rows) {
      const bool theirs = own.empty() || row.salesperson == own || row.opened_by == own;
      if (theirs && day_of(story, row.arrived_at) == day) expected.insert(row.id);
    }
    EXPECT_EQ(listed, expected) << day << " " << own;
  }
  void compare_lists(const Answer& today, const std::string& own) {
    for (const std::string name : {"open", "overdue"}) {
      std::set<std::string> listed, expected;
      for (const auto& visit : today.body.at(name).as_array()) listed.emplace(visit.at("id").as_string());
      for (const auto& row : rows) {
        const bool theirs = own.empty() || row.salesperson == own || row.opened_by == own;
        if (theirs && row.standing == "open" && late(row) == (name == "overdue")) expected.insert(row.id);
      }
      EXPECT_EQ(listed, expected) << name << " " << own;
    }
  }

  const Story& story = std::get<1>(GetParam());
  Town town{std::get<0>(GetParam())};
  std::mt19937 rng{20260304};
  std::vector<Row> rows;
  std::set<std::string> known;
};

TEST_P(FiguresOfManyDays, are_the_visits_behind_them) {
  for (int step = 0; step < 180; ++step) {
    town.clock().advance(static_cast<Instant>(dice(70 * kMinute)));
    do_something();
    if (step % 20 == 19) compare();
    if (HasFailure()) FAIL() << "at step " << step;
  }
  EXPECT_GT(known.size(), 8U);  // the story was worth telling
}

INSTANTIATE_TEST_SUITE_P(Engines, FiguresOfManyDays,
                         testing::Combine(testing::ValuesIn(engines()), testing::ValuesIn(kStories)),
                         [](const auto& one) {
                           const bool sqlite = std::get<0>(one.param) == database::Engine::sqlite;
                           return std::get<1>(one.param).name + (sqlite ? "_sqlite" : "_postgres");
                         });

}  // namespace
}  // namespace guanxi::reception
