#include "scripts.h"

#include <fmt/format.h>

#include <algorithm>

#include "demo/visitors.h"
#include "platform/identity/uuid.h"

namespace guanxi::bench {
namespace {

std::string new_id() { return new_uuid(SystemClock().now()); }

std::string post(const std::string& path, const std::string& session, const std::string& body) {
  return fmt::format(
      "POST /api/v1{} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: guanxi_session={}\r\nX-Requested-With: guanxi\r\n"
      "Accept-Language: zh-CN,zh;q=0.9\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
      path, session, body.size(), body);
}

std::string get(const std::string& path, const std::string& session) {
  return fmt::format(
      "GET /api/v1{} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: guanxi_session={}\r\nAccept-Language: zh-CN,zh;q=0.9\r\n\r\n",
      path, session);
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return out;
}

const Shop& shop_of(const Town& town, std::size_t client) { return town.shops[client % town.shops.size()]; }
const Seller& seller_of(const Town& town, std::size_t client) {
  const auto& shop = shop_of(town, client);
  return shop.sellers[client / town.shops.size() % shop.sellers.size()];
}

std::string opening(const Shop& shop, const Seller& seller, const std::string& id) {
  return post("/stores/" + shop.id + "/visits", seller.session,
              fmt::format(R"({{"id":"{}","way":"walk_in","party_size":2,"salesperson_id":"{}",)"
                          R"("channel_code":"natural.passing"}})",
                          id, seller.id));
}

class Openings final : public Script {
 public:
  explicit Openings(const Town& town) : town_(town) {}
  std::string next(std::size_t client) override {
    return opening(shop_of(town_, client), seller_of(town_, client), new_id());
  }

 private:
  const Town& town_;
};

std::string filing(const Town& town, const Shop& shop, const std::string& session,
                   const std::string& visit_id, const NewCustomers::Customer& customer) {
  return post(
      "/stores/" + shop.id + "/visits/" + visit_id + "/filing", session,
      fmt::format(R"({{"customer":{{"id":"{}","name":"{}","sex":"male","phone":"{}"}},"model_id":"{}",)"
                  R"("price_from":14000000,"price_to":16000000,"purchase_when":"this_month",)"
                  R"("consent":{{"given":true,"purposes":["follow_up"]}},"test_drive":true,"quote":false,)"
                  R"("trade_in":false,"story":"看了云岭 5，想周末带家人再来试驾。"}})",
                  new_id(), customer.name, customer.phone, town.model_id));
}

std::string unfiling(const Shop& shop, const std::string& session, const std::string& visit_id) {
  return post(
      "/stores/" + shop.id + "/visits/" + visit_id + "/unfiled", session,
      R"({"reason_code":"U2.fears_calls","asks":1,"second_face":false,)"
      R"("story":"问了两次，说上次留了电话天天被打，不肯再留。","test_drive":false,"quote":false,"trade_in":false})");
}

enum class Receiver { self, on_turn };

class WholeVisits final : public Script {
 public:
  WholeVisits(const Town& town, std::size_t clients, Receiver receiver)
      : town_(town), receiver_(receiver), open_(clients), new_customers_("192") {}

  std::string next(std::size_t client) override {
    const auto& shop = shop_of(town_, client);
    auto& visit_id = open_[client];
    if (visit_id.empty()) {
      visit_id = new_id();
      if (receiver_ == Receiver::self) return opening(shop, seller_of(town_, client), visit_id);
      return post("/stores/" + shop.id + "/visits", shop.desk_session,
                  fmt::format(R"({{"id":"{}","way":"walk_in","party_size":2}})", visit_id));
    }
    const auto id = std::exchange(visit_id, {});
    const auto& session =
        receiver_ == Receiver::self ? seller_of(town_, client).session : shop.manager_session;
    const bool filed = closed_++ % 10 < 7;
    return filed ? filing(town_, shop, session, id, new_customers_.next()) : unfiling(shop, session, id);
  }

