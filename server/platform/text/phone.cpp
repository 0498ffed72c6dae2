#include "platform/text/phone.h"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>

#include "platform/text/utf8.h"

namespace guanxi::text {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr std::size_t kLongest = 100;  // bytes as typed; no number in any form comes near it

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Between digits people write blanks, dots, dashes of every length and brackets.
bool is_separator(char32_t c) {
  return c == U' ' || c == U'-' || c == U'.' || c == U'(' || c == U')' || (c >= 0x2010 && c <= 0x2015) ||
         c == 0x2212;
}

// Phones' address books put marks for the writing direction around a copied number; nobody sees them.
bool is_invisible(char32_t c) {
  return c == U'\t' || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

// Only the digits, behind a plus when there was one; nothing when there is anything else in the text.
std::optional<std::string> digits_of(std::string_view typed) {
  if (typed.size() > kLongest) return std::nullopt;
  std::string digits;
  for (std::size_t at = 0; at < typed.size();) {
    const char32_t c = half_width(next_code_point(typed, at));
    if (is_digit(c) || (c == U'+' && digits.empty())) {
      digits += static_cast<char>(c);
    } else if (!is_separator(c) && !is_invisible(c)) {
      return std::nullopt;
    }
  }
  // "00" is how most of the world dials a plus, and no country's own numbers begin with it.
  if (digits.starts_with("00")) digits.replace(0, 2, "+");
  return digits;
}

// ^1[3-9]\d{9}$, as the whole trade does it. The regulator opens prefixes faster than any table is updated,
// so one that libphonenumber does not know yet is taken nevertheless.
bool is_chinese_mobile(std::string_view national) {
  return national.size() == 11 && national[0] == '1' && national[1] >= '3' && national[1] <= '9' &&
         std::ranges::all_of(national, [](char c) { return c >= '0' && c <= '9'; });
}

// The hot path: nearly every number of a Chinese store, without libphonenumber's regular expressions.
std::optional<std::string> chinese_mobile(std::string_view digits, std::string_view country) {
  std::string_view national = digits;
  if (digits.starts_with("+86")) {
    national.remove_prefix(3);
  } else if (country != "CN") {
    return std::nullopt;
  } else if (digits.starts_with("86") && digits.size() == 13) {
    national.remove_prefix(2);
  }
  if (!is_chinese_mobile(national)) return std::nullopt;
  return std::string("+86").append(national);
}

std::optional<PhoneNumber> parse(const std::string& digits, std::string_view country) {
  PhoneNumber number;
  const auto error = PhoneNumberUtil::GetInstance()->Parse(digits, std::string(country), &number);
  if (error != PhoneNumberUtil::NO_PARSING_ERROR) return std::nullopt;
  return number;
}

}  // namespace

std::optional<std::string> normalise_phone(std::string_view typed, std::string_view country) {
  const std::optional<std::string> digits = digits_of(typed);
  if (!digits) return std::nullopt;
  if (auto mobile = chinese_mobile(*digits, country)) return mobile;
  const std::optional<PhoneNumber> number = parse(*digits, country);
  const PhoneNumberUtil& numbers = *PhoneNumberUtil::GetInstance();
  if (!number || !numbers.IsValidNumber(*number)) return std::nullopt;
  std::string e164;
  numbers.Format(*number, PhoneNumberUtil::E164, &e164);
  return e164;
}

std::string format_phone(std::string_view e164, std::string_view country) {
  if (country == "CN" && e164.starts_with("+86") && is_chinese_mobile(e164.substr(3))) {
    const std::string national(e164.substr(3));
    return national.substr(0, 3) + ' ' + national.substr(3, 4) + ' ' + national.substr(7);
  }
  const std::optional<PhoneNumber> number = parse(std::string(e164), "ZZ");
  if (!number) return std::string(e164);
  const PhoneNumberUtil& numbers = *PhoneNumberUtil::GetInstance();
  const bool at_home = numbers.GetCountryCodeForRegion(std::string(country)) == number->country_code();
  std::string text;
  numbers.Format(*number, at_home ? PhoneNumberUtil::NATIONAL : PhoneNumberUtil::INTERNATIONAL, &text);
  return text;
}

}  // namespace guanxi::text
