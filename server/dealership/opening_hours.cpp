#include "dealership/opening_hours.h"

#include <algorithm>
#include <set>

namespace guanxi::dealership {
namespace {

bool is_time_of_day(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return false;
  for (const std::size_t i : {0, 1, 3, 4}) {
    if (text[i] < '0' || text[i] > '9') return false;
  }
  return text.substr(0, 2) < "24" && text.substr(3) < "60";
}

}  // namespace

void check_hours(const std::vector<OpeningHours>& hours, const std::string& list, Wrongs& wrongs) {
  std::set<std::int64_t> seen;
  for (std::size_t i = 0; i < hours.size(); ++i) {
    const std::string pointer = list + "/" + std::to_string(i);
    if (!is_time_of_day(hours[i].opens)) wrongs.note(pointer + "/opens", "not_a_time_of_day");
    if (!is_time_of_day(hours[i].closes)) wrongs.note(pointer + "/closes", "not_a_time_of_day");
    if (hours[i].closes <= hours[i].opens) wrongs.note(pointer + "/closes", "closes_before_opening");
    const bool named = !wrongs.concern(pointer + "/weekday");
    if (named && !seen.insert(hours[i].weekday).second) wrongs.note(pointer + "/weekday", "weekday_twice");
  }
}

std::string written_hours(const std::vector<OpeningHours>& hours) {
  std::string text;
  for (const auto& day : hours) {
    if (!text.empty()) text += ';';
    text += std::to_string(day.weekday.value) + ' ' + day.opens + ' ' + day.closes;
  }
  return text;
}

std::vector<OpeningHours> load_hours(std::string_view text) {
  constexpr std::size_t kEntry = 13;  // "1 09:00 18:00"
  std::vector<OpeningHours> hours;
  for (; text.size() >= kEntry; text.remove_prefix(std::min(kEntry + 1, text.size()))) {
    hours.push_back({{text[0] - '0'}, std::string(text.substr(2, 5)), std::string(text.substr(8, 5))});
  }
  return hours;
}

}  // namespace guanxi::dealership
