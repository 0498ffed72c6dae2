// Hands messages to the push service of a browser's maker (RFC 8030, by libcurl).
#pragma once

#include "platform/push/program_key.h"
#include "platform/push/sealing.h"

namespace guanxi::push {

/// Whom a browser may name as its push service. It is the browser that says where to, so nothing within the
/// own network is spoken to, unless somebody runs a push service there.
struct Reach {
  bool own_network = false;
  std::string contact;  ///< for the services: "mailto:…" or "https://…"; may be empty
};

/// What GUANXI_PUSH_OWN_NETWORK (1: yes) and GUANXI_MAIL_FROM say.
Reach reach_of_environment();

/// Whether it can be the address of a push service: https, or http too within the own network.
bool is_endpoint(std::string_view address, const Reach& reach);

enum class Answer { taken, gone, later, never };
struct HandedIn {
  Answer answer = Answer::taken;
  std::string why;
};

/// What the service's status means (RFC 8030 §5, §7.3): a subscription that is gone answers 404 or 410; too
/// many, or trouble of its own, is tried again.
Answer answer_of(long status);

/// Hands a message in, within ten seconds.
/// @param lasts for how long the service keeps it for a browser that is not there; milliseconds
HandedIn hand_in(const CurveKey& key, const Reach& reach, const Receiver& receiver, std::string_view words,
                 Instant lasts, Instant now);

}  // namespace guanxi::push
