#include "platform/money/instalment.h"

#include <boost/multiprecision/cpp_int.hpp>

#include "platform/result.h"

namespace guanxi::money {
namespace {

using Whole = boost::multiprecision::cpp_int;

/// Of a fraction that is not negative, halves up.
std::int64_t rounded(const Whole& above, const Whole& below) {
  return static_cast<std::int64_t>((2 * above + below) / (2 * below));
}

}  // namespace

std::int64_t instalment(std::int64_t principal, std::int64_t months, std::int64_t yearly_rate) {
  // A month's rate is yearly_rate over this: hundredths of a percent, twelve months.
  constexpr std::int64_t kWholes = 10'000 * 12;
  CHECK(principal >= 0 && months >= 1 && months <= 480 && yearly_rate >= 0);
  if (yearly_rate == 0) return rounded(principal, months);
  const auto times = static_cast<unsigned>(months);
  const Whole grown = boost::multiprecision::pow(Whole(kWholes + yearly_rate), times);
  const Whole one = boost::multiprecision::pow(Whole(kWholes), times);
  return rounded(Whole(principal) * yearly_rate * grown, kWholes * (grown - one));
}

}  // namespace guanxi::money
