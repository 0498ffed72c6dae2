#include "demo/truth.h"

#include <numeric>

namespace guanxi::demo {
namespace {

using reception::Way;

constexpr std::string_view kReasons[] = {
    "U1.forgot",      "U1.busy",        "U1.judged",     "U1.left_early", "U1.handover_failed",
    "U2.fears_calls", "U2.will_return", "U2.no_benefit", "U2.distrust",   "U3.not_probed",
    "U3.unclear",     "U3.no_car",      "U3.no_price",   "U3.unsuitable", "U4.competitor",
    "U4.same_brand",  "U9.unknown"};

constexpr double kChances[] = {0.030, 0.020, 0.028, 0.014, 0.006, 0.040, 0.045, 0.016, 0.012,
                               0.014, 0.009, 0.016, 0.017, 0.012, 0.014, 0.007, 0.012};
static_assert(std::size(kReasons) == std::size(kChances));

/// What happens on the telephone; the other reasons need a showroom.
bool happens_in_calls(std::string_view reason) {
  return reason == "U1.forgot" || reason == "U1.busy" || reason == "U2.fears_calls" ||
         reason == "U2.will_return" || reason == "U3.no_price" || reason == "U4.competitor" ||
         reason == "U9.unknown";
}

double sum(const std::vector<double>& chances) {
  return std::accumulate(chances.begin(), chances.end(), 0.0);
}

}  // namespace

std::span<const std::string_view> reasons() { return kReasons; }

std::vector<double> base_chances(Way way, bool plain) {
  std::vector<double> chances(std::begin(kChances), std::end(kChances));
  if (plain) return chances;
  constexpr double kInvited = 0.6;  // who was invited is half won
  for (std::size_t i = 0; i < chances.size(); ++i) {
    if (way == Way::appointment) chances[i] *= kInvited;
    if (way == Way::call) chances[i] *= happens_in_calls(kReasons[i]) ? 2 : 0;
  }
  return chances;
}

std::vector<WayChances> told_chances(bool plain) {
  std::vector<WayChances> told;
  for (const auto way : {Way::walk_in, Way::appointment, Way::call, Way::again}) {
    const auto chances = base_chances(way, plain);
    WayChances entry{way, sum(chances), {}};
    for (std::size_t i = 0; i < chances.size(); ++i) {
      entry.reasons.push_back({std::string(kReasons[i]), chances[i]});
    }
    told.push_back(std::move(entry));
  }
  return told;
}

void tell_rates(Effect& effect) {
  auto chances = base_chances(Way::walk_in, false);
  effect.unfiled_without = sum(chances);
  for (std::size_t i = 0; i < chances.size(); ++i) {
    if (kReasons[i].starts_with(effect.reason)) chances[i] *= effect.factor;
  }
  effect.unfiled_with = sum(chances);
}

}  // namespace guanxi::demo
