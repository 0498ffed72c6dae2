// Bytes of a text file as UTF-8, strictly: nothing is replaced by a question mark.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "platform/tables/table_reader.h"

namespace guanxi::tables {

enum class Decoded { whole, stopped, invalid };

/// Gives the text piece by piece until `piece` returns false. A byte order mark is left out. When bytes are
/// invalid, everything before them has been given; NUL counts as invalid, since no table holds one.
Decoded decode(std::string_view bytes, Encoding encoding, const std::function<bool(std::string_view)>& piece);

/// How much of some bytes is text in an encoding.
struct Fit {
  std::size_t wide = 0;     ///< valid characters beyond ASCII
  std::size_t invalid = 0;  ///< places with invalid bytes or control characters
};
Fit fit(std::string_view bytes, Encoding encoding);

}  // namespace guanxi::tables
