// The tables that the years fill, row by row, one store after the other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "demo/crowd.h"
#include "demo/key_rows.h"
#include "demo/row_id.h"
#include "platform/database/bulk.h"
#include "platform/json/writer.h"
#include "prospects/prospects.h"
#include "reception/reception.h"

namespace guanxi::demo {

/// By whom and about what.
struct Deed {
  std::string_view actor_id, subject_kind, subject_id;
};

/// A customer with the card, written when nothing will change about them any more.
struct OnFile {
  RowId id, card_id, visit_id;
  Stranger who;
  std::size_t salesperson;  ///< among those of the store
  Instant created_at, last_visit_at;
  prospects::Grade grade;
  reception::PurchaseWhen when;
  std::optional<std::string> expected_on;
  std::size_t model;
  std::optional<std::int64_t> price_from, price_to;
  bool comes_again;  ///< is expected once more
};

class Ledger {
 public:
  explicit Ledger(database::Bulk& bulk);

  /// From now on, rows are of this store, where it is this day now.
  void begin_store(std::string_view store_id, std::string today);

  template <class Fact>
  void fact(Moment& moment, const Deed& deed, const Fact& fact) {
    put_fact(moment, deed, Fact::kind, json::to_text(fact));
  }
  /// A fact as it was found in the log.
  void founding_fact(std::string_view store_id, const facts::Entry& entry);
  void consent(Moment& moment, std::string_view actor_id, std::string_view customer_id,
               dealership::Purpose purpose, bool given);

  void visit(const reception::Visit& visit);
  void duty(std::string_view day, std::string_view person_id, std::int64_t order, std::int64_t turns);
  void sensor(std::string_view day, std::int64_t hour, std::int64_t parties);
  void customer(const OnFile& customer, std::string_view salesperson_id, std::string_view model_id);

  /// Writes the facts and consents of before this moment, in their order; what comes later waits.
  void write_until(Instant moment);
  /// Writes what waits, and the search keys. `salespeople` are the ids behind their numbers.
  void end_store(const std::vector<std::string_view>& salespeople);

 private:
  struct FactRow {
    RowId id;
    Instant at;
    std::string_view kind;
    std::string actor_id, subject_kind, subject_id, data;
  };
  struct ConsentRow {
    RowId id, customer_id;
    Instant at;
    std::string by_id;
    dealership::Purpose purpose;
    bool given;
  };
  void put_fact(Moment& moment, const Deed& deed, std::string_view kind, std::string data);
  void write_card(const OnFile& customer, std::string_view salesperson_id, std::string_view model_id);
  void add_keys(const OnFile& customer);

  std::string store_id_, today_;
  std::vector<FactRow> facts_waiting_;
  std::vector<ConsentRow> consents_waiting_;
  KeyRows key_rows_;
  database::BulkTable &visits_, &facts_, &customers_, &keys_, &consents_, &cards_, &duty_, &sensors_;
};

}  // namespace guanxi::demo
