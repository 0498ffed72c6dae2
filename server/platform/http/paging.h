// Lists page by key: the cursor names the last row that was shown, so no table is ever counted or skipped
// through.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "platform/http/route.h"

namespace guanxi::http {

using Limit = json::Number<1, 200>;
constexpr std::int64_t kDefaultLimit = 30;

inline std::int64_t limit_of(const std::optional<Limit>& limit) {
  return limit ? limit->value : kDefaultLimit;
}

/// A place in a list that is ordered by a number and then an id: "1700000000000~0190…".
struct Place {
  std::int64_t number;
  std::string id;
};

inline std::string write_place(const Place& place) { return std::to_string(place.number) + "~" + place.id; }

/// Reads a cursor; refuses with `bad_cursor` what this server has not written.
inline Result<std::optional<Place>> read_place(const std::optional<json::Line<200>>& cursor) {
  if (!cursor) return std::nullopt;
  const std::string& text = cursor->value;
  const auto mark = text.find('~');
  Place place{0, mark == std::string::npos ? "" : text.substr(mark + 1)};
  const auto end = text.data() + (mark == std::string::npos ? 0 : mark);
  const auto read = std::from_chars(text.data(), end, place.number);
  if (mark == std::string::npos || read.ec != std::errc{} || read.ptr != end) {
    return refuse(Refusal::field("/cursor", "bad_cursor"));
  }
  return place;
}

/// Cuts a list that was read with one row too many down to its limit; says whether there is more.
template <class T>
bool cut_to_limit(std::vector<T>& items, std::int64_t limit) {
  if (static_cast<std::int64_t>(items.size()) <= limit) return false;
  items.resize(static_cast<std::size_t>(limit));
  return true;
}

}  // namespace guanxi::http
