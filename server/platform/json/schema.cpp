#include "platform/json/schema.h"

namespace guanxi::json {

boost::json::value Schemas::nullable(boost::json::value schema) {
  auto& object = schema.as_object();
  if (auto* type = object.if_contains("type"); type && type->is_string()) {
    *type = boost::json::array{*type, "null"};
    if (auto* words = object.if_contains("enum")) words->as_array().emplace_back(nullptr);
    return schema;
  }
  return {{"oneOf", boost::json::array{schema, {{"type", "null"}}}}};
}

std::string Schemas::short_name(std::string_view pretty_function) {
  // "… [with T = guanxi::room::Record; std::string = …]"
  const auto from = pretty_function.find("T = ") + 4;
  auto name = pretty_function.substr(from, pretty_function.find_first_of(";]", from) - from);
  // A template such as Page<guanxi::Record> becomes "RecordPage".
  if (const auto open = name.find('<'); open != std::string_view::npos) {
    auto inner = name.substr(open + 1, name.rfind('>') - open - 1);
    auto outer = name.substr(0, open);
    inner = inner.substr(inner.rfind(':') + 1);
    outer = outer.substr(outer.rfind(':') + 1);
    return std::string(inner) + std::string(outer);
  }
  return std::string(name.substr(name.rfind(':') + 1));
}

}  // namespace guanxi::json
