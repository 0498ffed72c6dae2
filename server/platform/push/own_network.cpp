#include "platform/push/own_network.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdint>
#include <cstring>

namespace guanxi::push {
namespace {

struct Range {
  std::uint32_t first;
  int bits;
};
// IANA's registry of special IPv4 addresses (RFC 6890), as far as something can listen there.
constexpr Range kOwn[] = {
    {0x00000000, 8},  {0x0A000000, 8},  {0x64400000, 10}, {0x7F000000, 8}, {0xA9FE0000, 16}, {0xAC100000, 12},
    {0xC0000000, 24}, {0xC0A80000, 16}, {0xC6120000, 15}, {0xE0000000, 4}, {0xF0000000, 4},
};

bool own_v4(std::uint32_t address) {
  for (const auto& range : kOwn) {
    if ((address ^ range.first) >> (32 - range.bits) == 0) return true;
  }
  return false;
}

bool own_v6(const in6_addr& address) {
  const auto* bytes = address.s6_addr;
  if (IN6_IS_ADDR_UNSPECIFIED(&address) || IN6_IS_ADDR_LOOPBACK(&address)) return true;
  if (IN6_IS_ADDR_V4MAPPED(&address) || IN6_IS_ADDR_V4COMPAT(&address)) {
    std::uint32_t within = 0;
    std::memcpy(&within, bytes + 12, sizeof within);
    return own_v4(ntohl(within));
  }
  // fc00::/7, fe80::/10, ff00::/8
  return (bytes[0] & 0xFE) == 0xFC || (bytes[0] == 0xFE && (bytes[1] & 0xC0) == 0x80) || bytes[0] == 0xFF;
}

}  // namespace

bool in_own_network(const sockaddr& address) {
  if (address.sa_family == AF_INET)
    return own_v4(ntohl(reinterpret_cast<const sockaddr_in&>(address).sin_addr.s_addr));
  if (address.sa_family == AF_INET6) return own_v6(reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
  return true;
}

}  // namespace guanxi::push
