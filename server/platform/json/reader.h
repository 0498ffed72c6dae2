// Strict reading: unknown fields are refused, and every wrong field is reported, not only the first.
#pragma once

#include <boost/json.hpp>
#include <map>
#include <string>
#include <vector>

#include "platform/json/kinds.h"
#include "platform/result.h"
#include "platform/wrongs.h"

namespace guanxi::json {

/// Walks a JSON value into a described type and collects what is wrong with it.
class Reader {
 public:
  std::vector<FieldError> errors;

  template <class T>
  void read(const boost::json::value& value, const std::string& pointer, T& out) {
    if constexpr (Optional<T>) {
      if (!value.is_null()) read(value, pointer, out.emplace());
    } else if constexpr (List<T>) {
      read_list(value, pointer, out);
    } else if constexpr (Record<T>) {
      read_record(value, pointer, out);
    } else if constexpr (Enumeration<T>) {
      read_word(value, pointer, out);
    } else if constexpr (AnyLine<T>) {
      read_text(value, pointer, T::max, false, out.value);
    } else if constexpr (AnyParagraph<T>) {
      read_text(value, pointer, T::max, true, out.value);
    } else if constexpr (AnyNumber<T>) {
      read_number(value, pointer, T::min, T::max, out.value);
    } else {
      read_scalar(value, pointer, out);
    }
  }

  void wrong(const std::string& pointer, std::string code,
             std::vector<std::pair<std::string, std::string>> params = {});

 private:
  void read_scalar(const boost::json::value&, const std::string& pointer, bool& out);
  void read_scalar(const boost::json::value&, const std::string& pointer, std::string& out);
  void read_scalar(const boost::json::value&, const std::string& pointer, std::int64_t& out);
  void read_scalar(const boost::json::value&, const std::string& pointer, Id& out);
  void read_scalar(const boost::json::value&, const std::string& pointer, Day& out);
  void read_scalar(const boost::json::value&, const std::string& pointer, Time& out);
  void read_text(const boost::json::value&, const std::string& pointer, int max, bool lines,
                 std::string& out);
  void read_number(const boost::json::value&, const std::string& pointer, std::int64_t min, std::int64_t max,
                   std::int64_t& out);

  template <class T>
  void read_word(const boost::json::value& value, const std::string& pointer, T& out) {
    if (!value.is_string()) return wrong(pointer, "not_text");
    if (auto found = from_word<T>(value.get_string())) {
      out = *found;
    } else {
      wrong(pointer, "not_a_choice");
    }
  }

  template <class T>
  void read_list(const boost::json::value& value, const std::string& pointer, std::vector<T>& out) {
    if (!value.is_array()) return wrong(pointer, "not_a_list");
    if (value.get_array().size() > 500) return wrong(pointer, "too_many_items", {{"max", "500"}});
    for (std::size_t i = 0; i < value.get_array().size(); ++i) {
      read(value.get_array()[i], pointer + "/" + std::to_string(i), out.emplace_back());
    }
  }

  template <class T>
  void read_record(const boost::json::value& value, const std::string& pointer, T& out) {
    if (!value.is_object()) return wrong(pointer, "not_an_object");
    const auto& object = value.get_object();
    std::size_t known = 0;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
      auto& field = out.*member.pointer;
      const auto found = object.find(member.name);
      if (found != object.end()) {
        ++known;
        read(found->value(), pointer + "/" + member.name, field);
      } else if constexpr (!Optional<std::remove_cvref_t<decltype(field)>>) {
        wrong(pointer + "/" + member.name, "required");
      }
    });
    if (known != object.size()) unknown_fields<T>(object, pointer);
  }

  template <class T>
  void unknown_fields(const boost::json::object& object, const std::string& pointer) {
    for (const auto& entry : object) {
      bool known = false;
      boost::mp11::mp_for_each<Members<T>>(
          [&](auto member) { known = known || entry.key() == std::string_view(member.name); });
      if (!known) wrong(pointer + "/" + escape(entry.key()), "unknown_field");
    }
  }

  static std::string escape(std::string_view key);
};

/// Reads text as JSON without describing it. Refuses broken JSON, broken UTF-8, duplicate keys' later values
/// silently win as in RFC 8259 readers, and nesting deeper than 32.
Result<boost::json::value> parse_value(std::string_view text);

/// A record as far as it could be read: what is wrong has the value that nothing was said for.
template <class T>
struct Partly {
  T value{};
  Wrongs wrongs;
};

/// Reads a request body whose content is to be judged together with its shape. Refuses what is no JSON or no
/// record at all: of that nothing can be judged.
template <class T>
Result<Partly<T>> parse_partly(std::string_view text) {
  const auto value = TRY(parse_value(text));
  Partly<T> partly;
  Reader reader;
  reader.read(value, "", partly.value);
  partly.wrongs = Wrongs(std::move(reader.errors));
  if (!value.is_object()) return refuse(partly.wrongs.refusal());
  return partly;
}

/// Reads a request body.
template <class T>
Result<T> parse(std::string_view text) {
  if constexpr (std::is_same_v<T, Nothing>) {
    if (text.empty()) return T{};
    const auto value = TRY(parse_value(text));
    if (!value.is_object() || !value.get_object().empty()) return refuse(Refusal::field("", "unknown_field"));
    return T{};
  } else {
    auto partly = TRY(parse_partly<T>(text));
    TRY(partly.wrongs.verdict());
    return std::move(partly.value);
  }
}

/// Reads a query string's fields: the same strictness, where numbers and truth values arrive as text.
template <class T>
Result<T> parse_query(const std::map<std::string, std::string>& query) {
  T out{};
  boost::json::object object;
  for (const auto& [key, text] : query) object[key] = text;
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    using Field = std::remove_cvref_t<decltype(out.*member.pointer)>;
    const auto found = object.find(member.name);
    if (found == object.end()) return;
    if constexpr (std::is_same_v<Field, std::optional<bool>>) {
      if (found->value() == "true") found->value() = true;
      if (found->value() == "false") found->value() = false;
    } else if constexpr (Optional<Field>) {
      if constexpr (AnyNumber<typename Field::value_type>) {
        const std::string text(found->value().as_string());
        char* end = nullptr;
        const long long number = std::strtoll(text.c_str(), &end, 10);
        if (!text.empty() && *end == '\0') found->value() = number;
      }
    }
  });
  Reader reader;
  reader.read(boost::json::value(object), "", out);
  if (!reader.errors.empty()) return refuse({Refusal::Kind::invalid, "invalid_input", reader.errors});
  return out;
}

}  // namespace guanxi::json
