#include "platform/json/reader.h"

#include <algorithm>

#include "platform/identity/uuid.h"

namespace guanxi::json {
namespace {

namespace bj = boost::json;

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool has_control(std::string_view text, bool lines) {
  return std::any_of(text.begin(), text.end(), [lines](char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (lines && (c == '\n' || c == '\r' || c == '\t')) return false;
    return byte < 0x20 || byte == 0x7F;
  });
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

void Reader::wrong(const std::string& pointer, std::string code,
                   std::vector<std::pair<std::string, std::string>> params) {
  errors.push_back({pointer, std::move(code), std::move(params)});
}

std::string Reader::escape(std::string_view key) {
  std::string out;
  for (char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

void Reader::read_scalar(const bj::value& value, const std::string& pointer, bool& out) {
  if (!value.is_bool()) return wrong(pointer, "not_true_or_false");
  out = value.get_bool();
}

void Reader::read_scalar(const bj::value& value, const std::string& pointer, std::string& out) {
  read_text(value, pointer, 1000, false, out);
}

void Reader::read_scalar(const bj::value& value, const std::string& pointer, std::int64_t& out) {
  // JavaScript's largest safe integer: past it a browser would silently round.
  read_number(value, pointer, -9007199254740991, 9007199254740991, out);
}

void Reader::read_scalar(const bj::value& value, const std::string& pointer, Id& out) {
  if (!value.is_string()) return wrong(pointer, "not_text");
  if (!is_uuid(value.get_string())) return wrong(pointer, "not_an_id");
  out.value = value.get_string();
}

void Reader::read_scalar(const bj::value& value, const std::string& pointer, Day& out) {
  if (!value.is_string()) return wrong(pointer, "not_text");
  if (!is_day(value.get_string())) return wrong(pointer, "not_a_day");
  // Reckoning goes on from days; at the end of the calendar there would be nowhere to go.
  if (value.get_string() > "2199-12-31") return wrong(pointer, "day_too_far");
  out.value = value.get_string();
}

void Reader::read_scalar(const bj::value& value, const std::string& pointer, Time& out) {
  if (!value.is_string()) return wrong(pointer, "not_text");
  const auto instant = parse_instant(value.get_string());
  if (!instant) return wrong(pointer, "not_a_time");
  out.at = *instant;
}

void Reader::read_text(const bj::value& value, const std::string& pointer, int max, bool lines,
                       std::string& out) {
  if (!value.is_string()) return wrong(pointer, "not_text");
  const auto text = trim(value.get_string());
  if (text.empty()) return wrong(pointer, "empty");
  if (has_control(text, lines)) return wrong(pointer, "control_characters");
  if (count_characters(text) > static_cast<std::size_t>(max)) {
    return wrong(pointer, "too_long", {{"max", std::to_string(max)}});
  }
  out = text;
}

void Reader::read_number(const bj::value& value, const std::string& pointer, std::int64_t min,
                         std::int64_t max, std::int64_t& out) {
  if (value.is_uint64()) return wrong(pointer, "too_large_number", {{"max", std::to_string(max)}});
  if (!value.is_int64()) return wrong(pointer, "not_a_whole_number");
  const auto number = value.get_int64();
  if (number < min) return wrong(pointer, "too_small", {{"min", std::to_string(min)}});
  if (number > max) return wrong(pointer, "too_large_number", {{"max", std::to_string(max)}});
  out = number;
}

Result<bj::value> parse_value(std::string_view text) {
  bj::error_code error;
  bj::parse_options options;
  options.max_depth = 32;
  auto value = bj::parse(bj::string_view(text.data(), text.size()), error, {}, options);
  if (error) return refuse({Refusal::Kind::malformed, "broken_json"});
  return value;
}

}  // namespace guanxi::json