 private:
  const Town& town_;
  Receiver receiver_;
  std::vector<std::string> open_;  ///< the client's visit that is to be closed next
  NewCustomers new_customers_;
  std::uint64_t closed_ = 0;
};

class BroughtLeads final : public Script {
 public:
  explicit BroughtLeads(const Town& town) : town_(town), new_customers_("193") {}
  std::string next(std::size_t client) override {
    const auto& shop = shop_of(town_, client);
    const auto customer = new_customers_.next();
    const auto document = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?adf version=\"1.0\"?>\n<adf><prospect status=\"new\">"
        "<id source=\"portal\">{}</id><requestdate>2026-03-04T10:15:00+08:00</requestdate>"
        "<vehicle interest=\"buy\" status=\"new\"><year>2026</year><make>远山</make><model>云岭 5</model></vehicle>"
        "<customer><contact><name part=\"full\">{}</name><email>{}@example.com</email>"
        "<phone type=\"cellphone\">{}</phone></contact><comments>周末想去看看，有现车吗？</comments></customer>"
        "<vendor><vendorname>远景</vendorname></vendor><provider><name>车网</name></provider></prospect></adf>\n",
        new_id(), customer.name, customer.phone, customer.phone);
    return fmt::format(
        "POST /api/v1/stores/{}/leads/adf HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {}\r\n"
        "Content-Type: application/x-adf+xml\r\nContent-Length: {}\r\n\r\n{}",
        shop.id, shop.token, document.size(), document);
  }

 private:
  const Town& town_;
  NewCustomers new_customers_;
};

enum class Reader { seller, manager };

/// The same page again and again, with other words to search for each time.
class Page final : public Script {
 public:
  using Word = std::string Sought::*;
  Page(const Town& town, Reader reader, std::string path, Word word = nullptr)
      : town_(town), reader_(reader), path_(std::move(path)), word_(word) {}

  std::string next(std::size_t client) override {
    const auto& shop = shop_of(town_, client);
    const auto& session =
        reader_ == Reader::manager ? shop.manager_session : seller_of(town_, client).session;
    auto path = path_;
    if (const auto at = path.find("{store}"); at != std::string::npos) path.replace(at, 7, shop.id);
    if (word_ != nullptr) path += escaped(shop.sought[asked_++ % shop.sought.size()].*word_);
    return get(path, session);
  }

 private:
  const Town& town_;
  Reader reader_;
  std::string path_;
  Word word_;
  std::size_t asked_ = 0;
};

/// A page of one store after another, as their managers see it.
class StorePage final : public Script {
 public:
  StorePage(const Town& town, std::string path) : town_(town), path_(std::move(path)) {}
  std::string next(std::size_t /*client*/) override {
    // A step that visits every store before it comes back.
    const auto& shop = town_.shops[asked_++ * 7 % town_.shops.size()];
    return get("/stores/" + shop.id + path_, shop.manager_session);
  }

 private:
  const Town& town_;
  std::string path_;
  std::size_t asked_ = 0;
};

/// A page of the whole group.
class GroupPage final : public Script {
 public:
  GroupPage(const Group& group, const std::string& path)
      : request_(get("/groups/" + group.id + path, group.session)) {}
  std::string next(std::size_t /*client*/) override { return request_; }

 private:
  std::string request_;
};

/// What the Hundred and Unfiled ask for, of a store and of a group alike.
const std::vector<std::string>& analyses() {
  static const std::vector<std::string> all = {"/hundred",
                                               "/unfiled/months",
                                               "/unfiled/causes",
                                               "/unfiled/groups?by=person",
                                               "/unfiled/groups?by=hour",
                                               "/unfiled/groups?by=channel",
                                               "/unfiled/groups?by=model",
                                               "/unfiled/groups?by=minutes",
                                               "/unfiled/groups?by=on_duty",
                                               "/unfiled/differences"};
  return all;
}

/// A visit or customer page needs an id, which the town does not keep: today's list is the page with the most
/// rows.
std::string today_of(const Town&) {
  const auto zone = *TimeZone::find("Asia/Shanghai");
  return zone.day(SystemClock().now());
}

}  // namespace

