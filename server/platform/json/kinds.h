// What kind of thing a type is, for the three walks over described types (read, write, schema).
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "platform/json/types.h"

namespace guanxi::json {

template <class T>
struct OptionalTrait : std::false_type {};
template <class T>
struct OptionalTrait<std::optional<T>> : std::true_type {};
template <class T>
concept Optional = OptionalTrait<T>::value;

template <class T>
struct ListTrait : std::false_type {};
template <class T>
struct ListTrait<std::vector<T>> : std::true_type {};
template <class T>
concept List = ListTrait<T>::value;

template <class T>
struct LineTrait : std::false_type {};
template <int Max>
struct LineTrait<Line<Max>> : std::true_type {};
template <class T>
concept AnyLine = LineTrait<T>::value;

template <class T>
struct ParagraphTrait : std::false_type {};
template <int Max>
struct ParagraphTrait<Paragraph<Max>> : std::true_type {};
template <class T>
concept AnyParagraph = ParagraphTrait<T>::value;

template <class T>
struct NumberTrait : std::false_type {};
template <std::int64_t Min, std::int64_t Max>
struct NumberTrait<Number<Min, Max>> : std::true_type {};
template <class T>
concept AnyNumber = NumberTrait<T>::value;

template <class T>
concept Enumeration = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
concept Record = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_any_access>;

/// The word of a described enumerator, as on the wire and in the database.
template <Enumeration T>
std::string to_word(T value) {
  return boost::describe::enum_to_string(value, "?");
}

/// The enumerator of a word, or nothing.
template <Enumeration T>
std::optional<T> from_word(std::string_view word) {
  std::optional<T> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
    if (word == enumerator.name) found = enumerator.value;
  });
  return found;
}

}  // namespace guanxi::json
