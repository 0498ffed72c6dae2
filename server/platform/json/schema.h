// JSON Schema (as in OpenAPI 3.1) of described types.
#pragma once

#include <boost/json.hpp>
#include <string>

#include "platform/json/kinds.h"

namespace guanxi::json {

/// The named schemas of a document: each record is written once under its name and referred to.
class Schemas {
 public:
  boost::json::object components;
  /// In answers every field is present, empty ones as null; in questions an optional field may be left out.
  bool answers = false;

  template <class T>
  boost::json::value of() {
    if constexpr (Optional<T>) {
      return nullable(of<typename T::value_type>());
    } else if constexpr (List<T>) {
      return {{"type", "array"}, {"items", of<typename T::value_type>()}};
    } else if constexpr (Record<T>) {
      return {{"$ref", "#/components/schemas/" + record<T>()}};
    } else if constexpr (Enumeration<T>) {
      return words<T>();
    } else if constexpr (AnyLine<T> || AnyParagraph<T>) {
      return {{"type", "string"}, {"minLength", 1}, {"maxLength", T::max}};
    } else if constexpr (AnyNumber<T>) {
      return {{"type", "integer"}, {"minimum", T::min}, {"maximum", T::max}};
    } else if constexpr (std::is_same_v<T, bool>) {
      return {{"type", "boolean"}};
    } else if constexpr (std::is_integral_v<T>) {
      return {{"type", "integer"}, {"format", "int64"}};
    } else if constexpr (std::is_floating_point_v<T>) {
      return {{"type", "number"}};
    } else if constexpr (std::is_same_v<T, Id>) {
      return {{"type", "string"}, {"format", "uuid"}};
    } else if constexpr (std::is_same_v<T, Day>) {
      return {{"type", "string"}, {"format", "date"}};
    } else if constexpr (std::is_same_v<T, Time>) {
      return {{"type", "string"}, {"format", "date-time"}};
    } else if constexpr (std::is_same_v<T, Raw>) {
      return boost::json::object{};
    } else {
      return {{"type", "string"}};
    }
  }

 private:
  /// Allows null beside the type, in JSON Schema's own way.
  static boost::json::value nullable(boost::json::value schema);
  /// The bare name of a type: "guanxi::room::Record" -> "Record".
  static std::string short_name(std::string_view pretty_function);

  template <class T>
  static boost::json::value words() {
    boost::json::array all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
        [&](auto word) { all.emplace_back(word.name); });
    return {{"type", "string"}, {"enum", all}};
  }

  template <class T>
  std::string record() {
    const std::string name = short_name(__PRETTY_FUNCTION__);
    if (components.contains(name)) return name;
    components[name] = nullptr;  // a type that refers to itself finds its name here
    boost::json::object properties;
    boost::json::array required;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
      using Field = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
      properties[member.name] = of<Field>();
      if (answers || !Optional<Field>) required.emplace_back(member.name);
    });
    boost::json::object schema{
        {"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = required;
    components[name] = schema;
    return name;
  }
};

}  // namespace guanxi::json
