// Three years of visits of a store, row by row into the tables.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bulk.h"
#include "demo/visitors.h"
#include "town.h"

namespace guanxi::bench {

class Past {
 public:
  Past(Bulk& bulk, std::string model_id, demo::Dice& dice, Instant now);

  /// Adds this many visits, evenly over the days up to now.
  void fill(Shop& shop, std::int64_t visits);

 private:
  struct Key {
    std::string text;
    std::uint32_t customer;
  };
  struct Customer {
    std::string id, salesperson_id;
  };
  struct Row {
    std::string id, standing, day;
    Instant arrived_at;
    const Seller* seller;
    std::optional<std::string> customer_id;
  };

  Instant moment(double place) const;
  std::string standing_of(std::int64_t left);
  std::string add_customer(Shop& shop, const Row& row);
  void add_visit(const Shop& shop, const Row& row);
  void add_facts(const Shop& shop, const Row& row);
  void add_fact(const Shop& shop, const Row& row, const std::string& kind, Instant at,
                const std::string& data);
  void add_keys(const Shop& shop);

  std::string model_id_;
  demo::Dice& dice_;
  Instant now_;
  double open_share_ = 1;  ///< of cards that are still followed up
  TimeZone zone_;
  demo::Visitors visitors_;
  dealership::Store store_;  ///< only what the inventing of visitors looks at
  std::vector<Customer> customers_;
  std::vector<Key> keys_;
  std::unique_ptr<BulkTable> visits_table_, facts_, customers_table_, keys_table_, consents_, cards_;
};

}  // namespace guanxi::bench
