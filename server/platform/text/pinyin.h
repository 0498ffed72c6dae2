// How Han characters are read, without tones: "王" is "wang", "吕" is "lv".
#pragma once

#include <array>
#include <string_view>

namespace guanxi::text {

/// One syllable of at most seven letters, by value: no reader ever waits for the table behind it.
class Syllable {
 public:
  constexpr Syllable() = default;
  constexpr explicit Syllable(std::string_view letters) {
    for (const char letter : letters.substr(0, letters_.size())) letters_[size_++] = letter;
  }
  constexpr std::string_view letters() const { return {letters_.data(), static_cast<std::size_t>(size_)}; }
  constexpr bool empty() const { return size_ == 0; }

 private:
  std::array<char, 7> letters_{};
  unsigned char size_ = 0;
};

/// Whether names are made of this character one syllable at a time.
bool is_han(char32_t c);

/// The usual reading in Mandarin, ü as "v"; empty when it is not known. The first call takes about 0.1 s (ICU
/// reads its rules), the first call for a character about 10 us, later ones a few nanoseconds.
Syllable pinyin(char32_t character);

/// The reading of the characters of a name, whose surname often sounds differently: 单 is Shan, 万俟 Moqi.
/// @returns the reading of `characters[at]` in the name.
Syllable pinyin_in_name(std::u32string_view characters, std::size_t at);

}  // namespace guanxi::text
