// The headers that visitor logs have: those of our own exports, of printed Chinese forms and of up logs.
#pragma once

#include <optional>
#include <string_view>

#include "reception/import.h"

namespace guanxi::reception {

struct HeaderMeaning {
  Field field;
  int rank;  ///< how plain the word is for the field, 0 the plainest
};

/// What a header means, or nothing. Blanks, punctuation, letter case and marks such as 必填 do not matter. A
/// header that may mean a day, a time or both ("来店时间") is given as `Field::arrived_at`.
std::optional<HeaderMeaning> meaning_of(std::string_view header);

}  // namespace guanxi::reception
