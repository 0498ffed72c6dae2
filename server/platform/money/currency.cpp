#include "platform/money/currency.h"

#include <fmt/format.h>
#include <unicode/numberformatter.h>
#include <unicode/ucurr.h>
#include <unicode/unistr.h>

namespace guanxi::money {
namespace {

icu::UnicodeString wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
}

/// "-12.05": exact, where a double would not be.
std::string decimal(std::int64_t minor, int digits) {
  std::int64_t unit = 1;
  for (int i = 0; i < digits; ++i) unit *= 10;
  const auto whole = minor / unit, rest = minor % unit;
  const auto sign = minor < 0 ? "-" : "";
  if (digits == 0) return std::to_string(minor);
  return fmt::format("{}{}.{:0{}}", sign, whole < 0 ? -whole : whole, rest < 0 ? -rest : rest, digits);
}

}  // namespace

int minor_digits(std::string_view currency) {
  UErrorCode error = U_ZERO_ERROR;
  const auto places = ucurr_getDefaultFractionDigits(wide(currency).getTerminatedBuffer(), &error);
  return U_SUCCESS(error) ? places : 2;
}

std::string show(std::int64_t minor, std::string_view currency, Language language) {
  UErrorCode error = U_ZERO_ERROR;
  const int digits = minor_digits(currency);
  const icu::CurrencyUnit unit(wide(currency).getTerminatedBuffer(), error);
  const auto number = decimal(minor, digits);
  const icu::Locale locale(language == Language::zh ? "zh_CN" : "en_GB");
  std::string text;
  icu::number::NumberFormatter::withLocale(locale)
      .unit(unit)
      .unitWidth(UNUM_UNIT_WIDTH_NARROW)
      .precision(icu::number::Precision::fixedFraction(digits))
      .formatDecimal(number, error)
      .toString(error)
      .toUTF8String(text);
  return U_SUCCESS(error) ? text : number + " " + std::string(currency);
}

}  // namespace guanxi::money
