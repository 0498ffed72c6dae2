#include "platform/identity/password.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <new>

#include "platform/identity/sodium_ready.h"
#include "platform/text/base64url.h"

namespace guanxi::identity {

std::string hash_password(std::string_view password, unsigned ops, unsigned memory_kib) {
  sodium_ready();
  std::array<char, crypto_pwhash_STRBYTES> stored{};
  const std::size_t memory = std::size_t{memory_kib} * 1024;
  // It fails only when the memory cannot be had.
  if (crypto_pwhash_str_alg(stored.data(), password.data(), password.size(), ops, memory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::bad_alloc();
  }
  return stored.data();
}

bool verify_password(std::string_view stored, std::string_view password) {
  sodium_ready();
  // libsodium reads a whole array of this size, so the stored text cannot be passed as it is.
  std::array<char, crypto_pwhash_STRBYTES> copy{};
  if (stored.size() >= copy.size()) return false;
  std::ranges::copy(stored, copy.begin());
  return crypto_pwhash_str_verify(copy.data(), password.data(), password.size()) == 0;
}

std::string new_secret() {
  sodium_ready();
  std::string bytes(32, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return text::to_base64url(bytes);
}

std::string secret_hash(std::string_view secret) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
  std::array<char, 2 * crypto_hash_sha256_BYTES + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return hex.data();
}

}  // namespace guanxi::identity
