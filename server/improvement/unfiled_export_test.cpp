// A saved table says what the page says, row by row, in both formats and languages.
#include "improvement/unfiled_export.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "platform/tables/table_reader.h"
#include "town/years.h"

namespace guanxi::improvement {
namespace {

namespace bj = boost::json;
using database::Engine;
using tables::Cells;
using town::Years;

const std::string kMonths = "from=2025-12&to=2026-03";

class Exported : public testing::TestWithParam<Engine> {
 protected:
  static Years& made(Engine engine) {
    static std::map<Engine, std::unique_ptr<Years>> all;
    demo::YearsOptions options;
    options.seed = 22;
    options.stores = 2;
    options.months = 5;
    options.visits_per_month = 1500;  // enough for something to differ
    if (!all[engine]) all[engine] = std::make_unique<Years>(engine, options);
    return *all[engine];
  }
  std::string get(const std::string& path) {
    const auto answer = years.get("zongjingli", path);
    EXPECT_EQ(answer.status, 200) << path << answer.body.substr(0, 300);
    return answer.body;
  }
  bj::value page(const std::string& path) {
    return bj::parse(get(home + "/unfiled/" + path + "?" + kMonths));
  }
  std::vector<Cells> table(const std::string& query, bool xlsx) {
    const auto path = home + "/unfiled/table." + (xlsx ? "xlsx?" : "csv?") + kMonths + "&part=" + query;
    std::vector<Cells> rows;
    EXPECT_TRUE(tables::read_rows(get(path), {.xlsx = xlsx}, [&](std::int64_t, const Cells& cells) {
      rows.push_back(cells);
      return true;
    }));
    EXPECT_FALSE(rows.empty());
    if (!rows.empty()) rows.erase(rows.begin());  // headings
    return rows;
  }

  /// Whether a cell says this number: in full, as a share in per cent, or nothing.
  static void expect_number(const std::string& cell, const bj::value& number, bool share, bool xlsx) {
    if (number.is_null()) {
      EXPECT_EQ(cell, "");
    } else if (share && !xlsx) {
      EXPECT_EQ(cell, fmt::format("{:.1f}%", 100 * number.to_number<double>()));
    } else {
      // The reader gives 15 digits of a workbook's numbers.
      EXPECT_NEAR(std::stod(cell), number.to_number<double>(), 1e-12 + std::abs(1e-12 * std::stod(cell)));
    }
  }
  /// Cells from `column` on against fields of a record; a field that begins with '%' is a share.
  static void expect_cells(Cells cells, std::size_t column, const bj::value& record,
                           const std::vector<std::string>& pointers, bool xlsx) {
    cells.resize(
        std::max(cells.size(), column + pointers.size()));  // a workbook's rows end with their last cell
    for (std::size_t i = 0; i < pointers.size(); ++i) {
      if (pointers[i].empty()) continue;
      const bool share = pointers[i][0] == '%';
      SCOPED_TRACE(pointers[i]);
      expect_number(cells[column + i], record.at_pointer(share ? pointers[i].substr(1) : pointers[i]), share,
                    xlsx);
    }
  }

