#include "demo/duty_line.h"

#include <algorithm>

#include "platform/result.h"

namespace guanxi::demo {

std::size_t DutyLine::on_turn(Instant at) const {
  CHECK(!line_.empty());
  const auto rank = [at](const OnDuty& person) { return std::pair(person.free_at > at, person.order); };
  return std::ranges::min_element(line_, {}, rank)->person;
}

bool DutyLine::take_turn(std::size_t person) {
  auto* entry = find(person);
  if (entry == nullptr) return false;
  entry->order = std::ranges::max(line_, {}, &OnDuty::order).order + 1;
  ++entry->turns;
  return true;
}

void DutyLine::give_turn_back(std::size_t person) {
  auto* entry = find(person);
  if (entry == nullptr) return;
  entry->order = std::ranges::min(line_, {}, &OnDuty::order).order - 1;
  --entry->turns;
}

void DutyLine::keep_busy(std::size_t person, Instant until) {
  auto* entry = find(person);
  if (entry != nullptr) entry->free_at = std::max(entry->free_at, until);
}

std::size_t DutyLine::neighbour_of(std::size_t person) const {
  const auto here = std::ranges::find(line_, person, &OnDuty::person);
  const auto place = static_cast<std::size_t>(here - line_.begin());
  return line_[(place + 1) % line_.size()].person;
}

OnDuty* DutyLine::find(std::size_t person) {
  const auto found = std::ranges::find(line_, person, &OnDuty::person);
  return found == line_.end() ? nullptr : &*found;
}

}  // namespace guanxi::demo
