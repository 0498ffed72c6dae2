#include "platform/tables/xlsx_package.h"

namespace guanxi::tables {

std::optional<Package> Package::open(std::string_view bytes, std::uint64_t max_unpacked) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return std::nullopt;
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive == nullptr) {
    zip_source_free(source);
    return std::nullopt;
  }
  return Package(archive, max_unpacked);
}

bool Package::spend(std::uint64_t bytes) {
  if (bytes > left_) {
    too_large_ = true;
    return false;
  }
  left_ -= bytes;
  return true;
}

std::optional<XmlScanner> Package::part(const std::string& name) {
  const zip_int64_t index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return std::nullopt;
  const auto at = static_cast<zip_uint64_t>(index);
  zip_stat_t stat;
  if (zip_stat_index(archive_.get(), at, 0, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0 &&
      stat.size > left_) {
    too_large_ = true;
    return std::nullopt;
  }
  std::shared_ptr<zip_file_t> file(zip_fopen_index(archive_.get(), at, 0), [](zip_file_t* opened) {
    if (opened != nullptr) zip_fclose(opened);
  });
  if (file == nullptr) return std::nullopt;
  // The size that the archive states may be a lie, so what really comes out is counted too.
  return XmlScanner([this, file](char* to, std::size_t room) -> std::optional<std::size_t> {
    const zip_int64_t read = zip_fread(file.get(), to, room);
    if (read < 0 || !spend(static_cast<std::uint64_t>(read))) return std::nullopt;
    return static_cast<std::size_t>(read);
  });
}

}  // namespace guanxi::tables
