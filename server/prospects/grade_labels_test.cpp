// Whoever takes a file away reads the store's own names of grades in it; codes stay what machines read.
#include <gtest/gtest.h>

#include "platform/tables/table_reader.h"
#include "town/outside_reader.h"
#include "town/town.h"

namespace guanxi::prospects {
namespace {

namespace bj = boost::json;
using town::Town;

class GradeNames : public testing::TestWithParam<database::Engine> {
 protected:
  /// Somebody who means to buy this month: a B.
  std::string a_card(const std::string& phone) {
    const auto filed = town.post("chen", Town::visit(town.a_visit(), "/filing"), town.filing(phone));
    return town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id");
  }
  void name_grades() {
    const auto edited = town.edit_home({{"grade_labels", {{"N", "未"}, {"A", "2"}, {"B", "温"}}}});
    EXPECT_EQ(edited.status, 200) << edited.text;
  }
  std::vector<tables::Cells> rows_of(const std::string& path, bool xlsx) {
    const auto file = town.get("lin", path);
    EXPECT_EQ(file.status, 200) << file.text;
    std::vector<tables::Cells> rows;
    EXPECT_TRUE(tables::read_rows(file.text, {.xlsx = xlsx}, [&](std::int64_t, const tables::Cells& cells) {
      rows.push_back(cells);
      return true;
    }));
    return rows;
  }
  Town town{GetParam()};
};

TEST_P(GradeNames, stand_in_the_table_that_is_taken_away) {
  const auto card = a_card("13800138000");
  const auto look = [&](const std::string& ending) {
    return rows_of("/stores/{home}/prospects" + ending + "?columns=customer,grade", ending == ".xlsx");
  };
  EXPECT_EQ(look(".csv").at(1).at(1), "B");
  name_grades();
  EXPECT_EQ(look(".csv").at(1), (tables::Cells{"王小明", "温"}));
  EXPECT_EQ(look(".xlsx").at(1), (tables::Cells{"王小明", "温"}));
  const auto page = town.get("lin", "/stores/{home}/prospects/" + card);
  EXPECT_EQ(page.text_at("/card/grade"), "B") << "a code for programs, whatever it is called";
  EXPECT_EQ(town.get("lin", "/stores/{home}/prospects?grade=B").body.at("items").as_array().size(), 1U);
}

TEST_P(GradeNames, stand_in_address_books_and_calendars) {
  const auto card = a_card("13800138000");
  name_grades();
  const auto contact = town.get("chen", "/stores/{home}/prospects/" + card + "/contact.vcf");
  EXPECT_EQ(town::read_outside(contact.text).at(0).at("categories").as_string(), "温");
  http::Request request;
  request.method = "GET";
  request.path = town.post("chen", "/calendar-feed").text_at("path");
  request.headers = {{"host", "crm.example"}};
  const auto plans = town::read_outside(town.ask_raw(request).text);
  ASSERT_EQ(plans.size(), 1U);
  EXPECT_EQ(plans[0].at("categories").as_string(), "温");
}

INSTANTIATE_TEST_SUITE_P(Engines, GradeNames, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::prospects
