#include <gtest/gtest.h>

#include <map>
#include <random>

#include "platform/money/capitals.h"
#include "platform/money/currency.h"
#include "platform/money/instalment.h"

namespace guanxi::money {
namespace {

TEST(Currency, stands_with_its_sign_and_all_its_digits) {
  EXPECT_EQ(show(18980000, "CNY", Language::zh), "¥189,800.00");
  EXPECT_EQ(show(18980005, "CNY", Language::en), "¥189,800.05");
  EXPECT_EQ(show(3150000, "EUR", Language::en), "€31,500.00");
  EXPECT_EQ(show(1898000, "JPY", Language::en), "¥1,898,000");
  EXPECT_EQ(show(0, "CNY", Language::zh), "¥0.00");
  EXPECT_EQ(show(-305, "CNY", Language::en), "-¥3.05");
  // Beyond what a double holds exactly.
  EXPECT_EQ(show(9007199254740993, "CNY", Language::en), "¥90,071,992,547,409.93");
  EXPECT_EQ(minor_digits("KWD"), 3);
  EXPECT_EQ(minor_digits("XXY"), 2);
}

TEST(Instalment, agrees_with_tables_and_with_exact_fractions) {
  // Textbook figures: 100,000 at 6 % in 12 months; 20,000 at 5 % in 60; 10,000 at 12 % in 12.
  EXPECT_EQ(instalment(10'000'000, 12, 600), 860'664);
  EXPECT_EQ(instalment(2'000'000, 60, 500), 37'742);
  EXPECT_EQ(instalment(1'000'000, 12, 1200), 88'849);
  // Computed apart, with exact fractions (Python's Fraction).
  EXPECT_EQ(instalment(13'286'000, 36, 388), 391'547);
  EXPECT_EQ(instalment(15'000'000, 60, 450), 279'645);
  EXPECT_EQ(instalment(100'000'000'000, 120, 3600), 3'088'991'758);
  EXPECT_EQ(instalment(10'000'000'000'000, 480, 100'000), 8'333'333'333'333);
  EXPECT_EQ(instalment(7, 12, 1), 1);
  EXPECT_EQ(instalment(1, 1, 1200), 1);
}

TEST(Instalment, without_interest_is_the_share_of_a_month) {
  EXPECT_EQ(instalment(10'000'000, 36, 0), 277'778);
  EXPECT_EQ(instalment(100, 3, 0), 33);
  EXPECT_EQ(instalment(101, 2, 0), 51);  // halves up
  EXPECT_EQ(instalment(0, 60, 450), 0);
}

/// What is still owed after paying that much for so many months, month by month, in floating point.
long double owed(std::int64_t principal, std::int64_t months, std::int64_t rate, std::int64_t paid) {
  long double rest = static_cast<long double>(principal);
  for (std::int64_t month = 0; month < months; ++month)
    rest = rest * (1 + static_cast<long double>(rate) / 120'000) - static_cast<long double>(paid);
  return rest;
}

TEST(Instalment, pays_back_what_was_lent_whatever_the_terms) {
  std::mt19937 dice(19);
  for (int i = 0; i < 500; ++i) {
    const std::int64_t principal = dice() % 50'000'000, months = 1 + dice() % 120, rate = dice() % 3600;
    const auto paid = instalment(principal, months, rate);
    // One minor unit less leaves something, half a unit more or less would not be the nearest.
    EXPECT_GE(owed(principal, months, rate, paid - 1), 0) << principal << " " << months << " " << rate;
    EXPECT_LE(owed(principal, months, rate, paid + 1), 0) << principal << " " << months << " " << rate;
  }
}

TEST(Capitals, are_those_of_the_rule) {
  // The examples of the rule itself.
  EXPECT_EQ(capitals_of_yuan(140950), "人民币壹仟肆佰零玖元伍角");
  EXPECT_EQ(capitals_of_yuan(600714), "人民币陆仟零柒元壹角肆分");
  EXPECT_EQ(capitals_of_yuan(168032), "人民币壹仟陆佰捌拾元零叁角贰分");
  EXPECT_EQ(capitals_of_yuan(10700053), "人民币壹拾万柒仟元零伍角叁分");
  EXPECT_EQ(capitals_of_yuan(1640902), "人民币壹万陆仟肆佰零玖元零贰分");
  EXPECT_EQ(capitals_of_yuan(32504), "人民币叁佰贰拾伍元零肆分");
  // And the edges.
  EXPECT_EQ(capitals_of_yuan(0), "人民币零元整");
  EXPECT_EQ(capitals_of_yuan(5), "人民币伍分");
  EXPECT_EQ(capitals_of_yuan(50), "人民币伍角");
  EXPECT_EQ(capitals_of_yuan(100), "人民币壹元整");
  EXPECT_EQ(capitals_of_yuan(18980000), "人民币壹拾捌万玖仟捌佰元整");
  EXPECT_EQ(capitals_of_yuan(20000000), "人民币贰拾万元整");
  EXPECT_EQ(capitals_of_yuan(1000500000), "人民币壹仟万伍仟元整");
  EXPECT_EQ(capitals_of_yuan(10000000100), "人民币壹亿零壹元整");
  EXPECT_EQ(capitals_of_yuan(10050000000), "人民币壹亿零伍拾万元整");
}

/// Reads capitals back, by adding up what stands there.
std::int64_t read_back(const std::string& words) {
  static const std::map<std::string, std::int64_t> digits = {{"零", 0}, {"壹", 1}, {"贰", 2}, {"叁", 3},
                                                             {"肆", 4}, {"伍", 5}, {"陆", 6}, {"柒", 7},
                                                             {"捌", 8}, {"玖", 9}};
  static const std::map<std::string, std::int64_t> units = {
      {"分", 1}, {"角", 10}, {"拾", 10}, {"佰", 100}, {"仟", 1000}};
  std::int64_t sum = 0, group = 0, digit = 0;
  for (std::size_t at = std::string("人民币").size(); at < words.size(); at += 3) {
    const auto sign = words.substr(at, 3);
    if (digits.contains(sign)) {
      digit = digits.at(sign);
    } else if (sign == "角" || sign == "分") {
      sum += digit * units.at(sign);
      digit = 0;
    } else if (units.contains(sign)) {
      group += digit * units.at(sign);
      digit = 0;
    } else if (sign == "亿" || sign == "万" || sign == "元") {
      sum += (group + digit) * (sign == "亿" ? 10'000'000'000 : sign == "万" ? 1'000'000 : 100);
      group = digit = 0;
    }
  }
  return sum;
}

TEST(Capitals, say_the_same_number_when_they_are_read_back) {
  std::mt19937_64 dice(7);
  for (int i = 0; i < 5000; ++i) {
    std::int64_t fen = static_cast<std::int64_t>(dice() % 10'000'000'000'000U);
    for (int zeros = static_cast<int>(dice() % 8); zeros > 0; --zeros) {
      std::int64_t place = 1;
      for (auto down = dice() % 13; down > 0; --down) place *= 10;
      fen -= fen / place % 10 * place;
    }
    const auto words = capitals_of_yuan(fen);
    EXPECT_EQ(read_back(words), fen) << words;
    EXPECT_EQ(words.find("零零"), std::string::npos) << words;
    EXPECT_EQ(words.find("零万"), std::string::npos) << words;
    if (fen > 0) {
      EXPECT_EQ(words.find("零元"), std::string::npos) << words;
    }
  }
}

}  // namespace
}  // namespace guanxi::money
