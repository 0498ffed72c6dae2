// The posts of a dealership and what each may do.
#pragma once

#include <boost/describe.hpp>
#include <string_view>
#include <vector>

namespace guanxi::dealership {

/// A post. One person may hold several.
enum class Role {
  receptionist,     ///< 前台
  salesperson,      ///< 销售顾问
  sales_manager,    ///< 销售经理
  care_specialist,  ///< 客服专员
  marketer,         ///< 市场
  general_manager,  ///< 总经理
  administrator,    ///< 系统管理员
};
BOOST_DESCRIBE_ENUM(Role, receptionist, salesperson, sales_manager, care_specialist, marketer,
                    general_manager, administrator)

/// Every right there is, in the order in which docs/glossary.md explains them.
const std::vector<std::string_view>& all_rights();

/// What the holder of these roles may do: the union over the roles, each right once.
std::vector<std::string_view> rights_of(const std::vector<Role>& roles);

/// "salesperson receptionist" as stored, with a blank around each; and back. Unknown words are passed over.
std::string store_roles(const std::vector<Role>& roles);
std::vector<Role> load_roles(std::string_view stored);

}  // namespace guanxi::dealership
