// The grade of a prospect follows the day on which they mean to buy. Rules only.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "reception/reception.h"

namespace guanxi::prospects {

/// 意向客户级别: how soon they mean to buy. N: not yet known.
enum class Grade { N, H, A, B, C };
BOOST_DESCRIBE_ENUM(Grade, N, H, A, B, C)

/// The last day on which they mean to buy, read from what was said on the day of the visit: the Sunday of
/// that week, the last day of that month or of the next one, or the day named. Nothing when it is unknown.
std::optional<std::string> expected_day(reception::PurchaseWhen when,
                                        const std::optional<std::string>& named_day,
                                        const std::string& visit_day);

/// A day that has passed is due for so many days; then it has to be asked for anew (domain brief §3.3).
inline constexpr int kDaysDue = 3;

/// The grade by days from `today` to the expected day (domain brief §3.1, first scheme): H up to 7, A up to
/// 15, B up to 30, C beyond. N when it is not known, or passed too long ago to mean anything.
Grade grade_of(const std::optional<std::string>& expected_day, const std::string& today);

/// The expected days of a grade, both included; prospects without one are N.
struct Days {
  std::string from, to;
};
Days days_of(Grade grade, const std::string& today);

}  // namespace guanxi::prospects
