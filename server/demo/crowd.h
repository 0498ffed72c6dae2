// The visitors of one store over years: invented people, no two with the same number or WeChat name, without
// a list of those that are taken.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dealership/dealership.h"
#include "demo/dice.h"

namespace guanxi::demo {

/// A name with what it is found by. Reading the pinyin of a name takes longer than writing the customer.
struct KnownName {
  std::string name, letters;
  dealership::Sex sex;
  std::vector<std::string> keys;
};

/// The names that have been read, for all stores.
class NameBook {
 public:
  const KnownName& draw(Dice& dice, std::string_view country);

 private:
  std::unordered_map<std::string, KnownName> names_;
};

struct Stranger {
  const KnownName* name;
  std::string phone, wechat, plate;  ///< empty: not given. The phone is in E.164.
};

/// Makes the numbers below `size` look as if drawn, each once: a cipher of four rounds.
class Shuffle {
 public:
  Shuffle(std::uint64_t size, std::uint64_t key) : size_(size), key_(key) {}
  std::uint64_t operator()(std::uint64_t number) const;

 private:
  std::uint64_t size_, key_;
};

class Crowd {
 public:
  Crowd(NameBook& names, std::string country, std::string plates, std::uint64_t key);

  /// Somebody new. A few leave only a WeChat name.
  Stranger next(Dice& dice);

 private:
  std::string phone_of(std::uint64_t number) const;

  NameBook& names_;
  std::string country_, plates_;
  Shuffle shuffle_;
  std::uint64_t met_ = 0;
};

}  // namespace guanxi::demo
