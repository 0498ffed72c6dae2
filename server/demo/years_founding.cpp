#include "demo/years_founding.h"

#include <algorithm>

#include "demo/demo.h"
#include "demo/founding.h"
#include "platform/identity/password.h"

namespace guanxi::demo {
namespace {

using dealership::Role;

std::vector<dealership::OpeningHours> every_day() {
  std::vector<dealership::OpeningHours> hours;
  for (int weekday = 1; weekday <= 7; ++weekday) hours.push_back({{weekday}, "09:00", "20:00"});
  return hours;
}

class ConcernFounder {
 public:
  ConcernFounder(database::Database& database, const Concern& concern, Dice dice)
      : database_(database), concern_(concern), dice_(dice), hash_(identity::hash_password(kPassword)) {
    const auto& administrator = concern.branches.front().administrator;
    admin_.id = administrator.id.str();  // whoever sets up
    founded_at_ = administrator.from;
  }

  FoundedConcern found() {
    database_.write([this](database::Transaction& tx) {
      found_groups(tx);
      return database::Outcome::keep;
    });
    for (const auto& branch : concern_.branches) {
      database_.write([&](database::Transaction& tx) {
        found_branch(tx, branch);
        return database::Outcome::keep;
      });
    }
    database_.write([this](database::Transaction& tx) {
      take_facts(tx);
      return database::Outcome::keep;
    });
    return std::move(founded_);
  }

 private:
  void found_groups(database::Transaction& tx) {
    founded_.models.clear();
    Dice dice = dice_;
    for (std::size_t i = 0; i < concern_.groups.size(); ++i) {
      const auto name = std::string(kGroup) + (i == 0 ? "" : std::to_string(i + 1));
      must(dealership::create_group(tx, admin_, {{concern_.groups[i].str()}, {name}}, founded_at_));
      enter(tx, concern_.general_managers[i], nullptr, i);
    }
    for (const auto& cast : models()) {
      constexpr std::int64_t kFen = 100;
      const dealership::NewModel model{{Moment(dice, founded_at_ - kSecond).next().str()},
                                       {std::string(kBrand)},
                                       {std::string(cast.series)},
                                       {std::string(cast.name)},
                                       {cast.yuan * kFen},
                                       {"CNY"}};
      founded_.models.push_back(must(dealership::create_model(tx, admin_, model, founded_at_)));
    }
  }

  void found_branch(database::Transaction& tx, const Branch& branch) {
    must(dealership::create_store(tx, admin_,
                                  {{branch.id.str()},
                                   {concern_.groups[branch.group].str()},
                                   {branch.code},
                                   {branch.name},
                                   {branch.time_zone},
                                   {branch.currency},
                                   {branch.country},
                                   every_day()},
                                  founded_at_));
    identity::create_token(tx, branch.id, branch.sensor_id, "客流计数器", founded_at_);
    for (const auto* employee : {&branch.receptionist, &branch.manager, &branch.administrator})
      enter(tx, *employee, &branch, branch.group);
    for (const auto& employee : branch.salespeople) enter(tx, employee, &branch, branch.group);
  }

  void enter(database::Transaction& tx, const Employee& employee, const Branch* branch, std::size_t group) {
    dealership::NewPerson person;
    person.id = {employee.id.str()};
    person.name = {employee.name};
    person.login = {employee.login};
    person.roles = {employee.role};
    if (branch == nullptr)
      person.group_id = json::Id{concern_.groups[group].str()};
    else
      person.store_ids = {{branch->id.str()}};
    must(dealership::create_person(tx, admin_, person, hash_, employee.from));
    identity::set_password(tx, person.id, hash_, false);
    if (!employee.until) return;
    const dealership::PersonEdit gone{person.name,     person.login, person.roles, person.store_ids,
                                      person.group_id, std::nullopt, true};
    must(dealership::edit_person(tx, admin_, person.id, gone, 1, *employee.until));
  }

  void take_facts(database::Transaction& tx) {
    static constexpr std::string_view kSelect =
        "SELECT store_id, at, kind, actor_id, subject_kind, subject_id, data FROM fact_log"
        " ORDER BY store_id, at, subject_id, kind, data";
    static constexpr std::string_view kDelete = "DELETE FROM fact_log";
    founded_.facts.clear();
    Dice dice = dice_;
    for (const auto& row : tx.query(kSelect)) {
      founded_.facts.push_back({row.get<std::string>(0),
                                {Moment(dice, row.get<Instant>(1)).next().str(), row.get<Instant>(1),
                                 row.get<std::string>(2), row.get<std::optional<std::string>>(3),
                                 row.get<std::string>(4), row.get<std::string>(5), row.get<std::string>(6)}});
    }
    tx.execute(kDelete);
  }

  database::Database& database_;
  const Concern& concern_;
  Dice dice_;
  std::string hash_;  ///< one for all: making it takes some 30 ms
  Actor admin_;
  Instant founded_at_;
  FoundedConcern founded_;
};

}  // namespace

FoundedConcern found_concern(database::Database& database, const Concern& concern, Dice dice) {
  return ConcernFounder(database, concern, dice).found();
}

}  // namespace guanxi::demo
