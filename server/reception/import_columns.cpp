#include "reception/import_columns.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "platform/identity/uuid.h"
#include "platform/tables/reading.h"
#include "platform/text/search_keys.h"
#include "reception/import_headers.h"

namespace guanxi::reception {
namespace {

constexpr std::size_t kHeaderWithin = 20;  // title rows above the headers are few
constexpr int kSampleYear = 2000;          // any: only whether a cell is a date counts here
constexpr int kAfterOwnHeaders = 100;      // a header that says it plainly comes before one that may mean it

bool is_day(const std::string& cell) { return tables::parse_date(cell, kSampleYear).has_value(); }
bool is_time(const std::string& cell) { return tables::parse_minute_of_day(cell).has_value(); }

std::size_t known_headers(const tables::Cells& cells) {
  return static_cast<std::size_t>(
      std::ranges::count_if(cells, [](const std::string& cell) { return meaning_of(cell).has_value(); }));
}

bool looks_like_the_log(const FileRow& row) { return std::ranges::any_of(row.cells, is_day); }

bool is_heading_of_refused(std::string_view header) {
  return header == kRefusedHeadingZh || header == kRefusedHeadingEn;
}

/// What "arrived" or "来店时间" means in this file: the filled cells below it decide.
Field kind_of_time(std::size_t column, const std::vector<FileRow>& samples, bool has_day) {
  for (const auto& row : samples) {
    if (column >= row.cells.size() || row.cells[column].empty()) continue;
    // A fraction of an Excel day is a time, so times are asked for first.
    if (is_time(row.cells[column])) return Field::arrived_time;
    if (is_day(row.cells[column])) return Field::arrived_at;
  }
  return has_day ? Field::arrived_time : Field::arrived_at;
}

/// Fields that only the rows of one kind have.
constexpr Field kOfVisits[] = {
    Field::arrived_on, Field::arrived_at,   Field::arrived_time, Field::left_time,
    Field::way,        Field::occasion,     Field::party_size,   Field::reason,
    Field::asks,       Field::second_face,  Field::test_drive,   Field::quote,
    Field::exclusion,  Field::appointed_at, Field::transport,    Field::questionnaire};
constexpr Field kOfProspects[] = {Field::email, Field::registered_on, Field::last_contact_on, Field::next_on};

/// The columns that mean something, the surest first: of two columns for one field, the plainer header wins.
struct Claim {
  std::size_t column;
  HeaderMeaning meaning;
};

/// The meaning that a header has in files of this kind.
std::optional<HeaderMeaning> meaning_in(ImportKind kind, const std::string& header) {
  auto meaning = meaning_of(header);
  if (!meaning || field_fits(meaning->field, kind)) return meaning;
  const bool day = meaning->field == Field::arrived_on || meaning->field == Field::arrived_at;
  if (kind != ImportKind::prospects || !day) return std::nullopt;
  return HeaderMeaning{Field::registered_on, kAfterOwnHeaders + meaning->rank};
}

std::vector<Claim> claims_of(ImportKind kind, const tables::Cells& headers) {
  std::vector<Claim> claims;
  for (std::size_t column = 0; column < headers.size(); ++column) {
    if (const auto meaning = meaning_in(kind, headers[column])) claims.push_back({column, *meaning});
  }
  std::ranges::stable_sort(claims, {}, [](const Claim& claim) { return claim.meaning.rank; });
  return claims;
}

/// Which column every row of this kind needs and these do not have.
std::string_view what_is_missing(ImportKind kind, const std::set<Field>& taken) {
  const auto any_of = [&](std::initializer_list<Field> fields) {
    return std::ranges::any_of(fields, [&](Field field) { return taken.contains(field); });
  };
  if (kind == ImportKind::visits) {
    return any_of({Field::arrived_on, Field::arrived_at}) ? "" : "date_column_needed";
  }
  if (!any_of({Field::customer_name})) return "name_column_needed";
  return any_of({Field::phone, Field::wechat, Field::email}) ? "" : "contact_column_needed";
}

}  // namespace

Layout find_layout(const std::vector<FileRow>& first_rows) {
  Layout layout;
  const auto within = std::min(first_rows.size(), kHeaderWithin);
  for (std::size_t i = 0; i < within; ++i) {
    if (known_headers(first_rows[i].cells) >= 2) {
      layout.header_row = first_rows[i].number;
      layout.headers = first_rows[i].cells;
      return layout;
    }
    for (const auto& cell : first_rows[i].cells) layout.title += cell + " ";
  }
  layout.title.clear();
  if (first_rows.empty()) return layout;
  const auto& first = first_rows.front();
  if (looks_like_the_log(first)) {
    layout.headers.resize(first.cells.size());
  } else {
    layout.header_row = first.number;
    layout.headers = first.cells;
  }
  return layout;
}

bool field_fits(Field field, ImportKind kind) {
  if (kind == ImportKind::visits) return std::ranges::find(kOfProspects, field) == std::end(kOfProspects);
  return std::ranges::find(kOfVisits, field) == std::end(kOfVisits);
}

FieldColumns guess_columns(ImportKind kind, const tables::Cells& headers,
                           const std::vector<FileRow>& samples) {
  const auto claims = claims_of(kind, headers);
  const bool has_day = std::ranges::any_of(
      claims, [](const Claim& claim) { return claim.meaning.field == Field::arrived_on; });
  FieldColumns columns(headers.size());
  std::map<Field, std::size_t> taken;
  for (const auto& [column, meaning] : claims) {
    const auto field =
        meaning.field == Field::arrived_at ? kind_of_time(column, samples, has_day) : meaning.field;
    if (taken.emplace(field, column).second) columns[column] = field;
  }
  return columns;
}

std::string headers_hash(ImportKind kind, const tables::Cells& headers) {
  std::string all = kind == ImportKind::visits ? "" : json::to_word(kind) + "\n";
  for (std::size_t i = 0; i < headers.size(); ++i) {
    if (i + 1 == headers.size() && is_heading_of_refused(headers[i])) break;
    all += text::fold(headers[i]) + "\n";
  }
  return uuid_of(all);
}

int guess_year(std::string_view file_name, std::string_view title, int current_year) {
  for (const auto text : {file_name, title}) {
    for (std::size_t at = text.find("20"); at != std::string_view::npos; at = text.find("20", at + 1)) {
      tables::Reading reading(text.substr(at));
      const bool starts_here = at == 0 || !digits::is_digit(text[at - 1]);
      const auto digits = reading.number(4, 8);  // "2023年", but also "20230501" and "202305"
      if (!starts_here || !digits || digits->digits % 2 != 0) continue;
      const int year = digits->digits == 8   ? digits->value / 10000
                       : digits->digits == 6 ? digits->value / 100
                                             : digits->value;
      if (year <= current_year) return year;
    }
  }
  return current_year;
}

Result<> check_columns(ImportKind kind, const FieldColumns& columns, std::size_t in_file) {
  Refusal refusal{Refusal::Kind::invalid, "invalid_input"};
  if (columns.size() != in_file) {
    refusal.errors.push_back({"/columns", "other_columns", {{"count", std::to_string(in_file)}}});
    return refuse(std::move(refusal));
  }
  std::set<Field> taken;
  const auto note = [&](std::size_t column, std::string_view code) {
    refusal.errors.push_back({"/columns/" + std::to_string(column), std::string(code), {}});
  };
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i]) continue;
    if (!field_fits(*columns[i], kind)) note(i, "other_kind");
    if (!taken.insert(*columns[i]).second) note(i, "field_twice");
  }
  if (const auto missing = what_is_missing(kind, taken); !missing.empty()) {
    refusal.errors.push_back({"/columns", std::string(missing), {}});
  }
  if (!refusal.errors.empty()) return refuse(std::move(refusal));
  return {};
}

}  // namespace guanxi::reception
