#include "reception/import_json.h"

#include "platform/json/reader.h"

namespace guanxi::reception {
namespace {

namespace bj = boost::json;

bj::value value_of(const std::string& json) { return json::parse_value(json).value(); }

std::string text_of(const bj::value& value) { return std::string(std::string_view(value.as_string())); }

std::optional<std::string> text_or_nothing(const bj::value& value) {
  if (value.is_null()) return std::nullopt;
  return text_of(value);
}

std::vector<std::string> texts_of(const bj::value& value) {
  std::vector<std::string> texts;
  for (const auto& text : value.as_array()) texts.push_back(text_of(text));
  return texts;
}

}  // namespace

std::vector<std::string> cells_from(const std::string& json) { return texts_of(value_of(json)); }

std::vector<std::vector<std::string>> rows_from(const std::string& json) {
  std::vector<std::vector<std::string>> rows;
  const auto value = value_of(json);
  for (const auto& row : value.as_array()) rows.push_back(texts_of(row));
  return rows;
}

ImportFormat format_from(const std::string& json) {
  const auto value = value_of(json);
  return {value.at("xlsx").as_bool(), text_or_nothing(value.at("encoding")),
          text_or_nothing(value.at("delimiter"))};
}

FieldColumns columns_from(const std::string& json) {
  FieldColumns columns;
  const auto value = value_of(json);
  for (const auto& word : value.as_array()) {
    columns.push_back(word.is_null() ? std::nullopt : json::from_word<Field>(text_of(word)));
  }
  return columns;
}

}  // namespace guanxi::reception
