// For the tests of quotes: a card, and quotes that are given for it.
#pragma once

#include <gtest/gtest.h>

#include "prospects/quotes.h"
#include "town/town.h"

namespace guanxi::prospects::fixture {

namespace bj = boost::json;
using town::Answer;
using town::Town;

class QuotesTown : public testing::TestWithParam<database::Engine> {
 protected:
  std::string a_card(const std::string& phone = "13800138000", const std::string& who = "chen") {
    const auto filed = town.post(who, Town::visit(town.a_visit(who), "/filing"), town.filing(phone));
    return town.get("lin", "/stores/{home}/customers/" + filed.text_at("/customer/id")).text_at("/card/id");
  }
  static bj::object line(const char* kind, const char* text, std::int64_t price, std::int64_t quantity = 1) {
    return {{"kind", kind}, {"text", text}, {"quantity", quantity}, {"unit_price", price}};
  }
  /// 189,800 for the car, two mats at 300 and the insurance at 5,680; 5,000 off: 191,080 yuan.
  bj::object terms() {
    return {{"model_id", town.model()},
            {"trim", "豪华型"},
            {"colour", "珍珠白"},
            {"lines",
             {line("vehicle", "云岭 5 豪华型", 18980000), line("accessory", "脚垫", 30000, 2),
              line("insurance", "交强险和商业险", 568000)}},
            {"discount", 500000},
            {"trade_in", 0},
            {"deposit", 500000},
            {"valid_until", "2026-03-11"},
            {"remark", "送两次保养"}};
  }
  static bj::object loan(std::int64_t down_payment = 6000000, int months = 36, int rate = 388) {
    return {{"down_payment", down_payment}, {"months", months}, {"yearly_rate", rate}};
  }
  Answer give(const std::string& card, const bj::object& terms, const std::string& who = "chen",
              const std::string& id = "") {
    const bj::object body{{"id", id.empty() ? town.new_id() : id}, {"terms", terms}};
    return town.post(who, "/stores/{home}/prospects/" + card + "/quotes", bj::serialize(body));
  }
  Answer revise(const Answer& quote, const bj::object& terms, const std::string& who = "chen",
                const std::string& id = "") {
    return revise_at(quote.text_at("id"), quote.version(), terms, who, id);
  }
  Answer revise_at(const std::string& quote_id, std::int64_t version, const bj::object& terms,
                   const std::string& who = "chen", const std::string& id = "") {
    const bj::object body{{"id", id.empty() ? town.new_id() : id}, {"terms", terms}};
    return town.ask({who,
                     "POST /stores/{home}/quotes/" + quote_id + "/versions",
                     bj::serialize(body),
                     {{"if-match", '"' + std::to_string(version) + '"'}}});
  }
  Answer withdraw(const Answer& quote, const std::string& reason = "算错了",
                  const std::string& who = "chen") {
    return town.post(who, "/stores/{home}/quotes/" + quote.text_at("id") + "/withdrawal",
                     bj::serialize(bj::object{{"reason", reason}}));
  }
  Answer paper(const Answer& quote, int n, const std::string& who = "chen") {
    return town.get(who, "/stores/{home}/quotes/" + quote.text_at("id") + "/versions/" + std::to_string(n));
  }
  Answer pdf(const Answer& quote, int n, const std::string& query = "", const std::string& who = "chen") {
    return town.get(who, "/stores/{home}/quotes/" + quote.text_at("id") + "/versions/" + std::to_string(n) +
                             "/pdf" + query);
  }
  Answer order(const std::string& card, const std::string& quote_id, const std::string& who = "chen") {
    const bj::object body{{"id", town.new_id()},
                          {"model_id", town.model()},
                          {"price", 18480000},
                          {"deposit", 500000},
                          {"quote_id", quote_id}};
    return town.post(who, "/stores/{home}/prospects/" + card + "/orders", bj::serialize(body));
  }
  Answer page(const std::string& card, const std::string& who = "lin") {
    return town.get(who, "/stores/{home}/prospects/" + card);
  }
  /// The stage at which the only card stands on the kanban.
  std::string stage() {
    return town.get("lin", "/stores/{home}/prospects/columns").text_at("/items/0/stage");
  }

  Town town{GetParam()};
};

}  // namespace guanxi::prospects::fixture
