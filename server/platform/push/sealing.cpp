#include "platform/push/sealing.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <stdexcept>

#include "platform/push/bytes.h"
#include "platform/text/base64url.h"

namespace guanxi::push {
namespace {

using namespace std::string_literals;

constexpr std::size_t kSaltSize = 16;
constexpr std::size_t kAuthSize = 16;
constexpr std::size_t kKeySize = 16;
constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kTagSize = 16;

struct FreeCipher {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

std::string aes_128_gcm(std::string_view key, std::string_view nonce, std::string_view words) {
  const std::unique_ptr<EVP_CIPHER_CTX, FreeCipher> context(EVP_CIPHER_CTX_new());
  std::string sealed(words.size() + kTagSize, '\0');
  int length = 0;
  const bool done =
      context &&
      EVP_EncryptInit_ex(context.get(), EVP_aes_128_gcm(), nullptr, bytes(key), bytes(nonce)) == 1 &&
      EVP_EncryptUpdate(context.get(), bytes(sealed), &length, bytes(words),
                        static_cast<int>(words.size())) == 1 &&
      EVP_EncryptFinal_ex(context.get(), bytes(sealed) + length, &length) == 1 &&
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTagSize, bytes(sealed) + words.size()) == 1;
  if (!done) throw std::runtime_error("OpenSSL refuses to seal");
  return sealed;
}

/// A key for one purpose (HKDF, RFC 5869, of no more than one block).
std::string derive(std::string_view from, std::string_view purpose, std::size_t size) {
  return keyed_hash(from, std::string(purpose) + '\1').substr(0, size);
}

}  // namespace

std::optional<Receiver> read_receiver(std::string endpoint, std::string_view p256dh, std::string_view auth) {
  const auto point = text::from_base64url(p256dh);
  const auto secret = text::from_base64url(auth);
  if (!point || !secret || secret->size() != kAuthSize || !public_of(*point)) return std::nullopt;
  return Receiver{std::move(endpoint), *point, *secret};
}

std::string seal(std::string_view words, const Receiver& receiver) {
  std::string salt(kSaltSize, '\0');
  if (RAND_bytes(bytes(salt), kSaltSize) != 1) throw std::runtime_error("OpenSSL has no random numbers");
  return seal_with(words, receiver, new_pair(), salt);
}

std::string seal_with(std::string_view words, const Receiver& receiver, const CurveKey& sender,
                      std::string_view salt) {
  if (words.size() > kMostWords) throw std::runtime_error("too much for one message");
  const auto other = public_of(receiver.point);
  if (!other) throw std::runtime_error("a receiver without a key");
  const auto sender_point = point_of(sender);
  // RFC 8291 §3.4: first the two keys and the browser's secret, then RFC 8188's salt.
  const auto shared = keyed_hash(receiver.secret, agree(sender, other));
  const auto input = derive(shared, "WebPush: info\0"s + receiver.point + sender_point, 32);
  const auto base = keyed_hash(salt, input);
  const auto key = derive(base, "Content-Encoding: aes128gcm\0"s, kKeySize);
  const auto nonce = derive(base, "Content-Encoding: nonce\0"s, kNonceSize);
  // RFC 8188 §2.1: salt, size of a record (4096), whose key; then the last record, which ends with a 2.
  auto body = std::string(salt) + "\0\0\x10\0"s + static_cast<char>(sender_point.size()) + sender_point;
  return body + aes_128_gcm(key, nonce, std::string(words) + '\2');
}

}  // namespace guanxi::push
