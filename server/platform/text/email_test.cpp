#include "platform/text/email.h"

#include <gtest/gtest.h>

namespace guanxi::text {
namespace {

TEST(Email, is_compared_in_small_letters) {
  EXPECT_EQ(normalise_email(" Grace.Miller@Example.COM\n"), "grace.miller@example.com");
  EXPECT_EQ(normalise_email("王@例子.公司"), "王@例子.公司");
}

TEST(Email, is_nothing_else) {
  for (const auto* text :
       {"", "@", "a@", "@b.c", "a@b", "a@.b", "a@b.", "a b@c.d", "a@b@c.d", "<a@b.c>", "a@b.c,d@e.f"})
    EXPECT_FALSE(normalise_email(text)) << text;
  EXPECT_FALSE(normalise_email(std::string(190, 'a') + "@example.com"));
}

}  // namespace
}  // namespace guanxi::text
