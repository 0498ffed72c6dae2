// Prices as they are written in a log.
#include <cmath>

#include "platform/clock/digits.h"
#include "platform/money/currency.h"
#include "platform/tables/reading.h"
#include "platform/text/utf8.h"
#include "reception/import_values.h"

namespace guanxi::reception {
namespace {

constexpr double kLargest = 1e11;       // minor units, as everywhere else
constexpr double kTenThousand = 10000;  // 万
constexpr double kNoCarBelow = 1000;    // in yuan

using Refused = std::unexpected<std::string_view>;

/// The cell without blanks, signs of currency and words that only say "about".
std::string bare(std::string_view cell) {
  std::string text = text::half_width(cell);
  for (const std::string_view word :
       {" ", "¥", "￥", "€", "$", "RMB", "CNY", "EUR", "USD", "元", "左右", "大约", "约", "预算"}) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at))
      text.erase(at, word.size());
  }
  return text;
}

struct Amount {
  double value;
  std::optional<double> unit;
};

/// "15.98", "159,800", "15万"
std::optional<Amount> take_amount(tables::Reading& reading) {
  std::string number;
  for (;;) {
    const auto rest = reading.rest();
    if (rest.empty()) break;
    const bool grouping =
        rest.front() == ',' && !number.empty() && rest.size() > 3 && digits::all(rest.substr(1, 3));
    if (!digits::is_digit(rest.front()) && rest.front() != '.' && !grouping) break;
    if (!grouping) number += rest.front();
    reading.take(rest.substr(0, 1));
  }
  if (number.empty() || number.size() > 15 || number.front() == '.' || number.back() == '.')
    return std::nullopt;
  char* end = nullptr;
  const double value = std::strtod(number.c_str(), &end);
  if (*end != '\0') return std::nullopt;
  if (reading.take("万") || reading.take("w") || reading.take("W")) return Amount{value, kTenThousand};
  if (reading.take("千") || reading.take("k") || reading.take("K")) return Amount{value, 1000.0};
  return Amount{value, std::nullopt};
}

std::optional<std::int64_t> in_minor_units(const Amount& amount, std::optional<double> unit,
                                           std::string_view currency) {
  if (!unit && amount.value < kNoCarBelow) {
    if (currency != "CNY") return std::nullopt;
    unit = kTenThousand;
  }
  const double minor =
      std::round(amount.value * unit.value_or(1) * std::pow(10.0, money::minor_digits(currency)));
  if (minor > kLargest) return std::nullopt;
  return static_cast<std::int64_t>(minor);
}

}  // namespace

Understood<PriceRead> read_price(std::string_view cell, std::string_view currency) {
  constexpr std::string_view kTo[] = {"-", "~", "–", "—", "～", "至", "到"};
  const auto text = bare(cell);
  if (text.empty() || says_none(cell)) return std::nullopt;
  tables::Reading amounts(text);
  const auto first = take_amount(amounts);
  if (!first) return Refused("not_a_price");
  std::optional<Amount> second;
  if (amounts.take_any(kTo)) {
    second = take_amount(amounts);
    if (!second) return Refused("not_a_price");
  }
  const auto unit = second && !first->unit ? second->unit : first->unit;  // 12-15万: both in 万
  const auto from = in_minor_units(*first, unit, currency);
  const auto to = second ? in_minor_units(*second, second->unit, currency) : from;
  const bool below = amounts.take("以内") || amounts.take("以下");
  const bool above = !below && amounts.take("以上");
  if (!amounts.done() || !from || !to) return Refused("not_a_price");
  if (*from > *to) return Refused("range_upside_down");
  if (below) return PriceRead{second ? from : std::nullopt, to};
  if (above) return PriceRead{from, second ? to : std::nullopt};
  return PriceRead{from, to};
}

}  // namespace guanxi::reception
