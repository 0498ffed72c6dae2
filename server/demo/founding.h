// The dealership as it stands before the first visitor comes.
#pragma once

#include <string>
#include <vector>

#include "demo/cast.h"
#include "demo/dice.h"

namespace guanxi::demo {

struct Staff {
  std::string id;
  const CastMember* member = nullptr;
  Actor actor;
};

struct Shop {
  dealership::Store store;
  double traffic = 1;
  Staff receptionist, manager;
  std::vector<Staff> salespeople;
};

struct Founded {
  std::vector<Shop> shops;
  std::vector<dealership::Model> models;
};

/// Puts group, stores, people and models into the database.
Founded found(database::Transaction& tx, Dice dice, const std::string& password_hash, Instant now);

/// The value of what the play had to be allowed to do; throws database::Failure when it was refused.
template <class T>
T must(Result<T> result) {
  if (result) return std::move(result).value();
  const auto& refusal = result.error();
  const std::string field =
      refusal.errors.empty() ? "" : " " + refusal.errors[0].pointer + " " + refusal.errors[0].code;
  throw database::Failure("the demo was refused: " + refusal.code + field);
}
inline void must(const Result<>& result) {
  if (!result) throw database::Failure("the demo was refused: " + result.error().code);
}

}  // namespace guanxi::demo
