#include "platform/identity/password.h"

#include <gtest/gtest.h>

namespace guanxi::identity {
namespace {

// As little work as libsodium allows: these tests are about the form, not the strength.
std::string quick(std::string_view password) { return hash_password(password, 1, 8); }

TEST(Password, is_stored_as_argon2id_with_owasp_minimum) {
  const std::string stored = hash_password("红旗 H9 please");
  EXPECT_TRUE(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << stored;
  EXPECT_TRUE(verify_password(stored, "红旗 H9 please"));
  EXPECT_FALSE(verify_password(stored, "红旗 H9 pleas"));
}

TEST(Password, has_a_salt_of_its_own) { EXPECT_NE(quick("same"), quick("same")); }

TEST(Password, may_be_empty_long_or_hold_zero_bytes) {
  for (const std::string& password : {std::string(), std::string(5000, 'x'), std::string("a\0b", 3)}) {
    const std::string stored = quick(password);
    EXPECT_TRUE(verify_password(stored, password));
    EXPECT_FALSE(verify_password(stored, password + "x"));
  }
  EXPECT_FALSE(verify_password(quick(std::string("a\0b", 3)), "a"));
}

TEST(Password, never_fits_a_damaged_stored_form) {
  const std::string stored = quick("right");
  for (const std::string& damaged : {std::string(), std::string("right"), stored.substr(0, stored.size() - 3),
                                     stored + std::string(200, 'A'), std::string("$argon2id$v=19$")}) {
    EXPECT_FALSE(verify_password(damaged, "right")) << damaged;
  }
}

TEST(Secret, is_32_random_bytes_in_base64url) {
  const std::string secret = new_secret();
  EXPECT_EQ(secret.size(), 43U);
  EXPECT_EQ(secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
            std::string::npos);
  EXPECT_NE(secret, new_secret());
}

TEST(Secret, is_stored_as_its_sha_256) {
  EXPECT_EQ(secret_hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace guanxi::identity
