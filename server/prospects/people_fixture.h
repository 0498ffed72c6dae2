// For the tests of who is who: a store with customers who may be one person.
#pragma once

#include <gtest/gtest.h>

#include "prospects/duplicate_store.h"
#include "town/town.h"

namespace guanxi::prospects::fixture {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class People : public testing::TestWithParam<database::Engine> {
 protected:
  /// Files a visit; `customer` and `more` add to the body or replace what stands there.
  Answer filed(const bj::object& customer, const bj::object& more = {},
               const std::string& salesperson = "chen") {
    auto body = bj::parse(town.filing("13800138000")).as_object();
    auto& who = body["customer"].as_object();
    who.erase("phone");
    for (const auto& [key, value] : customer) who[key] = value;
    for (const auto& [key, value] : more) body[key] = value;
    const auto answer =
        town.post(salesperson, Town::visit(town.a_visit(salesperson), "/filing"), bj::serialize(body));
    EXPECT_EQ(answer.status, 201) << answer.text;
    return answer;
  }
  std::string file(const bj::object& customer, const bj::object& more = {},
                   const std::string& salesperson = "chen") {
    return filed(customer, more, salesperson).text_at("/customer/id");
  }
  Answer customer(const std::string& id) { return town.get("lin", "/stores/{home}/customers/" + id); }
  std::string card_of(const std::string& id) { return customer(id).text_at("/card/id"); }
  Answer card(const std::string& id) { return town.get("lin", "/stores/{home}/prospects/" + id); }

  /// Who a form might mean: "王小明 same_phone".
  std::vector<std::string> look(const std::string& query, const std::string& who = "chen") {
    const auto answer = town.get(who, "/stores/{home}/look-alikes?" + query);
    EXPECT_EQ(answer.status, 200) << answer.text;
    std::vector<std::string> told;
    for (const auto& item : answer.body.at("items").as_array()) {
      std::string line(item.at("name").as_string());
      for (const auto& reason : item.at("because").as_array()) line += " " + std::string(reason.as_string());
      told.push_back(line);
    }
    return told;
  }

  /// The next morning; the night before, everybody new was compared.
  void next_day() {
    town.travel(town.clock().now() + kDay);
    scan();
  }
  void scan() {
    dealership::Store store;
    town.database().read([&](database::Transaction& tx) { store = dealership::load_store(tx, town.home()); });
    find_duplicates(town.database(), store, town.clock().now(), [] { return true; });
  }
  bj::array pairs(const std::string& who = "lin") {
    const auto answer = town.get(who, "/stores/{home}/duplicates?limit=50");
    EXPECT_EQ(answer.status, 200) << answer.text;
    return answer.body.at("items").as_array();
  }
  /// Notes the two as a pair, as if the scan had found them. @returns the pair's id
  std::string pair(const std::string& one, const std::string& other) {
    Duplicate pair{town.new_id(),          std::min(one, other), std::max(one, other), 90,
                   {Likeness::same_plate}, town.clock().now(),   DuplicateState::open};
    town.database().write([&](database::Transaction& tx) {
      EXPECT_TRUE(note_pair(tx, town.home(), pair));
      return database::Outcome::keep;
    });
    return pair.id;
  }
  Answer merge(const std::string& pair_id, const bj::object& keep = {}, const std::string& id = "") {
    const bj::object body{{"id", id.empty() ? town.new_id() : id}, {"keep", keep}};
    return merge_at(pair_id, bj::serialize(body), version_of(pair_id));
  }
  Answer merge_at(const std::string& pair_id, const std::string& body, std::int64_t version,
                  const std::string& who = "lin", const std::string& store = "home") {
    return town.ask({who,
                     "POST /stores/{" + store + "}/duplicates/" + pair_id + "/merge",
                     body,
                     {{"if-match", '"' + std::to_string(version) + '"'}}});
  }
  std::int64_t version_of(const std::string& pair_id) {
    for (const auto& each : pairs()) {
      if (each.at("id").as_string() == pair_id) return each.at("version").as_int64();
    }
    return 1;
  }
  Answer undo(const std::string& merge_id) {
    return town.post("lin", "/stores/{home}/merges/" + merge_id + "/undo");
  }
  std::int64_t count(const std::string& sql) {
    std::int64_t count = 0;
    town.database().read(
        [&](database::Transaction& tx) { count = tx.query(sql, town.home())[0].get<std::int64_t>(0); });
    return count;
  }

  Town town{GetParam()};
};

}  // namespace guanxi::prospects::fixture
