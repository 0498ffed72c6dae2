#include "town/openapi_check.h"

#include <algorithm>
#include <regex>
#include <string_view>

namespace guanxi::town {
namespace {

namespace bj = boost::json;

const bj::object* at_path(const bj::value& document, std::initializer_list<bj::string_view> keys) {
  const bj::value* value = &document;
  for (const auto key : keys) {
    if (!value->is_object()) return nullptr;
    value = value->get_object().if_contains(key);
    if (value == nullptr) return nullptr;
  }
  return value->if_object();
}

/// Whether the path has the form of the template: the same segments, with something in every hole.
bool has_form(std::string_view form, std::string_view path) {
  const auto cut = [](std::string_view& text) {
    const auto segment = text.substr(0, text.find('/'));
    text.remove_prefix(std::min(segment.size() + 1, text.size()));
    return segment;
  };
  if (std::count(form.begin(), form.end(), '/') != std::count(path.begin(), path.end(), '/')) return false;
  while (!form.empty() || !path.empty()) {
    const auto wanted = cut(form);
    const auto found = cut(path);
    if (wanted.starts_with('{') ? found.empty() : wanted != found) return false;
  }
  return true;
}

bool is_uuid_or_date(const std::string& format, const std::string& text) {
  static const std::regex uuid("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  static const std::regex date("\\d{4}-\\d{2}-\\d{2}");
  static const std::regex time("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");
  if (format == "uuid") return std::regex_match(text, uuid);
  if (format == "date") return std::regex_match(text, date);
  if (format == "date-time") return std::regex_match(text, time);
  return true;
}

}  // namespace

OpenApiCheck::OpenApiCheck(const std::string& document) : document_(bj::parse(document)) {}

const bj::object* OpenApiCheck::operation(const std::string& method, const std::string& path) const {
  std::string key;
  for (const char c : method) key += static_cast<char>(c | 0x20);
  const bj::object* best = nullptr;
  std::size_t best_holes = 99;
  for (const auto& [template_path, operations] : document_.at("paths").as_object()) {
    if (!has_form(template_path, path)) continue;
    const auto* found = operations.as_object().if_contains(key);
    const auto holes = static_cast<std::size_t>(std::count(template_path.begin(), template_path.end(), '{'));
    if (found != nullptr && holes < best_holes) {
      best = &found->as_object();
      best_holes = holes;
    }
  }
  return best;
}

std::vector<std::string> OpenApiCheck::wrongs(const std::string& method, const std::string& path, int status,
                                              const std::string& content_type,
                                              const std::string& body) const {
  const auto* described = operation(method, path);
  if (described == nullptr) return {"not described: " + method + " " + path};
  const auto* answer = at_path(described->at("responses"), {std::to_string(status)});
  if (answer == nullptr) return {"status not described: " + std::to_string(status)};
  if (!answer->contains("content")) {
    return body.empty() ? std::vector<std::string>{}
                        : std::vector<std::string>{"a body where none is described"};
  }
  const auto plain_type = content_type.substr(0, content_type.find(';'));
  const auto* media = at_path(answer->at("content"), {plain_type});
  if (media == nullptr) return {"media type not described: " + content_type};
  if (plain_type.find("json") == std::string::npos) return {};
  std::vector<std::string> wrongs;
  check(bj::parse(body), media->at("schema").as_object(), "", wrongs);
  return wrongs;
}

const bj::object& OpenApiCheck::resolved(const bj::object& schema) const {
  if (const auto* reference = schema.if_contains("$ref")) {
    const auto name = std::string(reference->as_string()).substr(std::string("#/components/schemas/").size());
    return resolved(*at_path(document_, {"components", "schemas", name}));
  }
  if (const auto* choices = schema.if_contains("oneOf")) return resolved(choices->as_array()[0].as_object());
  return schema;
}

bj::value OpenApiCheck::example(const bj::object& unresolved) const {
  const auto& schema = resolved(unresolved);
  if (const auto* words = schema.if_contains("enum")) return words->as_array()[0];
  if (has_type(bj::object{}, schema.at("type"))) {
    bj::object all;
    for (const auto& [name, field] : schema.at("properties").as_object())
      all[name] = example(field.as_object());
    return all;
  }
  if (has_type(bj::array{}, schema.at("type"))) return bj::array{example(schema.at("items").as_object())};
  if (has_type(true, schema.at("type"))) return true;
  if (has_type(1, schema.at("type"))) return schema.contains("minimum") ? schema.at("minimum") : bj::value(1);
  const auto* format = schema.if_contains("format");
  if (format == nullptr) return "x";
  if (*format == "uuid") return "019cbbb9-2901-737e-989f-3b779803cbfc";
  if (*format == "date") return "2026-03-04";
  return "2026-03-04T01:00:00.000Z";
}

bool OpenApiCheck::has_type(const bj::value& value, const bj::value& type) const {
  if (type.is_array()) {
    for (const auto& one : type.as_array()) {
      if (has_type(value, one)) return true;
    }
    return false;
  }
  const auto name = std::string(type.as_string());
  if (name == "null") return value.is_null();
  if (name == "object") return value.is_object();
  if (name == "array") return value.is_array();
  if (name == "string") return value.is_string();
  if (name == "boolean") return value.is_bool();
  if (name == "integer") return value.is_int64() || value.is_uint64();
  return value.is_number();
}

void OpenApiCheck::check(const bj::value& value, const bj::object& schema, const std::string& at,
                         std::vector<std::string>& wrongs) const {
  if (const auto* reference = schema.if_contains("$ref")) {
    const auto name = std::string(reference->as_string()).substr(std::string("#/components/schemas/").size());
    const auto* named = at_path(document_, {"components", "schemas", name});
    if (named == nullptr) return wrongs.push_back(at + ": no schema " + name);
    return check(value, *named, at, wrongs);
  }
  if (const auto* choices = schema.if_contains("oneOf")) {
    for (const auto& choice : choices->as_array()) {
      std::vector<std::string> inner;
      check(value, choice.as_object(), at, inner);
      if (inner.empty()) return;
    }
    return wrongs.push_back(at + ": fits none of the choices: " + bj::serialize(value));
  }
  const auto* type = schema.if_contains("type");
  if (type != nullptr && !has_type(value, *type)) {
    return wrongs.push_back(at + ": is not " + bj::serialize(*type) + ": " + bj::serialize(value));
  }
  if (const auto* words = schema.if_contains("enum")) {
    const auto& all = words->as_array();
    if (std::find(all.begin(), all.end(), value) == all.end()) wrongs.push_back(at + ": not in the enum");
  }
  if (const auto* format = schema.if_contains("format"); format != nullptr && value.is_string()) {
    const std::string text(value.as_string());
    if (!is_uuid_or_date(std::string(format->as_string()), text))
      wrongs.push_back(at + ": bad format: " + text);
  }
  if (value.is_array() && schema.contains("items")) {
    for (std::size_t i = 0; i < value.as_array().size(); ++i) {
      check(value.as_array()[i], schema.at("items").as_object(), at + "/" + std::to_string(i), wrongs);
    }
  }
  if (value.is_object()) check_object(value.as_object(), schema, at, wrongs);
}

void OpenApiCheck::check_object(const bj::object& value, const bj::object& schema, const std::string& at,
                                std::vector<std::string>& wrongs) const {
  const auto* properties = schema.if_contains("properties");
  const bj::object known = properties != nullptr ? properties->as_object() : bj::object{};
  if (const auto* required = schema.if_contains("required")) {
    for (const auto& name : required->as_array()) {
      if (!value.contains(name.as_string()))
        wrongs.push_back(at + ": lacks " + std::string(name.as_string()));
    }
  }
  const auto* additional = schema.if_contains("additionalProperties");
  const bool closed = additional != nullptr && additional->is_bool() && !additional->as_bool();
  for (const auto& [name, field] : value) {
    const auto* property = known.if_contains(name);
    if (property != nullptr) {
      check(field, property->as_object(), at + "/" + std::string(name), wrongs);
    } else if (closed) {
      wrongs.push_back(at + ": has unknown " + std::string(name));
    }
  }
}

}  // namespace guanxi::town
