// Facts of bringing an old log. Every visit that it creates has its own fact besides, as if it were closed at
// the desk (see import_place.h).
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string_view>

namespace guanxi::reception {

/// All rows of a file have been brought in; the counts are rows.
struct ImportFinished {
  static constexpr std::string_view kind = "import_finished";
  std::int64_t created, matched, refused;
  BOOST_DESCRIBE_CLASS(ImportFinished, (), (created, matched, refused), (), ())
};

}  // namespace guanxi::reception
