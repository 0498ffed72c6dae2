// Addresses of electronic mail, made comparable.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guanxi::text {

/// The address in small letters without blanks around it; nothing for what is no address. Reads only what
/// nobody disagrees on: something, one @, and a name with a dot in it.
std::optional<std::string> normalise_email(std::string_view written);

}  // namespace guanxi::text
