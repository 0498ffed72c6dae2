// What salespeople write in one sentence about a party.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "demo/dice.h"

namespace guanxi::demo {

enum class Subject {
  unfiled,       ///< code: the reason
  call_unfiled,  ///< code: the reason, of a call
  exclusion,     ///< code: the exclusion
  filed,         ///< code: "first", "again", "call"
};

/// One of the sentences for this subject and code, with the series asked for put in.
std::string story(Dice& dice, Subject subject, std::string_view code, std::string_view series);

/// All sentences of a subject and code; "{车}" stands for the series.
std::vector<std::string_view> sentences(Subject subject, std::string_view code);

}  // namespace guanxi::demo
