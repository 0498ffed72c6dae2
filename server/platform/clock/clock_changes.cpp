#include "platform/clock/clock_changes.h"

#include <chrono>

namespace guanxi {
namespace {

using Seconds = cctz::time_point<cctz::seconds>;

Instant milliseconds(Seconds moment) { return moment.time_since_epoch().count() * kSecond; }

}  // namespace

std::vector<ClockChange> clock_changes(const std::string& name, Instant from, Instant to) {
  constexpr auto kMoment = std::chrono::seconds(1);
  std::vector<ClockChange> found;
  cctz::time_zone zone;
  if (!TimeZone::find(name) || !cctz::load_time_zone(name, &zone)) return found;
  cctz::time_zone::civil_transition change;
  const auto moment_of = [&] {
    const auto shown = zone.lookup(change.to);
    // When clocks are set back, what they show then they have shown before.
    return shown.kind == cctz::time_zone::civil_lookup::REPEATED ? shown.trans : shown.pre;
  };
  const auto add = [&](Seconds at) {
    const auto before = zone.lookup(at - kMoment);
    const auto after = zone.lookup(at);
    found.push_back({milliseconds(at), before.offset, after.offset, after.is_dst, after.abbr});
  };
  const Seconds start(std::chrono::floor<std::chrono::seconds>(std::chrono::milliseconds(from)));
  if (zone.prev_transition(start + kMoment, &change)) add(moment_of());
  for (auto at = start; zone.next_transition(at, &change) && milliseconds(moment_of()) < to;) {
    at = moment_of();
    add(at);
  }
  return found;
}

}  // namespace guanxi
