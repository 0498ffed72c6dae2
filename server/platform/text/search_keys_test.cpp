#include "platform/text/search_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "platform/text/pinyin.h"

namespace guanxi::text {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

TEST(Fold, makes_one_form_of_what_people_type) {
  EXPECT_EQ(fold("王 小明"), "王小明");
  EXPECT_EQ(fold("Müller"), "muller");
  EXPECT_EQ(fold("沪A·12345"), "沪a12345");
  EXPECT_EQ(fold("ＡＢ１２　王"), "ab12王");
  EXPECT_EQ(fold("+86 138-0013"), "861380013");
  EXPECT_EQ(fold("O'Brien, Jr."), "obrienjr");
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold(" -·、。😀"), "");
}

TEST(Fold, knows_the_letters_of_other_scripts) {
  EXPECT_EQ(fold("Straße Łódź Æsir Ångström"), "strasselodzaesirangstrom");
  EXPECT_EQ(fold("ΑΘΉΝΑ"), fold("αθηνα"));
  EXPECT_EQ(fold("김철수"), "김철수");
  EXPECT_EQ(fold("ﾄﾖﾀ"), "トヨタ");
  EXPECT_EQ(fold("Müller"), fold("Mu\u0308ller"));
  EXPECT_EQ(fold("二〇二三"), "二〇二三");
  EXPECT_EQ(fold("𠮷野"), "𠮷野");
}

TEST(Fold, drops_bytes_that_are_no_text) { EXPECT_EQ(fold("a\xFF王\xE7"), "a王"); }

TEST(NameKeys, begin_at_every_character_syllable_and_initial) {
  EXPECT_THAT(name_keys("王小明"),
              ElementsAre("王小明", "小明", "明", "wangxiaoming", "xiaoming", "ming", "wxm", "xm", "m"));
  EXPECT_THAT(name_keys(" 王 小·明 "), name_keys("王小明"));
}

TEST(NameKeys, take_words_of_a_latin_name_as_syllables) {
  EXPECT_THAT(name_keys("Anna Berg"), ElementsAre("annaberg", "berg", "ab", "b"));
  EXPECT_THAT(name_keys("Mr.王"), ElementsAre("mr王", "王", "mrwang", "wang", "mw", "w"));
}

TEST(NameKeys, read_surnames_as_surnames) {
  EXPECT_THAT(name_keys("单雄信"), Contains("shanxiongxin"));
  EXPECT_THAT(name_keys("解晓东"), Contains("xiexiaodong"));
  EXPECT_THAT(name_keys("曾志伟"), Contains("zengzhiwei"));
  EXPECT_THAT(name_keys("仇英"), Contains("qiuying"));
  EXPECT_THAT(name_keys("查良镛"), Contains("zhaliangyong"));
  EXPECT_THAT(name_keys("尉迟恭"), Contains("yuchigong"));
  EXPECT_THAT(name_keys("万俟卨"), Contains("moqixie"));
  EXPECT_THAT(name_keys("单于"), Contains("chanyu"));
  EXPECT_THAT(name_keys("朴智星"), Contains("pzx"));
  // Only in the first place: elsewhere the usual reading stays.
  EXPECT_THAT(name_keys("李解"), Contains("lijie"));
}

TEST(NameKeys, accept_v_and_u_for_umlaut_u) {
  EXPECT_THAT(name_keys("吕布"), ElementsAre("吕布", "布", "lvbu", "bu", "lb", "b", "lubu"));
  EXPECT_THAT(name_keys("王女"), Contains("wangnv"));
  EXPECT_THAT(name_keys("王女"), Contains("wangnu"));
  EXPECT_THAT(name_keys("Eva"), ElementsAre("eva", "e"));
}

TEST(NameKeys, are_unique_and_at_most_24) {
  EXPECT_THAT(name_keys("上海浦东新区某某汽车销售服务有限公司"), SizeIs(24));
  EXPECT_THAT(name_keys("明明"), ElementsAre("明明", "明", "mingming", "ming", "mm", "m"));
  EXPECT_THAT(name_keys("  ·  "), IsEmpty());
  EXPECT_THAT(name_keys("上海浦东新区某某汽车销售服务有限公司"), Contains("shpdxqmmqcxsfwyxgs"));
}

TEST(NameKeys, keep_a_character_whose_reading_is_unknown) {
  EXPECT_THAT(name_keys("𠮷明"), ElementsAre("𠮷明", "明", "𠮷ming", "ming", "𠮷m", "m"));
}

TEST(Pinyin, is_known_for_the_characters_of_names) {
  EXPECT_EQ(pinyin(U'庄').letters(), "zhuang");
  EXPECT_EQ(pinyin(U'略').letters(), "lve");
  EXPECT_EQ(pinyin(U'〇').letters(), "ling");
  EXPECT_TRUE(pinyin(U'a').empty());
  int unknown = 0;
  for (char32_t c = 0x4E00; c <= 0x9FA5; ++c) unknown += pinyin(c).empty() ? 1 : 0;
  EXPECT_LT(unknown, 100);
}

TEST(Pinyin, may_be_asked_from_several_threads) {
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (char32_t c = 0x3400; c < 0x3800; ++c) pinyin(c);
      EXPECT_EQ(pinyin(U'王').letters(), "wang");
    });
  }
}

TEST(PartKeys, begin_at_every_position_with_enough_left) {
  EXPECT_THAT(part_keys("沪A·1234", 4), ElementsAre("沪a1234", "a1234", "1234"));
  EXPECT_THAT(part_keys("138 0013", 7), ElementsAre("1380013"));
  EXPECT_THAT(part_keys("138", 4), IsEmpty());
  EXPECT_THAT(part_keys("12", 0), ElementsAre("12", "2"));
  EXPECT_THAT(part_keys("", 0), IsEmpty());
  EXPECT_THAT(part_keys("+8613800138000", 4), Not(Contains("000")));
}

}  // namespace
}  // namespace guanxi::text
