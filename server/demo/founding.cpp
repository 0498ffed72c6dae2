#include "demo/founding.h"

#include <algorithm>

#include "prospects/prospects.h"

namespace guanxi::demo {
namespace {

using dealership::Role;

std::vector<dealership::OpeningHours> opening_hours() {
  std::vector<dealership::OpeningHours> hours;
  for (int weekday = 1; weekday <= 7; ++weekday) {
    hours.push_back({{weekday}, "09:00", weekday >= 6 ? "20:00" : "18:00"});
  }
  return hours;
}

class Founder {
 public:
  Founder(database::Transaction& tx, Dice dice, const std::string& password_hash, Instant now)
      : tx_(tx), dice_(dice), password_hash_(password_hash), now_(now) {
    admin_.id = dice_.id(now);  // whoever sets up is the administrator of the cast
    group_id_ = dice_.id(now);
  }

  Founded found() {
    must(dealership::create_group(tx_, admin_, {{group_id_}, {std::string(kGroup)}}, now_));
    for (const auto& store : stores()) add_store(store);
    for (const auto& member : members()) add_member(member);
    for (const auto& model : models()) add_model(model);
    for (const auto& shop : founded_.shops) add_test_cars(shop);
    return std::move(founded_);
  }

 private:
  void add_store(const CastStore& cast) {
    dealership::NewStore store{
        {dice_.id(now_)}, {group_id_}, {std::string(cast.code)}, {std::string(cast.name)}, {"Asia/Shanghai"},
        {"CNY"},          {"CN"},      opening_hours()};
    store.address = {{std::string(cast.address)}};
    store.phone = {{std::string(cast.phone)}};
    Shop shop;
    shop.store = must(dealership::create_store(tx_, admin_, store, now_));
    shop.traffic = cast.traffic;
    founded_.shops.push_back(std::move(shop));
  }

  void add_member(const CastMember& member) {
    dealership::NewPerson person;
    person.id = {member.role == Role::administrator ? admin_.id : dice_.id(now_)};
    person.name = {std::string(member.name)};
    person.login = {std::string(member.login)};
    person.roles = {member.role};
    if (member.store < 0) {
      person.group_id = json::Id{group_id_};
    } else {
      person.store_ids = {{founded_.shops[static_cast<std::size_t>(member.store)].store.id}};
    }
    must(dealership::create_person(tx_, admin_, person, password_hash_, now_));
    identity::set_password(tx_, person.id, password_hash_, false);
    if (member.store >= 0) place(member, person);
  }

  void place(const CastMember& member, const dealership::NewPerson& person) {
    auto& shop = founded_.shops[static_cast<std::size_t>(member.store)];
    Staff staff{person.id, &member, {}};
    staff.actor.id = person.id;
    staff.actor.rights = dealership::rights_of(person.roles);
    staff.actor.store_ids = {shop.store.id};
    if (member.role == Role::receptionist)
      shop.receptionist = std::move(staff);
    else if (member.role == Role::sales_manager)
      shop.manager = std::move(staff);
    else if (member.role == Role::salesperson)
      shop.salespeople.push_back(std::move(staff));
  }

  void add_model(const CastModel& cast) {
    constexpr std::int64_t kFen = 100;
    const dealership::NewModel model{{dice_.id(now_)},           {std::string(kBrand)},
                                     {std::string(cast.series)}, {std::string(cast.name)},
                                     {cast.yuan * kFen},         {"CNY"}};
    founded_.models.push_back(must(dealership::create_model(tx_, admin_, model, now_)));
  }

  /// One of each series that people ask for, by its series and colour.
  void add_test_cars(const Shop& shop) {
    struct Car {
      std::string_view series, colour, plate;
    };
    static constexpr Car kCars[] = {
        {"云岭 5", "白", "浙A·D1688"}, {"云岭 7", "黑", "浙A·D2690"}, {"星河 6", "灰", "浙A·D3618"}};
    for (const auto& car : kCars) {
      const auto is_of_it = [&](const dealership::Model& model) { return model.series == car.series; };
      const auto model = std::ranges::find_if(founded_.models, is_of_it);
      prospects::NewTestCar input{};
      input.id = {dice_.id(now_)};
      input.name = {std::string(car.series) + " " + std::string(car.colour)};
      if (model != founded_.models.end()) input.model_id = {{model->id}};
      input.plate = {{std::string(car.plate)}};
      must(prospects::add_test_car(tx_, admin_, shop.store, input, now_));
    }
  }

  database::Transaction& tx_;
  Dice dice_;
  const std::string& password_hash_;
  Instant now_;
  Actor admin_;
  std::string group_id_;
  Founded founded_;
};

}  // namespace

Founded found(database::Transaction& tx, Dice dice, const std::string& password_hash, Instant now) {
  return Founder(tx, dice, password_hash, now).found();
}

}  // namespace guanxi::demo
