#include "platform/database/sql_text.h"

#include <strings.h>

#include <algorithm>
#include <span>

namespace guanxi::database {

namespace {

using Kind = Token::Kind;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::size_t end_after(std::string_view sql, std::string_view closing, std::size_t from) {
  const std::size_t found = sql.find(closing, from);
  return found == std::string_view::npos ? sql.size() : found + closing.size();
}

template <class Predicate>
std::size_t end_of_run(std::string_view sql, Predicate belongs) {
  const auto end = std::find_if_not(sql.begin(), sql.end(), belongs);
  return static_cast<std::size_t>(end - sql.begin());
}

// "$tag$" at the start of the text, or nothing.
std::string_view dollar_quote(std::string_view sql) {
  const std::size_t tag = end_of_run(sql.substr(1), is_word);
  const bool closed = tag + 1 < sql.size() && sql[tag + 1] == '$';
  return closed ? sql.substr(0, tag + 2) : std::string_view{};
}

// A doubled quote inside a quoted piece ends it and begins the next, which comes to the same.
Token first_token(std::string_view sql) {
  const char c = sql.front();
  const auto token = [&](Kind kind, std::size_t length) { return Token{kind, sql.substr(0, length)}; };
  if (is_space(c)) return token(Kind::space, end_of_run(sql, is_space));
  if (is_word(c)) return token(Kind::word, end_of_run(sql, is_word));
  if (c == '\'' || c == '"') return token(Kind::quoted, end_after(sql, {&c, 1}, 1));
  if (sql.starts_with("--")) return token(Kind::comment, end_after(sql, "\n", 2));
  if (sql.starts_with("/*")) return token(Kind::comment, end_after(sql, "*/", 2));
  if (c == '$') {
    const std::string_view quote = dollar_quote(sql);
    if (!quote.empty()) return token(Kind::quoted, end_after(sql, quote, quote.size()));
  }
  return token(Kind::symbol, 1);
}

bool is(const Token& token, std::string_view word) {
  return token.text.size() == word.size() && strncasecmp(token.text.data(), word.data(), word.size()) == 0;
}

bool is_blank(const Token& token) { return token.kind == Kind::space || token.kind == Kind::comment; }

using Tokens = std::span<const Token>;

// How many tokens from the first on are these words, with only blanks between them; 0 when they are not.
std::size_t words_at(Tokens tokens, std::initializer_list<std::string_view> words) {
  std::size_t at = 0;
  for (const std::string_view word : words) {
    while (at > 0 && at < tokens.size() && is_blank(tokens[at])) ++at;
    if (at == tokens.size() || !is(tokens[at], word)) return 0;
    ++at;
  }
  return at;
}

struct Translated {
  std::string_view text;
  std::size_t tokens;  ///< How many of PostgreSQL's tokens it stands for.
};

Translated translate_word(Tokens tokens) {
  if (is(tokens[0], "BIGINT")) return {"INTEGER", 1};
  if (is(tokens[0], "BYTEA")) return {"BLOB", 1};
  if (const std::size_t count = words_at(tokens, {"DOUBLE", "PRECISION"})) return {"REAL", count};
  // SQLite compares bytes anyway; PostgreSQL only when it is told to.
  if (const std::size_t count = words_at(tokens, {"COLLATE", "\"C\""})) return {"", count};
  // INTEGER PRIMARY KEY counts by itself.
  if (const std::size_t count = words_at(tokens, {"GENERATED", "BY", "DEFAULT", "AS", "IDENTITY"}))
    return {"", count};
  if (const std::size_t count = words_at(tokens, {"GENERATED", "ALWAYS", "AS", "IDENTITY"}))
    return {"", count};
  return {tokens[0].text, 1};
}

bool asks_without_rowid(const Token& token) {
  std::string_view text = token.text;
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text == "-- sqlite: WITHOUT ROWID";
}

/// Whether the statement is marked as another engine's: "-- only postgres" among the comments before it.
bool is_for_another(Tokens tokens, Engine engine) {
  const std::string_view mark = engine == Engine::sqlite ? "-- only postgres" : "-- only sqlite";
  const auto first = std::find_if_not(tokens.begin(), tokens.end(), is_blank);
  return std::any_of(tokens.begin(), first, [&](const Token& token) {
    return token.kind == Kind::comment &&
           token.text.substr(0, token.text.find_last_not_of("\r\n") + 1) == mark;
  });
}

std::string for_sqlite(Tokens tokens) {
  const auto first = std::find_if_not(tokens.begin(), tokens.end(), is_blank);
  const auto start = static_cast<std::size_t>(first - tokens.begin());
  const bool table = words_at(tokens.subspan(start), {"CREATE", "TABLE"}) > 0;
  const bool without_rowid = start > 0 && asks_without_rowid(tokens[start - 1]);
  std::string text;
  std::size_t end = 0;  // of what is not blank: a comment may follow the closing bracket
  for (std::size_t at = 0; at < tokens.size();) {
    const bool word = tokens[at].kind == Kind::word;
    const Translated next = word ? translate_word(tokens.subspan(at)) : Translated{tokens[at].text, 1};
    text += next.text;
    if (!is_blank(tokens[at])) end = text.size();
    at += next.tokens;
  }
  if (table) text.insert(end, without_rowid ? " STRICT, WITHOUT ROWID" : " STRICT");
  return text;
}

std::string as_it_is(Tokens tokens) {
  return {tokens.front().text.data(), tokens.back().text.data() + tokens.back().text.size()};
}

}  // namespace

std::vector<Token> tokens_of(std::string_view sql) {
  std::vector<Token> tokens;
  while (!sql.empty()) {
    tokens.push_back(first_token(sql));
    sql.remove_prefix(tokens.back().text.size());
  }
  return tokens;
}

std::vector<std::string> statements_of(std::string_view sql, Engine engine) {
  const std::vector<Token> tokens = tokens_of(sql);
  std::vector<std::string> statements;
  const auto is_end = [](const Token& token) { return token.text == ";"; };
  for (auto from = tokens.begin(); from != tokens.end();) {
    const auto to = std::find_if(from, tokens.end(), is_end);
    const Tokens statement(from, to);
    if (!std::all_of(from, to, is_blank) && !is_for_another(statement, engine)) {
      statements.push_back(engine == Engine::sqlite ? for_sqlite(statement) : as_it_is(statement));
    }
    from = to == tokens.end() ? to : to + 1;
  }
  return statements;
}

}  // namespace guanxi::database
