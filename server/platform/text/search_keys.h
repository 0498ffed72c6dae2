// What a person may type to find a name, a phone number or a plate: keys that a query must be a prefix of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guanxi::text {

/// Lower case, full-width to half-width, accents removed, blanks and punctuation dropped (ICU). What keys and
/// queries are both made of; "王 小明" -> "王小明", "Müller" -> "muller", "沪A·12345" -> "沪a12345".
std::string fold(std::string_view text);

/// Keys for a name: the name from each of its first characters on, its pinyin from each syllable on, and the
/// pinyin initials from each syllable on. "王小明" -> 王小明, 小明, 明, wangxiaoming, xiaoming, ming, wxm,
/// xm, m. Words of a Latin name count as syllables: "Anna Berg" -> annaberg, berg, ab, b. Unique, at most 24:
/// a name of more than eight syllables has keys from its first eight on. Surnames are read as surnames (单 is
/// shan, 尉迟 yuchi); 吕 is found as lv and as lu. The first call takes about 0.1 s (ICU reads its rules).
std::vector<std::string> name_keys(std::string_view name);

/// The keys of the whole name only: as it is written, and as it is spoken. "王小明" -> 王小明, wangxiaoming.
/// Two names that share one of them are written or sound alike.
std::vector<std::string> whole_keys(std::string_view name);

/// Keys for digits and plates: the folded text from every position on, while at least `shortest` characters
/// remain.
std::vector<std::string> part_keys(std::string_view text, std::size_t shortest);

}  // namespace guanxi::text
