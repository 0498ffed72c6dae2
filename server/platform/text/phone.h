// Phone numbers in any usual form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guanxi::text {

/// The number in E.164 ("+8613800138000"), or nothing when it is not a possible and valid number.
/// Accepts full-width digits, blanks, dashes, brackets, "+86", "0086" and national forms of `country`
/// (ISO 3166 alpha-2, for example "CN"). Based on libphonenumber, except that every Chinese
/// mobile number of the form 1[3-9] and nine digits is taken: new prefixes come faster than updates.
std::optional<std::string> normalise_phone(std::string_view typed, std::string_view country);

/// For people of `country`: national ("138 0013 8000") at home, international from abroad.
std::string format_phone(std::string_view e164, std::string_view country);

}  // namespace guanxi::text
