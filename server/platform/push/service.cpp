#include "platform/push/service.h"

#include <sys/socket.h>

#include "platform/curl/curl.h"
#include "platform/push/own_network.h"

namespace guanxi::push {
namespace {

constexpr long kTimeoutSeconds = 10;
constexpr long kConnectSeconds = 5;

/// The name was looked up already: what counts is where it leads.
curl_socket_t open_outwards(void*, curlsocktype, curl_sockaddr* to) {
  if (in_own_network(to->addr)) return CURL_SOCKET_BAD;
  return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

std::size_t ignore(char*, std::size_t size, std::size_t count, void*) { return size * count; }

curl::List heads(const std::string& authorization, Instant lasts) {
  curl_slist* list = nullptr;
  for (const auto& head : {"Authorization: " + authorization, "TTL: " + std::to_string(lasts / kSecond),
                           std::string("Urgency: high"), std::string("Content-Encoding: aes128gcm"),
                           std::string("Content-Type: application/octet-stream"), std::string("Expect:")})
    list = curl_slist_append(list, head.c_str());
  return curl::List(list);
}

}  // namespace

Reach reach_of_environment() {
  Reach reach;
  reach.own_network = curl::environment("GUANXI_PUSH_OWN_NETWORK") == "1";
  const auto from = curl::environment("GUANXI_MAIL_FROM");
  if (!from.empty()) reach.contact = "mailto:" + from;
  return reach;
}

bool is_endpoint(std::string_view address, const Reach& reach) {
  constexpr std::string_view kSafe = "https://";
  constexpr std::string_view kPlain = "http://";
  const auto scheme = address.starts_with(kSafe)                         ? kSafe.size()
                      : reach.own_network && address.starts_with(kPlain) ? kPlain.size()
                                                                         : 0;
  if (scheme == 0) return false;
  const auto host = address.substr(scheme, address.find('/', scheme) - scheme);
  return !host.empty() && host.find_first_of("@\\? \"") == std::string_view::npos;
}

Answer answer_of(long status) {
  if (status >= 200 && status < 300) return Answer::taken;
  if (status == 404 || status == 410) return Answer::gone;
  if (status == 408 || status == 429 || status >= 500 || status == 0) return Answer::later;
  return Answer::never;
}

HandedIn hand_in(const CurveKey& key, const Reach& reach, const Receiver& receiver, std::string_view words,
                 Instant lasts, Instant now) {
  const auto body = seal(words, receiver);
  const auto list = heads(authorization(key, receiver.endpoint, reach.contact, now), lasts);
  const auto handle = curl::new_handle();
  if (!handle || !list) return {Answer::later, "libcurl does not start"};
  char trouble[CURL_ERROR_SIZE] = "";
  const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(handle.get(), option, value); };
  set(CURLOPT_URL, receiver.endpoint.c_str());
  set(CURLOPT_PROTOCOLS_STR, reach.own_network ? "http,https" : "https");
  set(CURLOPT_PROXY, "");  // it would be asked in place of the service, within the own network
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_TIMEOUT, kTimeoutSeconds);
  set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
  set(CURLOPT_ERRORBUFFER, static_cast<char*>(trouble));
  set(CURLOPT_HTTPHEADER, list.get());
  set(CURLOPT_POSTFIELDS, body.data());
  set(CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
  set(CURLOPT_WRITEFUNCTION, ignore);
  if (!reach.own_network) set(CURLOPT_OPENSOCKETFUNCTION, open_outwards);
  const auto result = curl_easy_perform(handle.get());
  if (result != CURLE_OK) return {Answer::later, *trouble != '\0' ? trouble : curl_easy_strerror(result)};
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  return {answer_of(status), "the push service answers " + std::to_string(status)};
}

}  // namespace guanxi::push
