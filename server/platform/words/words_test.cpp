#include "platform/words/words.h"

#include <gtest/gtest.h>

namespace guanxi {
namespace {

TEST(WordsTest, fill_every_hole) {
  static const Word all[] = {{"few", "最多 {max} 个，{max}！{who}", "At most {max}, {max}! {who}"}};
  Words words;
  words.add(all);
  EXPECT_EQ(words.say(Language::zh, "few", {{"max", "5"}, {"who", "你"}}), "最多 5 个，5！你");
  EXPECT_EQ(words.say(Language::en, "few", {{"max", "{max}"}}), "At most {max}, {max}! {who}");
  EXPECT_TRUE(words.knows("few"));
  EXPECT_FALSE(words.knows("many"));
  EXPECT_EQ(words.say(Language::zh, "many"), "many");
}

TEST(WordsTest, chinese_comes_first) {
  struct Case {
    const char* header;
    Language language;
  };
  for (const auto& one : {Case{"", Language::zh}, Case{"fr", Language::zh}, Case{"en", Language::en},
                          Case{"zh-CN,en;q=0.8", Language::zh}, Case{"en-US,en;q=0.9,zh;q=0.8", Language::en},
                          Case{"de,en;q=0.7", Language::en}}) {
    EXPECT_EQ(preferred_language(one.header), one.language) << one.header;
  }
}

TEST(WordsTest, the_platforms_own_are_in_both_languages) {
  for (const auto& word : platform_words()) {
    EXPECT_FALSE(word.zh.empty() || word.en.empty()) << word.code;
    // The same holes in both: nobody is told "at most {max}".
    for (auto at = word.zh.find('{'); at != std::string_view::npos; at = word.zh.find('{', at + 1)) {
      const auto hole = word.zh.substr(at, word.zh.find('}', at) + 1 - at);
      EXPECT_NE(word.en.find(hole), std::string_view::npos) << word.code << " " << hole;
    }
  }
}

}  // namespace
}  // namespace guanxi
