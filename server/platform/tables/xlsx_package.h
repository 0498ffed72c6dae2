// The ZIP archive around a workbook: its parts as XML, and how much of it may be unpacked.
#pragma once

#include <zip.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/tables/xml_scanner.h"

namespace guanxi::tables {

class Package {
 public:
  /// @returns nothing when the bytes are no whole ZIP archive. They must outlive the package.
  static std::optional<Package> open(std::string_view bytes, std::uint64_t max_unpacked);

  /// The part of this name (letter case does not matter), or nothing when there is none or it is too large.
  std::optional<XmlScanner> part(const std::string& name);

  /// Takes room from what may still be unpacked; false when there is not so much left.
  bool spend(std::uint64_t bytes);
  /// Whether more was asked for than may be unpacked.
  bool too_large() const { return too_large_; }

  Package(Package&&) = default;

 private:
  struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
  };
  Package(zip_t* archive, std::uint64_t max_unpacked) : archive_(archive), left_(max_unpacked) {}

  std::unique_ptr<zip_t, Discard> archive_;
  std::uint64_t left_;
  bool too_large_ = false;
};

}  // namespace guanxi::tables
