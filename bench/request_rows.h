// The rows that one request leaves in the database, as the rooms write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bulk.h"
#include "raw_limit.h"

namespace guanxi::bench {

enum Statement : std::size_t { kVisit, kTurn, kFact, kClosing, kCustomer, kKey, kConsent, kCard };

/// In the order of `Statement`. The changes of an open visit touch only what changes.
inline constexpr std::string_view kStatements[] = {
    "INSERT INTO reception_visits (store_id, id, way, kind, occasion, arrived_at, left_at, day, hour, party_size,"
    " salesperson_id, opened_by, took_turn, channel_code, standing, customer_id)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "UPDATE reception_duty SET turns = turns + 1, turn_order = turn_order + ? WHERE store_id = ? AND day = ?"
    " AND person_id = ?",
    "INSERT INTO fact_log (store_id, id, at, kind, actor_id, subject_kind, subject_id, data)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "UPDATE reception_visits SET standing = ?, left_at = ?, closed_at = ?, customer_id = ?, model_id = ?,"
    " price_from = ?, price_to = ?, purchase_when = ?, reason_code = ?, asks = ?, second_face = ?, story = ?,"
    " test_drive = ?, quote = ?, trade_in = ?, version = version + 1 WHERE store_id = ? AND id = ?",
    "INSERT INTO dealership_customers (store_id, id, name, sex, phone, salesperson_id, created_at, created_by,"
    " last_visit_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO dealership_search_keys (store_id, key, customer_id, salesperson_id) VALUES (?, ?, ?, ?)",
    "INSERT INTO dealership_consents (store_id, id, customer_id, purpose, given, at, by_id)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO prospects_cards (store_id, id, customer_id, visit_id, salesperson_id, grade, purchase_when,"
    " expected_on, model_id, price_from, price_to, next_at, opened_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
};

struct Step {
  Statement statement;
  std::vector<Cell> cells;
};
using Request = std::vector<Step>;

/// Requests one after another; of whole visits, each client opens and then closes.
class RequestRows {
 public:
  RequestRows(const Town& town, Rows rows, const std::string& prefix, std::size_t first_client);

  /// One request of each of the clients.
  std::vector<Request> next(std::size_t clients);

 private:
  Request open(const Shop& shop, const Seller& seller, const std::string& id);
  Request close(const Shop& shop, const Seller& seller, const std::string& id);
  void file(Request& request, const Shop& shop, const Seller& seller, const std::string& id);
  Step fact(const Shop& shop, const Seller& seller, const char* kind, const char* subject,
            const std::string& id, std::string data) const;

  const Town& town_;
  Rows rows_;
  std::size_t first_client_;
  NewCustomers new_customers_;
  std::vector<std::string> open_;
  std::string day_;
  std::uint64_t closed_ = 0;
};

}  // namespace guanxi::bench
