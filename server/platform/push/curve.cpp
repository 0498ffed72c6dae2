#include "platform/push/curve.h"

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/param_build.h>

#include <array>
#include <stdexcept>

#include "platform/push/bytes.h"

namespace guanxi::push {
namespace {

constexpr int kNumberSize = 32;

struct Free {
  void operator()(BIGNUM* number) const { BN_clear_free(number); }
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  void operator()(OSSL_PARAM_BLD* builder) const { OSSL_PARAM_BLD_free(builder); }
  void operator()(OSSL_PARAM* params) const { OSSL_PARAM_free(params); }
  void operator()(ECDSA_SIG* signature) const { ECDSA_SIG_free(signature); }
};
template <class Thing>
using Owned = std::unique_ptr<Thing, Free>;

/// OpenSSL fails here only without memory, or when the program is wrong.
void must(bool done) {
  if (!done) throw std::runtime_error("OpenSSL refuses to work on a key");
}

CurveKey key_of(std::string_view point, const BIGNUM* secret) {
  const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
  must(builder != nullptr);
  OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
  OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
  if (secret != nullptr) OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret);
  const Owned<OSSL_PARAM> params(OSSL_PARAM_BLD_to_param(builder.get()));
  const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  must(params != nullptr && context != nullptr && EVP_PKEY_fromdata_init(context.get()) == 1);
  EVP_PKEY* key = nullptr;
  const int kind = secret != nullptr ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY;
  if (EVP_PKEY_fromdata(context.get(), &key, kind, params.get()) != 1) return nullptr;
  CurveKey made(key);
  const Owned<EVP_PKEY_CTX> check(EVP_PKEY_CTX_new(made.get(), nullptr));
  const auto sound =
      secret != nullptr ? EVP_PKEY_pairwise_check(check.get()) : EVP_PKEY_public_check(check.get());
  return sound == 1 ? std::move(made) : nullptr;
}

}  // namespace

void FreeKey::operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }

CurveKey new_pair() {
  CurveKey key(EVP_EC_gen("prime256v1"));
  must(key != nullptr);
  return key;
}

CurveKey pair_of(std::string_view secret, std::string_view point) {
  const Owned<BIGNUM> number(BN_bin2bn(bytes(secret), static_cast<int>(secret.size()), nullptr));
  must(number != nullptr);
  return key_of(point, number.get());
}

CurveKey public_of(std::string_view point) {
  return point.size() == kPointSize ? key_of(point, nullptr) : nullptr;
}

std::string point_of(const CurveKey& key) {
  unsigned char* encoded = nullptr;
  const auto size = EVP_PKEY_get1_encoded_public_key(key.get(), &encoded);
  must(size == kPointSize);
  std::string point(reinterpret_cast<const char*>(encoded), size);
  OPENSSL_free(encoded);
  return point;
}

std::string secret_of(const CurveKey& key) {
  BIGNUM* number = nullptr;
  must(EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_PRIV_KEY, &number) == 1);
  const Owned<BIGNUM> owned(number);
  std::string secret(kNumberSize, '\0');
  BN_bn2binpad(number, bytes(secret), kNumberSize);
  return secret;
}

std::string agree(const CurveKey& own, const CurveKey& other) {
  const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new(own.get(), nullptr));
  std::string shared(kNumberSize, '\0');
  auto size = shared.size();
  must(context != nullptr && EVP_PKEY_derive_init(context.get()) == 1 &&
       EVP_PKEY_derive_set_peer(context.get(), other.get()) == 1 &&
       EVP_PKEY_derive(context.get(), bytes(shared), &size) == 1 && size == shared.size());
  return shared;
}

std::string sign(const CurveKey& key, std::string_view words) {
  const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
  std::array<unsigned char, 80> written{};  // DER, at most 72 bytes
  auto size = written.size();
  must(context != nullptr &&
       EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
       EVP_DigestSign(context.get(), written.data(), &size, bytes(words), words.size()) == 1);
  const auto* from = static_cast<const unsigned char*>(written.data());
  const Owned<ECDSA_SIG> pair(d2i_ECDSA_SIG(nullptr, &from, static_cast<long>(size)));
  must(pair != nullptr);
  std::string signature(2 * kNumberSize, '\0');
  auto* to = bytes(signature);
  BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), to, kNumberSize);
  BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), to + kNumberSize, kNumberSize);
  return signature;
}

std::string keyed_hash(std::string_view key, std::string_view words) {
  std::string hash(kNumberSize, '\0');
  must(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes(words), words.size(), bytes(hash),
            nullptr) != nullptr);
  return hash;
}

}  // namespace guanxi::push
