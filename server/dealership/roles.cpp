#include "dealership/roles.h"

#include <algorithm>
#include <map>

#include "platform/json/kinds.h"

namespace guanxi::dealership {
namespace {

using Rights = std::vector<std::string_view>;

// A salesperson has "visits.own" and not "visits.read": own visits and customers only.
const std::map<Role, Rights>& table() {
  static const std::map<Role, Rights> rights = {
      {Role::receptionist,
       {"visits.read", "visits.open", "exclusions.confirm", "duty.manage", "doors.tap", "doors.read",
        "customers.find"}},
      {Role::salesperson,
       {"visits.own", "visits.open", "visits.close", "exclusions.confirm", "customers.own", "prospects.own",
        "prospects.follow"}},
      {Role::sales_manager,
       {"visits.read", "visits.open", "visits.close", "visits.manage", "exclusions.confirm", "duty.manage",
        "doors.tap", "doors.read", "customers.read", "prospects.read", "prospects.follow", "prospects.manage",
        "imports.run", "audit.read", "exports.run"}},
      {Role::care_specialist, {"customers.read", "prospects.read"}},
      {Role::marketer, {"visits.read", "doors.read", "prospects.read"}},
      {Role::general_manager,
       {"visits.read", "visits.manage", "exclusions.confirm", "doors.read", "customers.read",
        "prospects.read", "prospects.manage", "audit.read", "exports.run"}},
      {Role::administrator,
       {"visits.read", "doors.read", "customers.read", "prospects.read", "lists.edit", "models.edit",
        "people.edit", "stores.edit", "tokens.edit", "imports.run", "audit.read", "exports.run"}},
  };
  return rights;
}

}  // namespace

const std::vector<std::string_view>& all_rights() {
  static const Rights all = {"visits.read",      "visits.own",         "visits.open",    "visits.close",
                             "visits.manage",    "exclusions.confirm", "duty.manage",    "doors.tap",
                             "doors.read",       "doors.count",        "customers.read", "customers.own",
                             "customers.find",   "prospects.read",     "prospects.own",  "prospects.follow",
                             "prospects.manage", "leads.send",         "lists.edit",     "models.edit",
                             "people.edit",      "stores.edit",        "tokens.edit",    "imports.run",
                             "audit.read",       "exports.run"};
  return all;
}

std::vector<std::string_view> rights_of(const std::vector<Role>& roles) {
  Rights rights;
  for (const Role role : roles) {
    for (const auto right : table().at(role)) {
      if (std::find(rights.begin(), rights.end(), right) == rights.end()) rights.push_back(right);
    }
  }
  return rights;
}

std::string store_roles(const std::vector<Role>& roles) {
  std::string stored = " ";
  for (const Role role : roles) stored += json::to_word(role) + " ";
  return stored;
}

std::vector<Role> load_roles(std::string_view stored) {
  std::vector<Role> roles;
  while (!stored.empty()) {
    const auto end = std::min(stored.find(' '), stored.size());
    if (const auto role = json::from_word<Role>(stored.substr(0, end))) roles.push_back(*role);
    stored.remove_prefix(std::min(end + 1, stored.size()));
  }
  return roles;
}

}  // namespace guanxi::dealership
