#include "platform/http/api.h"

#include <spdlog/spdlog.h>

#include "platform/identity/uuid.h"

namespace guanxi::http {
namespace {

constexpr std::string_view kPrefix = "/api/v1";
constexpr std::size_t kSlowThreads = 2;
constexpr std::size_t kSlowQueue = 256;

/// Cuts the next "/segment" off the path.
std::string_view next_segment(std::string_view& path) {
  path.remove_prefix(1);
  const auto end = std::min(path.find('/'), path.size());
  const auto segment = path.substr(0, end);
  path.remove_prefix(end);
  return segment;
}

/// Whether the path has the form of the pattern; fills the parameters.
bool matches(std::string_view pattern, std::string_view path, std::map<std::string, std::string>& params) {
  while (!pattern.empty() && !path.empty()) {
    if (path.front() != '/') return false;
    const auto expected = next_segment(pattern);
    const auto found = next_segment(path);
    if (expected.starts_with('{')) {
      if (found.empty()) return false;
      params.emplace(expected.substr(1, expected.size() - 2), found);
    } else if (expected != found) {
      return false;
    }
  }
  return pattern.empty() && path.empty();
}

/// Ids are looked up as they are written; anything that is no id cannot be there.
bool ids_are_ids(const std::map<std::string, std::string>& params) {
  for (const auto& [name, value] : params) {
    if (name.ends_with("_id") && !is_uuid(value)) return false;
  }
  return true;
}

bool changes(const std::string& method) { return method != "GET"; }

/// Bytes as they are: a file, or somebody else's document.
bool is_raw(std::string_view content_type) {
  const auto type = content_type.substr(0, content_type.find(';'));
  constexpr std::string_view kRaw[] = {"application/octet-stream", "application/xml", "text/xml",
                                       "text/plain", "application/x-adf+xml"};
  return std::ranges::find(kRaw, type) != std::end(kRaw);
}

bool is_json(const std::string& content_type) {
  return content_type == "application/json" || content_type.starts_with("application/json;");
}

}  // namespace

Credentials credentials_of(const Request& request) {
  Credentials credentials{request.cookie(kSessionCookie), {}};
  const auto& authorization = request.header("authorization");
  if (authorization.starts_with("Bearer ")) credentials.bearer_token = authorization.substr(7);
  return credentials;
}

/// A request on its way.
struct Api::Job {
  Request request;
  Reply reply;
  const Route* route = nullptr;
  std::map<std::string, std::string> params;
  Credentials credentials;
  Language language = Language::zh;
  Instant now = 0;
  Result<Response> result = Response{};
};

Api::Api(database::Database& database, const Clock& clock, const Words& words, Authenticate authenticate)
    : database_(database), clock_(clock), words_(words), authenticate_(std::move(authenticate)) {
  for (std::size_t i = 0; i < kSlowThreads; ++i) slow_threads_.emplace_back([this] { run_slow_jobs(); });
}

Api::~Api() {
  {
    std::lock_guard lock(slow_mutex_);
    stopping_ = true;
  }
  slow_changed_.notify_all();
  for (auto& thread : slow_threads_) thread.join();
}

void Api::add(std::vector<Route> routes) {
  for (auto& route : routes) routes_.push_back(std::move(route));
}

Api::Match Api::find(const Request& request) const {
  const auto path = std::string_view(request.path).substr(kPrefix.size());
  Match match;
  for (const auto& route : routes_) {
    std::map<std::string, std::string> params;
    if (!matches(route.path, path, params)) continue;
    match.path_known = true;
    if (route.method != request.method) continue;
    match.route = &route;
    match.params = std::move(params);
    return match;
  }
  return match;
}

void Api::handle(Request request, Reply reply) {
  auto job = std::make_shared<Job>();
  job->request = std::move(request);
  job->reply = std::move(reply);
  job->language = preferred_language(job->request.header("accept-language"));
  job->now = clock_.now();
  try {
    serve(job);
  } catch (...) {
    finish(*job, std::current_exception());
  }
}

void Api::serve(std::shared_ptr<Job> job) {
  const auto refuse_now = [&](Refusal refusal) {
    job->result = refuse(std::move(refusal));
    finish(*job, nullptr);
  };
  if (!job->request.readable) return refuse_now({Refusal::Kind::malformed, "broken_request"});
  auto match = find(job->request);
  if (match.route == nullptr) {
    return refuse_now(match.path_known ? Refusal{Refusal::Kind::wrong_method, "method_not_allowed"}
                                       : Refusal{Refusal::Kind::not_found, "no_such_route"});
  }
  job->route = match.route;
  job->params = std::move(match.params);
  job->credentials = credentials_of(job->request);
  switch (job->route->work) {
    case Work::read:
      return serve_read(std::move(job));
    case Work::write:
      return serve_write(std::move(job));
    case Work::slow:
      return serve_slow(std::move(job));
  }
}

/// Says why the actor may not use the route, in an order that reveals nothing about other stores.
std::optional<Refusal> Api::forbids(const Job& job, const Actor& actor) const {
  const Route& route = *job.route;
  const bool by_cookie = !actor.machine;
  if (by_cookie && changes(route.method) && job.request.header("x-requested-with").empty()) {
    return Refusal{Refusal::Kind::forbidden, "missing_request_mark"};
  }
  if (route.access == Access::signed_in) {
    return actor.machine ? std::optional(Refusal::forbidden()) : std::nullopt;
  }
  if (actor.must_change_password) return Refusal{Refusal::Kind::forbidden, "password_change_required"};
  if (!ids_are_ids(job.params)) return Refusal::not_found();
  if (const auto store = job.params.find("store_id");
      store != job.params.end() && !actor.sees(store->second)) {
    return Refusal::not_found();
  }
  for (const auto& right : route.rights) {
    if (actor.may(right)) return std::nullopt;
  }
  return Refusal::forbidden();
}

Result<Response> Api::authorised(Job& job, database::Transaction& transaction) {
  Actor actor;
  if (job.route->access != Access::open) {
    auto found = authenticate_(transaction, job.credentials, job.now);
    if (!found) return refuse({Refusal::Kind::unauthenticated, "not_signed_in"});
    actor = std::move(*found);
    job.language = actor.language;
    if (auto refusal = forbids(job, actor)) return refuse(std::move(*refusal));
  }
  return run(job, &transaction, actor);
}

Result<Response> Api::run(Job& job, database::Transaction* transaction, const Actor& actor) {
  const Route& route = *job.route;
  const auto& content_type = job.request.header("content-type");
  if (route.body_schema && !is_json(content_type)) {
    return refuse({Refusal::Kind::unsupported, "unsupported_media_type"});
  }
  if (route.raw_body && !is_raw(content_type)) {
    return refuse({Refusal::Kind::unsupported, "unsupported_media_type"});
  }
  return route.run(Call{job.request, job.params, actor, job.now, transaction});
}

void Api::serve_read(std::shared_ptr<Job> job) {
  try {
    database_.read_later([this, job](database::Transaction& tx) { job->result = authorised(*job, tx); },
                         [this, job](std::exception_ptr error) { finish(*job, error); });
  } catch (const database::QueueFull&) {
    finish_unqueued(*job);
  }
}

void Api::serve_write(std::shared_ptr<Job> job) {
  try {
    database_.write_later(
        [this, job](database::Transaction& tx) {
          job->result = authorised(*job, tx);
          return job->result ? database::Outcome::keep : database::Outcome::undo;
        },
        [this, job](std::exception_ptr error) { finish(*job, error); });
  } catch (const database::QueueFull&) {
    finish_unqueued(*job);
  }
}

void Api::serve_slow(std::shared_ptr<Job> job) {
  {
    std::lock_guard lock(slow_mutex_);
    if (slow_jobs_.size() < kSlowQueue) {
      slow_jobs_.push_back(job);
      slow_changed_.notify_one();
      return;
    }
  }
  finish_unqueued(*job);
}

void Api::run_slow_jobs() {
  for (;;) {
    std::shared_ptr<Job> job;
    {
      std::unique_lock lock(slow_mutex_);
      slow_changed_.wait(lock, [this] { return stopping_ || !slow_jobs_.empty(); });
      if (slow_jobs_.empty()) return;
      job = std::move(slow_jobs_.front());
      slow_jobs_.pop_front();
    }
    std::exception_ptr error;
    try {
      Actor actor;
      bool allowed = true;
      if (job->route->access != Access::open) {
        database_.read([&](database::Transaction& tx) {
          auto found = authenticate_(tx, job->credentials, job->now);
          allowed = found.has_value();
          if (found) actor = std::move(*found);
        });
        if (allowed) job->language = actor.language;
      }
      if (!allowed) {
        job->result = refuse({Refusal::Kind::unauthenticated, "not_signed_in"});
      } else if (auto refusal = job->route->access == Access::open ? std::nullopt : forbids(*job, actor)) {
        job->result = refuse(std::move(*refusal));
      } else {
        job->result = run(*job, nullptr, actor);
      }
    } catch (...) {
      error = std::current_exception();
    }
    finish(*job, error);
  }
}

void Api::finish_unqueued(Job& job) {
  Refusal busy{Refusal::Kind::busy, "busy"};
  busy.retry_after_seconds = 1;
  job.result = refuse(std::move(busy));
  finish(job, nullptr);
}

/// The one place where answers, refusals and failures become HTTP.
void Api::finish(Job& job, std::exception_ptr error) {
  Response response;
  if (error) {
    const std::string request_id = new_uuid(job.now);
    // The route rather than the address: addresses may carry a secret.
    const auto& where = job.route != nullptr ? job.route->path : job.request.path;
    try {
      std::rethrow_exception(error);
    } catch (const std::exception& failure) {
      spdlog::error("{} {} {}: {}", request_id, job.request.method, where, failure.what());
    } catch (...) {
      spdlog::error("{} {} {}: unknown failure", request_id, job.request.method, where);
    }
    response =
        problem({Refusal::Kind::failure, "failure"}, words_, job.language, {{"request_id", request_id}});
  } else if (job.result) {
    response = std::move(*job.result);
  } else {
    const auto& refusal = job.result.error();
    WordParams params{
        {"seconds", std::to_string(refusal.retry_after_seconds)},
        {"expected", job.route && job.route->raw_body ? "application/octet-stream" : "application/json"}};
    response = problem(refusal, words_, job.language, params);
  }
  const auto is_said = [](const auto& header) { return header.first == "Cache-Control"; };
  if (std::ranges::none_of(response.headers, is_said))
    response.headers.emplace_back("Cache-Control", "no-store");
  response.headers.emplace_back("Content-Language", job.language == Language::zh ? "zh" : "en");
  ++answered_[std::clamp(response.status / 100, 0, 5)];
  job.reply(std::move(response));
}

std::string Api::metrics() const {
  std::string text = "# TYPE guanxi_answers_total counter\n";
  for (int i = 1; i < 6; ++i) {
    text += "guanxi_answers_total{status=\"" + std::to_string(i) + "xx\"} " +
            std::to_string(answered_[i].load()) + "\n";
  }
  return text;
}

}  // namespace guanxi::http
