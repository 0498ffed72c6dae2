// Bringing into the store what a dealer has in files, an old visitor log or a list of prospects: a file, what
// its columns mean, and what becomes of each row.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dealership/dealership.h"
#include "platform/http/route.h"
#include "platform/words/words.h"

namespace guanxi::reception {

/// What the rows of a file are.
enum class ImportKind {
  visits,     ///< of an old log: each row a visit
  prospects,  ///< whom the store follows up: each row a customer with a card
};
BOOST_DESCRIBE_ENUM(ImportKind, visits, prospects)

/// What a column of a file may mean; which belong to which kind says `field_fits`.
enum class Field {
  arrived_on,    ///< the day, with or without the time
  arrived_at,    ///< day and time in one cell
  arrived_time,  ///< the time beside a column with the day
  left_time,
  way,       ///< walk-in, appointment, call, again
  occasion,  ///< first or again
  party_size,
  salesperson,  ///< name or login
  customer_name,
  sex,
  phone,
  wechat,
  plate,
  channel,
  model,
  purchase_day,  ///< a day, or words such as "this month"
  grade,         ///< H, A, B, C …
  price,         ///< one price or a range
  reason,        ///< why nobody has their number
  asks,
  second_face,
  story,
  test_drive,
  quote,
  trade_in,
  exclusion,     ///< why this visitor is no prospect
  appointed_at,  ///< when they were invited for
  transport,
  colour,
  current_car,
  competing_model,
  questionnaire,
  email,
  registered_on,    ///< the day on which the dealer put the prospect on the list
  last_contact_on,  ///< the day of the last follow-up, reached or not
  next_on,          ///< the day of the next one
};
BOOST_DESCRIBE_ENUM(Field, arrived_on, arrived_at, arrived_time, left_time, way, occasion, party_size,
                    salesperson, customer_name, sex, phone, wechat, plate, channel, model, purchase_day,
                    grade, price, reason, asks, second_face, story, test_drive, quote, trade_in, exclusion,
                    appointed_at, transport, colour, current_car, competing_model, questionnaire, email,
                    registered_on, last_contact_on, next_on)

/// One field for each column of the file; empty where the column is left out.
using FieldColumns = std::vector<std::optional<Field>>;

enum class ImportState {
  mapping,  ///< waits for somebody to say what the columns mean
  trying,   ///< every row is looked at; none is brought in
  tried,    ///< what would become of each row is known
  running,  ///< rows are brought in
  done,
  failed,  ///< broke off again and again; rows written before stay and are recognised
};
BOOST_DESCRIBE_ENUM(ImportState, mapping, trying, tried, running, done, failed)

/// What becomes of a row.
enum class RowResult {
  create,  ///< a visit that is not in the log yet, a prospect without a card
  match,   ///< this very visit is in the log, the prospect has a card
  refuse,  ///< cannot be understood; nothing of it is written
};
BOOST_DESCRIBE_ENUM(RowResult, create, match, refuse)

struct ImportFormat {
  bool xlsx;
  std::optional<std::string> encoding, delimiter;  ///< of CSV: "UTF-8", "GB18030" …; "," …
  BOOST_DESCRIBE_CLASS(ImportFormat, (), (xlsx, encoding, delimiter), (), ())
};

struct Import {
  std::string id, store_id, file_name;
  ImportKind kind = ImportKind::visits;
  ImportState state = ImportState::mapping;
  ImportFormat format;
  std::vector<std::string> headers;
  std::vector<std::vector<std::string>> preview;  ///< the first rows; long cells are cut
  FieldColumns columns;
  std::int64_t default_year = 0;  ///< of dates that name none
  std::int64_t rows_total = 0, rows_done = 0;
  std::int64_t created = 0, matched = 0, refused = 0;
  /// Of the visits that the file brought, or that were there already; the store's days. Empty without any,
  /// and for prospects.
  std::optional<std::string> first_day, last_day;
  std::optional<std::string> error;  ///< why it failed, in the reader's language
  json::Time created_at;
  std::optional<dealership::Name> created_by;
  std::int64_t version = 1;
  BOOST_DESCRIBE_CLASS(Import, (),
                       (id, store_id, file_name, kind, state, format, headers, preview, columns, default_year,
                        rows_total, rows_done, created, matched, refused, first_day, last_day, error,
                        created_at, created_by, version),
                       (), ())
};

struct MappingInput {
  FieldColumns columns;
  std::optional<json::Number<1990, 2100>> default_year;  ///< stays as it is, when empty
  BOOST_DESCRIBE_CLASS(MappingInput, (), (columns, default_year), (), ())
};

/// A row of the file with what became, or would become, of it.
struct ImportRow {
  std::int64_t number;  ///< in the file, from 1
  RowResult result;
  std::optional<std::string> code, detail;  ///< why it was refused or is there already
  std::vector<std::string> cells;
  BOOST_DESCRIBE_CLASS(ImportRow, (), (number, result, code, detail, cells), (), ())
};

class ImportRunner;

/// The rows of the route table. All three must outlive the routes.
std::vector<http::Route> import_routes(database::Database& database, ImportRunner& runner,
                                       const Words& words);

/// The sentences for refused rows and files.
std::span<const Word> import_words();

}  // namespace guanxi::reception
