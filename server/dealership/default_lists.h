// The lists that a new store begins with: domain brief §2.3, §4.2 and §6.
#pragma once

#include <span>
#include <string_view>

#include "dealership/lists.h"

namespace guanxi::dealership {

struct DefaultEntry {
  List list;
  std::string_view code;  ///< "U1" is a first level, "U1.forgot" a second
  std::string_view label_zh, label_en;
};

std::span<const DefaultEntry> default_lists();

}  // namespace guanxi::dealership
