#include "dealership/customer_rows.h"

#include "platform/json/kinds.h"

namespace guanxi::dealership {

Customer load_customer(const database::Row& row) {
  Customer customer;
  customer.store_id = row.get<std::string>(0);
  customer.id = row.get<std::string>(1);
  customer.name = row.get<std::string>(2);
  if (const auto sex = row.get<std::optional<std::string>>(3)) customer.sex = json::from_word<Sex>(*sex);
  customer.phone = row.get<std::optional<std::string>>(4);
  customer.wechat = row.get<std::optional<std::string>>(5);
  customer.plate = row.get<std::optional<std::string>>(6);
  customer.salesperson_id = row.get<std::optional<std::string>>(7);
  customer.salesperson = row.get<std::optional<std::string>>(8);
  customer.created_at = row.get<Instant>(9);
  customer.last_visit_at = row.get<std::optional<Instant>>(10);
  customer.version = row.get<std::int64_t>(11);
  customer.email = row.get<std::optional<std::string>>(12);
  return customer;
}

std::vector<Customer> load_customers(const database::Rows& rows) {
  std::vector<Customer> customers;
  for (const auto& row : rows) customers.push_back(load_customer(row));
  return customers;
}

}  // namespace guanxi::dealership
