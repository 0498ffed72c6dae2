// Facts of bringing files in. Every visit or card that a file makes has its own fact besides, as if it had
// been closed at the desk or opened there (see import_place.h).
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string_view>

#include "reception/import.h"

namespace guanxi::reception {

/// All rows of a file have been brought in; the counts are rows.
struct ImportFinished {
  static constexpr std::string_view kind = "import_finished";
  std::int64_t created, matched, refused;
  std::optional<ImportKind> rows;  ///< of facts before lists of prospects could be brought: visits
  BOOST_DESCRIBE_CLASS(ImportFinished, (), (created, matched, refused, rows), (), ())
};

}  // namespace guanxi::reception
