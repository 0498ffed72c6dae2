// Addresses that are not of the internet at large.
#pragma once

struct sockaddr;

namespace guanxi::push {

/// Whether it is this machine, a private network (RFC 1918, 6598, 4193), a link's own or a group's address,
/// also written as IPv4 within IPv6; and whatever is neither IPv4 nor IPv6.
bool in_own_network(const sockaddr& address);

}  // namespace guanxi::push
