// Mail as programs send it: the texts of a message, decoded. Reading only.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace guanxi::mail {

inline constexpr std::size_t kMostBytes = 10 * 1024 * 1024;

/// A part of a message that is no picture and no sound.
struct Part {
  std::string text;     ///< in UTF-8 when that could be told, else the bytes as they are
  int alternative = 0;  ///< parts of the same number say the same in several ways; 0: the only way
};

struct Message {
  std::string id;  ///< Message-ID without brackets; empty when there is none
  std::vector<Part> parts;
};

enum class Fault {
  too_large,  ///< more than `kMostBytes`
  too_deep,   ///< more than a hundred parts in each other or beside each other
};

/// Reads a message (RFC 5322 and MIME), or one that is nothing but its text. What is broken is read as far as
/// it can be. Transfer encodings are taken off. A part is in the charset that it says, unless it is UTF-8
/// anyway; one that claims Latin-1 or ASCII, as programs do that think of none, is left as it is.
std::expected<Message, Fault> read_message(std::string_view raw);

}  // namespace guanxi::mail
