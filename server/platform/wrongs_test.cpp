#include "platform/wrongs.h"

#include <gtest/gtest.h>

namespace guanxi {
namespace {

/// "pointer code" of each.
std::vector<std::string> told(const Wrongs& wrongs) {
  std::vector<std::string> all;
  for (const auto& error : wrongs.refusal().errors) all.push_back(error.pointer + " " + error.code);
  return all;
}

using All = std::vector<std::string>;

TEST(Wrongs, of_all_checks_are_told_together) {
  Wrongs wrongs(std::vector<FieldError>{{"/customer/name", "empty", {}}});
  wrongs.take(refuse(Refusal::field("/customer/phone", "contact_needed")));
  EXPECT_EQ(wrongs.take(Result<int>(7)), 7);
  EXPECT_EQ(wrongs.take<int>(refuse(Refusal::field("/price_to", "range_upside_down"))), std::nullopt);
  wrongs.take(Result<>());
  EXPECT_EQ(told(wrongs),
            (All{"/customer/name empty", "/customer/phone contact_needed", "/price_to range_upside_down"}));
  EXPECT_EQ(wrongs.verdict().error().kind, Refusal::Kind::invalid);
}

TEST(Wrongs, a_field_is_told_once) {
  Wrongs wrongs(std::vector<FieldError>{{"/customer", "required", {}}, {"/roles/0", "not_a_choice", {}}});
  wrongs.note("/customer/phone", "contact_needed");
  wrongs.note("/roles", "role_needed");
  wrongs.note("/roles/1", "not_a_choice");
  wrongs.note("/customers", "too_long");
  EXPECT_EQ(told(wrongs), (All{"/customer required", "/roles/0 not_a_choice", "/roles/1 not_a_choice",
                               "/customers too_long"}));
}

TEST(Wrongs, none_are_no_refusal) {
  EXPECT_TRUE(Wrongs().verdict());
  EXPECT_TRUE(Wrongs().empty());
  EXPECT_FALSE(Wrongs().concern("/name"));
}

TEST(Wrongs, are_about_fields_only) {
  Wrongs wrongs;
  EXPECT_THROW(wrongs.take(refuse(Refusal::conflict("already_closed"))), Bug);
}

}  // namespace
}  // namespace guanxi
