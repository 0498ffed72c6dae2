// UTF-8 as it comes from outside: checked, taken apart and folded to half width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guanxi::text {

/// How many bytes from the start are valid UTF-8; the whole size when all are. Surrogates and overlong forms
/// are not.
std::size_t valid_utf8_prefix(std::string_view text);

inline bool is_utf8(std::string_view text) { return valid_utf8_prefix(text) == text.size(); }

/// The code point at `at`, which is moved behind it; U+FFFD for bytes that are none.
char32_t next_code_point(std::string_view text, std::size_t& at);

void append_utf8(std::string& to, char32_t code_point);

/// Full-width ASCII forms ("１３８：") and blanks (U+3000, U+00A0) as ASCII; everything else as it was.
std::string half_width(std::string_view text);

/// The half-width form of one code point; itself when it has none.
constexpr char32_t half_width(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + U'!';
  return c == 0x3000 || c == 0xA0 ? U' ' : c;
}

}  // namespace guanxi::text
