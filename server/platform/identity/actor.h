// Who is asking.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "platform/words/words.h"

namespace guanxi {

/// The person (or machine) behind a request, with what they may do and where. Rights are words such as
/// "visits.open" that the rooms choose; the platform only compares them.
struct Actor {
  std::string id;          ///< the person's or the token's id
  std::string session_id;  ///< empty for machines
  Language language = Language::zh;
  std::vector<std::string_view> rights;
  std::vector<std::string> store_ids;  ///< the stores this actor sees
  bool every_store = false;            ///< sees all stores, also future ones
  bool must_change_password = false;
  bool machine = false;

  bool may(std::string_view right) const {
    return std::find(rights.begin(), rights.end(), right) != rights.end();
  }
  bool sees(std::string_view store_id) const {
    return every_store || std::find(store_ids.begin(), store_ids.end(), store_id) != store_ids.end();
  }
};

}  // namespace guanxi
