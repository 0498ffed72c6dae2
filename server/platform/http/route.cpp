#include "platform/http/route.h"

#include <charconv>

namespace guanxi::http::detail {

Response make_download(const Download& download) {
  Response response{200, download.content_type, download.text, {}, {}, {}};
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + download.file_name + "\"");
  return response;
}

Result<Version> Taken<Version>::from(const Call& call) {
  std::string_view text = call.request.header("if-match");
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') {
    return refuse({Refusal::Kind::unconditional, "missing_if_match"});
  }
  text = text.substr(1, text.size() - 2);
  std::int64_t version = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), version);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) {
    return refuse({Refusal::Kind::unconditional, "missing_if_match"});
  }
  return Version{version};
}

Route row(Work work, std::string_view place, std::string_view who, std::string_view summary) {
  Route route{};
  route.work = work;
  const auto blank = place.find(' ');
  route.method = place.substr(0, blank);
  route.path = place.substr(blank + 1);
  route.summary = summary;
  route.status = 200;
  route.content_type = "application/json";
  if (who == "anybody") {
    route.access = Access::open;
  } else if (who == "signed_in") {
    route.access = Access::signed_in;
  } else {
    route.access = Access::right;
    while (!who.empty()) {
      const auto end = who.find(' ');
      route.rights.emplace_back(who.substr(0, end));
      who = end == std::string_view::npos ? std::string_view{} : who.substr(end + 1);
    }
  }
  return route;
}

}  // namespace guanxi::http::detail
