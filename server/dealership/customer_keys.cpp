#include "dealership/customer_keys.h"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

#include "platform/text/search_keys.h"

namespace guanxi::dealership {
namespace {

using database::Outcome;
using database::Transaction;

constexpr std::size_t kShortestPart = 4;  // the last four digits of a phone are what people remember

constexpr std::int64_t kCustomersAtOnce = 100000;  // their keys are in memory together: some 100 MB
constexpr std::size_t kRowsAtOnce = 5000;          // in one transaction
constexpr std::size_t kRows = 40;                  // in one statement

std::vector<std::string> keys_of(const Customer& customer, const std::vector<FurtherContact>& further = {}) {
  auto keys = text::name_keys(customer.name);
  const auto add = [&](const std::string& part) {
    for (auto& key : text::part_keys(part, kShortestPart)) keys.push_back(std::move(key));
  };
  if (customer.phone) add(*customer.phone);
  if (customer.plate) add(*customer.plate);
  for (const auto& [kind, value] : further) {
    if (kind == ContactKind::phone || kind == ContactKind::plate) add(value);
  }
  // From its beginning only: nobody remembers the middle of an address.
  if (customer.email) keys.push_back(text::fold(*customer.email));
  return keys;
}

void remove_key(Transaction& tx, const Customer& customer, const std::string& key) {
  static constexpr std::string_view kDelete =
      "DELETE FROM dealership_search_keys WHERE store_id = $1 AND key = $2 AND customer_id = $3";
  tx.put(kDelete, customer.store_id, key, customer.id);
}

/// Removes the keys that nobody would find the customer by any more.
void remove_gone_keys(Transaction& tx, const Customer& before, const Customer& after,
                      const std::vector<FurtherContact>& further) {
  const auto kept = keys_of(after, further);
  for (const auto& key : keys_of(before, further)) {
    if (std::ranges::find(kept, key) == kept.end()) remove_key(tx, before, key);
  }
}

std::vector<Customer> owed_customers(Transaction& tx, const std::string& store_id) {
  static constexpr std::string_view kSelect =
      "SELECT c.id, c.name, c.phone, c.plate, c.salesperson_id, c.email FROM dealership_keys_owed o"
      " JOIN dealership_customers c ON c.store_id = o.store_id AND c.id = o.customer_id"
      " WHERE o.store_id = $1 ORDER BY o.customer_id LIMIT $2";
  std::vector<Customer> customers;
  for (const auto& row : tx.query(kSelect, store_id, kCustomersAtOnce)) {
    Customer& customer = customers.emplace_back();
    customer.id = row.get<std::string>(0);
    customer.name = row.get<std::string>(1);
    customer.phone = row.get<std::optional<std::string>>(2);
    customer.plate = row.get<std::optional<std::string>>(3);
    customer.salesperson_id = row.get<std::optional<std::string>>(4);
    customer.email = row.get<std::optional<std::string>>(5);
  }
  return customers;
}

struct OwedKey {
  std::string key;
  const Customer* customer;

