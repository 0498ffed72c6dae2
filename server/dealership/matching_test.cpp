// Who is recognised by what, and whom a name or a plate may mean.
#include "dealership/matching.h"

#include <gtest/gtest.h>

#include "dealership/further_contacts.h"
#include "town/town.h"

namespace guanxi::dealership {
namespace {

using town::Town;
using Text = std::optional<std::string>;

class Matching : public testing::TestWithParam<database::Engine> {
 protected:
  std::string add(const std::string& name, Text phone, Text wechat = {}, Text plate = {}, Text email = {}) {
    Customer customer;
    customer.store_id = town.home();
    customer.id = town.new_id();
    customer.name = name;
    customer.phone = std::move(phone);
    customer.wechat = std::move(wechat);
    customer.plate = std::move(plate);
    customer.email = std::move(email);
    write([&](database::Transaction& tx) { EXPECT_TRUE(add_customer(tx, customer, town.id("lin"))); });
    return customer.id;
  }
  void write(const std::function<void(database::Transaction&)>& work) {
    town.database().write([&](database::Transaction& tx) {
      work(tx);
      return database::Outcome::keep;
    });
  }
  /// "phone <id>", "wechat <id> other", or "nobody".
  std::string matched(const Reach& reach) {
    std::string told = "nobody";
    town.database().read([&](database::Transaction& tx) {
      const auto found = match(tx, town.home(), reach);
      if (!found) return;
      const char* by[] = {"phone ", "wechat ", "email "};
      told = by[static_cast<int>(found->by)] + found->customer.id + (found->other_phone ? " other" : "");
    });
    return told;
  }
  std::vector<std::string> names_like(const std::string& name) {
    std::vector<std::string> names;
    town.database().read([&](database::Transaction& tx) {
      for (const auto& customer : namesakes(tx, town.home(), name, 50)) names.push_back(customer.name);
    });
    return names;
  }
  Town town{GetParam()};
};

TEST_P(Matching, goes_by_the_phone_before_the_wechat_name_before_the_address) {
  const auto wang = add("王小明", "+8613800138000", "xiaoming", {}, "x@example.com");
  const auto li = add("李雷", "+8613900139000", "lilei");
  EXPECT_EQ(matched({"+8613800138000", {}, {}}), "phone " + wang);
  EXPECT_EQ(matched({"+8613800138000", "lilei", {}}), "phone " + wang);
  EXPECT_EQ(matched({{}, "lilei", {}}), "wechat " + li);
  EXPECT_EQ(matched({"+8613700137000", "lilei", {}}), "wechat " + li + " other");
  EXPECT_EQ(matched({{}, {}, "x@example.com"}), "email " + wang);
  // A family may share an address; another number is another person.
  EXPECT_EQ(matched({"+8613700137000", {}, "x@example.com"}), "nobody");
  EXPECT_EQ(matched({"+8613700137000", "nobody", "y@example.com"}), "nobody");
}

TEST_P(Matching, knows_people_by_what_is_kept_beside_the_record) {
  const auto wang = add("王小明", "+8613800138000");
  write([&](database::Transaction& tx) {
    const auto customer = *find_customer(tx, town.home(), wang);
    add_further_contact(tx, customer, {ContactKind::phone, "+8613700137000"});
    add_further_contact(tx, customer, {ContactKind::phone, "+8613700137000"});
    add_further_contact(tx, customer, {ContactKind::phone, "+8613800138000"});  // stands on the record
    add_further_contact(tx, customer, {ContactKind::wechat, "xm"});
    EXPECT_EQ(further_contacts(tx, town.home(), wang).size(), 2U);
  });
  EXPECT_EQ(matched({"+8613700137000", {}, {}}), "phone " + wang);
  EXPECT_EQ(matched({{}, "xm", {}}), "wechat " + wang);
  const auto found = town.get("lin", "/stores/{home}/customers?q=7000");
  ASSERT_EQ(found.body.at("items").as_array().size(), 1U);
  EXPECT_EQ(found.text_at("/items/0/id"), wang);
  // Somebody else cannot take it; who it is, can put it on the record.
  const auto li = add("李雷", "+8613900139000");
  const auto path = "/stores/{home}/customers/";
  EXPECT_EQ(town.put("lin", path + li, R"({"name":"李雷","phone":"13700137000"})", 1).error_at("/phone"),
            "in_use");
  const auto swapped = town.put("lin", path + wang, R"({"name":"王小明","phone":"13700137000"})", 1);
  ASSERT_EQ(swapped.status, 200) << swapped.text;
  EXPECT_EQ(swapped.body.at("further").as_array().size(), 1U);
  EXPECT_EQ(town.get("lin", "/stores/{home}/customers?q=7000").body.at("items").as_array().size(), 1U);
}

TEST_P(Matching, learns_what_is_missing_and_leaves_what_is_anothers) {
  const auto wang = add("王小明", {}, "xm");
  add("李雷", "+8613900139000");
  Actor lin;
  lin.id = town.id("lin");
  const auto learn = [&](const Contacts& said) {
    write([&](database::Transaction& tx) {
      learn_contacts(tx, lin, *find_customer(tx, town.home(), wang), said, town.clock().now());
    });
  };
  learn({"+8613900139000", {}, {}});  // is 李雷's
  learn({"+8613800138000", "other", "浙A12345"});
  learn({"+8613700137000", "xm", "浙A12345"});
  town.database().read([&](database::Transaction& tx) {
    const auto customer = *find_customer(tx, town.home(), wang);
    EXPECT_EQ(customer.phone, "+8613800138000");
    EXPECT_EQ(customer.wechat, "xm");
    EXPECT_EQ(customer.plate, "浙A12345");
    const std::vector<FurtherContact> kept{{ContactKind::phone, "+8613700137000"},
                                           {ContactKind::wechat, "other"}};
    EXPECT_EQ(further_contacts(tx, town.home(), wang), kept);
  });
}

TEST_P(Matching, hears_names_that_are_spoken_alike) {
  for (const auto* name : {"王小明", "王晓鸣", "王小明明", "汪小明", "小明", "Anna Berg", "anna  berg"})
    add(name, "+86138" + std::to_string(10000000 + std::hash<std::string>{}(name) % 89999999));
  using Names = std::vector<std::string>;
  auto found = names_like("王小明");
  std::ranges::sort(found);
  EXPECT_EQ(found, (Names{"汪小明", "王小明", "王晓鸣"}));
  EXPECT_EQ(names_like("小明"), Names{"小明"});
  EXPECT_EQ(names_like("ANNA BERG").size(), 2U);
  EXPECT_TRUE(likeness_of("王小明", "王小明") == NameLikeness::written);
  EXPECT_TRUE(likeness_of("王小明", "王晓鸣") == NameLikeness::spoken);
  EXPECT_FALSE(likeness_of("王小明", "王小"));
  EXPECT_FALSE(likeness_of("", ""));
}

INSTANTIATE_TEST_SUITE_P(Engines, Matching, testing::ValuesIn(engines()), engine_name);

}  // namespace
}  // namespace guanxi::dealership
