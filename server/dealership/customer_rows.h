// How this room reads customers from the database.
#pragma once

#include "dealership/customers.h"

// The columns of every reading of customers, so that one loader serves them all.
#define CUSTOMER_SELECT                                                                           \
  "SELECT c.store_id, c.id, c.name, c.sex, c.phone, c.wechat, c.plate, c.salesperson_id, p.name," \
  " c.created_at, c.last_visit_at, c.version, c.email FROM dealership_customers c"                \
  " LEFT JOIN dealership_people p ON p.id = c.salesperson_id"

namespace guanxi::dealership {

Customer load_customer(const database::Row& row);
std::vector<Customer> load_customers(const database::Rows& rows);

}  // namespace guanxi::dealership
