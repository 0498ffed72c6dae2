// When people come to a showroom: weekdays, seasons, festivals, hours of the day.
#pragma once

#include <string>
#include <vector>

#include "demo/dice.h"

namespace guanxi::demo {

inline constexpr int kOpens = 9, kCloses = 20;  ///< by the clock on the wall, every day

/// How many parties come on this day beside other days; only the ratio of two days means anything. In China
/// ("CN") spring festival empties the showrooms and the week of the national day fills them.
double weight_of_day(const std::string& day, const std::string& country);

/// An hour of the day: late morning and mid-afternoon are the peaks.
int draw_hour(Dice& dice);

/// A number of arrivals whose average is `mean` (Poisson).
int draw_arrivals(Dice& dice, double mean);

/// 1 = Monday … 7 = Sunday.
int weekday_of(const std::string& day);

/// The day as many months earlier or later, or the last one of that month.
std::string add_months(const std::string& day, int months);

}  // namespace guanxi::demo
