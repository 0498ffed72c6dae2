#include "platform/text/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

namespace guanxi::text {
namespace {

// How many of the next bytes are ASCII, eight at a time: most files are mostly ASCII.
std::size_t ascii_run(std::string_view text, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  std::size_t end = at;
  for (std::uint64_t word; end + sizeof word <= text.size(); end += sizeof word) {
    std::memcpy(&word, text.data() + end, sizeof word);
    if ((word & high_bits) != 0) break;
  }
  while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80) ++end;
  return end - at;
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    at += ascii_run(text, at);
    while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) {
      std::size_t next = at;
      UChar32 c = 0;
      U8_NEXT(text.data(), next, text.size(), c);
      if (c < 0) return at;
      at = next;
    }
  }
  return at;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(text.data(), at, text.size(), c);
  return static_cast<char32_t>(c);
}

void append_utf8(std::string& to, char32_t code_point) {
  if (code_point < 0x80) {
    to += static_cast<char>(code_point);
    return;
  }
  char bytes[4];
  int size = 0;
  U8_APPEND_UNSAFE(bytes, size, code_point);
  to.append(bytes, static_cast<std::size_t>(size));
}

std::string half_width(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_utf8(folded, half_width(next_code_point(text, at)));
  return folded;
}

}  // namespace guanxi::text
