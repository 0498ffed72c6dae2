#include "platform/database/postgres_values.h"

#include <fmt/format.h>

#include <charconv>

namespace guanxi::database {

namespace {

// The OIDs of the built-in types are fixed (pg_type.dat); libpq's headers do not name them.
constexpr Oid kBool = 16;
constexpr Oid kBytea = 17;
constexpr Oid kInt8 = 20;
constexpr Oid kInt2 = 21;
constexpr Oid kInt4 = 23;
constexpr Oid kOid = 26;
constexpr Oid kFloat4 = 700;
constexpr Oid kFloat8 = 701;
constexpr Oid kNumeric = 1700;

constexpr int kTextFormat = 0;
constexpr int kBinaryFormat = 1;

template <class Number>
Number number_from(std::string_view text) {
  Number number{};
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (code != std::errc{}) throw Failure(fmt::format("no number: {}", text));
  return number;
}

Value numeric(std::string_view text) {
  std::int64_t whole = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (code == std::errc{} && end == text.data() + text.size()) return whole;
  return number_from<double>(text);
}

unsigned hex_digit(char digit) {
  return static_cast<unsigned>(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
}

Bytes bytes_from(std::string_view text) {
  if (!text.starts_with("\\x")) throw Failure("bytea_output of the database is not hex");
  text.remove_prefix(2);
  Bytes bytes(text.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<std::byte>(hex_digit(text[2 * i]) << 4 | hex_digit(text[2 * i + 1]));
  }
  return bytes;
}

}  // namespace

void PostgresParameters::set(std::size_t i, std::string_view value, int format) {
  values_[i] = value.data();
  lengths_[i] = static_cast<int>(value.size());
  formats_[i] = format;
}

void PostgresParameters::assign(std::span<const Parameter> parameters) {
  values_.assign(parameters.size(), nullptr);
  lengths_.assign(parameters.size(), 0);
  formats_.assign(parameters.size(), kTextFormat);
  if (numbers_.size() < parameters.size()) numbers_.resize(parameters.size());
  if (texts_.size() < parameters.size()) texts_.resize(parameters.size());
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const Parameter& parameter = parameters[i];
    auto& digits = numbers_[i];
    const auto set_number = [&](auto number) {
      char* end = std::to_chars(digits.data(), digits.data() + digits.size() - 1, number).ptr;
      *end = '\0';
      set(i, {digits.data(), end}, kTextFormat);
    };
    if (const auto* integer = std::get_if<std::int64_t>(&parameter)) {
      set_number(*integer);
    } else if (const auto* real = std::get_if<double>(&parameter)) {
      set_number(*real);
    } else if (const auto* text = std::get_if<std::string_view>(&parameter)) {
      if (text->contains('\0')) throw Failure("text with a zero byte");
      set(i, texts_[i].assign(*text), kTextFormat);
    } else if (const auto* bytes = std::get_if<std::span<const std::byte>>(&parameter)) {
      const char* first = bytes->empty() ? "" : reinterpret_cast<const char*>(bytes->data());
      set(i, {first, bytes->size()}, kBinaryFormat);
    }
  }
}

Value to_value(Oid type, std::string_view text) {
  switch (type) {
    case kBool:
      return std::int64_t{text == "t"};
    case kInt2:
    case kInt4:
    case kInt8:
    case kOid:
      return number_from<std::int64_t>(text);
    case kFloat4:
    case kFloat8:
      return number_from<double>(text);
    case kNumeric:
      return numeric(text);
    case kBytea:
      return bytes_from(text);
    default:
      return std::string(text);
  }
}

Rows to_rows(const PGresult* result) {
  const int height = PQntuples(result);
  const int width = PQnfields(result);
  std::vector<Value> cells;
  cells.reserve(static_cast<std::size_t>(height) * static_cast<std::size_t>(width));
  for (int row = 0; row < height; ++row) {
    for (int column = 0; column < width; ++column) {
      if (PQgetisnull(result, row, column) != 0) {
        cells.emplace_back();
        continue;
      }
      const auto length = static_cast<std::size_t>(PQgetlength(result, row, column));
      cells.push_back(to_value(PQftype(result, column), {PQgetvalue(result, row, column), length}));
    }
  }
  return Rows(static_cast<std::size_t>(width), std::move(cells));
}

}  // namespace guanxi::database
