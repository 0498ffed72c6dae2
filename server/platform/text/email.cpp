#include "platform/text/email.h"

namespace guanxi::text {
namespace {

constexpr std::size_t kLongest = 200;

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7F; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<std::string> normalise_email(std::string_view written) {
  const auto text = trimmed(written);
  const auto at = text.find('@');
  if (at == 0 || at == text.npos || text.find('@', at + 1) != text.npos || text.size() > kLongest)
    return std::nullopt;
  const auto dot = text.find('.', at);
  if (dot == text.npos || dot == at + 1 || text.back() == '.') return std::nullopt;
  std::string address;
  for (const char c : text) {
    if (is_blank(c) || c == '<' || c == '>' || c == ',' || c == ';') return std::nullopt;
    address += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return address;
}

}  // namespace guanxi::text
