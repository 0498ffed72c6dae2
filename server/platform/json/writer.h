// Writing described types as JSON text, straight into a string: several times faster than through a tree of
// values.
#pragma once

#include <string>
#include <string_view>

#include "platform/json/kinds.h"

namespace guanxi::json {

/// Appends the text as a JSON string with quotes. The text must be UTF-8.
void write_string(std::string& out, std::string_view text);
void write_number(std::string& out, std::int64_t number);
void write_number(std::string& out, double number);

/// Appends the value as JSON. Empty optionals are written as null.
template <class T>
void write(std::string& out, const T& value) {
  if constexpr (Optional<T>) {
    if (value) {
      write(out, *value);
    } else {
      out += "null";
    }
  } else if constexpr (List<T>) {
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i > 0) out += ',';
      write(out, value[i]);
    }
    out += ']';
  } else if constexpr (Record<T>) {
    out += '{';
    bool first = true;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
      if (!first) out += ',';
      first = false;
      out += '"';
      out += member.name;
      out += "\":";
      write(out, value.*member.pointer);
    });
    out += '}';
  } else if constexpr (Enumeration<T>) {
    write_string(out, boost::describe::enum_to_string(value, "?"));
  } else if constexpr (std::is_same_v<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_integral_v<T>) {
    write_number(out, static_cast<std::int64_t>(value));
  } else if constexpr (std::is_floating_point_v<T>) {
    write_number(out, static_cast<double>(value));
  } else if constexpr (AnyNumber<T>) {
    write_number(out, value.value);
  } else if constexpr (std::is_same_v<T, Time>) {
    write_string(out, format_instant(value.at));
  } else if constexpr (std::is_same_v<T, Raw>) {
    out += value.text;
  } else {
    write_string(out, std::string_view(value));
  }
}

template <class T>
std::string to_text(const T& value) {
  std::string out;
  write(out, value);
  return out;
}

}  // namespace guanxi::json
