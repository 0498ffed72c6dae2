// What a store says of itself: where it is, its telephone, and what it calls its grades.
#include <gtest/gtest.h>

#include "town/town.h"

namespace guanxi::dealership {
namespace {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class StoreDetails : public testing::TestWithParam<database::Engine> {
 protected:
  bj::value home() { return town.home_store(); }
  Answer edit(const bj::object& changed) { return town.edit_home(changed); }
  Answer name_grades(const bj::object& labels) { return edit({{"grade_labels", labels}}); }
  Town town{GetParam()};
};

bj::value labels(const Answer& answer) { return answer.body.at("grade_labels"); }

TEST_P(StoreDetails, hold_where_it_is_and_how_to_call_there) {
  EXPECT_TRUE(home().at("address").is_null());
  EXPECT_TRUE(home().at("phone").is_null());
  const auto edited = edit({{"address", " 江南大道 3888 号 "}, {"phone", "（0571）8888-1688"}});
  ASSERT_EQ(edited.status, 200) << edited.text;
  EXPECT_EQ(edited.text_at("address"), "江南大道 3888 号");
  EXPECT_EQ(edited.text_at("phone"), "(0571)8888-1688");
  EXPECT_EQ(home().at("address").as_string(), "江南大道 3888 号");
  for (const auto* phone : {"+86 571 8888 1688", "400-800-1234", "95598", "+49 (30) 123-45"})
    EXPECT_EQ(edit({{"phone", phone}}).text_at("phone"), phone);
  EXPECT_TRUE(edit({{"address", nullptr}, {"phone", nullptr}}).body.at("phone").is_null());
}

TEST_P(StoreDetails, refuse_a_telephone_that_nobody_can_dial) {
  const auto before = home();
  for (const auto* phone : {"0571-88881688转3", "call us", "8888/1688", "++--", "1234"})
    EXPECT_EQ(edit({{"phone", phone}}).error_at("/phone"), "not_a_phone_line") << phone;
  EXPECT_EQ(edit({{"phone", std::string(31, '1')}}).error_at("/phone"), "too_long");
  EXPECT_EQ(edit({{"address", "一\n二"}}).status, 422);
  EXPECT_EQ(edit({{"address", std::string(121, 'x')}}).error_at("/address"), "too_long");
  EXPECT_EQ(home(), before);
}

TEST_P(StoreDetails, name_some_grades_or_all_or_none) {
  const bj::value letters{{"N", nullptr}, {"H", nullptr}, {"A", nullptr}, {"B", nullptr}, {"C", nullptr}};
  EXPECT_EQ(home().at("grade_labels"), letters);
  const bj::value some{{"N", nullptr}, {"H", "热"}, {"A", "A"}, {"B", nullptr}, {"C", "冷 ☆"}};
  EXPECT_EQ(labels(name_grades(some.as_object())), some);
  EXPECT_EQ(home().at("grade_labels"), some);
  const bj::value all{{"N", "0"}, {"H", "1"}, {"A", "2"}, {"B", "3"}, {"C", "4"}};
  EXPECT_EQ(labels(name_grades(all.as_object())), all);
  EXPECT_EQ(labels(edit({{"grade_labels", nullptr}})), letters);
}

TEST_P(StoreDetails, refuse_names_of_grades_that_would_be_mixed_up) {
  ASSERT_EQ(name_grades({{"H", "热"}}).status, 200);
  const auto before = home();
  const auto twice = name_grades({{"H", "1"}, {"A", "2"}, {"B", "１"}});
  EXPECT_EQ(twice.error_at("/grade_labels/H"), "label_twice");
  EXPECT_EQ(twice.error_at("/grade_labels/B"), "label_twice");
  EXPECT_EQ(twice.error_at("/grade_labels/A"), "");
  for (const auto* letter : {"A", "a", "Ａ"})
    EXPECT_EQ(name_grades({{"H", letter}}).error_at("/grade_labels/H"), "letter_of_another_grade") << letter;
  EXPECT_EQ(name_grades({{"H", "A"}, {"A", "H"}}).error_at("/grade_labels/A"), "letter_of_another_grade");
  EXPECT_EQ(name_grades({{"N", "未评级客户"}}).error_at("/grade_labels/N"), "too_long");
  EXPECT_EQ(name_grades({{"N", ""}}).error_at("/grade_labels/N"), "empty");
  EXPECT_EQ(name_grades({{"O", "x"}}).error_at("/grade_labels/O"), "unknown_field");
  EXPECT_EQ(home(), before);
}

TEST_P(StoreDetails, tell_what_is_wrong_in_the_readers_language) {
  const auto told = name_grades({{"H", "B"}}).text;
  EXPECT_NE(told.find("这是另一个级别的字母"), std::string::npos) << told;
}

TEST(GradeLabels, are_read_back_as_they_were_written) {
  GradeLabels labels;
  EXPECT_EQ(written_labels(labels), "");
  EXPECT_EQ(labels.of("H"), "H");
  labels.H = "热";
  labels.C = "4";
  const auto read = load_labels(written_labels(labels));
  EXPECT_EQ(read.of("H"), "热");
  EXPECT_EQ(read.of("C"), "4");
  EXPECT_EQ(read.of("N"), "N");
  EXPECT_EQ(read.code_of("热"), "H");
  EXPECT_EQ(read.code_of("４"), "C");
  EXPECT_FALSE(read.code_of("H"));
  EXPECT_FALSE(load_labels("").N);
}

INSTANTIATE_TEST_SUITE_P(Engines, StoreDetails, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::dealership
