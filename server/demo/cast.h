// Who is in the play: the group's two stores, its people and what they sell.
#pragma once

#include <span>
#include <string_view>

#include "dealership/dealership.h"

namespace guanxi::demo {

inline constexpr std::string_view kGroup = "远景汽车集团";

struct CastStore {
  std::string_view code, name, address, phone;
  double traffic;  ///< parties on a day beside those of an ordinary store
};

/// How somebody receives. Shares from 0 to 1.
struct Habit {
  double asks = 0.9;     ///< asks for a contact at all
  double gets = 0.8;     ///< gets it when asking
  double judges = 0.3;   ///< of not asking: because "he didn't look like a buyer"
  double tardy = 0.1;    ///< closes the visit much later than it ended
  double telling = 0.7;  ///< writes a sentence about visitors who were filed
};

struct CastMember {
  std::string_view login, name;
  dealership::Role role;
  int store;  ///< place in `stores()`; -1: the whole group
  Habit habit = {};
};

struct CastModel {
  std::string_view series, name;
  std::int64_t yuan;  ///< list price
  double wanted;      ///< how often visitors ask for it, beside the others
};

inline constexpr std::string_view kBrand = "远山";

std::span<const CastStore> stores();
std::span<const CastMember> members();
std::span<const CastModel> models();

/// The post's Chinese name, for the table of logins.
std::string_view post_of(dealership::Role role);

}  // namespace guanxi::demo
