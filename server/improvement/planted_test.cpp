// What was planted in years of a dealership is pointed at, in its right direction; and where nothing was
// planted, at most one page in twenty points at anything. A page is what one store's Unfiled shows for its
// months: the chart of months, what differs, and the panels side by side.
#include <gtest/gtest.h>

#include <cmath>

#include "improvement/unfiled.h"
#include "improvement/unfiled_visits.h"
#include "town/years.h"

namespace guanxi::improvement {
namespace {

namespace bj = boost::json;
using database::Engine;
using town::Years;

/// Everything that a page shows.
struct UnfiledPage {
  MonthChart months;
  Differences differences;
  std::vector<Groups> panels;
};

UnfiledPage page_of(Years& years, const dealership::Store& store, const std::string& from,
                    const std::string& to) {
  UnfiledPage page;
  years.database().read([&](database::Transaction& tx) {
    const Months months(tx, store, years.options().now);
    const Look look{months, from, to};
    page = {month_chart(look), differences(tx, look), {}};
    for (const auto by : all_dimensions()) {
      const bool shown = by != Dimension::all && by != Dimension::fate && has_rate(by);
      if (shown) page.panels.push_back(groups(tx, look, by).value());
    }
  });
  return page;
}

/// The same for all months of the log.
UnfiledPage page_of(Years& years, const dealership::Store& store) {
  return page_of(years, store, month_of(years.truth().at("from_day").as_string()),
                 month_of(years.truth().at("to_day").as_string()));
}

/// What the page points at, told to whoever reads why a test failed.
std::vector<std::string> pointed_at(const UnfiledPage& page) {
  std::vector<std::string> all;
  for (const auto& point : page.months.points) {
    if (point.outside) all.push_back("outside " + point.month);
    if (point.in_run) all.push_back("run " + point.month);
    if (point.thinner) all.push_back("thinner " + point.month);
  }
  for (const auto& found : page.differences.found)
    all.push_back("differs " + json::to_word(found.by) + " " + found.value);
  for (const auto& panel : page.panels) {
    for (const auto& group : panel.groups) {
      if (group.beyond) all.push_back("beyond " + json::to_word(panel.by) + " " + group.value);
    }
  }
  return all;
}

const Contrast* find(const UnfiledPage& page, Dimension by, const std::string& value) {
  for (const auto& found : page.differences.found) {
    if (found.by == by && found.value == value) return &found;
  }
  return nullptr;
}

std::string text_of(const bj::value& value) { return std::string(value.as_string()); }

/// +1 when the planted effect leaves more without a contact, -1 when it leaves fewer.
int direction_of(const bj::object& effect) { return effect.at("factor").to_number<double>() > 1 ? 1 : -1; }

int sign(double number) { return number > 0 ? 1 : -1; }

class Planted : public testing::TestWithParam<std::tuple<Engine, std::uint64_t>> {
 protected:
  /// As large as the demo is when nobody says otherwise.
  static demo::YearsOptions options(std::uint64_t seed) {
    demo::YearsOptions options;
    options.seed = seed;
    options.stores = 3;
    return options;
  }

  UnfiledPage page(const bj::object& planted) {
    return page_of(years, years.store(text_of(planted.at("store_id"))));
  }

  /// Made once for all tests of a seed and engine.
  static Years& made(Engine engine, std::uint64_t seed) {
    static std::map<std::pair<Engine, std::uint64_t>, std::unique_ptr<Years>> all;
    auto& one = all[{engine, seed}];
    if (!one) one = std::make_unique<Years>(engine, options(seed));
    return *one;
  }

