#include "request_rows.h"

#include <set>

#include "platform/clock/clock.h"
#include "platform/identity/uuid.h"
#include "platform/text/search_keys.h"

namespace guanxi::bench {
namespace {

using Number = std::int64_t;

Instant now() { return SystemClock().now(); }
std::string new_id() { return new_uuid(now()); }

}  // namespace

RequestRows::RequestRows(const Town& town, Rows rows, const std::string& prefix, std::size_t first_client)
    : town_(town),
      rows_(rows),
      first_client_(first_client),
      new_customers_(prefix),
      day_(TimeZone::find("Asia/Shanghai")->day(now())) {}

std::vector<Request> RequestRows::next(std::size_t clients) {
  open_.resize(clients);
  std::vector<Request> requests;
  for (std::size_t i = 0; i < clients; ++i) {
    const auto client = first_client_ + i;
    const auto& shop = town_.shops[client % town_.shops.size()];
    const auto& seller = shop.sellers[client / town_.shops.size() % shop.sellers.size()];
    if (rows_ == Rows::opening || open_[i].empty()) {
      open_[i] = new_id();
      requests.push_back(open(shop, seller, open_[i]));
    } else {
      requests.push_back(close(shop, seller, std::exchange(open_[i], {})));
    }
  }
  return requests;
}

Step RequestRows::fact(const Shop& shop, const Seller& seller, const char* kind, const char* subject,
                       const std::string& id, std::string data) const {
  return {kFact, {shop.id, new_id(), Number{now()}, kind, seller.id, subject, id, std::move(data)}};
}

Request RequestRows::open(const Shop& shop, const Seller& seller, const std::string& id) {
  return {{kVisit,
           {shop.id,
            id,
            "walk_in",
            "visit",
            "first",
            Number{now()},
            {},
            day_,
            Number{10},
            Number{2},
            seller.id,
            seller.id,
            Number{1},
            "natural.passing",
            "open",
            {}}},
          {kTurn, {Number{1}, shop.id, day_, seller.id}},
          fact(shop, seller, "visit_opened", "visit", id,
               R"({"way":"walk_in","occasion":"first","party_size":2,"salesperson_id":")" + seller.id +
                   R"(","day":")" + day_ + R"("})")};
}

Request RequestRows::close(const Shop& shop, const Seller& seller, const std::string& id) {
  Request request;
  if (closed_++ % 10 < 7) {
    file(request, shop, seller, id);
    return request;
  }
  request.push_back({kClosing,
                     {"unfiled",
                      Number{now()},
                      Number{now()},
                      {},
                      {},
                      {},
                      {},
                      {},
                      "U2.fears_calls",
                      Number{1},
                      Number{0},
                      "问了两次，说上次留了电话天天被打，不肯再留。",
                      Number{0},
                      Number{0},
                      Number{0},
                      shop.id,
                      id}});
  request.push_back(fact(shop, seller, "visit_left_unfiled", "visit", id,
                         R"({"reason_code":"U2.fears_calls","day":")" + day_ + R"("})"));
  return request;
}

void RequestRows::file(Request& request, const Shop& shop, const Seller& seller, const std::string& id) {
  const auto customer = new_customers_.next();
  const auto customer_id = new_id();
  const auto phone = "+86" + customer.phone;
  const auto card_id = new_id();
  request.push_back({kCustomer,
                     {shop.id, customer_id, customer.name, "male", phone, seller.id, Number{now()}, seller.id,
                      Number{now()}}});
  auto keys = text::name_keys(customer.name);
  for (auto& key : text::part_keys(phone, 4)) keys.push_back(std::move(key));
  for (const auto& key : std::set(keys.begin(), keys.end())) {
    request.push_back({kKey, {shop.id, key, customer_id, seller.id}});
  }
  for (const char* purpose : {"follow_up", "marketing"}) {
    request.push_back(
        {kConsent, {shop.id, new_id(), customer_id, purpose, Number{1}, Number{now()}, seller.id}});
    request.push_back(fact(shop, seller, "consent_noted", "customer", customer_id,
                           std::string(R"({"purpose":")") + purpose + R"(","given":true})"));
  }
  request.push_back({kClosing,
                     {"filed",
                      Number{now()},
                      Number{now()},
                      customer_id,
                      town_.model_id,
                      Number{14000000},
                      Number{16000000},
                      "this_month",
                      {},
                      {},
                      {},
                      "看了云岭 5，想周末带家人再来试驾。",
                      Number{1},
                      Number{0},
                      Number{0},
                      shop.id,
                      id}});
  request.push_back(fact(shop, seller, "visit_filed", "visit", id,
                         R"({"customer_id":")" + customer_id +
                             R"(","customer_is_new":true,"salesperson_id":")" + seller.id +
                             R"(","model_id":")" + town_.model_id +
                             R"(","price_from":14000000,"price_to":16000000,"purchase_when":"this_month",)" +
                             R"("purchase_day":null,"day":")" + day_ + R"("})"));
  request.push_back({kCard,
                     {shop.id, card_id, customer_id, id, seller.id, "H", "this_month", day_, town_.model_id,
                      Number{14000000}, Number{16000000}, Number{now() + kDay}, Number{now()}}});
  request.push_back(fact(shop, seller, "card_opened", "card", card_id,
                         R"({"customer_id":")" + customer_id + R"(","visit_id":")" + id +
                             R"(","grade":"H","salesperson_id":")" + seller.id + R"("})"));
}

}  // namespace guanxi::bench
