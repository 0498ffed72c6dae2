#include "platform/http/static_files.h"

#include <zlib.h>

#include <fstream>
#include <sstream>

#include "platform/identity/password.h"

namespace guanxi::http {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kWorthCompressing = 1024;

std::string type_of(const std::string& extension) {
  static const std::map<std::string, std::string> types = {
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".txt", "text/plain; charset=utf-8"},
  };
  const auto found = types.find(extension);
  return found == types.end() ? "application/octet-stream" : found->second;
}

std::string gzip(const std::string& text) {
  constexpr int kGzipFormat = 15 + 16;
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipFormat, 9, Z_DEFAULT_STRATEGY) != Z_OK)
    return {};
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return result == Z_STREAM_END ? out : std::string{};
}

bool compressible(const std::string& content_type) {
  return content_type.starts_with("text/") || content_type.find("json") != std::string::npos ||
         content_type.find("svg") != std::string::npos;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

StaticFiles::StaticFiles(const fs::path& folder) {
  if (!fs::is_directory(folder)) return;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    File file;
    auto text = read_file(entry.path());
    file.content_type = type_of(entry.path().extension());
    file.etag = "\"" + identity::secret_hash(text).substr(0, 20) + "\"";
    if (compressible(file.content_type) && text.size() >= kWorthCompressing) {
      file.gzip = std::make_shared<const std::string>(gzip(text));
      if (file.gzip->empty()) file.gzip.reset();
    }
    file.plain = std::make_shared<const std::string>(std::move(text));
    const auto name = "/" + fs::relative(entry.path(), folder).generic_string();
    file.immutable = name.starts_with("/assets/");
    files_.emplace(name, std::move(file));
  }
}

std::optional<Response> StaticFiles::find(const Request& request) const {
  auto found = files_.find(request.path);
  if (found == files_.end()) {
    const auto name = request.path.substr(request.path.rfind('/') + 1);
    if (name.find('.') != std::string::npos) return std::nullopt;
    found = files_.find("/index.html");
  }
  if (found == files_.end()) return std::nullopt;
  const File& file = found->second;
  Response response;
  response.content_type = file.content_type;
  response.headers.emplace_back("ETag", file.etag);
  response.headers.emplace_back("Cache-Control",
                                file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (request.header("if-none-match") == file.etag) {
    response.status = 304;
    return response;
  }
  const bool takes_gzip = request.header("accept-encoding").find("gzip") != std::string::npos;
  if (takes_gzip && file.gzip) response.headers.emplace_back("Content-Encoding", "gzip");
  response.file = takes_gzip && file.gzip ? file.gzip : file.plain;
  return response;
}

}  // namespace guanxi::http
