// The rows of the route table for bringing files in.
#include "platform/facts/facts.h"
#include "platform/identity/uuid.h"
#include "platform/tables/csv_writer.h"
#include "reception/import_cells.h"
#include "reception/import_file.h"
#include "reception/import_job.h"
#include "reception/import_store.h"

namespace guanxi::reception {
namespace {

using database::Outcome;
using database::Transaction;
using http::Accepted;
using http::Body;
using http::Call;
using http::Created;
using http::Items;
using http::Page;
using http::Query;
using http::Version;

constexpr std::int64_t kShownImports = 100;
constexpr std::int64_t kRefusedAtOnce = 1000;

struct UploadQuery {
  json::Line<200> file_name;
  std::optional<ImportKind> rows;  ///< visits, when nothing is said
  BOOST_DESCRIBE_CLASS(UploadQuery, (), (file_name, rows), (), ())
};

struct RowsQuery {
  std::optional<RowResult> result;
  std::optional<json::Line<200>> cursor;
  std::optional<http::Limit> limit;
  BOOST_DESCRIBE_CLASS(RowsQuery, (), (result, cursor, limit), (), ())
};

/// What the routes share; their functions are its members.
struct Imports {
  database::Database& database;
  ImportRunner& runner;
  const Words& words;

  Import told(StoredImport stored, Language language) const;
  Result<StoredImport> find(Transaction& tx, const Call& call) const;
  ImportRow told(const RowOutcome& outcome, const Import& import, Language language) const;