  Years& years{made(GetParam())};
  const std::string home = "/stores/" + years.stores().front().id;
};
INSTANTIATE_TEST_SUITE_P(Engines, Exported, testing::ValuesIn(engines()), engine_name);

TEST_P(Exported, months_are_those_of_the_chart) {
  const auto chart = page("months");
  const auto& points = chart.at("points").as_array();
  for (const bool xlsx : {false, true}) {
    const auto rows = table("months", xlsx);
    ASSERT_EQ(rows.size(), points.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_EQ(rows[i][0], std::string(points[i].at("month").as_string()));
      expect_cells(rows[i], 1, points[i],
                   {"/filing/filed", "/filing/unfiled", "/filing/open", "%/rate", "%/low", "%/high", "",
                    "/completeness/logged", "/completeness/counted", "%/completeness/share"},
                   xlsx);
      EXPECT_EQ(rows[i][7].empty(), !points[i].at("outside").as_bool() && !points[i].at("in_run").as_bool());
    }
  }
}

TEST_P(Exported, causes_are_those_of_the_pareto_on_both_levels) {
  const auto causes = page("causes");
  for (const bool xlsx : {false, true}) {
    const auto rows = table("causes", xlsx);
    std::size_t row = 0;
    for (const auto& cause : causes.at("causes").as_array()) {
      ASSERT_LT(row, rows.size());
      EXPECT_EQ(rows[row][1], "");
      expect_cells(rows[row++], 2, cause, {"/count", "%/share", "%/cumulative"}, xlsx);
      for (const auto& reason : cause.at("reasons").as_array()) {
        ASSERT_LT(row, rows.size());
        EXPECT_NE(rows[row][1], "") << "the label, not the code";
        EXPECT_EQ(rows[row][1].find(std::string(reason.at("code").as_string())), std::string::npos);
        const double share =
            reason.at("count").to_number<double>() / causes.at("unfiled").to_number<double>();
        expect_number(rows[row][2], reason.at("count"), false, xlsx);
        expect_number(rows[row++][3], bj::value(share), true, xlsx);
      }
    }
    EXPECT_EQ(row, rows.size());
  }
}

TEST_P(Exported, panels_are_those_of_the_page) {
  for (const std::string by :
       {"person", "hour", "channel", "model", "minutes", "asks", "second_face", "on_duty"}) {
    const auto groups = bj::parse(get(home + "/unfiled/groups?by=" + by + "&" + kMonths));
    const auto& points = groups.at("groups").as_array();
    for (const bool xlsx : {false, true}) {
      const auto rows = table("groups&by=" + by, xlsx);
      ASSERT_EQ(rows.size(), points.size()) << by;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_NE(rows[i][0], "") << by;
        if (points[i].at("name").is_string()) {
          EXPECT_EQ(rows[i][0], std::string(points[i].at("name").as_string()));
        }
        expect_cells(
            rows[i], 1, points[i],
            {"/filed", "/unfiled", "/open", "%/rate", "%/low", "%/high", "%/shrunken", "/more_visits"}, xlsx);
      }
    }
  }
}

TEST_P(Exported, differences_are_those_of_the_page) {
  const auto differences = page("differences");
  const auto& found = differences.at("found").as_array();
  ASSERT_FALSE(found.empty()) << "nothing to compare: the years are too short";
  for (const bool xlsx : {false, true}) {
    const auto rows = table("differences", xlsx);
    ASSERT_EQ(rows.size(), found.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      expect_cells(rows[i], 1, found[i],
                   {"/unfiled", "/of", "/rest_unfiled", "/rest_of", "%/difference", "%/low", "%/high", "/p"},
                   xlsx);
  }
}

TEST_P(Exported, headings_and_names_are_in_the_language_of_the_reader) {
  const auto headings = [&](const std::string& language) {
    years.database().write([&](database::Transaction& tx) {
      tx.execute("UPDATE identity_accounts SET language = $1 WHERE login = 'zongjingli'", language);
      return database::Outcome::keep;
    });
    const auto csv = get(home + "/unfiled/table.csv?part=groups&by=hour&" + kMonths);
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF"));
    return csv.substr(0, csv.find("09:00"));
  };
  const auto zh = headings("zh"), en = headings("en");
  EXPECT_NE(zh.find("未留档率"), std::string::npos) << zh;
  EXPECT_NE(zh.find("周一 "), std::string::npos) << zh;
  EXPECT_NE(en.find("Unfiled rate"), std::string::npos) << en;
  EXPECT_NE(en.find("Mon "), std::string::npos) << en;
}

TEST_P(Exported, table_of_a_group_is_that_of_all_its_stores) {
  const std::string group = "/groups/" + years.stores().front().group_id + "/unfiled/";
  const auto chart = bj::parse(get(group + "months?" + kMonths));
  const auto csv = get(group + "table.csv?part=months&" + kMonths);
  for (const auto& point : chart.at("points").as_array()) {
    const auto line = fmt::format("{},{},{},", std::string(point.at("month").as_string()),
                                  point.at("filing").at("filed").to_number<int>(),
                                  point.at("filing").at("unfiled").to_number<int>());
    EXPECT_NE(csv.find(line), std::string::npos) << line;
  }
}

}  // namespace
}  // namespace guanxi::improvement
