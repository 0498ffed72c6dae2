#include "platform/http/api.h"

namespace guanxi::http {
namespace {

struct ProblemField {
  std::string pointer, code, detail;
  BOOST_DESCRIBE_CLASS(ProblemField, (), (pointer, code, detail), (), ())
};

struct Problem {
  std::string type, title;
  std::int64_t status;
  std::string code, detail;
  std::vector<ProblemField> errors;
  std::optional<json::Raw> current;
  std::optional<std::int64_t> retry_after;
  BOOST_DESCRIBE_CLASS(Problem, (), (type, title, status, code, detail, errors, current, retry_after), (), ())
};

const char* title_of(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 422:
      return "Unprocessable Content";
    case 428:
      return "Precondition Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

}  // namespace

int status_of(Refusal::Kind kind) {
  switch (kind) {
    case Refusal::Kind::invalid:
      return 422;
    case Refusal::Kind::malformed:
      return 400;
    case Refusal::Kind::unauthenticated:
      return 401;
    case Refusal::Kind::forbidden:
      return 403;
    case Refusal::Kind::not_found:
      return 404;
    case Refusal::Kind::wrong_method:
      return 405;
    case Refusal::Kind::conflict:
      return 409;
    case Refusal::Kind::stale:
      return 412;
    case Refusal::Kind::unconditional:
      return 428;
    case Refusal::Kind::too_large:
      return 413;
    case Refusal::Kind::header_too_large:
      return 431;
    case Refusal::Kind::unsupported:
      return 415;
    case Refusal::Kind::too_many:
      return 429;
    case Refusal::Kind::busy:
      return 503;
    case Refusal::Kind::failure:
      return 500;
  }
  throw Bug("a kind of refusal without a status");
}

Response problem(const Refusal& refusal, const Words& words, Language language, const WordParams& params) {
  Problem problem;
  problem.status = status_of(refusal.kind);
  problem.type = "about:blank";
  problem.title = title_of(static_cast<int>(problem.status));
  problem.code = refusal.code;
  problem.detail = words.say(language, refusal.code, params);
  for (const auto& error : refusal.errors) {
    problem.errors.push_back({error.pointer, error.code, words.say(language, error.code, error.params)});
  }
  if (!refusal.current.empty()) problem.current = json::Raw{refusal.current};
  if (refusal.retry_after_seconds > 0) problem.retry_after = refusal.retry_after_seconds;

  Response response{
      static_cast<int>(problem.status), "application/problem+json", json::to_text(problem), {}, {}, {}};
  if (problem.retry_after) {
    response.headers.emplace_back("Retry-After", std::to_string(*problem.retry_after));
  }
  return response;
}

}  // namespace guanxi::http
