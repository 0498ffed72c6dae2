// The people who come: invented names and numbers, no two with the same number or WeChat name.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "dealership/dealership.h"
#include "demo/dice.h"

namespace guanxi::demo {

/// A name as people are called, with the surname apart.
struct CalledName {
  std::string_view surname, given;
  dealership::Sex sex;

  std::string full() const { return std::string(surname).append(given); }
};
CalledName new_name(Dice& dice);

/// The letters of a Chinese name as people type them: "chenwei".
std::string latin(std::string_view name);

struct Visitor {
  std::string name;
  dealership::Sex sex = dealership::Sex::male;
  std::optional<std::string> phone, wechat, plate;
};

class Visitors {
 public:
  /// Somebody new. A few leave only a WeChat name.
  Visitor next(Dice& dice, const dealership::Store& store);

 private:
  std::string new_phone(Dice& dice);

  std::set<std::string> taken_;  ///< numbers and WeChat names
};

}  // namespace guanxi::demo