NewCustomers::NewCustomers(std::string prefix) : prefix_(std::move(prefix)) {
  demo::Dice dice(7);
  demo::Visitors visitors;
  for (int i = 0; i < 2000; ++i) names_.push_back(visitors.next(dice, {}).name);
  // Further on in each run over a database that was kept: a number that is known would be a further visit.
  count_ = static_cast<std::uint64_t>(SystemClock().now() / 1000 % 50000) * 2000;
}

NewCustomers::Customer NewCustomers::next() {
  ++count_;
  return {names_[count_ % names_.size()], fmt::format("{}{:08}", prefix_, count_ % 100000000)};
}

std::unique_ptr<Script> bring_leads(const Town& town) { return std::make_unique<BroughtLeads>(town); }

std::unique_ptr<Script> open_visits(const Town& town) { return std::make_unique<Openings>(town); }

std::unique_ptr<Script> whole_visits(const Town& town, std::size_t clients) {
  return std::make_unique<WholeVisits>(town, clients, Receiver::self);
}

std::unique_ptr<Script> visits_by_turn(const Town& town, std::size_t clients) {
  return std::make_unique<WholeVisits>(town, clients, Receiver::on_turn);
}

std::vector<Reading> store_readings(const Town& town) {
  std::vector<Reading> all;
  for (const auto& path : analyses()) all.push_back({path, std::make_unique<StorePage>(town, path)});
  const auto* list = "/unfiled/visits?by=reason&value=U1&limit=30";
  all.push_back({list, std::make_unique<StorePage>(town, list)});
  return all;
}

std::vector<Reading> group_readings(const Group& group) {
  std::vector<Reading> all;
  auto paths = analyses();
  std::ranges::replace(paths, "/unfiled/groups?by=person", "/unfiled/groups?by=store");
  paths.emplace_back("/unfiled/store-months");
  for (const auto& path : paths) all.push_back({path, std::make_unique<GroupPage>(group, path)});
  return all;
}

std::vector<Reading> readings(const Town& town) {
  const auto page = [&](auto... arguments) { return std::make_unique<Page>(town, arguments...); };
  const auto list = "/stores/{store}/visits?day=" + today_of(town);
  const auto* customers = "/stores/{store}/customers?q=";
  std::vector<Reading> all;
  all.push_back({"today, a salesperson's", page(Reader::seller, "/stores/{store}/today")});
  all.push_back({"today, the manager's", page(Reader::manager, "/stores/{store}/today")});
  // As many at once as the phone asks for.
  all.push_back({"due, a salesperson's of 2,000 cards",
                 page(Reader::seller, "/stores/{store}/prospects/due?limit=20")});
  all.push_back({"board, the manager's", page(Reader::manager, "/stores/{store}/prospects/board")});
  all.push_back({"house", page(Reader::manager, "/stores/{store}/house")});
  all.push_back({"visits?day=today", page(Reader::manager, list)});
  all.push_back({"customers?q= name", page(Reader::manager, customers, &Sought::name)});
  all.push_back({"customers?q= pinyin", page(Reader::manager, customers, &Sought::pinyin)});
  all.push_back({"customers?q= last 4 digits", page(Reader::manager, customers, &Sought::phone_end)});
  all.push_back({"customers?q= name, own", page(Reader::seller, customers, &Sought::name)});
  const auto alike = "/stores/{store}/look-alikes?model_id=" + town.model_id + "&name=";
  all.push_back({"look-alikes, name and model", page(Reader::seller, alike, &Sought::name)});
  all.push_back(
      {"look-alikes, phone", page(Reader::seller, "/stores/{store}/look-alikes?phone=", &Sought::phone)});
  all.push_back({"search?q= name", page(Reader::manager, "/search?q=", &Sought::name)});
  all.push_back({"search?q= last 4 digits, own", page(Reader::seller, "/search?q=", &Sought::phone_end)});
  return all;
}

}  // namespace guanxi::bench