  Years& years{made(std::get<0>(GetParam()), std::get<1>(GetParam()))};
};

TEST_P(Planted, people_are_told_with_their_direction) {
  ASSERT_EQ(years.effects("person").size(), 5U);
  for (const auto& effect : years.effects("person")) {
    const auto person = text_of(effect.at("person_id"));
    const auto shown = page(effect);
    const auto* found = find(shown, Dimension::person, person);
    ASSERT_NE(found, nullptr) << bj::serialize(effect);
    EXPECT_EQ(sign(found->difference), direction_of(effect));
    EXPECT_TRUE(found->low > 0 || found->high < 0);
    const auto& beside = shown.panels.front();
    ASSERT_EQ(beside.by, Dimension::person);
    const auto point = std::ranges::find(beside.groups, person, &GroupPoint::value);
    EXPECT_EQ(sign(*point->rate - *beside.overall), direction_of(effect));
    EXPECT_TRUE(point->beyond) << bj::serialize(effect);
  }
}

TEST_P(Planted, hours_are_told_with_their_direction) {
  ASSERT_EQ(years.effects("hours").size(), 2U);
  for (const auto& effect : years.effects("hours")) {
    const auto shown = page(effect);
    int found = 0;
    for (auto hour = effect.at("hour_from").as_int64(); hour <= effect.at("hour_to").as_int64(); ++hour) {
      const auto* difference = find(shown, Dimension::hour, "-" + std::to_string(hour));
      if (difference == nullptr) continue;
      ++found;
      EXPECT_GT(difference->difference, 0);
    }
    EXPECT_GT(found, 0) << bj::serialize(effect);
  }
}

/// How many of the person's first visits came to nothing for this reason: the length of the list.
double share_with_reason(Years& years, const bj::object& effect, const std::string& person,
                         const std::string& reason) {
  const auto& store = years.store(text_of(effect.at("store_id")));
  Behind behind{"2023-03", "2026-03", Dimension::person, person, std::nullopt, std::nullopt};
  const auto length = [&] {
    std::size_t length = 0;
    years.database().read([&](database::Transaction& tx) {
      length = visits_behind(tx, store, behind, {Instant{1} << 47, ""}, 100000, years.options().now).size();
    });
    return static_cast<double>(length);
  };
  const double of = length();
  behind.reason = reason;
  return length() / of;
}

TEST_P(Planted, causes_are_in_the_lists_behind_their_people) {
  for (const auto& effect : years.effects("person")) {
    const auto reason = text_of(effect.at("reason"));
    if (reason.empty()) continue;  // all alike
    const auto person = text_of(effect.at("person_id"));
    const auto shown = page(effect);
    double others = 0, compared = 0;
    for (const auto& group : shown.panels.front().groups) {
      if (group.value == person || group.value.empty() || group.filed + group.unfiled < 300) continue;
      others += share_with_reason(years, effect, group.value, reason);
      ++compared;
    }
    const double times = share_with_reason(years, effect, person, reason) / (others / compared);
    EXPECT_NEAR(times, effect.at("factor").to_number<double>(), 0.4 * effect.at("factor").to_number<double>())
        << bj::serialize(effect);
  }
}

TEST_P(Planted, remedy_is_a_signal_of_the_months) {
  ASSERT_EQ(years.effects("remedy").size(), 1U);
  const auto effect = years.effects("remedy").front();
  const auto since = month_of(text_of(effect.at("from_day")));
  const auto chart = page(effect).months;
  int signals = 0;
  for (const auto& point : chart.points) {
    if (!point.outside && !point.in_run) continue;
    ++signals;
    EXPECT_EQ(*point.rate < *chart.centre, point.month >= since) << point.month << ", remedy since " << since;
  }
  EXPECT_GT(signals, 0) << since;
}

TEST_P(Planted, thinner_log_is_told_beside_the_rate_that_it_lifts) {
  const auto& planted = years.truth().at("thinner_log").as_object();
  const auto since = month_of(text_of(planted.at("from_day")));
  int told = 0;
  for (const auto& point : page(planted).months.points) {
    if (!point.thinner) continue;
    ++told;
    EXPECT_GE(point.month, since);
  }
  EXPECT_GE(told, 3);
  for (const auto& store : years.stores()) {
    if (store.id == text_of(planted.at("store_id"))) continue;
    for (const auto& point : page_of(years, store).months.points) EXPECT_FALSE(point.thinner) << point.month;
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, Planted,
                         testing::Values(std::tuple(Engine::sqlite, 1), std::tuple(Engine::postgres, 2)),
                         [](const auto& info) {
                           const bool sqlite = std::get<0>(info.param) == Engine::sqlite;
                           return (sqlite ? "sqlite_" : "postgres_") +
                                  std::to_string(std::get<1>(info.param));
                         });

/// Pages of a year each, and of three years, of stores in which nothing was planted.
struct Quiet {
  int pages = 0, pointing = 0;

  void look(const UnfiledPage& page) {
    ++pages;
    const auto all = pointed_at(page);
    if (all.empty()) return;
    ++pointing;
    for (const auto& one : all) told += one + "; ";
    told += "\n";
  }
  std::string told;
};

TEST(PlainYears, are_left_in_peace_by_nineteen_pages_of_twenty) {
  Quiet quiet;
  for (const std::uint64_t seed : {11, 12, 13}) {
    demo::YearsOptions options;
    options.seed = seed;
    options.stores = 24;
    options.months = 36;
    options.visits_per_month = 75;
    options.plain = true;
    Years years(Engine::sqlite, options);
    for (const auto& store : years.stores()) {
      for (std::string from = "2023-03"; from < "2026-03"; from = add_months(from, 12))
        quiet.look(page_of(years, store, from, add_months(from, 11)));
      quiet.look(page_of(years, store));
    }
  }
  EXPECT_GE(quiet.pages, 200);
  EXPECT_LE(quiet.pointing, quiet.pages / 20) << quiet.told;
  RecordProperty("pages", quiet.pages);
  RecordProperty("pointing", quiet.pointing);
}

}  // namespace
}  // namespace guanxi::improvement
