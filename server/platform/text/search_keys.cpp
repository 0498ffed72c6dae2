#include "platform/text/search_keys.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <stdexcept>

#include "platform/text/pinyin.h"
#include "platform/text/utf8.h"

namespace guanxi::text {
namespace {

constexpr char32_t kGap = U' ';  // stands where a blank or punctuation was, so that words stay apart

char32_t fold_ascii(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c - U'A' + U'a';
  const bool kept = (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
  return kept ? c : kGap;
}

// Characters that no normalisation touches, beside ASCII and its full-width forms. Nearly every Chinese name
// has only these.
bool is_plain_han(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF); }

// Letters that Unicode does not take apart into a base and an accent.
std::u32string_view base_letters(char32_t c) {
  switch (c) {
    case U'ø':
      return U"o";
    case U'đ':
    case U'ð':
      return U"d";
    case U'ł':
      return U"l";
    case U'ı':
      return U"i";
    case U'þ':
      return U"th";
    case U'æ':
      return U"ae";
    case U'œ':
      return U"oe";
    default:
      return {};
  }
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* found = get(error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU has no normalisation data");
  return *found;
}

icu::UnicodeString without_accents(const icu::UnicodeString& decomposed) {
  icu::UnicodeString kept;
  for (int i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
  }
  return kept;
}

// For everything beyond ASCII and plain Han. Composed again at the end, or Hangul would stay in pieces.
std::u32string spaced_by_icu(std::string_view text) {
  static const icu::Normalizer2& casefold = normalizer(icu::Normalizer2::getNFKCCasefoldInstance);
  static const icu::Normalizer2& decompose = normalizer(icu::Normalizer2::getNFDInstance);
  static const icu::Normalizer2& compose = normalizer(icu::Normalizer2::getNFCInstance);
  UErrorCode error = U_ZERO_ERROR;
  const auto whole =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  const icu::UnicodeString folded =
      compose.normalize(without_accents(decompose.normalize(casefold.normalize(whole, error), error)), error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU cannot normalise a text");
  std::u32string spaced;
  for (int i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(folded.char32At(i));
    const std::u32string_view base = base_letters(c);
    if (!base.empty()) {
      spaced += base;
    } else {
      spaced += u_isalnum(static_cast<UChar32>(c)) || is_han(c) ? c : kGap;
    }
  }
  return spaced;
}

// Folded, with gaps where something was dropped.
std::u32string spaced(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = half_width(next_code_point(text, at));
    if (c < 0x80) {
      result += fold_ascii(c);
    } else if (c == U'·') {
      result += kGap;
    } else if (is_plain_han(c)) {
      result += c;
    } else {
      return spaced_by_icu(text);
    }
  }
  return result;
}

// What a name is spoken as one by one: a Han character or a word. `other` is what else may be typed for
// `sound`.
struct Unit {
  std::string written, sound, other;
};

// ü is typed as "v" by most, but as "u" by some and in passports.
std::string with_plain_u(std::string sound) {
  std::ranges::replace(sound, 'v', 'u');
  return sound;
}

Unit han_unit(std::u32string_view characters, std::size_t at) {
  Unit unit;
  append_utf8(unit.written, characters[at]);
  const Syllable syllable = pinyin_in_name(characters, at);
  unit.sound = syllable.empty() ? unit.written : std::string(syllable.letters());
  unit.other = syllable.empty() ? unit.sound : with_plain_u(unit.sound);
  return unit;
}

std::vector<Unit> units_of(std::u32string_view characters) {
  std::vector<Unit> units;
  for (std::size_t at = 0; at < characters.size();) {
    if (characters[at] == kGap) {
      ++at;
    } else if (is_han(characters[at])) {
      units.push_back(han_unit(characters, at++));
    } else {
      Unit word;
      while (at < characters.size() && characters[at] != kGap && !is_han(characters[at])) {
        append_utf8(word.written, characters[at++]);
      }
      word.sound = word.other = word.written;
      units.push_back(std::move(word));
    }
  }
  return units;
}

std::string_view first_character(std::string_view text) {
  std::size_t end = 0;
  if (!text.empty()) next_code_point(text, end);
  return text.substr(0, end);
}

constexpr std::size_t kMostKeys = 24;

class Keys {
 public:
  // One key from each of the first units on.
  template <class Part>
  void add_from_each(const std::vector<Unit>& units, Part part) {
    const std::size_t starts = std::min(units.size(), kMostKeys / 3);  // three kinds of keys share the places
    for (std::size_t start = 0; start < starts; ++start) add_from(units, start, part);
  }
  template <class Part>
  void add_from(const std::vector<Unit>& units, std::size_t start, Part part) {
    std::string key;
    for (std::size_t i = start; i < units.size(); ++i) key += part(units[i]);
    add(std::move(key));
  }
  std::vector<std::string> take() { return std::move(keys_); }

 private:
  void add(std::string key) {
    if (keys_.size() < kMostKeys && std::ranges::find(keys_, key) == keys_.end())
      keys_.push_back(std::move(key));
  }
  std::vector<std::string> keys_;
};

}  // namespace

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (const char32_t c : spaced(text)) {
    if (c != kGap) append_utf8(folded, c);
  }
  return folded;
}

std::vector<std::string> name_keys(std::string_view name) {
  const std::vector<Unit> units = units_of(spaced(name));
  Keys keys;
  keys.add_from_each(units, [](const Unit& unit) { return std::string_view(unit.written); });
  keys.add_from_each(units, [](const Unit& unit) { return std::string_view(unit.sound); });
  keys.add_from_each(units, [](const Unit& unit) { return first_character(unit.sound); });
  keys.add_from_each(units, [](const Unit& unit) { return std::string_view(unit.other); });
  return keys.take();
}

std::vector<std::string> whole_keys(std::string_view name) {
  const std::vector<Unit> units = units_of(spaced(name));
  if (units.empty()) return {};
  Keys keys;
  keys.add_from(units, 0, [](const Unit& unit) { return std::string_view(unit.written); });
  keys.add_from(units, 0, [](const Unit& unit) { return std::string_view(unit.sound); });
  keys.add_from(units, 0, [](const Unit& unit) { return std::string_view(unit.other); });
  return keys.take();
}

std::vector<std::string> part_keys(std::string_view text, std::size_t shortest) {
  const std::string folded = fold(text);
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < folded.size(); next_code_point(folded, at)) starts.push_back(at);
  const std::size_t least = std::max<std::size_t>(shortest, 1);
  std::vector<std::string> keys;
  for (std::size_t i = 0; i + least <= starts.size(); ++i) keys.push_back(folded.substr(starts[i]));
  return keys;
}

}  // namespace guanxi::text
