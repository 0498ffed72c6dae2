#include <fmt/format.h>

#include "platform/database/database.h"

namespace guanxi::database {

namespace {

const char* type_name(const Value& value) {
  static constexpr const char* names[] = {"NULL", "an integer", "a double", "text", "bytes"};
  return names[value.index()];
}

template <class T>
const T& held(const Value& value, std::size_t column, const char* wanted) {
  if (const T* found = std::get_if<T>(&value)) return *found;
  throw Failure(fmt::format("column {} is {}, not {}", column, type_name(value), wanted));
}

}  // namespace

const Value& Row::at(std::size_t column) const {
  if (column >= width_) throw Failure(fmt::format("column {} of an answer with {}", column, width_));
  return first_[column];
}

std::int64_t Row::integer(std::size_t column) const {
  return held<std::int64_t>(at(column), column, "an integer");
}

double Row::real(std::size_t column) const {
  const Value& value = at(column);
  // An engine may answer a sum or a quotient that happens to be whole as an integer.
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
  return held<double>(value, column, "a double");
}

const std::string& Row::text(std::size_t column) const {
  return held<std::string>(at(column), column, "text");
}

const Bytes& Row::bytes(std::size_t column) const { return held<Bytes>(at(column), column, "bytes"); }

void Row::refuse_range(std::size_t column, std::int64_t value) {
  throw Failure(fmt::format("column {} holds {}, too large for the type asked for", column, value));
}

}  // namespace guanxi::database
