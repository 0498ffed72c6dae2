// libcurl, kept and let go, and what the environment says of ways out.
#pragma once

#include <curl/curl.h>

#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>

namespace guanxi::curl {

struct Free {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, Free>;
using List = std::unique_ptr<curl_slist, Free>;

/// A new handle; nothing when libcurl does not start.
inline Handle new_handle() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  return Handle(curl_easy_init());
}

/// What a variable of the environment says; empty when it is not there.
inline std::string environment(const char* name) {
  const auto* value = std::getenv(name);
  return value != nullptr ? value : "";
}

}  // namespace guanxi::curl
