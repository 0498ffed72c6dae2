// Customers who are found only once their keys have been written all together.
#include "dealership/customer_keys.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "town/town.h"

namespace guanxi::dealership {
namespace {

using town::Town;

class OwedKeys : public testing::TestWithParam<database::Engine> {
 protected:
  Customer add(const std::string& name, const std::string& phone, Keys keys, const std::string& id = "") {
    Customer customer;
    customer.store_id = town.home();
    customer.id = id.empty() ? town.new_id() : id;
    customer.name = name;
    customer.phone = phone;
    customer.salesperson_id = town.id("chen");
    town.database().write([&](database::Transaction& tx) {
      EXPECT_TRUE(add_customer(tx, customer, town.id("lin"), keys));
      return database::Outcome::keep;
    });
    return customer;
  }
  void pay(int transactions = 1000) {
    write_owed_keys(town.database(), town.home(), [&] { return transactions-- > 0; });
  }
  std::size_t found(const std::string& q) {
    return town.get("lin", "/stores/{home}/customers?q=" + q).body.at("items").as_array().size();
  }
  /// Every key of the store, as often as customers have it.
  std::map<std::string, int> keys() {
    std::map<std::string, int> count;
    town.database().read([&](database::Transaction& tx) {
      for (const auto& row :
           tx.query("SELECT key FROM dealership_search_keys WHERE store_id = $1", town.home()))
        ++count[row.get<std::string>(0)];
    });
    return count;
  }
  std::int64_t owed() { return town.row_counts().at("dealership_keys_owed"); }

  Town town{GetParam()};
};

TEST_P(OwedKeys, are_written_at_the_end_once) {
  add("王小明", "+8613800138000", Keys::later);
  add("李雷", "+8613912345678", Keys::later);
  EXPECT_EQ(found("wxm"), 0U);
  EXPECT_EQ(owed(), 2);
  pay();
  for (const auto* q : {"wxm", "8000", "小明", "lilei", "5678"}) EXPECT_EQ(found(q), 1U) << q;
  EXPECT_EQ(found("138"), 1U);
  EXPECT_EQ(owed(), 0);
  const auto before = keys();
  pay();
  EXPECT_EQ(keys(), before);
}

TEST_P(OwedKeys, are_those_that_are_written_with_a_customer) {
  const std::vector<std::string> names{"欧阳修", "Anna Berg", "王小明", "吕布"};
  std::mt19937 random(7);
  for (int i = 0; i < 120; ++i) {
    const auto phone = "+8613" + std::to_string(100000000 + random() % 899999999);
    add(names[random() % names.size()], phone, Keys::later);
  }
  pay();
  const auto together = keys();
  std::vector<Customer> customers;
  town.database().write([&](database::Transaction& tx) {
    customers = list_customers(tx, town.home(), std::nullopt, std::nullopt, 1000);
    tx.execute("DELETE FROM dealership_search_keys");
    for (const auto& customer : customers) add_keys(tx, customer);
    return database::Outcome::keep;
  });
  EXPECT_EQ(customers.size(), 120U);
  EXPECT_EQ(keys(), together);
}

TEST_P(OwedKeys, of_somebody_corrected_meanwhile_are_the_new_ones) {
  const auto customer = add("王小明", "+8613800138000", Keys::later);
  const auto path = "/stores/{home}/customers/" + customer.id;
  const auto edited = town.put("lin", path, R"({"name":"张三","phone":"13912345678"})", 1);
  ASSERT_EQ(edited.status, 200) << edited.text;
  EXPECT_EQ(owed(), 0);
  pay();
  EXPECT_EQ(found("zhangsan"), 1U);
  EXPECT_EQ(found("wxm"), 0U);
  EXPECT_EQ(found("8000"), 0U);
}

TEST_P(OwedKeys, of_somebody_who_comes_in_between_are_written_as_well) {
  const auto first = town.new_id(), between = town.new_id(), last = town.new_id();
  add("王小明", "+8613800138000", Keys::later, first);
  add("李雷", "+8613912345678", Keys::later, last);
  bool came = false;
  write_owed_keys(town.database(), town.home(), [&] {
    if (!came) add("张三", "+8613700137000", Keys::later, between);
    return came = true;
  });
  for (const auto* q : {"wxm", "lilei", "zhangsan"}) EXPECT_EQ(found(q), 1U) << q;
  EXPECT_EQ(owed(), 0);
}

TEST_P(OwedKeys, stay_owed_when_the_writing_breaks_off) {
  add("王小明", "+8613800138000", Keys::later);
  pay(0);
  EXPECT_EQ(owed(), 1);
  EXPECT_EQ(found("wxm"), 0U);
  pay();
  EXPECT_EQ(found("wxm"), 1U);
}

INSTANTIATE_TEST_SUITE_P(Engines, OwedKeys, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::dealership
