#include "platform/http/message.h"

#include <gtest/gtest.h>

namespace guanxi::http {
namespace {

TEST(Escapes, are_read_or_refused) {
  struct Case {
    std::string text;
    std::optional<std::string> path, query;
  };
  const Case cases[] = {
      {"abc", "abc", "abc"},
      {"", "", ""},
      {"a+b", "a+b", "a b"},
      {"a%20b%2Fc", "a b/c", "a b/c"},
      {"%E4%B8%AD%e6%96%87", "中文", "中文"},
      {"%41%6a", "Aj", "Aj"},
      {"%", {}, {}},
      {"%4", {}, {}},
      {"a%zz", {}, {}},
      {"%ff", {}, {}},           // no UTF-8
      {"%c0%af", {}, {}},        // longer than needed
      {"%ed%a0%80", {}, {}},     // half of a surrogate pair
      {"%f5%80%80%80", {}, {}},  // behind the last character
      {"%00", {}, {}},
      {"%25%32%30", "%20", "%20"},  // decoded once
  };
  for (const auto& one : cases) {
    EXPECT_EQ(decode(one.text, false), one.path) << one.text;
    EXPECT_EQ(decode(one.text, true), one.query) << one.text;
  }
}

TEST(Target, is_taken_apart) {
  Request request;
  read_target("/api/v1/a%20b?x=1&y=%E4%B8%AD+1&z&&x=2&=v", request);
  EXPECT_TRUE(request.readable);
  EXPECT_EQ(request.path, "/api/v1/a b");
  EXPECT_EQ(request.query,
            (std::map<std::string, std::string>{{"x", "2"}, {"y", "中 1"}, {"z", ""}, {"", "v"}}));
  for (const auto* broken : {"/%", "/a?b=%", "/a?%zz=1", "/%ff", "/a?b=%00"}) {
    Request other;
    read_target(broken, other);
    EXPECT_FALSE(other.readable) << broken;
  }
}

TEST(Cookie, is_found_among_others) {
  struct Case {
    std::string header, value;
  };
  for (const auto& one :
       {Case{"guanxi_session=abc", "abc"}, Case{"a=1; guanxi_session=abc; b=2", "abc"},
        Case{"xguanxi_session=1", ""}, Case{"guanxi_session", ""}, Case{"", ""}, Case{";;;", ""},
        Case{"a=guanxi_session=1", ""}, Case{"guanxi_session=a=b", "a=b"}, Case{"guanxi_session=", ""}}) {
    Request request;
    request.headers["cookie"] = one.header;
    EXPECT_EQ(request.cookie("guanxi_session"), one.value) << one.header;
  }
}

TEST(Utf8, is_told_from_other_bytes) {
  for (const auto* good : {"", "a", "é", "中", "🚗"}) EXPECT_TRUE(is_utf8(good));
  for (const auto* bad :
       {"\xff", "\xc3", "\xe4\xb8", "\x80", "\xc1\xbf", "\xf0\x80\x80\x80", "\xf4\x90\x80\x80"})
    EXPECT_FALSE(is_utf8(bad));
  EXPECT_FALSE(is_utf8(std::string_view("a\0b", 3)));
}

}  // namespace
}  // namespace guanxi::http
