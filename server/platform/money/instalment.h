// What is paid back of a loan every month.
#pragma once

#include <cstdint>

namespace guanxi::money {

/// The equal instalment at the end of each month (等额本息) of an ordinary annuity:
///
///     A = P · r · (1 + r)^n / ((1 + r)^n − 1),   r = yearly rate / 12;   A = P / n when r = 0
///
/// computed in whole numbers without rounding on the way, and rounded once to the minor unit, halves up. As
/// it is rounded, n instalments may come to some minor units more or less than is owed: the lender settles
/// that with the last one.
///
/// @param principal  minor units, 0 to 10^13
/// @param months     1 to 480
/// @param yearly_rate  hundredths of a percent: 450 is 4.5 %; 0 to 100,000
std::int64_t instalment(std::int64_t principal, std::int64_t months, std::int64_t yearly_rate);

}  // namespace guanxi::money
