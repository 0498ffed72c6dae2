// The whole program behind one address: database, rooms and HTTP put together. Used by main and by the tests.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "platform/http/api.h"
#include "platform/http/live_feed.h"
#include "platform/http/static_files.h"

namespace guanxi {

namespace reception {
class ImportRunner;
}
namespace improvement {
class Folder;
}
namespace prospects {
class Midnights;
class LeadClocks;
}  // namespace prospects

class App {
 public:
  /// Puts the rooms together over an open, migrated database. `web` is the folder of the web app's files.
  App(database::Database& database, const Clock& clock, const std::filesystem::path& web);

  ~App();

  /// Serves any request: the API, the web app, health and metrics.
  void handle(http::Request request, http::Reply reply);

  const http::Api& api() const { return api_; }
  const Words& words() const { return words_; }

 private:
  void serve_outside_api(const http::Request& request, const http::Reply& reply);
  void check_ready(const http::Reply& reply);

  database::Database& database_;
  Words words_;
  http::LiveFeed feed_;
  std::unique_ptr<reception::ImportRunner> imports_;  // before api_, whose threads use it
  std::unique_ptr<improvement::Folder> folder_;
  std::unique_ptr<prospects::Midnights> midnights_;
  std::unique_ptr<prospects::LeadClocks> lead_clocks_;
  http::Api api_;
  http::StaticFiles files_;
  std::string openapi_;
};

/// The link that sets up the first administrator, when nobody can sign in yet; a new one each time, the last
/// counts.
std::optional<std::string> setup_link(database::Database& database, const Clock& clock,
                                      const std::string& address);

}  // namespace guanxi
