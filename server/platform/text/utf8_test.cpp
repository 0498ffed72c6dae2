#include "platform/text/utf8.h"

#include <gtest/gtest.h>

namespace guanxi::text {
namespace {

TEST(Utf8, is_valid_up_to_the_first_wrong_byte) {
  EXPECT_EQ(valid_utf8_prefix(""), 0U);
  EXPECT_TRUE(is_utf8("plain ASCII longer than eight bytes, 王小明, Müller, 😀"));
  EXPECT_EQ(valid_utf8_prefix("abc\xE7\x8E"), 3U);  // breaks off within 王
  EXPECT_EQ(valid_utf8_prefix("12345678\xFF"), 8U);
  EXPECT_EQ(valid_utf8_prefix("a\xC0\xAF"), 1U);          // overlong
  EXPECT_EQ(valid_utf8_prefix("a\xED\xA0\x80"), 1U);      // surrogate
  EXPECT_EQ(valid_utf8_prefix("a\xF4\x90\x80\x80"), 1U);  // beyond Unicode
}

TEST(Utf8, is_taken_apart_and_put_together) {
  const std::string_view text = "a王😀";
  std::size_t at = 0;
  EXPECT_EQ(next_code_point(text, at), U'a');
  EXPECT_EQ(next_code_point(text, at), U'王');
  EXPECT_EQ(next_code_point(text, at), U'😀');
  EXPECT_EQ(at, text.size());
  std::string again;
  for (const char32_t c : {U'a', U'王', U'😀'}) append_utf8(again, c);
  EXPECT_EQ(again, text);
}

TEST(Utf8, folds_full_width_forms) { EXPECT_EQ(half_width("１３８－Ａｂ：（王）　x"), "138-Ab:(王) x"); }

}  // namespace
}  // namespace guanxi::text
