// The web app's files, read once and served from memory.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "platform/http/message.h"

namespace guanxi::http {

class StaticFiles {
 public:
  /// Reads all files below the folder, and compresses what is worth it. An absent folder serves nothing.
  explicit StaticFiles(const std::filesystem::path& folder);

  /// The file for the path. Paths without a file of their own get index.html: they are pages of the app.
  /// Nothing when there is no app.
  std::optional<Response> find(const Request& request) const;

 private:
  struct File {
    std::shared_ptr<const std::string> plain, gzip;  // gzip empty: not worth it
    std::string content_type, etag;
    bool immutable = false;  // its name carries a hash of its content
  };

  std::map<std::string, File> files_;
};

}  // namespace guanxi::http
