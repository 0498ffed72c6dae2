// COPY, one connection for each table, so that the server's processes share the work.
#include <libpq-fe.h>

#include <vector>

#include "platform/database/bulk_engines.h"
#include "platform/database/database.h"

namespace guanxi::database {
namespace {

class Connection {
 public:
  explicit Connection(const std::string& url) : handle_(PQconnectdb(url.c_str())) {
    if (PQstatus(handle_.get()) != CONNECTION_OK) fail();
  }

  void command(const std::string& sql) {
    PGresult* result = PQexec(handle_.get(), sql.c_str());
    check(result, PQresultStatus(result) == PGRES_TUPLES_OK ? PGRES_TUPLES_OK : PGRES_COMMAND_OK);
  }
  /// The first column of all rows.
  std::vector<std::string> texts(const std::string& sql) {
    PGresult* result = PQexec(handle_.get(), sql.c_str());
    std::vector<std::string> found;
    for (int row = 0; row < PQntuples(result); ++row) found.emplace_back(PQgetvalue(result, row, 0));
    check(result, PGRES_TUPLES_OK);
    return found;
  }
  void begin_copy(const std::string& table, const std::string& columns) {
    check(PQexec(handle_.get(), ("COPY " + table + " (" + columns + ") FROM STDIN").c_str()), PGRES_COPY_IN);
  }
  void copy(const std::string& lines) {
    if (PQputCopyData(handle_.get(), lines.data(), static_cast<int>(lines.size())) != 1) fail();
  }
  void end_copy() {
    if (PQputCopyEnd(handle_.get(), nullptr) != 1) fail();
    check(PQgetResult(handle_.get()), PGRES_COMMAND_OK);
    while (PGresult* rest = PQgetResult(handle_.get())) PQclear(rest);
  }

 private:
  struct Close {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  [[noreturn]] void fail() const { throw Failure(std::string("postgres: ") + PQerrorMessage(handle_.get())); }
  void check(PGresult* result, ExecStatusType expected) const {
    const auto status = PQresultStatus(result);
    PQclear(result);
    if (status != expected) fail();
  }

  std::unique_ptr<PGconn, Close> handle_;
};

/// Text of COPY: tabs, line ends and backslashes mean something there.
void append_escaped(std::string& line, std::string_view text) {
  for (auto at = text.find_first_of("\\\t\n\r"); at != text.npos; at = text.find_first_of("\\\t\n\r")) {
    line += text.substr(0, at);
    constexpr std::string_view kNames = "tnr";
    const auto found = std::string_view("\t\n\r").find(text[at]);
    line += '\\';
    line += found == kNames.npos ? '\\' : kNames[found];
    text.remove_prefix(at + 1);
  }
  line += text;
}

class PostgresTable final : public BulkTable {
 public:
  PostgresTable(const std::string& url, const std::string& table, const std::string& columns)
      : connection_(url) {
    connection_.begin_copy(table, columns);
  }
  void row(std::span<const Cell> cells) override {
    constexpr std::size_t kEnough = 64 * 1024;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) lines_ += '\t';
      if (const auto* text = std::get_if<std::string_view>(&cells[i]))
        append_escaped(lines_, *text);
      else if (const auto* number = std::get_if<std::int64_t>(&cells[i]))
        lines_ += std::to_string(*number);
      else
        lines_ += "\\N";
    }
    lines_ += '\n';
    if (lines_.size() < kEnough) return;
    connection_.copy(lines_);
    lines_.clear();
  }
  void end() {
    connection_.copy(lines_);
    connection_.end_copy();
  }

 private:
  Connection connection_;
  std::string lines_;
};

class PostgresBulk final : public Bulk {
 public:
  explicit PostgresBulk(const std::string& url) : url_(url), connection_(url) {
    // Keys before references when they come back, and the other way round when they go.
    static const std::string constraints =
        " FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND contype IN ('f', 'p', 'u')"
        " ORDER BY contype ";
    static const std::string indexes =
        " FROM pg_indexes i WHERE schemaname = current_schema() AND NOT EXISTS"
        " (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)";
    static const std::string table = "'ALTER TABLE ' || conrelid::regclass || ";
    statements_ = connection_.texts("SELECT " + table +
                                    "' ADD CONSTRAINT ' || quote_ident(conname) || ' ' ||"
                                    " pg_get_constraintdef(oid)" +
                                    constraints + "= 'f'");
    for (const auto& index : connection_.texts("SELECT indexdef" + indexes)) statements_.push_back(index);
    for (const auto& drop : connection_.texts("SELECT 'DROP INDEX ' || quote_ident(indexname)" + indexes))
      connection_.command(drop);
    for (const auto& drop : connection_.texts(
             "SELECT " + table + "' DROP CONSTRAINT ' || quote_ident(conname)" + constraints + "<> 'f'"))
      connection_.command(drop);
  }
  BulkTable& fill(const std::string& table, const std::string& columns) override {
    return *tables_.emplace_back(std::make_unique<PostgresTable>(url_, table, columns));
  }
  void finish() override {
    for (auto& table : tables_) table->end();
    tables_.clear();
    connection_.command("SET maintenance_work_mem = '256MB'");
    for (const auto& statement : statements_) connection_.command(statement);
    connection_.command("VACUUM ANALYZE");
  }

 private:
  std::string url_;
  Connection connection_;
  std::vector<std::string> statements_;
  std::vector<std::unique_ptr<PostgresTable>> tables_;
};

}  // namespace

std::unique_ptr<Bulk> open_postgres_bulk(const std::string& url) {
  return std::make_unique<PostgresBulk>(url);
}

}  // namespace guanxi::database
