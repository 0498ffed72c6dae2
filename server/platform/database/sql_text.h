// Taking a migration's text apart, and turning it into SQLite's dialect.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/database/database.h"

namespace guanxi::database {

/// A piece of SQL text that is whole in itself.
struct Token {
  enum class Kind { word, space, comment, quoted, symbol };
  Kind kind;
  std::string_view text;
};

/// Takes SQL apart into words, white space, comments, quoted pieces ('…', "…", $tag$…$tag$) and single
/// symbols. The tokens in a row are the text again. A quote or comment that is not closed reaches to the end.
std::vector<Token> tokens_of(std::string_view sql);

/// The statements of a migration for this engine, without the semicolons between them. What is said about
/// SQLite's dialect stands at `migrate`. A statement with `-- only sqlite` or `-- only postgres` on a line of
/// its own before it is left out for the other engine.
std::vector<std::string> statements_of(std::string_view sql, Engine engine);

}  // namespace guanxi::database
