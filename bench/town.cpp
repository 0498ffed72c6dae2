#include "town.h"

#include "dealership/dealership.h"
#include "past.h"
#include "platform/identity/password.h"
#include "reception/reception.h"
#include "wiring.h"

namespace guanxi::bench {
namespace {

using dealership::Role;

constexpr int kShops = 4;
constexpr int kSellers = 12;

template <class T>
T must(Result<T> result) {
  CHECK(result.has_value());
  return std::move(result).value();
}

class Founder {
 public:
  Founder(database::Transaction& tx, demo::Dice& dice, Instant now)
      : tx_(tx), dice_(dice), now_(now), hash_(identity::hash_password("bench-password", 1, 8)) {
    admin_.id = dice_.id(now);
  }

  Town found() {
    const json::Id group{dice_.id(now_)};
    must(dealership::create_group(tx_, admin_, {group, {"远景"}}, now_));
    Town town;
    const dealership::NewModel model{{dice_.id(now_)}, {"远山"}, {"云岭 5"}, {"混动版"}, {15880000}, {"CNY"}};
    town.model_id = must(dealership::create_model(tx_, admin_, model, now_)).id;
    for (int i = 0; i < kShops; ++i) town.shops.push_back(add_shop(group, i));
    return town;
  }

 private:
  Shop add_shop(const json::Id& group, int number) {
    const auto name = "B" + std::to_string(number);
    Shop shop;
    shop.id = dice_.id(now_);
    std::vector<dealership::OpeningHours> hours;
    for (int weekday = 1; weekday <= 7; ++weekday) hours.push_back({{weekday}, "09:00", "18:00"});
    const auto store = must(dealership::create_store(
        tx_, admin_, {{shop.id}, group, {name}, {name}, {"Asia/Shanghai"}, {"CNY"}, {"CN"}, hours}, now_));
    shop.manager_session = add_person(shop, "jingli" + name, Role::sales_manager).session;
    shop.desk_session = add_person(shop, "qiantai" + name, Role::receptionist).session;
    shop.token = identity::create_token(tx_, shop.id, dice_.id(now_), "车网", now_).value();
    for (int i = 0; i < kSellers; ++i) {
      shop.sellers.push_back(add_person(shop, "sale" + name + std::to_string(i), Role::salesperson));
      CHECK(reception::set_duty(tx_, admin_, store, shop.sellers.back().id, true, now_).has_value());
    }
    return shop;
  }

  Seller add_person(const Shop& shop, const std::string& login, Role role) {
    dealership::NewPerson person;
    person.id = {dice_.id(now_)};
    person.name = {login};
    person.login = {login};
    person.roles = {role};
    person.store_ids = {{shop.id}};
    must(dealership::create_person(tx_, admin_, person, hash_, now_));
    identity::set_password(tx_, person.id, hash_, false);
    return {person.id, identity::open_session(tx_, person.id, "bench", "127.0.0.1", now_)};
  }

  database::Transaction& tx_;
  demo::Dice& dice_;
  Instant now_;
  std::string hash_;
  Actor admin_;
};

}  // namespace

Town fill_town(database::Database& database, const std::string& url, std::int64_t visits) {
  wire_rooms();
  demo::Dice dice(20260304);
  const Instant now = SystemClock().now();
  Town town;
  database.write([&](database::Transaction& tx) {
    town = Founder(tx, dice, now).found();
    return database::Outcome::keep;
  });
  const auto bulk = Bulk::open(url);
  bulk->drop_indexes();
  {
    Past past(*bulk, town.model_id, dice, now);
    for (auto& shop : town.shops) past.fill(shop, visits / kShops);
  }
  bulk->finish();
  return town;
}

}  // namespace guanxi::bench
