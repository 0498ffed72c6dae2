// The list of cards as a table to be taken away, with the columns that were chosen.
#pragma once

#include "platform/tables/sheet.h"
#include "prospects/card_list.h"
#include "prospects/card_view.h"

namespace guanxi::prospects {

/// What a column shows.
enum class CardColumn {
  customer,
  phone,
  wechat,
  salesperson,
  grade,
  standing,
  model,
  colour,
  competing_model,
  price,
  purchase,
  expected_on,
  sureness,
  next,
  promise,
  followed_at,
  reached_at,
  tries,
  opened_at,
  closed_at
};
BOOST_DESCRIBE_ENUM(CardColumn, customer, phone, wechat, salesperson, grade, standing, model, colour,
                    competing_model, price, purchase, expected_on, sureness, next, promise, followed_at,
                    reached_at, tries, opened_at, closed_at)

/// "customer,grade,next" as an address holds it; all columns when it is empty. Refuses a word that is none at
/// /columns (`unknown_column`).
Result<std::vector<CardColumn>> read_columns(const std::optional<std::string>& words);

/// Every card that the filter lets through, in its order, with headings in the reader's language.
tables::Sheet card_sheet(database::Transaction& tx, const Actor& actor, const dealership::Store& store,
                         CardFilter filter, const std::vector<CardColumn>& columns, Instant now);

}  // namespace guanxi::prospects
