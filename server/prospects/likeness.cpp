#include "prospects/likeness.h"

#include <algorithm>

namespace guanxi::prospects {
namespace {

constexpr Instant kNear = 30 * kDay;

int weight_of(Likeness likeness) {
  switch (likeness) {
    case Likeness::same_phone:
    case Likeness::same_wechat:
      return 90;
    case Likeness::phone_is_wechat:
      return 80;
    case Likeness::same_plate:
    case Likeness::same_email:
    case Likeness::in_party:
      return 60;
    case Likeness::phone_one_off:
      return 35;
    case Likeness::same_name:
      return 30;
    case Likeness::same_sound:
      return 20;
    case Likeness::one_without_phone:
      return 15;
    case Likeness::same_model:
    case Likeness::near_in_time:
      return 10;
  }
  throw Bug("a likeness without a weight");
}

}  // namespace

int score_of(const std::vector<Likeness>& because) {
  int score = 0;
  for (const auto likeness : because) score += weight_of(likeness);
  return std::min(score, 100);
}

bool one_off(std::string_view phone, std::string_view other) {
  if (phone.size() != other.size()) return false;
  std::vector<std::size_t> differing;
  for (std::size_t at = 0; at < phone.size(); ++at) {
    if (phone[at] != other[at]) differing.push_back(at);
  }
  if (differing.size() == 1) return true;
  return differing.size() == 2 && differing[1] == differing[0] + 1 &&
         phone[differing[0]] == other[differing[1]] && phone[differing[1]] == other[differing[0]];
}

std::vector<Likeness> further_reasons(const dealership::Customer& customer,
                                      const dealership::Customer& other) {
  std::vector<Likeness> reasons;
  if (customer.phone && other.phone && one_off(*customer.phone, *other.phone))
    reasons.push_back(Likeness::phone_one_off);
  const auto complement = [](const dealership::Customer& one, const dealership::Customer& two) {
    return one.phone && !one.wechat && !two.phone && two.wechat;
  };
  if (complement(customer, other) || complement(other, customer))
    reasons.push_back(Likeness::one_without_phone);
  const auto apart = customer.created_at - other.created_at;
  if (apart <= kNear && apart >= -kNear) reasons.push_back(Likeness::near_in_time);
  return reasons;
}

}  // namespace guanxi::prospects
