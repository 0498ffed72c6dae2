// The way of every request below /api/v1, written once: route, session, store scope, permission, strict
// parse, action in a transaction, commit, answer.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "platform/http/route.h"
#include "platform/words/words.h"

namespace guanxi::http {

/// What a request shows of who sends it.
struct Credentials {
  std::string session_secret;  ///< from the cookie
  std::string bearer_token;    ///< from the Authorization header
};

Credentials credentials_of(const Request& request);

/// Finds the actor behind the credentials, or nobody. Runs inside the request's transaction.
using Authenticate =
    std::function<std::optional<Actor>(database::Transaction&, const Credentials&, Instant now)>;

/// The name of the session's cookie.
inline constexpr const char* kSessionCookie = "guanxi_session";

class Api {
 public:
  Api(database::Database& database, const Clock& clock, const Words& words, Authenticate authenticate);
  ~Api();

  /// Adds a room's rows. All rows are added before the first request.
  void add(std::vector<Route> routes);

  /// Serves a request whose path begins with /api/v1.
  void handle(Request request, Reply reply);

  const std::vector<Route>& routes() const { return routes_; }

  /// The description of all rows, OpenAPI 3.1.
  std::string openapi() const;

  /// Text for Prometheus: requests by status class, refusals, failures.
  std::string metrics() const;

 private:
  struct Match {
    const Route* route = nullptr;
    std::map<std::string, std::string> params;
    bool path_known = false;  ///< another method would have matched
  };
  struct Job;

  Match find(const Request& request) const;
  void serve(std::shared_ptr<Job> job);
  Result<Response> run(Job& job, database::Transaction* transaction, const Actor& actor);
  Result<Response> authorised(Job& job, database::Transaction& transaction);
  std::optional<Refusal> forbids(const Job& job, const Actor& actor) const;
  void serve_read(std::shared_ptr<Job> job);
  void serve_write(std::shared_ptr<Job> job);
  void serve_slow(std::shared_ptr<Job> job);
  void finish(Job& job, std::exception_ptr error);
  void finish_unqueued(Job& job);
  void run_slow_jobs();

  database::Database& database_;
  const Clock& clock_;
  const Words& words_;
  Authenticate authenticate_;
  std::vector<Route> routes_;

  std::mutex slow_mutex_;
  std::condition_variable slow_changed_;
  std::deque<std::shared_ptr<Job>> slow_jobs_;
  bool stopping_ = false;
  std::vector<std::thread> slow_threads_;

  std::atomic<std::int64_t> answered_[6] = {};
};

/// A refusal as RFC 9457 problem details in the reader's language.
Response problem(const Refusal& refusal, const Words& words, Language language,
                 const WordParams& params = {});

/// The HTTP status of a kind of refusal.
int status_of(Refusal::Kind kind);

}  // namespace guanxi::http
