#include "reception/import_values.h"

#include <gtest/gtest.h>

namespace guanxi::reception {
namespace {

/// "yes", "no", "nothing", or the code of the refusal.
std::string yes_no(std::string_view cell) {
  const auto read = read_yes_no(cell);
  if (!read) return std::string(read.error());
  return *read ? (**read ? "yes" : "no") : "nothing";
}

/// "10000-20000" in minor units; "-" alone for nothing.
std::string price(std::string_view cell, std::string_view currency = "CNY") {
  const auto read = read_price(cell, currency);
  if (!read) return std::string(read.error());
  if (!*read) return "nothing";
  const auto number = [](const auto& end) { return end ? std::to_string(*end) : ""; };
  return number((*read)->from) + "-" + number((*read)->to);
}

template <class T>
std::string choice(const Understood<T>& read) {
  if (!read) return std::string(read.error());
  return *read ? json::to_word(**read) : "nothing";
}

template <class T>
std::string number(const Understood<T>& read) {
  if (!read) return std::string(read.error());
  return *read ? std::to_string(**read) : "nothing";
}

TEST(ImportValues, yes_and_no_have_many_forms) {
  for (const auto* cell : {"是", "有", "√", "✓", "Y", "yes", "1", "1.0", "TRUE", "已"})
    EXPECT_EQ(yes_no(cell), "yes") << cell;
  for (const auto* cell : {"否", "无", "×", "N", "no", "0", "FALSE", "未", "没有"})
    EXPECT_EQ(yes_no(cell), "no") << cell;
  for (const auto* cell : {"", "-", "/", "未知"}) EXPECT_EQ(yes_no(cell), "nothing") << cell;
  EXPECT_EQ(yes_no("下周"), "not_yes_or_no");
}

TEST(ImportValues, prices_are_told_in_ten_thousands_or_in_full) {
  EXPECT_EQ(price("15万"), "15000000-15000000");
  EXPECT_EQ(price("15.98万元"), "15980000-15980000");
  EXPECT_EQ(price("12-15万"), "12000000-15000000");
  EXPECT_EQ(price("12万～15万"), "12000000-15000000");
  EXPECT_EQ(price("１２至１５"), "12000000-15000000");
  EXPECT_EQ(price("￥159,800"), "15980000-15980000");
  EXPECT_EQ(price("120000.00"), "12000000-12000000");
  EXPECT_EQ(price("20万以内"), "-20000000");
  EXPECT_EQ(price("20w以上"), "20000000-");
  EXPECT_EQ(price("约15万左右"), "15000000-15000000");
  EXPECT_EQ(price("25k", "EUR"), "2500000-2500000");
  EXPECT_EQ(price("2,500,000", "JPY"), "2500000-2500000");
  EXPECT_EQ(price("-"), "nothing");
  EXPECT_EQ(price("无"), "nothing");
  EXPECT_EQ(price("25", "EUR"), "not_a_price");
  EXPECT_EQ(price("便宜点"), "not_a_price");
  EXPECT_EQ(price("15万/月供"), "not_a_price");
  EXPECT_EQ(price("20-15万"), "range_upside_down");
  EXPECT_EQ(price("99999999999999万"), "not_a_price");
}

TEST(ImportValues, ways_and_occasions_have_many_forms) {
  const auto way = [](std::string_view cell) {
    const auto read = read_way(cell);
    if (!read) return std::string(read.error());
    if (!*read) return std::string("nothing");
    return json::to_word((*read)->way) + ((*read)->occasion ? " " + json::to_word(*(*read)->occasion) : "");
  };
  EXPECT_EQ(way("自然到店"), "walk_in");
  EXPECT_EQ(way("Walk-in"), "walk_in");
  EXPECT_EQ(way("首次来店"), "walk_in first");
  EXPECT_EQ(way("邀约到店"), "appointment");
  EXPECT_EQ(way("来电"), "call");
  EXPECT_EQ(way("二次进店"), "again again");
  EXPECT_EQ(way("飞来"), "unknown_way");
  for (const auto* cell : {"首次", "F", "是", "√", "第1次", "1", "First"})
    EXPECT_EQ(choice(read_occasion(cell)), "first") << cell;
  for (const auto* cell : {"再次", "S", "否", "第二次", "3", "第3次", "be-back"})
    EXPECT_EQ(choice(read_occasion(cell)), "again") << cell;
  EXPECT_EQ(choice(read_occasion("也许")), "unknown_occasion");
}

TEST(ImportValues, transports_have_many_names) {
  const auto transport = [](std::string_view cell) {
    const auto read = read_transport(cell);
    return read ? json::to_word(*read) : "nothing";
  };
  EXPECT_EQ(transport("自驾"), "car");
  EXPECT_EQ(transport("步行"), "on_foot");
  EXPECT_EQ(transport("电瓶车"), "bicycle");
  EXPECT_EQ(transport("摩托车"), "motorbike");
  EXPECT_EQ(transport("网约车"), "taxi");
  EXPECT_EQ(transport("Public transport"), "public_transport");
  EXPECT_EQ(transport("轮椅"), "other");
  for (const auto* cell : {"", "-", "未知", "无"}) EXPECT_EQ(transport(cell), "nothing") << cell;
}

TEST(ImportValues, numbers_may_have_units) {
  EXPECT_EQ(number(read_party_size("3人")), "3");
  EXPECT_EQ(number(read_party_size("２")), "2");
  EXPECT_EQ(number(read_party_size("0")), "not_a_party_size");
  EXPECT_EQ(number(read_party_size("100")), "not_a_party_size");
  EXPECT_EQ(number(read_party_size("一家")), "not_a_party_size");
  EXPECT_EQ(number(read_asks("2次")), "2");
  EXPECT_EQ(number(read_asks("5")), "2");
  EXPECT_EQ(number(read_asks("√")), "1");
  EXPECT_EQ(number(read_asks("否")), "0");
  EXPECT_EQ(number(read_asks("")), "nothing");
  EXPECT_EQ(number(read_asks("多次")), "not_a_count");
}

TEST(ImportValues, grades_say_when_they_mean_to_buy) {
  EXPECT_EQ(choice(read_grade("H")), "this_week");
  EXPECT_EQ(choice(read_grade("H（7天内）")), "this_week");
  EXPECT_EQ(choice(read_grade("a级")), "this_month");
  EXPECT_EQ(choice(read_grade("B类")), "this_month");
  EXPECT_EQ(choice(read_grade("Ｃ")), "next_month");
  EXPECT_EQ(choice(read_grade("F1")), "nothing");
  EXPECT_EQ(choice(read_grade("O")), "nothing");
  EXPECT_EQ(choice(read_grade("hot")), "unknown_grade");
  EXPECT_EQ(choice(read_grade("高")), "unknown_grade");
}

TEST(ImportValues, grades_are_called_as_the_store_calls_them) {
  dealership::GradeLabels labels;
  labels.H = "热";
  labels.A = "A+";
  labels.B = "2";
  EXPECT_EQ(with_letter("热", labels), "H");
  EXPECT_EQ(with_letter("热级", labels), "H");
  EXPECT_EQ(with_letter("a+", labels), "A");
  EXPECT_EQ(with_letter("2.0", labels), "B");
  EXPECT_EQ(with_letter("２级", labels), "B");
  EXPECT_EQ(with_letter("C（三个月内）", labels), "C（三个月内）");
  EXPECT_EQ(with_letter("", labels), "");
  EXPECT_EQ(with_letter("3", labels), "3");
}

TEST(ImportValues, times_of_purchase_are_days_or_words) {
  const auto when = [](std::string_view cell) {
    const auto read = read_purchase(cell, 2025);
    if (!read) return std::string(read.error());
    return *read ? json::to_word((*read)->when) + (*read)->day.value_or("") : "nothing";
  };
  EXPECT_EQ(when("5月1日"), "date2025-05-01");
  EXPECT_EQ(when("本周"), "this_week");
  EXPECT_EQ(when("一个月内"), "this_month");
  EXPECT_EQ(when("下个月"), "next_month");
  EXPECT_EQ(when("待定"), "nothing");
  EXPECT_EQ(when("看情况吧"), "not_a_purchase_day");
}

TEST(ImportValues, sexes_have_titles) {
  EXPECT_EQ(choice(read_sex("先生")), "male");
  EXPECT_EQ(choice(read_sex("Ms.")), "female");
  EXPECT_EQ(choice(read_sex("不详")), "nothing");
  EXPECT_EQ(choice(read_sex("家庭")), "unknown_sex");
}

}  // namespace
}  // namespace guanxi::reception
