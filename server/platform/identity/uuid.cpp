#include "platform/identity/uuid.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>

#include "platform/identity/sodium_ready.h"
#include "platform/result.h"

namespace guanxi {
namespace {

using Bytes = std::array<unsigned char, 16>;

// 64 random bits. A system call for each identifier would cost more than the identifier, so every thread
// keeps a page.
std::uint64_t random_bits() {
  thread_local std::array<std::uint64_t, 128> pool;
  thread_local std::size_t left = 0;
  if (left == 0) {
    identity::sodium_ready();
    randombytes_buf(pool.data(), sizeof pool);
    left = pool.size();
  }
  return pool[--left];
}

// The 48 bits of time and the 12 bits behind them are one counter: it jumps to each new millisecond and
// otherwise counts on, so that no identifier of this process is smaller than the one before, whatever the
// clock does.
std::uint64_t next_stamp(Instant now, std::uint64_t random) {
  static std::atomic<std::uint64_t> last{0};
  constexpr std::uint64_t start_bits = 0x7FF;  // upper half left free for counting within the millisecond
  const std::uint64_t fresh = (static_cast<std::uint64_t>(now) << 12) | (random & start_bits);
  std::uint64_t before = last.load(std::memory_order_relaxed);
  std::uint64_t stamp = 0;
  do {
    stamp = std::max(fresh, before + 1);
  } while (!last.compare_exchange_weak(before, stamp, std::memory_order_relaxed));
  return stamp;
}

void put_big_endian(unsigned char* to, std::uint64_t value) {
  for (int i = 7; i >= 0; --i, value >>= 8) to[i] = static_cast<unsigned char>(value);
}

// RFC 9562: the version is the upper half of byte 6, the variant the two upper bits of byte 8.
std::string text_of(Bytes bytes, unsigned version) {
  static constexpr char hex[] = "0123456789abcdef";
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | (version << 4));
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80);
  std::string text(36, '-');
  std::size_t at = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) ++at;
    text[at++] = hex[bytes[i] >> 4];
    text[at++] = hex[bytes[i] & 0x0F];
  }
  return text;
}

}  // namespace

std::string new_uuid(Instant now) {
  CHECK(now >= 0 && now < (Instant{1} << 48));
  const std::uint64_t stamp = next_stamp(now, random_bits());
  Bytes bytes;
  // 48 bits of time, 4 of version (set later), 12 of the counter.
  put_big_endian(bytes.data(), ((stamp >> 12) << 16) | (stamp & 0xFFF));
  put_big_endian(bytes.data() + 8, random_bits());
  return text_of(bytes, 7);
}

std::string first_uuid(Instant from) {
  const auto digits = fmt::format("{:012x}", from);
  return digits.substr(0, 8) + "-" + digits.substr(8);
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  }
  return true;
}

std::string uuid_of(std::string_view text) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
  Bytes bytes;
  std::copy_n(hash.begin(), bytes.size(), bytes.begin());
  return text_of(bytes, 8);
}

}  // namespace guanxi