  Result<Created<Import>> upload(const Call& call, const UploadQuery& query) const;
  Result<Items<Import>> list(const Call& call) const;
  Result<Import> show(const Call& call) const;
  Result<Import> map(const Call& call, const MappingInput& input, std::int64_t version) const;
  Result<Accepted<Import>> start(const Call& call, ImportState state) const;
  Result<Page<ImportRow>> rows(const Call& call, const RowsQuery& query) const;
  Result<http::Download> refused(const Call& call) const;
};

bool at_work(ImportState state) { return state == ImportState::trying || state == ImportState::running; }

Import Imports::told(StoredImport stored, Language language) const {
  if (!stored.error_code.empty()) stored.import.error = words.say(language, stored.error_code);
  return std::move(stored.import);
}

Result<StoredImport> Imports::find(Transaction& tx, const Call& call) const {
  auto found = find_import(tx, call.store(), call.param("import_id"));
  if (!found) return refuse(Refusal::not_found());
  return *std::move(found);
}

/// The sentence begins with the header, as the person knows the column.
ImportRow Imports::told(const RowOutcome& outcome, const Import& import, Language language) const {
  ImportRow row{outcome.number, outcome.result, std::nullopt, std::nullopt, outcome.cells};
  if (outcome.code.empty()) return row;
  row.code = outcome.code;
  WordParams params{{"value", outcome.value}};
  std::string header;
  if (outcome.field) {
    params.emplace_back("max", std::to_string(longest(*outcome.field)));
    const auto column = std::ranges::find(import.columns, outcome.field);
    if (column != import.columns.end())
      header = import.headers[static_cast<std::size_t>(column - import.columns.begin())];
  }
  if (!header.empty()) header += language == Language::zh ? "：" : ": ";
  row.detail = header + words.say(language, outcome.code, params);
  return row;
}

Result<Created<Import>> Imports::upload(const Call& call, const UploadQuery& query) const {
  const auto kind = query.rows.value_or(ImportKind::visits);
  auto found = TRY(read_file(kind, call.request.body));
  StoredImport stored;
  Import& import = stored.import;
  import.kind = kind;
  import.id = new_uuid(call.now);
  import.store_id = call.store();
  import.file_name = query.file_name;
  import.format = found.format;
  import.headers = std::move(found.layout.headers);
  import.preview = std::move(found.preview);
  import.columns = std::move(found.columns);
  import.rows_total = found.rows;
  import.created_at = {call.now};
  stored.header_row = found.layout.header_row;
  stored.created_by = call.actor.id;
  database.write([&](Transaction& tx) {
    const auto year = dealership::load_store(tx, call.store()).zone().local(call.now).year;
    import.default_year = guess_year(import.file_name, found.layout.title, year);
    if (auto before = remembered_columns(tx, call.store(), headers_hash(kind, import.headers))) {
      import.columns = *std::move(before);
      import.columns.resize(import.headers.size());
    }
    insert_import(tx, stored, call.request.body);
    stored = find_import(tx, import.store_id, import.id).value();
    return Outcome::keep;
  });
  return Created<Import>{told(std::move(stored), call.actor.language)};
}

Result<Items<Import>> Imports::list(const Call& call) const {
  Items<Import> all;
  for (auto& stored : list_imports(call.tx(), call.store(), kShownImports)) {
    all.items.push_back(told(std::move(stored), call.actor.language));
  }
  return all;
}

Result<Import> Imports::show(const Call& call) const {
  return told(TRY(find(call.tx(), call)), call.actor.language);
}

Result<Import> Imports::map(const Call& call, const MappingInput& input, std::int64_t version) const {
  auto stored = TRY(find(call.tx(), call));
  Import& import = stored.import;
  const auto as_it_stands = [&] { return json::to_text(told(stored, call.actor.language)); };
  if (import.version != version) return refuse(Refusal::stale(as_it_stands()));
  if (at_work(import.state)) return refuse(Refusal::conflict("import_at_work"));
  // Rows are recognised by what they say; with other columns they would come in twice.
  if (stored.was_run) return refuse(Refusal::conflict("mapping_is_settled"));
  TRY(check_columns(import.kind, input.columns, import.headers.size()));
  import.columns = input.columns;
  if (input.default_year) import.default_year = *input.default_year;
  if (!save_mapping(call.tx(), import)) return refuse(Refusal::stale(as_it_stands()));
  remember_columns(call.tx(), import, call.now);
  return told(TRY(find(call.tx(), call)), call.actor.language);
}

Result<Accepted<Import>> Imports::start(const Call& call, ImportState state) const {
  Result<StoredImport> answer;
  database.write([&](Transaction& tx) {
    answer = [&]() -> Result<StoredImport> {
      const auto& import = TRY(find(tx, call)).import;
      if (at_work(import.state)) return refuse(Refusal::conflict("import_at_work"));
      TRY(check_columns(import.kind, import.columns, import.headers.size()));
      const bool was_tried = import.state == ImportState::tried || import.state == ImportState::done;
      if (state == ImportState::running && !was_tried) return refuse(Refusal::conflict("trial_needed"));
      if (!start_work(tx, import, state, call.actor.id)) return refuse(Refusal::conflict("import_at_work"));
      remember_columns(tx, import, call.now);
      return find(tx, call);
    }();
    return answer ? Outcome::keep : Outcome::undo;
  });
  auto stored = TRY(std::move(answer));
  runner.wake();
  return Accepted<Import>{told(std::move(stored), call.actor.language)};
}

Result<Page<ImportRow>> Imports::rows(const Call& call, const RowsQuery& query) const {
  const auto import = TRY(find(call.tx(), call)).import;
  const auto place = TRY(http::read_place(query.cursor));
  const auto limit = http::limit_of(query.limit);
  Page<ImportRow> page;
  // What was tried with other columns says nothing any more.
  if (import.state == ImportState::mapping) return page;
  auto outcomes =
      list_rows(call.tx(), import.store_id, import.id, query.result, place ? place->number : 0, limit + 1);
  if (http::cut_to_limit(outcomes, limit)) page.next_cursor = http::write_place({outcomes.back().number, ""});
  for (const auto& outcome : outcomes) page.items.push_back(told(outcome, import, call.actor.language));
  return page;
}

/// The refused rows as they stood in the file, with the reason behind: to be corrected and imported again.
Result<http::Download> Imports::refused(const Call& call) const {
  const auto import = TRY(find(call.tx(), call)).import;
  tables::CsvWriter csv;
  auto headings = import.headers;
  headings.emplace_back(call.actor.language == Language::zh ? kRefusedHeadingZh : kRefusedHeadingEn);
  csv.row(headings);
  std::int64_t after = 0;
  for (bool more = import.state != ImportState::mapping; more;) {
    const auto outcomes =
        list_rows(call.tx(), import.store_id, import.id, RowResult::refuse, after, kRefusedAtOnce);
    more = static_cast<std::int64_t>(outcomes.size()) == kRefusedAtOnce;
    for (const auto& outcome : outcomes) {
      auto cells = outcome.cells;
      cells.resize(import.headers.size());
      cells.push_back(told(outcome, import, call.actor.language).detail.value_or(""));
      csv.row(cells);
      after = outcome.number;
    }
  }
  return http::Download{"text/csv; charset=utf-8", "refused-" + import.id + ".csv", csv.text()};
}

}  // namespace

std::vector<http::Route> import_routes(database::Database& database, ImportRunner& runner,
                                       const Words& words) {
  using http::reads;
  using http::slow;
  using http::writes;
  constexpr const char* kWho = "imports.run";
  const Imports imports{database, runner, words};
  // clang-format off
  std::vector<http::Route> routes = {
    slow  ("POST /stores/{store_id}/imports", kWho, "Bring a file with an old log or a list of prospects", [imports](const Call& call, const Query<UploadQuery>& query) { return imports.upload(call, *query); }),
    reads ("GET /stores/{store_id}/imports", kWho, "Imports, latest first", [imports](const Call& call) { return imports.list(call); }),
    reads ("GET /stores/{store_id}/imports/{import_id}", kWho, "One import", [imports](const Call& call) { return imports.show(call); }),
    writes("PUT /stores/{store_id}/imports/{import_id}/mapping", kWho, "Say what the columns mean", [imports](const Call& call, const Body<MappingInput>& input, const Version& version) { return imports.map(call, *input, version.value); }),
    slow  ("POST /stores/{store_id}/imports/{import_id}/trial", kWho, "See what would become of each row", [imports](const Call& call, const Body<json::Nothing>&) { return imports.start(call, ImportState::trying); }),
    slow  ("POST /stores/{store_id}/imports/{import_id}/run", kWho, "Bring the rows in", [imports](const Call& call, const Body<json::Nothing>&) { return imports.start(call, ImportState::running); }),
    reads ("GET /stores/{store_id}/imports/{import_id}/rows", kWho, "What became of each row", [imports](const Call& call, const Query<RowsQuery>& query) { return imports.rows(call, *query); }),
    reads ("GET /stores/{store_id}/imports/{import_id}/refused.csv", kWho, "Refused rows with their reasons", [imports](const Call& call) { return imports.refused(call); }),
  };
  // clang-format on
  routes.front().raw_body = true;
  return routes;
}

}  // namespace guanxi::reception
