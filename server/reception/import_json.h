// Reading back what an import keeps as JSON. The strict reader of requests would trim and refuse: cells of a
// file may be empty, and a delimiter may be a tab.
#pragma once

#include "reception/import.h"

namespace guanxi::reception {

std::vector<std::string> cells_from(const std::string& json);
std::vector<std::vector<std::string>> rows_from(const std::string& json);
ImportFormat format_from(const std::string& json);
FieldColumns columns_from(const std::string& json);

}  // namespace guanxi::reception
