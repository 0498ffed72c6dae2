// What choices and moments are called in the files of this room.
#pragma once

#include "platform/clock/clock.h"
#include "platform/words/words.h"
#include "workday/truth.h"

namespace guanxi::workday {

std::string word_for(FindingKind kind, Language language);
std::string word_for(prospects::FollowUpWay way, Language language);
std::string yes_or_no(bool yes, Language language);
/// "09:05" in the store's zone.
std::string clock_time(const TimeZone& zone, Instant at);

}  // namespace guanxi::workday
