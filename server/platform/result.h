// How an action says no. A refusal is a value that the caller must look at; a broken world is an exception
// (database::Failure …); a bug is CHECK.
#pragma once

#include <cstdlib>
#include <expected>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace guanxi {

/// One field of the input that cannot stand.
struct FieldError {
  std::string pointer;  ///< JSON pointer into the input, "/phone"; empty for the whole.
  std::string code;     ///< Stable word, for example "too_long"; its sentences stand in platform/words.
  std::vector<std::pair<std::string, std::string>> params;  ///< Values for the sentence: {"max", "50"}.
};

/// Why an action was not done. Nothing has been changed by an action that returns one.
struct Refusal {
  enum class Kind {
    invalid,           ///< 422: the fields named are wrong
    malformed,         ///< 400: not even readable
    unauthenticated,   ///< 401
    forbidden,         ///< 403: signed in, but not for this
    not_found,         ///< 404: not there, or not theirs to see
    conflict,          ///< 409: the thing is no longer in a state for this
    stale,             ///< 412: somebody else has edited it meanwhile
    unconditional,     ///< 428: an edit must say which version it edits
    too_large,         ///< 413
    header_too_large,  ///< 431
    unsupported,       ///< 415
    too_many,          ///< 429
    busy,              ///< 503: ask again a little later
    wrong_method,      ///< 405
    failure,           ///< 500: not a refusal in truth, but told in the same form
  };

  Kind kind = Kind::invalid;
  std::string code;  ///< Stable word for the whole, for example "already_closed".
  std::vector<FieldError> errors = {};
  std::string current = {};  ///< For `stale`: the record as it stands now, as JSON text.
  int retry_after_seconds = 0;

  static Refusal field(std::string pointer, std::string code,
                       std::vector<std::pair<std::string, std::string>> params = {}) {
    return {Kind::invalid, "invalid_input", {{std::move(pointer), std::move(code), std::move(params)}}};
  }
  static Refusal not_found() { return {Kind::not_found, "not_found"}; }
  static Refusal forbidden() { return {Kind::forbidden, "forbidden"}; }
  static Refusal conflict(std::string code) { return {Kind::conflict, std::move(code)}; }
  static Refusal stale(std::string current) {
    return {Kind::stale, "edited_meanwhile", {}, std::move(current)};
  }
};

template <class T = void>
using Result = std::expected<T, Refusal>;

inline std::unexpected<Refusal> refuse(Refusal refusal) { return std::unexpected(std::move(refusal)); }

/// The program is wrong. Caught only at the edges (request, job, main).
class Bug : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

}  // namespace guanxi

#define GUANXI_TEXT_(x) #x
#define GUANXI_TEXT(x) GUANXI_TEXT_(x)

/// States what must be true here; on in every build.
#define CHECK(condition)                                                                                 \
  do {                                                                                                   \
    if (!(condition)) throw ::guanxi::Bug(__FILE__ ":" GUANXI_TEXT(__LINE__) ": CHECK(" #condition ")"); \
  } while (false)

/// The value of a Result, or return its refusal from the function that is running.
#define TRY(expression)                                                     \
  ({                                                                        \
    auto&& try_result = (expression);                                       \
    if (!try_result) return std::unexpected(std::move(try_result).error()); \
    std::move(try_result).value();                                          \
  })
