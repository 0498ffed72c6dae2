#include "platform/text/pinyin.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace guanxi::text {
namespace {

// ICU's transliterators are slow and belong to one thread at a time.
class Readings {
 public:
  Readings() {
    UErrorCode error = U_ZERO_ERROR;
    han_latin_.reset(icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, error));
    decompose_ = icu::Normalizer2::getNFDInstance(error);
    if (U_FAILURE(error)) throw std::runtime_error("ICU has no Han-Latin transliterator");
  }

  Syllable look_up(char32_t character) {
    const std::lock_guard lock(mutex_);
    icu::UnicodeString text(static_cast<UChar32>(character));
    han_latin_->transliterate(text);
    UErrorCode error = U_ZERO_ERROR;
    return Syllable(plain_letters(decompose_->normalize(text, error)));
  }

 private:
  // Drops the tones. Keyboards have no ü, so people type "v" for it: l u U+0308 becomes "lv".
  static std::string plain_letters(const icu::UnicodeString& decomposed) {
    std::string letters;
    for (int i = 0; i < decomposed.length(); ++i) {
      const char16_t c = decomposed[i];
      if (c >= u'a' && c <= u'z') letters += static_cast<char>(c);
      if (c == 0x0308 && letters.ends_with('u')) letters.back() = 'v';
    }
    return letters;
  }

  std::mutex mutex_;
  std::unique_ptr<icu::Transliterator> han_latin_;
  const icu::Normalizer2* decompose_ = nullptr;
};

constexpr char32_t kFirst = 0x3400;
constexpr char32_t kLast = 0x9FFF;
static_assert(sizeof(Syllable) == sizeof(std::uint64_t));
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

constexpr std::uint64_t kNotLookedUp = 0;
constexpr std::uint64_t kHasNone = ~std::uint64_t{0};

struct NameReading {
  std::u32string_view characters;
  std::array<std::string_view, 2> syllables;
};

// Where a surname is read otherwise than the character usually is. Longer ones first.
constexpr NameReading kSurnames[] = {
    {U"尉迟", {"yu", "chi"}},
    {U"尉遲", {"yu", "chi"}},
    {U"万俟", {"mo", "qi"}},
    {U"萬俟", {"mo", "qi"}},
    {U"单于", {"chan", "yu"}},
    {U"單于", {"chan", "yu"}},
    {U"长孙", {"zhang", "sun"}},
    {U"長孫", {"zhang", "sun"}},
    {U"澹台", {"tan", "tai"}},
    {U"澹臺", {"tan", "tai"}},
    {U"鲜于", {"xian", "yu"}},
    {U"令狐", {"ling", "hu"}},
    {U"单", {"shan"}},
    {U"單", {"shan"}},
    {U"解", {"xie"}},
    {U"仇", {"qiu"}},
    {U"查", {"zha"}},
    {U"曾", {"zeng"}},
    {U"任", {"ren"}},
    {U"区", {"ou"}},
    {U"區", {"ou"}},
    {U"盖", {"ge"}},
    {U"蓋", {"ge"}},
    {U"朴", {"piao"}},
    {U"乐", {"yue"}},
    {U"樂", {"yue"}},
    {U"繁", {"po"}},
    {U"种", {"chong"}},
    {U"折", {"she"}},
    {U"秘", {"bi"}},
    {U"翟", {"zhai"}},
    {U"覃", {"qin"}},
    {U"缪", {"miao"}},
    {U"繆", {"miao"}},
    {U"卜", {"bu"}},
    {U"祭", {"zhai"}},
    {U"句", {"gou"}},
    {U"员", {"yun"}},
    {U"員", {"yun"}},
    {U"都", {"du"}},
    {U"隗", {"wei"}},
    {U"薄", {"bo"}},
    {U"冼", {"xian"}},
    {U"洗", {"xian"}},
    {U"粘", {"nian"}},
    {U"纪", {"ji"}},
    {U"紀", {"ji"}},
    {U"郇", {"xun"}},
    {U"黑", {"he"}},
    {U"召", {"shao"}},
    {U"车", {"che"}},
    {U"石", {"shi"}},
    {U"沈", {"shen"}},
    {U"宓", {"mi"}},
};

// In given names ICU's first reading of these is not the one people have.
constexpr NameReading kGivenNames[] = {
    {U"晟", {"sheng"}}, {U"筠", {"jun"}}, {U"隽", {"jun"}}, {U"茜", {"xi"}}};

}  // namespace

bool is_han(char32_t c) {
  if (c >= kFirst && c <= kLast) return true;
  return c >= 0x3000 && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC);
}

Syllable pinyin(char32_t character) {
  if (character == U'〇') return Syllable("ling");
  if (character < kFirst || character > kLast) return {};
  static std::array<std::atomic<std::uint64_t>, kLast - kFirst + 1> known{};
  std::atomic<std::uint64_t>& entry = known[character - kFirst];
  std::uint64_t packed = entry.load(std::memory_order_relaxed);
  if (packed == kNotLookedUp) {
    static Readings readings;
    const Syllable found = readings.look_up(character);
    packed = found.empty() ? kHasNone : std::bit_cast<std::uint64_t>(found);
    entry.store(packed, std::memory_order_relaxed);
  }
  return packed == kHasNone ? Syllable() : std::bit_cast<Syllable>(packed);
}

Syllable pinyin_in_name(std::u32string_view characters, std::size_t at) {
  if (at < 2) {
    for (const NameReading& surname : kSurnames) {
      if (at < surname.characters.size() && characters.starts_with(surname.characters)) {
        return Syllable(surname.syllables[at]);
      }
    }
  }
  if (at > 0) {
    for (const NameReading& given : kGivenNames) {
      if (given.characters.front() == characters[at]) return Syllable(given.syllables.front());
    }
  }
  return pinyin(characters[at]);
}

}  // namespace guanxi::text
