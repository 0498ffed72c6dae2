// Bytes in letters that an address or a header can hold (RFC 4648 §5), without padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guanxi::text {

std::string to_base64url(std::string_view bytes);
/// Nothing for what is not written so.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace guanxi::text
