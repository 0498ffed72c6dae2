// Which few causes make most of the unfiled visits.
#include <algorithm>

#include "improvement/unfiled.h"
#include "platform/statistics/pareto.h"

namespace guanxi::improvement {
namespace {

constexpr std::string_view kUnknown = "U9";
constexpr double kUnknownAlarm = 0.1;

std::string first_level(std::string_view code) { return std::string(code.substr(0, code.find('.'))); }

std::vector<statistics::RankedCause> ranked(const std::map<std::string, std::int64_t>& counts) {
  std::vector<statistics::Cause> causes;
  for (const auto& [code, count] : counts) causes.push_back({code, static_cast<double>(count)});
  return statistics::pareto(causes);
}

/// The part of a ranked cause that both levels show.
template <class T>
T shown(const statistics::RankedCause& cause) {
  T share{};
  share.code = cause.name;
  share.count = static_cast<std::int64_t>(cause.weight);
  share.share = cause.share;
  share.cumulative = cause.cumulative_share;
  share.vital = cause.vital;
  return share;
}

}  // namespace

Causes causes(const Look& look) {
  std::map<std::string, std::int64_t> firsts, seconds;
  std::map<std::string, std::map<std::string, std::int64_t>> parts;
  Causes causes{};
  for (const auto& [code, cell] : tally_of(look, Dimension::reason)) {
    causes.unfiled += cell.unfiled;
    firsts[first_level(code)] += cell.unfiled;
    parts[first_level(code)][code] += cell.unfiled;
  }
  for (const auto& first : ranked(firsts)) {
    auto cause = shown<CauseShare>(first);
    for (const auto& second : ranked(parts[first.name])) cause.reasons.push_back(shown<ReasonShare>(second));
    causes.causes.push_back(std::move(cause));
    if (first.name == kUnknown) causes.unknown_share = first.share;
  }
  causes.unknown_alarm = causes.unknown_share > kUnknownAlarm;
  return causes;
}

}  // namespace guanxi::improvement
