// The sentences that the server itself says to people: refusals by field, headings of exports. Chinese first.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guanxi {

enum class Language { zh, en };

/// One sentence in both languages. "{max}" is replaced by the parameter of that name.
struct Word {
  std::string_view code;
  std::string_view zh;
  std::string_view en;
};

using WordParams = std::vector<std::pair<std::string, std::string>>;

/// All sentences, by their stable codes. Each room adds its own at the start.
class Words {
 public:
  void add(std::span<const Word> words);
  /// The sentence; the code itself when nobody has written one (a test looks for such codes).
  std::string say(Language language, std::string_view code, const WordParams& params = {}) const;
  bool knows(std::string_view code) const { return words_.contains(code); }

 private:
  std::map<std::string_view, Word, std::less<>> words_;
};

/// The platform's own sentences: wrong types, lengths, sign-in, conflicts.
std::span<const Word> platform_words();

/// The first of our languages in an Accept-Language header; Chinese when it names neither.
Language preferred_language(std::string_view accept_language);

}  // namespace guanxi