  bool operator<(const OwedKey& other) const {
    return std::tie(key, customer->id) < std::tie(other.key, other.customer->id);
  }
};

std::vector<OwedKey> in_their_order(const std::vector<Customer>& customers) {
  std::vector<OwedKey> keys;
  for (const auto& customer : customers) {
    for (auto& key : keys_of(customer)) keys.push_back({std::move(key), &customer});
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

/// Writes up to `kRows` keys; places that are left take the first key again, which does nothing. Whoever was
/// changed meanwhile is owed nothing any more, and has other keys.
void insert_rows(Transaction& tx, const std::string& store_id, std::span<const OwedKey> keys) {
  static const std::string kInsert = [] {
    std::string rows;
    for (std::size_t i = 0; i < kRows; ++i) {
      rows += (i == 0 ? "($" : ", ($") + std::to_string(2 + 3 * i) + ", $" + std::to_string(3 + 3 * i) +
              ", $" + std::to_string(4 + 3 * i) + ")";
    }
    return "WITH given (key, customer_id, salesperson_id) AS (VALUES " + rows +
           ") INSERT INTO dealership_search_keys (store_id, key, customer_id, salesperson_id)"
           " SELECT $1, g.key, g.customer_id, g.salesperson_id FROM given g WHERE EXISTS (SELECT 1 FROM"
           " dealership_keys_owed o WHERE o.store_id = $1 AND o.customer_id = g.customer_id)"
           " ON CONFLICT DO NOTHING";
  }();
  std::array<std::optional<std::string_view>, 3 * kRows> values;
  for (std::size_t i = 0; i < kRows; ++i) {
    const auto& [key, customer] = keys[i < keys.size() ? i : 0];
    values[3 * i] = key;
    values[3 * i + 1] = customer->id;
    values[3 * i + 2] = customer->salesperson_id;
  }
  std::apply([&](const auto&... value) { tx.put(kInsert, store_id, value...); }, values);
}

Outcome insert_keys(Transaction& tx, const std::string& store_id, std::span<const OwedKey> keys) {
  for (std::size_t at = 0; at < keys.size(); at += kRows) {
    insert_rows(tx, store_id, keys.subspan(at, std::min(kRows, keys.size() - at)));
  }
  return Outcome::keep;
}

/// One by one: others may have come in between.
Outcome pay(Transaction& tx, const std::string& store_id, std::span<const Customer> customers) {
  static constexpr std::string_view kDelete =
      "DELETE FROM dealership_keys_owed WHERE store_id = $1 AND customer_id = $2";
  for (const auto& customer : customers) tx.put(kDelete, store_id, customer.id);
  return Outcome::keep;
}

/// Hands the rows to `work` part by part, each in a transaction of its own. False when it broke off.
template <class Row, class Work>
bool in_parts(database::Database& database, const std::string& store_id, const std::vector<Row>& rows,
              const std::function<bool()>& goes_on, Work work) {
  const std::span<const Row> all(rows);
  for (std::size_t at = 0; at < all.size(); at += kRowsAtOnce) {
    if (!goes_on()) return false;
    const auto part = all.subspan(at, std::min(kRowsAtOnce, all.size() - at));
    database.write([&](Transaction& tx) { return work(tx, store_id, part); });
  }
  return true;
}

}  // namespace

void add_keys(Transaction& tx, const Customer& customer, const std::vector<FurtherContact>& further) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_search_keys (store_id, key, customer_id, salesperson_id) VALUES ($1, $2, $3, $4)"
      " ON CONFLICT (store_id, key, customer_id) DO UPDATE SET salesperson_id = excluded.salesperson_id";
  for (const auto& key : keys_of(customer, further)) {
    tx.put(kInsert, customer.store_id, key, customer.id, customer.salesperson_id);
  }
}

void remove_keys(Transaction& tx, const Customer& customer) {
  pay(tx, customer.store_id, {&customer, 1});
  for (const auto& key : keys_of(customer, further_contacts(tx, customer.store_id, customer.id)))
    remove_key(tx, customer, key);
}

void replace_keys(Transaction& tx, const Customer& before, const Customer& after) {
  pay(tx, after.store_id, {&after, 1});
  const auto further = further_contacts(tx, after.store_id, after.id);
  remove_gone_keys(tx, before, after, further);
  add_keys(tx, after, further);
}

void owe_keys(Transaction& tx, const Customer& customer) {
  static constexpr std::string_view kInsert =
      "INSERT INTO dealership_keys_owed (store_id, customer_id) VALUES ($1, $2)";
  tx.put(kInsert, customer.store_id, customer.id);
}

void write_owed_keys(database::Database& database, const std::string& store_id,
                     const std::function<bool()>& goes_on) {
  for (;;) {
    std::vector<Customer> customers;
    database.read([&](Transaction& tx) { customers = owed_customers(tx, store_id); });
    if (customers.empty()) return;
    if (!in_parts(database, store_id, in_their_order(customers), goes_on, insert_keys)) return;
    if (!in_parts(database, store_id, customers, goes_on, pay)) return;
  }
}

}  // namespace guanxi::dealership
