#include "platform/money/capitals.h"

#include <array>
#include <string_view>

#include "platform/result.h"

namespace guanxi::money {
namespace {

constexpr std::array<std::string_view, 10> kDigits = {"零", "壹", "贰", "叁", "肆",
                                                      "伍", "陆", "柒", "捌", "玖"};
constexpr std::int64_t kGroup = 10'000;

std::string_view digit(std::int64_t value) { return kDigits.at(static_cast<std::size_t>(value)); }

/// Up to four digits, without zeros at either end: 4050 -> 肆仟零伍拾.
std::string read_group(std::int64_t group) {
  static constexpr std::array<std::string_view, 4> kUnits = {"仟", "佰", "拾", ""};
  std::string text;
  bool zero = false;
  std::int64_t place = 1000;
  for (const auto unit : kUnits) {
    const auto value = group / place % 10;
    place /= 10;
    if (value == 0) {
      zero = !text.empty();
      continue;
    }
    if (zero) text += digit(0);
    zero = false;
    text += digit(value);
    text += unit;
  }
  return text;
}

std::string read_whole(std::int64_t yuan) {
  static constexpr std::array<std::pair<std::int64_t, std::string_view>, 3> kGroups = {
      {{kGroup * kGroup, "亿"}, {kGroup, "万"}, {1, ""}}};
  std::string text;
  bool skipped = false;
  for (const auto& [size, unit] : kGroups) {
    const auto group = size == kGroup * kGroup ? yuan / size : yuan / size % kGroup;
    if (group == 0) {
      skipped = !text.empty();
      continue;
    }
    if (!text.empty() && (skipped || group < 1000)) text += digit(0);
    skipped = false;
    text += read_group(group);
    text += unit;
  }
  return text;
}

}  // namespace

std::string capitals_of_yuan(std::int64_t fen) {
  CHECK(fen >= 0 && fen < 100 * kGroup * kGroup * kGroup);
  const auto yuan = fen / 100, tenths = fen / 10 % 10, hundredths = fen % 10;
  std::string text = "人民币";
  if (yuan > 0) text += read_whole(yuan) + "元";
  if (fen == 0) text += "零元";
  if (tenths == 0 && hundredths == 0) return text + "整";
  const bool gap = tenths == 0 || yuan % 10 == 0;
  if (yuan > 0 && gap) text += digit(0);
  if (tenths > 0) text.append(digit(tenths)).append("角");
  if (hundredths > 0) text.append(digit(hundredths)).append("分");
  return text;
}

}  // namespace guanxi::money
