#include "prospects/comparing.h"

namespace guanxi::prospects {

void compare_later(database::Transaction& tx, const std::string& store_id, const std::string& customer_id,
                   Instant now) {
  static constexpr std::string_view kInsert =
      "INSERT INTO prospects_to_compare (store_id, customer_id, since) VALUES ($1, $2, $3)"
      " ON CONFLICT DO NOTHING";
  tx.put(kInsert, store_id, customer_id, now);
}

void compare_opened(database::Transaction& tx, const facts::Happening& happening, const CardOpened& opened) {
  compare_later(tx, happening.store_id, opened.customer_id, happening.at);
}

void compare_edited(database::Transaction& tx, const facts::Happening& happening,
                    const dealership::CustomerEdited&) {
  compare_later(tx, happening.store_id, happening.subject_id, happening.at);
}

}  // namespace guanxi::prospects
