#include "platform/text/phone.h"

#include <gtest/gtest.h>

namespace guanxi::text {
namespace {

TEST(Phone, reads_a_chinese_mobile_in_every_usual_form) {
  for (const char* typed : {"13800138000", "138 0013 8000", "138-0013-8000", "１３８００１３８０００",
                            "+86 138 0013 8000", "+8613800138000", "0086138 0013 8000", "86 13800138000",
                            "(+86) 138-0013-8000", "＋８６－１３８００１３８０００", " 13800138000\t",
                            "\u202D13800138000\u202C", "138–0013–8000", "013800138000"}) {
    EXPECT_EQ(normalise_phone(typed, "CN"), "+8613800138000") << typed;
  }
}

TEST(Phone, reads_a_chinese_landline_and_service_number) {
  for (const char* typed : {"(021) 6234 5678", "021-62345678", "（０２１）６２３４５６７８",
                            "+86 21 6234 5678", "+86 (0)21 6234 5678", "0086-21-62345678"}) {
    EXPECT_EQ(normalise_phone(typed, "CN"), "+862162345678") << typed;
  }
  EXPECT_EQ(normalise_phone("0755-2345 6789", "CN"), "+8675523456789");
  EXPECT_EQ(normalise_phone("400-800-1234", "CN"), "+864008001234");
}

TEST(Phone, reads_national_forms_of_other_countries) {
  EXPECT_EQ(normalise_phone("030 901820", "DE"), "+4930901820");
  EXPECT_EQ(normalise_phone("+49 (0)30 901820", "CN"), "+4930901820");
  EXPECT_EQ(normalise_phone("(212) 736-5000", "US"), "+12127365000");
  EXPECT_EQ(normalise_phone("0049 30 901820", "US"), "+4930901820");
  EXPECT_EQ(normalise_phone("+852 2123 4567", "CN"), "+85221234567");
  EXPECT_EQ(normalise_phone("06 698 12345", "IT"), "+390669812345");
  EXPECT_EQ(normalise_phone("+86 138 0013 8000", "DE"), "+8613800138000");
}

TEST(Phone, refuses_what_is_no_number) {
  for (const char* typed :
       {"", " ", "+", "12345", "13800138", "1380013800O", "电话", "电话13800138000", "12800138000",
        "138001380001", "13800138000 13900139000", "13800138000/13900139000", "13800138000,13900139000",
        "021-62345678转801", "138+00138000", "+86 +86 13800138000", "138****8000", "+999 12345678",
        "\xFF\xFE"
        "13800138000"}) {
    EXPECT_FALSE(normalise_phone(typed, "CN")) << typed;
  }
  EXPECT_FALSE(normalise_phone(std::string(200, '1'), "CN"));
  EXPECT_FALSE(normalise_phone("13800138000", "ZZ"));
  EXPECT_EQ(normalise_phone("+8613800138000", "ZZ"), "+8613800138000");
}

TEST(Phone, fast_path_agrees_with_libphonenumber) {
  int known = 0;
  for (int prefix = 130; prefix <= 199; ++prefix) {
    const std::string typed = std::to_string(prefix) + "12345678";
    const auto fast = normalise_phone(typed, "CN");
    EXPECT_EQ(fast, "+86" + typed);
    // With the trunk prefix, as some dial, the number goes through libphonenumber. A prefix that it does not
    // know (yet) is accepted in the usual form all the same.
    const auto slow = normalise_phone("0" + typed, "CN");
    EXPECT_TRUE(!slow || slow == fast) << typed;
    known += slow ? 1 : 0;
    // Only the format for home is written without it.
    EXPECT_EQ("+86 " + format_phone(*fast, "CN"), format_phone(*fast, "DE"));
  }
  EXPECT_GE(known, 50);
}

TEST(Phone, is_shown_as_people_of_the_country_write_it) {
  EXPECT_EQ(format_phone("+8613800138000", "CN"), "138 0013 8000");
  EXPECT_EQ(format_phone("+8613800138000", "DE"), "+86 138 0013 8000");
  EXPECT_EQ(format_phone("+862162345678", "CN"), "021 6234 5678");
  EXPECT_EQ(format_phone("+12127365000", "US"), "(212) 736-5000");
  EXPECT_EQ(format_phone("not a number", "CN"), "not a number");
}

}  // namespace
}  // namespace guanxi::text
