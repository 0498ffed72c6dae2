#include "demo/stories.h"

#include "demo/story_stock.h"
#include "platform/result.h"

namespace guanxi::demo {

std::vector<std::string_view> sentences(Subject subject, std::string_view code) {
  std::vector<std::string_view> found;
  for (const auto& sentence : stock(subject)) {
    if (sentence.code == code) found.push_back(sentence.text);
  }
  return found;
}

std::string story(Dice& dice, Subject subject, std::string_view code, std::string_view series) {
  constexpr std::string_view kMark = "{车}";
  const auto fitting = sentences(subject, code);
  CHECK(!fitting.empty());
  std::string text(dice.one_of(fitting));
  for (auto at = text.find(kMark); at != std::string::npos; at = text.find(kMark)) {
    text.replace(at, kMark.size(), series);
  }
  return text;
}

}  // namespace guanxi::demo
