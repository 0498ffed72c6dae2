#include "platform/mail/smtp.h"

#include <cstring>
#include <stdexcept>

#include "platform/curl/curl.h"

namespace guanxi::mail {
namespace {

constexpr long kTimeoutSeconds = 30;

struct Rest {
  std::string_view text;
};

std::size_t give_piece(char* to, std::size_t size, std::size_t count, void* from) {
  auto& rest = static_cast<Rest*>(from)->text;
  const auto length = std::min(size * count, rest.size());
  std::memcpy(to, rest.data(), length);
  rest.remove_prefix(length);
  return length;
}

bool is_this_machine(const std::string& url) {
  const auto start = url.find("://");
  const auto host = url.substr(start == url.npos ? 0 : start + 3);
  return host.starts_with("localhost") || host.starts_with("127.0.0.1") || host.starts_with("[::1]");
}

/// 550 to 554 say that this letter will not be taken (RFC 5321 §4.2.3); other refusals are about the way.
bool is_for_good(long code) { return code >= 550 && code <= 554; }

}  // namespace

std::optional<Server> server_of_environment() {
  Server server;
  server.url = curl::environment("GUANXI_MAIL_SERVER");
  if (server.url.empty()) return std::nullopt;
  server.user = curl::environment("GUANXI_MAIL_USER");
  server.password = curl::environment("GUANXI_MAIL_PASSWORD");
  server.from = curl::environment("GUANXI_MAIL_FROM");
  if (!server.url.starts_with("smtp://") && !server.url.starts_with("smtps://"))
    throw std::runtime_error("GUANXI_MAIL_SERVER must begin with smtp:// or smtps://");
  if (server.from.find('@') == std::string::npos)
    throw std::runtime_error("GUANXI_MAIL_FROM must be the address that mail comes from");
  return server;
}

HandedIn hand_in(const Server& server, Letter letter) {
  letter.from = server.from;
  letter.from_name = server.from_name;
  const auto text = write_letter(letter);
  const auto handle = curl::new_handle();
  if (!handle) return {false, false, "libcurl does not start"};
  const curl::List to(curl_slist_append(nullptr, ("<" + letter.to + ">").c_str()));
  const auto from = "<" + server.from + ">";
  Rest rest{text};
  char trouble[CURL_ERROR_SIZE] = "";
  const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(handle.get(), option, value); };
  set(CURLOPT_URL, server.url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_TIMEOUT, kTimeoutSeconds);
  set(CURLOPT_ERRORBUFFER, trouble);
  set(CURLOPT_USE_SSL,
      static_cast<long>(server.password.empty() || is_this_machine(server.url) ? CURLUSESSL_TRY
                                                                               : CURLUSESSL_ALL));
  if (!server.user.empty()) {
    set(CURLOPT_USERNAME, server.user.c_str());
    set(CURLOPT_PASSWORD, server.password.c_str());
  }
  set(CURLOPT_MAIL_FROM, from.c_str());
  set(CURLOPT_MAIL_RCPT, to.get());
  set(CURLOPT_UPLOAD, 1L);
  set(CURLOPT_READFUNCTION, give_piece);
  set(CURLOPT_READDATA, static_cast<void*>(&rest));
  const auto result = curl_easy_perform(handle.get());
  if (result == CURLE_OK) return {true, false, ""};
  long code = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &code);
  std::string why = *trouble != '\0' ? trouble : curl_easy_strerror(result);
  if (code != 0) why += " (" + std::to_string(code) + ")";
  return {false, is_for_good(code), why};
}

}  // namespace guanxi::mail
