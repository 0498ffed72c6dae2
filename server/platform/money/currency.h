// Amounts of money as people write them. An amount is a whole number of the currency's minor units.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/words/words.h"

namespace guanxi::money {

/// How many digits of a currency stand behind the point (ISO 4217): 2 for CNY, 0 for JPY; 2 for a code that
/// nobody knows.
int minor_digits(std::string_view currency);

/// With the currency's sign and all its digits: "¥189,800.00", "€31,500.00".
std::string show(std::int64_t minor, std::string_view currency, Language language);

}  // namespace guanxi::money
