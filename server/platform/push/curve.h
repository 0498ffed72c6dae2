// The curve P-256, as far as web push needs it (OpenSSL).
#pragma once

#include <openssl/types.h>

#include <memory>
#include <string>
#include <string_view>

namespace guanxi::push {

struct FreeKey {
  void operator()(EVP_PKEY* key) const;
};
using CurveKey = std::unique_ptr<EVP_PKEY, FreeKey>;

/// 65 bytes, uncompressed.
inline constexpr std::size_t kPointSize = 65;

CurveKey new_pair();
/// A pair from its secret (32 bytes) and its point. Nothing for what is no such pair.
CurveKey pair_of(std::string_view secret, std::string_view point);
/// What others know of a pair. Nothing for what is no point of the curve.
CurveKey public_of(std::string_view point);
std::string point_of(const CurveKey& key);
std::string secret_of(const CurveKey& key);

/// What two who know each other's point have in common (ECDH): 32 bytes.
std::string agree(const CurveKey& own, const CurveKey& other);
/// ES256 (RFC 7518 §3.4): 64 bytes.
std::string sign(const CurveKey& key, std::string_view words);

/// HMAC with SHA-256: 32 bytes.
std::string keyed_hash(std::string_view key, std::string_view words);

}  // namespace guanxi::push
